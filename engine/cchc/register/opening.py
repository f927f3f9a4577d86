"""Open the files of a register, load them, mend what was read in a wrong way, and mark the rows that cannot be used."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.model.errors import InputError, UsageError
from cchc.model.register import Note
from cchc.packs.register_words import MEANINGS, MOMENTS, NEEDED, RegisterColumn, RegisterWords, register_words
from cchc.packs.source_text import is_folder
from cchc.register import faults
from cchc.register import load as rows
from cchc.register.clock import Rules
from cchc.register.columns import HEADING_WITHIN, Layout, guess, heading_row, layout
from cchc.register.database import refuse_small_disk
from cchc.register.mapping import Mapping, refuse_half_pairs
from cchc.register.options import RegisterOptions
from cchc.register.sheets import sheet_rows
from cchc.register.spelling import unify
from cchc.register.tables import Table, csv_head, csv_records, csv_table, parquet_table, rewritten

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_TURNS = 12


@dataclass(frozen=True)
class Loaded:
    """What was loaded: the files, where the rows of each begin, the mapping, and what a user should know."""

    tables: tuple[Table, ...]
    starts: tuple[int, ...]
    mapping: Mapping
    notes: tuple[Note, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The files as the user wrote them."""
        return tuple(table.file for table in self.tables)

    @property
    def moments(self) -> list[RegisterColumn]:
        """The columns of moments that there are."""
        return [column for column in MOMENTS if column in self.mapping.columns]

    def line(self, file: int, row: int, line: int | None) -> int:
        """Return where a row stands in its file."""
        return line if line is not None else row - self.starts[file] + self.tables[file].before + 1

    def rules(self, options: RegisterOptions) -> Rules:
        """Return what decides about the clock besides the dossiers."""
        return Rules(
            frozenset(self.mapping.columns), options.working_days, self.mapping.due_includes_supplements,
            self.mapping.no_due == "in_time", options.returned_apart, self.mapping.holidays, self.mapping.notification_only,
        )  # fmt: skip


def load(
    database: "DuckDBPyConnection", paths: Sequence[Path], folder: Path, root: Path, mapping: Mapping | None
) -> Loaded:
    """Load files into the table `dossiers`; raise `CchcError` where they are no register."""
    words = register_words(root)
    files = list(paths)
    for path in files:
        if is_folder(path) or not path.is_file():
            raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", str(path))
    refuse_small_disk(files, folder)
    tables = [table for path in files for table in tables_of(path, database, folder, mapping, words)]
    chosen = mapping or Mapping(columns=guess(tables[0].headings, words))
    layouts = [layout(table.headings, chosen, table.file, words) for table in tables]
    refuse_half_pairs(chosen.columns)
    if mapping is None:
        _refuse_other_columns(tables, chosen, words)
    loading = _Loading(database, folder, list(zip(tables, layouts, strict=True)), chosen, words)
    loading.run()
    return Loaded(tuple(loading.tables), loading.starts(), chosen, tuple(loading.finish()))


def _refuse_other_columns(tables: Sequence[Table], chosen: Mapping, words: RegisterWords) -> None:
    """Raise `InputError` where a later file has a column that the first has not: its blanks would mean nothing."""
    for table in tables[1:]:
        extra = [column for column in guess(table.headings, words) if column not in chosen.columns]
        if extra:
            raise InputError(
                f"có cột '{extra[0]}' mà {tables[0].file} không có; các tệp của một sổ phải cùng các cột,"
                " hãy xuất lại hoặc khai cột chung trong --mapping",
                table.file,
            )


def tables_of(
    path: Path, database: "DuckDBPyConnection", folder: Path, mapping: Mapping | None, words: RegisterWords
) -> list[Table]:
    """Return the tables of a file; raise `InputError` where it is none of the kinds that are read."""
    kind = path.suffix.lower()
    if kind == ".parquet":
        return [parquet_table(path, database)]
    if kind in (".xlsx", ".xlsm"):
        return list(_sheets(path, folder, mapping, words))
    if kind in (".csv", ".tsv", ".txt"):
        head = csv_head(path, HEADING_WITHIN)
        return [csv_table(path, head, heading_row(head.records, mapping, words))]
    raise InputError(
        "sổ hồ sơ phải là tệp .csv, .xlsx hoặc .parquet; hãy xuất lại theo một trong các dạng đó", str(path)
    )


def _sheets(path: Path, folder: Path, mapping: Mapping | None, words: RegisterWords) -> Iterator[Table]:
    """Yield the sheets that have the headings of a register."""
    found = 0
    for number, (title, numbered) in enumerate(sheet_rows(path)):
        first = list(islice(numbered, HEADING_WITHIN))
        at = heading_row([row for _, row in first], mapping, words)
        if not first or not _is_register(first[at][1], mapping, words):
            continue
        found += 1
        shown = str(path) if number == 0 else f"{path} [{title}]"
        table = Table(shown, path, tuple(first[at][1]), ())
        # A sheet gives the cells of a row up to the last that holds something.
        rows_ = ((n, [*row, *[""] * (len(table.headings) - len(row))]) for n, row in chain(first[at + 1 :], numbered))
        yield rewritten(table, folder / f"sheet-{found}-{path.stem[:40]}.csv", rows_)
    if not found:
        wanted = ", ".join(f"'{words.columns[column].label.vi}'" for column in NEEDED)
        raise InputError(f"không có trang tính nào có dòng tiêu đề với các cột {wanted}", str(path))


