"""Curves: from the value of a criterion to its points. NaN (unknown) stays NaN; points lie within 0 and the maximum."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from cchc.packs import indices as spec

if TYPE_CHECKING:
    from cchc.model.columns import Values

# 0.07 * 100 / 7 misses 1 by a bit of the last place: thresholds are taken with this margin, far under any real ratio.
_MARGIN = 1e-9


class Curve(Protocol):
    """Turns values into points."""

    def points(self, values: "Values") -> "Values":
        """Return the points of each value, NaN where the value is NaN."""


@dataclass(frozen=True)
class Proportional:
    """`maximum * value / full_at`, at most `maximum`; 0 below `floor`."""

    maximum: float
    full_at: float = 1.0
    floor: float = 0.0

    def points(self, values: "Values") -> "Values":
        """Return the points of each ratio."""
        earned = np.clip(values / self.full_at, 0.0, 1.0) * self.maximum
        return np.where(values < self.floor - _MARGIN, 0.0, earned)


@dataclass(frozen=True)
class Levels:
    """Points of the highest threshold reached; 0 below the lowest. Thresholds ascend."""

    thresholds: tuple[float, ...]
    awards: tuple[float, ...]

    def points(self, values: "Values") -> "Values":
        """Return the points of each value."""
        reached = np.searchsorted(np.array(self.thresholds), values + _MARGIN, side="right")
        return np.where(np.isnan(values), np.nan, np.array((0.0, *self.awards))[reached])


@dataclass(frozen=True)
class AllOrNothing:
    """All points for a true condition (1), none for a false one (0)."""

    maximum: float

    def points(self, values: "Values") -> "Values":
        """Return the points of each truth value."""
        return values * self.maximum


@dataclass(frozen=True)
class Penalty:
    """`maximum`, less `each` for every unit of the value, never below 0."""

    maximum: float
    each: float

    def points(self, values: "Values") -> "Values":
        """Return the points left after each count of faults."""
        return np.clip(self.maximum - self.each * values, 0.0, self.maximum)


@dataclass(frozen=True)
class Entered:
    """Points as a person entered them."""

    maximum: float

    def points(self, values: "Values") -> "Values":
        """Return the entered points, kept within 0 and the maximum."""
        return np.clip(values, 0.0, self.maximum)


def curve_of(criterion: spec.Criterion) -> Curve:
    """Return the curve that a criterion's content describes."""
    top, curve = criterion.max, criterion.curve
    result: Curve = Proportional(top)
    match curve:
        case spec.CappedLinear():
            result = Proportional(top, curve.full_at)
        case spec.LinearWithFloor():
            result = Proportional(top, floor=curve.floor)
        case spec.CappedLinearWithFloor():
            result = Proportional(top, curve.full_at, curve.floor)
        case spec.StepCurve() | spec.CountStep():
            ascending = sorted((float(level.from_), level.points) for level in curve.levels)
            result = Levels(tuple(start for start, _ in ascending), tuple(points for _, points in ascending))
        case spec.Boolean():
            result = AllOrNothing(top)
        case spec.Deduction():
            result = Penalty(top, curve.each)
        case spec.Judgement():
            result = Entered(top)
    return result
