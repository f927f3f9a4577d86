"""The step that wins points back: hand-made cases, and a check against trying every count."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.model.columns import Columns
from cchc.model.units import UnitsTable
from cchc.scoring.columns import score_columns
from cchc.scoring.steps import Steps, steps
from cchc.scoring.tree import ReadyIndex

Make = Callable[..., Any]
SAY = {"vi": "hoàn thành thêm {n} nhiệm vụ", "en": "finish {n} more tasks"}
DONE = {
    "max": 4,
    "curve": {"type": "linear_with_floor", "floor": "50%"},
    "value": "a.done / a.total",
    "consistent": "a.done <= a.total",
    "lever": {"change": {"a.done": 1}, "say": SAY},
}
LATE = {
    "max": 3,
    "curve": {"type": "deduction", "each": 1},
    "value": "a.late",
    "lever": {"change": {"a.late": -1}, "say": SAY},
}


def _steps(ready: ReadyIndex, table: UnitsTable) -> Steps:
    return steps(ready, table, score_columns(ready, table))["1.1"]


def test_the_smallest_number_that_wins_everything(ready_of: Make, table_of: Make) -> None:
    found = _steps(ready_of(DONE), table_of({"a.done": [9, 2, 10], "a.total": [10, 10, 10]}))
    assert found.counts.tolist() == [1, 8, 0]
    # 9 of 10 has 3.6 points; 2 of 10 is under the floor and has none.
    assert found.gains.tolist() == pytest.approx([0.4, 4, 0])


def test_a_capped_curve_needs_no_more_than_the_cap(ready_of: Make, table_of: Make) -> None:
    capped = {**DONE, "curve": {"type": "capped_linear", "full_at": "80%"}}
    found = _steps(ready_of(capped), table_of({"a.done": [10], "a.total": [142]}))
    # 80% of 142 is 113.6: 114 are needed, 104 more.
    assert found.counts.tolist() == [104]


def test_no_figure_becomes_negative(ready_of: Make, table_of: Make) -> None:
    found = _steps(ready_of(LATE), table_of({"a.late": [2, 0, 50]}))
    assert found.counts.tolist() == [2, 0, 50]
    assert found.gains.tolist() == [2, 0, 3]


def test_as_many_points_as_the_limit_allows(ready_of: Make, table_of: Make) -> None:
    both = {**LATE, "value": "a.late + b.done"}
    found = _steps(ready_of(both), table_of({"a.late": [1], "b.done": [1]}))
    assert (found.counts[0], found.gains[0]) == (1, 1)


def test_a_step_never_makes_figures_contradict_each_other(ready_of: Make, table_of: Make) -> None:
    levels = [{"from": 1, "points": 1}, {"from": 4, "points": 4}]
    mended = {**DONE, "curve": {"type": "count_step", "levels": levels}, "value": "a.done"}
    found = _steps(ready_of(mended), table_of({"a.done": [0, 0], "a.total": [3, 6]}))
    # Only 3 can be mended in the first unit: one wins the point there is to win.
    assert found.counts.tolist() == [1, 4]
    assert found.gains.tolist() == [1, 4]


def test_no_step_where_nothing_helps_or_nothing_is_known(ready_of: Make, table_of: Make) -> None:
    both = {**LATE, "value": "a.late + b.done"}
    found = _steps(ready_of(both), table_of({"a.late": [0, None], "b.done": [2, 1]}))
    assert found.counts.tolist() == [0, 0]


def test_a_criterion_without_lever_has_no_step(ready_of: Make, table_of: Make) -> None:
    ready = ready_of({"max": 1, "curve": {"type": "linear"}, "value": "a.done / a.total"})
    table = table_of({"a.done": [1], "a.total": [2]})
    assert steps(ready, table, score_columns(ready, table)) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(done=st.integers(0, 30), total=st.integers(1, 30), data=st.data())
def test_agrees_with_trying_every_count(
    done: int, total: int, data: st.DataObject, ready_of: Make, table_of: Make
) -> None:
    levels = [{"from": "90%", "points": 2}, {"from": "100%", "points": 4}]
    curves: list[dict[str, Any]] = [DONE["curve"], {"type": "step", "levels": levels}]  # type: ignore[list-item]
    ready = ready_of({**DONE, "curve": data.draw(st.sampled_from(curves))})
    table = table_of({"a.done": [min(done, total)], "a.total": [total]})
    tried = [_points_after(ready, table, k) for k in range(total - min(done, total) + 1)]
    expected = next(k for k, points in enumerate(tried) if points >= max(tried) - 1e-9)
    found = _steps(ready, table)
    assert found.counts[0] == expected
    assert found.gains[0] == pytest.approx(max(tried) - tried[0])


def _points_after(ready: ReadyIndex, table: UnitsTable, count: int) -> float:
    values = {**table.figures.values, "a.done": table.figures.values["a.done"] + count}
    moved = replace(table, figures=Columns(1, values))
    return float(np.nan_to_num(score_columns(ready, moved).points[0, 0]))
