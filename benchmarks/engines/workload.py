"""The workload every engine is given: the content as this project loads it, and seeded figures."""

import tempfile
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from benchmarks.engines import content

from cchc.formula.tree import Condition
from cchc.inference.clauses import compile_rules
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

MISSING = 0.02
_WRONG = 0.05
_NONE = 0.01
Row = dict[str, float | None]


@dataclass(frozen=True)
class Workload:
    """Content and weights. Engines that are not ours take the trees and the clauses and say them in their language."""

    pack: Pack
    weights: tuple[int, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """Names of the figures."""
        return tuple(self.pack.figures)

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the checks."""
        return tuple(rule.rule.code for rule in self.pack.rules)

    @property
    def trees(self) -> tuple[Condition, ...]:
        """What must hold, a tree a check."""
        return tuple(rule.must for rule in self.pack.rules)

    @cached_property
    def conclusions(self) -> tuple[str, ...]:
        """Conclusions, lower levels first."""
        return tuple(rule.conclude for rule in self.pack.weaknesses.by_level())

    @cached_property
    def ways(self) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
        """For each conclusion the bodies that lead to it: a body holds where all its atoms do.

        An atom is `CODE.pass`, `CODE.fail` or a conclusion before it.
        """
        program = compile_rules(self.pack.weaknesses)
        names = [_positive(name) for name in (*program.inputs, *program.conclusions)]
        bodies: dict[str, list[tuple[str, ...]]] = {name: [] for name in self.conclusions}
        for head, body in program.clauses:
            bodies[names[head]].append(tuple(names[symbol] for symbol in body))
        return tuple((name, tuple(body)) for name, body in bodies.items())


def _positive(name: str) -> str:
    # Every check is meant for every report, so one that is known not to fail has passed.
    return f"{name[1:].partition('.')[0]}.pass" if name.startswith("!") else name


def workload(size: content.Size) -> Workload:
    """Write the content to a folder of its own and load it as any content is loaded."""
    with tempfile.TemporaryDirectory() as folder:
        content.write(Path(folder), size)
        return Workload(load_pack(Path(folder)), tuple(content.weights(size)))


@dataclass(frozen=True)
class Data:
    """Figures of some reports by columns, NaN where missing, and the same row by row, None where missing."""

    columns: "dict[str, NDArray[np.float64]]"

    @property
    def size(self) -> int:
        """How many reports."""
        return len(next(iter(self.columns.values())))

    @cached_property
    def rows(self) -> list[Row]:
        """The same reports as dicts."""
        lists = [[None if isnan(x) else x for x in column.tolist()] for column in self.columns.values()]
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*lists, strict=True)]

    def first(self, size: int) -> "Data":
        """Return the first reports."""
        return Data({name: column[:size] for name, column in self.columns.items()})


def figures(size: int, seed: int = 7) -> Data:
    """Return seeded figures: whole numbers, sums of neighbours, some sums wrong, some figures zero, 2 % missing."""
    draw = np.random.default_rng(seed)
    columns: dict[str, NDArray[np.float64]] = {}
    for group in range(content.GROUPS):
        bases = draw.integers(1, 1000, (4, size)) * (draw.random((4, size)) >= _NONE)
        ends = np.vstack([np.zeros((1, size), np.int64), np.cumsum(bases, axis=0)])
        for n, (a, b) in enumerate(content.SPANS):
            columns[content.FIGURES[10 * group + n]] = _stated(draw, ends[b] - ends[a], wrong=b - a > 1)
    return Data(columns)


def _stated(draw: np.random.Generator, true: "NDArray[Any]", *, wrong: bool) -> "NDArray[np.float64]":
    column = true.astype(np.float64)
    if wrong:
        column += draw.integers(1, 40, len(true)) * (draw.random(len(true)) < _WRONG)
    column[draw.random(len(true)) < MISSING] = np.nan
    return column
