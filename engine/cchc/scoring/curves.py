"""Curves: from the value of a criterion to its points. NaN (unknown) stays NaN; points lie within 0 and the maximum."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from cchc.packs import curve_specs as c
from cchc.packs import indices as spec
from cchc.scoring.rounding import round_half_away

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
    """`maximum * value / full_at`, at most `maximum`; 0 below `floor`.

    `percent_decimals`: the value is first rounded to a percentage with so many decimals.
    """

    maximum: float
    full_at: float = 1.0
    floor: float = 0.0
    percent_decimals: int | None = None

    def points(self, values: "Values") -> "Values":
        """Return the points of each ratio."""
        if self.percent_decimals is None:
            earned = self.maximum * values / self.full_at
        else:
            earned = self.maximum * round_half_away(100 * values, self.percent_decimals) / (100 * self.full_at)
        return np.where(values < self.floor - _MARGIN, 0.0, np.clip(earned, 0.0, self.maximum))


@dataclass(frozen=True)
class Levels:
    """Points of the highest threshold reached; 0 below the lowest. Thresholds ascend; `above`: not reached by itself."""

    thresholds: tuple[float, ...]
    awards: tuple[float, ...]
    above: tuple[bool, ...]

    def points(self, values: "Values") -> "Values":
        """Return the points of each value."""
        starts = np.array(self.thresholds) + np.where(self.above, 2 * _MARGIN, 0.0)
        reached = np.searchsorted(starts, values + _MARGIN, side="right")
        return np.where(np.isnan(values), np.nan, np.array((0.0, *self.awards))[reached])


@dataclass(frozen=True)
class Ranked:
    """Points up to each rank, that rank included; 0 behind the last. Ranks ascend."""

    ranks: tuple[int, ...]
    awards: tuple[float, ...]

    def points(self, values: "Values") -> "Values":
        """Return the points of each rank; a rank below 1 is unknown."""
        place = np.searchsorted(np.array(self.ranks, dtype=np.float64), values - _MARGIN, side="left")
        known = ~np.isnan(values) & (values >= 1)
        return np.where(known, np.array((*self.awards, 0.0))[np.where(known, place, 0)], np.nan)


@dataclass(frozen=True)
class Increments:
    """`base` at `start` and `add` for each whole `step` above it, at most `maximum`; 0 below `start`."""

    maximum: float
    start: float
    base: float
    step: float
    add: float

    def points(self, values: "Values") -> "Values":
        """Return the points of each value."""
        steps = np.floor((values - self.start) / self.step + _MARGIN)
        return np.where(values < self.start - _MARGIN, 0.0, np.clip(self.base + self.add * steps, 0.0, self.maximum))


@dataclass(frozen=True)
class Sides:
    """Points of one side of a mean (1) and of the other (0)."""

    at_or_above: float
    below: float

    def points(self, values: "Values") -> "Values":
        """Return the points of each side."""
        return np.where(np.isnan(values), np.nan, np.where(values > 0.5, self.at_or_above, self.below))


@dataclass(frozen=True)
class Items:
    """`each` points an item, at most `maximum`."""

    maximum: float
    each: float

    def points(self, values: "Values") -> "Values":
        """Return the points of each number of items."""
        return np.clip(self.each * np.floor(values + _MARGIN), 0.0, self.maximum)


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
class Charge:
    """Points taken off: `each` for every unit of the value, at most `maximum`."""

    maximum: float
    each: float

    def points(self, values: "Values") -> "Values":
        """Return the points that each count of faults costs."""
        return np.clip(self.each * values, 0.0, self.maximum)


@dataclass(frozen=True)
class Entered:
    """Points as a person entered them."""

    maximum: float

    def points(self, values: "Values") -> "Values":
        """Return the entered points, kept within 0 and the maximum."""
        return np.clip(values, 0.0, self.maximum)


def curve_of(criterion: spec.Criterion, role: spec.Role = "regular") -> Curve:
    """Return the curve that a criterion's content describes; in a penalty, deductions are what is taken off."""
    top, curve = criterion.max, criterion.curve
    if isinstance(curve, c.Deduction) and role == "penalty":
        return Charge(top, curve.each)
    match curve:
        case c.Linear() | c.CappedLinear() | c.LinearWithFloor() | c.CappedLinearWithFloor():
            full_at, floor = getattr(curve, "full_at", 1.0), getattr(curve, "floor", 0.0)
            return Proportional(top, full_at, floor, curve.percent_decimals)
        case c.StepCurve() | c.CountStep():
            levels = sorted((float(one.from_), one.points, getattr(one, "above", False)) for one in curve.levels)
            starts, awards, above = zip(*levels, strict=True)
            return Levels(starts, awards, above)
        case c.RankBand():
            ranks, awards = zip(*sorted((one.to, one.points) for one in curve.levels), strict=True)
            return Ranked(ranks, awards)
        case c.StepIncrement():
            return Increments(top, curve.start, curve.base, curve.step, curve.add)
        case c.RelativeToMean():
            return Sides(curve.at_or_above, curve.below)
        case c.Checklist():
            return Items(top, curve.each)
        case c.Boolean():
            return AllOrNothing(top)
        case c.Deduction():
            return Penalty(top, curve.each)
        case c.Survey() | c.SurveyWeighted():
            return Proportional(top)
        case _:
            # Cases, means of cases and sums are points already; what only informs has a maximum of 0.
            return Entered(top)
