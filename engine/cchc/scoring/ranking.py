"""Ranks among units that are ranked together. Values are compared before they are rounded, but without binary noise."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cchc.model.units import UNIT_KINDS, UnitKind

if TYPE_CHECKING:
    from cchc.model.columns import Values

    Ranks = NDArray[np.int64]

# 0.1 + 0.2 and 0.3 are one score: nine decimals of a percent are far below any real difference.
_DECIMALS = 9


def settle(values: "Values") -> "Values":
    """Return values without binary noise, so that equal scores compare equal."""
    return np.round(values, _DECIMALS)


def group_numbers(together: Iterable[Sequence[UnitKind]], kinds: Sequence[UnitKind]) -> "Ranks":
    """Return the number of the group that each unit is ranked in; a kind that is in none of `together` is one alone."""
    number = {kind: position for position, kind in enumerate(UNIT_KINDS)}
    for some in together:
        number |= dict.fromkeys(some, number[some[0]])
    return np.array([number[kind] for kind in kinds], dtype=np.int64)


def ranks(scores: "Values", groups: "Ranks") -> "Ranks":
    """Return competition ranks, best first, ties sharing one: 1, 2, 2, 4. NaN has no rank: 0."""
    return _by_group(groups, lambda rows: _ranks(settle(scores[rows])))


def _ranks(settled: "Values") -> "Ranks":
    known = np.sort(settled[~np.isnan(settled)])
    above = known.size - np.searchsorted(known, settled, side="right")
    return np.where(np.isnan(settled), 0, above + 1)


def rank_limits(low: "Values", high: "Values", groups: "Ranks") -> "tuple[Ranks, Ranks]":
    """Return the best and the worst rank that each unit can have while every index lies anywhere in its range."""
    lows, highs = settle(low), settle(high)
    return (
        _by_group(groups, lambda rows: _best(lows[rows], highs[rows])),
        _by_group(groups, lambda rows: _worst(lows[rows], highs[rows])),
    )


def _best(lows: "Values", highs: "Values") -> "Ranks":
    return lows.size - np.searchsorted(np.sort(lows), highs, side="right") + 1


def _worst(lows: "Values", highs: "Values") -> "Ranks":
    # A unit's own upper end is above its lower end when its range is not a point: it is no rival of itself.
    return lows.size - np.searchsorted(np.sort(highs), lows, side="right") - (highs > lows) + 1


def _by_group(groups: "Ranks", rank: "Callable[[Ranks], Ranks]") -> "Ranks":
    result = np.zeros(groups.size, dtype=np.int64)
    for group in np.unique(groups):
        rows = np.flatnonzero(groups == group)
        result[rows] = rank(rows)
    return result
