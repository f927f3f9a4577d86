"""Lateness costs what the index says; where it is not known nothing is taken off and the units are named."""

from dataclasses import replace
from typing import Any

import numpy as np
from tests.scoring.conftest import MakeReady, MakeTable

from cchc.model.units import UnitsTable
from cchc.scoring.lateness import late_notes, points_off

DONE: dict[str, Any] = {"max": 10, "curve": {"type": "linear"}, "value": "a.done / a.total"}
LATE = {"each": 1, "most": 3, "basis": "unsourced", "source": {"act": "here"}}


def table(table_of: MakeTable) -> UnitsTable:
    made = table_of({"a.done": [9, 9, 9, 9], "a.total": [10, 10, 10, 10]}, kinds=["room"] * 4)
    return replace(made, days_late=np.array([0.0, 2.0, 9.0, np.nan]))


def test_a_day_costs_points_up_to_the_most_and_an_unknown_day_none(ready_of: MakeReady, table_of: MakeTable) -> None:
    ready = ready_of(DONE, late=LATE)
    assert points_off(ready, table(table_of)).tolist() == [0, 2, 3, 0]
    assert list(late_notes(ready, table(table_of), "vi")) == [
        "Chưa biết tự chấm có nộp muộn hay không nên chưa trừ điểm: Phòng 3"
    ]


def test_nothing_is_said_where_the_index_has_no_rule_or_the_table_no_dates(
    ready_of: MakeReady, table_of: MakeTable
) -> None:
    assert list(late_notes(ready_of(DONE), table(table_of), "vi")) == []
    silent = replace(table(table_of), days_late=None)
    assert list(late_notes(ready_of(DONE, late=LATE), silent, "vi")) == []
    assert points_off(ready_of(DONE, late=LATE), silent).tolist() == [0, 0, 0, 0]
