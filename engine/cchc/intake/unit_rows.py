"""Rows of units, from any kind of file, gathered into columns."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np

from cchc.intake.unit_cells import CellError, read_days, read_figure, read_points
from cchc.intake.unit_headings import Headings
from cchc.model.columns import Columns
from cchc.model.errors import InputError
from cchc.model.units import Origin, UnitKind, UnitsTable
from cchc.packs.appraisal import Word
from cchc.packs.curve_specs import Ordinal
from cchc.packs.indices import Criterion
from cchc.vietnamese.fold import fold
from cchc.vietnamese.numbers import show_number

if TYPE_CHECKING:
    from cchc.model.columns import Values

_KINDS: dict[str, UnitKind] = {
    "tinh": "province", "thanh pho": "province", "province": "province",
    "so": "department", "ban": "department", "nganh": "department", "department": "department",
    "xa": "commune", "phuong": "commune", "dac khu": "commune", "commune": "commune",
    "nguoi dung dau": "head", "head": "head",
    "phong": "room", "van phong": "room", "thanh tra": "room", "room": "room",
    "chi cuc": "sub_department", "sub_department": "sub_department",
    "trung tam": "service_unit", "don vi su nghiep": "service_unit", "service_unit": "service_unit",
}  # fmt: skip
_MOST_DAYS = 3660.0
_SEVERAL = re.compile(r"[;,\s]+")


@dataclass
class UnitRow:
    """One unit while it is being read; NaN is "not given"."""

    line: int | None
    id: str = ""
    name: str = ""
    remark: str = ""
    kind: UnitKind | None = None
    figures: dict[str, float] = field(default_factory=dict)
    judgements: dict[str, float] = field(default_factory=dict)
    self_scores: dict[str, float] = field(default_factory=dict)
    appraised: dict[str, float] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    not_applicable: set[str] = field(default_factory=set)
    state: str = ""
    submitted: date | None = None
    deadline: date | None = None
    days_late: float | None = None
    parent: str = ""
    period_from: date | None = None
    period_to: date | None = None

    def put(self, target: tuple[str, str], cell: str | float, headings: Headings) -> None:
        """Store one cell; raise `CellError` if it cannot be what its column holds."""
        sort, name = target
        if sort == "figure":
            self.figures[name] = read_figure(cell, headings.figures[name])
        elif sort == "judgement":
            self.judgements[name] = _judged(cell, headings.criteria[name])
        elif sort == "self_score":
            self.self_scores[name] = read_points(cell, headings.criteria[name].max)
        elif sort == "appraised":
            self.appraised[name] = read_points(cell, headings.criteria[name].max)
        elif sort == "reason":
            self.reasons[name] = one_of(str(cell), headings.appraisal.reasons, "lý do")
        elif sort == "evidence":
            self.evidence[name] = str(cell)
        elif sort == "state":
            self.state = one_of(str(cell), headings.appraisal.states, "trạng thái")
        elif sort == "days_late":
            self.days_late = read_days(cell, _MOST_DAYS)
        elif sort == "kind":
            self.kind = unit_kind(str(cell))
        elif sort == "not_applicable":
            self.not_applicable = {headings.criterion(code) for code in _SEVERAL.split(str(cell)) if code}
        elif sort in ("period_from", "period_to", "submitted", "deadline"):
            setattr(self, sort, day_of(str(cell)))
        elif sort in ("id", "name", "remark", "parent"):
            setattr(self, sort, str(cell))


def _judged(cell: str | float, criterion: Criterion) -> float:
    """Return the points that a person gives; where there are options, those of one of them, named or in points."""
    if not isinstance(criterion.curve, Ordinal):
        return read_points(cell, criterion.max)
    options = criterion.curve.options
    for option in options:
        if fold(str(cell)) in (option.id, fold(option.label.vi), fold(option.label.en)):
            return option.points
    shown = "; ".join(f"{option.label.vi} ({show_number(option.points)})" for option in options)
    try:
        points = read_points(cell, criterion.max)
    except CellError:
        raise CellError(f"'{cell}' không phải mức nào của tiêu chí này; dùng: {shown}") from None
    if not math.isnan(points) and points not in {option.points for option in options}:
        raise CellError(f"không có mức {cell} điểm; dùng: {shown}")
    return points


def one_of(text: str, words: Sequence[Word], what: str) -> str:
    """Return the id of a word of a fixed list, given by id or label; raise `CellError` with the list."""
    if not text:
        return ""
    known = {fold(name): word.id for word in words for name in (word.id, word.label.vi, word.label.en)}
    if fold(text) not in known:
        raise CellError(f"{what} '{text}' không có; dùng: {'; '.join(word.label.vi for word in words)}")
    return known[fold(text)]


def unit_kind(text: str) -> UnitKind | None:
    """Return the kind that a cell names, None for an empty one; raise `CellError` if it names none."""
    if text and fold(text) not in _KINDS:
        raise CellError(
            f"loại đơn vị '{text}' không có; dùng: tỉnh, sở, xã, phường, phòng, chi cục, đơn vị sự nghiệp, người đứng đầu"
        )
    return _KINDS.get(fold(text))


def collect(
    rows: Sequence[UnitRow], file: str, warnings: tuple[str, ...] = (), origin: Origin | None = None
) -> UnitsTable:
    """Return the rows as columns, in their order; raise `InputError` on a unit that occurs twice."""
    seen: dict[str, int | None] = {}
    for row in rows:
        # `vp` and `VP`, or one `Ở` typed in two ways, are one unit to a reader of the ranking.
        same = unicodedata.normalize("NFC", row.id).casefold()
        if same in seen:
            where = f", đã có ở dòng {seen[same]}" if seen[same] else ""
            raise InputError(f"mã đơn vị '{row.id}' bị lặp{where}", file, row.line, "mã")
        seen[same] = row.line
    exempt = sorted({code for row in rows for code in row.not_applicable})
    return UnitsTable(
        file=file,
        ids=tuple(row.id for row in rows),
        names=tuple(row.name for row in rows),
        kinds=tuple(row.kind or "room" for row in rows),
        figures=Columns(len(rows), _columns([row.figures for row in rows])),
        judgements=_columns([row.judgements for row in rows]),
        self_scores=_columns([row.self_scores for row in rows]),
        appraised=_columns([row.appraised for row in rows]),
        reasons=_texts([row.reasons for row in rows]),
        evidence=_texts([row.evidence for row in rows]),
        days_late=_days_late(rows),
        states=_if_any([row.state for row in rows]),
        not_applicable={code: np.array([code in row.not_applicable for row in rows]) for code in exempt},
        parents=_if_any([row.parent for row in rows]),
        periods=tuple(_period(row) for row in rows),
        remarks=tuple(row.remark for row in rows),
        warnings=warnings,
        origin=origin,
    )


def _texts(rows: Sequence[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(row.get(code, "") for row in rows) for code in sorted({code for row in rows for code in row})}


def _days_late(rows: Sequence[UnitRow]) -> "Values | None":
    """Return by how many days each self-score came late, as stated or from its two dates; None where no row says a word of it."""
    if not any(row.days_late is not None or row.submitted or row.deadline for row in rows):
        return None
    days = [_own_days_late(row) for row in rows]
    return np.array([np.nan if one is None else one for one in days], dtype=np.float64)


def _own_days_late(row: UnitRow) -> float | None:
    if row.days_late is not None or not row.submitted or not row.deadline:
        return row.days_late
    return float(max((row.submitted - row.deadline).days, 0))


def _if_any(cells: Sequence[str]) -> tuple[str, ...]:
    """Return a column, empty where it says nothing of any unit."""
    return tuple(cells) if any(cells) else ()


def _period(row: UnitRow) -> tuple[date, date] | None:
    return (row.period_from, row.period_to) if row.period_from and row.period_to else None


def day_of(text: str) -> date | None:
    """Return a day as tables write it: 2026-08-31 or 31/8/2026; None for an empty cell; raise `CellError` if it is none."""
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise CellError(f"cần một ngày dạng 31/8/2026 hoặc 2026-08-31, đang ghi '{text}'")


def _columns(rows: Sequence[Mapping[str, float]]) -> "dict[str, Values]":
    names: Iterable[str] = sorted({name for row in rows for name in row})
    return {name: np.array([row.get(name, np.nan) for row in rows], dtype=np.float64) for name in names}
