"""An index made ready to compute: its criteria with parsed formulas, rates and targets written out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula import tree as t
from cchc.formula.parse import Parser
from cchc.packs import curve_specs as c
from cchc.packs.indices import Criterion, Group, IndexDef
from cchc.scoring import measures as m
from cchc.scoring.curves import Curve, Proportional, curve_of
from cchc.scoring.measures import Measure, Scene

if TYPE_CHECKING:
    from cchc.model.columns import Values


@dataclass(frozen=True)
class Leaf:
    """One criterion: what is measured, the curve over it, and the conditions under which it counts.

    `domain` is the code of its field and `group` that of the group it stands in. `exact` gives its points where they
    are a plain share: `max * numerator / denominator`, which rounds once where `max * ratio` rounds twice.
    """

    criterion: Criterion
    domain: str
    group: str
    measure: Measure
    curve: Curve
    exact: t.Numeric | None
    otherwise: t.Numeric | None
    enough: t.Condition | None
    consistent: t.Condition | None
    not_applicable: t.Condition | None

    def figures(self) -> tuple[str, ...]:
        """Return the figures its points rest on, in reading order; those that tell whether it applies come last."""
        nodes = (*self.measure.nodes(), self.enough, self.consistent, self.not_applicable)
        return tuple(dict.fromkeys(name for node in nodes if node is not None for name in t.names(node)))

    def values(self, scene: Scene) -> "Values":
        """Return what the curve is applied to."""
        values = self.measure.values(scene)
        if self.otherwise is not None:
            values = np.where(np.isnan(values), scene.evaluator.number(self.otherwise), values)
        return values if self.enough is None else np.where(scene.evaluator.truth(self.enough).true, values, np.nan)

    def points(self, scene: Scene, values: "Values") -> "Values":
        """Return the points of `values`, those of the same scene."""
        if self.exact is None:
            return self.curve.points(values)
        return np.clip(scene.evaluator.number(self.exact), 0.0, self.criterion.max)


@dataclass(frozen=True)
class ReadyIndex:
    """An index with its leaves in file order; `conditions`: what a band asks for besides its points, by band."""

    index: IndexDef
    leaves: tuple[Leaf, ...]
    conditions: Mapping[str, tuple[t.Condition, ...]]

    @cached_property
    def round_at(self) -> Mapping[str, str | None]:
        """Where the points of a field are rounded, if it differs from the index."""
        return {domain.code: domain.round_at for domain in self.index.domains}


def make_ready(
    index: IndexDef, parser: Parser, rates: Mapping[str, t.Numeric], targets: Mapping[str, float]
) -> ReadyIndex:
    """Parse the formulas of a valid index.

    `rates`: tree per rate id, written out in place of `rate.<id>`, so that every criterion speaks of figures only.
    `targets`: value per target id at the scoring date (percent targets as fractions); others stay unknown.
    """
    terms: dict[str, t.Numeric] = {f"rate.{id_}": tree for id_, tree in rates.items()}
    terms |= {f"target.{id_}": t.Number(value) for id_, value in targets.items()}
    reader = _Reader(parser, terms)
    leaves = tuple(reader.leaf(leaf, domain, group) for domain in index.domains for group, leaf in _inside(domain))
    conditions = {band.id: tuple(map(reader.sure_condition, band.conditions)) for band in index.bands.levels}
    return ReadyIndex(index, leaves, conditions)


def _inside(group: Group) -> Iterator[tuple[str, Criterion]]:
    """Yield the criteria below a group, each with the code of the group it stands in."""
    for node in group.criteria:
        if isinstance(node, Group):
            yield from _inside(node)
        else:
            yield group.code, node


def _exact(measure: Measure, curve: Curve) -> t.Numeric | None:
    """Return the points of a plain share as one formula, if they are that."""
    if not isinstance(measure, m.Number) or not isinstance(measure.formula, t.Binary) or measure.formula.op != "/":
        return None
    if not isinstance(curve, Proportional) or curve != Proportional(curve.maximum):
        return None
    share = measure.formula
    return t.Binary("/", t.Binary("*", t.Number(curve.maximum), share.left), share.right)


@dataclass(frozen=True)
class _Reader:
    parser: Parser
    terms: Mapping[str, t.Numeric]

    def leaf(self, criterion: Criterion, domain: Group, group: str) -> Leaf:
        measure, curve = self.measure(criterion), curve_of(criterion, domain.role)
        otherwise = self.number(criterion.otherwise)
        return Leaf(
            criterion=criterion,
            domain=domain.code,
            group=group,
            measure=measure,
            curve=curve,
            exact=None if otherwise else _exact(measure, curve),
            otherwise=otherwise,
            enough=self.enough(criterion),
            consistent=self.condition(criterion.consistent),
            not_applicable=self.condition(criterion.not_applicable),
        )

    def measure(self, criterion: Criterion) -> Measure:
        curve, value = criterion.curve, criterion.value or ""
        match curve:
            case c.Judgement() | c.Ordinal():
                return m.Entry(criterion.code)
            case c.Boolean():
                return m.Truth(self.sure_condition(value))
            case c.Conditional():
                cases = tuple((self.sure_condition(case.when), case.points) for case in curve.cases)
                return m.FirstCase(cases, curve.otherwise)
            case c.PerCaseAverage():
                counts = tuple((self.sure_number(case.count), case.points) for case in curve.cases)
                return m.MeanOfCases(counts, self.sure_number(curve.of), curve.decimals)
            case c.CompositeSum():
                return m.SumOfParts(tuple((self.sure_number(p.value), p.times, p.cap) for p in curve.parts))
            case c.SurveyWeighted():
                answers = tuple((self.sure_number(a.count), a.weight) for a in curve.answers)
                return m.WeightedAnswers(answers, curve.least)
            case c.RelativeToMean():
                return m.AboveMean(self.sure_number(value), self.number(curve.mean))
            case _:
                return m.Number(self.sure_number(value))

    def enough(self, criterion: Criterion) -> t.Condition | None:
        if not isinstance(criterion.curve, c.Survey):
            return None
        return t.Compare(">=", self.sure_number(criterion.curve.responses), t.Number(float(criterion.curve.least)))

    def number(self, text: str | None) -> t.Numeric | None:
        return None if text is None else self.sure_number(text)

    def condition(self, text: str | None) -> t.Condition | None:
        return None if text is None else self.sure_condition(text)

    def sure_number(self, text: str) -> t.Numeric:
        return self._number(self.parser.number(text))

    def sure_condition(self, text: str) -> t.Condition:
        return self._condition(self.parser.condition(text))

    def _number(self, node: t.Numeric) -> t.Numeric:
        match node:
            case t.Name(name) if name in self.terms:
                return self._number(self.terms[name])
            case t.Negative(operand):
                return t.Negative(self._number(operand))
            case t.Binary(op, left, right):
                return t.Binary(op, self._number(left), self._number(right))
            case t.Call(function, args):
                return t.Call(function, tuple(map(self._number, args)))
            case _:
                return node

    def _condition(self, node: t.Condition) -> t.Condition:
        match node:
            case t.Compare(op, left, right):
                return t.Compare(op, self._number(left), self._number(right))
            case t.Matches(name, expected):
                return t.Matches(name, self._number(expected))
            case t.Not(operand):
                return t.Not(self._condition(operand))
            case t.And(items):
                return t.And(tuple(map(self._condition, items)))
            case t.Or(items):
                return t.Or(tuple(map(self._condition, items)))
            case _:
                return node
