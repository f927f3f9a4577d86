"""An index made ready to compute: its criteria with parsed formulas, rates and targets written out."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc.formula import tree as t
from cchc.formula.parse import Parser
from cchc.packs.indices import Criterion, IndexDef, Survey
from cchc.scoring.curves import Curve, curve_of


@dataclass(frozen=True)
class Leaf:
    """One criterion. Exactly one of `number` and `condition` is set, none for a judgement."""

    criterion: Criterion
    domain: str
    curve: Curve
    number: t.Numeric | None
    condition: t.Condition | None
    enough: t.Condition | None
    consistent: t.Condition | None
    not_applicable: t.Condition | None

    def figures(self) -> tuple[str, ...]:
        """Return the figures its points rest on, in reading order; those that tell whether it applies come last."""
        nodes = (self.number, self.condition, self.enough, self.consistent, self.not_applicable)
        return tuple(dict.fromkeys(name for node in nodes if node is not None for name in t.names(node)))


@dataclass(frozen=True)
class ReadyIndex:
    """An index with its leaves in file order."""

    index: IndexDef
    leaves: tuple[Leaf, ...]


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
    leaves = tuple(reader.leaf(leaf, domain.code) for domain in index.domains for leaf in domain.leaves())
    return ReadyIndex(index, leaves)


@dataclass(frozen=True)
class _Reader:
    parser: Parser
    terms: Mapping[str, t.Numeric]

    def leaf(self, criterion: Criterion, domain: str) -> Leaf:
        boolean = criterion.curve.type == "boolean"
        return Leaf(
            criterion=criterion,
            domain=domain,
            curve=curve_of(criterion),
            number=None if boolean else self.number(criterion.value),
            condition=self.condition(criterion.value) if boolean else None,
            enough=self.enough(criterion),
            consistent=self.condition(criterion.consistent),
            not_applicable=self.condition(criterion.not_applicable),
        )

    def enough(self, criterion: Criterion) -> t.Condition | None:
        if not isinstance(criterion.curve, Survey):
            return None
        answers = self.number(criterion.curve.responses)
        return t.Compare(">=", answers, t.Number(float(criterion.curve.least))) if answers else None

    def number(self, text: str | None) -> t.Numeric | None:
        return None if text is None else self._number(self.parser.number(text))

    def condition(self, text: str | None) -> t.Condition | None:
        return None if text is None else self._condition(self.parser.condition(text))

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
