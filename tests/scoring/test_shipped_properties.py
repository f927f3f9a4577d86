"""Properties of the shipped index, criterion by criterion, over generated tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.model.columns import Columns
from cchc.model.units import UNIT_KINDS, UnitKind, UnitsTable
from cchc.packs.pack import Pack
from cchc.scoring.columns import ScoreColumns, score_columns
from cchc.scoring.steps import steps
from cchc.scoring.tree import Leaf, ReadyIndex, make_ready

SIZE = 3
SMALL = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# What is good where no lever says so: figures of criteria whose value is stated, not counted up.
GOOD = {
    "4.1": {"unit.posts_present": -1.0},
    "6.4": {"finance.self_funding_rate": 0.05},
    "8.1": {"digital.onestop_software_rate": 0.05},
    "9.1": {"digital.satisfaction_rate": 0.05},
    "9.2": {"unit.partner_satisfaction": 0.05},
}


@pytest.fixture(scope="module")
def ready(pack: Pack) -> ReadyIndex:
    rates = {rate.definition.id: rate.tree for rate in pack.rates}
    return make_ready(pack.indices["rooms-and-units"], pack.vocabulary.parser(), rates, {})


def _names(ready: ReadyIndex) -> list[str]:
    return sorted({name for leaf in ready.leaves for name in leaf.figures()})


def _judged(ready: ReadyIndex) -> list[Leaf]:
    return [leaf for leaf in ready.leaves if leaf.criterion.curve.type == "judgement"]


def _cells(low: float, high: float, *, whole: bool) -> st.SearchStrategy[list[float]]:
    known = st.integers(int(low), int(high)).map(float) if whole else st.floats(low, high)
    return st.lists(st.one_of(known, known, known, st.just(float("nan"))), min_size=SIZE, max_size=SIZE)


@st.composite
def _tables(draw: st.DrawFn, ready: ReadyIndex, pack: Pack) -> UnitsTable:
    figures = {}
    for name in _names(ready):
        percent = pack.figures[name].kind == "percent"
        top = 1 if percent else draw(st.sampled_from([1, 4, 40]))
        figures[name] = np.array(draw(_cells(0, top, whole=not percent)))
    judgements = {
        leaf.criterion.code: np.array(draw(_cells(0, leaf.criterion.max, whole=False))) for leaf in _judged(ready)
    }
    return UnitsTable(
        file="u.csv",
        ids=tuple(f"u{i}" for i in range(SIZE)),
        names=tuple(f"Phòng {i}" for i in range(SIZE)),
        kinds=tuple(draw(st.lists(st.sampled_from(UNIT_KINDS), min_size=SIZE, max_size=SIZE))),
        figures=Columns(SIZE, figures),
        judgements=judgements,
    )


def _with(table: UnitsTable, figures: Mapping[str, "np.typing.NDArray[np.float64]"]) -> UnitsTable:
    return replace(table, figures=Columns(SIZE, {**table.figures.values, **figures}))


def _same(left: ScoreColumns, right: ScoreColumns, rows: Sequence[int]) -> None:
    """Compare units; `rows` says where each unit of `left` stands in `right`."""
    for a, b in ((left.percent, right.percent), (left.total.low, right.total.low), (left.total.high, right.total.high)):
        np.testing.assert_array_equal(a, b[list(rows)])
    assert left.rank.tolist() == right.rank[list(rows)].tolist()
    assert left.bands.position.tolist() == right.bands.position[list(rows)].tolist()


@SMALL
@given(data=st.data())
def test_points_stay_within_bounds_and_rest_only_on_figures_that_are_given(
    data: st.DataObject, ready: ReadyIndex, pack: Pack
) -> None:
    table = data.draw(_tables(ready, pack))
    scores = score_columns(ready, table)
    for i, leaf in enumerate(ready.leaves):
        points = scores.points[:, i]
        known = ~np.isnan(points)
        assert ((points[known] >= 0) & (points[known] <= leaf.criterion.max)).all()
        for name in leaf.figures():
            assert not (known & np.isnan(table.figures.values[name])).any(), leaf.criterion.code
    assert ((scores.total.low <= scores.total.high) & (scores.total.low >= 0) & (scores.total.high <= 100)).all()
    inside = ~np.isnan(scores.percent)
    assert (scores.percent[inside] >= scores.total.low[inside] - 1e-9).all()
    assert (scores.percent[inside] <= scores.total.high[inside] + 1e-9).all()


def _better(leaf: Leaf) -> Mapping[str, float]:
    return leaf.criterion.lever.change if leaf.criterion.lever else GOOD.get(leaf.criterion.code, {})


@SMALL
@given(data=st.data())
def test_more_of_a_good_thing_never_lowers_a_score(data: st.DataObject, ready: ReadyIndex, pack: Pack) -> None:
    table = data.draw(_tables(ready, pack))
    before = score_columns(ready, table)
    times = data.draw(st.integers(1, 5))
    for i, leaf in enumerate(ready.leaves):
        code, top = leaf.criterion.code, leaf.criterion.max
        if leaf.criterion.curve.type == "judgement":
            more = {**table.judgements, code: np.minimum(table.judgements[code] + 0.1, top)}
            after = score_columns(ready, replace(table, judgements=more))
        else:
            change = _better(leaf)
            assert change, f"{code}: what is good for it?"
            after = score_columns(ready, _with(table, _moved(table, change, times)))
        # Beyond what the figures allow the table contradicts itself: nothing is claimed there.
        same = (np.isnan(before.points) == np.isnan(after.points)).all(axis=1)
        assert not (after.points[same, i] < before.points[same, i] - 1e-9).any(), code
        assert not (after.percent[same] < before.percent[same] - 1e-9).any(), code


def _moved(table: UnitsTable, change: Mapping[str, float], times: int) -> dict[str, "np.typing.NDArray[np.float64]"]:
    """Return figures so many steps better; those that would become negative stay."""
    moved = {name: table.figures.values[name] + each * times for name, each in change.items()}
    return {name: np.where(values < 0, table.figures.values[name], values) for name, values in moved.items()}


@SMALL
@given(data=st.data())
def test_hiding_figures_only_widens(data: st.DataObject, ready: ReadyIndex, pack: Pack) -> None:
    table = data.draw(_tables(ready, pack))
    hidden = data.draw(st.lists(st.sampled_from(_names(ready)), min_size=1, max_size=12, unique=True))
    row = data.draw(st.integers(0, SIZE - 1))
    blank = {name: np.where(np.arange(SIZE) == row, np.nan, table.figures.values[name]) for name in hidden}
    before, after = score_columns(ready, table), score_columns(ready, _with(table, blank))
    # A table that contradicts itself has no truth that hiding could blur.
    if before.conflict[row].any():
        return
    assert after.total.coverage[row] <= before.total.coverage[row] + 1e-12 or before.total.applicable[row] == 0
    if before.total.applicable[row] > 0:
        assert after.total.low[row] <= before.total.low[row] + 1e-9
        assert after.total.high[row] >= before.total.high[row] - 1e-9
    assert (before.applicable[row] <= after.applicable[row]).all()


@SMALL
@given(data=st.data())
def test_order_of_units_criteria_and_columns_never_matters(data: st.DataObject, ready: ReadyIndex, pack: Pack) -> None:
    table = data.draw(_tables(ready, pack))
    scores = score_columns(ready, table)
    leaves = data.draw(st.permutations(ready.leaves))
    names = data.draw(st.permutations(list(table.figures.values)))
    columns = replace(table, figures=Columns(SIZE, {name: table.figures.values[name] for name in names}))
    _same(scores, score_columns(replace(ready, leaves=tuple(leaves)), columns), range(SIZE))

    order = data.draw(st.permutations(range(SIZE)))
    turned = replace(
        table,
        kinds=tuple(table.kinds[i] for i in order),
        figures=Columns(SIZE, {name: values[list(order)] for name, values in table.figures.values.items()}),
        judgements={code: values[list(order)] for code, values in table.judgements.items()},
    )
    _same(scores, score_columns(ready, turned), [list(order).index(i) for i in range(SIZE)])


def test_every_lever_can_win_something_back(ready: ReadyIndex, pack: Pack) -> None:
    """A lever that pulls the wrong way would never show a step, and nobody would miss it."""
    size = 2
    poor = {name: np.array([6.0, 8.0]) for name in _names(ready)}
    poor["direction.plan_regular"] = np.array([1.0, 2.0])
    for leaf in ready.leaves:
        lever = leaf.criterion.lever
        for name, each in lever.change.items() if lever else ():
            poor[name] = np.array([0.0, 1.0]) if each > 0 else np.array([2.0, 3.0])
    table = UnitsTable("u.csv", ("a", "b"), ("A", "B"), ("room", "service_unit"), Columns(size, poor))
    found = steps(ready, table, score_columns(ready, table))
    assert [code for code, step in found.items() if not step.counts.all()] == []


def test_a_hundred_equal_units_share_the_first_rank(ready: ReadyIndex, pack: Pack) -> None:
    size = 100
    figures = {n: np.full(size, 0.9 if pack.figures[n].kind == "percent" else 40.0) for n in _names(ready)}
    figures["direction.plan_regular"] = np.zeros(size)
    judgements = {leaf.criterion.code: np.full(size, 1.0) for leaf in _judged(ready)}
    ids = tuple(f"u{i}" for i in range(size))
    room: UnitKind = "room"
    table = UnitsTable("u.csv", ids, ids, (room,) * size, Columns(size, figures), judgements)
    scores = score_columns(ready, table)
    assert set(scores.rank.tolist()) == {1}
    assert (set(scores.best_rank.tolist()), set(scores.worst_rank.tolist())) == ({1}, {1})
