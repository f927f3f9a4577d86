"""How surely a number belongs to a label: which comes first, what stands between them, what the number counts."""

from collections.abc import Sequence

from cchc.packs.figure_schema import FigureDef
from cchc.reading.figures.lexicon import Label, Lexicon
from cchc.reading.figures.scan import LabelAt, Scan, hits_within
from cchc.vietnamese.phrases import Word
from cchc.vietnamese.printed import Printed

NEVER = 9.0
_LABEL_FIRST, _NUMBER_FIRST, _INSIDE = 0.97, 0.95, 0.98
_CLAUSE_ENDS = frozenset({",", ";", ".", "\n", "(", ")"})
_MARKS = {",": 0.35, "(": 0.1, ")": 0.3, ":": 0.0, "-": 0.0, "%": 0.0, "/": 0.1}
_STRANGE_WORD = 0.04
_NO_UNIT = 0.02
_LOOSE_UNIT = 0.08
_UNKNOWN_NOUN = 0.4
_INTO_BRACKET = 0.3
_ACROSS = 0.4
_TOLD_IN_PARTS = 3
# Last words of nouns that are named in pairs with a comma between.
_PAIRED = frozenset({"bộ", "chức", "nhân", "dân", "nghiệp", "phường", "xã"})


class Nearness:
    """Scores pairs of a label and a number within one sentence of a scan."""

    def __init__(self, scan: Scan, lexicon: Lexicon, bounds: tuple[int, int], labels: Sequence[LabelAt]) -> None:
        self.scan, self.lexicon, self.labels = scan, lexicon, labels
        self.first, self.after = bounds
        self._labelled = {i for at in labels for i in range(at.first, at.after)}
        self.numbers = [i for i in range(self.first, self.after) if i in scan.numbers]

    def unit_after(self, number: int) -> list[str]:
        """Return the units that the words after a number are of; empty where they are no unit known."""
        return [hit.value for hit in self.lexicon.units.at(self.scan.words, number + 1)]

    def _loose_after(self, number: int) -> list[str]:
        """Return the units that the words after a number may stand for, unless they begin the name of another one."""
        known = self.lexicon.units.at(self.scan.words, number + 1)
        loose = self.lexicon.loose_units.at(self.scan.words, number + 1)
        longer = bool(known and loose) and known[0].after > loose[0].after
        return [] if longer else [hit.value for hit in loose]

    def score(self, at: LabelAt, label: Label, figure: FigureDef, number: int) -> float:
        """Return how surely a number is the value of a figure that a label names; 0 or less where it cannot be."""
        printed = self.scan.numbers[number]
        if (figure.kind == "percent") != (printed.kind == "percent"):
            return 0.0
        if printed.kind == "fraction" and figure.id in self.lexicon.wholes:
            return 0.0
        if printed.money and figure.kind != "money":
            return 0.0
        unit = self._unit_fault(figure, number)
        if at.first <= number < at.after:
            return _INSIDE - unit
        if number >= at.after:
            if self._in_parts(at, number):
                return 0.0
            return _LABEL_FIRST - unit - self._gap(at, at.after, number, forward=True)
        if not self._may_follow(figure, at, number, printed) or self._whole_of_another(figure, number, printed):
            return 0.0
        return _NUMBER_FIRST - unit - self._gap(at, number + 1, at.first, forward=False, shares=label.phrase.shares)

    def _unit_fault(self, figure: FigureDef, number: int) -> float:
        """Return what the words after a number take off: nothing for the figure's unit, all for another one."""
        units = self.unit_after(number)
        if (
            figure.kind == "percent"
            or figure.unit.vi in units
            or (not units and self._says(figure.unit.vi, number + 1))
        ):
            return 0.0
        if figure.unit.vi in self._loose_after(number):
            return _LOOSE_UNIT
        if units:
            return NEVER
        return _UNKNOWN_NOUN if self._noun_after(number) else _NO_UNIT

    def _noun_after(self, number: int) -> bool:
        """Return whether a number counts something not known: a word follows that neither leads on nor begins a label."""
        words, i = self.scan.words, number + 1
        if i >= self.after or not words[i].text[0].isalpha() or i in self._labelled:
            return False
        return not (self.lexicon.connectors.at(words, i) or self.lexicon.after_numbers.at(words, i))

    def _may_follow(self, figure: FigureDef, at: LabelAt, number: int, printed: Printed) -> bool:
        """Return whether a label may stand behind its number: at once, or behind its unit; the last of several for `n/m`."""
        direct = at.first == number + 1 or self._unit_fault(figure, number) == 0
        loose = figure.unit.vi in self._loose_after(number)
        if printed.kind != "fraction":
            return direct or loose
        later = [lab for lab in self.labels if lab.first > at.first and not self._cut(at.after, lab.first)]
        return (direct or loose) and not any(label.figure.kind != "percent" for lab in later for label in lab.labels)

    def _in_parts(self, at: LabelAt, number: int) -> bool:
        """Return whether a label is told in parts, of which a number is the first: `tiếp nhận mới gồm 53 hồ sơ trực tuyến và 9 …`."""
        words = self.scan.words
        if words[number - 1].text not in self.lexicon.parts_begin or number - at.after > _TOLD_IN_PARTS:
            return False
        unit = self.lexicon.units.at(words, number + 1)
        behind = unit[0].after if unit else number + 1
        # A number with nothing said of it is the whole: `đang giải quyết gồm 33 hồ sơ, 30 hồ sơ trong hạn, 3 hồ sơ quá hạn`.
        if behind >= self.after or words[behind].text in _CLAUSE_ENDS:
            return False
        end = next((i for i in range(behind, self.after) if words[i].text in (";", ".", "\n")), self.after)
        return any(behind < n < end and self.scan.numbers[n].kind == "plain" for n in self.numbers)

    def _whole_of_another(self, figure: FigureDef, number: int, printed: Printed) -> bool:
        """Return whether a count behind `n/m` says what the share is of: `số hóa kết quả của 60/62 hồ sơ đã giải quyết`."""
        shared = self.lexicon.shared_out
        if printed.kind != "fraction" or figure.id.partition(".")[0] in shared:
            return False
        return any(self.scan.contexts[i].subject in shared for i in range(self.first, number))

    def _cut(self, first: int, after: int) -> bool:
        return any(self.scan.words[i].text in _CLAUSE_ENDS or i in self.scan.numbers for i in range(first, after))

    def _says(self, unit: str, first: int) -> bool:
        wanted = [word.text for word in self.lexicon.words(unit)]
        return [word.text for word in self.scan.words[first : first + len(wanted)]] == wanted

    def _gap(self, at: LabelAt, first: int, after: int, *, forward: bool, shares: bool = False) -> float:
        words, cost, i = self.scan.words, 0.0, first
        printed = self.scan.numbers[after if forward else first - 1]
        colon = forward and self._colon_before(first, after)
        while i < after and cost < NEVER:
            closing = self._closing(i, after)
            if closing is not None:
                cost, i = cost + _MARKS["("], closing + 1
                continue
            if i in self.scan.numbers:
                other = self.scan.numbers[i].kind == "percent"
                cost += 0.1 if other != (printed.kind == "percent") else NEVER
                i += 1
                continue
            mark = words[i].text
            # A wording that shares a number says more of what was counted: `92 hồ sơ (còn trong thời hạn giải quyết)`.
            cost, i = (cost, i + 1) if shares and mark in (",", "(") else self.step(i, after, cost, colon)
            if not forward and words[i - 1].text in (":", "là"):
                return NEVER
        # What follows looks at the whole stretch, which is short only where the words between did not forbid the pair.
        if cost >= NEVER or (forward and hits_within(self.lexicon.out_of, words, first, after)):
            return NEVER
        between = any(
            first <= other.first < after and not self._bracketed(other.first, first, after)
            for other in self.labels
            if other is not at
        )
        if between and not shares and (forward or printed.kind != "fraction"):
            cost += 0.5
        if self._alone(at, first, after):
            cost *= 0.5
        return cost if forward else cost + self._backward(first, after, shares=shares)

    def _backward(self, first: int, after: int, *, shares: bool) -> float:
        """Return what speaks against a label behind its number: a comma or bracket between, or a denial."""
        words = self.scan.words[first:after]
        if hits_within(self.lexicon.none, self.scan.words, first, after):
            return NEVER
        if shares:
            return 0.0
        marks = [word.text for n, word in enumerate(words) if word.text in "()" or self._divides(words, n)]
        if "," in marks or (")" in marks and "(" not in marks):
            return _ACROSS
        return _INTO_BRACKET if "(" in marks and ")" not in marks else 0.0

    def _divides(self, words: Sequence[Word], n: int) -> bool:
        """Return whether a comma ends a clause; in `cán bộ, công chức` or `tổ chức, cá nhân` it does not."""
        return words[n].text == "," and n > 0 and words[n - 1].text not in _PAIRED

    def _closing(self, i: int, after: int) -> int | None:
        """Return where a bracket that opens at `i` closes, if it does before `after`: what it holds stands aside."""
        if self.scan.words[i].text != "(":
            return None
        return next((n for n in range(i + 1, after) if self.scan.words[n].text == ")"), None)

    def _bracketed(self, i: int, first: int, after: int) -> bool:
        opening = next((n for n in range(i, first - 1, -1) if self.scan.words[n].text in "()"), None)
        return opening is not None and (closing := self._closing(opening, after)) is not None and closing > i

    def step(self, i: int, after: int, cost: float, colon: bool) -> tuple[float, int]:
        """Return the cost after the words at `i`, and where the next words begin."""
        words = self.scan.words
        mark = words[i].text
        if mark in (";", ".", "\n"):
            return NEVER, i + 1
        for book in (self.lexicon.connectors, self.lexicon.units, self.lexicon.loose_units):
            hits = [hit for hit in book.at(words, i) if hit.after <= after]
            if hits:
                return cost, hits[0].after
        if mark in _MARKS:
            return cost + (0.02 if colon and mark == "," else _MARKS[mark]), i + 1
        return cost + (0.01 if colon else _STRANGE_WORD), i + 1

    def _colon_before(self, first: int, after: int) -> bool:
        """Return whether the label's clause is closed by a colon right before the number: `A của B, C: 12`."""
        i = after - 1
        while i >= first and self.lexicon.connectors.at(self.scan.words, i) and self.scan.words[i].text != ":":
            i -= 1
        return i >= first and self.scan.words[i].text == ":"

    def _alone(self, at: LabelAt, first: int, after: int) -> bool:
        """Return whether label and number are the only ones in their clause, so that distance says little."""
        words = self.scan.words
        a, b = min(at.first, first - 1), max(at.after, after + 1)
        while a > self.first and words[a - 1].text not in _CLAUSE_ENDS:
            a -= 1
        while b < self.after and words[b].text not in _CLAUSE_ENDS:
            b += 1
        labels = [other for other in self.labels if other.labels and a <= other.first < b]
        return len(labels) == 1 and len([n for n in self.numbers if a <= n < b]) == 1
