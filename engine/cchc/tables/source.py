"""Open tables by their kind and read their slices."""

import importlib.util
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.model.errors import InputError, UsageError
from cchc.packs.source_text import reason
from cchc.tables.block import Block, Broken, Kind, Slice, Table

if TYPE_CHECKING:
    from cchc.tables.heading import Names

KINDS: dict[str, Kind] = {
    ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip


def open_tables(paths: Sequence[Path], names: "Names | None" = None) -> list[Table]:
    """Return the tables of files and folders; `names` says which row of a CSV file is its heading.

    Raise `InputError` with what is wrong with one, `UsageError` without pyarrow.
    """
    if importlib.util.find_spec("pyarrow") is None:
        raise UsageError("bảng lớn cần thư viện pyarrow; hãy cài bằng: pip install 'cchc[tables]'")
    return [_open(path, names) for path in _files(paths)]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in KINDS and one.is_file())
        if not inside:
            raise InputError(f"thư mục không có tệp bảng nào ({', '.join(KINDS)})", str(path))
        yield from inside


def _open(path: Path, names: "Names | None") -> Table:
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise InputError(f"bảng lớn phải là tệp {', '.join(KINDS)}", str(path))
    try:
        if kind == "parquet":
            from cchc.tables.parquet import open_parquet

            return open_parquet(path)
        from cchc.tables.lines import open_lines

        return open_lines(path, kind, names)
    except OSError as error:
        raise InputError(f"không mở được tệp: {reason(error)}", str(path)) from None


def read_slice(
    piece: Slice, wanted: Collection[str] | None = None, texts: Collection[str] = ()
) -> Iterator[Block | Broken]:
    """Yield the blocks of a slice with the columns wanted (None: all), and the rows that cannot be read.

    `texts`: columns of a CSV file that are text whatever they hold.
    JSON lines have no headings: they come with all that their rows name. Raise `InputError` where the file is damaged.
    """
    try:
        if piece.kind == "parquet":
            from cchc.tables.parquet import read_parquet

            yield from read_parquet(piece, piece.headings if wanted is None else wanted)
        elif piece.kind == "csv":
            from cchc.tables.csv_rows import read_csv

            yield from read_csv(piece, piece.headings if wanted is None else wanted, texts)
        else:
            from cchc.tables.json_rows import read_json_lines

            yield from read_json_lines(piece)
    except OSError as error:
        raise InputError(f"không đọc được tệp: {reason(error)}", str(piece.path)) from None
