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
from cchc.scoring.columns import ScoreColumns, rounded, scene
from cchc.scoring.tree import Leaf, ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

    Counts = NDArray[np.int64]

# Far above any count of tasks or dossiers of a unit; a bisection over it takes 30 rounds.
_MOST = 2**30
_MARGIN = 1e-9


@dataclass(frozen=True)
class Steps:
    """Per unit: how many steps of the lever (0: none helps), and the points they win.

    `counts` wins back all that the lever can win back, `first_counts` is the smallest number that wins anything.
    """

    counts: "Counts"
    gains: "Values"
    first_counts: "Counts"
    first_gains: "Values"


def steps(ready: ReadyIndex, table: UnitsTable, scores: ScoreColumns) -> dict[str, Steps]:
    """Return the steps of every criterion that has a lever, by code.

    A step wins points of the criterion that were lost, while no figure becomes negative and the figures stay
    consistent. Every lever moves its figures one way, so points and limits are monotone in the number of steps, which
    makes bisection right.
    """
    found = {}
    for position, leaf in enumerate(ready.leaves):
        if leaf.criterion.lever is not None:
            lost = scores.points[:, position] < scores.maxima[:, position] - _MARGIN
            lost &= scores.applicable[:, position] & ~scores.exempt[:, position]
            found[leaf.criterion.code] = _criterion_steps(ready, leaf, leaf.criterion.lever, table, scores, lost)
    return found


def _criterion_steps(
    ready: ReadyIndex, leaf: Leaf, lever: Lever, table: UnitsTable, scores: ScoreColumns, lost: "Mask"
) -> Steps:
    size, position = lost.size, ready.leaves.index(leaf)
    result = Steps(np.zeros(size, np.int64), np.zeros(size), np.zeros(size, np.int64), np.zeros(size))
    if lost.any():
        shares = scores.maxima[lost, position] / leaf.criterion.max
        search = _Search(ready, leaf, lever, _small_table(table, leaf, lever, lost), shares)
        now = scores.points[lost, position]
        most = search.allowed()
        best = search.points(most)
        won = best > now + _MARGIN
        first = search.fewest(most, now + 2 * _MARGIN)
        result.counts[lost] = np.where(won, search.fewest(most, best), 0)
        result.gains[lost] = np.where(won, best - now, 0.0)
        result.first_counts[lost] = np.where(won, first, 0)
        result.first_gains[lost] = np.where(won, search.points(first) - now, 0.0)
    return result


@dataclass(frozen=True)
class _Search:
    ready: ReadyIndex
    leaf: Leaf
    lever: Lever
    table: UnitsTable
    shares: "Values"

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

    def fewest(self, most: "Counts", points: "Values") -> "Counts":
        """Return the smallest number of steps that reaches `points`, per unit."""
        return _first(np.zeros_like(most), most, lambda k: self.points(k) >= points - _MARGIN)

    def points(self, counts: "Counts") -> "Values":
        """Return the points after that many steps, per unit."""
        stage = scene(self.ready, replace(self.table, figures=self.moved(counts)))
        return rounded(self.leaf, self.ready, self.leaf.points(stage, self.leaf.values(stage))) * self.shares

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
    kinds = tuple(kind for kind, chosen in zip(table.kinds, rows, strict=True) if chosen)
    return replace(table, kinds=kinds, figures=Columns(int(rows.sum()), kept), judgements={})
