"""Cut a text of lines (CSV, JSON lines) into slices that begin and end with whole rows."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cchc.model.errors import InputError
from cchc.tables.block import Kind, Slice, Table

_SLICE = 24_000_000
_STEP = 1_000_000
_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARKS = (";", "\t", ",")
_LONGEST_HEADING = 1_000_000


def open_lines(path: Path, kind: Kind) -> Table:
    """Return a CSV or JSON lines file cut into slices; raise `InputError` where it cannot be one."""
    with path.open("rb") as file:
        head = file.read(4)
        if head.startswith(_WIDE) or b"\0" in head:
            raise InputError("tệp không phải UTF-8; hãy lưu lại dạng 'CSV UTF-8'", str(path))
        file.seek(len(_BOM) if head.startswith(_BOM) else 0)
        headings, mark, above = _heading(file, path) if kind == "csv" else ((), ",", 0)
        cuts = list(_cuts(file, above + 1, quoted=kind == "csv"))
    slices = tuple(Slice(path, kind, start, stop, row, headings, mark) for start, stop, row, _ in cuts)
    if not slices:
        raise InputError("bảng chưa có dòng nào" + (" dưới dòng tiêu đề" if kind == "csv" else ""), str(path))
    return Table(path, headings, slices, cuts[-1][3] - above)


def _heading(file: BinaryIO, path: Path) -> tuple[tuple[str, ...], str, int]:
    """Return the headings, the mark between cells, and how many rows they and the remarks above them take."""
    above, line = 1, file.readline(_LONGEST_HEADING)
    while line.startswith((b"#", b'"#')):
        above, line = above + 1, file.readline(_LONGEST_HEADING)
    # A heading may itself hold a line break between quotes.
    while line.count(b'"') % 2 and (more := file.readline(_LONGEST_HEADING)):
        line += more
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise InputError("tệp không phải UTF-8; hãy lưu lại dạng 'CSV UTF-8'", str(path), above) from None
    if not text.strip():
        raise InputError("tệp trống hoặc dòng đầu không có tiêu đề cột", str(path))
    below = file.tell()
    row = file.readline(_LONGEST_HEADING).decode(errors="replace")
    file.seek(below)
    try:
        mark = max(_MARKS, key=lambda each: _fits(text, row, each))
        headings = tuple(" ".join(cell.split()) for cell in _cells(text, mark))
    except csv.Error:
        raise InputError("không đọc được dòng tiêu đề; hãy lưu lại dạng 'CSV UTF-8'", str(path), above) from None
    twice = next((name for n, name in enumerate(headings) if name and name in headings[:n]), None)
    if twice:
        raise InputError(f"hai cột cùng tiêu đề '{twice}'; hãy giữ một cột", str(path), above)
    return headings, mark, above


def _cells(line: str, mark: str) -> list[str]:
    return next(csv.reader([line], delimiter=mark), [])


def _fits(heading: str, row: str, mark: str) -> tuple[bool, int]:
    """Return how well a mark parts the cells: headings hold commas of their own, but the row below has as many cells."""
    count = len(_cells(heading, mark))
    try:
        return count > 1 and len(_cells(row, mark)) == count, count
    except csv.Error:
        return False, count


def _cuts(file: BinaryIO, row: int, *, quoted: bool) -> Iterator[tuple[int, int, int, int]]:
    """Yield where each slice starts and stops, and its first and last row from `row` on; a break in quotes ends no row."""
    begin = start = file.tell()
    first = row
    inside = False
    while step := file.read(_STEP):
        rows, inside_after = _rows(step, inside, quoted=quoted)
        if start + len(step) - begin >= _SLICE and (end := _last_break(step, inside_after, quoted=quoted)) is not None:
            left, _ = _rows(step[end:], False, quoted=quoted)
            yield begin, start + end, first, row + rows - left - 1
            begin, first = start + end, row + rows - left
        row, inside, start = row + rows, inside_after, start + len(step)
    if start > begin:
        yield begin, start, first, row


def _rows(text: bytes, inside: bool, *, quoted: bool) -> tuple[int, bool]:
    """Return how many rows end in a text, and whether it ends between quotes."""
    if not quoted or (b'"' not in text and not inside):
        return text.count(b"\n"), inside
    pieces = text.split(b'"')
    outside = pieces[1::2] if inside else pieces[::2]
    return sum(piece.count(b"\n") for piece in outside), inside ^ (len(pieces) % 2 == 0)


def _last_break(text: bytes, inside_after: bool, *, quoted: bool) -> int | None:
    """Return the place behind the last line break outside quotes."""
    end = len(text)
    inside = inside_after and quoted
    while (at := text.rfind(b"\n", 0, end)) >= 0:
        inside ^= quoted and text.count(b'"', at, end) % 2 == 1
        if not inside:
            return at + 1
        end = at
    return None
