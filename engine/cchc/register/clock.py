"""The clock of a dossier in SQL: what is known at the cut-off, the due date after waiting, early, on time, late, overdue.

Conditions have three outcomes: NULL where a blank cell leaves them open, as where a result was given although papers that
were asked for in time never came: with the due day passed it may be late or not. A dossier counts as far as it is TRUE, and may
count where it is not FALSE: the two ends of every figure.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cchc.model.register import Window

_WAITS = ("supplement", "supplement2")
_END_OF_DAY = "INTERVAL 1439 MINUTE"
# How far a due date may be moved by waiting, in years beyond the cut-off.
_CALENDAR_YEARS = 25


@dataclass(frozen=True)
class Rules:
    """What decides about the clock besides the dossiers: the columns there are and what the office says."""

    columns: Collection[str]
    working_days: bool
    due_includes_supplements: bool
    undated_in_time: bool
    returned_apart: bool
    holidays: tuple[date, ...] = ()
    notification_only: tuple[str, ...] = ()


def moment(when: datetime) -> str:
    """Return a moment in SQL."""
    return f"TIMESTAMP '{when:%Y-%m-%d %H:%M:%S}'"


def usable(window: Window) -> str:
    """Return the condition of a row that can be counted at all over the window."""
    return f"fault IS NULL AND last_year <= {window.last.year + 10}"


def dealt_with(window: Window, rules: Rules) -> str:
    """Return the SQL of all dossiers to be dealt with in the window, with what is known of them at its cut-off.

    New ones were received in it; carried over are those received before that had not ended before it.
    """
    cut, start = moment(window.cut_off), moment(window.start)
    waits = [w for w in _WAITS if f"{w}_asked" in rules.columns]
    chosen = (
        f"SELECT *, rowid AS row, received >= {start} AS is_new, CASE WHEN finished <= {cut} THEN finished END AS ended,"
        f" CASE WHEN due_timed THEN due ELSE due + {_END_OF_DAY} END AS due0 FROM dossiers"
        f" WHERE {usable(window)} AND received <= {cut} AND (finished IS NULL OR finished >= {start})"
    )
    known = (
        f"SELECT *, ended IS NOT NULL AS has_ended, CASE WHEN ended IS NULL THEN {cut}"
        f" WHEN finished_timed THEN ended ELSE ended + {_END_OF_DAY} END AS horizon FROM ({chosen})"
    )
    for n, wait in enumerate(waits):
        known = _waited(known, n, wait, rules)
    stops = " OR ".join(f"stop{n}" for n in range(len(waits))) or "FALSE"
    waiting = " OR ".join(f"open{n}" for n in range(len(waits))) or "FALSE"
    # A result is not given without the papers: where they were never entered, how long the clock stood still is not known.
    loose = " ".join(f"WHEN stop{n} AND {wait}_given IS NULL THEN due{n}" for n, wait in enumerate(waits))
    clocked = (
        f"SELECT *, due{len(waits)} AS due_extended, ({stops}) AS stopped, ({waiting}) AS waiting,"
        f" has_ended AND outcome IN ('returned', 'withdrawn') AS sent_back,"
        f" {f'CASE {loose} END' if loose else 'CAST(NULL AS TIMESTAMP)'} AS due_before_loose FROM ({known})"
    )
    return f"SELECT *, {_verdicts(cut, rules)} FROM ({clocked})"


def _waited(before: str, n: int, wait: str, rules: Rules) -> str:
    """Add a wait: whether it is open at the horizon, whether it stopped the clock then, and the due date after it.

    A wait that begins at the very due minute still stops the clock: nothing is overdue before its minute is over.
    """
    asked, given = f"{wait}_asked", f"{wait}_given"
    opened = (
        f"SELECT *, coalesce({asked} <= horizon, FALSE) AS begun{n},"
        f" coalesce({asked} <= horizon AND ({given} IS NULL OR {given} > horizon), FALSE) AS open{n},"
        f" least(coalesce({given}, horizon), horizon) AS until{n} FROM ({before})"
    )
    stop = f"open{n} AND {asked} <= due{n} AS stop{n}"
    counted = f"begun{n} AND {asked} <= due{n}"
    if rules.due_includes_supplements:
        return f"SELECT *, {stop}, due{n} AS due{n + 1} FROM ({opened})"
    if not rules.working_days:
        longer = f"CASE WHEN {counted} AND until{n} > {asked} THEN due{n} + (until{n} - {asked}) ELSE due{n} END"
        return f"SELECT *, {stop}, {longer} AS due{n + 1} FROM ({opened})"
    # The n-th working day after a day is the one whose count of working days so far is n more than that day's.
    return (
        f"SELECT t.* EXCLUDE (wait{n}), CASE WHEN wait{n} > 0"
        f" THEN due{n} + to_days(CAST(f.day - CAST(due{n} AS DATE) AS INTEGER)) ELSE due{n} END AS due{n + 1}"
        f" FROM (SELECT o.*, {stop}, CASE WHEN {counted} THEN u.before - a.before ELSE 0 END AS wait{n}, d.upto AS upto{n}"
        f" FROM ({opened}) o LEFT JOIN calendar a ON a.day = CAST({asked} AS DATE)"
        f" LEFT JOIN calendar u ON u.day = CAST(until{n} AS DATE) LEFT JOIN calendar d ON d.day = CAST(due{n} AS DATE)) t"
        f" LEFT JOIN calendar f ON f.works AND f.upto = t.upto{n} + t.wait{n}"
    )


def _verdicts(cut: str, rules: Rules) -> str:
    late = "ended > due_extended AND NOT stopped"
    early = f"NOT ({late}) AND CAST(ended AS DATE) < CAST(due_extended AS DATE)"
    on_time = f"NOT ({late}) AND CAST(ended AS DATE) >= CAST(due_extended AS DATE)"
    overdue = f"due_extended < {cut} AND NOT stopped"
    if rules.undated_in_time:
        late, early, overdue = (f"CASE WHEN due IS NULL THEN FALSE ELSE {one} END" for one in (late, early, overdue))
        on_time = f"CASE WHEN due IS NULL THEN TRUE ELSE {on_time} END"
    loose = "due_before_loose IS NOT NULL AND has_ended AND NOT coalesce(sent_back, FALSE)"
    day_before = "CAST(ended AS DATE) < CAST(due_before_loose AS DATE)"
    late = f"CASE WHEN {loose} THEN CASE WHEN ended <= due_before_loose THEN FALSE END ELSE {late} END"
    early = f"CASE WHEN {loose} THEN CASE WHEN {day_before} THEN TRUE END ELSE {early} END"
    on_time = f"CASE WHEN {loose} THEN CASE WHEN {day_before} THEN FALSE END ELSE {on_time} END"
    resolved = "has_ended AND NOT coalesce(sent_back, FALSE)" if rules.returned_apart else "has_ended"
    return (
        f"({late}) AS late, ({early}) AS early, ({on_time}) AS on_time, ({overdue}) AS overdue, ({resolved}) AS resolved,"
        " NOT has_ended AS pending, has_ended AND NOT coalesce(sent_back, FALSE) AS gave_result"
    )


def calendar(window: Window, holidays: Iterable[date]) -> str:
    """Return the SQL of a table of days: whether one works, and how many working days are before and up to it."""
    last = date(window.last.year + _CALENDAR_YEARS, 12, 31)
    free = ", ".join(f"DATE '{day.isoformat()}'" for day in holidays)
    works = "isodow(day) < 6" + (f" AND day NOT IN ({free})" if free else "")
    days = (
        f"SELECT CAST(unnest(generate_series(DATE '{date(2000, 1, 1) - timedelta(days=1)}', DATE '{last}', INTERVAL 1 DAY))"
        " AS DATE) AS day"
    )
    return (
        f"SELECT day, works, sum(works::INT) OVER (ORDER BY day) AS upto,"
        f" sum(works::INT) OVER (ORDER BY day) - works::INT AS before FROM (SELECT day, ({works}) AS works FROM ({days}))"
    )
