"""Measures: what the curve of a criterion is applied to, for all units at once. NaN is unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.scoring.rounding import round_half_away

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Values

    Groups = NDArray[np.int64]


@dataclass(frozen=True)
class Scene:
    """What measures look at: the figures, the points people entered, and who is ranked with whom."""

    evaluator: Evaluator
    entered: "Mapping[str, Values]"
    groups: "Groups"


class Measure(Protocol):
    """Gives the value of a criterion."""

    def values(self, scene: Scene) -> "Values":
        """Return the value of each unit, NaN where it cannot be known."""

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the formulas it is made of, in reading order."""


@dataclass(frozen=True)
class Number:
    """The value of a formula."""

    formula: t.Numeric

    def values(self, scene: Scene) -> "Values":
        """Return the number of each unit."""
        return scene.evaluator.number(self.formula)

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the formula."""
        return (self.formula,)


@dataclass(frozen=True)
class Truth:
    """1 where a condition holds, 0 where it does not."""

    condition: t.Condition

    def values(self, scene: Scene) -> "Values":
        """Return the truth for each unit."""
        truth = scene.evaluator.truth(self.condition)
        return np.where(truth.true, 1.0, np.where(truth.false, 0.0, np.nan))

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the condition."""
        return (self.condition,)


@dataclass(frozen=True)
class Entry:
    """Points that a person entered for a criterion."""

    code: str

    def values(self, scene: Scene) -> "Values":
        """Return the entered points."""
        return scene.entered.get(self.code, np.full(scene.groups.size, np.nan))

    def nodes(self) -> tuple[t.Node, ...]:
        """Return nothing: no figure is behind it."""
        return ()


@dataclass(frozen=True)
class FirstCase:
    """Points of the first condition that holds, else `otherwise`; unknown while points still hang on what is unknown."""

    cases: tuple[tuple[t.Condition, float], ...]
    otherwise: float

    def values(self, scene: Scene) -> "Values":
        """Return the points, where every outcome that is still possible gives the same."""
        open_ = np.ones(scene.groups.size, dtype=np.bool_)
        low, high = np.full(open_.size, np.inf), np.full(open_.size, -np.inf)
        for condition, points in self.cases:
            truth = scene.evaluator.truth(condition)
            possible = open_ & ~truth.false
            low, high = (
                np.where(possible, np.minimum(low, points), low),
                np.where(possible, np.maximum(high, points), high),
            )
            open_ &= ~truth.true
        low = np.where(open_, np.minimum(low, self.otherwise), low)
        high = np.where(open_, np.maximum(high, self.otherwise), high)
        return np.where(low == high, low, np.nan)

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the conditions."""
        return tuple(condition for condition, _ in self.cases)


@dataclass(frozen=True)
class MeanOfCases:
    """Points of single dossiers, averaged over all of them; unknown where the cases are more than all."""

    cases: tuple[tuple[t.Numeric, float], ...]
    of: t.Numeric
    decimals: int | None

    def values(self, scene: Scene) -> "Values":
        """Return the mean points of each unit."""
        counts = [scene.evaluator.number(count) for count, _ in self.cases]
        everything = scene.evaluator.number(self.of)
        earned = np.sum([points * count for count, (_, points) in zip(counts, self.cases, strict=True)], axis=0)
        fits = (np.sum(counts, axis=0) <= everything) & (everything > 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = np.where(fits, earned / everything, np.nan)
        return mean if self.decimals is None else round_half_away(mean, self.decimals)

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the counts, then what they are counted among."""
        return (*(count for count, _ in self.cases), self.of)


@dataclass(frozen=True)
class SumOfParts:
    """Parts added up, each with its factor and cap."""

    parts: tuple[tuple[t.Numeric, float, float | None], ...]

    def values(self, scene: Scene) -> "Values":
        """Return the sum of each unit."""
        terms = []
        for formula, times, cap in self.parts:
            term = times * scene.evaluator.number(formula)
            terms.append(term if cap is None else np.minimum(term, cap))
        total: Values = np.sum(terms, axis=0)
        return total

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the formula of each part."""
        return tuple(formula for formula, _, _ in self.parts)


@dataclass(frozen=True)
class WeightedAnswers:
    """Answers to a survey, weighted, over all answers; unknown where they are too few."""

    answers: tuple[tuple[t.Numeric, float], ...]
    least: int

    def values(self, scene: Scene) -> "Values":
        """Return the share of satisfaction, a fraction."""
        counts = [scene.evaluator.number(count) for count, _ in self.answers]
        given: Values = np.sum(counts, axis=0)
        weighted = np.sum([weight * count for count, (_, weight) in zip(counts, self.answers, strict=True)], axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(given >= self.least, weighted / given, np.nan)

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the counts of answers."""
        return tuple(count for count, _ in self.answers)


@dataclass(frozen=True)
class AboveMean:
    """1 where a number is at or above the mean, 0 where it is below.

    Without a formula for the mean it is that of the units ranked together, and unknown while one of them is.
    """

    number: t.Numeric
    mean: t.Numeric | None

    def values(self, scene: Scene) -> "Values":
        """Return which side of the mean each unit is on."""
        own = scene.evaluator.number(self.number)
        mean = scene.evaluator.number(self.mean) if self.mean else _means(own, scene.groups)
        return np.where(np.isnan(own) | np.isnan(mean), np.nan, np.where(own >= mean - 1e-12, 1.0, 0.0))

    def nodes(self) -> tuple[t.Node, ...]:
        """Return the number and the mean it is held against."""
        return (self.number,) if self.mean is None else (self.number, self.mean)


def _means(values: "Values", groups: "Groups") -> "Values":
    result = np.full(values.size, np.nan)
    for group in np.unique(groups):
        result[groups == group] = values[groups == group].mean()
    return result
