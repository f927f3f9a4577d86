"""Units as their own reports show them: one row a report, in the columns of a units table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc.intake.files import own_names
from cchc.intake.unit_rows import UnitRow, collect
from cchc.model.figure import agree, settled
from cchc.model.place import Place
from cchc.model.report import Report
from cchc.model.text import Language
from cchc.model.units import UnitKind, UnitsTable
from cchc.packs.figure_schema import FigureDef
from cchc.vietnamese.fold import fold

_SHOWN_CONFLICTS = 3
_CONFLICT: Mapping[Language, str] = {
    "vi": "nêu nhiều giá trị khác nhau nên không dùng: {}",
    "en": "stated with different values and so not used: {}",
}


def units_of_reports(
    reports: Sequence[tuple[str, Report]], figures: Mapping[str, FigureDef], lang: Language
) -> UnitsTable:
    """Return one unit a report from its own figures of its own period; `reports` are files with what they say.

    A figure stated with different values, or only roughly, is not given. The name of the file is the id of the unit.
    """
    ids = own_names([Path(file) for file, _ in reports])
    rows = [_row(own, report, figures, lang) for own, (_, report) in zip(ids, reports, strict=True)]
    table = collect(rows, reports[0][0] if reports else "", origin=_Places([report for _, report in reports]))
    return replace(table, periods=tuple(report.period.window() for _, report in reports))


@dataclass(frozen=True)
class _Places:
    """Places of figures in the reports they were read from."""

    reports: Sequence[Report]

    def place(self, row: int, figure: str) -> Place | None:
        """Return the place of the first own figure of the period."""
        stated = self.reports[row].figures.get(figure, ())
        return next((one.at for one in stated if one.scope == "own" and one.span == "period"), None)


def _row(own: str, report: Report, figures: Mapping[str, FigureDef], lang: Language) -> UnitRow:
    row = UnitRow(line=None, id=own, name=report.unit, kind=_kind(report))
    conflicts = []
    for name, stated in report.figures.items():
        mine = [one for one in stated if one.scope == "own" and one.span == "period"]
        if finest := settled(mine):
            row.figures[name] = finest.value / 100 if figures[name].kind == "percent" else finest.value
        elif not agree(mine):
            conflicts.append(figures[name].label.get(lang))
    row.remark = "; ".join([report.period.label(lang), *_conflicts(conflicts, lang)])
    return row


def _conflicts(labels: Sequence[str], lang: Language) -> list[str]:
    shown = [*labels[:_SHOWN_CONFLICTS], *(["…"] if len(labels) > _SHOWN_CONFLICTS else [])]
    return [_CONFLICT[lang].format(", ".join(shown))] if labels else []


def _kind(report: Report) -> UnitKind:
    """Return the kind that decides which index and which criteria apply."""
    if report.level != "attached_unit":
        return report.level
    return "sub_department" if "chi cuc" in fold(report.unit) else "service_unit"
