"""What a file is by its first bytes, and what to say when its suffix tells otherwise."""

_ZIP, _OLE, _PDF, _RTF = "zip", "ole", "pdf", "rtf"
_SIGNS = (
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"{\\rtf", _RTF),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZIP"),
    (b"MZ", "chương trình Windows"),
)
_FITS = {
    ".docx": (_ZIP,), ".xlsx": (_ZIP,), ".odt": (_ZIP,), ".pdf": (_PDF,), ".rtf": (_RTF,),
    ".doc": (_OLE, _RTF, None), ".xls": (_OLE, None), ".txt": (None,), ".md": (None,), ".html": (None,),
    ".htm": (None,), ".csv": (None,),
}  # fmt: skip
_NAMES = {_ZIP: "tệp ZIP", _OLE: "tệp Word hoặc Excel đời cũ (.doc, .xls)", _PDF: "tệp PDF", _RTF: "tệp RTF"}
# "BM" and "MZ" may begin a text; the bytes after them are then no zeros.
_MAYBE_TEXT = (b"BM", b"MZ")


def kind_of(raw: bytes) -> str | None:
    """Return what the first bytes say a file is; None for text or what is not known."""
    # A PDF may have a few bytes of anything before its sign.
    if b"%PDF-" in raw[:1024]:
        return _PDF
    sign = next(((start, kind) for start, kind in _SIGNS if raw.startswith(start)), None)
    if sign is None or (sign[0] in _MAYBE_TEXT and b"\x00" not in raw[:512]):
        return None
    return sign[1]


def disguise(raw: bytes, suffix: str) -> str | None:
    """Return what is wrong if the content of a file is not what its suffix says."""
    kind = kind_of(raw)
    is_word = suffix == ".xlsx" and b"word/document" in raw and b"xl/workbook" not in raw
    if kind in _FITS[suffix] and not is_word:
        return None
    if kind == _OLE and suffix in (".docx", ".xlsx") and "EncryptedPackage".encode("utf-16-le") in raw:
        return "tệp đặt mật khẩu; hãy bỏ mật khẩu (Tệp, Thông tin, Bảo vệ) rồi lưu lại"
    if kind is None:
        return f"tệp không phải {suffix} hoặc đã hỏng ở đầu; hãy mở bằng chương trình đã tạo ra nó và lưu lại"
    what = _zip_name(raw) if kind == _ZIP else _NAMES.get(kind, kind)
    return f"đây là {what} đổi tên thành {suffix}; hãy dùng đúng tệp gốc, hoặc lưu lại thành .docx"


def _zip_name(raw: bytes) -> str:
    """Tell a Word from an Excel file by the names in the directory of the archive."""
    if b"word/document" in raw:
        return "tệp Word (.docx)"
    return "tệp Excel (.xlsx)" if b"xl/workbook" in raw else _NAMES[_ZIP]
