"""Find reporting periods named in Vietnamese text."""

import re

from cchc.model.period import Period
from cchc.vietnamese.fold import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = re.compile(r"\bthang (\d{1,2})(?:(?:\s*/\s*|\s*-\s*|\s+nam )(\d{4}))?(?!\d)")
_QUARTER = re.compile(r"\bquy (iv|i{1,3}|[1-4])(?:(?:\s*/\s*|\s+nam )(\d{4}))?\b")
_HALF = re.compile(r"\b6 thang (dau|cuoi) nam(?: (\d{4}))?")


def periods_in(text: str, default_year: int) -> tuple[Period, ...]:
    """Return the months, quarters and half years that `text` names; a missing year is `default_year`."""
    plain = fold(text)
    found: list[Period] = []
    for match in _MONTH.finditer(plain):
        number = int(match.group(1))
        if 1 <= number <= 12:
            found.append(Period(kind="month", year=int(match.group(2) or default_year), number=number))
    for match in _QUARTER.finditer(plain):
        year = int(match.group(2) or default_year)
        found.append(Period(kind="quarter", year=year, number=_ROMAN[match.group(1)]))
    for match in _HALF.finditer(plain):
        year = int(match.group(2) or default_year)
        found.append(Period(kind="half_year", year=year, number=1 if match.group(1) == "dau" else 2))
    return tuple(found)
