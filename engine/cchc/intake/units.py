"""Read the units to be scored from CSV, Excel, YAML or JSON, and say exactly where a cell is wrong."""

from collections.abc import Sequence
from pathlib import Path

from cchc.intake.unit_cells import CellError
from cchc.intake.unit_columns import SheetPlaces, mapped_units
from cchc.intake.unit_headings import Column, Headings, field_of
from cchc.intake.unit_rows import UnitRow, collect
from cchc.intake.unit_sense import told_back
from cchc.intake.unit_sheets import Sheet, csv_sheet, workbook_sheet
from cchc.intake.unit_tops import Fits, is_below, lists_units
from cchc.intake.units_yaml import read_entries
from cchc.model.errors import InputError
from cchc.model.units import UnitsTable
from cchc.packs.column_maps import ColumnMap
from cchc.packs.source_text import parse_yaml, read_text

_DATA = (".yaml", ".yml", ".json")
_DELIMITED = (".csv", ".tsv")


def read_units(path: Path, headings: Headings, mapped: ColumnMap | None = None) -> UnitsTable:
    """Read a table of units; raise `InputError` at the first fault.

    CSV (`.csv`, `.tsv`, `.txt`): one row a unit, UTF-8, separated by `,` `;` or tab; lines starting with `#` on top
    are comments. Excel (`.xlsx`): the same rows, on the sheet that has these headings. YAML and JSON: a list of units, each with `id`, `name`, `kind`, `figures`, `judgements`,
    `self_scores`, `not_applicable`, `remark`. `mapped`: what the columns mean where they are those of another system.
    """
    file, suffix = str(path), path.suffix.lower()
    if mapped is not None:
        return mapped_units(sheet_of(path, mapped.fits), mapped, headings.figures)
    if suffix == ".xlsx":
        return _from_sheet(workbook_sheet(path), headings)
    text = read_text(path)
    if suffix in _DATA:
        return read_entries(parse_yaml(text, file), headings)
    if suffix in (*_DELIMITED, ".txt"):
        return _from_sheet(csv_sheet(text, file), headings)
    raise InputError(f"không đọc được tệp '{suffix}'; dùng .csv, .xlsx, .yaml hoặc .json", file)


def holds_units(path: Path) -> bool:
    """Return whether a file is a units table and not a report; a file that cannot be read is taken for what it looks like."""
    suffix = path.suffix.lower()
    try:
        if suffix in _DATA:
            data = parse_yaml(read_text(path), str(path)).data
            return not (isinstance(data, dict) and {"unit", "period"} & set(data))
        if suffix == ".txt":
            return csv_sheet(read_text(path), str(path)).lists_units()
        return suffix in _DELIMITED or (suffix == ".xlsx" and workbook_sheet(path).lists_units())
    except InputError:
        return suffix in (*_DELIMITED, *_DATA)


def sheet_of(path: Path, fits: Fits = lists_units) -> Sheet:
    """Return the rows of a table that is CSV or a workbook, below the heading that `fits`."""
    return workbook_sheet(path, fits) if path.suffix.lower() == ".xlsx" else csv_sheet(read_text(path), str(path), fits)


def _from_sheet(sheet: Sheet, headings: Headings) -> UnitsTable:
    columns = _columns(sheet, headings)
    kind = next((n for n, column in enumerate(columns) if column.target[0] == "kind"), None)
    below = [line for line, cells in sheet.rows if is_below(cells, kind)]
    rows = [_row(sheet, line, cells, columns, headings) for line, cells in sheet.rows if line not in below]
    if not rows:
        raise InputError("chưa có dòng đơn vị nào dưới dòng tiêu đề", sheet.file, sheet.line)
    said = tuple(f"dòng {line} không phải đơn vị (dòng cộng, ghi chú hoặc chữ ký), bỏ qua" for line in below)
    places = SheetPlaces(
        tuple(row.line for row in rows if row.line is not None),
        {c.target[1]: c.heading for c in columns if c.target[0] == "figure"},
    )
    return collect(rows, sheet.file, (*sheet.warnings, *said, *told_back(rows, sheet.file)), places)


def _columns(sheet: Sheet, headings: Headings) -> list[Column]:
    if not any(field_of(heading) for heading in sheet.heading):
        raise InputError(
            "không thấy dòng tiêu đề: trong 15 dòng đầu cần một dòng có các cột 'mã', 'đơn vị', 'loại';"
            " 'cchc template units' có mẫu",
            sheet.file,
            sheet.line,
        )
    columns: list[Column] = []
    taken: dict[tuple[str, str], str] = {}
    for position, heading in enumerate(sheet.heading, start=1):
        try:
            column = headings.find(heading, position)
        except CellError as error:
            raise InputError(str(error), sheet.file, sheet.line, heading.strip() or f"cột {position}") from None
        if column.target in taken:
            raise InputError(
                f"cột này trùng với cột '{taken[column.target]}'; hãy giữ một cột", sheet.file, sheet.line, heading
            )
        taken[column.target] = heading
        columns.append(column)
    missing = [name for field, name in (("id", "mã"), ("name", "đơn vị"), ("kind", "loại")) if (field, "") not in taken]
    if missing:
        raise InputError(f"thiếu cột {', '.join(repr(name) for name in missing)}", sheet.file, sheet.line)
    return columns


def _row(sheet: Sheet, line: int, cells: Sequence[str], columns: Sequence[Column], headings: Headings) -> UnitRow:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        raise InputError(
            f"dòng có {len(cells)} ô, dòng tiêu đề có {len(columns)}; số có dấu phẩy phải đặt trong nháy kép",
            sheet.file,
            line,
        )
    row = UnitRow(line=line)
    for column, cell in zip(columns, cells, strict=False):
        try:
            row.put(column.target, cell.strip(), headings)
        except CellError as error:
            raise InputError(str(error), sheet.file, line, column.heading) from None
    for field, name in (("id", "mã"), ("name", "đơn vị"), ("kind", "loại")):
        if not getattr(row, field):
            raise InputError("ô này không được để trống", sheet.file, line, name)
    return row
