"""Which column of a table of reports means what: who reports, for which period, and the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

from cchc.intake.unit_cells import CellError
from cchc.intake.unit_headings import FigureNames, field_of, is_entered
from cchc.intake.unit_rows import day_of, unit_kind
from cchc.model.errors import InputError
from cchc.model.period import Period
from cchc.model.report import Level
from cchc.packs.figure_schema import FigureDef
from cchc.vietnamese.fold import fold
from cchc.vietnamese.written_periods import written_period

_FIELDS = {
    "cap": "level", "level": "level", "loai": "level", "kind": "level", "loai don vi": "level",
    "tinh": "province", "tinh, thanh pho": "province", "tinh/thanh pho": "province", "province": "province",
    "ky": "period", "ky bao cao": "period", "period": "period", "unit": "name",
}  # fmt: skip
_OWN = ("id", "name", "period_from", "period_to")
_SPANS = ("ytd.", "prev.")
_LEVELS: Mapping[str, Level] = {level: level for level in get_args(Level)}
_OF_KIND: Mapping[str, Level] = {
    "sub_department": "attached_unit",
    "service_unit": "attached_unit",
    "head": "department",
}


@dataclass(frozen=True)
class Meanings:
    """What the columns of a table hold, by heading: fields of the report, and figures (`dossiers.new`, `ytd.dossiers.new`)."""

    fields: Mapping[str, str]
    figures: Mapping[str, str]

    @property
    def wanted(self) -> frozenset[str]:
        """The headings of the columns to be read."""
        return frozenset((*self.fields, *self.figures))


def meanings(headings: Sequence[str], figures: Mapping[str, FigureDef], path: Path, line: int | None = 1) -> Meanings:
    """Return what the columns mean; raise `InputError` naming a heading that is none, or figures that are not there.

    `line`: where the headings stand; None where they are those of some rows only, which may state no figure.
    """
    names = FigureNames(figures)
    fields: dict[str, str] = {}
    found: dict[str, str] = {}
    for position, heading in enumerate(headings, start=1):
        try:
            field = _field(heading, position)
            if field is None:
                found[heading] = _figure(heading, names)
            elif field:
                fields[heading] = field
        except CellError as error:
            raise InputError(str(error), str(path), line) from None
    _once(fields, path, line)
    _once(found, path, line)
    if not found and line is not None:
        raise InputError("bảng không có cột số liệu nào; 'cchc figures' liệt kê mã và nhãn", str(path), line)
    return Meanings(fields, found)


def _field(heading: str, position: int) -> str | None:
    """Return the field that a heading names, empty where a check has no use for it, None where it names none."""
    if not heading.strip():
        raise CellError(f"cột thứ {position} không có tiêu đề")
    if field := _FIELDS.get(fold(heading)):
        return field
    other = field_of(heading)
    if other is not None:
        return other if other in _OWN else ""
    return "" if is_entered(heading.partition(":")[0]) else None


def names_columns(cells: Sequence[str]) -> bool:
    """Return whether a row is a heading: one of its cells names a field of a report or a unit."""
    return any(cell and (fold(cell) in _FIELDS or field_of(cell)) for cell in cells)


def _figure(heading: str, names: FigureNames) -> str:
    span = next((span for span in _SPANS if heading.startswith(span)), "")
    return span + names.figure(heading.removeprefix(span))


def _once(columns: Mapping[str, str], path: Path, line: int | None) -> None:
    seen: dict[str, str] = {}
    for heading, meaning in columns.items():
        if meaning in seen:
            raise InputError(
                f"hai cột '{seen[meaning]}' và '{heading}' cùng một nghĩa; hãy giữ một cột", str(path), line
            )
        seen[meaning] = heading


@lru_cache(maxsize=4_096)
def level_of(text: str) -> Level:
    """Return the level that a cell names: `department`, `Sở`, `xã`; raise `CellError` if it names none."""
    if text in _LEVELS:
        return _LEVELS[text]
    kind = unit_kind(text)
    if kind is None:
        raise CellError("thiếu cấp của đơn vị; hãy thêm cột 'cấp' hoặc dùng --level")
    return _OF_KIND.get(kind) or _LEVELS[kind]


@lru_cache(maxsize=4_096)
def period_of(text: str, start: str, end: str) -> Period:
    """Return the period that a cell names, with the data window of two others; raise `CellError` if it is none."""
    found = written_period(text)
    if found is None or found.year is None:
        raise CellError(f"cần một kỳ có năm, ví dụ 'tháng 4/2025', 'quý I/2025', đang ghi '{text}'")
    start_day, end_day = day_of(start), day_of(end)
    if start_day and end_day and start_day > end_day:
        raise CellError(f"khoảng số liệu đi lùi: từ {start} đến {end}")
    try:
        period = found.period(found.year)
        return Period.model_validate({**period.model_dump(), "data_from": start_day, "data_to": end_day})
    except ValueError:
        raise CellError(f"kỳ báo cáo '{text}' không dùng được; năm từ 2000 đến 2100") from None
