"""A period as people enter it in a cell or an option: `tháng 4/2025`, `T4/2025`, `2025-04`, `Q1/2025`, `quý I năm 2025`, `2025`."""

import re

from cchc.model.period import Period, PeriodKind
from cchc.vietnamese.fold import fold
from cchc.vietnamese.named_periods import named_periods
from cchc.vietnamese.spelling import compose

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<y>20\d\d)"
# A number and a year are a month: nobody writes the first quarter as 1/2025.
_SHORT: tuple[tuple[PeriodKind, re.Pattern[str]], ...] = (
    ("month", re.compile(rf"(?:(?:t|th|thang)\.? ?)?(?P<n>0?[1-9]|1[0-2]) ?[/-] ?{_YEAR}")),
    ("month", re.compile(rf"{_YEAR} ?[/-] ?(?P<n>0[1-9]|1[0-2])")),
    ("quarter", re.compile(rf"(?:q|quy)\.? ?(?P<n>iv|i{{1,3}}|[1-4]) ?[/-] ?{_YEAR}")),
    ("quarter", re.compile(rf"{_YEAR} ?[/-]? ?q(?P<n>[1-4])")),
    ("year", re.compile(rf"(?:nam )?{_YEAR}")),
)


def entered_period(text: str) -> Period | None:
    """Return the one period that a text is, None where it is none, several or without a year."""
    plain = fold(text)
    for kind, form in _SHORT:
        if match := form.fullmatch(plain):
            number = match.groupdict().get("n") or "1"
            return Period(kind=kind, number=_ROMAN.get(number) or int(number), year=int(match["y"]))
    found = named_periods(compose(text))
    if len(found) != 1 or found[0].year is None:
        return None
    return found[0].period(found[0].year)
