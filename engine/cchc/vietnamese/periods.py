"""Find reporting periods named in Vietnamese text."""

import re

from cchc.model.period import Period, PeriodKind
from cchc.vietnamese.fold import fold

_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "dau": 1, "cuoi": 2, "nam": 1, "9": 1}
_YEAR = r"(?:(?:\s*/\s*|\s*-\s*|\s+nam )(\d{4}))?(?!\d)"
# Longer forms first: each takes its words away, so that "quý I năm 2025" does not also name the year 2025.
_FORMS: tuple[tuple[PeriodKind, re.Pattern[str]], ...] = (
    ("half_year", re.compile(r"\b6 thang (dau|cuoi)(?: nam)?(?:\s+(\d{4}))?(?!\d)")),
    ("nine_months", re.compile(r"\b(9) thang(?: dau)? nam(?:\s+(\d{4}))?(?!\d)")),
    ("month", re.compile(rf"\bthang (\d{{1,2}}){_YEAR}")),
    ("quarter", re.compile(rf"\bquy (iv|i{{1,3}}|[1-4])\b{_YEAR}")),
    ("year", re.compile(r"\b(nam) (\d{4})(?!\d)")),
)


def periods_in(text: str, default_year: int) -> tuple[Period, ...]:
    """Return the periods that `text` names, by kind; where no year is given it is `default_year`."""
    rest, found = fold(text), []
    for kind, form in _FORMS:
        for match in form.finditer(rest):
            number = _number(kind, match[1])
            if 1 <= number <= 12:
                found.append(Period(kind=kind, year=int(match[2] or default_year), number=number))
        rest = form.sub(" ", rest)
    return tuple(found)


def _number(kind: PeriodKind, word: str) -> int:
    return int(word) if kind in ("month", "quarter") and word.isdigit() else _NUMBERS[word]
