"""Evaluate formulas over columns, three-valued: a value not known is NaN, a condition has a true and a false mask."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula import tree as t
from cchc.model.columns import Columns

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

# Sums of money carry decimals: equality is taken within a relative 1e-9, which no count of dossiers reaches.
_CLOSE = 1e-9


@dataclass(frozen=True)
class Truth:
    """A condition over a batch: where it is known true, where it is known false, elsewhere unknown."""

    true: "Mask"
    false: "Mask"


class Evaluator:
    """Evaluates trees over one batch; a name that has no column is unknown everywhere."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._missing = np.full(columns.size, np.nan)

    def number(self, node: t.Numeric) -> "Values":
        """Return the value per row, NaN where it is not known."""
        match node:
            case t.Number(value):
                return np.full(self._columns.size, value)
            case t.Name(name):
                return self._columns.values.get(name, self._missing)
            case t.Negative(operand):
                return -self.number(operand)
            case t.Binary(op, left, right):
                return _arithmetic(op, self.number(left), self.number(right))
            case t.Call("known", args):
                return self._known(args)
            case t.Call(function, args):
                return _call(function, [self.number(arg) for arg in args])

    def truth(self, node: t.Condition) -> Truth:
        """Return where the condition is true and where it is false."""
        match node:
            case t.Compare(op, left, right):
                return _compare(op, self.number(left), self.number(right))
            case t.Flag(name):
                value = self._columns.values.get(name, self._missing)
                return Truth(value == 1, value == 0)
            case t.Given(name):
                stated = self.stated(name)
                return Truth(stated, ~stated)
            case t.Matches(name, expected):
                return self._matches(name, expected)
            case t.Not(operand):
                inner = self.truth(operand)
                return Truth(inner.false, inner.true)
            case t.And(items):
                parts = [self.truth(item) for item in items]
                return Truth(_all([p.true for p in parts]), _any([p.false for p in parts]))
            case t.Or(items):
                parts = [self.truth(item) for item in items]
                return Truth(_any([p.true for p in parts]), _all([p.false for p in parts]))

    def stated(self, name: str) -> "Mask":
        """Return where a name is stated, usable or not."""
        stated = self._columns.stated.get(name)
        return ~np.isnan(self._columns.values.get(name, self._missing)) if stated is None else stated

    def _known(self, args: tuple[t.Numeric, ...]) -> "Values":
        """Sum what is given. Something stated but not usable is not the same as something left out: then unknown."""
        values = np.stack([self.number(arg) for arg in args])
        missing = np.isnan(values)
        unusable = np.stack(
            [self.stated(a.id) if isinstance(a, t.Name) else np.zeros(self._columns.size, bool) for a in args]
        )
        total = np.where(missing.all(axis=0), np.nan, np.nansum(values, axis=0))
        return np.where((unusable & missing).any(axis=0), np.nan, total)

    def _matches(self, name: str, expected: t.Numeric) -> Truth:
        stated = self._columns.values.get(name, self._missing)
        gap = np.abs(stated - self.number(expected))
        allowed = self._columns.half_unit.get(name, np.zeros(self._columns.size)) + _CLOSE
        return Truth(gap <= allowed, gap > allowed)


def _arithmetic(op: t.Arithmetic, left: "Values", right: "Values") -> "Values":
    if op == "+":
        return left + right
    if op == "-":
        return left - right
    if op == "*":
        return left * right
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(right == 0, np.nan, left / right)


def _call(function: t.Function, args: "list[Values]") -> "Values":
    match function:
        case "min":
            return _reduced(np.minimum, args)
        case "max":
            return _reduced(np.maximum, args)
        case "abs":
            return np.abs(args[0])
        case "ceil":
            # 0.9 * 10 is 9.000000000000002 in binary: without the margin one service too many would be asked for.
            return np.ceil(args[0] - _CLOSE)
        case "known":
            raise AssertionError("needs to know what is stated: Evaluator._known")


def _reduced(function: np.ufunc, args: "list[Values]") -> "Values":
    result: Values = function.reduce(args)
    return result


def _compare(op: t.Comparison, left: "Values", right: "Values") -> Truth:
    gap = left - right
    close = np.abs(gap) <= _CLOSE * np.maximum(1.0, np.maximum(np.abs(left), np.abs(right)))
    above, below = (gap > 0) & ~close, (gap < 0) & ~close
    match op:
        case "==":
            return Truth(close, above | below)
        case "!=":
            return Truth(above | below, close)
        case "<":
            return Truth(below, above | close)
        case "<=":
            return Truth(below | close, above)
        case ">":
            return Truth(above, below | close)
        case ">=":
            return Truth(above | close, below)


def _all(masks: "list[Mask]") -> "Mask":
    result: Mask = np.logical_and.reduce(masks)
    return result


def _any(masks: "list[Mask]") -> "Mask":
    result: Mask = np.logical_or.reduce(masks)
    return result
