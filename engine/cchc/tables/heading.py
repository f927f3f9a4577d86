"""The heading of a CSV file: remarks, `sep=;` and titles may stand above it."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cchc.model.errors import InputError

Names = Callable[[Sequence[str]], bool]
"""Says of the cells of a row whether they name columns of the table that is looked for."""
_MARKS = (";", "\t", ",")
_LONGEST = 1_000_000
_DEEPEST = 20
_SEP = re.compile(rb'"?sep=([;,\t])"?[;,\t]*\s*', re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """The names of the columns, the mark between cells, in which row they stand, and where the row below begins.

    `titles`: rows above that hold something which is no remark.
    """

    names: tuple[str, ...]
    mark: str
    row: int
    below: int
    titles: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A row as it may be the heading: its number, where the next begins, its cells; `fault`: why it cannot be read."""

    number: int
    below: int
    text: str = ""
    mark: str = ","
    cells: tuple[str, ...] = ()
    fault: str = ""

    @property
    def filled(self) -> int:
        return sum(map(bool, self.cells))


def find_heading(file: BinaryIO, path: Path, names: Names | None) -> Heading:
    """Return the heading, the file then standing below it; raise `InputError` where none can be read."""
    rows: list[_Row] = []
    for row in _rows(file):
        rows.append(row)
        if row.fault or _is_heading(row, rows, names):
            break
    top = next((row for row in rows if row.filled or row.fault), None)
    if top is None:
        raise InputError("tệp trống hoặc dòng đầu không có tiêu đề cột", str(path))
    # What cannot be read below cells that may be headings is a row like others: it is said when it is read.
    found = rows[-1] if (top.filled <= 1 and rows[-1].fault) or _is_heading(rows[-1], rows, names) else top
    if found.fault:
        raise InputError(found.fault, str(path), found.number)
    twice = next((name for n, name in enumerate(found.cells) if name and name in found.cells[:n]), None)
    if twice:
        raise InputError(f"hai cột cùng tiêu đề '{twice}'; hãy giữ một cột", str(path), found.number)
    file.seek(found.below)
    titles = tuple(row.number for row in rows if row.number < found.number and row.filled)
    return Heading(found.cells, found.mark, found.number, found.below, titles)


def _is_heading(row: _Row, rows: Sequence[_Row], names: Names | None) -> bool:
    """Return whether a row names columns; a title has fewer cells, so what stands under as many cells is no heading."""
    if row.filled <= 1 or names is None or not names(row.cells):
        return False
    above = (_cells(other.text, row.mark) for other in rows if other.number < row.number)
    return all(sum(bool(cell.strip()) for cell in cells) < row.filled for cells in above)


def _rows(file: BinaryIO) -> Iterator[_Row]:
    """Yield the first rows that are neither remarks nor `sep=`."""
    said = ""
    texts = list(_texts(file))
    for number, (raw, below) in enumerate(texts, start=1):
        if raw.startswith((b"#", b'"#')):
            continue
        if number == 1 and (sep := _SEP.fullmatch(raw)):
            said = sep[1].decode()
            continue
        beneath = texts[number][0].decode(errors="replace") if number < len(texts) else ""
        yield _row(raw, beneath, said, number, below)


def _row(raw: bytes, beneath: str, said: str, number: int, below: int) -> _Row:
    """Return a row, parted by the mark that was said or else by the one that suits it and the row beneath best."""
    try:
        text = raw.decode()
        mark = said or max(_MARKS, key=lambda each: _fits(text, beneath, each))
        return _Row(number, below, text, mark, tuple(" ".join(cell.split()) for cell in _cells(text, mark)))
    except UnicodeDecodeError:
        return _Row(number, below, fault="tệp không phải UTF-8; hãy lưu lại dạng 'CSV UTF-8'")
    except csv.Error:
        return _Row(number, below, fault="không đọc được dòng tiêu đề; hãy lưu lại dạng 'CSV UTF-8'")


def _texts(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield the first rows as they are written, and where each ends; remarks do not count against how many are looked at."""
    left = _DEEPEST
    while left and (line := file.readline(_LONGEST)):
        remark = line.startswith((b"#", b'"#'))
        # A heading may itself hold a line break between quotes.
        while not remark and line.count(b'"') % 2 and len(line) < _LONGEST and (more := file.readline(_LONGEST)):
            line += more
        yield line, file.tell()
        left -= not remark


def _cells(line: str, mark: str) -> list[str]:
    return next(csv.reader([line], delimiter=mark), [])


def _fits(heading: str, row: str, mark: str) -> tuple[bool, int]:
    """Return how well a mark parts the cells: headings hold commas of their own, but the row below has as many cells."""
    count = len(_cells(heading, mark))
    try:
        return count > 1 and len(_cells(row, mark)) == count, count
    except csv.Error:
        return False, count
