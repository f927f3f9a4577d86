"""Rows of the files -> the table `dossiers`: one pass, every cell typed, the first fault of a row beside it."""

from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cchc.packs.register_words import FLAGS, MEANINGS, MOMENTS, RegisterColumn, RegisterWords
from cchc.register import cells
from cchc.register.columns import Layout
from cchc.register.mapping import Mapping
from cchc.register.tables import CELLS, LINE, Table, literal
from cchc.vietnamese.fold import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SAMPLE = 20_000
_TEXTS: tuple[RegisterColumn, ...] = ("code", "unit", "procedure")
_WORDS: tuple[RegisterColumn, ...] = ("service_level", "channel", "outcome", "result_channel", "satisfaction")


@dataclass
class Reading:
    """What is known about the cells so far; a fault that turns out to be one of ours is mended and read again."""

    month_first: set[str] = field(default_factory=set)
    spelled: dict[str, dict[str, str]] = field(default_factory=dict)
    formats: dict[str, list[str]] = field(default_factory=dict)
    decomposed: set[str] = field(default_factory=set)


def create(database: "DuckDBPyConnection") -> None:
    """Make the empty table; words are kept as numbers of a list, which halves what is written."""
    columns = [
        "file SMALLINT, line INTEGER, digest UBIGINT, last_year SMALLINT, fault VARCHAR, value VARCHAR",
        *(f"{column} VARCHAR" for column in _TEXTS),
        *(f"{column} ENUM ({', '.join(map(literal, MEANINGS[column]))})" for column in _WORDS),
        *(f"{column} TIMESTAMP, {column}_timed BOOLEAN" for column in MOMENTS),
        *(f"{column} BOOLEAN" for column in (*FLAGS, "fee")),
    ]
    database.execute(f"CREATE OR REPLACE TABLE dossiers ({', '.join(columns)})")


def look_at(
    database: "DuckDBPyConnection", table: Table, places: Layout, known: tuple[Mapping, RegisterWords], reading: Reading
) -> None:
    """Learn from the first rows how words are spelled and which form of a moment comes first."""
    mapping, words = known
    texts = [c for c in places if not cells.typed_moment(table, places[c])]
    chosen = ", ".join(f"{cells.cell_text(table, places[c], c in MOMENTS)} AS {c}" for c in texts)
    sample = f"(SELECT {chosen} FROM {table.relation()} LIMIT {_SAMPLE})"
    for column in texts:
        if column in _TEXTS:
            apart = database.execute(f"SELECT bool_or({column} <> nfc_normalize({column})) FROM {sample}").fetchone()
            # A keyboard that writes letters and marks apart does so everywhere; putting every cell together takes long.
            reading.decomposed |= {column} if apart and apart[0] else set()
        elif column in MOMENTS:
            reading.formats[column] = _by_use(database, column, sample, column in reading.month_first)
        elif column in MEANINGS:
            found = database.execute(f"SELECT {column} FROM {sample} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 200")
            learn(reading, column, [row[0] for row in found.fetchall() if row[0]], mapping.words(column, words))


def learn(reading: Reading, column: str, texts: Sequence[str], meanings: Pairs[str, str]) -> bool:
    """Add spellings whose meaning is known, cells of mere blanks among them; return whether there was one."""
    spelled = reading.spelled.setdefault(column, {})
    known = {"": "", **meanings}
    new = {text: known[fold(text)] for text in texts if fold(text) in known and text not in spelled}
    spelled.update(new)
    return bool(new)


def _by_use(database: "DuckDBPyConnection", column: str, sample: str, month_first: bool) -> list[str]:
    """Return the forms of a moment, those that the first rows have in front: each is tried in turn."""
    formats = cells.all_formats(month_first)
    counts = ", ".join(f"count({cells.strptime(column, [form])})" for form in formats)
    found = database.execute(f"SELECT {counts} FROM {sample}").fetchone() or ()
    return sorted(formats, key=lambda form: -found[formats.index(form)])


def insert(database: "DuckDBPyConnection", number: int, table: Table, places: Layout, reading: Reading) -> None:
    """Read a file into the table."""
    names = ["file", "line", "digest", "last_year", "fault", "value"]
    moments = ", ".join(column for column in places if column in MOMENTS)
    own = [str(number), cells.line_of(table), "digest", f"year(greatest({moments}))"]
    values = [*own, "fault", cells.faulty_value(list(places))]
    for column in places:
        names.append(column)
        values.append(_final(column))
        if column in MOMENTS:
            names.append(f"{column}_timed")
            values.append(f"{column}_timed")
    parsed = _parsed(table, places, reading)
    judged = f"SELECT *, {cells.fault(list(places), len(table.headings) if table.rewritten else None)} AS fault FROM ({parsed})"
    database.execute(f"INSERT INTO dossiers ({', '.join(names)}) SELECT {', '.join(values)} FROM ({judged})")


def _final(column: RegisterColumn) -> str:
    if column in FLAGS or column == "fee":
        return f"CASE {column} WHEN 'yes' THEN TRUE WHEN 'no' THEN FALSE END"
    return f"CASE WHEN {column} <> '{cells.UNKNOWN}' THEN {column} END" if column in _WORDS else column


def _parsed(table: Table, places: Layout, reading: Reading) -> str:
    own = [LINE, CELLS] if table.rewritten else []
    # Of these the table keeps less than what stood in the cell, and two rows that differ there differ.
    shortened = [cells.raw(column) for column in places if column in MEANINGS] or ["NULL"]
    texts = [*own]
    parsed = [*own, f"hash({', '.join(shortened)}) AS digest"]
    for column, place in places.items():
        texts.append(f"{cells.cell_text(table, place, column not in MEANINGS)} AS {cells.raw(column)}")
        parsed.append(cells.raw(column))
        if column in MOMENTS:
            if cells.typed_moment(table, place):
                texts.append(f"c{place}")
            formats = reading.formats.get(column) or cells.all_formats(column in reading.month_first)
            when, timed = cells.moment(table, place, column, formats)
            parsed += [f"{when} AS {column}", f"{timed} AS {column}_timed"]
        elif column in MEANINGS:
            meaning = cells.has_fee if column == "fee" else cells.word
            parsed.append(f"{meaning(column, reading.spelled.get(column, {}))} AS {column}")
        else:
            text = cells.raw(column)
            parsed.append(f"{f'nfc_normalize({text})' if column in reading.decomposed else text} AS {column}")
    return f"SELECT {', '.join(parsed)} FROM (SELECT {', '.join(texts)} FROM {table.relation()})"
