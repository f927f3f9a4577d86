"""Column engines: pandas, polars and DuckDB, each in its own idiom."""

from typing import TYPE_CHECKING, Any

import numpy as np
from benchmarks.engines.engine import Engine, Result
from benchmarks.engines.ours import index
from benchmarks.engines.translate import Language, short

from cchc.model.outcome import FAIL, PASS, UNKNOWN

if TYPE_CHECKING:
    from benchmarks.engines.workload import Data, Workload

_PANDAS = Language("&", "|", "(({l} < {r}) | ({l} > {r}))", "({l} / {r}.where({r} != 0))")
_POLARS = Language("&", "|", divide="({l} / pl.when({r} != 0).then({r}))", name="pl.col('{name}')")
_SQL = Language(not_equal="{l} <> {r}", divide="({l} / nullif({r}, 0))", number="{value!r}::DOUBLE")
_VALUES = {"pass": PASS, "fail": FAIL}


def _body(work: "Workload", body: tuple[str, ...], equal: str, also: str) -> str:
    """Return what must hold for one way to a conclusion, over columns `c0`... and `k0`..."""
    parts = []
    for atom in body:
        code, _, value = atom.partition(".")
        held = atom in work.conclusions
        column = f"k{work.conclusions.index(atom)}" if held else f"c{work.codes.index(code)}"
        parts.append(f"{column}{'' if held else f' {equal} {_VALUES[value]}'}")
    return "(" + f" {also} ".join(f"({part})" for part in parts) + ")"


class Pandas(Engine):
    """Series, one expression a check."""

    name = package = "pandas"

    def load(self, work: "Workload") -> None:
        """Compile the expressions."""
        import pandas as pd

        self._pd = pd
        pairs = (_PANDAS.pair(tree) for tree in work.trees)
        self._checks = [(compile(true, "true", "eval"), compile(false, "false", "eval")) for true, false in pairs]
        ways = (" | ".join(_body(work, body, "==", "&") for body in bodies) for _, bodies in work.ways)
        self._ways = [compile(way, "way", "eval") for way in ways]
        self._weights = work.weights

    def take(self, data: "Data") -> Any:
        """Return a DataFrame."""
        return self._pd.DataFrame({short(name): column for name, column in data.columns.items()})

    def run(self, taken: Any) -> Any:
        """Return codes, conclusions and index."""
        scope: dict[str, Any] = {name: taken[name] for name in taken.columns}
        passed = known = 0
        for n, ((true, false), weight) in enumerate(zip(self._checks, self._weights, strict=True)):
            good, bad = eval(true, scope), eval(false, scope)
            scope[f"c{n}"] = self._pd.Series(np.where(good, PASS, np.where(bad, FAIL, UNKNOWN)).astype(np.int8))
            passed, known = passed + good * weight, known + (good | bad) * weight
        for n, way in enumerate(self._ways):
            scope[f"k{n}"] = eval(way, scope)
        codes = self._pd.DataFrame({f"c{n}": scope[f"c{n}"] for n in range(len(self._checks))}, copy=False)
        held = self._pd.DataFrame({f"k{n}": scope[f"k{n}"] for n in range(len(self._ways))}, copy=False)
        return codes, held, index(passed, known)

    def result(self, native: Any) -> Result:
        """Return the frames as arrays."""
        codes, held, points = native
        return Result(codes.to_numpy(), held.to_numpy(), points.to_numpy())