def _is_register(cells_: Sequence[str], mapping: Mapping | None, words: RegisterWords) -> bool:
    # One heading may be a title by chance: "Sổ hồ sơ" and "Số hồ sơ" are the same without marks.
    known = set(mapping.columns.values()) & set(cells_) if mapping else set(guess(cells_, words)) & set(NEEDED)
    return len(known) > 1


class _Loading:
    """Reads the files again as long as a fault turns out to be one of how they were read."""

    def __init__(
        self, database: "DuckDBPyConnection", folder: Path, files: list[tuple[Table, Layout]], mapping: Mapping,
        words: RegisterWords,
    ) -> None:  # fmt: skip
        self._database, self._folder, self._files, self._known = database, folder, files, (mapping, words)
        told = mapping.date_order
        self._reading = rows.Reading(month_first={c for c, order in told.items() if order == "month_first"})

    @property
    def tables(self) -> list[Table]:
        """The tables as they were read in the end."""
        return [table for table, _ in self._files]

    def run(self) -> None:
        """Load until no more is learnt."""
        for _ in range(_MOST_TURNS):
            rows.create(self._database)
            for n, (table, places) in enumerate(self._files):
                self._files[n] = (self._inserted(n, table, places), places)
            if not self._learnt():
                return
        raise UsageError("các cột ngày của sổ hồ sơ không theo một cách ghi; hãy xuất lại với một cách ghi ngày")

    def _inserted(self, n: int, table: Table, places: Layout) -> Table:
        """Load a file as it is, or where it is not a line a row, rewritten so; return what was loaded."""
        import duckdb

        if table.rows != -1:
            self._database.execute("BEGIN")
            try:
                self._insert(n, table, places)
                if table.rows is None or self._count(n) == table.rows:
                    self._database.execute("COMMIT")
                    return table
            except duckdb.InvalidInputException:
                if table.parquet or table.rewritten:
                    raise
            self._database.execute("ROLLBACK")
        head = csv_head(table.path, HEADING_WITHIN)
        at = heading_row(head.records, self._known[0], self._known[1])
        again = rewritten(table, self._folder / f"lines-{n}.csv", csv_records(table.path, head, at))
        self._insert(n, again, places)
        return again

    def _insert(self, n: int, table: Table, places: Layout) -> None:
        rows.look_at(self._database, table, places, self._known, self._reading)
        rows.insert(self._database, n, table, places, self._reading)

    def _count(self, n: int) -> int:
        found = self._database.execute(f"SELECT count(*) FROM dossiers WHERE file = {n}").fetchone()
        return int(found[0]) if found else 0

    def _learnt(self) -> bool:
        """Return whether a fault was one of spelling or of the order of day and month, and is known now."""
        turned = faults.turned(self._database, self._files, self._reading.month_first, self._known[0].date_order)
        self._reading.month_first ^= turned
        for column in turned:
            self._reading.formats.pop(column, None)
        return bool(turned) | self._new_words()

    def _new_words(self) -> bool:
        mapping, words = self._known
        new = False
        for column in mapping.columns:
            if column in MEANINGS:
                found = self._database.execute(
                    f"SELECT DISTINCT value FROM dossiers WHERE fault IN ('{column}|unknown_word', '{column}|not_an_amount')"
                ).fetchall()
                new |= rows.learn(self._reading, column, sorted(v for (v,) in found), mapping.words(column, words))
        return new

    def _ambiguous(self, columns: list[RegisterColumn]) -> list[RegisterColumn]:
        told = self._known[0].date_order
        return faults.ambiguous(self._database, self._files, [column for column in columns if column not in told])

    def starts(self) -> tuple[int, ...]:
        """Return the id of the first row of every file."""
        return tuple(faults.first_row(self._database, n) for n in range(len(self._files)))

    def finish(self) -> list[Note]:
        """Mark the rows that cannot be used, and say what was taken for granted."""
        columns = list(self._known[0].columns)
        faults.refuse_swapped(self._database, self._files, columns, self._known[0].date_order)
        faults.in_order(self._database, columns)
        notes = [Note("ambiguous_dates", {"column": c}) for c in self._ambiguous(columns)]
        notes += [Note("month_first", {"column": c}) for c in sorted(self._reading.month_first)]
        notes += [Note("no_times", {"column": c}) for c in faults.without_times(self._database, columns)]
        notes += unify(self._database)
        faults.mark(self._database, columns)
        if named := self._known[0].notification_only:
            gone = faults.unknown_procedures(self._database, named)
            notes += [Note("unknown_procedure", {"procedure": name}) for name in gone]
        return notes
