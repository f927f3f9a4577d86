"""Facts on what a report cites and on the events it counts: dates, registers, terms."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise

from cchc.checking.body_names import plain
from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.place import Place
from cchc.model.report import Citation, Event
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold
from cchc.vietnamese.numbers import show_date

_OFFICE = re.compile(r"^(chu tich|giam doc|thu truong|truong|chanh) ")


def _cited(rule: Callable[[Reading, tuple[Citation, ...]], Fact]) -> FactRule:
    return lambda r: UNKNOWN if r.report.citations is None else rule(r, r.report.citations)


def _latest(_: Reading, citations: tuple[Citation, ...]) -> Fact:
    dated = [(c.issued, c.at) for c in citations if c.issued]
    if not dated:
        return UNKNOWN
    last, place = max(dated, key=lambda item: item[0])
    return Fact(float(last.toordinal()), (place,) if place else ())


def _window(r: Reading) -> tuple[date, date]:
    lawful = r.report.period.window()
    return r.report.period.data_from or lawful[0], r.report.period.data_to or lawful[1]


def _dated(citations: Iterable[Citation], role: str, wrong: Callable[[date], bool]) -> Fact:
    """Count citations of a role with a wrong date; one without a date leaves it open."""
    own = [c for c in citations if c.role == role]
    found = [c.at for c in own if c.issued and wrong(c.issued)]
    return counted(found) if found or all(c.issued for c in own) else UNKNOWN


def _outside(r: Reading, citations: tuple[Citation, ...]) -> Fact:
    start, end = _window(r)
    return _dated(citations, "period_result", lambda issued: not start <= issued <= end)


def _before(r: Reading, citations: tuple[Citation, ...]) -> Fact:
    start, _ = _window(r)
    return _dated(citations, "result", lambda issued: issued < start)


def _basis(_: Reading, citations: tuple[Citation, ...]) -> Fact:
    """Count bases; unknown where none is marked and some citation was given no role at all."""
    found = [c.at for c in citations if c.role == "basis"]
    return counted(found) if found or all("role" in c.model_fields_set for c in citations) else UNKNOWN


def _on_weekend(_: Reading, citations: tuple[Citation, ...]) -> Fact:
    if citations and not any(c.issued for c in citations):
        return UNKNOWN
    return counted(c.at for c in citations if c.issued and c.issued.weekday() >= 5)


def _registers(citations: tuple[Citation, ...]) -> Mapping[tuple[str, str, int], list[tuple[int, Citation]]]:
    """Group dated citations by register: issuer, symbol and year, with the running number.

    `QĐ-UBND` is the symbol of every People's Committee: without the issuer a register is not known.
    """
    registers: dict[tuple[str, str, int], list[tuple[int, Citation]]] = defaultdict(list)
    for c in citations:
        running, _, symbol = (c.number or "").partition("/")
        if running.isdigit() and symbol and c.issued and c.issuer:
            issuer = _OFFICE.sub("", plain(c.issuer))
            registers[issuer, fold(symbol), c.issued.year].append((int(running), c))
    return registers


def _number_breaks(_: Reading, citations: tuple[Citation, ...]) -> Fact:
    breaks = []
    for entries in _registers(citations).values():
        ordered = sorted(entries, key=lambda e: e[0])
        for (low, first), (high, second) in pairwise(ordered):
            if low < high and first.issued and second.issued and first.issued > second.issued:
                breaks.append(second.at)
    return counted(breaks)


def _duplicates(_: Reading, citations: tuple[Citation, ...]) -> Fact:
    doubled = []
    for entries in _registers(citations).values():
        first: dict[int, Citation] = {}
        doubled += [c.at for running, c in entries if first.setdefault(running, c).issued != c.issued]
    return counted(doubled)


def _term_over(r: Reading, citations: tuple[Citation, ...]) -> Fact:
    """Count plans that had ended before the period; the window of January and of the first quarter begins in December."""
    period = r.report.period
    year = _window(r)[0].year if period.kind in ("month", "quarter") else period.year
    return counted(c.at for c in citations if c.term_to is not None and c.term_to < year)


def _events_after(r: Reading) -> Fact:
    if r.report.events is None:
        return UNKNOWN
    end = _window(r)[1]
    dated = [(e, *_held(r, e)) for e in r.report.events]
    late = [_with_day(e, held, source) for e, held, source in dated if held and held > end]
    return counted(late) if late or all(held for _, held, _ in dated) else UNKNOWN


def _held(r: Reading, event: Event) -> tuple[date | None, str]:
    """Return the day of an event, and the document that tells it where the report does not."""
    known = (
        (k.held, r.pack.sources[k.source.act].document) for k in r.pack.events if fold(k.phrase) in fold(event.name)
    )
    return (event.held, "") if event.held else next(known, (None, ""))


def _with_day(event: Event, held: date | None, source: str) -> Place | None:
    """Return the place of an event; a day that the report does not state is added with its source."""
    if not source or held is None:
        return event.at
    told = f"ngày {show_date(held)}, theo: {source}"
    at = event.at or Place(part="II")
    return Place(part=at.part, detail=f"{at.detail}; {told}" if at.detail else told, quote=at.quote or event.name)


CITATION_FACTS: Mapping[str, FactRule] = {
    "citations.count": _cited(lambda _, cs: Fact(float(len(cs)))),
    "citations.basis": _cited(_basis),
    "citations.latest": _cited(_latest),
    "citations.period_results_outside": _cited(_outside),
    "citations.results_before": _cited(_before),
    "citations.on_weekend": _cited(_on_weekend),
    "citations.number_breaks": _cited(_number_breaks),
    "citations.duplicates": _cited(_duplicates),
    "citations.term_over": _cited(_term_over),
    "events.after_window": _events_after,
}
