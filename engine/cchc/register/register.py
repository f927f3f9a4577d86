"""A register of dossiers that is open for counting."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.model.errors import UsageError
from cchc.model.register import AXES, Axis, DossierRef, Recount, RegisterCounts, Reject, Window
from cchc.register import clock
from cchc.register.count import Counter, missing
from cchc.register.database import database, told, workspace
from cchc.register.mapping import Mapping
from cchc.register.opening import Loaded, load
from cchc.register.options import RegisterOptions
from cchc.register.tables import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FAR = "last_year > {}"


class Register:
    """Dossiers of one or several files in a working database, until it is closed."""

    def __init__(self, connection: "DuckDBPyConnection", loaded: Loaded, options: RegisterOptions) -> None:
        self._database = connection
        self._loaded = loaded
        self._options = options
        self._counts: dict[Window, RegisterCounts] = {}
        self.mapping = loaded.mapping
        """The mapping that was used: as given, or as guessed from the headings."""

    def figures(self, window: Window, by: Axis | Sequence[Axis] | None = None) -> Recount:
        """Return every figure over `window`: of the whole, and of each unit, procedure or channel if asked for."""
        axes = [axis for axis in AXES if axis in ((by,) if isinstance(by, str) else by or ())]
        rules = self._prepared(window)
        with told():
            groups = Counter(window, rules).groups(self._database, axes)
        return Recount(window, self.counts(window), tuple(groups), self._options.returned_apart)

    def dossiers(
        self, figure: str, window: Window, group: tuple[Axis, str] | None = None, limit: int | None = None
    ) -> list[DossierRef]:
        """Return the dossiers counted in a figure, those that may be counted (`sure` False) too, in order of the files.

        Raise `UsageError` for a figure that the register does not give.
        """
        condition = self._condition(figure, window)
        return self._refs(window, f"({condition}) IS NOT FALSE", f"({condition}) IS TRUE", group, limit)

    def difference(
        self, inside: str, outside: str, window: Window, group: tuple[Axis, str] | None = None, limit: int | None = None
    ) -> list[DossierRef]:
        """Return the dossiers counted in figure `inside` and not in figure `outside`."""
        which = self._difference(inside, outside, window)
        return self._refs(window, which, f"({self._condition(outside, window)}) IS FALSE", group, limit)

    def difference_number(
        self, inside: str, outside: str, window: Window, group: tuple[Axis, str] | None = None
    ) -> int:  # fmt: skip
        """Return how many dossiers are counted in figure `inside` and not in figure `outside`."""
        which = self._difference(inside, outside, window)
        dealt_with = clock.dealt_with(window, self._prepared(window))
        with told():
            return self._number(f"SELECT count(*) FROM ({dealt_with}) WHERE {which}{_within(group)}")

    def classified(
        self, figures: Sequence[str], window: Window, group: tuple[Axis, str] | None = None
    ) -> Iterator[tuple[DossierRef, str | None]]:
        """Yield the dossiers to be dealt with, in order of the files, each with the first figure that surely counts it.

        Figures whose column is missing count none.
        """
        rules = self._prepared(window)
        known = [(f, one) for f in figures if not missing(one := Counter(window, rules).figures[f], rules.columns)]
        cases = " ".join(f"WHEN ({one.condition}) IS TRUE THEN {literal(figure)}" for figure, one in known)
        with told():
            cursor = self._select(window, "TRUE", f"CASE {cases} END", _within(group))
        while rows := cursor.fetchmany(10_000):
            yield from ((self._ref((*row, True)), figure) for *row, figure in rows)

    def counts(self, window: Window) -> RegisterCounts:
        """Return how many rows there are and how many cannot be used for figures over `window`."""
        if window not in self._counts:
            self._counts[window] = self._counted(window)
        return self._counts[window]

    def _counted(self, window: Window) -> RegisterCounts:
        by_reason = (
            "SELECT split_part(fault, '|', 2), count(*) FROM dossiers WHERE fault IS NOT NULL GROUP BY 1 ORDER BY 1"
        )
        with told():
            rejected = dict(self._database.execute(by_reason).fetchall())
            rows = self._number("SELECT count(*) FROM dossiers")
            far = self._number(f"SELECT count(*) FROM dossiers WHERE fault IS NULL AND {_far(window)}")
        if far:
            rejected["year"] = rejected.get("year", 0) + far
        sorted_ = dict(sorted(rejected.items()))
        first, last, event = self._days(window)
        span = (first, last) if first and last else None
        return RegisterCounts(self._loaded.names, rows, sorted_, self._loaded.notes, span, event)

    def rejects(self, window: Window) -> Iterator[Reject]:
        """Yield every row that cannot be used for figures over `window`, in order of the files."""
        moments = [f"{c} AS {c}" for c in self._loaded.moments]
        with told():
            cursor = self._database.cursor().execute(
                f"SELECT rowid, file, line, code, fault, value, {', '.join(moments)} FROM dossiers"
                f" WHERE fault IS NOT NULL OR {_far(window)} ORDER BY rowid"
            )
        while rows := cursor.fetchmany(10_000):
            yield from (self._reject(row, window) for row in rows)

    def _days(self, window: Window) -> list[date | None]:
        """Return the first and the last day of receipt, and the last day on which anything was received or ended."""
        asked = "min(received), max(received), greatest(max(received), max(finished))"
        with told():
            found = self._database.execute(f"SELECT {asked} FROM dossiers WHERE {clock.usable(window)}").fetchone()
        return [moment and moment.date() for moment in found or (None, None, None)]

    def _reject(self, row: Sequence[Any], window: Window) -> Reject:
        number, file, line, code, fault, value, *moments = row
        if fault is None:
            named = zip(self._loaded.moments, moments, strict=True)
            column, when = next((n, m) for n, m in named if m is not None and m.year > window.last.year + 10)
            fault, value = f"{column}|year", f"{when:%d/%m/%Y %H:%M}"
        column, _, reason = fault.partition("|")
        name = self._loaded.names[file]
        return Reject(name, self._loaded.line(file, number, line), code, column or None, value, reason)

    def _prepared(self, window: Window) -> clock.Rules:
        rules = self._loaded.rules(self._options)
        if rules.working_days:
            with told():
                self._database.execute(f"CREATE OR REPLACE TABLE calendar AS {clock.calendar(window, rules.holidays)}")
        return rules

    def _condition(self, figure: str, window: Window) -> str:
        rules = self._loaded.rules(self._options)
        one = Counter(window, rules).figures.get(figure)
        if one is None:
            raise UsageError(f"sổ hồ sơ không cho số liệu '{figure}'")
        if gone := missing(one, rules.columns):
            raise UsageError(f"sổ hồ sơ không có cột '{gone}' nên không cho số liệu '{figure}'")
        return one.condition

    def _difference(self, inside: str, outside: str, window: Window) -> str:
        here, there = self._condition(inside, window), self._condition(outside, window)
        return f"({here}) IS TRUE AND ({there}) IS NOT TRUE"

    def _refs(
        self, window: Window, which: str, sure: str, group: tuple[Axis, str] | None, limit: int | None
    ) -> list[DossierRef]:
        most = f" LIMIT {limit:d}" if limit is not None else ""
        with told():
            rows = self._select(window, which, sure, _within(group), most).fetchall()
        return [self._ref(row) for row in rows]

    def _select(self, window: Window, which: str, last: str, within: str, most: str = "") -> "DuckDBPyConnection":
        """Select dossiers to be dealt with; the `last` column is the caller's."""
        return self._database.cursor().execute(
            "SELECT row, file, line, code, coalesce(unit, ''), coalesce(procedure, ''), channel, received, due0,"
            f" due_extended, finished, outcome, {last} FROM ({clock.dealt_with(window, self._prepared(window))})"
            f" WHERE {which}{within} ORDER BY row{most}"
        )

    def _ref(self, row: Sequence[Any]) -> DossierRef:
        number, file, line, code, *rest = row
        return DossierRef(code, self._loaded.names[file], self._loaded.line(file, number, line), *rest)

    def _number(self, statement: str) -> int:
        found = self._database.execute(statement).fetchone()
        return int(found[0]) if found else 0


def _within(group: tuple[Axis, str] | None) -> str:
    return f" AND coalesce({group[0]}, '') = {literal(group[1])}" if group else ""


def _far(window: Window) -> str:
    return _FAR.format(window.last.year + 10)


@contextmanager
def open_register(
    paths: Sequence[Path], root: Path, mapping: Mapping | None = None, options: RegisterOptions | None = None
) -> Iterator[Register]:
    """Open files (CSV, XLSX, Parquet) as one register; `root` is the content folder (headings and words).

    `mapping` None: columns are guessed from their headings. Raise `CchcError` where files, mapping or disk do not allow it.
    """
    chosen = options or RegisterOptions()
    with workspace(chosen.temp) as folder, database(folder, chosen.memory, chosen.threads) as connection:
        with told():
            loaded = load(connection, paths, folder, root, mapping)
        yield Register(connection, loaded, chosen)
