"""Figures in running text: every number that a label and its context make a figure, and those left and why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cchc.model.blocks import Block
from cchc.model.extraction import NotTaken, NotTakenReason, ReadFigure
from cchc.model.figure import Stated
from cchc.packs.figure_schema import FigureDef
from cchc.reading.figures.context import Context
from cchc.reading.figures.inherited import clause, inherited
from cchc.reading.figures.lexicon import Lexicon
from cchc.reading.figures.listing import listed_after
from cchc.reading.figures.meant import as_meant
from cchc.reading.figures.objections import Objections, elsewhere
from cchc.reading.figures.pairing import Pair, Pairing
from cchc.reading.figures.scan import Scan, Scanner, stretches
from cchc.reading.figures.value import stated
from cchc.reading.passage import CLOSING, Passage, place

_A_SENTENCE = 12
_A_HEADING = 8
_NEXT_PART = 6
_SPELT_OUT = frozenset({"đó", "gồm", "(", ":", ";"})


@dataclass(frozen=True)
class Found:
    """Figures and numbers left, in reading order."""

    figures: tuple[ReadFigure, ...]
    not_taken: tuple[NotTaken, ...]


@dataclass
class _Lead:
    mark: str
    context: Context
    opens: bool


class FigureReader:
    """Reads the figures of one document."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.lexicon: Lexicon = scanner.lexicon
        self.figures: list[ReadFigure] = []
        self.not_taken: list[NotTaken] = []
        self._objections = Objections(scanner)
        self._leads: list[_Lead] = []
        self._base = Context()
        self._said: set[object] = set()
        self._notes: dict[int, Block] = {}

    def read(self, passages: Iterable[Passage]) -> Found:
        """Return what the passages state; table cells are not for this reader."""
        every = list(passages)
        self._notes = {p.block.note: p.block for p in every if p.block.note is not None}
        for passage in every:
            if passage.block.cell is None and passage.part != CLOSING:
                self._passage(passage)
        meant = as_meant(self.figures, self.lexicon.figures)
        return Found(meant.figures, (*self.not_taken, *meant.parts))

    def _passage(self, passage: Passage) -> None:
        text = passage.block.text
        if passage.start:
            self._leads = []
            self._base = self._governing(passage, text[: passage.start])
            if passage.start >= len(text):
                return
        elif self._is_heading(passage):
            self._base = replace(self._governing(passage, text), subject=self._base.subject, family=self._base.family)
        if self._base.subject is None:
            subject = self.lexicon.part_subjects.get(passage.part.partition(".")[0])
            self._base = replace(self._base, subject=subject, family=subject, assumed=subject is not None)
        mark = _mark(passage)
        before = self._enter(mark)
        scan = self.scanner.scan(text, passage.part, passage.start, before)
        for first, after in stretches(scan):
            if not self._said_before(scan, first, after):
                self._sentence(passage, scan, (first, after))
        self._leads.append(_Lead(mark, scan.end, text.rstrip(" *").endswith(":")))

    def _is_heading(self, passage: Passage) -> bool:
        """Return whether a block that is no part of the outline merely heads what follows."""
        text, bracket, rest = passage.block.text.partition("(")
        if text.rstrip().endswith((".", ";")) or (bracket and rest.partition(")")[2].strip(" :.*")):
            return False
        scan = self.scanner.scan(text, passage.part, 0, Context())
        return not (scan.numbers or scan.labels or len(scan.words) > _A_HEADING)

    def _governing(self, passage: Passage, heading: str) -> Context:
        """Return what a heading says of the numbers below it: what they are about, whose and of when they are."""
        return replace(self.scanner.scan(heading.partition("(")[0], passage.part, 0, Context()).end, state=None)

    def _enter(self, mark: str) -> Context:
        """Return the context in which a block begins: that of the item or lead sentence it stands under."""
        marks = [lead.mark for lead in self._leads]
        if mark in marks:
            self._leads = self._leads[: marks.index(mark)]
        elif not mark:
            self._leads = self._leads[-1:] if self._leads and self._leads[-1].opens else []
        if not self._leads:
            return self._base
        lead = self._leads[-1]
        return (
            lead.context
            if lead.opens
            else replace(self._base, subject=lead.context.subject, family=lead.context.family)
        )

    def _said_before(self, scan: Scan, first: int, after: int) -> bool:
        """Return whether the very sentence was printed before, as leads and teasers are: it counts once."""
        said = (scan.contexts[first].scope, *(word.text for word in scan.words[first:after]))
        numbers = tuple(scan.numbers[i].value for i in range(first, after) if i in scan.numbers)
        key = (said, numbers)
        again = key in self._said and after - first >= _A_SENTENCE
        self._said.add(key)
        return again

    def _sentence(self, passage: Passage, scan: Scan, bounds: tuple[int, int]) -> None:
        pairing = Pairing(scan, self.lexicon, bounds)
        pairs = pairing.pairs()
        pairs += inherited(scan, pairing, pairs)
        pairs = [pair for pair in pairs if not pair.leaves]
        torn = self._torn(scan, [pair for pair in pairs if self._objections.to(passage, scan, pair) is None])
        for pair in pairs:
            part_of_sum = self._key(scan, pair) in torn or self._summed(scan, pairing, pair, pairs)
            if part_of_sum and not (self._is_total(scan, pair) or self._spelt_out(scan, pair, pairs)):
                self._leave(
                    passage,
                    scan,
                    pair.number or pair.first,
                    (pair.number or pair.first) + 1,
                    "ambiguous",
                    pair.figure.id,
                )
            else:
                self._take(passage, scan, pair)
        used = {pair.number for pair in pairs}
        for number in pairing.numbers:
            if number not in used and (pairing.near.unit_after(number) or scan.numbers[number].kind == "percent"):
                self._leave(passage, scan, number, number + 1, "no_label", None)

    def _torn(self, scan: Scan, pairs: Sequence[Pair]) -> set[tuple[str, Context]]:
        """Return the figures that one sentence gives two values, as parts or as cases: neither is the figure."""
        values: dict[tuple[str, Context], set[float]] = defaultdict(set)
        for pair in pairs:
            if pair.number is not None:
                values[self._key(scan, pair)].add(scan.numbers[pair.number].value)
        return {key for key, found in values.items() if len(found) > 1}

    def _spelt_out(self, scan: Scan, pair: Pair, pairs: Sequence[Pair]) -> bool:
        """Return whether the other values of a pair's figure only spell it out: `300 hồ sơ, gồm: đất đai tiếp nhận 120`."""
        key = self._key(scan, pair)
        others = [p.number for p in pairs if p is not pair and p.number is not None and self._key(scan, p) == key]
        if pair.figure.events or pair.number is None or not others or pair.number > min(others):
            return False
        between = [word.text for word in scan.words[pair.number : min(others)]]
        parts = sum(scan.numbers[n].value for n in others)
        return parts <= scan.numbers[pair.number].value and any(word in ("đó", "gồm") for word in between)

    def _summed(self, scan: Scan, pairing: Pairing, pair: Pair, pairs: Sequence[Pair]) -> bool:
        """Return whether a happening is told in parts behind one label: `Tuyển dụng 03 công chức, 05 viên chức`."""
        if pair.number is None or not pair.figure.events:
            return False
        used = {other.number for other in pairs}
        following = (n for n in pairing.numbers if pair.number < n <= pair.number + _NEXT_PART)
        return any(
            n not in used
            and pair.figure.unit.vi in pairing.near.unit_after(n)
            and any(scan.words[i].text in (",", "và") for i in range(pair.number, n))
            and not any(scan.words[i].text in _SPELT_OUT for i in range(pair.number, n))
            and not any(pair.number < at.first < n for at in pairing.labels)
            for n in following
        )

    def _is_total(self, scan: Scan, pair: Pair) -> bool:
        return any(word.text in ("tổng", "cộng") for word in scan.words[max(0, pair.first - 1) : pair.after])

    def _key(self, scan: Scan, pair: Pair) -> tuple[str, Context]:
        here = scan.governing(pair.number if pair.number is not None else pair.after - 1, pair.after)
        return pair.figure.id, Context(scope=here.scope, span=here.span, period=here.period)

    def _take(self, passage: Passage, scan: Scan, pair: Pair) -> None:
        reason = self._objections.to(passage, scan, pair)
        if reason is not None:
            number = pair.number if pair.number is not None else pair.first
            self._leave(passage, scan, number, number + 1, reason, pair.figure.id)
            return
        context = scan.governing(pair.number if pair.number is not None else pair.after - 1, pair.after)
        printed = scan.numbers[pair.number] if pair.number is not None else None
        score = round(pair.score - elsewhere(passage, pair.figure), 2)
        self._add(passage, scan, pair, pair.figure, stated(pair.figure, printed, context), score)
        if pair.figure.listed and printed is not None:
            self._listed(passage, scan, pair, int(printed.value), score)
        of = self.lexicon.figures.get((pair.label.phrase.of if pair.label else None) or "")
        if of is not None and printed is not None and printed.of is not None:
            whole = replace(printed, value=printed.of, of=None, kind="plain")
            self._add(passage, scan, pair, of, stated(of, whole, context), score)

    def _add(self, passage: Passage, scan: Scan, pair: Pair, figure: FigureDef, stated: Stated, score: float) -> None:
        words = scan.words
        at = place(passage, words[pair.first].start, words[min(pair.after, len(words)) - 1].end)
        self.figures.append(ReadFigure(id=figure.id, stated=stated.model_copy(update={"at": at}), confidence=score))

    def _listed(self, passage: Passage, scan: Scan, pair: Pair, declared: int, score: float) -> None:
        end = scan.words[pair.after - 1].end
        count = listed_after(scan.text, end, declared, self._notes, passage.block)
        figure = self.lexicon.figures.get(pair.figure.listed or "")
        if count is None or figure is None:
            return
        last = scan.text.find(f"({count})") if count != declared else -1
        quoted = (last, last + len(f"({count})")) if last >= 0 else (scan.words[pair.first].start, end)
        one = Stated(value=count, at=place(passage, *quoted))
        self.figures.append(ReadFigure(id=figure.id, stated=one, confidence=score))

    def _leave(
        self, passage: Passage, scan: Scan, first: int, after: int, reason: NotTakenReason, figure: str | None
    ) -> None:
        start, end = scan.words[first].start, scan.words[after - 1].end
        wide = clause(scan, first)
        at = place(passage, scan.words[wide[0]].start, scan.words[wide[1] - 1].end)
        self.not_taken.append(NotTaken(printed=scan.text[start:end], at=at, reason=reason, figure=figure))


def _mark(passage: Passage) -> str:
    """Return what kind of item a block is: `-`, `+`, `1`, `a`, or nothing for a paragraph."""
    lead = passage.block.number or passage.body.lstrip()[:4]
    if lead.startswith("* "):
        return "*"
    head = lead.strip("*( ")[:1]
    if head in "-+•–":
        return head
    kind = "1" if head.isdigit() else "a" if len(lead.strip()) > 1 and lead.strip()[1] in ").:" else ""
    return kind if kind == "a" or (kind and any(mark in lead for mark in ".)/")) else ""
