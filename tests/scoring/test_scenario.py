"""Scenarios: what they promise is what scoring gives when the change is made; what is not known is said."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.conftest import ROOT, SAMPLES, knowledge

from cchc.intake.report_file import read_report
from cchc.intake.unit_headings import Headings
from cchc.intake.unit_reports import units_of_reports
from cchc.intake.units import read_units
from cchc.model.columns import Columns
from cchc.model.errors import ContentError
from cchc.model.scorecard import Effect, FigureChange, ScenarioResult
from cchc.model.units import UnitsTable
from cchc.packs.pack import Pack
from cchc.packs.scenarios import FOLDER, Scenario, scenarios
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.columns import score_columns
from cchc.scoring.scenario import effects
from cchc.scoring.tree import ReadyIndex

NAN = float("nan")
IN, OUT = "digitization.in_digitized", "digitization.out_digitized"
IN_ALL, OUT_ALL = "digitization.in_total", "digitization.out_total"
NOTICES, RESULTS = "digitization.notice_dossiers", "digitization.notice_results"
# 331 dossiers received and 322 results; 180 and 171 of them digitized; 120 notifications, 118 of them answered.
GIVEN = {IN: 180.0, IN_ALL: 331.0, OUT: 171.0, OUT_ALL: 322.0, NOTICES: 120.0, RESULTS: 118.0}


@pytest.fixture(scope="module")
def ready(pack: Pack) -> ReadyIndex:
    return ready_index(pack, pack.indices["rooms-and-units"], ScoreOptions())


@pytest.fixture(scope="module")
def scenario(pack: Pack) -> Scenario:
    return scenarios(ROOT, pack.vocabulary.parser(), pack.sources)["notifications"]


@pytest.fixture(scope="module")
def base(pack: Pack) -> UnitsTable:
    """The rooms of the shipped sample, the first of which gets the figures of a test."""
    return read_units(
        SAMPLES / "units-2025.csv", Headings(pack.figures, pack.indices["rooms-and-units"], knowledge(pack).appraisal)
    )


def _with(table: UnitsTable, figures: Mapping[str, float]) -> UnitsTable:
    """Return the table with figures of its first unit set."""
    size, values = table.figures.size, dict(table.figures.values)
    for name, value in figures.items():
        column = np.full(size, NAN) if name not in values else values[name].copy()
        column[0] = value
        values[name] = column
    return replace(table, figures=Columns(size, values))


def _first(results: tuple[ScenarioResult, ...]) -> list[Effect]:
    return [result.effects[0] for result in results]


def _rates(effect: Effect) -> list[tuple[float | None, float | None]]:
    return [(rate.before, rate.now) for rate in effect.rates]


def test_three_options_as_the_report_asks_for(scenario: Scenario) -> None:
    assert [option.id for option in scenario.options] == ["counted", "document", "left-out"]
    assert scenario.source.act == "seed-report"


def test_rates_under_each_option(ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack) -> None:
    results = effects(ready, _with(base, GIVEN), scenario, pack.vocabulary.parser(), knowledge(pack))
    assert [result.id for result in results] == [f"notifications.{option.id}" for option in scenario.options]
    counted, document, left_out = _first(results)
    assert {effect.certainty for effect in (counted, document, left_out)} == {"exact"}
    assert {effect.reason for effect in (counted, document, left_out)} == {None}
    assert _rates(counted) == [(180 / 331, 300 / 331), (171 / 322, 289 / 322)]
    assert _rates(document) == [(180 / 331, 180 / 331), (171 / 322, 289 / 322)]
    assert _rates(left_out) == [(180 / 331, 180 / 211), (171 / 322, 171 / 204)]


def test_points_under_each_option(ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack) -> None:
    # Criterion 7.5: 3 points in proportion to dossiers and results digitized, (180 + 171) of (331 + 322).
    results = effects(ready, _with(base, GIVEN), scenario, pack.vocabulary.parser(), knowledge(pack))
    now = 3 * 351 / 653
    for effect, then in zip(_first(results), (3 * 589 / 653, 3 * 469 / 653, 3 * 351 / 415), strict=True):
        assert effect.points is not None
        assert effect.points - effect.points_before == pytest.approx(then - now)


@pytest.mark.parametrize(
    ("option", "change"),
    [
        (0, {IN: 300.0, OUT: 289.0}),
        (1, {OUT: 289.0}),
        (2, {IN_ALL: 211.0, OUT_ALL: 204.0}),
    ],
)
def test_scoring_again_gives_exactly_what_is_promised(
    option: int, change: dict[str, float], ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack
) -> None:
    table = _with(base, GIVEN)
    result = effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack))[option]
    before, after = score_columns(ready, table), score_columns(ready, _with(table, change))
    effect = result.effects[0]
    assert (effect.percent_before, effect.points_before) == (before.percent[0], before.total.points[0])
    assert (effect.percent, effect.points) == (after.percent[0], after.total.points[0])


def test_exactly_so_for_the_766_index(scenario: Scenario, pack: Pack) -> None:
    ready = ready_index(pack, pack.indices["service-quality-766"], ScoreOptions())
    figures = {
        "sq.digitization_base": 200.0,
        "sq.digitized": 100.0,
        "sq.electronic_results": 90.0,
        NOTICES: 40.0,
        RESULTS: 40.0,
    }
    table = _units(figures)
    results = effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack))
    changes: list[dict[str, float]] = [
        {"sq.digitized": 140, "sq.electronic_results": 130},
        {"sq.electronic_results": 130},
        {"sq.digitization_base": 160},
    ]
    for effect, change in zip(_first(results), changes, strict=True):
        assert effect.certainty == "exact"
        assert effect.points == score_columns(ready, _with(table, change)).total.points[0]
    assert _rates(_first(results)[2]) == [(0.5, 100 / 160), (0.45, 90 / 160)]


def _units(figures: Mapping[str, float]) -> UnitsTable:
    values = {name: np.array([value]) for name, value in figures.items()}
    return UnitsTable("u.csv", ("a",), ("Sở A",), ("department",), Columns(1, values))


def test_without_their_number_the_largest_possible_is_said(
    ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack
) -> None:
    table = _with(base, {**GIVEN, NOTICES: NAN})
    counted, document, left_out = _first(effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack)))
    assert (counted.certainty, document.certainty, left_out.certainty) == ("at_most", "exact", "at_most")
    # All 331 - 180 dossiers are then digitized; the 118 results are given.
    assert counted.reason == (
        "mức lớn nhất có thể: chưa nêu 'Hồ sơ thủ tục thông báo thuộc diện số hóa, chưa được tính là đã số hóa', lấy 151"
        " với giả định mọi hồ sơ chưa số hóa đều là của thủ tục thông báo"
    )
    assert _rates(counted) == [(180 / 331, 1), (171 / 322, 289 / 322)]
    assert _rates(left_out) == [(180 / 331, 1), (171 / 322, 171 / 204)]


def test_no_number_can_do_more_than_the_largest_possible(
    ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack
) -> None:
    unknown = {**GIVEN, NOTICES: NAN, RESULTS: NAN}
    parser, known = pack.vocabulary.parser(), knowledge(pack)
    most = _first(effects(ready, _with(base, unknown), scenario, parser, known))
    for notices, results in ((0.0, 0.0), (10.0, 5.0), (151.0, 151.0)):
        given = _with(base, {**GIVEN, NOTICES: notices, RESULTS: results})
        for effect, top in zip(_first(effects(ready, given, scenario, parser, known)), most, strict=True):
            assert effect.certainty == "exact"
            assert effect.points is not None
            assert top.points is not None
            assert effect.points_before - 1e-9 <= effect.points <= top.points + 1e-9


def test_more_than_there_are_is_a_contradiction(
    ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack
) -> None:
    table = _with(base, {**GIVEN, NOTICES: 152.0})
    counted, document, _ = _first(effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack)))
    assert (counted.certainty, counted.percent, counted.points) == ("unknown", None, None)
    assert counted.reason is not None
    assert counted.reason.startswith("chưa biết ảnh hưởng, số liệu mâu thuẫn, phải có: Hồ sơ đã số hóa thành phần + ")
    assert [rate.now for rate in counted.rates] == [None, None]
    # It is said of the option that needs the number, and of every other one: the figures of the unit are wrong.
    assert document.certainty == "unknown"


def test_the_seed_report_says_too_little(ready: ReadyIndex, scenario: Scenario, pack: Pack) -> None:
    report = read_report(SAMPLES / "seed-2025-04.yaml", pack)
    table = units_of_reports([("seed", report)], pack.figures, "vi")
    found = _first(effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack)))
    assert {effect.certainty for effect in found} == {"unknown"}
    assert all(effect.reason and effect.reason.startswith("chưa biết ảnh hưởng, thiếu số liệu: ") for effect in found)
    assert {(effect.percent, effect.points, effect.rates) for effect in found} == {(None, None, ())}


def test_notices_without_the_totals_say_nothing(
    ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack
) -> None:
    table = _with(base, {**GIVEN, IN: NAN, IN_ALL: NAN, OUT: NAN, OUT_ALL: NAN})
    found = _first(effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack)))
    assert {effect.certainty for effect in found} == {"unknown"}
    assert found[0].reason is not None
    assert "chưa có số liệu mà phương án này thay đổi" in found[0].reason


def test_other_units_are_told_apart(ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack) -> None:
    table = _with(base, GIVEN)
    before = score_columns(ready, table)
    (result, *_) = effects(ready, table, scenario, pack.vocabulary.parser(), knowledge(pack))
    assert [effect.id for effect in result.effects] == list(base.ids)
    for row, effect in enumerate(result.effects[1:], start=1):
        assert effect.certainty != "exact"
        assert effect.points_before == before.total.points[row]


def test_english(ready: ReadyIndex, scenario: Scenario, base: UnitsTable, pack: Pack) -> None:
    known = replace(knowledge(pack), lang="en")
    (result, *_) = effects(ready, _with(base, {**GIVEN, NOTICES: NAN}), scenario, pack.vocabulary.parser(), known)
    assert result.title.startswith("Option 1")
    assert result.effects[0].rates[0] == FigureChange(
        id="digitized_in", label="Share of dossiers digitized at intake", before=180 / 331, now=1
    )
    assert (result.effects[0].reason or "").endswith("as if every dossier that is not digitized is a notification")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("basis: seed", "basis: seeds", "'seeds' không có"),
        ("act: seed-report", "act: seed", "source.act: không có nguồn 'seed'"),
        (
            "digitization.out_total: digitization.out_total -",
            "digitization.out_totals: digitization.out_total -",
            "không có số liệu 'digitization.out_totals', có phải 'digitization.out_total'?",
        ),
        ("sq.digitized / sq.digitization_base", "sq.digitized /", "rates.2.formula"),
        ("needs: [digitization.notice_results]", "needs: [digitization.notices]", "không có trong 'needs' của tệp"),
        ("id: left-out", "id: counted", "hai phương án cùng mã 'counted'"),
    ],
)
def test_a_fault_is_named_with_file_and_line(old: str, new: str, words: str, tmp_path: Path, pack: Pack) -> None:
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    file = tmp_path / FOLDER / "notifications.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        scenarios(tmp_path, pack.vocabulary.parser(), pack.sources)
    assert words in str(error.value)
    assert "notifications.yaml:" in str(error.value)
