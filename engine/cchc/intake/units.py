"""Read the units to be scored from CSV, YAML or JSON, and say exactly where a cell is wrong."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.intake.unit_cells import CellError
from cchc.intake.unit_headings import Column, Headings
from cchc.intake.unit_rows import UnitRow, collect
from cchc.intake.units_yaml import read_entries
from cchc.model.errors import InputError
from cchc.model.units import UnitsTable
from cchc.packs.source_text import parse_yaml, read_text

_SEPARATORS = (",", ";", "\t")


def read_units(path: Path, headings: Headings) -> UnitsTable:
    """Read a table of units; raise `InputError` at the first fault.

    CSV (`.csv`, `.tsv`, `.txt`): one row a unit, UTF-8, separated by `,` `;` or tab; lines starting with `#` on top
    are comments. YAML and JSON: a list of units, each with `id`, `name`, `kind`, `figures`, `judgements`,
    `self_scores`, `not_applicable`, `remark`.
    """
    file, suffix = str(path), path.suffix.lower()
    text = read_text(path)
    if suffix in (".yaml", ".yml", ".json"):
        return read_entries(parse_yaml(text, file), headings)
    if suffix in (".csv", ".tsv", ".txt"):
        return _read_csv(text, file, headings)
    raise InputError(f"không đọc được tệp '{suffix}'; dùng .csv, .yaml hoặc .json", file)


@dataclass(frozen=True)
class _Sheet:
    file: str
    line: int
    heading: list[str]
    rows: list[tuple[int, list[str]]]


def _read_csv(text: str, file: str, headings: Headings) -> UnitsTable:
    sheet = _sheet(text, file)
    columns = _columns(sheet, headings)
    rows = [_row(sheet, line, cells, columns, headings) for line, cells in sheet.rows]
    if not rows:
        raise InputError("chưa có dòng đơn vị nào dưới dòng tiêu đề", file, sheet.line)
    return collect(rows, file)


def _sheet(text: str, file: str) -> _Sheet:
    lines = list(io.StringIO(text, newline=""))
    comments = 0
    while comments < len(lines) and (not lines[comments].strip() or _is_comment(lines[comments])):
        comments += 1
    if comments == len(lines):
        raise InputError("tệp chỉ có dòng chú thích, chưa có dòng tiêu đề", file)
    separator = max(_SEPARATORS, key=lambda mark: _cells_in(lines[comments], mark))
    reader = csv.reader(lines[comments:], delimiter=separator, strict=True)
    try:
        heading = next(reader)
        rows, start = [], comments + reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = comments + reader.line_num + 1
    except csv.Error as error:
        line = comments + reader.line_num
        raise InputError(f"dòng CSV sai (thường do thiếu dấu nháy kép): {error}", file, line) from None
    return _Sheet(file, comments + 1, heading, rows)


def _is_comment(line: str) -> bool:
    # Spreadsheets put a comment that holds a comma between quotes.
    return line.lstrip().lstrip('"').startswith("#")


def _cells_in(line: str, separator: str) -> int:
    return len(next(csv.reader([line], delimiter=separator)))


def _columns(sheet: _Sheet, headings: Headings) -> list[Column]:
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


def _row(sheet: _Sheet, line: int, cells: Sequence[str], columns: Sequence[Column], headings: Headings) -> UnitRow:
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
