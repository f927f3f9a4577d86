"""Rows of a block as units to be scored, and the rows that cannot be used, each with why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc

from cchc.bulk.cells import figure_column, text_column
from cchc.choosing import allowed
from cchc.intake.unit_cells import CellError, plain_figure, read_figure
from cchc.intake.unit_headings import Headings
from cchc.intake.unit_rows import UnitRow, day_of, unit_kind
from cchc.model.columns import Columns
from cchc.model.errors import InputError, UsageError
from cchc.model.units import UNIT_KINDS, UnitKind, UnitsTable
from cchc.packs.column_maps import ColumnMap
from cchc.packs.indices import IndexDef
from cchc.tables.block import Block, Cells
from cchc.tables.rejects import Reject

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask, Values

    Read = Callable[[str], float]

_NEEDED = (("id", "mã"), ("name", "đơn vị"), ("kind", "loại"))
_LATE = ("submitted", "deadline", "days_late")
_EMPTY = "ô này không được để trống"


@dataclass(frozen=True)
class UnitColumns:
    """What the columns of a table hold: by heading what `cchc.intake.unit_headings.Column.target` names."""

    targets: Mapping[str, tuple[str, str]]
    headings: Headings
    mapped: ColumnMap | None = None

    @classmethod
    def of(
        cls, names: Sequence[str], headings: Headings, mapped: ColumnMap | None, path: Path, line: int | None = 1
    ) -> "UnitColumns":
        """Return what the columns mean; raise `InputError` on a heading that is none, `UsageError` on what is not scored here."""
        targets = dict(_mapped(names, mapped, headings) if mapped else _found(names, headings, path, line))
        twice = next((h for h, t in targets.items() if list(targets.values()).count(t) > 1), None)
        if twice:
            raise InputError(f"cột '{twice}' trùng nghĩa với cột khác; hãy giữ một cột", str(path), line)
        missing = [name for target, name in _NEEDED if (target, "") not in targets.values()]
        if missing:
            raise InputError(f"thiếu cột {', '.join(map(repr, missing))}", str(path), line)
        late = next((h for h, (sort, _) in targets.items() if sort in _LATE), None)
        if late and headings.index.late:
            raise UsageError(
                f"cột '{late}': bảng lớn chưa trừ điểm nộp muộn; hãy bỏ cột này hoặc chấm không có --summary"
            )
        return cls(targets, headings, mapped)

    def of_sort(self, *sorts: str) -> Iterator[tuple[str, str]]:
        """Yield headings and codes of the columns of some sorts."""
        yield from ((heading, code) for heading, (sort, code) in self.targets.items() if sort in sorts)

    def kind(self, cell: str) -> UnitKind | None:
        """Return the kind that a cell names, None for an empty one; raise `CellError` if it names none."""
        if self.mapped is None:
            return unit_kind(cell)
        if cell and cell not in self.mapped.kinds:
            raise CellError(f"loại '{cell}' không có; dùng: {', '.join(self.mapped.kinds)}")
        return self.mapped.kinds.get(cell)


def _mapped(names: Sequence[str], mapped: ColumnMap, headings: Headings) -> Iterator[tuple[str, tuple[str, str]]]:
    for name in names:
        meaning = mapped.columns.get(name)
        if meaning is not None:
            yield name, ("figure", meaning) if meaning in headings.figures else (meaning, "")


def _found(
    names: Sequence[str], headings: Headings, path: Path, line: int | None
) -> Iterator[tuple[str, tuple[str, str]]]:
    for position, name in enumerate(names, start=1):
        try:
            yield name, headings.find(name, position).target
        except CellError as error:
            raise InputError(str(error), str(path), line) from None


@dataclass
class UnitRows:
    """Reads the units of blocks; `as_of`: the day on which the index must be in force, where the rows do not say."""

    columns: UnitColumns
    index: IndexDef
    as_of: date | None = None
    _rejects: list[Reject] = field(default_factory=list)

    def read(self, block: Block) -> "tuple[UnitsTable, NDArray[np.int64], tuple[Reject, ...], int]":
        """Return the units that can be scored, their row numbers, the rejects, and how many rows are empty."""
        self._rejects = []
        texts = {code: text_column(block.columns[h]) for h, code in self._fields() if h in block.columns}
        figures = {
            code: self._figure(block, h, code) for h, code in self.columns.of_sort("figure") if h in block.columns
        }
        blank = np.logical_and.reduce([_empty(c) for c in texts.values()] + [np.isnan(v) for v in figures.values()])
        blank &= ~np.isin(block.rows, [one.row for one in self._rejects])
        kinds = self._kinds(block, texts, blank)
        judged = {
            code: self._judged(block, h, code) for h, code in self.columns.of_sort("judgement") if h in block.columns
        }
        exempt = self._exempt(block)
        kept = ~blank & ~np.isin(block.rows, [one.row for one in self._rejects])
        table = UnitsTable(
            file="",
            ids=tuple(texts["id"].filter(pa.array(kept)).to_pylist()),
            names=tuple(texts["name"].filter(pa.array(kept)).to_pylist()),
            kinds=tuple(UNIT_KINDS[n] for n in kinds[kept]),
            figures=Columns(int(kept.sum()), {name: values[kept] for name, values in figures.items()}),
            judgements={code: values[kept] for code, values in judged.items()},
            not_applicable={code: mask[kept] for code, mask in exempt.items()},
        )
        rejects = tuple(sorted(self._rejects, key=lambda one: one.row))
        return table, block.rows[kept], rejects, int(blank.sum())

    def _fields(self) -> Iterator[tuple[str, str]]:
        yield from (
            (h, sort) for h, (sort, _) in self.columns.targets.items() if sort in ("id", "name", "kind", "period_to")
        )

    def _figure(self, block: Block, heading: str, code: str) -> "Values":
        written = plain_figure if self.columns.mapped else read_figure
        column = figure_column(block.columns[heading], self.columns.headings.figures[code], written)
        self._rejects += [Reject(int(block.rows[f.index]), f.reason, heading, f.cell) for f in column.faults]
        return column.values

    def _kinds(self, block: Block, texts: Mapping[str, Any], blank: "Mask") -> "NDArray[np.int64]":
        """Return the number of the kind of each unit; name the cells that must not be empty, and the kinds of no use here."""
        names = {sort: heading for heading, (sort, _) in self.columns.targets.items()}
        for sort, _ in _NEEDED:
            for n in np.flatnonzero(_empty(texts[sort]) & ~blank):
                self._rejects.append(Reject(int(block.rows[n]), _EMPTY, names[sort]))
        days = texts.get("period_to", pa.array([""] * len(block.rows), pa.string()))
        pairs = pc.binary_join_element_wise(texts["kind"], days, "\0")
        found = self._each(block, pairs, self._kind, names["kind"], blank)
        return np.where(np.isnan(found), 0, found).astype(np.int64)

    def _kind(self, pair: str) -> float:
        cell, _, day = pair.partition("\0")
        kind = self.columns.kind(cell)
        if kind is None:
            return np.nan
        try:
            allowed(self.index, [kind], self.as_of or day_of(day))
        except UsageError as error:
            raise CellError(str(error)) from None
        return float(UNIT_KINDS.index(kind))

    def _judged(self, block: Block, heading: str, code: str) -> "Values":
        def points(cell: str) -> float:
            row = UnitRow(line=None)
            row.put(("judgement", code), cell, self.columns.headings)
            return row.judgements[code]

        return self._each(block, text_column(block.columns[heading]), points, heading)

    def _exempt(self, block: Block) -> "dict[str, Mask]":
        found: dict[str, Mask] = {}
        for heading, _ in self.columns.of_sort("not_applicable"):
            if heading not in block.columns:
                continue
            sets: list[set[str]] = [set()]

            def number(cell: str, sets: list[set[str]] = sets) -> float:
                row = UnitRow(line=None)
                row.put(("not_applicable", ""), cell, self.columns.headings)
                sets.append(row.not_applicable)
                return len(sets) - 1

            at = np.nan_to_num(self._each(block, text_column(block.columns[heading]), number, heading)).astype(np.int64)
            for code in sorted(set().union(*sets)):
                found[code] = np.array([code in one for one in sets])[at]
        return found

    def _each(self, block: Block, cells: Cells, read: "Read", heading: str, blank: "Mask | None" = None) -> "Values":
        """Return what each text means, each different one read once; those that mean nothing reject their rows."""
        coded = pc.dictionary_encode(cells)
        at = coded.indices.to_numpy().astype(np.int64)
        values = np.full(len(coded.dictionary), np.nan)
        for n, cell in enumerate(coded.dictionary.to_pylist()):
            try:
                values[n] = read(cell)
            except CellError as error:
                rows = np.flatnonzero((at == n) & ~blank) if blank is not None else np.flatnonzero(at == n)
                shown = cell.partition("\0")[0]
                self._rejects += [Reject(int(block.rows[row]), str(error), heading, shown) for row in rows]
        each: Values = values[at]
        return each


def _empty(column: Any) -> "Mask":
    empty: Mask = pc.equal(column, "").to_numpy(zero_copy_only=False)
    return empty
