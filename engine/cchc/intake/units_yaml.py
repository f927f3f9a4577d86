"""Units written as YAML or JSON: a list of units, each a mapping."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cchc.intake.unit_cells import CellError
from cchc.intake.unit_headings import Headings
from cchc.intake.unit_rows import UnitRow, collect
from cchc.intake.unit_sense import told_back
from cchc.model.errors import InputError
from cchc.model.units import UnitsTable
from cchc.packs.source_text import SourceText
from cchc.packs.validate import shown_input

_Path = tuple[str | int, ...]
_PLAIN = ("id", "name", "kind")
_MAPPINGS = {
    "figures": "figure", "judgements": "judgement", "self_scores": "self_score", "appraised": "appraised",
    "reasons": "reason", "evidence": "evidence",
}  # fmt: skip
_OTHER = ("remark", "parent", "state", "submitted", "deadline", "days_late", "period_from", "period_to")
_KEYS = (*_PLAIN, *_MAPPINGS, "not_applicable", *_OTHER)


def read_entries(source: SourceText, headings: Headings) -> UnitsTable:
    """Return the units of a parsed file; raise `InputError` with file, line and key."""
    wrapped = isinstance(source.data, dict) and set(source.data) == {"units"}
    entries, start = (source.data["units"], ("units",)) if wrapped else (source.data, ())
    if isinstance(entries, dict) and "period" in entries:
        raise InputError("đây là một báo cáo, hãy dùng 'cchc check'", source.file)
    if not isinstance(entries, list) or not entries:
        raise InputError("cần một danh sách đơn vị, mỗi đơn vị có id, name, kind, figures", source.file)
    rows = [_entry(source, (*start, i), entry, headings) for i, entry in enumerate(entries)]
    return collect(rows, source.file, told_back(rows, source.file))


def _entry(source: SourceText, path: _Path, entry: Any, headings: Headings) -> UnitRow:
    if not isinstance(entry, dict):
        raise source.problem("mỗi đơn vị phải có id, name, kind", path)
    row = UnitRow(line=source.line(path))
    for key in entry:
        if key not in _KEYS:
            raise source.problem(f"khóa '{key}' không có; dùng: {', '.join(_KEYS)}", (*path, key))
    taken: dict[tuple[str, str], str] = {}
    for cell_path, sort, name, cell in _cells(source, path, entry):
        try:
            target = (sort, _resolved(sort, name, headings))
            if target in taken:
                raise CellError(f"số liệu này trùng với '{taken[target]}'; hãy giữ một chỗ")
            taken[target] = name
            row.put(target, cell, headings)
        except CellError as error:
            raise source.problem(str(error), cell_path) from None
    for key in _PLAIN:
        if not getattr(row, key):
            raise source.problem(f"thiếu '{key}'", path)
    return row


def _cells(source: SourceText, path: _Path, entry: dict[str, Any]) -> Iterator[tuple[_Path, str, str, str | float]]:
    for key in (*_PLAIN, *_OTHER):
        if entry.get(key) is not None:
            yield (*path, key), key, "", _word(source, (*path, key), entry[key])
    codes = [] if entry.get("not_applicable") is None else entry["not_applicable"]
    # 1.10 without quotes is the number 1.1, another criterion.
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise source.problem(
            "cần một danh sách mã tiêu chí, mỗi mã trong dấu nháy: ['1.8', '3.2.1']", (*path, "not_applicable")
        )
    if codes:
        yield (*path, "not_applicable"), "not_applicable", "", ";".join(codes)
    for key, sort in _MAPPINGS.items():
        values = {} if entry.get(key) is None else entry[key]
        if not isinstance(values, dict):
            raise source.problem("cần các cặp mã: giá trị", (*path, key))
        for name, value in values.items():
            yield (*path, key, name), sort, name, _scalar(source, (*path, key, name), value)


def _word(source: SourceText, path: _Path, value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise source.problem(f"cần một chuỗi chữ, đang ghi {shown_input(value)}; hãy đặt trong dấu nháy", path)
    return str(value).strip()


def _scalar(source: SourceText, path: _Path, value: Any) -> str | float:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise source.problem(f"cần một số, đang ghi {shown_input(value)}", path)
    return value.strip() if isinstance(value, str) else value


def _resolved(sort: str, name: str, headings: Headings) -> str:
    if sort == "figure":
        return headings.figure(name)
    return headings.criterion(name, sort) if sort in _MAPPINGS.values() else name
