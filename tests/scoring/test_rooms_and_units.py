"""The shipped index and the shipped sample: they load, add up, and score as computed by hand."""

from pathlib import Path

import numpy as np
import pytest
from tests.conftest import knowledge

from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.columns import Columns
from cchc.model.scorecard import CriterionScore, Scorecard
from cchc.model.units import UnitsTable
from cchc.packs.pack import Pack
from cchc.scoring.scorecards import scorecards
from cchc.scoring.tree import make_ready

SAMPLE = Path(__file__).resolve().parents[2] / "sample_reports" / "units-2025.csv"
MAXIMA = [20.5, 10, 10, 6, 10.5, 6, 14, 9, 14]
CURVES = {
    "linear", "capped_linear", "linear_with_floor", "capped_linear_with_floor", "step", "count_step", "boolean",
    "deduction", "judgement", "survey",
}  # fmt: skip


@pytest.fixture(scope="module")
def card(pack: Pack) -> Scorecard:
    index = pack.indices["rooms-and-units"]
    rates = {rate.definition.id: rate.tree for rate in pack.rates}
    ready = make_ready(index, pack.vocabulary.parser(), rates, {})
    table = read_units(SAMPLE, Headings(pack.figures, index, knowledge(pack).appraisal))
    return scorecards(ready, table, knowledge(pack))


def _points(card: Scorecard, unit: str, code: str) -> CriterionScore:
    found = next(u for u in card.units if u.id == unit)
    return next(c for c in found.criteria if c.code == code)


def test_nine_fields_make_a_hundred_points(pack: Pack) -> None:
    index = pack.indices["rooms-and-units"]
    assert [domain.max for domain in index.domains] == MAXIMA
    assert sum(leaf.max for leaf in index.leaves()) == pytest.approx(100)
    assert 28 <= len(index.leaves()) <= 40
    assert {leaf.curve.type for leaf in index.leaves()} == CURVES


def test_every_source_is_found(card: Scorecard) -> None:
    sources = {c.source.document for c in card.units[0].criteria}
    assert not sources & {"seed-report", "project-brief", "room-index-2019"}


@pytest.mark.parametrize(
    ("unit", "code", "points"),
    [
        ("QLCN", "1.1", 5 * 4 / 6),  # 4 done of 8 - 2 regular
        ("QLCN", "1.2", 2.4),  # 34 of 40 = 85%
        ("QLCN", "1.4", 0.5),  # 2 reports returned, 0.5 each of 1.5
        ("QLCN", "2.2", 2 * 301 / 365),
        ("QLCN", "3.1", 4 * 397 / 401),  # 99% on time, over the floor of 95%
        ("QLCN", "3.2.1", 0),  # 4 late, 0.25 each of 1
        ("QLCN", "3.2.2", 0.5),  # 1 overdue
        ("QLCN", "3.4", 0),  # 3 of 4 items of feedback
        ("QLCN", "6.1", 2.5 * 1480 / 2110 / 0.85),
        ("QLCN", "6.3", 0),  # disclosed twice, four times needed
        ("QLTT", "3.4", 1),  # 11 of 12 = 91.7%
        ("QLTT", "7.2", 3 * 610 / 930 / 0.8),
        ("QLTT", "7.4", 2 * 2 / 6 / 0.9),
        ("QLTT", "9.1", 6 * 0.843),
        ("KC", "6.4", 0.325),
        ("VP", "1.8", 1.5),
    ],
)
def test_points_of_the_sample_by_hand(unit: str, code: str, points: float, card: Scorecard) -> None:
    assert _points(card, unit, code).points == pytest.approx(points)


def test_rooms_without_procedures_are_not_held_against_them(card: Scorecard) -> None:
    office = next(u for u in card.units if u.id == "VP")
    assert _points(card, "VP", "3.1").state == "not_applicable"
    assert (office.coverage, office.applicable) == (1, 62)


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        ("1.4", {"unit.reports_due": 0.0, "unit.reports_returned": 0.0}),
        ("6.3", {"unit.budget_assigned": 0.0, "unit.budget_disclosures": 0.0}),
    ],
)
def test_what_a_unit_has_nothing_of_is_left_out(code: str, figures: dict[str, float], pack: Pack) -> None:
    """A room without a budget of its own has nothing to disclose, one that owes no report none to get back."""
    index = pack.indices["rooms-and-units"]
    ready = make_ready(index, pack.vocabulary.parser(), {r.definition.id: r.tree for r in pack.rates}, {})
    columns = Columns(1, {name: np.array([value]) for name, value in figures.items()})
    unit = scorecards(ready, UnitsTable("u.csv", ("a",), ("A",), ("room",), columns), knowledge(pack)).units[0]
    assert next(c for c in unit.criteria if c.code == code).state == "not_applicable"


def test_late_dossiers_beyond_the_resolved_are_a_contradiction(pack: Pack) -> None:
    index = pack.indices["rooms-and-units"]
    ready = make_ready(index, pack.vocabulary.parser(), {r.definition.id: r.tree for r in pack.rates}, {})
    figures = {"dossiers.received": 9.0, "dossiers.resolved": 3.0, "dossiers.resolved_late": 4.0}
    columns = Columns(1, {name: np.array([value]) for name, value in figures.items()})
    unit = scorecards(ready, UnitsTable("u.csv", ("a",), ("A",), ("room",), columns), knowledge(pack)).units[0]
    assert {c.state for c in unit.criteria if c.code in ("3.1", "3.2.1")} == {"unknown"}


def test_the_inspectorate_has_too_few_figures_for_a_number(card: Scorecard) -> None:
    unit = next(u for u in card.units if u.id == "TTR")
    assert unit.coverage < card.coverage_threshold
    assert (unit.percent, unit.band, unit.rank) == (None, None, None)
    assert _points(card, "TTR", "1.8").reason == "chưa có điểm do người chấm nhập"


def test_a_step_of_the_sample_by_hand(card: Scorecard) -> None:
    step = _points(card, "QLTM", "7.4").step
    assert step is not None
    # 90% of 58 services is 52.2: 53 are needed, 34 more than 19.
    assert step.text == "có hồ sơ phát sinh ở thêm 34 dịch vụ công trực tuyến: +1,27 điểm"


def test_self_scores_of_the_sample(card: Scorecard) -> None:
    entry = _points(card, "VP", "1.1")
    assert (entry.self_score, entry.points, entry.difference) == (5, 4.5, 0.5)


def test_fields_add_up_to_the_unit(card: Scorecard) -> None:
    for unit in card.units:
        assert sum(d.points for d in unit.domains) == pytest.approx(unit.points)
        assert sum(d.possible for d in unit.domains) == pytest.approx(unit.possible)
        assert np.isclose(unit.range[0], unit.points / unit.applicable * 100)
