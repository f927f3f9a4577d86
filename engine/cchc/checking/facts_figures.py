"""Facts on figures taken together: stated twice, rates without counts, exclusions, detail tables, citations, events."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.place import Place
from cchc.model.report import Citation, DetailRow, Event, Stated, agree
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold

_ROW_SUMS = (
    ("dossiers.received", ("dossiers.new_online", "dossiers.new_direct_postal", "dossiers.carried_over")),
    ("dossiers.resolved", ("dossiers.resolved_early", "dossiers.resolved_on_time", "dossiers.resolved_late")),
    ("dossiers.pending", ("dossiers.pending_in_time", "dossiers.pending_overdue")),
    ("dossiers.received", ("dossiers.resolved", "dossiers.pending")),
)
_DIGITIZATION_RATES = ("digitization.rate", "digitization.rate_project_06")


def _conflicting(r: Reading) -> Iterator[tuple[str, list[Stated]]]:
    """Yield figures stated with different values for one scope and span."""
    for figure, stated in r.report.figures.items():
        groups: dict[tuple[str, str], list[Stated]] = defaultdict(list)
        for one in stated:
            groups[one.scope, one.span].append(one)
        for same in groups.values():
            if not agree(same):
                yield figure, same


def _conflicts(r: Reading) -> Fact:
    if not r.report.figures:
        return UNKNOWN
    # A difference between annex and body is a finding of its own, where the annexes were read.
    own = bool(r.report.document.annexes)
    found = [(f, same) for f, same in _conflicting(r) if not own or not agree([s for s in same if not _in_annex(s)])]
    return Fact(float(len(found)), tuple(one.at for _, same in found for one in same if one.at))


def _annex_differences(r: Reading) -> Fact:
    if not r.report.document.annexes:
        return UNKNOWN
    found = [same for _, same in _conflicting(r) if len({_in_annex(one) for one in same}) > 1]
    return Fact(float(len(found)), tuple(one.at for same in found for one in same if one.at))


def _in_annex(stated: Stated) -> bool:
    return stated.at is not None and stated.at.part.upper().startswith("PL")


def _rates(chosen: Callable[[Reading, str, float], bool]) -> FactRule:
    def rule(r: Reading) -> Fact:
        if not r.report.figures:
            return UNKNOWN
        percents = [
            (f, s) for f, d in r.pack.figures.items() if d.kind == "percent" for s in r.report.figures.get(f, ())
        ]
        return counted(s.at for f, s in percents if s.scope == "own" and chosen(r, f, s.value))

    return rule


def _without_counts(r: Reading, figure: str) -> bool:
    ratio = r.pack.figures[figure].ratio
    return ratio is not None and any(part not in r.report.figures for part in ratio)


def _not_recomputable(r: Reading, figure: str) -> bool:
    return r.pack.figures[figure].ratio is None or _without_counts(r, figure)


def _excluded_procedures(r: Reading) -> Fact:
    exclusions = r.report.exclusions
    if exclusions is None:
        return UNKNOWN
    own = [e for e in exclusions if any(f in _DIGITIZATION_RATES for f in e.applies_to)]
    return Fact(float(len({fold(p) for e in own for p in e.procedures})), tuple(e.at for e in own if e.at))


def _uneven_exclusions(r: Reading) -> Fact:
    if r.report.exclusions is None:
        return UNKNOWN
    covered = {f for e in r.report.exclusions for f in e.applies_to} & set(_DIGITIZATION_RATES)
    stated = [(f, s.at) for f in _DIGITIZATION_RATES for s in r.report.figures.get(f, ())]
    return counted(at for f, at in stated if f not in covered) if covered else Fact(0.0)


def _own(row: DetailRow, figure: str) -> float | None:
    stated = row.figures.get(figure)
    return stated[0].value if stated else None


def _row_adds_up(row: DetailRow) -> bool:
    for total, parts in _ROW_SUMS:
        values = [_own(row, name) for name in (total, *parts)]
        if None not in values and values[0] != sum(v for v in values[1:] if v is not None):
            return False
    return True


def _rows_not_adding(r: Reading) -> Fact:
    rows = r.report.detail_rows
    return (
        UNKNOWN if not rows else counted(Place(part="II.2", detail=row.name) for row in rows if not _row_adds_up(row))
    )


def _columns_not_adding(r: Reading) -> Fact:
    rows = r.report.detail_rows
    if not rows:
        return UNKNOWN
    wrong = []
    for figure, stated in r.report.figures.items():
        cells = [_own(row, figure) for row in rows]
        if None not in cells and sum(c for c in cells if c is not None) != stated[0].value:
            wrong.append(stated[0].at)
    return counted(wrong)


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


def _outside(r: Reading, citations: tuple[Citation, ...]) -> Fact:
    start, end = _window(r)
    return counted(c.at for c in citations if c.role == "period_result" and c.issued and not start <= c.issued <= end)


def _before(r: Reading, citations: tuple[Citation, ...]) -> Fact:
    start, _ = _window(r)
    return counted(c.at for c in citations if c.role == "result" and c.issued and c.issued < start)


def _on_weekend(_: Reading, citations: tuple[Citation, ...]) -> Fact:
    return counted(c.at for c in citations if c.issued and c.issued.weekday() >= 5)


def _registers(citations: tuple[Citation, ...]) -> Mapping[tuple[str, int], list[tuple[int, Citation]]]:
    """Group dated citations by register: symbol and year, with the running number."""
    registers: dict[tuple[str, int], list[tuple[int, Citation]]] = defaultdict(list)
    for c in citations:
        running, _, symbol = (c.number or "").partition("/")
        if running.isdigit() and symbol and c.issued:
            registers[fold(symbol), c.issued.year].append((int(running), c))
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
    return counted(c.at for c in citations if c.term_to is not None and c.term_to < r.report.period.year)


def _events_after(r: Reading) -> Fact:
    if r.report.events is None:
        return UNKNOWN
    end = _window(r)[1]
    return counted(e.at for e in r.report.events if (held := _held(r, e)) and held > end)


def _held(r: Reading, event: Event) -> date | None:
    known = (k.held for k in r.pack.events if fold(k.phrase) in fold(event.name))
    return event.held or next(known, None)


FIGURE_FACTS: Mapping[str, FactRule] = {
    "figures.conflicts": _conflicts,
    "figures.annex_differences": _annex_differences,
    "rates.stated": _rates(lambda _r, _f, _v: True),
    "rates.without_counts": _rates(lambda r, f, _v: _without_counts(r, f)),
    "rates.full": _rates(lambda _r, _f, v: v == 100),
    "rates.full_without_counts": _rates(lambda r, f, v: v == 100 and _not_recomputable(r, f)),
    "detail.rows": lambda r: UNKNOWN if r.report.detail_rows is None else Fact(float(len(r.report.detail_rows))),
    "detail.rows_not_adding": _rows_not_adding,
    "detail.columns_not_adding": _columns_not_adding,
    "exclusions.procedures": _excluded_procedures,
    "exclusions.uneven": _uneven_exclusions,
    "citations.count": _cited(lambda _, cs: Fact(float(len(cs)))),
    "citations.basis": _cited(lambda _, cs: counted(c.at for c in cs if c.role == "basis")),
    "citations.latest": _cited(_latest),
    "citations.period_results_outside": _cited(_outside),
    "citations.results_before": _cited(_before),
    "citations.on_weekend": _cited(_on_weekend),
    "citations.number_breaks": _cited(_number_breaks),
    "citations.duplicates": _cited(_duplicates),
    "citations.term_over": _cited(_term_over),
    "events.after_window": _events_after,
}
