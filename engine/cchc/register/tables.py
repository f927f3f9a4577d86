"""Files of a register as tables that the database can scan: where the headings are, and what stands before the rows."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.model.errors import InputError
from cchc.packs.source_text import reason

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_HEAD = 262_144
_SEPARATORS = ",;\t|"
_NOT_UTF8 = "không phải văn bản UTF-8 (có thể là phông TCVN3, VNI hoặc tệp nhị phân); hãy lưu lại dạng CSV UTF-8"
LINE, CELLS = "_line", "_cells"
"""Columns that a rewritten file has before its own: the line in the user's file, and how many cells stood there."""


@dataclass(frozen=True)
class Table:
    """A table of a file: `path` is what the database reads, `before` the lines above the first row of data.

    `types` are the database's names of the types of the columns. `rewritten`: a file of our own that has `LINE`, `CELLS`
    before the columns. `rows`: how many rows there must be, where that can be told from the file.
    """

    file: str
    path: Path
    headings: tuple[str, ...]
    types: tuple[str, ...]
    before: int = 0
    sep: str = ","
    parquet: bool = False
    rewritten: bool = False
    rows: int | None = None

    def relation(self) -> str:
        """Return the SQL of the table with columns `c0`, `c1` ..."""
        if self.parquet:
            renamed = ", ".join(f"{name(heading)} AS c{n}" for n, heading in enumerate(self.headings))
            return f"(SELECT {renamed} FROM read_parquet({literal(str(self.path))}))"
        own = [LINE, CELLS] if self.rewritten else []
        columns = ", ".join(f"'{one}': 'VARCHAR'" for one in [*own, *(f"c{n}" for n in range(len(self.headings)))])
        return (
            f"read_csv({literal(str(self.path))}, auto_detect=false, header=false, skip={self.before}, "
            f"delim={literal(self.sep)}, quote='\"', escape='\"', columns={{{columns}}})"
        )


def literal(text: str) -> str:
    """Return text as a string of SQL."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """Return text as a name of SQL."""
    return '"' + text.replace('"', '""') + '"'


def parquet_table(path: Path, database: "DuckDBPyConnection") -> Table:
    """Return the table of a Parquet file; raise `InputError` where it is none."""
    import duckdb

    try:
        described = database.execute(f"DESCRIBE SELECT * FROM read_parquet({literal(str(path))})").fetchall()
    except duckdb.Error:
        raise InputError(
            "không đọc được như tệp Parquet; tệp hỏng hoặc không đầy đủ, hãy xuất lại", str(path)
        ) from None
    return Table(
        str(path), path, tuple(str(row[0]) for row in described), tuple(str(row[1]) for row in described), parquet=True
    )


@dataclass(frozen=True)
class CsvHead:
    """The first records of a CSV file, each with the line it ends on, and the separator."""

    records: tuple[tuple[str, ...], ...]
    ends: tuple[int, ...]
    sep: str


def csv_head(path: Path, most: int) -> CsvHead:
    """Return the first records of a file; raise `InputError` where it is empty or no text."""
    try:
        with path.open("rb") as file:
            raw = file.read(_HEAD)
    except OSError as error:
        raise InputError(f"không mở được tệp: {reason(error)}", str(path)) from None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputError(_NOT_UTF8, str(path))
    try:
        # A letter may be cut at the end of what was read.
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(raw)
    except UnicodeDecodeError as error:
        raise InputError(_NOT_UTF8, str(path), raw.count(b"\n", 0, error.start) + 1) from None
    if not text.strip():
        raise InputError("tệp trống; hãy xuất lại từ hệ thống Một cửa", str(path))
    return max((_head(text, sep, most) for sep in _SEPARATORS), key=lambda head: max(map(len, head.records)))


def _head(text: str, sep: str, most: int) -> CsvHead:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sep)
    records: list[tuple[str, ...]] = []
    ends: list[int] = []
    try:
        for record in reader:
            records.append(tuple(record))
            ends.append(reader.line_num)
            if len(records) == most:
                break
    except csv.Error:
        pass
    return CsvHead(tuple(records) or ((),), tuple(ends) or (0,), sep)


def csv_table(path: Path, head: CsvHead, at: int) -> Table:
    """Return the table of a CSV file whose headings are the record `at`."""
    # Records of several lines cannot be skipped by counting lines: such a file is rewritten.
    plain = head.ends[at] == at + 1
    rows = _lines(path) - head.ends[at] if plain else -1
    headings = head.records[at]
    return Table(str(path), path, headings, ("VARCHAR",) * len(headings), head.ends[at], head.sep, rows=rows)


def _lines(path: Path) -> int:
    """Return how many lines a file has, without blank ones at its end."""
    count, tail = 0, b""
    with path.open("rb") as file:
        while block := file.read(1 << 22):
            count += block.count(b"\n")
            tail = (tail + block)[-4096:]
    blank = tail[len(tail.rstrip(b"\r\n")) :].count(b"\n")
    return count - blank + (1 if tail.strip(b"\r\n") else 0)


def csv_records(path: Path, head: CsvHead, at: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the records below the headings with the line each begins on; raise `InputError` at what is no text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=head.sep, strict=True)
        begins, n = 1, 0
        try:
            for n, record in enumerate(reader):
                if n > at and record:
                    yield begins, record
                begins = reader.line_num + 1
        except UnicodeDecodeError:
            raise InputError(_NOT_UTF8, str(path), _first_bad_line(path)) from None
        except csv.Error:
            raise InputError("dòng quá dài hoặc dấu nháy không đóng; hãy xuất lại tệp", str(path), begins) from None


def _first_bad_line(path: Path) -> int | None:
    """Return the line that is no text: readers take many at once and do not tell."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return None


def rewritten(table: Table, target: Path, records: Iterator[tuple[int, Sequence[str]]]) -> Table:
    """Write records to a plain file of our own, a line each, and return its table."""
    width = len(table.headings)
    rows = 0
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for rows, (line, record) in enumerate(records, 1):  # noqa: B007 - counted
            cells = list(record)
            while len(cells) > width and not cells[-1].strip():
                cells.pop()
            writer.writerow([line, len(cells), *cells[:width], *[""] * (width - len(cells))])
    return Table(table.file, target, table.headings, ("VARCHAR",) * width, rewritten=True, rows=rows)
