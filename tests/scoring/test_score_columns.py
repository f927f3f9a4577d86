"""Index, range, coverage, band and rank by hand, and what must hold for any figures."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.model.columns import Columns
from cchc.model.units import UnitsTable
from cchc.scoring.columns import ScoreColumns, score_columns
from cchc.scoring.ranking import rank_limits, ranks
from cchc.scoring.tree import ReadyIndex

Make = Callable[..., Any]
DONE = {"max": 60, "curve": {"type": "linear"}, "value": "a.done / a.total"}
LATE = {"max": 30, "curve": {"type": "deduction", "each": 10}, "value": "a.late"}
IDEAS = {"max": 10, "curve": {"type": "count_step", "levels": [{"from": 1, "points": 10}]}, "value": "a.ideas"}
KEEP = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
MAYBE = st.none() | st.integers(0, 12)


def test_all_known(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [9], "a.total": [12], "a.late": [1], "a.ideas": [0]})
    scores = score_columns(ready_of(DONE, LATE, IDEAS), table)
    # 60 * 9/12 = 45; 30 - 10 = 20; 0: 65 of 100.
    assert scores.points.tolist() == [[45, 20, 0]]
    assert (scores.percent[0], scores.total.coverage[0], scores.rank[0]) == (65, 1, 1)
    assert scores.total.low[0] == scores.total.high[0] == 65


def test_unknown_is_never_zero(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [9], "a.total": [12], "a.late": [1], "a.ideas": [None]})
    scores = score_columns(ready_of(DONE, LATE, IDEAS), table)
    # 65 of the 90 points that are known; at worst 65 of 100, at best 75 of 100.
    assert scores.percent[0] == pytest.approx(65 / 90 * 100)
    assert scores.total.coverage[0] == pytest.approx(0.9)
    assert (scores.total.low[0], scores.total.high[0]) == (65, 75)


def test_below_the_threshold_no_number_is_given_as_certain(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [9, 9], "a.total": [12, 12], "a.late": [None, 0], "a.ideas": [1, 1]})
    scores = score_columns(ready_of(DONE, LATE, IDEAS), table)
    # Coverage 70 of 100 under the threshold of 80.
    assert np.isnan(scores.percent[0])
    assert (scores.bands.position[0], scores.rank[0]) == (-1, 0)
    assert (scores.total.low[0], scores.total.high[0]) == (55, 85)
    assert (scores.bands.lowest[0], scores.bands.highest[0]) == (1, 2)
    assert (scores.best_rank[0], scores.worst_rank[0]) == (1, 2)
    assert scores.rank[1] == 1


def test_coverage_at_the_threshold_is_enough(ready_of: Make, table_of: Make) -> None:
    eighty = {**DONE, "max": 80}
    twenty = {**IDEAS, "max": 20, "curve": {"type": "count_step", "levels": [{"from": 1, "points": 20}]}}
    scores = score_columns(ready_of(eighty, twenty), table_of({"a.done": [1], "a.total": [1]}))
    assert scores.percent[0] == 100


def test_a_criterion_that_does_not_apply_lowers_the_maximum(ready_of: Make, table_of: Make) -> None:
    late = {**LATE, "not_applicable": "a.total == 0"}
    table = table_of({"a.done": [0], "a.total": [0], "a.late": [2], "a.ideas": [1]})
    scores = score_columns(ready_of({**DONE, "not_applicable": "a.total == 0"}, late, IDEAS), table)
    assert scores.total.applicable[0] == 10
    assert scores.percent[0] == 100


def test_a_zero_denominator_is_unknown_where_the_index_does_not_exempt_it(ready_of: Make, table_of: Make) -> None:
    scores = score_columns(ready_of(DONE), table_of({"a.done": [0], "a.total": [0]}))
    assert scores.total.coverage[0] == 0
    assert np.isnan(scores.percent[0])
    assert (scores.total.low[0], scores.total.high[0]) == (0, 100)


def test_a_person_may_exempt_a_unit(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [6], "a.total": [12], "a.late": [3]}, not_applicable={"1.2": [True]})
    scores = score_columns(ready_of(DONE, LATE), table)
    assert (scores.total.points[0], scores.total.applicable[0], scores.percent[0]) == (30, 60, 50)


def test_a_criterion_of_one_kind_of_unit(ready_of: Make, table_of: Make) -> None:
    ready = ready_of(DONE, {**LATE, "kinds": ["service_unit"]})
    table = table_of({"a.done": [6, 6], "a.total": [6, 6], "a.late": [0, 0]}, kinds=["room", "service_unit"])
    assert score_columns(ready, table).total.applicable.tolist() == [60, 90]


def test_contradictory_figures_are_unknown_not_full(ready_of: Make, table_of: Make) -> None:
    done = {**DONE, "consistent": "a.done <= a.total"}
    scores = score_columns(ready_of(done), table_of({"a.done": [13, 12], "a.total": [12, 12]}))
    assert np.isnan(scores.points[0, 0])
    assert scores.conflict[:, 0].tolist() == [True, False]
    assert scores.points[1, 0] == 60


NO_WORK = {**DONE, "consistent": "a.done <= a.total", "not_applicable": "a.total == 0"}


def test_no_points_where_it_is_not_known_whether_a_criterion_applies(ready_of: Make, table_of: Make) -> None:
    """A unit without dossiers must not win the points for "nothing late" by leaving its number of dossiers out."""
    leaf = {**LATE, "not_applicable": "a.total == 0"}
    scores = score_columns(ready_of(leaf, DONE), table_of({"a.late": [0, 0, 0], "a.total": [0, None, 5]}))
    assert scores.applicable[:, 0].tolist() == [False, True, True]
    assert np.isnan(scores.points[:, 0]).tolist() == [True, True, False]


def test_work_done_where_none_was_due_is_a_contradiction_and_no_exemption(ready_of: Make, table_of: Make) -> None:
    scores = score_columns(ready_of(NO_WORK), table_of({"a.done": [5, 0, None], "a.total": [0, 0, 0]}))
    assert scores.applicable[:, 0].tolist() == [True, False, False]
    assert scores.conflict[:, 0].tolist() == [True, False, False]


def test_a_person_or_the_kind_exempts_whatever_the_figures_say(ready_of: Make, table_of: Make) -> None:
    figures = {"a.done": [5, 5], "a.total": [0, 0]}
    exempt = table_of(figures, not_applicable={"1.1": [True, False]})
    assert score_columns(ready_of(NO_WORK), exempt).applicable[:, 0].tolist() == [False, True]
    kinds = table_of(figures, kinds=["room", "service_unit"])
    centre_only = {**NO_WORK, "kinds": ["service_unit"]}
    assert score_columns(ready_of(centre_only), kinds).applicable[:, 0].tolist() == [False, True]


def test_a_survey_of_few_answers_is_unknown(ready_of: Make, table_of: Make) -> None:
    survey = {"max": 10, "curve": {"type": "survey", "responses": "s.forms", "least": 30}, "value": "s.share"}
    table = table_of({"s.share": [1.0, 0.9, 1.0], "s.forms": [29, 30, None]})
    points = score_columns(ready_of(survey), table).points[:, 0]
    assert np.isnan(points[[0, 2]]).all()
    assert points[1] == pytest.approx(9)


def test_judgement_counts_when_entered(ready_of: Make, table_of: Make) -> None:
    table = table_of({}, judgements={"1.1": [1.5, None]})
    points = score_columns(ready_of({"max": 2, "curve": {"type": "judgement"}}), table).points[:, 0]
    assert points[0] == 1.5
    assert np.isnan(points[1])


def test_rates_and_targets_are_written_out(ready_of: Make, table_of: Make) -> None:
    ready = ready_of({"max": 10, "curve": {"type": "linear"}, "value": "rate.a / target.t"})
    assert ready.leaves[0].figures() == ("a.done", "a.total")
    scores = score_columns(ready, table_of({"a.done": [1], "a.total": [4]}))
    # 1/4 against a target of one half.
    assert scores.points[0, 0] == 5


def test_self_scores_never_change_points(ready_of: Make, table_of: Make) -> None:
    figures = {"a.done": [9], "a.total": [12]}
    plain = score_columns(ready_of(DONE), table_of(figures))
    boasted = score_columns(ready_of(DONE), table_of(figures, self_scores={"1.1": [60]}))
    assert plain.percent.tolist() == boasted.percent.tolist()


def test_ties_share_a_rank_and_the_next_rank_is_left_out() -> None:
    assert ranks(np.array([70.0, 90, 80, 80, np.nan]), np.zeros(5, np.int64)).tolist() == [4, 1, 2, 2, 0]


def test_ranking_is_done_before_rounding_but_not_on_binary_noise() -> None:
    assert ranks(np.array([89.996, 90.0]), np.zeros(2, np.int64)).tolist() == [2, 1]
    assert ranks(np.array([0.1 + 0.2, 0.3]), np.zeros(2, np.int64)).tolist() == [1, 1]


@pytest.mark.parametrize(("percent", "band"), [(49.999, 0), (50, 1), (79.9999, 1), (80, 2), (100, 2)])
def test_band_edges(percent: float, band: int, ready_of: Make, table_of: Make) -> None:
    ready = ready_of({"max": 100, "curve": {"type": "judgement"}})
    assert score_columns(ready, table_of({}, judgements={"1.1": [percent]})).bands.position[0] == band


@st.composite
def _tables(draw: st.DrawFn, table_of: Make) -> UnitsTable:
    size = draw(st.integers(1, 6))
    names = ("a.done", "a.total", "a.late", "a.ideas")
    table: UnitsTable = table_of({name: draw(st.lists(MAYBE, min_size=size, max_size=size)) for name in names})
    return table


def _rows(table: UnitsTable, order: list[int]) -> UnitsTable:
    columns = {name: column[order] for name, column in table.figures.values.items()}
    ids, kinds = tuple(table.ids[i] for i in order), tuple(table.kinds[i] for i in order)
    return replace(table, ids=ids, kinds=kinds, figures=Columns(len(order), columns))


def _shown(scores: ScoreColumns, row: int) -> list[float]:
    fields = (scores.percent, scores.total.low, scores.total.high, scores.rank, scores.best_rank, scores.worst_rank)
    return [float(np.nan_to_num(column[row], nan=-1)) for column in fields]


@KEEP
@given(data=st.data())
def test_range_holds_the_index_and_coverage_its_share(data: st.DataObject, ready_of: Make, table_of: Make) -> None:
    scores = score_columns(ready_of(DONE, LATE, IDEAS), data.draw(_tables(table_of)))
    total, known = scores.total, ~np.isnan(scores.percent)
    assert (total.low <= total.high + 1e-9).all()
    assert (total.coverage >= 0).all()
    assert (total.coverage <= 1).all()
    assert (scores.percent[known] >= total.low[known] - 1e-9).all()
    assert (scores.percent[known] <= total.high[known] + 1e-9).all()
    assert (known == (total.coverage >= 0.8)).all()


@KEEP
@given(data=st.data())
def test_giving_an_unknown_figure_stays_inside_the_range(data: st.DataObject, ready_of: Make, table_of: Make) -> None:
    table, ready = data.draw(_tables(table_of)), ready_of(DONE, LATE, IDEAS)
    filled = {n: np.where(np.isnan(c), data.draw(st.integers(1, 12)), c) for n, c in table.figures.values.items()}
    before = score_columns(ready, table).total
    after = score_columns(ready, replace(table, figures=Columns(table.figures.size, filled))).total
    known = after.coverage == 1
    assert (before.low[known] <= after.low[known] + 1e-9).all()
    assert (before.high[known] >= after.high[known] - 1e-9).all()


@KEEP
@given(data=st.data())
def test_order_of_units_and_criteria_never_matters(data: st.DataObject, ready_of: Make, table_of: Make) -> None:
    table = data.draw(_tables(table_of))
    order = data.draw(st.permutations(range(table.figures.size)))
    leaves = [{**leaf, "code": f"1.{n}"} for n, leaf in enumerate((DONE, LATE, IDEAS))]
    plain = score_columns(ready_of(*leaves), table)
    moved = score_columns(ready_of(*data.draw(st.permutations(leaves))), _rows(table, order))
    for new, old in enumerate(order):
        assert _shown(moved, new) == _shown(plain, old)


@KEEP
@given(data=st.data())
def test_a_unit_scores_the_same_alone_and_in_a_batch(data: st.DataObject, ready_of: Make, table_of: Make) -> None:
    table, ready = data.draw(_tables(table_of)), ready_of(DONE, LATE, IDEAS)
    batch = score_columns(ready, table)
    for row in range(table.figures.size):
        alone = score_columns(ready, _rows(table, [row]))
        assert _shown(alone, 0)[:3] == _shown(batch, row)[:3]


@KEEP
@given(ends=st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=7), data=st.data())
def test_rank_limits_hold_every_rank_that_can_be(ends: list[tuple[float, float]], data: st.DataObject) -> None:
    low, high = np.array([min(e) for e in ends]), np.array([max(e) for e in ends])
    best, worst = rank_limits(low, high, np.zeros(low.size, np.int64))
    drawn = np.array([data.draw(st.floats(a, b)) for a, b in zip(low, high, strict=True)])
    rank = ranks(drawn, np.zeros(low.size, np.int64))
    assert (best <= rank).all()
    assert (rank <= worst).all()


def test_a_hundred_thousand_units_are_scored_in_columns(ready_of: Make, table_of: Make) -> None:
    size = 100_000
    column = np.arange(size, dtype=np.float64)
    figures = {"a.done": column % 50, "a.total": column * 0 + 50, "a.late": column % 3, "a.ideas": column % 2}
    ready: ReadyIndex = ready_of(DONE, LATE, IDEAS)
    table = replace(table_of({"a.done": [0]}), kinds=("room",) * size, figures=Columns(size, figures))
    scores = score_columns(ready, table)
    assert scores.points[49].tolist() == pytest.approx([58.8, 20, 10])
