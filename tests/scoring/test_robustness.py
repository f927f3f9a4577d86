"""How far ranks hang on the weights: bands by hand, influence of a criterion, criteria that say the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT, knowledge

from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.columns import Columns
from cchc.model.robustness import Influence, Robustness
from cchc.model.scorecard import RankBand, Scorecard, UnitScore
from cchc.model.units import UnitsTable
from cchc.packs.column_maps import column_maps
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.columns import score_columns
from cchc.scoring.robustness import Drawing, robust
from cchc.scoring.scorecards import scorecards
from cchc.scoring.tree import ReadyIndex

Make = Callable[..., Any]
Weigh = Callable[..., Scorecard]
JUDGED = {"max": 10, "curve": {"type": "judgement"}}


@pytest.fixture
def weigh(pack: Pack, ready_of: Make, table_of: Make) -> Weigh:
    """Return the scorecard of units with the given points, one list a criterion."""

    def made(*points: Sequence[float | None], drawing: Drawing | None = None, **more: Any) -> Scorecard:
        kinds = more.pop("kinds", None)
        leaves = [{**JUDGED, "code": f"1.{n}"} for n in range(1, len(points) + 1)]
        ready = ready_of(*leaves, **more)
        entered = {leaf["code"]: column for leaf, column in zip(leaves, points, strict=True)}
        return _weighed(pack, ready, table_of({}, judgements=entered, kinds=kinds), drawing)

    return made


def _weighed(pack: Pack, ready: ReadyIndex, table: UnitsTable, drawing: Drawing | None = None) -> Scorecard:
    return robust(scorecards(ready, table, knowledge(pack)), ready, score_columns(ready, table), "vi", drawing)


def _found(card: Scorecard) -> Robustness:
    assert card.robustness is not None
    return card.robustness


def _bands(card: Scorecard) -> list[RankBand | None]:
    return [unit.rank_band for unit in card.units]


def _sure(unit: UnitScore) -> RankBand | None:
    rank = unit.rank
    return None if rank is None else RankBand(low=rank, high=rank, best=rank, worst=rank)


def test_a_rank_that_only_rare_weights_change_is_outside_the_band(weigh: Weigh) -> None:
    # 50% against 60%. The first leads where w1 / (w1 + w2) > 0.6, that is w1 > 1.5 w2: a triangle of the square of
    # weights with sides 0.125 and 1/12, 2.1% of its area: less than 5%, but surely some of a thousand draws.
    assert _bands(weigh([10, 6], [0, 6])) == [
        RankBand(low=2, high=2, best=1, worst=2),
        RankBand(low=1, high=1, best=1, worst=2),
    ]


def test_a_rank_that_many_weights_change_is_a_band(weigh: Weigh) -> None:
    # 50% against 55%: w1 > 1.2222 w2, a triangle with sides 1/3 and 0.2727, 18% of the square.
    assert _bands(weigh([10, 5.5], [0, 5.5])) == [RankBand(low=1, high=2, best=1, worst=2)] * 2


def test_a_lead_that_no_weights_undo(weigh: Weigh) -> None:
    # At the worst 0.75 / 2 = 37.5% against 1.25 / 2 = 62.5% of 0.5: 31.25%.
    card = weigh([10, 0, 10], [0, 5, 0])
    assert _bands(card) == [_sure(card.units[0]), RankBand(low=3, high=3, best=3, worst=3), _sure(card.units[2])]
    assert [unit.rank for unit in card.units] == [1, 3, 1]


def test_weights_multiply_maxima_too(weigh: Weigh) -> None:
    # What is not known is in neither: 8 of 10 stays 80% whatever the weights, between 90% and 70% of the other two.
    card = weigh([9, 8, 7], [9, None, 7], coverage_threshold="50%")
    assert [unit.rank for unit in card.units] == [1, 2, 3]
    assert _bands(card) == [_sure(unit) for unit in card.units]


def test_only_units_with_a_sure_rank_take_part(weigh: Weigh) -> None:
    card = weigh([10, 1, 6], [0, None, 6])
    assert card.units[1].rank is None
    assert _bands(card)[1] is None
    assert _bands(card)[0] == RankBand(low=2, high=2, best=1, worst=2)


def test_units_are_compared_within_their_group(weigh: Weigh) -> None:
    card = weigh([10, 5.5], [0, 5.5], kinds=["room", "service_unit"], together=[])
    assert _bands(card) == [RankBand(low=1, high=1, best=1, worst=1)] * 2


def test_lateness_takes_off_what_it_takes_off_whatever_the_weights(pack: Pack, ready_of: Make, table_of: Make) -> None:
    # 6 against 6.2 - 0.3 of 10: with weights 0.75 to 1.25 the second has 58% to 59.6%, never the 60% of the first.
    late = {"each": 0.1, "most": 1, "basis": "unsourced", "source": {"act": "here"}}
    table = replace(table_of({}, judgements={"1.1": [6, 6.2]}), days_late=np.array([0.0, 3.0]))
    card = _weighed(pack, ready_of(JUDGED, late=late), table)
    assert [unit.rank for unit in card.units] == [1, 2]
    assert _bands(card) == [_sure(unit) for unit in card.units]


def test_what_leaving_out_a_criterion_does(weigh: Weigh) -> None:
    # Totals 15, 18, 11: ranks 2, 1, 3. Without 1.1: 5, 13, 11, ranks 3, 1, 2. Without 1.2: 15, 10, 5, ranks 1, 2, 3.
    found = _found(weigh([10, 5, 0], [0, 8, 6], [5, 5, 5])).influences
    assert found == tuple(
        Influence(code=code, title=f"Tiêu chí {code}", moved=moved, most=most)
        for code, moved, most in (("1.1", 2, 1), ("1.2", 2, 1), ("1.3", 0, 0))
    )


def test_the_largest_change_of_a_rank(weigh: Weigh) -> None:
    # Ranks 1, 2, 3 by 1.1; without it 3, 2, 1 by 1.2.
    found = _found(weigh([10, 6, 2], [1, 2, 3])).influences
    assert [(one.code, one.moved, one.most) for one in found] == [("1.1", 2, 2), ("1.2", 0, 0)]


def test_criteria_that_say_the_same_and_criteria_that_say_nothing(weigh: Weigh) -> None:
    up: list[float | None] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    half: list[float | None] = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]
    # r of the last with the first: 1 - 6 * 34 / (10 * 99) = 0.79
    found = _found(weigh(up, half, [5] * 10, up[::-1], [3, 4, 1, 2, 7, 8, 5, 6, 10, 9]))
    assert [(one.first, one.second) for one in found.correlated] == [("1.1", "1.2"), ("1.1", "1.4"), ("1.2", "1.4")]
    assert [one.correlation for one in found.correlated] == pytest.approx([1, -1, -1])
    assert found.constant == ("1.3",)


def test_correlation_is_over_the_units_where_both_are_known(weigh: Weigh) -> None:
    up: list[float | None] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9.5]
    half: list[float | None] = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, None]
    (pair,) = _found(weigh(up, half)).correlated
    assert pair.correlation == pytest.approx(1)
    # Of nine units some criteria go together by chance; four say nothing of a criterion either.
    half[0] = None
    assert _found(weigh(up, half)).correlated == ()
    assert _found(weigh([5, 5, 5, 5])).constant == ()


def test_the_same_seed_gives_the_same(weigh: Weigh) -> None:
    points = ([10, 5.5, 7, 3], [0, 5.5, 3, 6])
    assert weigh(*points) == weigh(*points)
    assert weigh(*points, drawing=Drawing(seed=1)).robustness != weigh(*points).robustness


def test_the_order_of_criteria_changes_nothing(pack: Pack, ready_of: Make, table_of: Make) -> None:
    leaves = [{**JUDGED, "code": code} for code in ("1.1", "1.2")]
    table = table_of({}, judgements={"1.1": [10, 5.5], "1.2": [0, 5.5]})
    one, other = (_weighed(pack, ready_of(*some), table) for some in (leaves, leaves[::-1]))
    assert (_bands(one), one.robustness) == (_bands(other), other.robustness)


SQUARES = st.integers(1, 7).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 10), min_size=n, max_size=n), min_size=1, max_size=4)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(points=SQUARES)
def test_no_spread_is_the_rank_and_a_band_lies_within_its_extremes(points: list[list[float]], weigh: Weigh) -> None:
    still = weigh(*points, drawing=Drawing(draws=3, spread=0.0))
    assert _bands(still) == [_sure(unit) for unit in still.units]
    for band in _bands(weigh(*points, drawing=Drawing(draws=50))):
        assert band is not None
        assert 1 <= band.best <= band.low <= band.high <= band.worst <= len(points[0])


@pytest.mark.parametrize(
    ("index_id", "file"),
    [
        ("rooms-and-units", "sample_reports/units-2025.csv"),
        ("service-quality-766", "tests/data/qd766-month.csv"),
    ],
)
def test_shipped_indices(index_id: str, file: str, pack: Pack) -> None:
    index = pack.indices[index_id]
    ready = ready_index(pack, index, ScoreOptions())
    maps = [one for one in column_maps(pack.root) if one.index == index_id]
    table = read_units(ROOT / file, Headings(pack.figures, index, knowledge(pack).appraisal), maps[0] if maps else None)
    still = _weighed(pack, ready, table, Drawing(draws=2, spread=0.0))
    assert _bands(still) == [_sure(unit) for unit in still.units]
    assert any(_bands(still))
    # The order of the units changes nothing.
    drawn, turned = _weighed(pack, ready, table), _weighed(pack, ready, _turned(table))
    assert _bands(turned) == _bands(drawn)[::-1]
    assert (_found(turned).influences, _found(turned).constant) == (_found(drawn).influences, _found(drawn).constant)


def _turned(table: UnitsTable) -> UnitsTable:
    """Return the table with its units in the opposite order."""
    return replace(
        table,
        ids=table.ids[::-1],
        names=table.names[::-1],
        kinds=table.kinds[::-1],
        figures=Columns(table.figures.size, {name: column[::-1] for name, column in table.figures.values.items()}),
        judgements={code: column[::-1] for code, column in table.judgements.items()},
        self_scores={},
        not_applicable={code: column[::-1] for code, column in table.not_applicable.items()},
        parents=table.parents[::-1],
        periods=table.periods[::-1],
        remarks=table.remarks[::-1],
        origin=None,
    )
