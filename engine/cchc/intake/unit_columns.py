"""Tables of another system, taken as they are by a map of their columns; and the places of cells in any table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.intake.unit_cells import CellError, plain_figure
from cchc.intake.unit_rows import UnitRow, collect, day_of
from cchc.intake.unit_sense import told_back
from cchc.intake.unit_sheets import Sheet
from cchc.model.errors import InputError
from cchc.model.place import Place
from cchc.model.units import UnitsTable
from cchc.packs.column_maps import ColumnMap
from cchc.packs.figure_schema import FigureDef


def mapped_units(sheet: Sheet, mapped: ColumnMap, figures: Mapping[str, FigureDef]) -> UnitsTable:
    """Return the units of a table whose columns a map explains; raise `InputError` naming the first cell that is wrong."""
    headings = [heading.strip() for heading in sheet.heading]
    rows = [_row(sheet, line, headings, cells, mapped, figures) for line, cells in sheet.rows]
    if not rows:
        raise InputError("chưa có dòng đơn vị nào dưới dòng tiêu đề", sheet.file, sheet.line)
    own = {meaning: heading for heading, meaning in mapped.columns.items() if meaning in figures}
    return collect(
        rows,
        sheet.file,
        (*sheet.warnings, *told_back(rows, sheet.file)),
        SheetPlaces(tuple(line for line, _ in sheet.rows), own),
    )


def _row(
    sheet: Sheet, line: int, headings: Sequence[str], cells: Sequence[str], mapped: ColumnMap,
    figures: Mapping[str, FigureDef],
) -> UnitRow:  # fmt: skip
    row = UnitRow(line=line)
    if len(cells) > len(headings):
        raise InputError(f"dòng có {len(cells)} ô, dòng tiêu đề có {len(headings)}", sheet.file, line)
    for heading, cell in zip(headings, cells, strict=False):
        meaning = mapped.columns.get(heading)
        if meaning is None:
            continue
        try:
            _put(row, meaning, cell.strip(), mapped, figures)
        except CellError as error:
            raise InputError(str(error), sheet.file, line, heading) from None
    for heading, meaning in mapped.columns.items():
        if meaning in ("id", "name", "kind") and not getattr(row, meaning):
            raise InputError("ô này không được để trống", sheet.file, line, heading)
    return row


def _put(row: UnitRow, meaning: str, cell: str, mapped: ColumnMap, figures: Mapping[str, FigureDef]) -> None:
    if meaning in figures:
        row.figures[meaning] = plain_figure(cell, figures[meaning])
    elif meaning == "kind":
        if cell and cell not in mapped.kinds:
            raise CellError(f"loại '{cell}' không có; dùng: {', '.join(mapped.kinds)}")
        row.kind = mapped.kinds.get(cell)
    elif meaning in ("period_from", "period_to"):
        setattr(row, meaning, day_of(cell))
    else:
        setattr(row, meaning, cell)


@dataclass(frozen=True)
class SheetPlaces:
    """Places of the figures of a table: the line of the unit and the heading of the figure."""

    lines: Sequence[int]
    headings: Mapping[str, str]

    def place(self, row: int, figure: str) -> Place | None:
        """Return the line and the column of a figure."""
        heading = self.headings.get(figure)
        return Place(part=f"dòng {self.lines[row]}", detail=f"cột {heading}") if heading else None
