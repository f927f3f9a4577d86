"""Excel workbooks -> text model: every sheet a table, every cell that holds something a block."""

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cchc.intake.places import with_own_places
from cchc.intake.sheet_archive import BROKEN, MOST_CELLS, TOO_MUCH, inspect
from cchc.intake.sheet_numbers import cell_text
from cchc.model.blocks import Block, Cell, TextDocument
from cchc.model.errors import InputError
from cchc.vietnamese.spelling import compose

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def read_sheet(raw: bytes, file: str) -> TextDocument:
    """Return the cells of all sheets, place "trang tính 'X', ô B7"; raise `InputError` if there is nothing to read."""
    uncomputed = inspect(raw, file)
    book = _open(raw, file)
    blocks = with_own_places(_blocks(book, file))
    if not blocks:
        hint = "; có công thức chưa tính, hãy mở bằng Excel rồi lưu lại" if uncomputed else "; hãy kiểm tra lại tệp"
        raise InputError(f"trang tính không có chữ hay số nào{hint}", file)
    return TextDocument(file, "sheet", blocks, tuple(_warnings(book, uncomputed)))


def _open(raw: bytes, file: str) -> "Workbook":
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(raw), data_only=True)
    # openpyxl raises whatever its parsing comes upon: KeyError, ValueError, TypeError, XML errors...
    except Exception:
        raise InputError(BROKEN, file) from None


def _blocks(book: "Workbook", file: str) -> Iterator[Block]:
    count = 0
    for table, sheet in enumerate(book.worksheets, start=1):
        spans = {(r.min_row, r.min_col): (r.max_row - r.min_row + 1, r.max_col - r.min_col + 1)
                 for r in sheet.merged_cells.ranges}  # fmt: skip
        for (row, column), cell in _cells(sheet):
            count += 1
            if count > MOST_CELLS:
                raise InputError(TOO_MUCH, file)
            text = compose(cell_text(cell.value, cell.number_format))
            if text:
                at = Cell(table, row, column, *spans.get((row, column), (1, 1)))
                place = f"trang tính '{sheet.title}', ô {cell.coordinate}"
                yield Block(text, place, kind="cell", cell=at, bold=bool(cell.font and cell.font.b))


def _cells(sheet: "Worksheet") -> list[tuple[tuple[int, int], Any]]:
    """Return the cells that exist, by row and column.

    The public ways give every cell of the rectangle, and one cell in the last corner makes that seventeen billion.
    """
    return sorted(sheet._cells.items(), key=lambda item: item[0])


def _warnings(book: "Workbook", uncomputed: int) -> Iterator[str]:
    if uncomputed:
        yield f"{uncomputed} ô công thức chưa có giá trị, không đọc được; hãy mở bằng Excel rồi lưu lại để tính"
    hidden = [f"'{sheet.title}'" for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        yield f"trang tính ẩn cũng được đọc: {', '.join(hidden)}; hãy kiểm tra có đúng là số liệu báo cáo không"
    for sheet in book.worksheets:
        rows = sum(1 for row in sheet.row_dimensions.values() if row.hidden)
        columns = sum(1 for column in sheet.column_dimensions.values() if column.hidden)
        if rows or columns:
            yield f"trang tính '{sheet.title}' có {rows} hàng, {columns} cột ẩn, cũng được đọc; hãy kiểm tra lại"
