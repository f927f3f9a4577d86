"""The rows of a units table as text with their line numbers, from CSV or from the sheet of a workbook."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.intake.unit_tops import Fits, Row, lists_units, top_of
from cchc.model.blocks import Block
from cchc.model.errors import InputError

_SEPARATORS = (",", ";", "\t")
_DEEPEST = 15


@dataclass(frozen=True)
class Sheet:
    """A heading and the rows under it; `line` is that of the heading, and every row has its own."""

    file: str
    line: int
    heading: list[str]
    rows: list[tuple[int, list[str]]]
    warnings: tuple[str, ...] = ()

    def lists_units(self) -> bool:
        """Return whether the heading is that of a units table: it has at least two of id, name and kind."""
        return lists_units(self.heading)


def _headed(rows: Sequence[Row], file: str, warnings: tuple[str, ...], fits: Fits) -> Sheet:
    top = top_of(rows, fits)
    return Sheet(file, top.line, top.heading, top.rows, (*warnings, *top.said))


def csv_sheet(text: str, file: str, fits: Fits = lists_units) -> Sheet:
    """Return CSV text as rows below the heading that `fits`; lines on top that begin with `#` are comments.

    Raise `InputError` on a broken line.
    """
    lines = list(io.StringIO(text, newline=""))
    comments = 0
    while comments < len(lines) and (not lines[comments].strip() or _is_comment(lines[comments])):
        comments += 1
    if comments == len(lines):
        raise InputError("tệp chỉ có dòng chú thích, chưa có dòng tiêu đề", file)
    # A title over the table has one cell whatever the separator: the heading below it tells.
    first = lines[comments : comments + _DEEPEST]
    separator = max(_SEPARATORS, key=lambda mark: max(_cells_in(line, mark) for line in first))
    reader = csv.reader(lines[comments:], delimiter=separator, strict=True)
    rows: list[Row] = []
    try:
        start = comments + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = comments + reader.line_num + 1
    except csv.Error as error:
        line = comments + reader.line_num
        raise InputError(f"dòng CSV sai (thường do thiếu dấu nháy kép): {error}", file, line) from None
    return _headed(rows, file, (), fits)


def _is_comment(line: str) -> bool:
    # Spreadsheets put a comment that holds a comma between quotes.
    return line.lstrip().lstrip('"').startswith("#")


def _cells_in(line: str, separator: str) -> int:
    return len(next(csv.reader([line], delimiter=separator)))


def workbook_sheet(path: Path, fits: Fits = lists_units) -> Sheet:
    """Return the sheet of a workbook that has a heading that `fits`, else its first sheet; cells as printed.

    Raise `InputError` where the workbook cannot be read or has no row under its comments.
    """
    # Imported here: a CSV needs none of the readers of documents.
    from cchc.intake.documents import read_document

    document = read_document(path)
    tables: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.cell:
            tables.setdefault(block.cell.table, []).append(block)
    sheets = [sheet for cells in tables.values() for sheet in _sheet(cells, str(path), document.warnings, fits)]
    if not sheets:
        raise InputError("tệp chỉ có dòng chú thích, chưa có dòng tiêu đề", str(path))
    return next((sheet for sheet in sheets if fits(sheet.heading)), sheets[0])


def _sheet(cells: Sequence[Block], file: str, warnings: tuple[str, ...], fits: Fits) -> Iterator[Sheet]:
    """Yield the rows of one sheet, if it has any but comments."""
    rows = list(_rows(cells))
    while rows and _is_comment(next((cell for cell in rows[0][1] if cell), "")):
        rows.pop(0)
    if rows:
        yield _headed(rows, file, warnings, fits)


def _rows(cells: Iterable[Block]) -> Iterator[Row]:
    by_row: dict[int, dict[int, str]] = {}
    for block in cells:
        if block.cell:
            by_row.setdefault(block.cell.row, {})[block.cell.column] = block.text
    for row, texts in sorted(by_row.items()):
        last = max((column for column, text in texts.items() if text.strip()), default=0)
        yield row, [texts.get(column, "") for column in range(1, last + 1)]
