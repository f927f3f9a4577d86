"""Scoring of a batch: one matrix of points, and the index, range, coverage, band and rank of each unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula.evaluate import Evaluator
from cchc.model.units import UnitsTable
from cchc.scoring.banding import Banding, banding
from cchc.scoring.lateness import points_off
from cchc.scoring.measures import Scene
from cchc.scoring.ranking import group_numbers, rank_limits, ranks
from cchc.scoring.rounding import round_half_away
from cchc.scoring.standing import Standings, standings
from cchc.scoring.sums import Sums, field_sums, total_sums
from cchc.scoring.tree import Leaf, ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values
    from cchc.scoring.ranking import Ranks

_MARGIN = 1e-12


@dataclass(frozen=True)
class ScoreColumns:
    """Scores of a batch; matrices are units by criteria, in file order.

    `values`: what the curves were applied to. `points`: NaN where unknown or not applicable; those of a penalty are
    the points taken off. `maxima`: the maximum of each criterion for each unit. `applicable`: where a criterion
    counts, or may count. `exempt`: where it does not apply but a policy gives points in its stead. `conflict`: where
    its figures contradict each other, which makes it unknown. `percent`, `bands.position` and `rank` are NaN, -1 and 0
    where coverage is below the threshold of the index. `groups`: number of the group a unit is ranked in. `late`:
    points taken off for a late self-score.
    """

    values: "Values"
    points: "Values"
    maxima: "Values"
    applicable: "Mask"
    exempt: "Mask"
    conflict: "Mask"
    fields: Mapping[str, Sums]
    total: Sums
    percent: "Values"
    bands: Banding
    groups: "Ranks"
    rank: "Ranks"
    best_rank: "Ranks"
    worst_rank: "Ranks"
    late: "Values"


def score_columns(ready: ReadyIndex, table: UnitsTable, surveys: bool = True) -> ScoreColumns:
    """Score every unit of a table; nothing here loops over units. Without `surveys` criteria that rest on one are left out."""
    stage = scene(ready, table)
    stands = standings(ready, table, stage.evaluator, surveys)
    values = np.column_stack([leaf.values(stage) for leaf in ready.leaves])
    points = _points(ready, stage, values, stands)
    fields = field_sums(ready, points, stands.maxima, stands.applicable)
    late = points_off(ready, table)
    total = total_sums(ready, fields, late)
    sure = (total.coverage >= ready.index.coverage_threshold - _MARGIN) & (total.possible > 0)
    percent = np.where(sure, total.percent, np.nan)
    best, worst = rank_limits(total.low, total.high, stage.groups)
    return ScoreColumns(
        values=values,
        points=points,
        maxima=stands.maxima,
        applicable=stands.applicable,
        exempt=~np.isnan(stands.given),
        conflict=stands.conflict,
        fields=fields,
        total=total,
        percent=percent,
        bands=banding(ready, stage.evaluator, percent, total),
        groups=stage.groups,
        rank=ranks(percent, stage.groups),
        best_rank=best,
        worst_rank=worst,
        late=late,
    )


def scene(ready: ReadyIndex, table: UnitsTable) -> Scene:
    """Return what the measures of an index look at."""
    return Scene(Evaluator(table.figures), table.judgements, group_numbers(ready.index.together, table.kinds))


def _points(ready: ReadyIndex, stage: Scene, values: "Values", stands: Standings) -> "Values":
    """Return the points of each criterion on the maximum it has for the unit."""
    earned = np.column_stack(
        [rounded(leaf, ready, leaf.points(stage, values[:, i])) for i, leaf in enumerate(ready.leaves)]
    )
    base = np.array([leaf.criterion.max for leaf in ready.leaves])
    # A criterion without points has no share of them.
    scaled = earned * np.where(base > 0, stands.maxima / np.where(base > 0, base, 1.0), 0.0)
    earned = np.where(stands.maxima == base, earned, scaled)
    return np.where(stands.sure, earned, stands.given)


def rounded(leaf: Leaf, ready: ReadyIndex, points: "Values") -> "Values":
    """Return the points of a criterion rounded, where its field rounds each criterion."""
    rounding = ready.index.rounding
    if rounding is None or (ready.round_at.get(leaf.domain) or rounding.at) != "criterion":
        return points
    return round_half_away(points, rounding.decimals)
