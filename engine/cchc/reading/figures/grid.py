"""The tables of a document as grids: headings over each column, labels of each row, cells that hold a number."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc.reading.passage import Passage
from cchc.vietnamese.phrases import words_in
from cchc.vietnamese.printed import Printed, printed_numbers

_ORDER_HEAD = re.compile(r"(?:stt|tt|số tt|số thứ tự)\.?", re.IGNORECASE)
_COUNTER = re.compile(r"\(?\s*\d{1,2}[a-z]?\s*\)?(?:\s*=\s*[\d+\-()\s]+)?")
_ORDER = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])(?:\.\d+)*[.)]?", re.IGNORECASE)
_LONGEST_UNIT = 20
_NUMBER = re.compile(r"\s*[-+]?\s*\d[\d.,/ ]*\s*(?:%|ngàn|nghìn|triệu|tỷ)?\s*")


@dataclass(frozen=True)
class Entry:
    """A number in a table: its cell, what stands over it and what stands left of it, each from the widest words on.

    `printed` is None where the cell says in words that there is none. `unit` is what the row says its numbers count.
    """

    passage: Passage
    printed: Printed | None
    headings: tuple[str, ...]
    labels: tuple[str, ...]
    unit: str
    row: int

    @property
    def label(self) -> str:
        """The words of the row itself."""
        return self.labels[-1] if self.labels else ""


@dataclass(frozen=True)
class Grid:
    """One table; rows and columns count from 1, a spanning cell stands in each place it covers."""

    table: int
    cells: dict[tuple[int, int], Passage]
    rows: int
    columns: int

    def entries(self, is_none: Callable[[str], bool]) -> Iterator[Entry]:
        """Yield the numbers below the headings, row by row; `is_none` knows the words for nothing."""
        top = self._first_row()
        headings = {c: self.heading(c, top) for c in range(1, self.columns + 1)}
        counted = [c for c, words in headings.items() if not (words and _ORDER_HEAD.fullmatch(words[-1]))]
        above: list[tuple[int, str]] = []
        for row in range(top, self.rows + 1):
            column, label = self._label(row)
            numbers = [(c, self._number(row, c)) for c in counted if c > column and self._counts(row, c, is_none)]
            depth = _depth(self._text(row, 1), label) if numbers else -1
            above = [(d, text) for d, text in above if d < depth]
            labels = (*(text for _, text in above), label) if label else ()
            if label:
                above.append((depth, label))
            unit = next((t for c in range(column + 1, self.columns + 1) if self._is_unit(t := self._text(row, c))), "")
            for c, number in numbers:
                yield Entry(self.cells[row, c], number, headings[c], labels, unit, row)

    def heading(self, column: int, top: int) -> tuple[str, ...]:
        """Return the words over a column, from the widest heading to the narrowest."""
        texts = (self._text(row, column) for row in range(1, top))
        return tuple(dict.fromkeys(t for t in texts if t and not _COUNTER.fullmatch(t)))

    def _counts(self, row: int, column: int, is_none: Callable[[str], bool]) -> bool:
        return self._number(row, column) is not None or (column > 1 and is_none(self._text(row, column)))

    def _is_unit(self, text: str) -> bool:
        return bool(text) and len(text) < _LONGEST_UNIT and not any(c.isdigit() for c in text)

    def _first_row(self) -> int:
        """Return the first row with a number that is not a counter of columns."""
        for row in range(1, self.rows + 1):
            texts = [self._text(row, c) for c in range(1, self.columns + 1)]
            filled = [t for t in texts if t]
            counters = bool(filled) and all(_COUNTER.fullmatch(t) or not _NUMBER.fullmatch(t) for t in filled)
            counting = counters and sum(bool(_COUNTER.fullmatch(t)) for t in filled) > len(filled) / 2
            if (
                row > 1
                and not (counting and _rising(filled))
                and any(self._number(row, c) for c in range(2, self.columns + 1))
            ):
                return row
        return self.rows + 1

    def _label(self, row: int) -> tuple[int, str]:
        """Return the column and the words of a row's label; column 0 where it has none."""
        for column in range(1, self.columns + 1):
            text = self._text(row, column)
            if text and not _ORDER.fullmatch(text) and not _NUMBER.fullmatch(text):
                return column, text
            if text and column > 1 and self._number(row, column):
                break
        return 0, ""

    def _number(self, row: int, column: int) -> Printed | None:
        """Return the number of a cell that holds a number and nothing more, in the place where the cell begins."""
        passage = self.cells.get((row, column))
        cell = passage.block.cell if passage else None
        if passage is None or cell is None or (cell.row, cell.column) != (row, column):
            return None
        text = passage.block.text
        if not _NUMBER.fullmatch(text):
            return None
        numbers = printed_numbers(f" {text.strip()}")
        return _moved(numbers[0], text) if len(numbers) == 1 else None

    def _text(self, row: int, column: int) -> str:
        passage = self.cells.get((row, column))
        return " ".join(passage.block.text.split()) if passage else ""


def _depth(order: str, label: str) -> int:
    """Return how deep a row stands: by its dotted number, by `-` and `+`, by `trong đó`."""
    if _ORDER.fullmatch(order):
        return order.strip(".)").count(".") * 2
    lead = label.lstrip()
    return {"-": 1, "–": 1, "+": 2, "*": 3, "•": 3}.get(lead[:1], 1 if lead.lower().startswith("trong đó") else 0)


def _moved(number: Printed, text: str) -> Printed:
    start = len(text) - len(text.lstrip())
    return replace(number, start=start, end=len(text.rstrip()))


def _rising(texts: Iterable[str]) -> bool:
    """Return whether counters count: 1 2 3 ..., as the row of column numbers does."""
    digits = [int(w.text) for t in texts if _COUNTER.fullmatch(t) for w in words_in(t)[:2] if w.text.isdigit()]
    return len(digits) > 2 and all(b - a == 1 for a, b in pairwise(digits))


def grids(passages: Iterable[Passage]) -> list[Grid]:
    """Return the tables of a document in order."""
    tables: dict[int, dict[tuple[int, int], Passage]] = defaultdict(dict)
    for passage in passages:
        cell = passage.block.cell
        if cell is None:
            continue
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                tables[cell.table].setdefault((row, column), passage)
    return [Grid(n, cells, max(r for r, _ in cells), max(c for _, c in cells)) for n, cells in sorted(tables.items())]
