"""Excel workbooks as tables: a row a dossier, cells that are dates as dates."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.model.errors import InputError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

# Rows are read one by one, so what is refused is only what no export of a one-stop system can be.
_MOST_BYTES = 2_000_000_000
_BROKEN = "tệp Excel hỏng hoặc không đầy đủ; hãy mở bằng Excel rồi lưu lại thành .xlsx"
_LOCKED = "tệp đặt mật khẩu hoặc là tệp Excel đời cũ; hãy bỏ mật khẩu, lưu lại thành .xlsx"


def sheet_rows(path: Path) -> Iterator[tuple[str, Iterator[tuple[int, Sequence[str]]]]]:
    """Yield every visible sheet: its name, and its rows that hold something with their number, cells as text."""
    book = _open(path)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield sheet.title, _rows(sheet, str(path))
    finally:
        book.close()


def _open(path: Path) -> "Workbook":
    from openpyxl import load_workbook

    with path.open("rb") as file:
        if file.read(4) == b"\xd0\xcf\x11\xe0":
            raise InputError(_LOCKED, str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                raise InputError("tệp Excel bung ra quá lớn; hãy xuất thành CSV", str(path))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(path, read_only=True, data_only=True)
    except InputError:
        raise
    # openpyxl raises whatever its parsing comes upon.
    except Exception:
        raise InputError(_BROKEN, str(path)) from None


def _rows(sheet: Any, file: str) -> Iterator[tuple[int, Sequence[str]]]:
    # The size that a workbook states may be wrong, and rows are cut by it.
    sheet.reset_dimensions()
    try:
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [_text(cell) for cell in row]
            if any(cells):
                yield number, cells
    except Exception:
        raise InputError(_BROKEN, file) from None


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
