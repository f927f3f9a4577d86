"""Which number of a sentence belongs to which label: by order, distance and what stands between them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc.packs.figure_schema import FigureDef
from cchc.reading.figures.lexicon import NUMBER, Label, Lexicon
from cchc.reading.figures.matching import best_matching
from cchc.reading.figures.nearness import NEVER, Nearness
from cchc.reading.figures.scan import LabelAt, Scan

_BARE_RATE, _NONE = 0.92, 0.9
_CLAUSE_ENDS = frozenset({",", ";", ".", "\n", "(", ")"})
_LEAST = 0.45
_DOUBT = 0.4
_SURE, _WORTH = 0.6, 0.5
_BY_RATE = 0.05
_NEAR_RATE = 0.75


@dataclass(frozen=True, slots=True)
class Pair:
    """A number taken for a figure; `first` and `after` are the words that hold label and number."""

    figure: FigureDef
    label: Label | None
    number: int | None
    first: int
    after: int
    score: float
    at: LabelAt | None

    @property
    def leaves(self) -> bool:
        """Whether the wording says that the number is no figure."""
        return self.label is not None and self.label.phrase.leaves


class Pairing:
    """Pairs labels and numbers within one sentence of a scan."""

    def __init__(self, scan: Scan, lexicon: Lexicon, bounds: tuple[int, int]) -> None:
        self.scan, self.lexicon = scan, lexicon
        self.first, self.after = bounds
        start, end = (bisect_left(scan.labels, at, key=lambda label: label.first) for at in bounds)
        self.labels = scan.labels[start:end]
        self.near = Nearness(scan, lexicon, bounds, self.labels)
        self.numbers = self.near.numbers

    def pairs(self) -> list[Pair]:
        """Return the pairs of the sentence in order of their numbers; each number and each label is in at most one.

        A label may have one count and one percent. Bare percents go to the rate of the count before them.
        """
        taken = self._best(list(self._candidates()))
        taken += self._bare_rates(taken)
        taken += [none for none in self._nones() if not any(_overlap(none, pair) for pair in taken)]
        return sorted(taken, key=lambda pair: pair.first)

    def _candidates(self) -> Iterator[Pair]:
        for at in self.labels:
            for label in at.labels:
                if label.phrase.zero:
                    yield Pair(label.figure, label, None, at.first, at.after, _NONE, at)
                    continue
                rate = self._own_rate(label)
                for number in self.numbers:
                    # "100% trực tuyến" tells how, "100% hồ sơ được giải quyết đúng hạn" how many.
                    told = number > at.first or at.after - at.first > 2
                    percent = rate is not None and told and self.scan.numbers[number].kind == "percent"
                    figure = rate if percent and rate else label.figure
                    score = self.near.score(at, label, figure, number) - _BY_RATE * percent
                    if score > (_NEAR_RATE if percent and figure is rate else _LEAST):
                        first, after = min(at.first, number), max(at.after, number + 1)
                        yield Pair(figure, label, number, first, after, score, at)

    def _own_rate(self, label: Label) -> FigureDef | None:
        """Return the rate of a count that no number stands for: `giải quyết đúng hạn đạt 98%`."""
        split = any(other.figure.id == label.figure.beside for at in self.labels for other in at.labels)
        return None if split else self.lexicon.figures.get(label.figure.rate or "")

    def _best(self, candidates: list[Pair]) -> list[Pair]:
        """Return the sure pairs that make most of the sentence together, then what the others leave."""
        ranked = sorted(candidates, key=lambda p: (-p.score, p.first, p.figure.id))
        edges: dict[tuple[_Key, int], Pair] = {}
        for pair in ranked:
            if pair.number is not None and pair.score >= _SURE and not _shares(pair):
                edges.setdefault((_key(pair), pair.number), pair)
        matched = best_matching({edge: pair.score - _WORTH for edge, pair in edges.items()})
        taken = [edges[label, number] for number, label in matched.items()]
        for pair in ranked:
            if pair not in taken and not any(_clash(pair, other) for other in taken):
                taken.append(pair)
        return [self._doubted(pair, candidates) for pair in taken]

    def _doubted(self, pair: Pair, candidates: Sequence[Pair]) -> Pair:
        """Lower the score of a pair whose number or label would suit another figure as well."""
        rivals = [
            c.score
            for c in candidates
            if c.figure is not pair.figure
            and c.number == pair.number
            and c.at is pair.at
            and pair.score - c.score < 0.05
        ]
        return replace(pair, score=pair.score - _DOUBT) if rivals else pair

    def _bare_rates(self, taken: Sequence[Pair]) -> Iterator[Pair]:
        used = {pair.number for pair in taken}
        for number in self.numbers:
            if number in used or self.scan.numbers[number].kind != "percent":
                continue
            before = [p for p in taken if p.number is not None and p.after <= number and p.figure.kind != "percent"]
            pair = max(before, key=lambda p: p.after, default=None)
            rate = self.lexicon.figures.get(pair.figure.rate or "") if pair else None
            split = pair is not None and any(p.figure.id == pair.figure.beside for p in taken)
            if pair is None or rate is None or split:
                continue
            score = _BARE_RATE - self._rate_gap(pair.after, number)
            if score > _LEAST:
                yield Pair(rate, pair.label if pair.leaves else None, number, pair.first, number + 1, score, pair.at)

    def _rate_gap(self, first: int, number: int) -> float:
        cost, i = 0.0, first
        while i < number:
            if i in self.scan.numbers or any(lab.first == i and lab.labels for lab in self.labels):
                return NEVER
            step, i = self.near.step(i, number, 0.0, colon=False)
            cost += min(step, 0.1) if step < NEVER else step
        return cost

    def _nones(self) -> Iterator[Pair]:
        """Yield the labels that are denied: `không có hồ sơ trễ hạn`, `Hồ sơ trễ hạn: không có`."""
        words = self.scan.words
        for at in self.labels:
            counts = [label for label in at.labels if label.figure.kind != "percent"]
            if len(counts) != 1:
                continue
            before, after = self._none_before(at.first), self._none_after(at.after)
            if before is not None:
                yield Pair(counts[0].figure, counts[0], None, before, at.after, _NONE, at)
            elif after is not None and words[after - 1].text != NUMBER:
                yield Pair(counts[0].figure, counts[0], None, at.first, after, _NONE, at)

    def _none_before(self, first: int) -> int | None:
        words = self.scan.words
        for start in range(first - 1, max(self.first, first - 14) - 1, -1):
            hits = [hit for hit in self.lexicon.none.at(words, start) if hit.after <= first]
            if hits and hits[0].after - hits[0].first > 1:
                return start if self._only_gap(hits[0].after, first) else None
        return None

    def _only_gap(self, first: int, after: int) -> bool:
        i = first
        while i < after:
            hits = [hit for hit in self.lexicon.none_gap.at(self.scan.words, i) if hit.after <= after]
            if not hits:
                return False
            i = hits[0].after
        return True

    def _none_after(self, after: int) -> int | None:
        """Return the word after a denial that ends the label's clause: at once, behind a colon or `là`."""
        words, i, seen = self.scan.words, after, False
        at_once = [hit for hit in self.lexicon.none.at(words, after) if hit.after - hit.first > 1]
        if at_once and (at_once[0].after >= self.after or words[at_once[0].after].text in _CLAUSE_ENDS):
            return at_once[0].after
        while i < self.after and words[i].text not in (";", ".", "(", NUMBER):
            hits = self.lexicon.none.at(words, i)
            if hits and seen and (hits[0].after >= self.after or words[hits[0].after].text in _CLAUSE_ENDS):
                return hits[0].after
            seen = words[i].text in (":", "là")
            i += 1
        return None


_Key = tuple[int, bool]


def _key(pair: Pair) -> _Key:
    """Return the label's place and whether its percent is meant: a label has one count and one percent."""
    return (pair.at.first if pair.at else -1), pair.figure.kind == "percent"


def _shares(pair: Pair) -> bool:
    """Return whether a label may have a number that another has: `01 đơn vị (...) tự bảo đảm một phần`."""
    return pair.label is not None and pair.label.phrase.shares


def _clash(pair: Pair, other: Pair) -> bool:
    one_number = pair.number is not None and pair.number == other.number and not (_shares(pair) or _shares(other))
    return one_number or _key(pair) == _key(other)


def _overlap(one: Pair, other: Pair) -> bool:
    return one.at is other.at or (one.first < other.after and other.first < one.after and one.figure is other.figure)
