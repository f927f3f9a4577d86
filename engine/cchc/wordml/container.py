"""Open the ZIP archive of a Word file without trusting a word of what it says about itself."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from cchc.model.errors import InputError
from cchc.packs.source_text import reason

_MEGA = 1_000_000
_MAX_FILE = 100 * _MEGA
_MAX_UNPACKED = 200 * _MEGA
# XML shrinks ten to fifty times; a small file may shrink more, so the ratio is looked at only above a size.
_MAX_RATIO = 200
_RATIO_ABOVE = 20 * _MEGA
_MAX_PARTS = 10_000
_CHUNK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, LookupError,
    OverflowError,
)  # fmt: skip
_AGAIN = "hãy chép hoặc tải lại tệp gốc"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = {
    "EncryptedPackage": "tệp Word có mật khẩu; hãy mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu), lưu lại",
    "WordDocument": "đây là tệp Word đời cũ (.doc) đổi tên; hãy mở bằng Word và lưu lại thành .docx",
    "Workbook": "đây là tệp Excel đời cũ (.xls) đổi tên; hãy dùng đúng báo cáo Word (.docx)",
    "PowerPoint Document": "đây là tệp PowerPoint đời cũ (.ppt) đổi tên; hãy dùng đúng báo cáo Word (.docx)",
}
_SIGNS = (
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZIP"),
)
_FOLDERS = (("xl/", "tệp Excel"), ("ppt/", "tệp PowerPoint"), ("content.xml", "tệp OpenDocument (.odt, .ods)"))


def file_bytes(path: Path) -> bytes:
    """Return the content of a file, never more than a report may have; raise `InputError`."""
    file = str(path)
    try:
        if path.is_dir():
            raise InputError("đây là thư mục, cần một tệp", file)
        size = path.stat().st_size
        # A pipe or a device would keep the reader waiting without end.
        if not path.is_file():
            raise InputError("đây không phải một tệp thường; hãy lưu nội dung thành tệp", file)
        raw = b""
        if size <= _MAX_FILE:
            with path.open("rb") as source:
                raw = source.read(_MAX_FILE + 1)
    except FileNotFoundError:
        raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", file) from None
    except (OSError, ValueError) as error:
        raise InputError(f"không mở được tệp: {reason(error)}; hãy kiểm tra quyền và đường dẫn", file) from None
    if max(size, len(raw)) > _MAX_FILE:
        raise InputError(f"tệp lớn hơn {_MAX_FILE // _MEGA} MB, không phải một báo cáo; hãy kiểm tra lại tệp", file)
    return raw


def open_archive(raw: bytes, file: str) -> zipfile.ZipFile:
    """Return the archive in `raw`; raise `InputError` that says what the file is instead."""
    if not raw.strip(b"\0 \t\r\n"):
        raise InputError(f"tệp rỗng; {_AGAIN}", file)
    if not raw.startswith(b"PK"):
        raise InputError(_stranger(raw), file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except _BROKEN:
        raise InputError(f"tệp bị cắt cụt hoặc hỏng; {_AGAIN}", file) from None
    names = archive.namelist()
    if len(names) > _MAX_PARTS:
        raise InputError(f"tệp nén có {len(names)} phần, không phải một báo cáo; hãy kiểm tra lại tệp", file)
    # Programs differ in which of two they take, so that people would see another text than the one checked.
    if len({name.lower() for name in names}) < len(names):
        raise InputError("tệp hỏng: hai phần trùng tên; hãy mở bằng Word và lưu lại", file)
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise InputError("tệp nén có mật khẩu; hãy bỏ mật khẩu rồi lưu lại", file)
    # Other ways of packing may ask for gigabytes of memory before the first byte comes out; no Word program uses them.
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in archive.infolist()):
        raise InputError("tệp nén theo cách Word không dùng; hãy mở bằng Word và lưu lại", file)
    return archive


def unpacked(archive: zipfile.ZipFile, packed: int, file: str) -> dict[str, bytes]:
    """Return the parts of an archive of `packed` bytes, in its order; raise `InputError` on a bomb or a broken part."""
    parts, total = {}, 0
    try:
        for entry in archive.infolist():
            chunks = []
            for chunk in _chunks(archive, entry):
                chunks.append(chunk)
                total += len(chunk)
                if total > _MAX_UNPACKED or total > max(_RATIO_ABOVE, packed * _MAX_RATIO):
                    raise InputError("tệp nén bung ra quá lớn (bom nén), không phải một báo cáo; đừng mở tệp này", file)
            parts[entry.filename] = b"".join(chunks)
    except _BROKEN:
        raise InputError(f"tệp hỏng ở phần '{entry.filename}'; {_AGAIN}", file) from None
    return parts


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as source:
        while chunk := source.read(_CHUNK):
            yield chunk


def other_office_file(names: dict[str, bytes]) -> str:
    """Return what an archive without a Word document is, and what to do."""
    what = next((what for start, what in _FOLDERS if any(name.startswith(start) for name in names)), None)
    if what:
        return f"đây là {what} đổi tên; hãy dùng đúng báo cáo Word (.docx)"
    return "tệp nén này không có nội dung Word (word/document.xml); hãy mở bằng Word và lưu lại thành .docx"


def _stranger(raw: bytes) -> str:
    if raw.startswith(_OLE):
        kinds = (text for stream, text in _OLE_STREAMS.items() if stream.encode("utf-16-le") in raw)
        return next(kinds, "đây là tệp Office đời cũ đổi tên; hãy mở bằng Word và lưu lại thành .docx")
    what = next((what for sign, what in _SIGNS if raw.startswith(sign)), None) or _plain(raw)
    return f"đây là {what} đổi tên thành .docx; hãy dùng đúng tệp gốc, hoặc mở bằng Word và lưu lại thành .docx"


def _plain(raw: bytes) -> str:
    if b"\0" in raw:
        return "tệp loại khác"
    return (
        "trang HTML hoặc XML" if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else "tệp văn bản hoặc loại khác"
    )
