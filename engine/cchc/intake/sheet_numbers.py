"""The value of a spreadsheet cell as a Vietnamese reader sees it printed, by its number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from cchc.vietnamese.numbers import show_date

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[0#?][0#?,.]*")
# Above this a float holds no whole number any more.
_MOST = 1e15


def cell_text(value: object, form: str) -> str:
    """Return what a cell shows: `1.234` for 1234 formatted `#,##0`, `13%` for 0.13 formatted `0%`, `15/3/2025`.

    Without a format (`General`) a number has no thousands mark, so that 2025 stays a year.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Đúng" if value else "Sai"
    if isinstance(value, datetime | date):
        return _date(value, form)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value).strip()


def _date(day: date, form: str) -> str:
    plain = _LITERAL.sub("", form).lower()
    if "d" not in plain and "y" in plain and "m" in plain:
        return f"{day.month}/{day.year}"
    return show_date(day)


def _number(value: float, form: str) -> str:
    section = _section(value, form)
    plain = _LITERAL.sub("", section)
    pattern = _DIGITS.search(plain)
    if pattern is None or "e" in plain.lower() or not abs(value) < _MOST:
        return _general(value)
    before, after = _around(section)
    percent = "%" in plain
    digits = _digits(Decimal(str(abs(value))) * (100 if percent else 1), pattern[0])
    sign = "-" if value < 0 and ";" not in form and digits.strip("0,.") else ""
    return f"{before}{sign}{digits}{'%' if percent else ''}{after}".strip()


def _section(value: float, form: str) -> str:
    """Return the part of a format for positive, negative or zero values."""
    parts = re.sub(r'"[^"]*"', lambda m: m[0].replace(";", "\x00"), form).split(";")
    at = 1 if value < 0 and len(parts) > 1 else 2 if value == 0 and len(parts) > 2 else 0
    return parts[at].replace("\x00", ";")


def _general(value: float) -> str:
    if isinstance(value, int) or (value.is_integer() and abs(value) < _MOST):
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def _digits(value: Decimal, pattern: str) -> str:
    """Write a number of no sign by the digits of a format (`#,##0.0#`), rounded half up as it is printed."""
    whole, _, fraction = pattern.partition(".")
    # A comma behind the digits divides by a thousand, one among them groups.
    scaled = value / 1000 ** (len(whole) - len(whole.rstrip(",")))
    rounded = scaled.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    units, _, rest = f"{rounded:,f}".partition(".")
    units = units if "," in whole.rstrip(",") else units.replace(",", "")
    units = units.rjust(whole.count("0"), "0") if whole.count("0") > 1 and "," not in units else units
    rest = rest.rstrip("0").ljust(fraction.count("0"), "0")
    units = "" if not rounded and "0" not in pattern else units.replace(",", ".")
    return f"{units},{rest}" if rest else units


def _around(section: str) -> tuple[str, str]:
    """Return the words a format prints before and after the digits."""
    marked = _LITERAL.sub(
        lambda m: (m[1] or m[2] or "").translate({ord(c): 0xE000 + ord(c) for c in "0#?.,%"}), section
    )
    pattern = _DIGITS.search(marked)
    if pattern is None:
        return "", ""
    back = {0xE000 + ord(c): c for c in "0#?.,%"}
    after = marked[pattern.end() :].replace("%", "")
    return marked[: pattern.start()].replace("%", "").translate(back), after.translate(back)
