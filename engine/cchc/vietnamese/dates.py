"""Find days and spans of days as people write them: `15/3/2025`, `ngày 05 tháng 12 năm 2024`, `15/12 - 14/3`."""

import re
from dataclasses import dataclass
from datetime import date

from cchc.vietnamese.spelling import spell

_NEAR = 20
_YEAR = r"(?P<y{n}>(?:19|20)\d\d)(?!\d)"
_SIGNS = r"(?P<d{n}>\d{{1,2}})\s?(?P<s{n}>[/.-])\s?(?P<m{n}>\d{{1,2}})(?!\d)"
_WORDS = r"(?P<D{n}>\d{{1,2}})\s+tháng\s+(?P<M{n}>\d{{1,2}})(?!\d)(?:[\s,]+năm\s+(?P<Y{n}>(?:19|20)\d\d)(?!\d))?"
_FREE = r"(?<![\d/.,-])"
_SIGNED = re.compile(_FREE + _SIGNS.format(n="") + r"\s?(?P=s)\s?" + _YEAR.format(n="") + r"(?!\s?[/-]\s?\w)")
_WORDED = re.compile(r"ngày\s+" + _WORDS.format(n=""))
# The place of the day may hold blanks, dots, underscores or a slash to be filled in by hand.
_NO_DAY = re.compile(r"ngày[\s._/]*tháng\s*(?P<M>\d{1,2})(?!\d)[\s,]*năm\s*(?P<Y>(?:19|20)\d\d)(?!\d)")
_SHORT = re.compile(r"ngày\s+" + _SIGNS.format(n="").replace("[/.-]", "[/-]") + r"(?!\s?[/.-]\s?\d)")
_POINT = r"(?:ngày\s+)?(?:" + _WORDS + r"|" + _SIGNS + r"(?:\s?(?P=s{n})\s?" + _YEAR + r")?)"
_SPAN = re.compile(
    r"(?P<from>từ\s+|kể\s+từ\s+|tính\s+từ\s+)?" + _FREE + _POINT.format(n=1)
    + r"\s*(?P<to>(?:đến|tới)(?:\s+hết)?|-)\s*" + _POINT.format(n=2) + r"(?![\d/])"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A day named in a text and where; `day` is None where the day of the month or the year is left out."""

    day: date | None
    month: int
    year: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days named in a text, both days included, and where."""

    first: date
    last: date
    start: int
    end: int


def dates_in(text: str, default_year: int | None = None) -> tuple[Dated, ...]:
    """Return the days that composed `text` names, in reading order; days that no calendar has are left out.

    `ngày 15/3` needs `default_year` to be a day. A month alone (`tháng 4/2025`) is a period and no date, but the date
    line that still waits for its day (`ngày ... tháng 4 năm 2025`) is returned with `day` None.
    """
    spelled, found = spell(text), list[Dated]()
    taken = bytearray(len(spelled))
    for form in (_SIGNED, _WORDED, _NO_DAY, _SHORT):
        for match in form.finditer(spelled):
            dated = _dated(match, default_year)
            if dated and not any(taken[dated.start : dated.end]):
                found.append(dated)
                taken[dated.start : dated.end] = b"\1" * (dated.end - dated.start)
    return tuple(sorted(found, key=lambda d: d.start))


def windows_in(text: str, last_year: int | None = None) -> tuple[Window, ...]:
    """Return the spans of days that composed `text` names; `last_year` is that of the last day where none is printed.

    A first day without a year lies in the year of the last day, or in the year before when it would come after it.
    """
    return tuple(window for match in _SPAN.finditer(spell(text)) if (window := _window(match, last_year)))


def _dated(match: re.Match[str], default_year: int | None) -> Dated | None:
    groups = match.groupdict()
    day, month, year = (groups.get(name) or groups.get(name.upper()) for name in "dmy")
    if not 1 <= int(month or 0) <= 12:
        return None
    found = _day(int(year or default_year or 0), int(month or 0), int(day)) if day else None
    if day and found is None and (year or default_year):
        return None
    printed = int(year) if year else default_year
    return Dated(found, int(month or 0), printed, match.start(), match.end())


def _window(match: re.Match[str], last_year: int | None) -> Window | None:
    (d1, m1, y1), (d2, m2, y2) = _point(match, 1), _point(match, 2)
    # "15/12 - 14/3" may be two fractions: days joined by a dash alone carry a sign of being days.
    if match["to"] == "-" and not (match["from"] or y2 or "ngày" in match[0] or _bracketed(match)):
        return None
    year = y2 or last_year
    last = _day(year or 0, m2, d2)
    if last is None or year is None:
        return None
    first = _day(y1 or (year if (m1, d1) <= (m2, d2) else year - 1), m1, d1)
    return Window(first, last, match.start(), match.end()) if first and first <= last else None


def _point(match: re.Match[str], n: int) -> tuple[int, int, int | None]:
    day, month, year = (match[f"{name}{n}"] or match[f"{name.upper()}{n}"] for name in "dmy")
    return int(day), int(month), int(year) if year else None


def _bracketed(match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = match.string[max(start - _NEAR, 0) : start], match.string[end : end + _NEAR]
    return before.rstrip().endswith("(") and after.lstrip().startswith(")")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
