"""All figures of all groups by one statement: dossiers to cells of unit, procedure and channel, cells to groups."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from cchc.model.register import AXES, Axis, GroupFigures, Recounted, Window
from cchc.register.clock import Rules, dealt_with
from cchc.register.definitions import MEANS, SHARES, Definition, definitions

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MINUTES_A_DAY = 1440


class Counter:
    """Counts figures over one window; equal conditions are counted once."""

    def __init__(self, window: Window, rules: Rules) -> None:
        self.window = window
        self.figures = definitions(rules)
        self._rules = rules
        told = [one for one in self.figures.values() if missing(one, rules.columns) is None]
        self._conditions = list(dict.fromkeys(one.condition for one in told))
        self._distinct = list(dict.fromkeys(one.condition for one in told if one.distinct))

    def groups(self, database: "DuckDBPyConnection", axes: Sequence[Axis]) -> list[GroupFigures]:
        """Return the figures of the whole, then those of the groups of each axis by name."""
        rows = database.execute(self._statement(axes)).fetchall()
        found = [self._group(row) for row in rows]
        order = {None: 0, **{axis: n for n, axis in enumerate(AXES, 1)}}
        return sorted(found, key=lambda group: (order[group.by], group.name))

    def _statement(self, axes: Sequence[Axis]) -> str:
        """Return one pass over the dossiers; what is made of its cells is as small as they are few."""
        numbered = list(enumerate(self._conditions))
        counts = [
            f"count(*) FILTER (WHERE {c}) AS s{n}, count(*) FILTER (WHERE ({c}) IS NULL) AS u{n}" for n, c in numbered
        ]
        days = "CASE WHEN gave_result THEN greatest(0, date_diff('minute', received, ended)) END"
        cells = (
            f"SELECT unit, procedure, channel, sum({days}) AS minutes, {', '.join(counts)}"
            f" FROM ({dealt_with(self.window, self._rules)}) GROUP BY unit, procedure, channel"
        )
        sums = [f"coalesce(sum(s{n}), 0), coalesce(sum(s{n} + u{n}), 0)" for n, _ in numbered]
        kinds = [self._kinds(self._conditions.index(c)) for c in self._distinct]
        sets = ", ".join(["()", *(f"({axis})" for axis in axes)])
        names = [f"grouping({axis}), {axis}" if axis in axes else "1, NULL" for axis in AXES]
        asked = ", ".join([*names, "sum(minutes)", *sums, *kinds])
        return f"WITH cells AS ({cells}) SELECT {asked} FROM cells GROUP BY GROUPING SETS ({sets})"

    def _kinds(self, n: int) -> str:
        """Return how many procedures have a dossier that counts, and that may count; a blank one may be any other."""
        return (
            f"count(DISTINCT procedure) FILTER (WHERE s{n} > 0),"
            f" count(DISTINCT procedure) FILTER (WHERE s{n} + u{n} > 0)"
            f" + coalesce(sum(s{n} + u{n}) FILTER (WHERE procedure IS NULL), 0)"
        )

    def _group(self, row: Sequence[Any]) -> GroupFigures:
        by, name = next(((axis, row[2 * n + 1] or "") for n, axis in enumerate(AXES) if row[2 * n] == 0), (None, ""))
        values = row[2 * len(AXES) + 1 :]
        ends = {c: (int(values[2 * n]), int(values[2 * n + 1])) for n, c in enumerate(self._conditions)}
        rest = values[2 * len(self._conditions) :]
        kinds = {c: (int(rest[2 * n]), int(rest[2 * n + 1])) for n, c in enumerate(self._distinct)}
        plain = {name: self._one(name, one, kinds if one.distinct else ends) for name, one in self.figures.items()}
        return GroupFigures(by, name, plain | dict(_made(plain, row[2 * len(AXES)])))

    def _one(self, figure: str, one: Definition, ends: Mapping[str, tuple[int, int]]) -> Recounted:
        gone = missing(one, self._rules.columns)
        low, high = (None, None) if gone else ends[one.condition]
        return Recounted(figure, low, high, gone)


def missing(one: Definition, columns: Collection[str]) -> str | None:
    """Return the first column that a figure needs and the register does not have."""
    return next((column for column in one.needs if column not in columns), None)


def _made(plain: Mapping[str, Recounted], minutes: int | None) -> Iterator[tuple[str, Recounted]]:
    """Yield the figures that are made of counts: shares in percent, means in days."""
    for name, (part, base) in SHARES.items():
        value = _ratio(100, plain[part].low, plain[base].low)
        yield name, Recounted(name, value, value, plain[name].missing_column)
    for name in MEANS:
        count = plain[name].low
        days = _ratio(1, minutes, count * _MINUTES_A_DAY) if count else None
        shown = None if days is None else float(Decimal(repr(days)).quantize(Decimal("0.01"), ROUND_HALF_UP))
        yield name, Recounted(name, shown, shown, plain[name].missing_column)


def _ratio(scale: int, part: float | None, base: float | None) -> float | None:
    return scale * part / base if part is not None and base else None
