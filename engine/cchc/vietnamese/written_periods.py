"""Periods as people write them into a cell of their own: `4/2025`, `T4/2025`, `2025-04`, `Q1/2025`, `2025`."""

import re

from cchc.vietnamese.fold import fold
from cchc.vietnamese.named_periods import NamedPeriod, named_periods
from cchc.vietnamese.spelling import compose

_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_QUARTER = r"(?P<quarter>iv|i{1,3}|0?[1-4])"
_YEAR = r"(?P<year>20\d\d)"
_SHORT = tuple(
    re.compile(form)
    for form in (
        rf"(?:th?\.? ?|thang )?{_MONTH} ?[/-] ?{_YEAR}",
        rf"{_YEAR} ?[/-] ?{_MONTH}",
        rf"(?:q\.? ?|quy ?){_QUARTER} ?[/-] ?{_YEAR}",
        rf"{_YEAR} ?[/-]? ?q(?P<quarter>[1-4])",
        _YEAR,
    )
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_AROUND = frozenset({"", "ky", "bao cao", "ky bao cao"})


def written_period(text: str) -> NamedPeriod | None:
    """Return the period that a cell holds, None where it is none, has no year, or says anything else besides.

    A day is no period, and of `cuối năm 2025` or `tháng tư năm 2025` the year alone would be another period than is meant.
    """
    plain = fold(text)
    for form in _SHORT:
        if found := form.fullmatch(plain):
            return _short(found.groupdict(), len(text))
    composed = compose(text)
    named = named_periods(composed)
    if len(named) != 1 or named[0].year is None:
        return None
    around = (composed[: named[0].start], composed[named[0].end :])
    return named[0] if all(fold(part).strip(" .,:;") in _AROUND for part in around) else None


def _short(found: dict[str, str | None], end: int) -> NamedPeriod:
    year = int(found["year"] or 0)
    if month := found.get("month"):
        return NamedPeriod("month", int(month), year, 0, end)
    if quarter := found.get("quarter"):
        return NamedPeriod("quarter", _ROMAN.get(quarter) or int(quarter), year, 0, end)
    return NamedPeriod("year", 1, year, 0, end)
