"""Rows of a CSV file, by Apache Arrow: whole numbers as numbers where a slice holds nothing else, all others as text."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import csv

from cchc.model.errors import InputError
from cchc.tables.block import ROWS, Block, Broken, Slice

_BLOCK_BYTES = 4_000_000
_SHOWN = 200
_TELLING = 4
_UNCLOSED = "dấu nháy kép mở mà không đóng: một ô nuốt cả dòng dưới; hãy sửa dấu nháy rồi chạy lại"


def read_csv(piece: Slice, wanted: Collection[str], texts: Collection[str] = ()) -> Iterator[Block | Broken]:
    """Yield the rows of a slice, empty lines as rows without cells; one with too many or too few cells is broken.

    `texts`: columns that are text whatever they hold: `001` is a code of its own.
    """
    with piece.path.open("rb") as file:
        file.seek(piece.start)
        text = file.read(piece.stop - piece.start)
    kinds = {name: pa.string() if name in texts else pa.int64() for name in piece.headings if name in wanted}
    broken: list[Broken] = []
    table = _parsed(text, piece, kinds, broken)
    rows = np.setdiff1d(
        np.arange(piece.first_row, piece.first_row + table.num_rows + len(broken)), [one.row for one in broken]
    )
    if text.count(b"\n") > len(rows) + len(broken):
        swallowed = _swallowed(table, piece)
        broken += [Broken(int(rows[n]), cell[:_SHOWN], _UNCLOSED) for n, cell in swallowed.items()]
        kept = np.setdiff1d(np.arange(len(rows)), list(swallowed))
        table, rows = table.take(kept), rows[kept]
    yield from sorted(broken, key=lambda one: one.row)
    for start in range(0, table.num_rows, ROWS):
        some = table.slice(start, ROWS)
        columns = {name: some.column(name).combine_chunks() for name in kinds}
        yield Block(rows[start : start + ROWS], columns)


def _swallowed(table: pa.Table, piece: Slice) -> dict[int, str]:
    """Return by row the cells that hold other rows, from a quote that is not closed to the next one of their column.

    Such a cell holds the marks behind its own place, then those before it; few columns cannot tell it from text.
    """
    found: dict[int, str] = {}
    last = len(piece.headings) - 1
    for name in table.schema.names if last + 1 >= _TELLING else ():
        column, place = table.column(name), piece.headings.index(name)
        broken = pc.fill_null(pc.match_substring(pc.cast(column, pa.string()), "\n"), False)
        for n in map(int, np.flatnonzero(broken.to_numpy())):
            first, *_, end = column[n].as_py().split("\n")
            if first.count(piece.mark) == last - place and end.count(piece.mark) == place and '"' in end:
                found[n] = column[n].as_py()
    return found


def _parsed(text: bytes, piece: Slice, kinds: Mapping[str, pa.DataType], broken: list[Broken]) -> pa.Table:
    # Arrow reads 0x10 as sixteen, which is no way to write a figure.
    if b"0x" not in text and b"0X" not in text:
        try:
            return _read(text, piece, kinds, broken)
        except pa.ArrowInvalid:
            broken.clear()
    try:
        return _read(text, piece, dict.fromkeys(kinds, pa.string()), broken)
    except pa.ArrowInvalid as error:
        said = "không phải UTF-8; hãy lưu lại dạng 'CSV UTF-8'" if "UTF8" in str(error) else f"không đọc được: {error}"
        raise InputError(f"từ dòng {piece.first_row + 1}: {said}", str(piece.path)) from None


def _read(text: bytes, piece: Slice, kinds: Mapping[str, pa.DataType], broken: list[Broken]) -> pa.Table:
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
        csv.ConvertOptions(column_types=kinds, include_columns=list(kinds), null_values=[""], strings_can_be_null=True),
    )
