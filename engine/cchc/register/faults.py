"""Faults that show only when all rows are there: order of day and month, repeated codes, dates that contradict others."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from cchc.model.errors import InputError
from cchc.packs.register_words import COLUMNS, MOMENTS, RegisterColumn
from cchc.register import cells
from cchc.register.columns import Layout
from cchc.register.tables import LINE, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Files = Sequence[tuple[Table, Layout]]
# Of the days of a year three in five are above 12, of those of the first half of a month one in five.
_LEAST_SHARE = 0.2
_TELLING = 3


def turned(database: "DuckDBPyConnection", files: Files, months: Collection[str], told: Collection[str]) -> set[str]:
    """Return the columns of dates whose order of day and month was not the one they were read in.

    The order of the columns `told` is what the user says. Raise `InputError` with two rows for a column that has both
    orders, and for one in which too few cells prove the order that a cell has: it may be a slip of the pen.
    """
    found: set[str] = set()
    for column in (one for one in MOMENTS if one not in told):
        other = cells.day_formats(column not in months)
        row = database.execute(
            f"SELECT file, rowid, line, value FROM dossiers WHERE fault = '{column}|impossible_date'"
            f" AND {cells.strptime('value', other)} IS NOT NULL ORDER BY rowid LIMIT 1"
        ).fetchone()
        if row is None:
            continue
        table, places = files[row[0]]
        heading = table.headings[places[column]]
        line = row[2] or row[1] - first_row(database, row[0]) + table.before + 1
        if same := _only_in(database, files, column, column in months):
            raise InputError(
                f"cột '{heading}' lẫn hai cách ghi ngày: '{row[3]}' ở dòng {line}, '{same[2]}' ở dòng {same[1]}{_of(same[0], table.file)};"
                f" hãy xuất lại với một cách ghi, {_or_say(column)}",
                table.file, line,
            )  # fmt: skip
        if weak := _weakly(database, files, column):
            raise InputError(
                f"cột '{heading}' có '{row[3]}' ở dòng {line} chỉ đọc được theo tháng/ngày, nhưng {weak}; hãy sửa ô đó"
                f" nếu gõ nhầm, {_or_say(column)}",
                table.file, line,
            )  # fmt: skip
        found.add(column)
    return found


def refuse_swapped(
    database: "DuckDBPyConnection", files: Files, columns: Collection[RegisterColumn], told: Collection[str]
) -> None:
    """Raise `InputError` for a column in which a spreadsheet took months for days where it could, and left text where not.

    Opening day/month/year with the settings of month/day/year makes dates of all days up to 12, turned, and leaves the
    others text. What was rewritten to lines holds dates of a spreadsheet as year-month-day.
    """
    for column in (one for one in columns if one in MOMENTS and one not in told):
        for table, places in ((table, places) for table, places in files if table.rewritten):
            if not (text := _texts(table, places, column)):
                continue
            kinds = f"{cells.strptime('cell', cells.day_formats(False))} AS said, {cells.strptime('cell', cells.ISO)} AS typed"
            low, high, other_low, other_high = database.execute(
                "SELECT count(*) FILTER (WHERE day(typed) <= 12), count(*) FILTER (WHERE day(typed) > 12),"
                " count(*) FILTER (WHERE day(said) <= 12), count(*) FILTER (WHERE day(said) > 12)"
                f" FROM (SELECT {kinds} FROM {text})"
            ).fetchone() or (0, 0, 0, 0)
            if min(low, other_high) >= _TELLING and not high and not other_low:
                raise InputError(
                    f"cột '{table.headings[places[column]]}': {low} ô kiểu ngày đều là ngày 1 đến 12, {other_high} ô kiểu chữ"
                    " đều là ngày 13 trở đi; bảng tính có lẽ đã đổi chỗ ngày và tháng khi mở tệp. Hãy xuất lại thẳng từ"
                    f" hệ thống; nếu các ô đúng như đang thấy thì khai 'date_order: {{{column}: day_first}}' trong --mapping",
                    table.file,
                )


def _or_say(column: RegisterColumn) -> str:
    return f"hoặc khai 'date_order: {{{column}: day_first}}' (ngày trước) hay month_first (tháng trước) trong --mapping"


def _weakly(database: "DuckDBPyConnection", files: Files, column: str) -> str | None:
    """Return why it is not proved that the month stands first in a column where it does in a cell; None where it is."""
    here, there = cells.day_formats(False), cells.day_formats(True)
    proofs, either = 0, 0
    for table, places in files:
        if not (text := _texts(table, places, column)):
            continue
        one, both = database.execute(
            f"SELECT count(*) FILTER (WHERE {cells.strptime('cell', here)} IS NULL), "
            f"count(*) FILTER (WHERE {cells.strptime('cell', here)} IS NOT NULL)"
            f" FROM {text} WHERE {cells.strptime('cell', there)} IS NOT NULL"
        ).fetchone() or (0, 0)
        if one < _LEAST_SHARE * (one + both):
            return f"trong {table.file} chỉ {one} trên {one + both} ô cho biết như vậy"
        proofs, either = proofs + one, either + both
    return "không ô nào khác cho biết như vậy" if proofs == 1 and either else None


def _of(file: str, here: str) -> str:
    return "" if file == here else f" của {file}"


def first_row(database: "DuckDBPyConnection", number: int) -> int:
    """Return the id of the first row of a file."""
    found = database.execute(f"SELECT min(rowid) FROM dossiers WHERE file = {number}").fetchone()
    return int(found[0]) if found and found[0] is not None else 0


def _only_in(
    database: "DuckDBPyConnection", files: Files, column: str, month_first: bool
) -> tuple[str, int, str] | None:
    """Return the first cell that is a date in one order of day and month and none in the other: file, line, text."""
    here, there = cells.day_formats(month_first), cells.day_formats(not month_first)
    for table, places in files:
        text = _texts(table, places, column)
        found = (
            text
            and database.execute(
                f"SELECT line, cell FROM {text} WHERE {cells.strptime('cell', here)} IS NOT NULL"
                f" AND {cells.strptime('cell', there)} IS NULL ORDER BY line LIMIT 1"
            ).fetchone()
        )
        if found:
            return table.file, int(found[0]), str(found[1])
    return None


def _texts(table: Table, places: Layout, column: str) -> str | None:
    """Return the cells of a column of text with their lines, None where the column is not text."""
    place = next((at for name, at in places.items() if name == column), None)
    if place is None or cells.typed_moment(table, place):
        return None
    line = f"CAST({LINE} AS BIGINT)" if table.rewritten else f"row_number() OVER () + {table.before}"
    return f"(SELECT {line} AS line, {cells.cell_text(table, place)} AS cell FROM {table.relation()})"


def ambiguous(database: "DuckDBPyConnection", files: Files, columns: Sequence[RegisterColumn]) -> list[RegisterColumn]:
    """Return the columns of dates in which no cell tells the day from the month."""
    if not (moments := [column for column in columns if column in MOMENTS]):
        return []
    highest = database.execute(f"SELECT {', '.join(f'max(day({c}))' for c in moments)} FROM dossiers").fetchone() or ()
    open_ = [column for column, day in zip(moments, highest, strict=True) if day is not None and day <= 12]
    return [column for column in open_ if _has_day_form(database, files, column)]


def _has_day_form(database: "DuckDBPyConnection", files: Files, column: str) -> bool:
    forms = cells.day_formats(False)
    relations = (_texts(table, places, column) for table, places in files)
    return any(
        database.execute(f"SELECT 1 FROM {text} WHERE {cells.strptime('cell', forms)} IS NOT NULL LIMIT 1").fetchone()
        for text in relations
        if text
    )


def without_times(database: "DuckDBPyConnection", columns: Sequence[RegisterColumn]) -> list[RegisterColumn]:
    """Take columns whose every time is 00:00 for days without a time, and return them."""
    moments = [column for column in columns if column in MOMENTS]
    asked = ", ".join(
        f"coalesce(bool_and({c} = date_trunc('day', {c})) FILTER (WHERE {c}_timed), FALSE)" for c in moments
    )
    found = database.execute(f"SELECT {asked} FROM dossiers").fetchone() or ()
    whole = [column for column, is_whole in zip(moments, found, strict=True) if is_whole]
    for column in whole:
        database.execute(f"UPDATE dossiers SET {column}_timed = FALSE WHERE {column}_timed")
    return whole


def unknown_procedures(database: "DuckDBPyConnection", named: Sequence[str]) -> list[str]:
    """Return the procedures that the user names and no dossier is of."""
    found = database.execute("SELECT DISTINCT procedure FROM dossiers WHERE list_contains(?, procedure)", [list(named)])
    seen = {row[0] for row in found.fetchall()}
    return [name for name in named if name not in seen]


def mark(database: "DuckDBPyConnection", columns: Collection[str]) -> None:
    """Give every row that contradicts itself or another its fault."""
    for fault, condition in _contradictions(columns):
        database.execute(
            f"UPDATE dossiers SET fault = '{fault}', value = {cells.written(fault.split('|', maxsplit=1)[0])}"
            f" WHERE fault IS NULL AND ({condition})"
        )
    _mark_repeats(database)


def _contradictions(columns: Collection[str]) -> list[tuple[str, str]]:
    found = [("finished|before_received", _before("finished", "received"))]
    if "due" in columns:
        # A due day without a time is its end, one received at any time of the same day is before it.
        found.append(
            ("due|before_received", "CASE WHEN due_timed THEN due < received ELSE due::DATE < received::DATE END")
        )
    pairs = [p for p in ("supplement", "supplement2") if f"{p}_asked" in columns]
    for pair in pairs:
        found.append((f"{pair}_given|not_asked", f"{pair}_asked IS NULL AND {pair}_given IS NOT NULL"))
        found.append((f"{pair}_given|before_asked", _before(f"{pair}_given", f"{pair}_asked")))
    if len(pairs) == 2:
        overlap = f"supplement2_asked IS NOT NULL AND (supplement_given IS NULL AND supplement_asked IS NOT NULL OR {_before('supplement2_asked', 'supplement_given')})"
        found.append(("supplement2_asked|overlap", overlap))
    return found


def _before(late: str, early: str) -> str:
    """Return whether one moment is before another; by day where one of them has no time."""
    return f"CASE WHEN {late}_timed AND {early}_timed THEN {late} < {early} ELSE {late}::DATE < {early}::DATE END"


def _mark_repeats(database: "DuckDBPyConnection") -> None:
    """Reject rows of one code: all that differ, and all but the first of those equal in everything.

    Codes are grouped by a number of eight bytes first, so that ten million need little memory; only those that are there
    twice are compared as text.
    """
    same = ", ".join(
        ["d.digest", "d.fault", "d.value", *(f"d.{c}" for c in COLUMNS), *(f"d.{c}_timed" for c in MOMENTS)]
    )
    database.execute(
        f"CREATE OR REPLACE TEMP TABLE twice AS SELECT d.rowid AS row, d.code, hash({same}) AS digest FROM dossiers d SEMI JOIN"
        " (SELECT hash(code) AS h FROM dossiers WHERE code IS NOT NULL GROUP BY h HAVING count(*) > 1) s"
        " ON hash(d.code) = s.h WHERE d.code IS NOT NULL"
    )
    database.execute(
        "UPDATE dossiers SET fault = r.fault, value = r.code"
        " FROM (SELECT row, code, CASE WHEN min(digest) OVER w <> max(digest) OVER w THEN 'code|conflict'"
        " WHEN row > min(row) OVER w THEN 'code|repeat' END AS fault FROM twice"
        " WINDOW w AS (PARTITION BY code)) r"
        " WHERE dossiers.rowid = r.row AND r.fault IS NOT NULL AND dossiers.fault IS NULL"
    )
    database.execute("DROP TABLE twice")


def in_order(database: "DuckDBPyConnection", columns: Collection[str]) -> None:
    """Put the two waits of a dossier in the order in which they were asked."""
    if not {"supplement_asked", "supplement2_asked"} <= set(columns):
        return
    swapped = ", ".join(
        f"supplement_{e} = supplement2_{e}, supplement2_{e} = supplement_{e}"
        for e in ("asked", "asked_timed", "given", "given_timed")
    )
    database.execute(
        f"UPDATE dossiers SET {swapped} WHERE supplement2_asked < supplement_asked"
        " OR supplement2_asked IS NOT NULL AND supplement_asked IS NULL AND supplement_given IS NULL"
    )
