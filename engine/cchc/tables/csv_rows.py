"""Rows of a CSV file, by Apache Arrow: whole numbers as numbers where a slice holds nothing else, all others as text."""

from collections.abc import Collection, Iterator

import numpy as np
import pyarrow as pa
from pyarrow import csv

from cchc.model.errors import InputError
from cchc.tables.block import ROWS, Block, Broken, Slice

_BLOCK_BYTES = 4_000_000


def read_csv(piece: Slice, wanted: Collection[str]) -> Iterator[Block | Broken]:
    """Yield the rows of a slice, empty lines as rows without cells; one with too many or too few cells is broken."""
    with piece.path.open("rb") as file:
        file.seek(piece.start)
        text = file.read(piece.stop - piece.start)
    names = [name for name in piece.headings if name in wanted]
    broken: list[Broken] = []
    table = _parsed(text, piece, names, broken)
    yield from sorted(broken, key=lambda one: one.row)
    rows = np.setdiff1d(
        np.arange(piece.first_row, piece.first_row + table.num_rows + len(broken)), [one.row for one in broken]
    )
    for start in range(0, table.num_rows, ROWS):
        some = table.slice(start, ROWS)
        columns = {name: some.column(name).combine_chunks() for name in names}
        yield Block(rows[start : start + ROWS], columns)


def _parsed(text: bytes, piece: Slice, names: list[str], broken: list[Broken]) -> pa.Table:
    # Arrow reads 0x10 as sixteen, which is no way to write a figure.
    if b"0x" not in text and b"0X" not in text:
        try:
            return _read(text, piece, names, pa.int64(), broken)
        except pa.ArrowInvalid:
            broken.clear()
    try:
        return _read(text, piece, names, pa.string(), broken)
    except pa.ArrowInvalid as error:
        said = "không phải UTF-8; hãy lưu lại dạng 'CSV UTF-8'" if "UTF8" in str(error) else f"không đọc được: {error}"
        raise InputError(f"từ dòng {piece.first_row + 1}: {said}", str(piece.path)) from None


def _read(text: bytes, piece: Slice, names: list[str], kind: pa.DataType, broken: list[Broken]) -> pa.Table:
    def refuse(row: csv.InvalidRow) -> str:
        reason = f"dòng có {row.actual_columns} ô, dòng tiêu đề có {row.expected_columns}"
        broken.append(Broken(piece.first_row + row.number - 1, row.text, reason))
        return "skip"

    return csv.read_csv(
        pa.BufferReader(text),
        csv.ReadOptions(column_names=list(piece.headings), block_size=_BLOCK_BYTES, use_threads=False),
        csv.ParseOptions(
            delimiter=piece.mark, newlines_in_values=b'"' in text, invalid_row_handler=refuse, ignore_empty_lines=False
        ),
        csv.ConvertOptions(
            column_types=dict.fromkeys(names, kind), include_columns=names, null_values=[""], strings_can_be_null=True
        ),
    )
