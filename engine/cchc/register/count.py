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
_NAMES = 2 * len(AXES)


class Counter:
    """Counts figures over one window; equal conditions are counted once."""

    def __init__(self, window: Window, rules: Rules) -> None:
        self.window = window
        self.figures = definitions(rules)
        self._rules = rules
        told = [one for one in self.figures.values() if missing(one, rules.columns) is None]
        self._conditions = list(dict.fromkeys(one.condition for one in told if not one.distinct))
        self._distinct = list(dict.fromkeys(one.condition for one in told if one.distinct))

    def groups(self, database: "DuckDBPyConnection", axes: Sequence[Axis]) -> list[GroupFigures]:
        """Return the figures of the whole, then those of the groups of each axis by name."""
        kinds = {
            (axis, row[0]): row[1:]
            for axis in (None, *axes)
            for row in (database.execute(self._kinds(axis)).fetchall() if self._distinct else ())
        }
        found = [self._group(row, kinds) for row in database.execute(self._counts(axes)).fetchall()]
        order: dict[Axis | None, int] = {None: 0, **{axis: n for n, axis in enumerate(AXES, 1)}}
        return sorted(found, key=lambda group: (order[group.by], group.name))

    def _counts(self, axes: Sequence[Axis]) -> str:
        """Return one pass over the dossiers: of every condition how many are so, and how many it is told of.

        A sum of a number is several times as fast as a count with a filter.
        """
        sets = ", ".join(["()", *(f"({axis})" for axis in axes)])
        names = ", ".join(f"grouping({axis}), {axis}" if axis in axes else "1, NULL" for axis in AXES)
        days = "CASE WHEN gave_result THEN greatest(0, date_diff('minute', received, ended)) END"
        each = [f"{_sum(c)}, count(({c}))" for c in self._conditions]
        each += [_sum(f"procedure IS NULL AND ({c}) IS NOT FALSE") for c in self._distinct]
        dossiers = dealt_with(self.window, self._rules)
        return f"SELECT {names}, count(*), sum({days}), {', '.join(each)} FROM ({dossiers}) GROUP BY GROUPING SETS ({sets})"

    def _kinds(self, axis: Axis | None) -> str:
        """Return how many procedures of each group have a dossier that counts, and how many have one that may count."""
        bits = [f"(({c}) IS {which})" for c in self._distinct for which in ("TRUE", "NOT FALSE")]
        mask = " | ".join(f"CASE WHEN {bit} THEN {1 << n} ELSE 0 END" for n, bit in enumerate(bits))
        counts = ", ".join(_sum(f"seen & {1 << n} > 0") for n in range(len(bits)))
        by = axis or "NULL"
        dossiers = f"SELECT {by} AS name, procedure, {mask} AS mask FROM ({dealt_with(self.window, self._rules)})"
        seen = (
            f"SELECT name, procedure, bit_or(mask) AS seen FROM ({dossiers})"
            " WHERE procedure IS NOT NULL AND mask <> 0 GROUP BY name, procedure"
        )
        return f"SELECT name, {counts} FROM ({seen}) GROUP BY name"

    def _group(self, row: Sequence[Any], kinds: Mapping[tuple[Axis | None, Any], Sequence[Any]]) -> GroupFigures:
        by, cell = next(((axis, row[2 * n + 1]) for n, axis in enumerate(AXES) if row[2 * n] == 0), (None, None))
        count, minutes, *values = row[_NAMES:]
        ends: dict[str, tuple[int, int]] = {}
        for n, condition in enumerate(self._conditions):
            sure, told = int(values[2 * n] or 0), int(values[2 * n + 1])
            ends[condition] = (sure, sure + count - told)
        seen = kinds.get((by, cell), (0,) * 2 * len(self._distinct))
        # A dossier whose procedure is blank may be of any other procedure.
        blank = values[2 * len(self._conditions) :]
        distinct = {
            c: (int(seen[2 * n]), int(seen[2 * n + 1]) + int(blank[n] or 0)) for n, c in enumerate(self._distinct)
        }
        plain = {name: self._one(name, one, distinct if one.distinct else ends) for name, one in self.figures.items()}
        return GroupFigures(by, cell or "", plain | dict(_made(plain, minutes)))

    def _one(self, figure: str, one: Definition, ends: Mapping[str, tuple[int, int]]) -> Recounted:
        gone = missing(one, self._rules.columns)
        low, high = (None, None) if gone else ends[one.condition]
        return Recounted(figure, low, high, gone)


def _sum(condition: str) -> str:
    return f"sum(CAST(({condition}) AS TINYINT))"


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
