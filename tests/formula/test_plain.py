"""The plain shape of a condition says the same of every complete report."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.formula.parse import Parser
from cchc.formula.plain import plain
from cchc.model.columns import Columns

NAMES = ("a", "b", "c")
PARSER = Parser(dict.fromkeys(NAMES, "number"))
TEXTS = [
    "known(a, b) <= c and (known(a, b) == c or a + b == c)",
    "implies(given(a), a <= b)",
    "not (a < 0 or ceil(a) != a or (given(b) and b < 0))",
    "(given(a) and a > 0) or (not given(a) and a > c)",
    "not given(a) or a == 0",
    "not (given(a) and a > b)",
    "(a == 1 or b == 1) and (given(c) or not given(a))",
]
conditions = st.recursive(
    st.sampled_from([PARSER.condition(text) for text in TEXTS]),
    lambda inner: st.one_of(
        inner.map(t.Not),
        st.tuples(inner, inner).map(t.And),
        st.tuples(inner, inner).map(t.Or),
    ),
    max_leaves=4,
)


@given(conditions, st.tuples(*[st.integers(-2, 3)] * 3))
def test_a_complete_report_is_told_the_truth(condition: t.Condition, values: tuple[int, ...]) -> None:
    columns = Columns(1, {name: np.array([float(v)]) for name, v in zip(NAMES, values, strict=True)}, {}, {})
    evaluator = Evaluator(columns)
    assert bool(evaluator.truth(plain(condition)).true[0]) == bool(evaluator.truth(condition).true[0])
