"""Cut a text of lines (CSV, JSON lines) into slices that begin and end with whole rows."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cchc.model.errors import InputError
from cchc.tables.block import Kind, Slice, Table
from cchc.tables.heading import Heading, Names, find_heading

_SLICE = 24_000_000
_STEP = 1_000_000
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def open_lines(path: Path, kind: Kind, names: Names | None = None) -> Table:
    """Return a CSV or JSON lines file cut into slices; raise `InputError` where it cannot be one.

    `names` says which row is the heading, where titles stand above it.
    """
    with path.open("rb") as file:
        head = file.read(4)
        if head.startswith(_WIDE) or b"\0" in head:
            raise InputError("tệp không phải UTF-8; hãy lưu lại dạng 'CSV UTF-8'", str(path))
        file.seek(len(_BOM) if head.startswith(_BOM) else 0)
        top = find_heading(file, path, names) if kind == "csv" else Heading((), ",", 0, 0)
        cuts = list(_cuts(file, top.row + 1, top.mark.encode() if kind == "csv" else None))
    slices = tuple(Slice(path, kind, start, stop, row, top.names, top.mark, top.row) for start, stop, row, _ in cuts)
    if not slices:
        raise InputError("bảng chưa có dòng nào" + (" dưới dòng tiêu đề" if kind == "csv" else ""), str(path))
    return Table(path, top.names, slices, cuts[-1][3] - top.row, top.titles)


def _cuts(file: BinaryIO, row: int, mark: bytes | None) -> Iterator[tuple[int, int, int, int]]:
    """Yield where each slice starts and stops, and its first and last row from `row` on; a break in quotes ends no row.

    `mark`: what stands between cells, none where quotes mean nothing.
    """
    begin = start = file.tell()
    first = row
    inside = ended = False
    # Steps end with their line: what stands before a quote tells whether it opens a cell.
    while step := file.read(_STEP) + file.readline():
        breaks = _breaks(step, mark, inside=inside)
        if start + len(step) - begin >= _SLICE and breaks.last:
            yield begin, start + breaks.last, first, row + breaks.rows - 1
            begin, first = start + breaks.last, row + breaks.rows
        row, inside, start = row + breaks.rows, breaks.inside, start + len(step)
        ended = step.endswith(b"\n") and not inside
    if start > begin:
        yield begin, start, first, row - ended


class _Breaks(NamedTuple):
    """How many rows end in a text, the place behind the last of their ends, and whether the text ends between quotes."""

    rows: int
    last: int
    inside: bool


def _breaks(text: bytes, mark: bytes | None, *, inside: bool) -> _Breaks:
    if mark is None:
        return _Breaks(text.count(b"\n"), text.rfind(b"\n") + 1, False)
    if b'"' not in text and not inside:
        return _Breaks(_ends(text, 0, len(text)), text.rfind(b"\n") + 1, False)
    opened = 1 if inside else 0
    whole = b'"' * opened + text
    outside = _closed(mark).sub(b"", whole)
    if b'"' in outside:
        # One that stays open is never taken away, but what it holds may look closed.
        outside = _quoted(mark).sub(rb"\1", whole)
    open_from = _opening(mark).search(outside)
    rows = _ends(outside, 0, open_from.start() if open_from else len(outside))
    if open_from is None and text.endswith(b"\n"):
        return _Breaks(rows, len(text), False)
    return _Breaks(rows, max(_last(whole, mark) - opened, 0), open_from is not None)


def _last(whole: bytes, mark: bytes) -> int:
    """Return the place behind the last line break outside quotes, 0 where there is none."""
    end = last = 0
    for cell in _quoted(mark).finditer(whole):
        last = max(last, whole.rfind(b"\n", end, cell.start()) + 1)
        if cell[1]:
            return last
        end = cell.end()
    return max(last, whole.rfind(b"\n", end) + 1)


def _ends(text: bytes, start: int, stop: int) -> int:
    """Return how many rows end: Apache Arrow takes a lone carriage return for the end of one too."""
    returns = text.count(b"\r", start, stop)
    return text.count(b"\n", start, stop) + (returns and returns - text.count(b"\r\n", start, stop))


@cache
def _quoted(mark: bytes) -> re.Pattern[bytes]:
    """A cell between quotes, the last of which may stay open to the end of the text: that one is the group.

    Only a quote that begins a cell opens one, any other stands for itself.
    """
    return re.compile(_begun(mark) + rb'"|(' + _begun(mark) + rb"\Z)")


@cache
def _closed(mark: bytes) -> re.Pattern[bytes]:
    return re.compile(_begun(mark) + rb'"')


@cache
def _opening(mark: bytes) -> re.Pattern[bytes]:
    return re.compile(_begin(mark))


def _begun(mark: bytes) -> bytes:
    return _begin(mark) + rb'[^"]*+(?:""[^"]*+)*+'


def _begin(mark: bytes) -> bytes:
    return rb"(?:\A|(?<=[\r\n" + re.escape(mark) + rb']))"'
