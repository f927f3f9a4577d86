"""The evaluation of communes by Regulation 11-QĐ/TU: thresholds, bonus, penalties, by hand."""

import numpy as np
import pytest
from tests.conftest import knowledge

from cchc.model.columns import Columns
from cchc.model.scorecard import UnitScore
from cchc.model.units import UnitsTable
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.scorecards import scorecards

INDEX = "commune-qd11"
# Everything in full: 10 + 75.
FULL = {
    "commune.plan_days": 30, "direction.inspections_planned": 10, "direction.inspections_done": 3,
    "direction.inspection_findings": 4, "direction.inspection_findings_fixed": 4, "unit.reports_due": 6,
    "unit.reports_on_time": 6, "direction.initiatives_new": 2, "commune.board_tasks": 20,
    "commune.board_tasks_done": 20, "direction.assigned_total": 10, "direction.assigned_done_ontime": 10,
    "direction.assigned_done_late": 0, "unit.comments_requested": 2, "unit.comments_on_time": 2,
    "commune.digital_staff": 2, "commune.digital_staff_due": 2, "commune.science_staff": 1,
    "commune.science_staff_due": 1, "commune.courses_planned": 20, "commune.courses_held": 20,
    "commune.outreach": 100, "commune.news": 100, "finance.invest_plan": 100, "finance.invest_disbursed": 85,
    "commune.days_late": 0, "commune.tasks_failed": 0, "commune.reports_missing": 0, "commune.violations": 0,
    "commune.proposals": 0, "commune.press": 0,
}  # fmt: skip
ENTERED = {
    "II.1.3": 10.0, "II.4.1": 3.0, "II.7": 3.0, "IV.2": 0.0, "IV.3.1": 0.0, "IV.3.3": 0.0, "IV.3.4": 0.0, "IV.3.5": 0.0,
}  # fmt: skip


def _unit(pack: Pack, change: dict[str, float], entered: dict[str, float] | None = None) -> UnitScore:
    figures = Columns(1, {f: np.array([v], dtype=np.float64) for f, v in {**FULL, **change}.items()})
    judged = {code: np.array([points]) for code, points in {**ENTERED, **(entered or {})}.items()}
    table = UnitsTable("a.csv", ("a",), ("A",), ("commune",), figures, judgements=judged)
    return scorecards(ready_index(pack, pack.indices[INDEX], ScoreOptions()), table, knowledge(pack)).units[0]


def _points(unit: UnitScore, code: str) -> float | None:
    return next(c.points for c in unit.criteria if c.code == code)


def test_all_in_full_without_bonus(pack: Pack) -> None:
    unit = _unit(pack, {})
    assert (unit.points, unit.percent, unit.band) == (85, 85, "Tốt")


def test_bonus_counts_towards_a_hundred(pack: Pack) -> None:
    unit = _unit(pack, {"commune.proposals": 2, "commune.press": 5})
    assert (unit.points, unit.band) == (90, "Xuất sắc")  # 85 + 2 + 3


@pytest.mark.parametrize(
    ("figure", "value", "code", "points"),
    [
        ("commune.plan_days", 31, "I.1", 1.5),
        ("commune.plan_days", 61, "I.1", 0),
        ("direction.inspections_done", 2.5, "I.2.1", 0.5),  # 25%
        ("direction.inspections_done", 1, "I.2.1", 0.25),
        ("direction.inspections_done", 0, "I.2.1", 0),
        ("direction.initiatives_new", 1, "I.4", 1),
        ("commune.board_tasks_done", 18, "II.1.1", 8),  # 90%
        ("commune.board_tasks_done", 17, "II.1.1", 6),
        ("commune.board_tasks_done", 13, "II.1.1", 0),
        ("commune.courses_held", 17, "II.4.2", 4),  # 85%
        ("commune.courses_held", 12, "II.4.2", 3),  # 60%
        ("commune.courses_held", 11, "II.4.2", 2),
        ("commune.courses_held", 0, "II.4.2", 0),
        ("commune.courses_planned", 0, "II.4.2", 2),
        ("commune.outreach", 99, "II.5.1", 3),
        ("commune.news", 1, "II.5.2", 2),
        ("finance.invest_disbursed", 68, "II.6", 8),  # 68 / 85 x 10
        ("finance.invest_disbursed", 59, "II.6", 0),
    ],
)
def test_thresholds(pack: Pack, figure: str, value: float, code: str, points: float) -> None:
    assert _points(_unit(pack, {figure: value}), code) == points


@pytest.mark.parametrize(("days", "total"), [(0, 85), (1, 84), (2, 84), (3, 83), (4, 82), (5, 81)])
def test_lateness(pack: Pack, days: int, total: float) -> None:
    assert _unit(pack, {"commune.days_late": days}).points == total


def test_penalties_add_up_and_stop_at_zero(pack: Pack) -> None:
    faults = {"commune.tasks_failed": 3.0, "commune.reports_missing": 3.0, "commune.violations": 1.0}
    assert _unit(pack, faults).points == 79.5  # 85 - 3 - 1.5 - 1
    assert _unit(pack, {"commune.violations": 100}).points == 0


def test_no_fund_reduces_the_maximum(pack: Pack) -> None:
    unit = _unit(pack, {"finance.invest_plan": 0, "finance.invest_disbursed": 0})
    assert (unit.points, unit.applicable) == (75, 75)
