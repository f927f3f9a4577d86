"""Write the parts of a result as CSV or Parquet, and join them into one file."""

import csv
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import csv as arrow_csv
from pyarrow import parquet as pq

from cchc.tables.rejects import HEADINGS, Reject

_RISKY = r"^[=+\-@\t\r]"
_BOM = "\ufeff"
_NONE = ".none"


@dataclass(frozen=True)
class Shape:
    """How a result is written: `suffix` `.csv`, `.parquet` or `.none`; for CSV the headings in the order of the columns, and the marks."""

    suffix: str
    headings: tuple[str, ...] = ()
    sep: str = ","
    decimal: str = "."

    def first_line(self) -> str:
        """Return the line of headings of a CSV file, with the mark by which Excel knows UTF-8."""
        cells = (f'"{heading.replace(chr(34), chr(34) * 2)}"' for heading in self.headings)
        return f"{_BOM}{self.sep.join(cells)}\n"


class PartWriter:
    """Writes one part: the result by blocks, and the rejects."""

    def __init__(self, result: Path, rejects: Path, shape: Shape, source: str) -> None:
        self._shape, self._source, self._path = shape, source, result
        self._rejects = rejects.open("w", encoding="utf-8", newline="")
        self._lines = csv.writer(self._rejects, lineterminator="\n")
        self._writer: Any = None

    def add(self, batch: pa.RecordBatch) -> None:
        """Write some rows."""
        if self._shape.suffix == _NONE:
            return
        if self._shape.suffix == ".csv":
            batch = _safe(batch, self._shape.decimal)
        if self._writer is None:
            self._writer = self._opened(batch.schema)
        self._writer.write_batch(batch)

    def reject(self, rejects: Iterable[Reject]) -> None:
        """Write down rows that are not used."""
        self._lines.writerows(
            (self._source, one.row, _plain(one.column), _plain(one.cell), one.reason) for one in rejects
        )

    def _opened(self, schema: pa.Schema) -> Any:
        if self._shape.suffix == ".parquet":
            return pq.ParquetWriter(self._path, schema, compression="zstd")
        options = arrow_csv.WriteOptions(include_header=False, delimiter=self._shape.sep)
        return arrow_csv.CSVWriter(self._path, schema, write_options=options)

    def close(self, schema: pa.Schema) -> None:
        """Finish the part; one without rows is an empty one."""
        if self._shape.suffix == _NONE:
            self._path.touch()
        else:
            self._writer = self._writer or self._opened(schema)
            self._writer.close()
        self._rejects.close()

    def __enter__(self) -> "PartWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._rejects.close()
            if self._writer is not None:
                self._writer.close()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _safe(batch: pa.RecordBatch, decimal: str) -> pa.RecordBatch:
    """Return text that no spreadsheet takes for a formula, and numbers with the decimal mark that was asked for."""
    return pa.RecordBatch.from_arrays([_safe_column(column, decimal) for column in batch.columns], batch.schema.names)


def _safe_column(column: Any, decimal: str) -> Any:
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.dictionary_decode(), kind.value_type
    if pa.types.is_floating(kind) and decimal != ".":
        return pc.replace_substring(pc.cast(column, pa.string()), ".", decimal)
    if not pa.types.is_string(kind):
        return column
    risky = pc.match_substring_regex(column, _RISKY)
    if not pc.any(risky).as_py():
        return column
    return pc.if_else(risky, pc.binary_join_element_wise("'", column, ""), column)


def join(parts: Sequence[Path], target: Path, shape: Shape) -> None:
    """Write the parts one behind the other into one file."""
    if shape.suffix == ".csv":
        with target.open("wb") as file:
            file.write(shape.first_line().encode())
            _append(parts, file)
        return
    with pq.ParquetFile(parts[0]) as first:
        schema = first.schema_arrow
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for part in parts:
            with pq.ParquetFile(part) as file:
                for group in range(file.metadata.num_row_groups):
                    writer.write_table(file.read_row_group(group))


def join_rejects(parts: Sequence[Path], target: Path) -> None:
    """Write the rejects of all parts into one CSV file."""
    with target.open("wb") as file:
        file.write(f"{_BOM}{','.join(HEADINGS)}\n".encode())
        _append(parts, file)


def _append(parts: Sequence[Path], file: Any) -> None:
    for part in parts:
        with part.open("rb") as inside:
            shutil.copyfileobj(inside, file, 1 << 20)
