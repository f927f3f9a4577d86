"""The form for heads of agencies of Hải Phòng: bands, targets that were not assigned, by hand."""

import numpy as np
import pytest
from tests.conftest import knowledge

from cchc.model.columns import Columns
from cchc.model.scorecard import UnitScore
from cchc.model.units import UnitsTable
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.banding import band_positions
from cchc.scoring.scorecards import scorecards

INDEX = "head-hai-phong"
# The form in full but for II.1 and II.2, which make up to 10: 20 + 20 + 30 + 20.
FULL = {
    "head.plan_tasks": 10, "head.plan_done": 10, "head.plan_quality": 10, "head.plan_on_time": 10,
    "direction.assigned_total": 10, "direction.assigned_done_ontime": 10, "direction.assigned_done_late": 0,
    "head.assigned_quality": 10, "head.exceeded": 10, "head.par_index": 90, "head.par_index_mean": 90,
    "head.area_due": 100, "head.area_cleared": 95, "finance.invest_plan": 100, "finance.invest_disbursed": 95,
    "head.disbursement_target": 0.95, "head.land_violations": 0, "head.digital_due": 4, "head.digital_on_time": 4,
    "head.units": 10, "head.units_done": 10, "head.units_good": 7, "head.disciplined": 0,
}  # fmt: skip
COMMON = {"I.1": 5.0, "I.2": 5.0, "I.3": 5.0, "I.4": 5.0}
ENTERED = {**COMMON, "II.1": 0.0, "II.2": 0.0, "II.5.1b": 2.0, "II.5.1c": 1.0, "II.5.2c": 2.5, "II.5.2e": 2.5}
NOT_ASSIGNED = ("II.5.1c", "II.5.2a", "II.5.2b", "II.5.2c", "II.5.2d", "II.5.2e", "II.5.2g")


def _unit(pack: Pack, change: dict[str, float], entered: dict[str, float], without: tuple[str, ...] = ()) -> UnitScore:
    figures = Columns(1, {f: np.array([v], dtype=np.float64) for f, v in {**FULL, **change}.items()})
    judged = {code: np.array([points]) for code, points in {**ENTERED, **entered}.items()}
    exempt = {code: np.array([True]) for code in without}
    table = UnitsTable("a.csv", ("a",), ("A",), ("head",), figures, judgements=judged, not_applicable=exempt)
    return scorecards(ready_index(pack, pack.indices[INDEX], ScoreOptions()), table, knowledge(pack)).units[0]


def test_exactly_ninety_is_good_and_more_is_excellent(pack: Pack) -> None:
    ninety = _unit(pack, {}, {})
    assert (ninety.points, ninety.band) == (90, "Hoàn thành tốt nhiệm vụ")
    more = _unit(pack, {}, {"II.1": 0.5})
    assert (more.points, more.band) == (90.5, "Hoàn thành xuất sắc nhiệm vụ")


@pytest.mark.parametrize(("points", "position"), [(100, 3), (90.1, 3), (90, 2), (80.1, 2), (80, 1), (50, 1), (49.9, 0)])
def test_ends_of_the_bands(pack: Pack, points: float, position: int) -> None:
    assert band_positions(pack.indices[INDEX].bands, np.array([points]), 100)[0] == position


def test_a_band_asks_for_more_than_points(pack: Pack) -> None:
    top = {"II.1": 5.0, "II.2": 5.0}
    assert _unit(pack, {"head.units_good": 6}, top).band == "Hoàn thành tốt nhiệm vụ"
    assert _unit(pack, {"head.units_done": 9}, top).band == "Hoàn thành nhiệm vụ"
    assert _unit(pack, {"head.disciplined": 1}, top).band == "Không hoàn thành nhiệm vụ"


def test_assigned_maxima_of_four_count_as_the_group(pack: Pack) -> None:
    unit = _unit(pack, {}, {"II.5.1b": 1.0}, NOT_ASSIGNED)
    points = {c.code: (c.points, c.max) for c in unit.criteria}
    assert points["II.5.1a"] == (10, 10)  # 2 of 4, as 10 of 20
    assert points["II.5.1b"] == (5, 10)  # 1 of 4, as 5 of 20
    assert (unit.points, unit.applicable) == (85, 100)  # 20 + 50 + 15


def test_nothing_to_clear_is_not_assigned(pack: Pack) -> None:
    unit = _unit(pack, {"head.area_due": 0, "head.area_cleared": 0}, {"II.5.1b": 0.0})
    # 15.5 of the 17.5 that are left, as of 20.
    assert unit.points == pytest.approx(70 + 15.5 * 20 / 17.5)


def test_below_the_mean_earns_nothing(pack: Pack) -> None:
    assert _unit(pack, {"head.par_index": 89.99}, {}).points == 88


def test_parts_of_the_work(pack: Pack) -> None:
    unit = _unit(pack, {"head.plan_done": 8, "head.plan_quality": 7, "head.plan_on_time": 6}, {})
    points = {c.code: c.points for c in unit.criteria}
    assert [points[f"II.3{part}"] for part in "abc"] == pytest.approx([4, 7, 3])


def test_the_points_that_the_decision_leaves_open_stay_unknown(pack: Pack) -> None:
    unit = _unit(pack, {}, {"II.5.1b": float("nan")})
    assert unit.points_range == (88, 90)
