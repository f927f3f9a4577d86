"""Web pages and HTML saved by Word -> text model."""

import re
from typing import TYPE_CHECKING

from cchc.intake.decode import clean, decode
from cchc.intake.old_fonts import old_font_warning
from cchc.intake.places import after_body, with_own_places
from cchc.model.blocks import TextDocument
from cchc.model.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*>")
_HEAD = 4096
_WIDE = "trang HTML có bảng quá nhiều cột, không phải một báo cáo; hãy lưu lại từ Word thành .docx"
_NESTED = "trang HTML có quá nhiều lớp lồng nhau, không phải một báo cáo; hãy lưu lại từ Word thành .docx"


def read_html(raw: bytes, file: str) -> TextDocument:
    """Return what a page shows as blocks; raise `InputError` for a page without text or of unknown encoding.

    Places are "đoạn N", "bảng T, hàng R, cột C" and "chú thích N".
    """
    from cchc.intake.html_tables import TooWideError
    from cchc.intake.html_walk import Walk

    root = _parsed(_text(raw, file), file)
    walk = Walk()
    try:
        walk.read(root)
    except RecursionError:
        raise InputError(_NESTED, file) from None
    except TooWideError:
        raise InputError(_WIDE, file) from None
    blocks = with_own_places(after_body(walk.blocks))
    if not blocks:
        raise InputError("trang HTML không có chữ nào; hãy kiểm tra lại tệp", file)
    warning = old_font_warning("\n".join(block.text for block in blocks), walk.fonts)
    return TextDocument(file, "html", blocks, (warning,) if warning else ())


def _text(raw: bytes, file: str) -> str:
    """Return the page decoded by its byte order mark, or as it declares itself, or as UTF-8."""
    named = _CHARSET.search(raw[:_HEAD])
    name = named[1].decode("ascii") if named else "utf-8"
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or name.lower().startswith("utf"):
        return decode(raw, file)
    try:
        return clean(raw.decode(name))
    except (LookupError, UnicodeError):
        return decode(raw, file)


def _parsed(text: str, file: str) -> "HtmlElement":
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        parser = HTMLParser(remove_comments=True, remove_pis=True)
        return document_fromstring(_PROLOG.sub("", text, count=1), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise InputError("không phải trang HTML đọc được; hãy kiểm tra lại tệp", file) from None
