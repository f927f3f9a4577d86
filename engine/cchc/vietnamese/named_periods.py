"""Reporting periods named in a text, each with where it stands: `tháng 4/2025`, `quý I`, `6 tháng đầu năm 2024`."""

import re
from dataclasses import dataclass

from cchc.model.period import Period, PeriodKind
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.spelling import spell

_YEAR = r"(?:(?:\s*[/.-]\s*|,?\s*(?:của\s+)?năm\s+)(?P<y>20\d\d)(?!\d))?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_HALVES = {"đầu": 1, "cuối": 2}
# Longer forms first: each takes its words away. "11 tháng năm 2024" is no period of the law and names no year either.
_FORMS: tuple[tuple[PeriodKind | None, re.Pattern[str]], ...] = (
    ("half_year", re.compile(r"\b(?:0?6|sáu)\s+tháng\s+(?P<n>đầu|cuối)(?:\s+năm)?(?:\s*[/-]?\s*(?P<y>20\d\d)(?!\d))?")),
    ("nine_months", re.compile(r"\b(?:0?9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm|\s*/)(?:\s*(?P<y>20\d\d)(?!\d))?")),
    (None, re.compile(r"\b\d{1,2}\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s*/?\s*20\d\d)?")),
    ("month", re.compile(rf"\btháng\s+(?P<n>\d{{1,2}})(?!\d){_YEAR}")),
    ("quarter", re.compile(rf"\bqu[íý]\s*(?P<n>iv|i{{1,3}}|0?[1-4])(?!\w){_YEAR}")),
    ("year", re.compile(r"\bnăm\s+(?P<y>20\d\d)(?!\d)(?!\s*-\s*20\d\d)")),
)


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period as printed; `year` is None where none is printed with it. Offsets are those of the text."""

    kind: PeriodKind
    number: int
    year: int | None
    start: int
    end: int

    def period(self, default_year: int) -> Period:
        """Return the period; where no year is printed it is `default_year`."""
        return Period(kind=self.kind, number=self.number, year=self.year or default_year)


def named_periods(text: str) -> tuple[NamedPeriod, ...]:
    """Return the periods that composed `text` names, in reading order; months and years within dates are none."""
    rest, found = list(spell(text)), list[NamedPeriod]()
    for dated in dates_in(text):
        rest[dated.start : dated.end] = "\n" * (dated.end - dated.start)
    for kind, form in _FORMS:
        for match in form.finditer("".join(rest)):
            number = _number(kind, match.groupdict().get("n"))
            if kind and 1 <= number <= 12:
                year = match.groupdict().get("y")
                found.append(NamedPeriod(kind, number, int(year) if year else None, match.start(), match.end()))
            rest[match.start() : match.end()] = "\n" * len(match[0])
    return tuple(sorted(found, key=lambda p: p.start))


def _number(kind: PeriodKind | None, word: str | None) -> int:
    if kind in ("month", "quarter") and word:
        return _ROMAN.get(word) or int(word)
    return _HALVES.get(word or "", 1)
