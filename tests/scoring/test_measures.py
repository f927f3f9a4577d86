"""What curves are applied to: cases, means over dossiers, sums, answers, means of peers. Expectations by hand."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.scoring.columns import score_columns
from cchc.scoring.tree import ReadyIndex

Make = Callable[..., Any]
NAN = float("nan")


def points(ready: ReadyIndex, table: Any) -> list[float | None]:
    column = score_columns(ready, table).points[:, 0]
    return [None if np.isnan(value) else float(value) for value in column]


CASES = {
    "max": 2,
    "curve": {
        "type": "conditional",
        "cases": [{"when": "a.done >= 10 and a.late == 0", "points": 2}, {"when": "a.done >= 5", "points": 1}],
    },
}


@pytest.mark.parametrize(
    ("done", "late", "expected"),
    [
        (10, 0, 2),
        (10, 1, 1),
        (5, 0, 1),
        (4, 0, 0),
        (4, None, 0),  # neither case can hold, whatever the lateness
        (10, None, None),  # 2 or 1
        (7, None, 1),  # the first case cannot hold
        (None, 3, None),  # 1 or 0
    ],
)
def test_the_first_case_that_holds(
    done: float | None, late: float | None, expected: float | None, ready_of: Make, table_of: Make
) -> None:
    assert points(ready_of(CASES), table_of({"a.done": [done], "a.late": [late]})) == [expected]


MEAN = {
    "max": 2,
    "curve": {
        "type": "per_case_average",
        "cases": [{"count": "a.done", "points": 2}, {"count": "a.ideas", "points": 1}],
        "of": "a.total",
        "decimals": 1,
    },
}


@pytest.mark.parametrize(
    ("early", "on_time", "all_", "expected"),
    [
        (319, 3, 322, 2.0),  # (638 + 3) / 322 = 1.9907
        (100, 100, 300, 1.0),
        (1, 1, 2, 1.5),
        (0, 1, 4, 0.3),  # 0.25 goes up
        (3, 3, 5, None),  # more cases than dossiers
        (0, 0, 0, None),
        (None, 3, 5, None),
    ],
)
def test_the_mean_over_dossiers(
    early: float | None, on_time: float, all_: float, expected: float | None, ready_of: Make, table_of: Make
) -> None:
    table = table_of({"a.done": [early], "a.ideas": [on_time], "a.total": [all_]})
    assert points(ready_of(MEAN), table) == [expected]


def test_a_sum_of_parts_caps_each(ready_of: Make, table_of: Make) -> None:
    parts = [{"value": "a.done / a.total", "times": 6}, {"value": "b.done / b.total", "times": 2.5, "cap": 2}]
    leaf = {"max": 8, "curve": {"type": "composite_sum", "parts": parts}}
    figures = {"a.done": [1, 4, 1], "a.total": [4, 4, 4], "b.done": [1, 9, 1], "b.total": [5, 10, 0]}
    assert points(ready_of(leaf), table_of(figures)) == [1.5 + 0.5, 8, None]


def test_answers_are_weighted(ready_of: Make, table_of: Make) -> None:
    answers = [
        {"count": "a.done", "weight": "100%"},
        {"count": "a.late", "weight": "60%"},
        {"count": "a.ideas", "weight": 0},
    ]
    leaf = {"max": 10, "curve": {"type": "survey_weighted", "answers": answers, "least": 30}}
    figures = {"a.done": [20, 20], "a.late": [10, 5], "a.ideas": [10, 4]}
    # (20 + 6) / 40 = 65%; 29 answers are too few.
    assert points(ready_of(leaf), table_of(figures)) == [6.5, None]


def test_the_mean_is_that_of_the_units_ranked_together(ready_of: Make, table_of: Make) -> None:
    leaf = {"max": 2, "curve": {"type": "relative_to_mean", "at_or_above": 2, "below": 0.5}, "value": "a.done"}
    ready = ready_of(leaf, kinds=["room", "department"], together=[])
    figures, kinds = {"a.done": [10, 20, 30, 7]}, ["room", "room", "room", "department"]
    assert points(ready, table_of(figures, kinds)) == [0.5, 2, 2, 2]
    assert points(ready, table_of({"a.done": [10, 20, None, 7]}, kinds)) == [None, None, None, 2]


def test_a_mean_may_be_given(ready_of: Make, table_of: Make) -> None:
    curve = {"type": "relative_to_mean", "at_or_above": 2, "below": 0, "mean": "a.total"}
    ready = ready_of({"max": 2, "curve": curve, "value": "a.done"})
    assert points(ready, table_of({"a.done": [5, 4], "a.total": [5, 5]})) == [2, 0]


def test_what_stands_in_for_an_unknown_value(ready_of: Make, table_of: Make) -> None:
    leaf = {"max": 4, "curve": {"type": "linear"}, "value": "a.done / a.total", "otherwise": "a.late / 12"}
    figures = {"a.done": [1, None, None], "a.total": [2, 2, 2], "a.late": [6, 6, None]}
    assert points(ready_of(leaf), table_of(figures)) == [2, 2, None]


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_plain_share_rounds_once(done: int, total: int) -> None:
    from cchc.scoring.curves import Proportional

    assert abs(Proportional(6).points(np.array([done / total]))[0] - min(6.0, 6 * done / total)) < 1e-12
