"""Word files (.docx) as text documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.intake.old_fonts import old_font_warning
from cchc.model.blocks import TextDocument
from cchc.model.errors import InputError
from cchc.wordml.block import WordBlock
from cchc.wordml.layout import layout_of
from cchc.wordml.package import Package, open_package
from cchc.wordml.unread import Unread, unread
from cchc.wordml.walk import walk

_TRACKED = (
    "tệp còn thay đổi chưa duyệt (Track Changes): chữ chèn thêm được đọc, chữ xóa không đọc;"
    " hãy duyệt hết trước khi gửi"
)
_UNREAD = "có {what} không đọc được; số liệu ở đó không được kiểm tra, hãy gõ thành chữ hoặc bảng"
_NO_TEXT = "tệp Word không có chữ nào"
_SCANNED = f"{_NO_TEXT}, chỉ có hình ảnh (có thể là bản quét); hãy dùng tệp Word gốc có chữ"
_EMPTY = f"{_NO_TEXT}; hãy kiểm tra lại tệp"


def read_docx(path: Path) -> TextDocument:
    """Return the text of a Word file; raise `InputError` where there is none or the file cannot be used."""
    package = open_package(path)
    blocks, missed = walk(package), unread(package)
    if not blocks:
        raise InputError(_SCANNED if missed.pictures else _EMPTY, str(path))
    plain = tuple(block.plain() for block in blocks)
    return TextDocument(
        str(path), "docx", plain, tuple(_warnings(blocks, missed)), layout_of(package), _signed(package) or None
    )


def _signed(package: Package) -> bool:
    """Tell whether the package holds a digital signature."""
    return any(r.kind == "origin" for r in package.relationships("").values()) and any(
        part.lower().startswith("_xmlsignatures/") and part.lower().endswith(".xml") for part in package.parts
    )


def _warnings(blocks: Sequence[WordBlock], missed: Unread) -> Iterator[str]:
    fonts = frozenset(font for block in blocks for font in block.fonts)
    if warning := old_font_warning("\n".join(block.text for block in blocks), fonts):
        yield warning
    counts = ((missed.pictures, "hình ảnh"), (missed.objects, "đối tượng nhúng"), (missed.equations, "công thức"))
    what = ", ".join(f"{count} {name}" for count, name in counts if count)
    if what:
        yield _UNREAD.format(what=what)
    if missed.has_tracked_changes:
        yield _TRACKED
