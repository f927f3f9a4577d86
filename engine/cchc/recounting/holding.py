"""The use case: a report held against a register over the report's own data window."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from pathlib import Path

from cchc.model.errors import UsageError
from cchc.model.extraction import Hints
from cchc.model.recounting import CountRange, Held, HeldFigure, HeldNote, NotStated
from cchc.model.register import GroupFigures, Recount, Window
from cchc.model.report import Report
from cchc.model.text import Language
from cchc.opening import open_report
from cchc.packs.pack import Pack
from cchc.packs.register_against import RegisterAgainst, register_against
from cchc.recounting.behind import Behind, Group
from cchc.recounting.claims import Holder
from cchc.recounting.readings import Lost, Taker, is_own
from cchc.register.register import Register
from cchc.vietnamese.fold import fold

# A row that repeats another word for word takes no dossier away.
_HARMLESS = ("repeat",)
_UNITS_NAMED = 5
# Few dossiers take longer; a register that does not reach back so far may lack some that were carried over.
_REACH = timedelta(days=60)
_SATURDAY = 5
_ALL = "dossiers.received"


@dataclass(frozen=True)
class HoldOptions:
    """What a user may choose: `unit` of the register to hold the report against, or its `whole`; how many are listed."""

    unit: str | None = None
    whole: bool = False
    shown: int | None = 10
    lang: Language = "vi"


@dataclass(frozen=True)
class ToHold:
    """A report that was opened, and the days over which the register is counted for it."""

    file: str
    report: Report
    window: Window
    lawful: bool


def open_to_hold(path: Path, pack: Pack, hints: Hints, window: Window | None) -> ToHold:
    """Open a report of any readable form; its window is its own, or `window`. Raise `CchcError` where it cannot be used."""
    report = open_report(path, pack, hints).report()
    first, last = report.period.covered()
    lawful = window is None and not (report.period.data_from and report.period.data_to)
    return ToHold(str(path), report, window or Window(first, last), lawful)


def hold(register: Register, opened: ToHold, pack: Pack, options: HoldOptions) -> Held:
    """Hold a report against a register; raise `UsageError` where the two have nothing to be compared in."""
    table = register_against(pack.root, pack.figures)
    recount = register.figures(opened.window, by="unit")
    group = _group(recount, opened.report, options)
    counted = recount.whole if group is None else next(g for g in recount.groups if (g.by, g.name) == ("unit", group))
    taker = Taker(counted.figures, opened.report, _lost(recount, counted, opened.report))
    percents = frozenset(name for name, one in pack.figures.items() if one.kind == "percent")
    figures = list(Holder(taker, table, opened.report, percents).figures())
    _refuse_nothing(figures, counted, opened)
    axis: Group = None if group is None else ("unit", group)
    linked, sets = Behind(register, opened.window, axis, taker, table, options.shown).sets(figures)
    return Held(
        report=opened.file,
        unit=opened.report.unit,
        period=opened.report.period.label(options.lang),
        register_unit=group,
        files=recount.counts.files,
        window_from=opened.window.first,
        window_to=opened.window.last,
        rows=recount.counts.rows,
        rejected=recount.counts.rows - recount.counts.used,
        figures=tuple(linked),
        not_stated=tuple(_not_stated(counted, opened.report, pack)),
        not_in_register=tuple(name for name in table.not_in_register if name in opened.report.figures),
        other_figures=len(set(opened.report.figures) - set(table.figures) - set(table.not_in_register)),
        dossier_sets=tuple(sets),
        notes=(
            *_notes(recount, opened, table, group),
            *_span_notes(recount, all_there=_all_there(counted, opened.report)),
        ),
    )


def _lost(recount: Recount, counted: GroupFigures, report: Report) -> Lost:
    span, window = recount.counts.received, recount.window
    if span is None or _cut_short(recount):
        return Lost(inf, inf, cut_short=True)
    rejected = sum(n for reason, n in recount.counts.rejected.items() if reason not in _HARMLESS)
    if _all_there(counted, report):
        return Lost(rejected, rejected)
    new = inf if span[0] >= window.first else rejected
    return Lost(new, inf if span[0] > window.first - _REACH else rejected)


def _all_there(counted: GroupFigures, report: Report) -> bool:
    """Return whether the report itself counts as many dossiers to be dealt with as the register has."""
    stated = {one.value for one in report.figures.get(_ALL, ()) if is_own(one)}
    return stated == {counted.figures[_ALL].value}


def _cut_short(recount: Recount) -> bool:
    """Return whether nothing happened on the last working days of the window, nor after it."""
    last, end = recount.counts.last_event, recount.window.last
    quiet = (last + timedelta(days=n) for n in range(1, (end - last).days + 1)) if last else ()
    return last is None or any(day.weekday() < _SATURDAY for day in quiet)


def _group(recount: Recount, report: Report, options: HoldOptions) -> str | None:
    """Return the unit of the register that the report is about, None for the whole of it."""
    units = [one.name for one in recount.groups if one.by == "unit" and one.name]
    if options.whole or (len(units) < 2 and options.unit is None):
        return None
    wanted = options.unit or report.unit
    if found := [name for name in units if fold(name) == fold(wanted)]:
        return found[0]
    if options.unit is None and report.level == "province":
        return None
    some = "; ".join(units[:_UNITS_NAMED]) + ("; …" if len(units) > _UNITS_NAMED else "")
    raise UsageError(
        f"sổ có {len(units)} đơn vị, không đơn vị nào tên '{wanted}'; hãy chọn một bằng --unit ({some}),"
        " hoặc thêm --whole nếu báo cáo là của cả sổ"
    )


def _refuse_nothing(figures: list[HeldFigure], counted: GroupFigures, opened: ToHold) -> None:
    if not any(claim.state in ("equal", "differs", "open") for one in figures for claim in one.claims):
        raise UsageError(
            f"báo cáo {opened.file} không nêu số liệu nào mà sổ hồ sơ này tính được; không có gì để đối chiếu"
        )
    received = counted.figures["dossiers.received"]
    if not received.high and any(claim.state in ("differs", "open") for one in figures for claim in one.claims):
        first, last = (f"{day.day}/{day.month}/{day.year}" for day in (opened.window.first, opened.window.last))
        raise UsageError(
            f"sổ không có hồ sơ nào phải giải quyết từ {first} đến {last}; hãy xem lại sổ của kỳ nào, hoặc thêm --window"
        )


def _not_stated(counted: GroupFigures, report: Report, pack: Pack) -> Iterator[NotStated]:
    """Yield what a report of this kind would state, is in the register, and is not in the report."""
    in_reports = {one.id for group in pack.figure_groups if group.in_reports for one in group.figures}
    for name, one in counted.figures.items():
        if name in in_reports and name not in report.figures and one.low is not None and one.high is not None:
            yield NotStated(figure=name, counted=CountRange(low=one.low, high=one.high))


def _notes(recount: Recount, opened: ToHold, table: RegisterAgainst, group: str | None) -> Iterator[HeldNote]:
    if opened.lawful:
        yield HeldNote(id="lawful_window")
    if group is not None:
        yield HeldNote(id="unit", about=group)
    units = [one.name for one in recount.groups if one.by == "unit" and one.name]
    if group is None and len(units) > 1:
        yield HeldNote(id="whole_of_many", number=len(units))
    if group is None and len(units) == 1 and fold(units[0]) != fold(opened.report.unit):
        yield HeldNote(id="other_unit", about=units[0])
    if lost := recount.counts.rows - recount.counts.used:
        yield HeldNote(id="rejected", number=lost)
    stated = (one for name in table.figures for one in opened.report.figures.get(name, ()))
    if other := sum(1 for one in stated if not is_own(one)):
        yield HeldNote(id="other_spans", number=other)


def _span_notes(recount: Recount, *, all_there: bool) -> Iterator[HeldNote]:
    span, window = recount.counts.received, recount.window
    if all_there:
        span = None
    if span and span[0] >= window.first:
        yield HeldNote(id="starts_late", about=span[0].isoformat())
    elif span and span[0] > window.first - _REACH:
        yield HeldNote(id="starts_near", about=span[0].isoformat())
    if recount.counts.last_event and _cut_short(recount):
        yield HeldNote(id="ends_early", about=recount.counts.last_event.isoformat())
