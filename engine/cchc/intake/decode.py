"""Bytes of a plain text file -> composed text, or an error that names the encoding it probably has."""

import codecs
import re

from cchc.intake.old_fonts import looks_like
from cchc.model.errors import InputError
from cchc.vietnamese.spelling import compose

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufffe\uffff]")
_COMMON = re.compile(r"\b(?:của|và|công|hành|nước|được|thủ tục)\b", re.IGNORECASE)
_ADVICE = "hãy mở bằng Notepad, chọn Lưu thành… với mã hóa UTF-8"


def decode(raw: bytes, file: str) -> str:
    """Return UTF-8 (with or without byte order mark) or marked UTF-16 as composed text, lines ended by a line feed.

    Signs that are never printed are dropped. Raises `InputError` for any other encoding.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if raw.startswith(m)), (b"", "utf-8"))
    if not mark and b"\x00" in raw:
        raise InputError(_null_bytes(raw), file)
    try:
        text = raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(_wrong(raw, encoding, error.start + len(mark)), file, line) from None
    return clean(text)


def clean(text: str) -> str:
    """Return `text` composed, every line break a line feed, without signs that are never printed."""
    return compose(_CONTROL.sub("", _BREAKS.sub("\n", text)))


def _null_bytes(raw: bytes) -> str:
    share = raw.count(b"\x00") / len(raw)
    if 0.2 < share < 0.6:
        return f"văn bản có vẻ ở dạng UTF-16 không có dấu nhận biết ở đầu tệp; {_ADVICE}"
    return "đây là tệp nhị phân, không phải văn bản; hãy kiểm tra lại tệp"


def _wrong(raw: bytes, encoding: str, at: int) -> str:
    if encoding != "utf-8":
        return f"văn bản UTF-16 bị hỏng ở byte thứ {at + 1}; {_ADVICE}"
    bad = f"byte thứ {at + 1} (0x{raw[at]:02X}) không phải UTF-8"
    old = looks_like(raw.decode("latin-1"))
    if old:
        return f"sai mã hóa: {bad}; văn bản có vẻ gõ bằng {old}; hãy chuyển sang Unicode bằng UniKey rồi lưu UTF-8"
    if len(_COMMON.findall(compose(raw.decode("cp1258", "ignore")))) >= 2:
        return f"sai mã hóa: {bad}; văn bản có vẻ ở dạng Windows-1258; {_ADVICE}"
    return f"sai mã hóa: {bad}; {_ADVICE}"
