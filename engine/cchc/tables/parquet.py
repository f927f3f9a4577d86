"""Rows of a Parquet file, by Apache Arrow: a slice is some row groups."""

from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet as pq

from cchc.model.errors import InputError
from cchc.tables.block import ROWS, Block, Slice, Table

_SLICE_ROWS = 131_072


def open_parquet(path: Path) -> Table:
    """Return a Parquet file cut into slices; raise `InputError` where it is none."""
    try:
        with pq.ParquetFile(path) as file:
            meta, names = file.metadata, tuple(file.schema_arrow.names)
            counts = [meta.row_group(n).num_rows for n in range(meta.num_row_groups)]
    except pa.ArrowInvalid as error:
        raise InputError(f"không phải tệp Parquet, hoặc tệp bị cắt cụt: {error}", str(path)) from None
    twice = next((name for n, name in enumerate(names) if name in names[:n]), None)
    if twice is not None:
        raise InputError(f"hai cột cùng tên '{twice}'; hãy giữ một cột", str(path))
    if not sum(counts):
        raise InputError("bảng chưa có dòng nào", str(path))
    return Table(path, names, tuple(_slices(path, counts, names)), sum(counts))


def _slices(path: Path, counts: list[int], names: tuple[str, ...]) -> Iterator[Slice]:
    start, rows, first = 0, 0, 1
    for n, count in enumerate(counts, start=1):
        rows += count
        if rows >= _SLICE_ROWS or n == len(counts):
            yield Slice(path, "parquet", start, n, first, names)
            start, rows, first = n, 0, first + rows


def read_parquet(piece: Slice, wanted: Collection[str]) -> Iterator[Block]:
    """Yield the rows of a slice; raise `InputError` where the file is damaged."""
    row = piece.first_row
    try:
        with pq.ParquetFile(piece.path, pre_buffer=False) as file:
            names = [name for name in file.schema_arrow.names if name in wanted]
            groups = list(range(piece.start, piece.stop))
            for batch in file.iter_batches(ROWS, groups, names, use_threads=False):
                columns = dict(zip(batch.schema.names, batch.columns, strict=True))
                yield Block(np.arange(row, row + batch.num_rows), columns)
                row += batch.num_rows
    except pa.ArrowInvalid as error:
        raise InputError(f"tệp Parquet bị hỏng từ dòng {row}: {error}", str(piece.path)) from None
