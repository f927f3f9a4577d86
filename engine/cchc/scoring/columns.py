"""Scoring of a batch: one matrix of points, and the index, range, coverage, band and rank of each unit."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator, Truth
from cchc.model.units import UnitsTable
from cchc.scoring.ranking import band_positions, rank_limits, ranks
from cchc.scoring.tree import Leaf, ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values
    from cchc.scoring.ranking import Ranks

_MARGIN = 1e-12


@dataclass(frozen=True)
class Sums:
    """Points added over some criteria, per unit. See `cchc.model.scorecard.Tally` for the meaning of each."""

    points: "Values"
    possible: "Values"
    applicable: "Values"

    @cached_property
    def coverage(self) -> "Values":
        """Share of the applicable maxima whose points are known; 0 when nothing applies."""
        return _share(self.possible, self.applicable, 0.0)

    @cached_property
    def percent(self) -> "Values":
        """Points of the possible ones, in percent; NaN when none is possible."""
        return _share(100 * self.points, self.possible, np.nan)

    @cached_property
    def low(self) -> "Values":
        """Index in percent with every unknown criterion at 0."""
        return _share(100 * self.points, self.applicable, 0.0)

    @cached_property
    def high(self) -> "Values":
        """Index in percent with every unknown criterion at its maximum."""
        return _share(100 * (self.points + self.applicable - self.possible), self.applicable, 100.0)


@dataclass(frozen=True)
class ScoreColumns:
    """Scores of a batch; matrices are units by criteria, in file order.

    `values`: what the curves were applied to. `points`: NaN where unknown or not applicable. `applicable`: where a
    criterion applies, or may apply. `conflict`: where its figures contradict each other, which makes it unknown.
    `percent`, `band` and `rank` are NaN, -1 and 0 where coverage is below the threshold of the index. `bands_low`,
    `bands_high`: positions of the bands at the two ends of the range.
    """

    values: "Values"
    points: "Values"
    applicable: "Mask"
    conflict: "Mask"
    total: Sums
    percent: "Values"
    band: "Ranks"
    bands_low: "Ranks"
    bands_high: "Ranks"
    rank: "Ranks"
    best_rank: "Ranks"
    worst_rank: "Ranks"


def score_columns(ready: ReadyIndex, table: UnitsTable) -> ScoreColumns:
    """Score every unit of a table; nothing here loops over units."""
    evaluator = Evaluator(table.figures)
    values = np.column_stack([leaf_values(leaf, table, evaluator) for leaf in ready.leaves])
    earned = np.column_stack([leaf.curve.points(values[:, i]) for i, leaf in enumerate(ready.leaves)])
    stands = [_standing(leaf, table, evaluator) for leaf in ready.leaves]
    applicable = np.column_stack([stand.applicable for stand in stands])
    conflict = np.column_stack([stand.conflict for stand in stands])
    points = np.where(np.column_stack([stand.sure for stand in stands]), earned, np.nan)
    total = add_up(ready, points, applicable)
    bands = ready.index.bands
    sure = (total.coverage >= ready.index.coverage_threshold - _MARGIN) & (total.possible > 0)
    percent = np.where(sure, total.percent, np.nan)
    best, worst = rank_limits(total.low, total.high)
    return ScoreColumns(
        values=values,
        points=points,
        applicable=applicable,
        conflict=conflict,
        total=total,
        percent=percent,
        band=band_positions(bands, percent),
        bands_low=band_positions(bands, total.low),
        bands_high=band_positions(bands, total.high),
        rank=ranks(percent),
        best_rank=best,
        worst_rank=worst,
    )


def leaf_values(leaf: Leaf, table: UnitsTable, evaluator: Evaluator) -> "Values":
    """Return what the curve of a criterion is applied to: a number, 1 or 0 of a condition, or entered points."""
    unknown = np.full(table.figures.size, np.nan)
    if leaf.condition is not None:
        truth = evaluator.truth(leaf.condition)
        return np.where(truth.true, 1.0, np.where(truth.false, 0.0, np.nan))
    if leaf.number is None:
        return table.judgements.get(leaf.criterion.code, unknown)
    values = evaluator.number(leaf.number)
    return values if leaf.enough is None else np.where(evaluator.truth(leaf.enough).true, values, np.nan)


@dataclass(frozen=True)
class _Standing:
    """Per unit: whether a criterion applies or may apply, is contradicted by its figures, and may be given points."""

    applicable: "Mask"
    conflict: "Mask"
    sure: "Mask"


def _standing(leaf: Leaf, table: UnitsTable, evaluator: Evaluator) -> _Standing:
    """Judge a criterion before its points.

    Whether it applies, or whether its figures agree, may hang on a figure that is not given: it is then unknown, so
    that leaving a figure out never adds points and never drops a criterion. Contradictory figures do not exempt:
    "5 done of 0 due" is an error in the table, not a unit without tasks.
    """
    holds = _truth(leaf.consistent, evaluator, table, otherwise=True)
    exempts = _truth(leaf.not_applicable, evaluator, table, otherwise=False)
    applicable = _meant(leaf, table) & ~(exempts.true & ~holds.false)
    return _Standing(applicable, applicable & holds.false, applicable & holds.true & exempts.false)


def _truth(node: t.Condition | None, evaluator: Evaluator, table: UnitsTable, *, otherwise: bool) -> Truth:
    if node is not None:
        return evaluator.truth(node)
    everywhere = np.full(table.figures.size, otherwise)
    return Truth(everywhere, ~everywhere)


def _meant(leaf: Leaf, table: UnitsTable) -> "Mask":
    """Return the units whose kind the criterion is for, and that no person exempted."""
    meant = np.ones(table.figures.size, dtype=np.bool_)
    if leaf.criterion.kinds:
        meant &= np.isin(np.array(table.kinds), leaf.criterion.kinds)
    exempt = table.not_applicable.get(leaf.criterion.code)
    return meant if exempt is None else meant & ~exempt


def add_up(ready: ReadyIndex, points: "Values", applicable: "Mask", domain: str | None = None) -> Sums:
    """Add the criteria of one field, or of the whole index.

    They are added in the order of their codes, so that the order in the file never changes the last binary place.
    """
    chosen = [i for i, leaf in enumerate(ready.leaves) if domain in (None, leaf.domain)]
    chosen.sort(key=lambda i: ready.leaves[i].criterion.code)
    maxima = np.array([ready.leaves[i].criterion.max for i in chosen])
    # Row by row in memory: the sum of a unit is then the same alone and in a batch.
    part = np.ascontiguousarray(points[:, chosen])
    return Sums(
        points=np.nansum(part, axis=1),
        possible=np.where(np.isnan(part), 0.0, maxima).sum(axis=1),
        applicable=np.where(applicable[:, chosen], maxima, 0.0).sum(axis=1),
    )


def _share(part: "Values", whole: "Values", without: float) -> "Values":
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, without)
