"""Open a document of any known format: the reader by its suffix, the suffix held against the first bytes."""

from collections.abc import Callable
from pathlib import Path

from cchc.intake.limits import within_limits
from cchc.intake.old_fonts import wholly_old
from cchc.intake.signatures import disguise
from cchc.model.blocks import TextDocument
from cchc.model.errors import InputError
from cchc.packs.source_text import reason

Reader = Callable[[bytes, str], TextDocument]
_MAX_MEGABYTES = 100
# Text is read whole at once; it has no pictures that would make it large.
_MAX_MEGABYTES_OF_TEXT = 30
_TEXT = (".txt", ".md")
_HTML = (".html", ".htm")
# What only an office program reads, and what it is to be converted to.
_LEGACY = {".doc": "docx", ".rtf": "docx", ".odt": "docx", ".xls": "xlsx"}
SUFFIXES = (".docx", ".pdf", *_TEXT, *_HTML, ".xlsx", ".csv", *_LEGACY)
"""The suffixes of documents that can be read."""


def read_document(path: Path) -> TextDocument:
    """Return a document as blocks with places; raise `InputError` with what is wrong and what to do."""
    suffix, name = path.suffix.lower(), str(path)
    raw = _content(path)
    if suffix not in SUFFIXES:
        raise InputError(
            f"chưa đọc được loại tệp '{path.suffix or path.name}'; hãy lưu thành một trong: {', '.join(SUFFIXES)}", name
        )
    if fault := disguise(raw, suffix):
        raise InputError(fault, name)
    if suffix in _LEGACY:
        from cchc.intake.convert import converted

        return converted(raw, name, _LEGACY[suffix], read_document)
    if suffix == ".docx":
        from cchc.intake.docx import read_docx

        return _readable(read_docx(path))
    return _readable(_reader(suffix)(raw, name))


def _readable(document: TextDocument) -> TextDocument:
    """Return a document whose words can be told; of another, every figure would be called missing."""
    document = within_limits(document)
    if fault := wholly_old("\n".join(block.text for block in document.blocks)):
        raise InputError(fault, document.file)
    return document


def _reader(suffix: str) -> Reader:
    """Return the reader of a format; what it needs is loaded only now."""
    if suffix in _TEXT:
        from cchc.intake.text import read_text_file

        return read_text_file
    if suffix in _HTML:
        from cchc.intake.html import read_html

        return read_html
    if suffix == ".pdf":
        from cchc.intake.pdf import read_pdf

        return read_pdf
    if suffix == ".csv":
        from cchc.intake.sheet_csv import read_csv

        return read_csv
    from cchc.intake.sheet import read_sheet

    return read_sheet


def _content(path: Path) -> bytes:
    """Return the bytes of a file; a file that is too large is refused before it is read."""
    name = str(path)
    try:
        if path.is_dir():
            raise InputError("đây là thư mục, cần một tệp", name)
        size = path.stat().st_size
        # A pipe or a device would keep the reader waiting without end.
        if not path.is_file():
            raise InputError("đây không phải một tệp thường; hãy lưu nội dung thành tệp", name)
        most = _MAX_MEGABYTES_OF_TEXT if path.suffix.lower() in (*_TEXT, *_HTML, ".csv") else _MAX_MEGABYTES
        if size > most * 1_000_000:
            raise InputError(f"tệp lớn hơn {most} MB, không phải một báo cáo; hãy kiểm tra lại tệp", name)
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", name) from None
    except (OSError, ValueError) as error:
        raise InputError(f"không mở được tệp: {reason(error)}", name) from None
    if not raw.strip():
        raise InputError("tệp trống; hãy kiểm tra lại tệp", name)
    return raw
