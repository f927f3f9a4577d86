"""Numbers in a units table, by Vietnamese convention: `1.234` is a count, `12,5` and `54,9%` are decimal."""

import math
import re

from cchc.packs.schema import FigureKind

_THOUSANDS_DOT = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_THOUSANDS_SPACE = re.compile(r"\d{1,3}([ \u00a0\u202f]\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"\d+([.,]\d+)?")


class CellError(ValueError):
    """A cell or heading that cannot be used; the message says what to write instead."""


def read_figure(text: str, kind: FigureKind) -> float:
    """Return a figure's value; NaN for an empty cell; percents as fractions."""
    if not text:
        return math.nan
    return checked(_percent(text) if kind == "percent" else _plain(text), kind, text)


def checked(value: float, kind: FigureKind, shown: str) -> float:
    """Return a number if it is a possible value of a figure (a percent: as printed), percents as fractions."""
    if not math.isfinite(value):
        raise CellError(f"'{shown}' không phải là một số")
    if value < 0:
        raise CellError(f"số liệu không thể âm: {shown}")
    if kind == "count" and value != math.floor(value):
        raise CellError(f"số đếm phải là số nguyên, đang ghi {shown}")
    if kind == "percent" and value > 100:
        raise CellError(f"tỷ lệ phần trăm không thể quá 100%, đang ghi {shown}")
    return value / 100 if kind == "percent" else value


def read_points(text: str, maximum: float) -> float:
    """Return points that a person entered; NaN for an empty cell."""
    return math.nan if not text else checked_points(_decimal(text), maximum, text)


def checked_points(value: float, maximum: float, shown: str) -> float:
    """Return points if they lie within 0 and the maximum."""
    if not 0 <= value <= maximum:
        raise CellError(f"điểm phải từ 0 đến {maximum:g}, đang ghi {shown}".replace(".", ","))
    return value


def _percent(text: str) -> float:
    return _decimal(text.removesuffix("%").rstrip())


def _plain(text: str) -> float:
    if text.endswith("%"):
        raise CellError(f"ô này là số đếm hoặc số tiền, không ghi tỷ lệ: {text}")
    negative, digits = text[0] in "-−" and len(text) > 1, text.lstrip("-−")
    if _THOUSANDS_DOT.fullmatch(digits):
        value = float(digits.replace(".", "").replace(",", "."))
    elif _THOUSANDS_SPACE.fullmatch(digits):
        value = float("".join(digits.split()).replace(",", "."))
    else:
        value = _decimal(digits, text)
    return -value if negative else value


def _decimal(text: str, shown: str | None = None) -> float:
    negative, digits = text.startswith(("-", "−")), text.lstrip("-−")
    if not _DECIMAL.fullmatch(digits) or not digits.isascii():
        hint = "để trống nếu chưa có số liệu, ghi 0 nếu không phát sinh"
        raise CellError(f"'{shown or text}' không phải là một số; {hint}")
    value = float(digits.replace(",", "."))
    return -value if negative else value
