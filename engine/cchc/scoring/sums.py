"""Points added up: fields of the index, bonus and penalties, and the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cchc.packs.indices import Group, Rounding
from cchc.scoring.rounding import round_half_away
from cchc.scoring.tree import ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

# Binary noise of a sum is far below any point that is given.
_DECIMALS = 9


@dataclass(frozen=True)
class Sums:
    """Points added over a field or the whole index, per unit. See `cchc.model.scorecard.Tally` for the meaning of each.

    `lowest`, `highest`: points with everything unknown at its worst and at its best. `beyond`: points above the maxima
    of the criteria that make 100 percent, where bonus points count towards it.
    """

    points: "Values"
    lowest: "Values"
    highest: "Values"
    possible: "Values"
    applicable: "Values"
    beyond: float = 0.0

    @cached_property
    def coverage(self) -> "Values":
        """Share of the applicable maxima whose points are known; 0 when nothing applies."""
        return _share(self.possible, self.applicable, 0.0)

    @cached_property
    def percent(self) -> "Values":
        """Points of the possible ones, in percent; NaN when none is possible."""
        return np.where(self.possible > 0, _share(100 * self.points, self.possible + self.beyond, np.nan), np.nan)

    @cached_property
    def low(self) -> "Values":
        """Index in percent with everything unknown at its worst."""
        return _share(100 * self.lowest, self.applicable + self.beyond, 0.0)

    @cached_property
    def high(self) -> "Values":
        """Index in percent with everything unknown at its best."""
        return _share(100 * self.highest, self.applicable + self.beyond, 100.0)


def field_sums(ready: ReadyIndex, points: "Values", maxima: "Values", applicable: "Mask") -> dict[str, Sums]:
    """Return the sums of every field, by code."""
    rounding = ready.index.rounding
    return {
        d.code: _field(d, *_chosen(ready, d.code, points, maxima, applicable), rounding) for d in ready.index.domains
    }


def _chosen(
    ready: ReadyIndex, domain: str, points: "Values", maxima: "Values", applicable: "Mask"
) -> "tuple[Values, Values, Mask]":
    """Return the columns of one field in the order of their codes.

    The order in the file then never changes the last binary place; row by row in memory the sum of a unit is the same
    alone and in a batch.
    """
    chosen = sorted(
        (i for i, leaf in enumerate(ready.leaves) if leaf.domain == domain),
        key=lambda i: ready.leaves[i].criterion.code,
    )
    return np.ascontiguousarray(points[:, chosen]), np.ascontiguousarray(maxima[:, chosen]), applicable[:, chosen]


def _field(domain: Group, points: "Values", maxima: "Values", applicable: "Mask", rounding: Rounding | None) -> Sums:
    unknown = np.where(np.isnan(points) & applicable, maxima, 0.0).sum(axis=1)
    earned = _settled(np.nansum(points, axis=1), domain, rounding)
    if domain.role == "penalty":
        return Sums(
            -_capped(earned, domain), -_capped(earned + unknown, domain), -_capped(earned, domain), *_none(earned)
        )
    if domain.role == "bonus":
        return Sums(_capped(earned, domain), _capped(earned, domain), _capped(earned + unknown, domain), *_none(earned))
    possible = np.where(np.isnan(points), 0.0, maxima).sum(axis=1)
    return Sums(earned, earned, earned + unknown, possible, np.where(applicable, maxima, 0.0).sum(axis=1))


def _settled(values: "Values", domain: Group, rounding: Rounding | None) -> "Values":
    """Round the sum of a field where the index does, and in any case without binary noise."""
    if rounding is None:
        return values
    at = domain.round_at or rounding.at
    return round_half_away(values, rounding.decimals) if at == "group" else np.round(values, _DECIMALS)


def _capped(values: "Values", domain: Group) -> "Values":
    return np.minimum(values, domain.max)


def _none(values: "Values") -> "tuple[Values, Values]":
    return np.zeros_like(values), np.zeros_like(values)


def total_sums(ready: ReadyIndex, fields: Mapping[str, Sums], late: "Values") -> Sums:
    """Return the sums of the whole index; `late`: points taken off for a late self-score.

    The total is kept within 0 and the points that make 100 percent for the unit.
    """
    beyond = (ready.index.scale or ready.index.total) - ready.index.total
    ordered = [fields[code] for code in sorted(fields)]
    possible: Values = np.sum([one.possible for one in ordered], axis=0)
    applicable: Values = np.sum([one.applicable for one in ordered], axis=0)

    def kept(values: "Values") -> "Values":
        return np.clip(values - late, 0.0, applicable + beyond)

    return Sums(
        points=kept(np.sum([one.points for one in ordered], axis=0)),
        lowest=kept(np.sum([one.lowest for one in ordered], axis=0)),
        highest=kept(np.sum([one.highest for one in ordered], axis=0)),
        possible=possible,
        applicable=applicable,
        beyond=beyond,
    )


def _share(part: "Values", whole: "Values", without: float) -> "Values":
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, without)
