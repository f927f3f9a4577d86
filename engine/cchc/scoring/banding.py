"""Bands: the class of each unit, sure or possible, with the conditions that a band asks for besides its points."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula.evaluate import Evaluator, Truth
from cchc.packs.indices import Band, Bands
from cchc.scoring.ranking import settle
from cchc.scoring.tree import ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Values
    from cchc.scoring.ranking import Ranks
    from cchc.scoring.sums import Sums


@dataclass(frozen=True)
class Banding:
    """Positions among the bands in ascending order: of each unit (-1: not sure), and at the two ends of its range."""

    position: "Ranks"
    lowest: "Ranks"
    highest: "Ranks"


def banding(ready: ReadyIndex, evaluator: Evaluator, percent: "Values", total: "Sums") -> Banding:
    """Return the bands of the units; what is unknown about a condition leaves the band open."""
    bands, scale = ready.index.bands, ready.index.scale or ready.index.total
    conditions = _conditions(ready, evaluator, percent.size)
    position = band_positions(bands, percent, scale)
    least = _lowered(position, conditions, unknown_fails=True)
    most = _lowered(position, conditions, unknown_fails=False)
    return Banding(
        position=np.where(least == most, least, -1),
        lowest=_lowered(band_positions(bands, total.low, scale), conditions, unknown_fails=True),
        highest=_lowered(band_positions(bands, total.high, scale), conditions, unknown_fails=False),
    )


def _conditions(ready: ReadyIndex, evaluator: Evaluator, size: int) -> "list[Truth]":
    """Return for each band in ascending order whether its conditions hold."""
    everywhere = np.ones(size, dtype=np.bool_)
    found = []
    for band in ready.index.bands.ascending():
        truths = [evaluator.truth(condition) for condition in ready.conditions[band.id]]
        true = np.logical_and.reduce([everywhere, *(truth.true for truth in truths)])
        found.append(Truth(true, np.logical_or.reduce([~everywhere, *(truth.false for truth in truths)])))
    return found


def _lowered(position: "Ranks", conditions: "list[Truth]", *, unknown_fails: bool) -> "Ranks":
    """Return positions moved down past every band whose conditions do not hold; the lowest band asks for nothing."""
    result = position
    for place in range(len(conditions) - 1, 0, -1):
        fails = ~conditions[place].true if unknown_fails else conditions[place].false
        result = np.where((result == place) & fails, place - 1, result)
    return result


def band_positions(bands: Bands, percents: "Values", scale: float = 100.0) -> "Ranks":
    """Return the position of each percent among the bands in ascending order; -1 for NaN.

    `scale`: the points that make 100 percent, for bands that are set in points.
    """
    settled = settle(percents)
    position = np.zeros(settled.shape, dtype=np.int64)
    for band in bands.ascending()[1:]:
        start = float(settle(np.array(_start(bands, band, scale))))
        position += settled >= start if band.has_from else settled > start
    return np.where(np.isnan(settled), -1, position)


def _start(bands: Bands, band: Band, scale: float) -> float:
    return 100 * band.from_ / scale if bands.of == "points" else band.from_
