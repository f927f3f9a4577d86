"""The figures of a register as a structured report, so that they can be checked as a report's own are."""

from cchc.model.figure import Stated
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.register import GroupFigures, Window
from cchc.model.report import Level, Report
from cchc.packs.pack import Pack

_PERCENT_DECIMALS = 2


def register_report(
    group: GroupFigures, window: Window, of: tuple[str, Level, str, Period], pack: Pack
) -> Report:  # fmt: skip
    """Return a report of the unit, level, province and period `of` with the figures that are certain.

    Counts that only the 766 index asks for stay in their own table: no report states them.
    """
    unit, level, province, period = of
    stated = period.model_copy(update={"data_from": window.first, "data_to": window.last})
    outside = {f.id for g in pack.figure_groups if not g.in_reports for f in g.figures}
    figures = {
        name: (_stated(name, one.value, pack),)
        for name, one in group.figures.items()
        if one.value is not None and name in pack.figures and name not in outside
    }
    return Report(unit=unit, level=level, province=province, period=stated, figures=figures)


def _stated(name: str, value: float, pack: Pack) -> Stated:
    at = Place(part=pack.figures[name].part)
    if pack.figures[name].kind == "percent":
        shown = f"{value:.{_PERCENT_DECIMALS}f}%"
        return Stated.model_validate({"value": shown, "at": at})
    return Stated.model_validate({"value": value, "at": at})
