"""All checks and conclusions of the content over a block of reports: by the compiled kernel, or by columns until there is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cchc.checking.evaluate import outcome_column
from cchc.checking.table import with_rates
from cchc.formula.evaluate import Evaluator, Truth
from cchc.formula.tree import Condition, Flag, names_counted_on
from cchc.inference import columns as by_columns
from cchc.inference.atoms import Atoms, read_flags
from cchc.kernel.compiler import TEXTS
from cchc.kernel.program import HELD, Atom, Check, Clause, Program, program
from cchc.model.columns import Columns
from cchc.model.outcome import FAIL, OUTCOMES, PASS, UNKNOWN
from cchc.packs.pack import Pack
from cchc.packs.weaknesses import InferenceRule, is_conclusion

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.kernel.compiled import Kernel
    from cchc.model.columns import Mask

_VALUES: Mapping[str, int] = {outcome: code for code, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True)
class Layout:
    """Names of the columns of a result: codes of checks, flags that inference looks at, conclusions."""

    codes: tuple[str, ...]
    flags: tuple[str, ...]
    conclusions: tuple[str, ...]

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Number of each column."""
        return {name: n for n, name in enumerate((*self.codes, *self.flags, *self.conclusions))}

    def atom(self, name: str) -> Atom:
        """Return where an atom of an inference rule is found: `DOS101.fail`, `fact.few`, `weakness.online_uptake`."""
        if is_conclusion(name):
            return Atom(self.at[name], HELD)
        if name in self.at:
            return Atom(self.at[name], PASS)
        code, _, outcome = name.partition(".")
        return Atom(self.at[code], _VALUES[outcome])


