"""Check the reports of a block: outcomes, conclusions and a verdict each; texts only of what is shown."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.bulk.evaluation import Evaluation, Found, Layout, Result
from cchc.bulk.kinds import DIRECTIVES, Kind, Kinds
from cchc.bulk.report_rows import ReportRows
from cchc.bulk.row_facts import RowFacts
from cchc.judging import ENOUGH
from cchc.model.columns import Columns
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, SEVERITIES, UNKNOWN, Severity, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.kernel.compiled import Kernel
    from cchc.model.columns import Mask, Values

    Counts = NDArray[np.int16]
    Table = NDArray[np.bool_]

_WINDOW = {"period_from": "period.data_from", "period_to": "period.data_to"}
VERDICTS: tuple[Verdict, ...] = ("mend", "undecided", "explain", "pass")


@dataclass(frozen=True)
class Judged:
    """A block as it was judged: the verdict of each report as its place in `VERDICTS`, and what was chosen to be shown."""

    layout: Layout
    verdict: "NDArray[np.int8]"
    failed: Mapping[Severity, Found]
    concluded: Found
    passed: "Counts"
    unknown: "Counts"
    not_applicable: "Counts"
    read: "Counts"
    expected: "Counts"

    def tally(self, kept: "Mask") -> Counter[str]:
        """Return how often each verdict, failed check and conclusion occurs among the reports kept."""
        found = np.bincount(self.verdict[kept], minlength=len(VERDICTS))
        count = Counter({f"verdict:{name}": int(n) for name, n in zip(VERDICTS, found, strict=True)})
        for severity, failed in self.failed.items():
            count.update(_named(severity, failed, kept, self.layout.codes))
            count[f"reports:{severity}"] += int(((failed.counts > 0) & kept).sum())
        count.update(_named("conclusion", self.concluded, kept, self.layout.conclusions))
        return count


def _named(what: str, found: Found, kept: "Mask", names: Sequence[str]) -> dict[str, int]:
    columns = found.columns if kept.all() else found.columns[kept[found.rows]]
    counts = np.bincount(columns, minlength=len(names))
    return {f"{what}:{names[n]}": int(counts[n]) for n in map(int, np.flatnonzero(counts))}


@dataclass(frozen=True)
class Checker:
    """Checks blocks; `chosen` says which checks, each with its severity, are counted and shown (None: all)."""

    evaluation: Evaluation
    kinds: Kinds
    chosen: Callable[[Sequence[Severity]], "Mask"] | None = None

    def check(self, rows: ReportRows, kernel: "Kernel | None") -> Judged:
        """Return what is to be said about each row."""
        numbers, kind = np.unique(rows.kind, return_inverse=True)
        here = Present(tuple(self.kinds[int(n)] for n in numbers), kind)
        facts = RowFacts(rows.size, rows.values, self.evaluation.pack.figures)
        columns = Columns(rows.size, self._values(rows, facts, here), {}, rows.half)
        result = self.evaluation.run(kernel, columns, here.applies())
        wanted = self._wanted(here)
        failed = {name: here.failing(here.severe(name) & wanted, result) for name in SEVERITIES}
        every = {name: here.count(here.severe(name), result, FAIL) for name in SEVERITIES[1:]}
        read, expected = here.read(facts)
        passed, unknown, left_out = (here.count(wanted, result, value) for value in (PASS, UNKNOWN, NOT_APPLICABLE))
        verdict = _verdict(result, every, read, expected)
        layout = self.evaluation.layout
        return Judged(layout, verdict, failed, result.concluded(), passed, unknown, left_out, read, expected)

    def _values(self, rows: ReportRows, facts: RowFacts, here: "Present") -> "dict[str, Values]":
        # A table with columns for the data window says of an empty cell that the report states none.
        windows = {name: np.full(rows.size, np.nan) for field, name in _WINDOW.items() if field in rows.texts}
        values = {**rows.values, **facts.all(), **windows, **here.constants()}
        directives = np.zeros(rows.size)
        for n, kind in enumerate(here.kinds):
            if kind.any_directive:
                own = here.kind == n
                names, of = rows.names(own)
                directives[own] = np.array(kind.directives(names))[of]
        return {**values, DIRECTIVES: directives}

    def _wanted(self, here: "Present") -> "Table":
        """Return which checks are shown, a row a kind."""
        every = np.ones(len(self.evaluation.layout.codes), bool)
        return np.array([self.chosen(kind.severities) if self.chosen else every for kind in here.kinds])


@dataclass(frozen=True)
class Present:
    """The kinds of the reports of a block, and which of them each report is of."""

    kinds: tuple[Kind, ...]
    kind: "NDArray[np.int64]"

    def severe(self, severity: Severity) -> "Table":
        """Return which checks have a severity, a row a kind."""
        return np.array([kind.severe[severity] for kind in self.kinds])

    def applies(self) -> "list[Mask | bool]":
        """Return for each check for which reports it is meant, or for all or none."""
        table = np.array([kind.applies for kind in self.kinds])
        same = (table == table[0]).all(axis=0)
        return [bool(table[0, n]) if same[n] else table[self.kind, n] for n in range(table.shape[1])]

    def constants(self) -> "dict[str, Values]":
        """Return what is the same for all reports of a kind, NaN where a kind has none."""
        names = sorted({name for kind in self.kinds for name in kind.constants})
        table = np.array([[kind.constants.get(name, np.nan) for kind in self.kinds] for name in names])
        return {name: each[self.kind] for name, each in zip(names, table, strict=True)}

    def read(self, facts: RowFacts) -> "tuple[Counts, Counts]":
        """Return how many of the figures that its period needs each report states, and how many are needed."""
        names = sorted({name for one in self.kinds for name in one.needed})
        needed = np.array([[name in one.needed for name in names] for one in self.kinds])
        read = np.zeros(len(self.kind), np.int16)
        for n, name in enumerate(names):
            read += facts.mentions(name) & needed[self.kind, n]
        return read, needed.sum(axis=1).astype(np.int16)[self.kind]

    def count(self, wanted: "Table", result: Result, value: int) -> "Counts":
        """Return how many wanted checks have an outcome; kinds for which the same are wanted are counted together."""
        if (wanted == wanted[0]).all():
            return result.count(wanted[0], value)
        patterns, of_kind = np.unique(wanted, axis=0, return_inverse=True)
        counts = np.stack([result.count(pattern, value) for pattern in patterns])
        found: Counts = counts[of_kind.ravel()[self.kind], np.arange(len(self.kind))]
        return found

    def failing(self, wanted: "Table", result: Result) -> Found:
        """Return which wanted checks each report fails."""
        found = result.failing(np.logical_or.reduce(wanted))
        if (wanted == wanted[0]).all():
            return found
        return found.where(wanted[self.kind[found.rows], found.columns])


def _verdict(
    result: Result, failed: "Mapping[Severity, Counts]", read: "Counts", expected: "Counts"
) -> "NDArray[np.int8]":
    """Return the verdict of each report, as `cchc.judging.verdict` gives it for one."""
    every = np.ones(result.outcomes.shape[1], bool)
    settled = result.count(every, PASS) + result.count(every, FAIL) > 0
    enough = settled & (read >= ENOUGH * expected)
    rest = np.where(failed["warning"] > 0, VERDICTS.index("explain"), VERDICTS.index("pass"))
    judged = np.where(enough, rest, VERDICTS.index("undecided"))
    return np.where(failed["error"] > 0, VERDICTS.index("mend"), judged).astype(np.int8)
