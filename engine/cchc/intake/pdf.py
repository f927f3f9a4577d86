"""PDF with a text layer -> text model: paragraphs, tables drawn with lines, footnotes, heads and feet."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cchc.intake.old_fonts import old_font_warning
from cchc.intake.pdf_blocks import body_blocks
from cchc.intake.pdf_edges import Edges, without_edges
from cchc.intake.pdf_page import Page, page_of
from cchc.intake.places import with_own_places
from cchc.model.blocks import Block, TextDocument
from cchc.model.errors import InputError
from cchc.model.wording import Layout

_MOST_PAGES = 1000
_FEW_LETTERS = 20
_PAGES_NAMED = 10
_MM_A_POINT = 25.4 / 72
_SIGNATURE = re.compile(rb"/ByteRange\s*\[")
_SCANNED = (
    "tệp PDF là ảnh quét, không có lớp chữ; hãy dùng tệp Word gốc (.docx), hoặc nhận dạng chữ (OCR) rồi kiểm tra lại"
)
_BROKEN = "tệp PDF hỏng hoặc không đầy đủ; hãy tải hoặc xuất lại tệp"


def read_pdf(raw: bytes, file: str) -> TextDocument:
    """Return the text of a PDF as blocks, place "trang P, đoạn N" or "trang P, bảng T, hàng R, cột C".

    Raises `InputError` for a file that is broken, locked, scanned or without text.
    """
    pages = _pages(raw, file)
    blank = [page.number for page in pages if _blank(page)]
    pictures = [page.number for page in pages if _blank(page) and page.picture]
    if len(blank) == len(pages):
        raise InputError(_SCANNED if pictures else "tệp PDF không có chữ nào; hãy kiểm tra lại tệp", file)
    edges = without_edges(pages)
    blocks = with_own_places([*body_blocks(pages, edges.body), *_outside(edges)])
    text = "\n".join(block.text for block in blocks)
    fonts = {font for page in pages for font in page.letters.fonts}
    old = old_font_warning(text, fonts)
    warnings = (*_warnings(pages, pictures, raw), *([old] if old else []))
    # A signature covers ranges of the bytes of its file, and says which.
    signed = bool(_SIGNATURE.search(raw)) or None
    return TextDocument(file, "pdf", blocks, warnings, _layout(pages), signed)


def _layout(pages: Sequence[Page]) -> Layout:
    """Return the size of the first upright page: wide tables may lie across their own."""
    width, height = next(((p.width, p.height) for p in pages if p.height >= p.width), (0.0, 0.0))
    sizes = {"page_width": round(width * _MM_A_POINT, 1), "page_height": round(height * _MM_A_POINT, 1)}
    return Layout.model_validate(sizes if width else {})


def _pages(raw: bytes, file: str) -> list[Page]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (4, 5):  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
            raise InputError("tệp PDF đặt mật khẩu; hãy bỏ mật khẩu rồi đọc lại", file) from None
        raise InputError(_BROKEN, file) from None
    try:
        count = len(document)
        if not 0 < count <= _MOST_PAGES:
            fault = f"tệp PDF có {count} trang, không phải một báo cáo; hãy kiểm tra lại tệp" if count else _BROKEN
            raise InputError(fault, file)
        return [_page(document, n) for n in range(count)]
    except pypdfium2.PdfiumError:
        raise InputError(_BROKEN, file) from None
    finally:
        document.close()


def _page(document: Any, n: int) -> Page:
    page = document[n]
    try:
        return page_of(page, n + 1)
    finally:
        page.close()


def _blank(page: Page) -> bool:
    """Tell whether a page has no text to read: too little beside a picture, or letters without a meaning."""
    letters = page.letters
    return (
        letters.count - letters.unknown < (_FEW_LETTERS if page.picture else 1) or letters.unknown * 2 > letters.count
    )


def _outside(edges: Edges) -> Iterator[Block]:
    for note in edges.notes:
        yield Block(note.text, f"chú thích {note.number}", kind="footnote", page=note.page, note=note.number)
    for line in edges.headers:
        yield Block(line.text, f"trang {line.page}, đầu trang", kind="header", page=line.page)
    for line in edges.footers:
        yield Block(line.text, f"trang {line.page}, cuối trang", kind="footer", page=line.page)


def _warnings(pages: Sequence[Page], pictures: Sequence[int], raw: bytes) -> Iterator[str]:
    if pictures:
        yield f"trang {_named(pictures)} là ảnh hoặc chữ không đọc được, không có lớp chữ: nội dung ở đó bị bỏ qua"
    letters, hidden = sum(page.letters.count for page in pages), sum(page.letters.hidden for page in pages)
    if hidden * 2 > letters:
        yield "chữ trong tệp do máy nhận dạng từ ảnh quét (OCR), có thể sai; hãy đối chiếu số liệu với bản gốc"
    struck = [page.number for page in pages if page.struck]
    if struck:
        yield f"trang {_named(struck)} có chữ gạch ngang (đã xóa), không được đọc; hãy đối chiếu, hoặc dùng bản cuối cùng"
    if b"%%EOF" not in raw[-2048:]:
        yield "tệp PDF có vẻ bị cắt ở cuối, có thể thiếu trang; hãy tải hoặc xuất lại tệp"


def _named(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:_PAGES_NAMED])) + ("…" if len(pages) > _PAGES_NAMED else "")
