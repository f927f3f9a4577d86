"""Numbers in a units table, by Vietnamese convention: `1.234` is a count, `12,5` and `54,9%` are decimal."""

import math
import re

from cchc.intake.report_file import figure_fault
from cchc.model.figure import Stated
from cchc.packs.figure_schema import FigureDef
from cchc.vietnamese.numbers import show_number

# A group of thousands never begins with 0: "0.125" is a decimal number.
_THOUSANDS_DOT = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_THOUSANDS_SPACE = re.compile(r"[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"\d+([.,]\d+)?")


class CellError(ValueError):
    """A cell or heading that cannot be used; the message says what to write instead."""


def read_figure(cell: str | float, figure: FigureDef) -> float:
    """Return a figure's value; NaN for an empty cell; percents as fractions."""
    if cell == "":
        return math.nan
    percent = isinstance(cell, str) and cell.endswith("%")
    if isinstance(cell, str):
        value = _decimal(cell.removesuffix("%").rstrip()) if percent or figure.kind == "percent" else _plain(cell)
    else:
        value = _float(cell)
    stated = Stated(value=value, decimals=0, percent_sign=percent)
    fault = _as_fraction(value, percent, figure) or figure_fault(figure, stated)
    if fault:
        raise CellError(fault)
    return value / 100 if figure.kind == "percent" else value


def plain_figure(cell: str, figure: FigureDef) -> float:
    """Return a figure as programs write it (`7.05`, `138744`); NaN for an empty cell; percents as fractions."""
    if not cell:
        return math.nan
    try:
        value = float(cell)
    except ValueError:
        raise CellError(f"'{cell}' không phải là một số; để trống nếu chưa có số liệu") from None
    fault = figure_fault(figure, Stated(value=value, decimals=0))
    if fault or not math.isfinite(value):
        raise CellError(fault or f"'{cell}' không phải là một số")
    return value / 100 if figure.kind == "percent" else value


def _as_fraction(value: float, percent: bool, figure: FigureDef) -> str | None:
    """Spreadsheets store 90% as 0.9: taken as printed it would be less than one percent."""
    if 0 < value <= 1 and figure.kind == "percent" and not percent:
        meant, printed = show_number(100 * value, decimals=4), show_number(value, decimals=6)
        return f"tỷ lệ ghi theo phần trăm: {meant}%, hoặc '{printed}%' nếu đúng là {printed} phần trăm"
    return None


def _float(cell: float) -> float:
    try:
        return float(cell)
    except OverflowError:
        raise CellError("số quá lớn") from None


def read_points(cell: str | float, maximum: float) -> float:
    """Return points that a person entered, within 0 and the maximum; NaN for an empty cell."""
    if cell == "":
        return math.nan
    value = _decimal(cell) if isinstance(cell, str) else _float(cell)
    if not 0 <= value <= maximum:
        raise CellError(f"điểm phải từ 0 đến {show_number(maximum)}, đang ghi {cell}")
    return value


def read_days(cell: str | float, most: float) -> float | None:
    """Return a whole number of days from 0 to `most`; None for an empty cell."""
    if cell == "":
        return None
    value = _decimal(cell) if isinstance(cell, str) else _float(cell)
    if not 0 <= value <= most or value != int(value):
        raise CellError(f"số ngày phải là số nguyên từ 0 đến {show_number(most)}, đang ghi {cell}")
    return value


def _plain(text: str) -> float:
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
