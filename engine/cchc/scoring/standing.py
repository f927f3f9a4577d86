"""Whether a criterion counts for a unit, and what becomes of its maximum where it does not."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator, Truth
from cchc.model.units import UnitsTable
from cchc.packs.indices import Policy
from cchc.scoring.tree import Leaf, ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

_GIVEN: dict[Policy, float] = {"award_max": 1.0, "zero": 0.0}


@dataclass(frozen=True)
class Standing:
    """Per unit: whether a criterion is meant for it, is exempted, is contradicted by its figures, may be given points."""

    meant: "Mask"
    exempt: "Mask"
    conflict: "Mask"
    sure: "Mask"


@dataclass(frozen=True)
class Standings:
    """Matrices of units by criteria.

    `applicable`: where a criterion counts. `maxima`: its maximum for the unit, 0 where it does not count. `given`:
    points that a policy gives in its stead, NaN elsewhere. `conflict`, `sure`: see `Standing`.
    """

    applicable: "Mask"
    maxima: "Values"
    given: "Values"
    conflict: "Mask"
    sure: "Mask"


def standings(ready: ReadyIndex, table: UnitsTable, evaluator: Evaluator, surveys: bool = True) -> Standings:
    """Judge every criterion for every unit; without `surveys` those that rest on one count for nobody."""
    found = [standing(leaf, table, evaluator) for leaf in ready.leaves]
    if not surveys:
        found = [
            _without(one) if leaf.criterion.is_survey else one for leaf, one in zip(ready.leaves, found, strict=True)
        ]
    policies = [leaf.criterion.policy or ready.index.not_applicable for leaf in ready.leaves]
    base = np.array([leaf.criterion.max for leaf in ready.leaves])
    given = np.array([_GIVEN.get(policy, np.nan) for policy in policies]) * base
    exempt = np.column_stack([one.exempt for one in found])
    kept = ~np.isnan(given)
    applicable = np.column_stack([one.meant for one in found]) & (~exempt | kept)
    return Standings(
        applicable=applicable,
        maxima=_maxima(ready, policies, applicable, exempt, base),
        given=np.where(exempt & applicable, given, np.nan),
        conflict=np.column_stack([one.conflict for one in found]),
        sure=np.column_stack([one.sure for one in found]),
    )


def _without(one: Standing) -> Standing:
    nowhere = np.zeros_like(one.meant)
    return replace(one, meant=nowhere, exempt=nowhere, conflict=nowhere, sure=nowhere)


def standing(leaf: Leaf, table: UnitsTable, evaluator: Evaluator) -> Standing:
    """Judge a criterion before its points.

    Whether it applies, or whether its figures agree, may hang on a figure that is not given: it is then unknown, so
    that leaving a figure out never adds points and never drops a criterion. Contradictory figures do not exempt:
    "5 done of 0 due" is an error in the table, not a unit without tasks.
    """
    holds = _truth(leaf.consistent, evaluator, table, otherwise=True)
    exempts = _truth(leaf.not_applicable, evaluator, table, otherwise=False)
    meant, by_hand = _meant(leaf, table), _by_hand(leaf, table)
    exempt = meant & ((exempts.true & ~holds.false) | by_hand)
    counts = meant & ~exempt
    return Standing(meant, exempt, counts & holds.false, counts & holds.true & exempts.false)


def _truth(node: t.Condition | None, evaluator: Evaluator, table: UnitsTable, *, otherwise: bool) -> Truth:
    if node is not None:
        return evaluator.truth(node)
    everywhere = np.full(table.figures.size, otherwise)
    return Truth(everywhere, ~everywhere)


def _meant(leaf: Leaf, table: UnitsTable) -> "Mask":
    """Return the units whose kind the criterion is for."""
    if not leaf.criterion.kinds:
        return np.ones(table.figures.size, dtype=np.bool_)
    return np.isin(np.array(table.kinds), leaf.criterion.kinds)


def _by_hand(leaf: Leaf, table: UnitsTable) -> "Mask":
    """Return the units that a person exempted from the criterion."""
    return table.not_applicable.get(leaf.criterion.code, np.zeros(table.figures.size, dtype=np.bool_))


def _maxima(ready: ReadyIndex, policies: list[Policy], applicable: "Mask", exempt: "Mask", base: "Values") -> "Values":
    """Return the maxima of what applies, grown by what their group passes on."""
    maxima = np.where(applicable, base, 0.0)
    for group in {leaf.group for leaf, policy in zip(ready.leaves, policies, strict=True) if policy in _PASSING}:
        inside = [i for i, leaf in enumerate(ready.leaves) if leaf.group == group]
        for policy, grow in _PASSING.items():
            dropped = [i for i in inside if policies[i] == policy]
            left = np.where(exempt[:, dropped], base[dropped], 0.0).sum(axis=1, keepdims=True)
            maxima[:, inside] += np.where(
                applicable[:, inside], grow(left, maxima[:, inside], applicable[:, inside]), 0.0
            )
    return maxima


def _in_proportion(left: "Values", maxima: "Values", _: "Mask") -> "Values":
    with np.errstate(divide="ignore", invalid="ignore"):
        shares: Values = left * maxima / maxima.sum(axis=1, keepdims=True)
    return shares


def _evenly(left: "Values", _: "Values", applicable: "Mask") -> "Values":
    with np.errstate(divide="ignore", invalid="ignore"):
        shares: Values = left / applicable.sum(axis=1, keepdims=True)
    return shares


# What passes a maximum on to the rest of the group, and how.
_PASSING = {"rescale_group": _in_proportion, "redistribute": _evenly}
