"""Units that occur more than once in a result: what each row is does not show in the row."""

import csv as text_csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import csv, parquet

from cchc.bulk.tables_run import Target

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROWS = 65_536
_SHOWN = 5
_APART = "\x1f"
_ID, _UNIT, _REST = 1, 2, (3, 4, 5)


@dataclass(frozen=True)
class Repeated:
    """How many keys have more than one row, and the first of them in order of the result, each with its number of rows.

    Keys are in small letters: capitals do not make another unit.
    """

    count: int
    first: tuple[tuple[tuple[str, ...], int], ...] = ()


def repeated_units(target: Target) -> Repeated:
    """Return the units of a scored table with more than one row: their ids."""
    return _repeated(target, (_ID,), lambda columns: columns)


def repeated_reports(target: Target) -> Repeated:
    """Return the reports of a checked table with more than one row: unit (its id, else its name), level, province, period."""
    return _repeated(target, (_ID, _UNIT, *_REST), _reporting)


def _reporting(columns: list[Any]) -> list[Any]:
    own, name, *rest = columns
    return [pc.if_else(pc.equal(own, ""), name, own), *rest]


def _repeated(target: Target, places: Sequence[int], keyed: Callable[[list[Any]], list[Any]]) -> Repeated:
    """Find equal keys by numbers of eight bytes first: a result of any length needs little memory."""
    parts = [_numbers(keys) for keys in _keys(target, places, keyed)]
    every = np.concatenate(parts) if parts else np.zeros(0, np.uint64)
    every.sort()
    again, times = np.unique(every[1:][every[1:] == every[:-1]], return_counts=True)
    if not len(again):
        return Repeated(0)
    shown: dict[int, tuple[tuple[str, ...], int]] = {}
    for keys in _keys(target, places, keyed):
        numbers = _numbers(keys)
        for n in np.flatnonzero(np.isin(numbers, again)):
            number = int(numbers[n])
            if number not in shown:
                count = int(times[np.searchsorted(again, numbers[n])]) + 1
                shown[number] = (tuple(keys[int(n)].as_py().split(_APART)), count)
            if len(shown) == _SHOWN:
                return Repeated(len(again), tuple(shown.values()))
    return Repeated(len(again), tuple(shown.values()))


def _numbers(keys: Any) -> "NDArray[np.uint64]":
    from pandas.util import hash_array

    numbers: NDArray[np.uint64] = hash_array(keys.to_numpy(zero_copy_only=False), categorize=False)
    return numbers


def _keys(target: Target, places: Sequence[int], keyed: Callable[[list[Any]], list[Any]]) -> Iterator[Any]:
    """Yield the keys of some rows at a time, without those of nobody."""
    for path in _files(target):
        for batch in _batches(path, places):
            columns = keyed([_plain(column) for column in batch.columns])
            somebody = pc.not_equal(columns[0], "")
            keys = pc.binary_join_element_wise(*columns, _APART)
            yield keys.filter(somebody)


def _plain(column: Any) -> Any:
    """Return text in small letters, composed; of a column with few values only those are looked at."""
    if pa.types.is_dictionary(column.type):
        return pa.DictionaryArray.from_arrays(column.indices, _plain(column.dictionary)).dictionary_decode()
    text = pc.fill_null(column, "")
    apart = not pc.all(pc.string_is_ascii(text)).as_py()
    return pc.utf8_lower(pc.utf8_normalize(text, "NFC") if apart else text)


def _files(target: Target) -> list[Path]:
    if target.path is None:
        return []
    return [target.path] if target.whole else sorted(target.path.glob("part-*.parquet"))


def _batches(path: Path, places: Sequence[int]) -> Iterator[pa.RecordBatch]:
    if path.suffix == ".parquet":
        with parquet.ParquetFile(path, pre_buffer=False) as file:
            names = [file.schema_arrow.names[place] for place in places]
            yield from file.iter_batches(_ROWS, columns=names)
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        line = file.readline()
    # Every heading stands between quotes; the mark is what stands behind the first.
    mark = line[line.index('"', 1) + 1]
    headings = next(text_csv.reader([line], delimiter=mark))
    names = [headings[place] for place in places]
    options = csv.ConvertOptions(include_columns=names, column_types=dict.fromkeys(names, pa.string()))
    with csv.open_csv(
        path, parse_options=csv.ParseOptions(delimiter=mark, newlines_in_values=True), convert_options=options
    ) as rows:
        yield from rows
