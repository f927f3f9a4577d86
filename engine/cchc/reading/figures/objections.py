"""What speaks against taking a number for a figure: a goal, a difference, a plan, an impossible value, too little certainty."""

from cchc.model.extraction import NotTakenReason
from cchc.packs.figure_schema import FigureDef
from cchc.reading.figures.inherited import clause
from cchc.reading.figures.pairing import Pair
from cchc.reading.figures.scan import Scan, Scanner, hits_within
from cchc.reading.figures.value import fault
from cchc.reading.passage import Passage

ENOUGH = 0.6
_OTHER_PART = 0.05
_PLANS = ("IV",)
_RIGHT_BEFORE = frozenset({"từ", "lên", "dưới"})
_RATED = frozenset({"kế", "chỉ", "dự", "mục"})


class Objections:
    """Judges the pairs of one document."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner

    def to(self, passage: Passage, scan: Scan, pair: Pair) -> NotTakenReason | None:
        """Return why a pair is no figure, None where nothing speaks against it."""
        here = scan.contexts[pair.number if pair.number is not None else pair.after - 1]
        if here.share or (here.span == "other" and here.period is None):
            return "ambiguous"
        if self._to_come(scan, pair):
            return "plan"
        if any(passage.part == p or passage.part.startswith(f"{p}.") for p in _PLANS):
            return "plan"
        printed = scan.numbers[pair.number] if pair.number is not None else None
        if printed is not None and (wrong := fault(pair.figure, printed)):
            return wrong
        goal = "target" in pair.figure.id
        if not goal and (change := self._not_a_result(scan, pair)):
            return change
        return None if pair.score - elsewhere(passage, pair.figure) >= ENOUGH else "low_confidence"

    def _to_come(self, scan: Scan, pair: Pair) -> bool:
        own, named = self._scanner.period, scan.contexts[pair.number or pair.first].period
        return own is not None and named is not None and named.window()[1] > own.window()[1]

    def _not_a_result(self, scan: Scan, pair: Pair) -> NotTakenReason | None:
        """Say whether the number is a goal, or a difference from another period."""
        at = pair.number if pair.number is not None else pair.first
        first, _ = clause(scan, at)
        # "kỳ trước chuyển sang" names dossiers, and no time that others are compared with.
        labels = {n for label in scan.labels if first <= label.first < at for n in range(label.first, label.after)}
        own = set(range(pair.at.first, pair.at.after) if pair.at else ())
        said = {
            name: [h for h in hits_within(book, scan.words, first, at) if h.first not in beside]
            for name, book, beside in (
                ("target", self._scanner.lexicon.targets, own),
                ("change", self._scanner.lexicon.changes, own),
                ("other", self._scanner.lexicon.other_periods, own | labels),
            )
        }
        planned = pair.figure.id not in self._scanner.lexicon.wholes and self._by_plan(scan, pair, at)
        if said["target"] or planned or self._aimed_at(scan, at) or self._of_a_plan(scan, at):
            return "target"
        if pair.figure.kind == "count" and self._average(scan, at):
            return "ambiguous"
        near = [hit for hit in said["change"] if at - hit.after <= (0 if hit.value in _RIGHT_BEFORE else 2)]
        return "comparison" if near or said["other"] else None

    def _aimed_at(self, scan: Scan, at: int) -> bool:
        """Return whether a goal was announced before in the same group of clauses: `phấn đấu A đạt 75%, B đạt 98%`."""
        first = at
        while first > 0 and scan.words[first - 1].text not in (";", ".", "\n"):
            first -= 1
        return bool(hits_within(self._scanner.lexicon.goals, scan.words, first, at))

    def _by_plan(self, scan: Scan, pair: Pair, at: int) -> bool:
        """Return whether a plan says the number, and nothing tells that it is done: `Theo Kế hoạch, Sở rà soát 64 TTHC`."""
        first = at
        while first > 0 and scan.words[first - 1].text not in (";", ".", "\n", "("):
            first -= 1
        lexicon = self._scanner.lexicon
        plans = hits_within(lexicon.by_plan, scan.words, first, at)
        numbers = any(n in scan.numbers for n in range(plans[-1].after, at)) if plans else False
        return (
            bool(plans)
            and not numbers
            and not hits_within(lexicon.done, scan.words, plans[-1].after, max(at, pair.after))
        )

    def _average(self, scan: Scan, at: int) -> bool:
        """Return whether a number is one of so many a day or a head: `trung bình 45 hồ sơ mỗi ngày`."""
        first, after = clause(scan, at)
        numbers = [n for n in range(first, after) if n in scan.numbers]
        return len(numbers) == 1 and bool(hits_within(self._scanner.lexicon.averages, scan.words, first, after))

    def _of_a_plan(self, scan: Scan, at: int) -> bool:
        """Return whether a percent is one of a plan: `đạt 98% kế hoạch`."""
        number = scan.numbers.get(at)
        following = scan.words[at + 1].text if at + 1 < len(scan.words) else ""
        return number is not None and number.kind == "percent" and following in _RATED


def elsewhere(passage: Passage, figure: FigureDef) -> float:
    """Return what a figure's standing outside the parts where it belongs takes off its certainty."""
    home = figure.part.split(".")[0]
    return 0.0 if passage.part.split(".")[0] in (home, "mở đầu") else _OTHER_PART
