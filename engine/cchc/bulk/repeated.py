"""Units that occur more than once in a result: what each row is does not show in the row."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import csv, parquet

from cchc.bulk.tables_run import Target


def repeated_ids(target: Target) -> list[tuple[str, int]]:
    """Return the ids of units with more than one row, and how many rows each has, most first."""
    counts = pa.chunked_array(
        [pc.utf8_lower(pc.utf8_normalize(ids, "NFC")) for ids in _ids(target)], pa.string()
    ).value_counts()
    many = counts.filter(pc.greater(counts.field("counts"), 1))
    found = [(one["values"], one["counts"]) for one in many.to_pylist()]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _ids(target: Target) -> Iterator[Any]:
    for path in _files(target):
        if path.suffix == ".parquet":
            yield from parquet.read_table(path, columns=["id"]).column("id").chunks
        else:
            yield from _of_csv(path)


def _files(target: Target) -> list[Path]:
    if target.path is None:
        return []
    return [target.path] if target.whole else sorted(target.path.glob("part-*.parquet"))


def _of_csv(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8-sig") as file:
        line = file.readline()
    # Every heading stands between quotes; the mark is what stands behind the first.
    mark = line[line.index('"', 1) + 1]
    second = line.rstrip("\n").split('"')[3]
    options = csv.ConvertOptions(include_columns=[second], column_types={second: pa.string()})
    with csv.open_csv(
        path, parse_options=csv.ParseOptions(delimiter=mark, newlines_in_values=True), convert_options=options
    ) as rows:
        for batch in rows:
            yield batch.column(0)
