"""Units that occur more than once in a result, for a period or at all: what each row is does not show in the row."""

from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import csv, parquet

from cchc.bulk.check_rows import SCHEMA
from cchc.bulk.tables_run import Target

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NONE = np.empty(0, np.int64)
_MARK = "\0"
_REPORT = ("id", "unit", "level", "province", "period")


class Repeated(NamedTuple):
    """Reports of one unit for one period: the unit as its id or name, the period, and how many rows."""

    unit: str
    period: str
    rows: int


def repeated_ids(target: Target) -> list[tuple[str, int]]:
    """Return the ids of units with more than one row, and how many rows each has, most first."""
    return _repeated(lambda: (_lowered(ids) for (ids,) in _columns(target, ("id",))))


def repeated_reports(target: Target) -> list[Repeated]:
    """Return the reports with more than one row: same unit (by id, else by name), level, province and period."""
    found = _repeated(lambda: map(_report, _columns(target, _REPORT)))
    named = ((key.split(_MARK), rows) for key, rows in found)
    return [Repeated(unit, period, rows) for (unit, *_, period), rows in named]


def _repeated(keys: Callable[[], Iterator[Any]]) -> list[tuple[str, int]]:
    """Return the keys that occur more than once; eight bytes are kept of each, the text only of those that may."""
    marks, counts = np.unique(np.concatenate([_NONE, *map(_marks, keys())]), return_counts=True)
    again = marks[counts > 1]
    if not len(again):
        return []
    may = [one.filter(pa.array(np.isin(_marks(one), again))) for one in keys()]
    found = pa.chunked_array(may, pa.string()).value_counts()
    many = found.filter(pc.greater(found.field("counts"), 1)).to_pylist()
    return sorted(((one["values"], one["counts"]) for one in many), key=lambda one: (-one[1], one[0]))


def _marks(keys: Any) -> "NDArray[np.int64]":
    # Keys of one mark are looked at as text, so that no result hangs on what the marks are.
    return np.fromiter(map(hash, keys.to_pylist()), np.int64, len(keys))


def _report(columns: list[Any]) -> Any:
    ids, names, *others = columns
    who = _lowered(pc.if_else(pc.equal(ids, ""), names, ids))
    return reduce(lambda one, other: pc.binary_join_element_wise(one, other, _MARK), [who, *others])


def _lowered(cells: Any) -> Any:
    return pc.utf8_lower(pc.utf8_normalize(cells, "NFC"))


def _columns(target: Target, names: tuple[str, ...]) -> Iterator[list[Any]]:
    """Yield some columns of a result, block by block, as text."""
    for path in _files(target):
        batches = _of_parquet(path, names) if path.suffix == ".parquet" else _of_csv(path, names)
        for batch in batches:
            yield [pc.fill_null(pc.cast(batch.column(n), pa.string()), "") for n in range(len(names))]


def _files(target: Target) -> list[Path]:
    if target.path is None:
        return []
    return [target.path] if target.whole else sorted(target.path.glob("part-*.parquet"))


def _of_parquet(path: Path, names: tuple[str, ...]) -> Iterator[Any]:
    with parquet.ParquetFile(path) as file:
        yield from file.iter_batches(columns=list(names))


def _of_csv(path: Path, names: tuple[str, ...]) -> Iterator[Any]:
    with path.open(encoding="utf-8-sig") as file:
        line = file.readline()
    # Every heading stands between quotes; the mark is what stands behind the first.
    mark = line[line.index('"', 1) + 1]
    # The first columns of all results are the same ones, whatever they are called.
    headings = [line.split('"')[1 + 2 * SCHEMA.get_field_index(name)] for name in names]
    options = csv.ConvertOptions(include_columns=headings, column_types=dict.fromkeys(headings, pa.string()))
    with csv.open_csv(
        path, parse_options=csv.ParseOptions(delimiter=mark, newlines_in_values=True), convert_options=options
    ) as rows:
        yield from rows
