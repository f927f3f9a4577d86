"""The pure-Python formulation: a closure for each node of a tree, or one function generated from all of them."""

import operator
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
from benchmarks.engines.engine import Engine, Result
from benchmarks.engines.translate import Language, short

from cchc.formula import tree as t
from cchc.model.outcome import FAIL, PASS, UNKNOWN

if TYPE_CHECKING:
    from benchmarks.engines.workload import Data, Workload

_NAN = float("nan")
_PYTHON = Language(divide="({l} / {r} if {r} else nan)", not_equal="({l} < {r} or {l} > {r})")
_VALUES = {"pass": PASS, "fail": FAIL}
_OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul,
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
Report = dict[str, float]
Told = tuple[Sequence[int], Sequence[bool], float]
"""Outcomes, conclusions and index of one report."""


def atom_text(work: "Workload", atom: str, outcome: str = "c[{}]", held: str = "k{}") -> str:
    """Return the Python test of an atom over outcomes `c` and conclusions `k0`, `k1`..."""
    if atom in work.conclusions:
        return held.format(work.conclusions.index(atom))
    code, _, value = atom.partition(".")
    return f"{outcome.format(work.codes.index(code))} == {_VALUES[value]}"


def _concluding(work: "Workload", outcome: str) -> Iterator[str]:
    for n, (_, bodies) in enumerate(work.ways):
        ways = (" and ".join(atom_text(work, atom, outcome) for atom in body) for body in bodies)
        yield f"k{n} = {' or '.join(ways)}"


def finishing(work: "Workload") -> Callable[[Sequence[int]], Told]:
    """Return what makes conclusions and index of outcomes: for engines that Python is quicker than in this."""
    lines = ["def finish(c):", *_concluding(work, "c[{}]"), "p = s = 0", "for w, o in zip(weights, c):"]
    loop = [f"  if o != {UNKNOWN}:", "    s += w", f"    if o == {PASS}: p += w"]
    held = ", ".join(f"k{n}" for n in range(len(work.conclusions)))
    end = f"return c, ({held}), 100 * p / s if s else nan"
    made: Callable[[Sequence[int]], Told] = _defined([*lines, *loop, end], "finish", weights=work.weights)
    return made


def _defined(lines: Sequence[str], name: str, **given: Any) -> Any:
    scope = {"nan": _NAN, **given}
    exec(lines[0] + "\n " + "\n ".join(lines[1:]), scope)
    return scope[name]


class ByRow(Engine):
    """An engine that makes a tuple of each report."""

    by_row = True

    def take(self, data: "Data") -> list[Report]:
        """Return dicts, NaN where a figure is missing: Python compares it as false with everything."""
        names = [short(name) for name in data.columns]
        rows = zip(*(column.tolist() for column in data.columns.values()), strict=True)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def result(self, native: list[Told]) -> Result:
        """Return the tuples as arrays."""
        codes, held, index = zip(*native, strict=True)
        return Result(np.array(codes, np.int8), np.array(held, bool), np.array(index, float))


class Generated(ByRow):
    """One function with a line for each check, compiled by Python."""

    name = "Python, sinh mã"

    def load(self, work: "Workload") -> None:
        """Write the function."""
        lines = ["def run(row):", *(f"{short(name)} = row[{short(name)!r}]" for name in work.figures), "p = s = 0"]
        for n, (tree, weight) in enumerate(zip(work.trees, work.weights, strict=True)):
            true, false = _PYTHON.pair(tree)
            lines += [f"if {true}: c{n} = {PASS}; p += {weight}; s += {weight}"]
            lines += [f"elif {false}: c{n} = {FAIL}; s += {weight}", f"else: c{n} = {UNKNOWN}"]
        codes = ", ".join(f"c{n}" for n in range(len(work.trees)))
        held = ", ".join(f"k{n}" for n in range(len(work.conclusions)))
        end = f"return ({codes}), ({held}), 100 * p / s if s else nan"
        self._one: Callable[[Report], Told] = _defined([*lines, *_concluding(work, "c{}"), end], "run")

    def run(self, taken: list[Report]) -> list[Told]:
        """Call it for each report."""
        return [self._one(row) for row in taken]


class Closures(ByRow):
    """A closure for each node."""

    name = "Python, hàm lồng"

    def load(self, work: "Workload") -> None:
        """Make the closures."""
        self._checks = [_truth(tree) for tree in work.trees]
        self._finish = finishing(work)

    def run(self, taken: list[Report]) -> list[Told]:
        """Call them for each report."""
        return [self._finish([check(row) for check in self._checks]) for row in taken]


def _number(node: t.Numeric) -> Callable[[Report], float]:
    match node:
        case t.Number(value):
            return lambda _: value
        case t.Name(name):
            return operator.itemgetter(short(name))
        case t.Binary("/", left, right):
            return _divided(_number(left), _number(right))
        case t.Binary(op, left, right):
            return _applied(_OPERATORS[op], _number(left), _number(right))
    raise NotImplementedError(f"not in the workload: {node}")


def _divided(left: Callable[[Report], float], right: Callable[[Report], float]) -> Callable[[Report], float]:
    return lambda row: left(row) / divisor if (divisor := right(row)) else _NAN


def _applied(
    op: Callable[[float, float], float], left: Callable[[Report], float], right: Callable[[Report], float]
) -> Callable[[Report], float]:
    return lambda row: op(left(row), right(row))


def _truth(node: t.Condition) -> Callable[[Report], int]:
    match node:
        case t.Compare(op, left, right):
            return _compared(_OPERATORS[op], _number(left), _number(right))
        case t.And(items):
            return reduce(_both, map(_truth, items))
        case t.Or(items):
            return reduce(_either, map(_truth, items))
    raise NotImplementedError(f"not in the workload: {node}")


def _compared(
    op: Callable[[float, float], bool], left: Callable[[Report], float], right: Callable[[Report], float]
) -> Callable[[Report], int]:
    def told(row: Report) -> int:
        one, other = left(row), right(row)
        if op(one, other):
            return PASS
        # Adding is the quickest way to ask whether one of them is NaN.
        return UNKNOWN if isnan(one + other) else FAIL

    return told


def _both(left: Callable[[Report], int], right: Callable[[Report], int]) -> Callable[[Report], int]:
    def one(row: Report) -> int:
        a = left(row)
        if a == FAIL:
            return FAIL
        b = right(row)
        return FAIL if b == FAIL else max(a, b)

    return one


def _either(left: Callable[[Report], int], right: Callable[[Report], int]) -> Callable[[Report], int]:
    def one(row: Report) -> int:
        a = left(row)
        if a == PASS:
            return PASS
        b = right(row)
        return PASS if b == PASS else max(a, b)

    return one
