"""The step that wins points back: the smallest whole change of a lever, by bisection for all units at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cchc.formula.evaluate import Evaluator
from cchc.model.columns import Columns
from cchc.model.units import UnitsTable
from cchc.packs.indices import Lever
from cchc.scoring.columns import ScoreColumns, leaf_values
from cchc.scoring.tree import Leaf, ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

    Counts = NDArray[np.int64]

# Far above any count of tasks or dossiers of a unit; a bisection over it takes 30 rounds.
_MOST = 2**30
_MARGIN = 1e-9


@dataclass(frozen=True)
class Steps:
    """Per unit: how many steps of the lever (0: none helps), and the points they win."""

    counts: "Counts"
    gains: "Values"


def steps(ready: ReadyIndex, table: UnitsTable, scores: ScoreColumns) -> dict[str, Steps]:
    """Return the step of every criterion that has a lever, by code.

    A step wins all points of the criterion that were lost, or as many as can be won while no figure becomes negative
    and the figures stay consistent. Every lever moves its figures one way, so points and limits are monotone in the
    number of steps, which makes bisection right.
    """
    found = {}
    for position, leaf in enumerate(ready.leaves):
        if leaf.criterion.lever is not None:
            found[leaf.criterion.code] = _criterion_steps(leaf, leaf.criterion.lever, table, scores.points[:, position])
    return found


def _criterion_steps(leaf: Leaf, lever: Lever, table: UnitsTable, points: "Values") -> Steps:
    counts, gains = np.zeros(points.size, dtype=np.int64), np.zeros(points.size)
    lost = points < leaf.criterion.max - _MARGIN
    if lost.any():
        search = _Search(leaf, lever, _small_table(table, leaf, lever, lost))
        now = points[lost]
        most = search.allowed()
        best = search.points(most)
        won = best > now + _MARGIN
        counts[lost] = np.where(won, search.fewest(most, best), 0)
        gains[lost] = np.where(won, best - now, 0.0)
    return Steps(counts, gains)


@dataclass(frozen=True)
class _Search:
    leaf: Leaf
    lever: Lever
    table: UnitsTable

    def allowed(self) -> "Counts":
        """Return the largest number of steps that the figures allow, per unit."""
        size = self.table.figures.size
        zeros, most = np.zeros(size, dtype=np.int64), np.full(size, _MOST, dtype=np.int64)
        broken = _first(zeros, most, self.breaks)
        return np.where(broken == _MOST, _MOST, np.maximum(broken - 1, 0))

    def breaks(self, counts: "Counts") -> "Mask":
        """Return where that many steps leave figures that are negative or not known to be consistent."""
        figures = self.moved(counts)
        broken = np.zeros(figures.size, dtype=np.bool_)
        for name in self.lever.change:
            broken |= ~(figures.values[name] >= 0) if name in figures.values else True
        if self.leaf.consistent is not None:
            broken |= ~Evaluator(figures).truth(self.leaf.consistent).true
        return broken

    def fewest(self, most: "Counts", best: "Values") -> "Counts":
        """Return the smallest number of steps that reaches `best`, per unit."""
        return _first(np.zeros_like(most), most, lambda k: self.points(k) >= best - _MARGIN)

    def points(self, counts: "Counts") -> "Values":
        """Return the points after that many steps, per unit."""
        table = replace(self.table, figures=self.moved(counts))
        return self.leaf.curve.points(leaf_values(self.leaf, table, Evaluator(table.figures)))

    def moved(self, counts: "Counts") -> Columns:
        """Return the figures after that many steps."""
        values = dict(self.table.figures.values)
        for name, each in self.lever.change.items():
            if name in values:
                values[name] = values[name] + each * counts
        return Columns(self.table.figures.size, values)


def _first(low: "Counts", high: "Counts", holds: "Callable[[Counts], Mask]") -> "Counts":
    """Return the smallest count in `low..high` where `holds` becomes true; `high` where it never does."""
    while (low < high).any():
        middle = (low + high) // 2
        reached = holds(middle)
        low, high = np.where(reached, low, np.minimum(middle + 1, high)), np.where(reached, middle, high)
    return low


def _small_table(table: UnitsTable, leaf: Leaf, lever: Lever, rows: "Mask") -> UnitsTable:
    needed = {*leaf.figures(), *lever.change}
    kept = {name: column[rows] for name, column in table.figures.values.items() if name in needed}
    return replace(table, figures=Columns(int(rows.sum()), kept), judgements={})
