"""Cells of a register in SQL: text, moments, words, and the first fault of a row."""

from collections.abc import Iterator, Mapping, Sequence

from cchc.packs.register_words import MOMENTS, RegisterColumn
from cchc.register.tables import CELLS, LINE, Table, literal

_DAY_FIRST = ("%d/%m/%Y", "%d-%m-%Y")
_TIMES = (" %H:%M", " %H:%M:%S")
ISO = tuple(
    "%Y-%m-%d" + time for time in ("", *_TIMES, "T%H:%M", "T%H:%M:%S", " %H:%M:%S.%f", "T%H:%M:%S.%f")
)  # fmt: skip
"""Forms of a moment that begin with the year."""
# strptime takes no offsets without the time zone of the session; Vietnam has been at UTC+7 without summer time since 1975.
_OFFSET = r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)"
_DATE_SHAPE = r"(\d{1,2}:\d{2}(:\d{2})?\s+)?(\d{1,4}[-/]\d{1,2}[-/]\d{1,4})([ T]\d{1,2}:\d{1,2}.*)?"
_FEE = r"[0-9][0-9., ]*\s*(đ|đồng|vnđ|vnd)?"
_BLANKS = " \t\r\n\u00a0"
UNKNOWN = "?"


def day_formats(month_first: bool) -> list[str]:
    """Return the forms in which the order of day and month is open."""
    days = [
        form.replace("%d", "%D").replace("%m", "%d").replace("%D", "%m") if month_first else form for form in _DAY_FIRST
    ]
    return [
        *(day + time for day in days for time in (*_TIMES, "")),
        *(f"{time.strip()} {day}" for day in days for time in _TIMES),
    ]


def all_formats(month_first: bool) -> list[str]:
    """Return every form of a moment that is taken, but for offsets."""
    return [*day_formats(month_first), *ISO]


def strptime(cell: str, formats: Sequence[str]) -> str:
    """Return the moment of a text, NULL where it has none of the forms."""
    return f"try_strptime({cell}, [{', '.join(map(literal, formats))}])"


def raw(column: str) -> str:
    """Return the name under which the text of a cell is kept while a row is read."""
    return f"r_{column}"


def cell_text(table: Table, place: int, trimmed: bool = True) -> str:
    """Return a cell as text, NULL where it is blank, and where the file itself says that it is a moment."""
    if typed_moment(table, place):
        return "CAST(NULL AS VARCHAR)"
    text = f"c{place}" if table.types[place] == "VARCHAR" else f"CAST(c{place} AS VARCHAR)"
    if not trimmed:
        return f"nullif({text}, '')"
    # Trimming every cell takes longer than all else; nearly none has blanks to trim, and those are found by their ends.
    ends = " OR ".join(f"suffix({text}, '{blank}')" for blank in _BLANKS)
    return f"nullif(CASE WHEN {text} < '!' OR starts_with({text}, '\u00a0') OR {ends} THEN trim({text}, '{_BLANKS}') ELSE {text} END, '')"


def typed_moment(table: Table, place: int) -> bool:
    """Return whether the file itself says that a column holds moments."""
    return table.types[place].startswith(("TIMESTAMP", "DATE"))


def moment(table: Table, place: int, column: str, formats: Sequence[str]) -> tuple[str, str]:
    """Return the moment of a cell by the minute, and whether it has a time of day."""
    kind = table.types[place]
    if kind == "DATE":
        return f"CAST(c{place} AS TIMESTAMP)", "FALSE"
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"date_trunc('minute', CAST(c{place} AS TIMESTAMP) + INTERVAL 7 HOUR)", "TRUE"
    if kind.startswith("TIMESTAMP"):
        return f"date_trunc('minute', CAST(c{place} AS TIMESTAMP))", "TRUE"
    text = raw(column)
    offset = (
        f"CASE WHEN regexp_full_match({text}, {literal(_OFFSET)})"
        f" THEN CAST(try_cast({text} AS TIMESTAMPTZ) AS TIMESTAMP) + INTERVAL 7 HOUR END"
    )
    return f"date_trunc('minute', coalesce({strptime(text, formats)}, {offset}))", f"contains({text}, ':')"


