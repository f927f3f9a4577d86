"""Tables in CSV -> text model, whatever separates the cells."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from cchc.intake.decode import decode
from cchc.intake.limits import MOST_BLOCKS, text_within_limits
from cchc.intake.old_fonts import old_font_warning
from cchc.model.blocks import Block, Cell, TextDocument
from cchc.model.errors import InputError

# In this order when they fit equally well: Vietnamese Excel writes semicolons, for the comma is in the numbers.
_SEPARATORS = (";", "\t", ",")
_SAMPLE = 50


def read_csv(raw: bytes, file: str) -> TextDocument:
    """Return the cells of a CSV table, place "dòng R, cột C"; raise `InputError` if it cannot be read."""
    text = text_within_limits(decode(raw, file), file)
    try:
        blocks = tuple(islice(_blocks(text, _separator(text)), MOST_BLOCKS + 1))
    except csv.Error:
        raise InputError(
            "bảng CSV sai dạng (dấu nháy mở mà không đóng?); hãy lưu lại từ Excel thành CSV UTF-8", file
        ) from None
    if not blocks:
        raise InputError("bảng không có ô nào; hãy kiểm tra lại tệp", file)
    warning = old_font_warning(text, ())
    return TextDocument(file, "sheet", blocks, (warning,) if warning else ())


def _blocks(text: str, separator: str) -> Iterator[Block]:
    for r, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), start=1):
        for c, cell in enumerate(row, start=1):
            if cell.strip():
                yield Block(cell.strip(), f"dòng {r}, cột {c}", kind="cell", cell=Cell(1, r, c))


def _separator(text: str) -> str:
    """Return the separator that cuts the most rows into one and the same number of cells."""

    def rows_alike(separator: str) -> int:
        sample = (
            row
            for _, row in zip(
                range(_SAMPLE), csv.reader(io.StringIO(text, newline=""), delimiter=separator), strict=False
            )
        )
        widths = [len(row) for row in sample if len(row) > 1]
        return max((widths.count(width) for width in widths), default=0)

    return max(_SEPARATORS, key=rows_alike)
