"""Units summed to the unit they belong to: by sums of counts, never by means of percents."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from cchc.model.columns import Columns
from cchc.model.errors import InputError
from cchc.model.place import Place
from cchc.model.units import Origin, UnitsTable
from cchc.packs.figure_schema import FigureDef

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Values

    Rows = NDArray[np.int64]

_SUMMED = ("count", "money")
# Half of the last digit of a percent printed without decimals.
_SAME_RATE = 0.005 + 1e-9
_DONE = "gộp {count} đơn vị thành '{name}' bằng tổng các số đếm: {units}"
_OWN = "số liệu ở dòng của chính '{name}' không cộng vào tổng này"
_MISSING = "chưa biết vì có đơn vị chưa nêu: {figures}"
_NOT_SUMMED = "chưa biết vì không cộng được (tỷ lệ, số bình quân): {figures}"
_PERIODS = "các đơn vị gộp lại có kỳ số liệu khác nhau"


def merged(table: UnitsTable, figures: Mapping[str, FigureDef]) -> UnitsTable:
    """Return the table with units that belong to one unit summed to that unit, and a warning on each.

    A unit that belongs to one that belongs to another goes into the last of them. What a figure is in one of the summed
    units unknown, is unknown in the sum; a percent is computed anew from the counts it is the ratio of, where the units
    show that it is that ratio, else unknown. The row of the unit itself, where the table has one, keeps what people
    entered for it; its own figures give way to the sum. Raises `InputError` where units belong to each other.
    """
    if not any(table.parents):
        return table
    plan = _plan(table)
    sums = _Sums(table, plan, figures)
    taken = replace(
        _chosen(table, plan),
        figures=Columns(len(plan.ids), {name: sums.column(name) for name in table.figures.values}),
        periods=tuple(sums.periods()) if table.periods else (),
        origin=_Moved(table.origin, plan.own) if table.origin else None,
    )
    return replace(taken, warnings=(*table.warnings, *sums.warnings(taken)))


@dataclass(frozen=True)
class _Plan:
    """Units of the result, each from rows of the table.

    `rows`: the row that has its name, kind and entries; -1 where the table has no row for it. `own`: the row that has
    its figures; -1 where they are a sum. `parts`: the rows that are summed.
    """

    ids: tuple[str, ...]
    rows: tuple[int, ...]
    own: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]


def _plan(table: UnitsTable) -> _Plan:
    row_of = {unit: row for row, unit in enumerate(table.ids)}
    roots = [_root(table, row_of, row) for row in range(len(table.ids))]
    above = {parent for parent in table.parents if parent}
    parts: dict[str, list[int]] = {}
    for row, root in enumerate(roots):
        inside = parts.setdefault(root, [])
        if table.ids[row] not in above:
            inside.append(row)
    rows = tuple(row_of.get(unit, -1) for unit in parts)
    own = tuple(row if unit not in above else -1 for unit, row in zip(parts, rows, strict=True))
    return _Plan(tuple(parts), rows, own, tuple(map(tuple, parts.values())))


def _root(table: UnitsTable, row_of: Mapping[str, int], row: int) -> str:
    """Return the unit that a row goes into: the last one it belongs to, or itself."""
    seen, unit = {table.ids[row]}, table.ids[row]
    while unit in row_of and table.parents[row_of[unit]]:
        unit = table.parents[row_of[unit]]
        if unit in seen:
            message = f"đơn vị '{unit}' trực thuộc chính nó hoặc đơn vị thuộc nó; hãy sửa cột trực thuộc"
            raise InputError(message, table.file)
        seen.add(unit)
    return unit


def _chosen(table: UnitsTable, plan: _Plan) -> UnitsTable:
    """Return the table with what is known of the units of the plan, figures and periods left as they are."""
    rows = np.array(plan.rows, dtype=np.int64)
    return replace(
        table,
        ids=plan.ids,
        names=tuple(unit if row < 0 else table.names[row] for unit, row in zip(plan.ids, plan.rows, strict=True)),
        kinds=tuple("department" if row < 0 else table.kinds[row] for row in plan.rows),
        judgements=_entered(table.judgements, rows),
        self_scores=_entered(table.self_scores, rows),
        appraised=_entered(table.appraised, rows),
        reasons={code: _said(words, plan) for code, words in table.reasons.items()},
        evidence={code: _said(words, plan) for code, words in table.evidence.items()},
        days_late=None if table.days_late is None else np.where(rows < 0, np.nan, table.days_late[rows]),
        not_applicable={
            code: np.array([_exempt(mask, row, parts) for row, parts in zip(plan.rows, plan.parts, strict=True)])
            for code, mask in table.not_applicable.items()
        },
        parents=(),
        states=_said(table.states, plan),
        remarks=_said(table.remarks, plan),
    )


def _entered(columns: "Mapping[str, Values]", rows: "Rows") -> "dict[str, Values]":
    return {code: np.where(rows < 0, np.nan, values[rows]) for code, values in columns.items()}


def _said(words: Sequence[str], plan: _Plan) -> tuple[str, ...]:
    return tuple("" if row < 0 else words[row] for row in plan.rows) if words else ()


def _exempt(mask: "NDArray[np.bool_]", row: int, parts: Sequence[int]) -> bool:
    """Return whether a unit is exempted: by its own row, or else because all of its units are."""
    return bool(mask[row]) if row >= 0 else bool(mask[list(parts)].all())


@dataclass(frozen=True)
class _Sums:
    table: UnitsTable
    plan: _Plan
    figures: Mapping[str, FigureDef]

    def column(self, name: str) -> "Values":
        """Return a figure of every unit of the plan: its own, or the sum, NaN where that is not known."""
        values, own = self.table.figures.values[name], np.array(self.plan.own, dtype=np.int64)
        return np.where(own < 0, self._summed(name), values[own])

    def _summed(self, name: str) -> "Values":
        figure = self.figures.get(name)
        if figure is not None and figure.kind in _SUMMED:
            return self._total(name)
        unknown = np.full(len(self.plan.ids), np.nan)
        if figure is None or figure.ratio is None or not self._is_ratio(name, figure.ratio):
            return unknown
        above, below = (self._total(one) for one in figure.ratio)
        rate: Values = np.divide(above, below, out=unknown, where=below != 0)
        return rate

    def _total(self, name: str) -> "Values":
        values = self.table.figures.values.get(name)
        total = np.zeros(len(self.plan.ids))
        target = [place for place, parts in enumerate(self.plan.parts) for _ in parts]
        rows = [row for parts in self.plan.parts for row in parts]
        np.add.at(total, target, np.nan if values is None else values[rows])
        return total

    def _is_ratio(self, name: str, ratio: tuple[str, str]) -> bool:
        """Return whether the units that state a percent and its counts all state it as the ratio of those counts."""
        values = self.table.figures.values
        if not set(ratio) <= set(values):
            return False
        above, below = (values[one] for one in ratio)
        own = np.divide(above, below, out=np.full_like(below, np.nan), where=below != 0)
        gaps = np.abs(own - values[name])
        return bool((~np.isnan(gaps)).any() and not (gaps > _SAME_RATE).any())

    def periods(self) -> "Iterator[tuple[date, date] | None]":
        """Yield the period of each unit, None where its units do not agree on one."""
        given = self.table.periods
        for own, parts in zip(self.plan.own, self.plan.parts, strict=True):
            spans = {given[row] for row in parts} if own < 0 else {given[own]}
            yield spans.pop() if len(spans) == 1 else None

    def warnings(self, done: UnitsTable) -> Iterator[str]:
        """Yield what a person should know about each sum."""
        for place, parts in enumerate(self.plan.parts):
            if self.plan.own[place] < 0:
                yield ". ".join(self._warning(done, place, parts))

    def _warning(self, done: UnitsTable, place: int, parts: Sequence[int]) -> Iterator[str]:
        name = done.names[place]
        units = ", ".join(self.table.names[row] for row in parts)
        yield _DONE.format(count=len(parts), name=name, units=units)
        if self.plan.rows[place] >= 0:
            yield _OWN.format(name=name)
        unknown = [
            one for one, values in done.figures.values.items() if np.isnan(values[place]) and self._seen(one, parts)
        ]
        for text, summed in ((_MISSING, True), (_NOT_SUMMED, False)):
            labels = [self._label(one) for one in unknown if self._can_be_summed(one) is summed]
            if labels:
                yield text.format(figures="; ".join(labels))
        if self.table.periods and len(Counter(self.table.periods[row] for row in parts)) > 1:
            yield _PERIODS

    def _seen(self, name: str, parts: Sequence[int]) -> bool:
        """Return whether one of the units states a figure: what nobody states is not lost by summing."""
        return not bool(np.isnan(self.table.figures.values[name][list(parts)]).all())

    def _can_be_summed(self, name: str) -> bool:
        return name in self.figures and self.figures[name].kind in _SUMMED

    def _label(self, name: str) -> str:
        return self.figures[name].label.vi if name in self.figures else name


@dataclass(frozen=True)
class _Moved:
    """Places of figures after units were summed: `rows` are those of the table before, -1 for a sum."""

    origin: Origin
    rows: tuple[int, ...]

    def place(self, row: int, figure: str) -> Place | None:
        """Return the place of a figure; a sum stands nowhere."""
        return self.origin.place(self.rows[row], figure) if self.rows[row] >= 0 else None