def word(column: str, spelled: Mapping[str, str]) -> str:
    """Return the meaning of a cell of words, `?` where it has none; `spelled`: words as they stand in the files."""
    cases = " ".join(f"WHEN {literal(text)} THEN {_meaning(meaning)}" for text, meaning in spelled.items())
    named = f"CASE {raw(column)} {cases} ELSE '{UNKNOWN}' END" if cases else f"'{UNKNOWN}'"
    return f"CASE WHEN {raw(column)} IS NULL THEN NULL ELSE {named} END"


def has_fee(column: str, spelled: Mapping[str, str]) -> str:
    """Return `yes` or `no` for an amount and `?` where it is none: a separator of thousands does not matter to that."""
    text = raw(column)
    cases = " ".join(f"WHEN {text} = {literal(one)} THEN {_meaning(spelled[one])}" for one in spelled)
    return (
        f"CASE WHEN {text} IS NULL THEN NULL WHEN try_cast({text} AS BIGINT) > 0 THEN 'yes'"
        f" WHEN try_cast({text} AS BIGINT) = 0 THEN 'no' {cases}"
        f" WHEN regexp_full_match(lower(trim({text}, '{_BLANKS}')), {literal(_FEE)})"
        f" THEN CASE WHEN regexp_matches({text}, '[1-9]') THEN 'yes' ELSE 'no' END ELSE '{UNKNOWN}' END"
    )


def _meaning(meaning: str) -> str:
    return literal({"none": "no"}.get(meaning, meaning)) if meaning else "NULL"


def fault(columns: Sequence[RegisterColumn], rewritten_width: int | None) -> str:
    """Return the first fault of a row as `column|reason`, NULL where it has none."""
    return f"CASE {' '.join(_faults(columns, rewritten_width))} END"


def _faults(columns: Sequence[RegisterColumn], width: int | None) -> Iterator[str]:
    if width is not None:
        yield f"WHEN {CELLS} <> '{width}' THEN '|cells'"
    yield f"WHEN {raw('code')} IS NULL THEN 'code|blank'"
    yield f"WHEN {raw('received')} IS NULL AND received IS NULL THEN 'received|blank'"
    moments = [column for column in columns if column in MOMENTS]
    for column in moments:
        yield (
            f"WHEN {raw(column)} IS NOT NULL AND {column} IS NULL THEN '{column}|' || "
            f"CASE WHEN regexp_full_match({raw(column)}, {literal(_DATE_SHAPE)}) THEN 'impossible_date' ELSE 'not_a_date' END"
        )
    for column in moments:
        yield f"WHEN year({column}) < 2000 THEN '{column}|year'"
    for column in columns:
        if column == "fee":
            yield f"WHEN {column} = '{UNKNOWN}' THEN '{column}|not_an_amount'"
        elif column not in (*moments, "code", "unit", "procedure"):
            yield f"WHEN {column} = '{UNKNOWN}' THEN '{column}|unknown_word'"


def faulty_value(columns: Sequence[RegisterColumn]) -> str:
    """Return what stood in the cell of a row's fault."""
    cases = " ".join(f"WHEN '{column}' THEN {_shown(column)}" for column in columns)
    return f"CASE WHEN fault IS NULL THEN NULL ELSE CASE split_part(fault, '|', 1) {cases} END END"


def _shown(column: RegisterColumn) -> str:
    return f"coalesce({raw(column)}, {written(column)})" if column in MOMENTS else raw(column)


def written(column: str) -> str:
    """Return a moment as people write it."""
    return f"strftime({column}, '%d/%m/%Y %H:%M')"


def line_of(table: Table) -> str:
    """Return the line of a row where the file does not give it by counting."""
    return f"CAST({LINE} AS INTEGER)" if table.rewritten else "CAST(NULL AS INTEGER)"
