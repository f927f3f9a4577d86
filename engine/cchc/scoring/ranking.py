"""Ranks and bands. Values are compared before they are rounded for print, but without binary noise."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cchc.packs.indices import Bands

if TYPE_CHECKING:
    from cchc.model.columns import Values

    Ranks = NDArray[np.int64]

# 0.1 + 0.2 and 0.3 are one score: nine decimals of a percent are far below any real difference.
_DECIMALS = 9


def settle(values: "Values") -> "Values":
    """Return values without binary noise, so that equal scores compare equal."""
    return np.round(values, _DECIMALS)


def ranks(scores: "Values") -> "Ranks":
    """Return competition ranks, best first, ties sharing one: 1, 2, 2, 4. NaN has no rank: 0."""
    settled = settle(scores)
    known = np.sort(settled[~np.isnan(settled)])
    above = known.size - np.searchsorted(known, settled, side="right")
    return np.where(np.isnan(settled), 0, above + 1)


def rank_limits(low: "Values", high: "Values") -> "tuple[Ranks, Ranks]":
    """Return the best and the worst rank that each unit can have while every index lies anywhere in its range."""
    lows, highs = settle(low), settle(high)
    sorted_low, sorted_high = np.sort(lows), np.sort(highs)
    best = low.size - np.searchsorted(sorted_low, highs, side="right") + 1
    # A unit's own upper end is above its lower end when its range is not a point: it is no rival of itself.
    rivals = low.size - np.searchsorted(sorted_high, lows, side="right") - (highs > lows)
    return best, rivals + 1


def band_positions(bands: Bands, percents: "Values") -> "Ranks":
    """Return the position of each percent among the bands in ascending order; -1 for NaN."""
    settled = settle(percents)
    position = np.zeros(settled.shape, dtype=np.int64)
    for band in bands.ascending()[1:]:
        position += settled >= band.from_ if band.has_from else settled > band.from_
    return np.where(np.isnan(settled), -1, position)