class Polars(Engine):
    """Expressions over a lazy frame; polars knows the third value and uses all cores by itself."""

    name = package = "polars"

    def load(self, work: "Workload") -> None:
        """Build the expressions: checks, then a step for each level of conclusions, then the index."""
        import polars as pl

        self._pl, self._checks, self._held = pl, len(work.codes), len(work.conclusions)
        scope = {"pl": pl}
        checks = [
            (~eval(_POLARS.kleene(tree), scope)).cast(pl.Int8).fill_null(UNKNOWN).alias(f"c{n}")
            for n, tree in enumerate(work.trees)
        ]
        self._steps = [checks, *self._levels(work), [self._index(work)]]

    def _levels(self, work: "Workload") -> list[list[Any]]:
        ways = dict(work.ways)
        return [[self._way(work, name, ways[name]) for name in level] for level in work.pack.weaknesses.levels]

    def _way(self, work: "Workload", name: str, bodies: tuple[tuple[str, ...], ...]) -> Any:
        scope = {f"c{n}": self._pl.col(f"c{n}") for n in range(self._checks)}
        scope |= {f"k{n}": self._pl.col(f"k{n}") for n in range(self._held)}
        way = " | ".join(_body(work, body, "==", "&") for body in bodies)
        return eval(way, scope).alias(f"k{work.conclusions.index(name)}")

    def _index(self, work: "Workload") -> Any:
        pl = self._pl
        weighed = [(pl.col(f"c{n}"), weight) for n, weight in enumerate(work.weights)]
        passed = pl.sum_horizontal([(c == PASS).cast(pl.Int16) * w for c, w in weighed])
        known = pl.sum_horizontal([(c != UNKNOWN).cast(pl.Int16) * w for c, w in weighed])
        return (100.0 * passed / known).alias("points")

    def take(self, data: "Data") -> Any:
        """Return a frame with nulls."""
        frame = self._pl.DataFrame({short(name): column for name, column in data.columns.items()})
        return frame.fill_nan(None)

    def run(self, taken: Any) -> Any:
        """Return a frame of codes, conclusions and index."""
        lazy = taken.lazy()
        for step in self._steps:
            lazy = lazy.with_columns(step)
        wanted = [*(f"c{n}" for n in range(self._checks)), *(f"k{n}" for n in range(self._held)), "points"]
        return lazy.select(wanted).collect()

    def result(self, native: Any) -> Result:
        """Return the frame as arrays."""
        end = self._checks + self._held
        held = native[:, self._checks : end].to_numpy().astype(bool)
        return Result(native[:, : self._checks].to_numpy(), held, native["points"].to_numpy())


class DuckDB(Engine):
    """One SELECT over a table of DuckDB's own: checks, a step for each level, the index; on all cores."""

    name, package = "DuckDB", "duckdb"

    def load(self, work: "Workload") -> None:
        """Write the statement."""
        import duckdb

        self._db, self._checks, self._held = duckdb.connect(), len(work.codes), len(work.conclusions)
        steps = [", ".join(_outcome(_SQL.kleene(tree), n) for n, tree in enumerate(work.trees))]
        ways = dict(work.ways)
        for level in work.pack.weaknesses.levels:
            told = ((work.conclusions.index(name), ways[name]) for name in level)
            texts = (f"({' or '.join(_body(work, b, '=', 'and') for b in bodies)}) as k{n}" for n, bodies in told)
            steps.append(f"*, {', '.join(texts)}")
        inner = "figures"
        for step in steps:
            inner = f"(select {step} from {inner})"
        self._select = f"select *, {_sql_index(work)} as points from {inner}"

    def take(self, data: "Data") -> str:
        """Put the data into a table with nulls; return what to ask of it."""
        import pyarrow as pa

        arrays = {short(name): pa.array(column, from_pandas=True) for name, column in data.columns.items()}
        self._db.register("given", pa.table(arrays))
        self._db.execute("create or replace table figures as select * from given")
        self._db.unregister("given")
        return self._select

    def run(self, taken: str) -> Any:
        """Return the result as Arrow columns."""
        return self._db.sql(taken).to_arrow_table()

    def result(self, native: Any) -> Result:
        """Return the columns as arrays."""
        codes = np.stack([native[f"c{n}"].to_numpy() for n in range(self._checks)], axis=1)
        held = np.stack([native[f"k{n}"].to_numpy() for n in range(self._held)], axis=1)
        return Result(codes.astype(np.int8), held.astype(bool), native["points"].to_numpy())


def _outcome(condition: str, n: int) -> str:
    return f"(case when {condition} then {PASS} when not {condition} then {FAIL} else {UNKNOWN} end)::TINYINT as c{n}"


def _sql_index(work: "Workload") -> str:
    passed = " + ".join(f"{w} * (c{n} = {PASS})::SMALLINT" for n, w in enumerate(work.weights))
    known = " + ".join(f"{w} * (c{n} <> {UNKNOWN})::SMALLINT" for n, w in enumerate(work.weights))
    return f"100.0::DOUBLE * ({passed}) / nullif({known}, 0)"