@dataclass(frozen=True)
class Evaluation:
    """How the checks of a content are evaluated."""

    pack: Pack

    @cached_property
    def layout(self) -> Layout:
        """The columns of every result."""
        rules = self.pack.weaknesses
        flags = sorted({*rules.facts, *(name for name in rules.base() if name.startswith("said."))})
        conclusions = dict.fromkeys(rule.conclude for rule in rules.by_level())
        return Layout(tuple(rule.rule.code for rule in self.pack.rules), tuple(flags), tuple(conclusions))

    @cached_property
    def _flags(self) -> list[Condition]:
        facts = self.pack.weaknesses.facts
        return [facts.get(name) or Flag(name.removeprefix("said.")) for name in self.layout.flags]

    @cached_property
    def program(self) -> Program:
        """The same as C."""
        checks = [*(Check(rule.must, rule.when) for rule in self.pack.rules), *map(Check, self._flags)]
        rates = [(f"rate.{rate.definition.id}", rate.tree) for rate in self.pack.rates]
        return program(checks, rates, [self._clause(rule) for rule in self.pack.weaknesses.by_level()], TEXTS)

    @cached_property
    def _counted_on(self) -> tuple[frozenset[str], ...]:
        """For each check and flag the names whose absence says something."""
        trees = [*((rule.must, rule.when) for rule in self.pack.rules), *((flag, None) for flag in self._flags)]
        return tuple(
            frozenset(names_counted_on(must) + (names_counted_on(when) if when else ())) for must, when in trees
        )

    def blind(self, names: frozenset[str]) -> frozenset[int]:
        """Return which checks and flags ask for something that is none of these names.

        A table that has no column for a figure does not say that the report leaves it out.
        """
        if names not in self._blind:
            rates = {f"rate.{rate.definition.id}" for rate in self.pack.rates}
            asked = enumerate(self._counted_on)
            self._blind[names] = frozenset(n for n, wanted in asked if wanted - names - rates)
        return self._blind[names]

    @cached_property
    def _blind(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    def _clause(self, rule: InferenceRule) -> Clause:
        when, enough = rule.when, rule.when.at_least
        all_, any_, none, of = (
            tuple(self.layout.atom(name) for name in side)
            for side in (when.all_, when.any_, when.none, enough.of if enough else ())
        )
        return Clause(self.layout.at[rule.conclude], all_, any_, none, enough.count if enough else 0, of)

    def run(self, kernel: "Kernel | None", columns: Columns, applies: "Sequence[Mask | bool]") -> "Result":
        """Return the result for a block; `applies` says of each check for which reports it is meant, or for all or none."""
        blind = self.blind(frozenset(columns.values))
        if kernel is not None:
            wanted = [*applies, *(True for _ in self.layout.flags)]
            return Result(self.layout, kernel.run(columns, wanted, blind), kernel)
        return Result(self.layout, self._by_columns(columns, applies, blind))

    def _by_columns(
        self, columns: Columns, applies: "Sequence[Mask | bool]", blind: frozenset[int]
    ) -> "NDArray[np.int8]":
        evaluator = Evaluator(with_rates(self.pack, columns))
        flags = read_flags(self.pack.weaknesses, evaluator)
        out = np.zeros((len(self.layout.at), columns.size), np.int8)
        for n, (rule, meant) in enumerate(zip(self.pack.rules, applies, strict=True)):
            out[n] = outcome_column(evaluator, rule, np.broadcast_to(np.asarray(meant), columns.size))
            if n in blind:
                out[n][out[n] == FAIL] = UNKNOWN
        for n, name in enumerate(self.layout.flags, start=len(self.layout.codes)):
            if n in blind:
                flags[name] = Truth(flags[name].true, np.zeros(columns.size, np.bool_))
        atoms = Atoms.of(self.layout.codes, out[: len(self.layout.codes)].T, flags)
        for name, held in by_columns.conclude(self.pack.weaknesses, atoms).items():
            out[self.layout.at[name]] = held
        return out.T


@dataclass(frozen=True)
class Result:
    """Outcomes and conclusions of a block, a row a report and a column for each name of the layout."""

    layout: Layout
    matrix: "NDArray[np.int8]"
    kernel: "Kernel | None" = None

    @property
    def outcomes(self) -> "NDArray[np.int8]":
        """Outcome codes of the checks."""
        return self.matrix[:, : len(self.layout.codes)]

    @property
    def held(self) -> "Mask":
        """Which conclusions hold."""
        held: Mask = self.matrix[:, self._first_conclusion :] == HELD
        return held

    @property
    def _first_conclusion(self) -> int:
        return len(self.layout.codes) + len(self.layout.flags)

    def count(self, wanted: "Mask", value: int) -> "NDArray[np.int16]":
        """Return for each report how many of the wanted checks have an outcome."""
        if self.kernel is not None:
            return self.kernel.tally(self.matrix, self._padded(wanted, 0), value)
        chosen = self.outcomes[:, wanted] == value
        counted: NDArray[np.int16] = chosen.sum(axis=1, dtype=np.int16)
        return counted

    def failing(self, wanted: "Mask") -> "Found":
        """Return which of the wanted checks each report fails."""
        return self._found(wanted, 0, FAIL)

    def concluded(self) -> "Found":
        """Return the conclusions of each report."""
        return self._found(np.ones(len(self.layout.conclusions), np.bool_), self._first_conclusion, HELD)

    def _found(self, wanted: "Mask", first: int, value: int) -> "Found":
        if self.kernel is not None:
            ends, columns = self.kernel.gather(self.matrix, self._padded(wanted, first), value)
            return Found(ends, columns - first)
        mask = (self.matrix[:, first : first + len(wanted)] == value) & wanted
        return Found.of(np.ascontiguousarray(mask))

    def _padded(self, wanted: "Mask", first: int) -> "Mask":
        every = np.zeros(len(self.layout.at), np.bool_)
        every[first : first + len(wanted)] = wanted
        return every


@dataclass(frozen=True)
class Found:
    """Some columns of each report: where those of each end, from 0 on, and the columns one report behind the other."""

    ends: "NDArray[np.int32]"
    columns: "NDArray[np.int32]"

    @classmethod
    def of(cls, mask: "Mask") -> "Found":
        """Return the columns that are true."""
        row, column = np.nonzero(mask)
        ends = np.zeros(len(mask) + 1, np.int32)
        np.cumsum(np.bincount(row, minlength=len(mask)), out=ends[1:])
        return cls(ends, column.astype(np.int32))

    @property
    def counts(self) -> "NDArray[np.int16]":
        """How many columns each report has."""
        return np.diff(self.ends).astype(np.int16)

    @property
    def rows(self) -> "NDArray[np.int64]":
        """The report of each column."""
        return np.repeat(np.arange(len(self.ends) - 1), np.diff(self.ends))

    def where(self, chosen: "Mask") -> "Found":
        """Return the columns that are chosen, an entry each."""
        counts = np.bincount(self.rows[chosen], minlength=len(self.ends) - 1)
        ends = np.zeros(len(self.ends), np.int32)
        np.cumsum(counts, out=ends[1:])
        return Found(ends, self.columns[chosen])
