"""Columns against a slow, obvious evaluation of one row with None for unknown."""

import math
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.formula.parse import Parser
from cchc.model.columns import Columns

NAMES = ("a.x", "a.y", "a.z")
FLAGS = ("f.g", "f.h")
Row = Mapping[str, float | None]


def slow_number(node: t.Numeric, row: Row) -> float | None:
    match node:
        case t.Number(value):
            return value
        case t.Name(name):
            return row[name]
        case t.Negative(operand):
            inner = slow_number(operand, row)
            return None if inner is None else -inner
        case t.Binary(op, left, right):
            return slow_arithmetic(op, slow_number(left, row), slow_number(right, row))
        case t.Call(function, args):
            return slow_call(function, [slow_number(a, row) for a in args])


def slow_arithmetic(op: str, a: float | None, b: float | None) -> float | None:
    if a is None or b is None or (op == "/" and b == 0):
        return None
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[op]()


def slow_call(function: str, args: list[float | None]) -> float | None:
    given_ones = [a for a in args if a is not None]
    if function == "known":
        return sum(given_ones) if given_ones else None
    if len(given_ones) < len(args):
        return None
    return {"min": min, "max": max}[function](given_ones) if function in ("min", "max") else abs(given_ones[0])


def slow_truth(node: t.Condition, row: Row) -> bool | None:
    match node:
        case t.Compare(op, left, right):
            a, b = slow_number(left, row), slow_number(right, row)
            if a is None or b is None:
                return None
            same = abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
            return {"==": same, "!=": not same, "<": a < b and not same, "<=": a < b or same,
                    ">": a > b and not same, ">=": a > b or same}[op]  # fmt: skip
        case t.Flag(name):
            return None if row[name] is None else row[name] == 1
        case t.Given(name):
            return row[name] is not None
        case t.Not(operand):
            inner = slow_truth(operand, row)
            return None if inner is None else not inner
        case t.And(items):
            values = [slow_truth(i, row) for i in items]
            return False if False in values else None if None in values else True
        case t.Or(items):
            values = [slow_truth(i, row) for i in items]
            return True if True in values else None if None in values else False
        case t.Matches():
            raise AssertionError("not generated")


numbers = st.recursive(
    st.builds(t.Number, st.integers(0, 5).map(float)) | st.builds(t.Name, st.sampled_from(NAMES)),
    lambda inner: (
        st.builds(t.Binary, st.sampled_from(["+", "-", "*", "/"]), inner, inner)
        | st.builds(t.Negative, inner)
        | st.builds(t.Call, st.sampled_from(["known", "min", "max"]), st.tuples(inner, inner))
        | st.builds(t.Call, st.just("abs"), st.tuples(inner))
    ),
    max_leaves=6,
)
conditions = st.recursive(
    st.builds(t.Compare, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers, numbers)
    | st.builds(t.Flag, st.sampled_from(FLAGS))
    | st.builds(t.Given, st.sampled_from(NAMES)),
    lambda inner: (
        st.builds(t.Not, inner)
        | st.builds(t.And, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(t.Or, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=6,
)
rows = st.fixed_dictionaries(
    {n: st.none() | st.integers(-5, 5).map(float) for n in NAMES}
    | {f: st.sampled_from([None, 0.0, 1.0]) for f in FLAGS}
)


def columns_of(batch: list[dict[str, float | None]]) -> Columns:
    names = (*NAMES, *FLAGS)
    values = {n: np.array([math.nan if r[n] is None else r[n] for r in batch], dtype=float) for n in names}
    return Columns(len(batch), values)


@given(conditions, st.lists(rows, min_size=1, max_size=5))
def test_columns_equal_the_obvious_row_by_row_evaluation(
    node: t.Condition, batch: list[dict[str, float | None]]
) -> None:
    truth = Evaluator(columns_of(batch)).truth(node)
    assert not (truth.true & truth.false).any()
    for i, row in enumerate(batch):
        expected = slow_truth(node, row)
        assert (truth.true[i], truth.false[i]) == (expected is True, expected is False)


def value(text: str, **row: float) -> float:
    parser = Parser(dict.fromkeys(row, "number"))
    return float(Evaluator(Columns(1, {k: np.array([v]) for k, v in row.items()})).number(parser.number(text))[0])


def test_rounding_up_asks_for_no_service_too_many() -> None:
    assert value("ceil(0.9 * n)", n=10) == 9
    assert value("ceil(0.9 * n)", n=141) == 127


def test_a_zero_denominator_is_unknown() -> None:
    assert math.isnan(value("n / d", n=5, d=0))


@pytest.mark.parametrize(
    ("stated", "half", "numerator", "denominator", "agrees"),
    [(0.13, 0.005, 18, 141, True), (0.1277, 0.00005, 18, 141, True), (0.128, 0.0005, 18, 141, True),
     (0.12, 0.005, 18, 141, False), (1.0, 0.005, 226, 325, False), (0.125, 0.0005, 1, 8, True), (0.13, 0.005, 1, 8, True), (0.12, 0.005, 1, 8, True)],
)  # fmt: skip
def test_a_stated_percent_agrees_within_half_of_its_last_digit(
    stated: float, half: float, numerator: int, denominator: int, agrees: bool
) -> None:
    parser = Parser({"p.r": "percent"})
    columns = Columns(1, {"p.r": np.array([stated])}, half_unit={"p.r": np.array([half])})
    truth = Evaluator(columns).truth(parser.condition(f"matches(p.r, {numerator}/{denominator})"))
    assert bool(truth.true[0]) is agrees
    assert bool(truth.false[0]) is not agrees


def test_money_adds_up_in_spite_of_binary_fractions() -> None:
    parser = Parser({"a": "number", "b": "number", "c": "number"})
    columns = Columns(1, {"a": np.array([0.1]), "b": np.array([0.2]), "c": np.array([0.3])})
    assert Evaluator(columns).truth(parser.condition("a + b == c")).true[0]


def test_a_figure_stated_but_not_usable_is_given_and_unknown() -> None:
    parser = Parser({"a": "number"})
    evaluator = Evaluator(Columns(1, {"a": np.array([math.nan])}, {"a": np.array([True])}))
    assert evaluator.truth(parser.condition("given(a)")).true[0]
    unknown = evaluator.truth(parser.condition("a == 1"))
    assert not unknown.true[0]
    assert not unknown.false[0]
