"""Facts on figures taken together: stated twice, rates without counts, exclusions, detail tables."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.figure import Stated, agree, settled
from cchc.model.place import Place
from cchc.model.report import DetailRow
from cchc.model.text import Language
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold
from cchc.vietnamese.numbers import show_number

_ROW_SUMS = (
    ("dossiers.received", ("dossiers.new_online", "dossiers.new_direct_postal", "dossiers.carried_over")),
    ("dossiers.resolved", ("dossiers.resolved_early", "dossiers.resolved_on_time", "dossiers.resolved_late")),
    ("dossiers.pending", ("dossiers.pending_in_time", "dossiers.pending_overdue")),
)
_REMAINDER = ("dossiers.returned", "dossiers.withdrawn", "dossiers.supplement")
_TOTAL_ROWS = frozenset({"tong", "tong so", "tong cong", "cong", "toan co quan"})
_DIGITIZATION_RATES = ("digitization.rate", "digitization.rate_project_06")


def _conflicting(r: Reading) -> Iterator[tuple[str, list[Stated]]]:
    """Yield figures stated with different values for one scope and period; of which other period is not said, nothing."""
    for figure, stated in r.report.figures.items():
        groups: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
        for one in stated:
            if one.span != "other" or one.period:
                groups[one.scope, one.span, one.period.label() if one.period else ""].append(one)
        for same in groups.values():
            if not agree(same):
                yield figure, same


def _conflicts(r: Reading) -> Fact:
    if not r.report.figures:
        return UNKNOWN
    found = _own_conflicts(r)
    return Fact(float(len(found)), tuple(one.at for _, same in found for one in same if one.at))


def _own_conflicts(r: Reading) -> list[tuple[str, list[Stated]]]:
    """Return the conflicts of the text; one between annex and body is a finding of its own, where annexes were read."""
    own = bool(r.report.document.annexes)
    return [(f, same) for f, same in _conflicting(r) if not own or not agree([s for s in same if not _in_annex(s)])]


def conflicts_in_words(r: Reading, lang: Language) -> str:
    """Return each figure that is stated with different values, with these values and where they stand."""
    return "; ".join(
        f"{r.pack.figures[figure].label.get(lang)}: {' ≠ '.join(_in_words(one, lang) for one in same)}"
        for figure, same in _own_conflicts(r)
    )


def _in_words(one: Stated, lang: Language) -> str:
    value = show_number(one.value, lang, one.decimals) + ("%" if one.percent_sign else "")
    return f"{value} {'ở' if lang == 'vi' else 'at'} {one.at.label()}" if one.at else value


def _annex_differences(r: Reading) -> Fact:
    if not r.report.document.annexes:
        return UNKNOWN
    found = [same for _, same in _conflicting(r) if len({_in_annex(one) for one in same}) > 1]
    return Fact(float(len(found)), tuple(one.at for same in found for one in same if one.at))


def _in_annex(stated: Stated) -> bool:
    return stated.at is not None and fold(stated.at.part).startswith(("pl", "phu luc"))


def _rates(chosen: Callable[[Reading, str, float], bool]) -> FactRule:
    def rule(r: Reading) -> Fact:
        if not r.report.figures:
            return UNKNOWN
        percents = [
            (f, s) for f, d in r.pack.figures.items() if d.kind == "percent" for s in r.report.figures.get(f, ())
        ]
        return counted(s.at for f, s in percents if s.scope == "own" and s.span != "other" and chosen(r, f, s.value))

    return rule


def _without_counts(r: Reading, figure: str) -> bool:
    """Return whether a rate that is computed from two counts stands there without any such two."""
    definition = r.pack.figures[figure]
    pairs = [pair for pair in (definition.ratio, *definition.other_ratios) if pair]
    return bool(pairs) and not any(set(pair) <= r.report.figures.keys() for pair in pairs)


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


def _exact(stated: tuple[Stated, ...] | None) -> float | None:
    """Return the one exact value of the unit's own period, None where there is none or more than one."""
    one = settled([s for s in stated or () if s.scope == "own" and s.span == "period"])
    return None if one is None else one.value


def _own(row: DetailRow, figure: str) -> float | None:
    return _exact(row.figures.get(figure))


def _sums(row: DetailRow) -> Iterator[bool]:
    """Yield, for each sum of a row that can be checked, whether it adds up."""
    for total, parts in _ROW_SUMS:
        values = [_own(row, name) for name in (total, *parts)]
        known = [v for v in values if v is not None]
        if len(known) == len(values):
            yield known[0] == sum(known[1:])
    done = [_own(row, name) for name in ("dossiers.received", "dossiers.resolved", "dossiers.pending")]
    if None not in done:
        received, resolved, pending = (v or 0.0 for v in done)
        yield from _remainder(row, received - resolved - pending)


def _remainder(row: DetailRow, left: float) -> Iterator[bool]:
    """Yield whether returned, withdrawn and waiting dossiers account for what is left; nothing where they are not stated."""
    others = [_own(row, name) for name in _REMAINDER]
    if left <= sum(v for v in others if v is not None):
        yield left >= 0
    elif None not in others:
        yield False


def _detail(r: Reading) -> list[DetailRow]:
    """Return the lines of the detail table without its line of totals."""
    return [row for row in r.report.detail_rows or () if fold(row.name).strip(" :.") not in _TOTAL_ROWS]


def _rows_not_adding(r: Reading) -> Fact:
    checked = [(row, list(_sums(row))) for row in _detail(r)]
    if not any(sums for _, sums in checked):
        return UNKNOWN
    return counted(Place(part="II.2", detail=row.name) for row, sums in checked if not all(sums))


def _columns_not_adding(r: Reading) -> Fact:
    """Count columns whose lines, all stated, do not make the report's own total. Percents do not add up and are left out."""
    rows = _detail(r)
    wrong, checked = [], 0
    for figure, stated in r.report.figures.items():
        total, cells = _exact(stated), [_own(row, figure) for row in rows]
        known = [c for c in cells if c is not None]
        if total is None or not rows or len(known) < len(rows) or r.pack.figures[figure].kind == "percent":
            continue
        checked += 1
        if sum(known) != total:
            wrong.append(next((s.at for s in stated if s.at), None))
    return counted(wrong) if checked else UNKNOWN


def _conferences_as_training(r: Reading) -> Fact:
    """Count conferences stated under training (II.4.d); unknown where the place was not given."""
    stated = r.report.figures.get("civil_service.conference_people", ())
    held = [s.at for s in stated if s.value > 0]
    under = [at for at in held if at and at.part == "II.4.d"]
    return counted(under) if under or (stated and all(held)) else UNKNOWN


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
    "training.conferences": _conferences_as_training,
}
