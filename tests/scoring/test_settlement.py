"""The settlement index of Circular 01/2018/TT-VPCP: the seed report and small units, by hand."""

from datetime import date

import numpy as np
import pytest
from tests.conftest import SAMPLES, knowledge

from cchc.choosing import allowed
from cchc.intake.report_file import read_report
from cchc.model.columns import Columns
from cchc.model.errors import UsageError
from cchc.model.scorecard import UnitScore
from cchc.model.units import UnitsTable
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, ready_index, score_reports
from cchc.scoring.banding import band_positions
from cchc.scoring.scorecards import scorecards

INDEX = "settlement-tt01"
NINE: dict[str, float] = {
    "digital.services_total": 30, "procedures.own_total": 100, "dossiers.received": 100,
    "dossiers.online_processed": 40, "settlement.online_late": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def seed_unit(pack: Pack) -> UnitScore:
    report = read_report(SAMPLES / "seed-2025-04.yaml", pack)
    return score_reports(pack, [("seed-2025-04.yaml", report)], ScoreOptions(index=INDEX)).units[0]


def _unit(pack: Pack, figures: dict[str, float]) -> dict[str, float | None]:
    index = pack.indices[INDEX]
    table = UnitsTable(
        "a.csv",
        ("a",),
        ("A",),
        ("department",),
        Columns(1, {f: np.array([v], dtype=np.float64) for f, v in figures.items()}),
    )
    unit = scorecards(ready_index(pack, index, ScoreOptions()), table, knowledge(pack)).units[0]
    return {c.code: c.points for c in unit.criteria}


def test_the_seed_report(seed_unit: UnitScore) -> None:
    points = {c.code: c.points for c in seed_unit.criteria}
    assert points["1"] == 2.0  # (2 x 319 + 3) / 322 = 641 / 322 = 1.99
    assert points["8"] == 2  # no feedback
    assert points["9"] == 2  # 141 of 142 procedures, 325 of 331 dossiers, none late
    assert [code for code, earned in points.items() if earned is None] == ["2", "3", "4", "5", "6", "7"]


def test_the_seed_total_is_a_range(seed_unit: UnitScore) -> None:
    assert seed_unit.points_range == (6, 18)
    assert (seed_unit.percent, seed_unit.band, seed_unit.rank) == (None, None, None)
    assert seed_unit.bands == ("Trung bình", "Khá", "Tốt", "Xuất sắc")


@pytest.mark.parametrize(
    ("points", "position"), [(18, 4), (15, 4), (14.9, 3), (12, 3), (11.9, 2), (9, 2), (6, 1), (5.9, 0), (0, 0)]
)
def test_bands_hold_their_lower_end(pack: Pack, points: float, position: int) -> None:
    assert band_positions(pack.indices[INDEX].bands, np.array([100 * points / 18]), 18)[0] == position


@pytest.mark.parametrize(("early", "on_time", "points"), [(10, 0, 2), (0, 10, 1), (3, 3, 0.9), (0, 0, 0)])
def test_a_late_dossier_earns_nothing(pack: Pack, early: int, on_time: int, points: float) -> None:
    figures: dict[str, float] = {
        "dossiers.resolved": 10,
        "dossiers.resolved_early": early,
        "dossiers.resolved_on_time": on_time,
    }
    assert _unit(pack, figures)["1"] == points  # (2 x early + on time) / 10


@pytest.mark.parametrize(
    ("change", "points"),
    [
        ({}, 2),
        ({"dossiers.online_processed": 29}, 1),
        ({"dossiers.online_processed": 14}, 0),
        ({"digital.services_total": 19}, 1),
        ({"settlement.online_late": 1, "dossiers.resolved_late": 3, "dossiers.pending_overdue": 0}, 0),
    ],
)
def test_online_services(pack: Pack, change: dict[str, float], points: float) -> None:
    assert _unit(pack, {**NINE, **change})["9"] == points


def test_late_dossiers_that_may_be_online_leave_it_open(pack: Pack) -> None:
    figures = {k: v for k, v in NINE.items() if k != "settlement.online_late"}
    assert _unit(pack, {**figures, "dossiers.resolved_late": 3, "dossiers.pending_overdue": 0})["9"] is None


@pytest.mark.parametrize(("overdue", "prolonged", "points"), [(0, 0, 2), (1, 0, 1), (2, 0, 0), (0, 1, 0)])
def test_feedback(pack: Pack, overdue: int, prolonged: int, points: float) -> None:
    figures = {"feedback.received": 10, "feedback.processed": 10, "feedback.overdue": overdue}
    assert _unit(pack, {**figures, "settlement.feedback_prolonged": prolonged})["8"] == points


@pytest.mark.parametrize(("day", "fits"), [("2019-01-05", False), ("2019-01-06", True), ("2025-07-01", False)])
def test_in_force(pack: Pack, day: str, fits: bool) -> None:
    if fits:
        allowed(pack.indices[INDEX], ["department"], date.fromisoformat(day))
        return
    with pytest.raises(UsageError):
        allowed(pack.indices[INDEX], ["department"], date.fromisoformat(day))
