"""The archive of an Excel workbook, looked through before openpyxl takes it to memory whole."""

import html
import io
import re
import zipfile

from cchc.model.errors import InputError

MOST_CELLS = 500_000
BROKEN = "tệp Excel hỏng hoặc không đầy đủ; hãy mở bằng Excel rồi lưu lại thành .xlsx"
TOO_MUCH = f"bảng có hơn {MOST_CELLS} ô, không phải một báo cáo; hãy kiểm tra lại tệp"
_MOST_BYTES = 300_000_000
# Two to six for each cell: openpyxl holds them all before the first one can be counted.
_MOST_TAGS = 3_000_000
_NOT_COMPUTED = re.compile(rb"<c\b[^<>]*>\s*<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_XML = re.compile(rb"\s*\0?<|\xef\xbb\xbf|\xff\xfe|\xfe\xff")
# What openpyxl makes a cell for each place of, empty or not.
_SPREAD = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^<>]*?\bref\s*=\s*[\"']([^\"'<>]*)")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)
_UNSAFE = "tệp Excel có khai báo XML không an toàn (DOCTYPE); hãy mở bằng Excel rồi lưu lại"
_SPREAD_OUT = "tệp Excel có vùng ô gộp hoặc liên kết quá rộng; hãy bỏ gộp ô ở đó, rồi lưu lại"


def inspect(raw: bytes, file: str) -> int:
    """Return how many formulas have no value; raise `InputError` for an archive that is broken, locked or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise InputError("tệp đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại", file)
            if sum(part.file_size for part in parts) > _MOST_BYTES:
                raise InputError("tệp bung ra quá lớn, không phải một bảng số liệu; hãy kiểm tra lại tệp", file)
            return _uncomputed(archive, file)
    except InputError:
        raise
    # zipfile raises many kinds for bytes that are no archive; none of them is for people.
    except Exception:
        raise InputError(BROKEN, file) from None


def _uncomputed(archive: zipfile.ZipFile, file: str) -> int:
    found = tags = spread = 0
    for part in archive.infolist():
        content = archive.read(part)
        # A sheet is what the workbook points at, whatever its name.
        if _XML.match(content) is None:
            continue
        _refuse_unsafe(content, file)
        tags += content.count(b"<")
        found += len(_NOT_COMPUTED.findall(content))
        spread += sum(map(_places, _SPREAD.findall(content)))
        if tags > _MOST_TAGS or spread > MOST_CELLS:
            raise InputError(TOO_MUCH if tags > _MOST_TAGS else _SPREAD_OUT, file)
    return found


def _refuse_unsafe(content: bytes, file: str) -> None:
    # Excel writes UTF-8; in UTF-16 nothing that is looked for here would be seen.
    if b"\0" in content:
        raise InputError(BROKEN, file)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError(_UNSAFE, file)


def _places(reference: bytes) -> int:
    """Return how many cells a range such as `A1:C4` has."""
    found = _RANGE.fullmatch(html.unescape(reference.decode("utf-8", "replace")).strip())
    if found is None:
        return 1
    columns = _column(found[3]) - _column(found[1])
    return (abs(columns) + 1) * (abs(int(found[4]) - int(found[2])) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
