"""Units written as YAML or JSON: a list of units, each a mapping."""

from collections.abc import Iterator
from typing import Any

from cchc.intake.unit_cells import CellError
from cchc.intake.unit_headings import Headings
from cchc.intake.unit_rows import UnitRow, collect
from cchc.model.errors import InputError
from cchc.model.units import UnitsTable
from cchc.packs.source_text import SourceText

_Path = tuple[str | int, ...]
_PLAIN = ("id", "name", "kind")
_MAPPINGS = {"figures": "figure", "judgements": "judgement", "self_scores": "self_score"}
_KEYS = (*_PLAIN, *_MAPPINGS, "not_applicable")


def read_entries(source: SourceText, headings: Headings) -> UnitsTable:
    """Return the units of a parsed file; raise `InputError` with file, line and key."""
    if not isinstance(source.data, list) or not source.data:
        raise InputError("cần một danh sách đơn vị, mỗi đơn vị có id, name, kind, figures", source.file)
    return collect([_entry(source, i, entry, headings) for i, entry in enumerate(source.data)], source.file)


def _entry(source: SourceText, position: int, entry: Any, headings: Headings) -> UnitRow:
    path: _Path = (position,)
    if not isinstance(entry, dict):
        raise source.problem("mỗi đơn vị phải có id, name, kind", path)
    row = UnitRow(line=source.line(path))
    for key in entry:
        if key not in _KEYS:
            raise source.problem(f"khóa '{key}' không có; dùng: {', '.join(_KEYS)}", (*path, key))
    for cell_path, sort, name, cell in _cells(source, path, entry):
        try:
            row.put((sort, _resolved(sort, name, headings)), cell, headings)
        except CellError as error:
            raise source.problem(str(error), cell_path) from None
    for key in _PLAIN:
        if not getattr(row, key):
            raise source.problem(f"thiếu '{key}'", path)
    return row


def _cells(source: SourceText, path: _Path, entry: dict[str, Any]) -> Iterator[tuple[_Path, str, str, str | float]]:
    for key in _PLAIN:
        if entry.get(key) is not None:
            yield (*path, key), key, "", str(entry[key]).strip()
    codes = entry.get("not_applicable") or []
    if not isinstance(codes, list):
        raise source.problem("cần một danh sách mã tiêu chí", (*path, "not_applicable"))
    if codes:
        yield (*path, "not_applicable"), "not_applicable", "", ";".join(map(str, codes))
    for key, sort in _MAPPINGS.items():
        values = entry.get(key) or {}
        if not isinstance(values, dict):
            raise source.problem("cần các cặp mã: giá trị", (*path, key))
        for name, value in values.items():
            yield (*path, key, name), sort, name, _scalar(source, (*path, key, name), value)


def _scalar(source: SourceText, path: _Path, value: Any) -> str | float:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise source.problem(f"cần một số, đang ghi {value!r}", path)
    return value.strip() if isinstance(value, str) else value


def _resolved(sort: str, name: str, headings: Headings) -> str:
    if sort == "figure":
        return headings.figure(name)
    return headings.criterion(name, sort) if sort in ("judgement", "self_score") else name
