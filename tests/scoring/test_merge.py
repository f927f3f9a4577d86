"""Units summed to the unit they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.model.columns import Columns
from cchc.model.errors import InputError
from cchc.model.place import Place
from cchc.model.units import UnitsTable
from cchc.packs.figure_schema import FigureDef
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.columns import score_columns
from cchc.scoring.merge import merged
from cchc.scoring.tree import ReadyIndex

NAN = float("nan")


def _figure(name: str, kind: str, **more: Any) -> FigureDef:
    text = {"vi": f"Số {name}", "en": name}
    raw = {"id": name, "label": text, "kind": kind, "unit": text, "part": "I", "required": "optional", **more}
    return FigureDef.model_validate(raw)


FIGURES = {
    one.id: one
    for one in (
        _figure("a.done", "count"),
        _figure("a.total", "count"),
        _figure("a.money", "money"),
        _figure("a.days", "number"),
        _figure("a.share", "percent"),
        _figure("a.rate", "percent", ratio=["a.done", "a.total"]),
    )
}


def _table(units: str, parents: Sequence[str], figures: Mapping[str, Sequence[float]], **more: Any) -> UnitsTable:
    """Return rooms named by single letters."""
    values = {name: np.array(column, dtype=np.float64) for name, column in figures.items()}
    return UnitsTable(
        file="u.csv",
        ids=tuple(units),
        names=tuple(f"Phòng {unit}" for unit in units),
        kinds=tuple("room" for _ in units),
        figures=Columns(len(units), values),
        parents=tuple(parents),
        **more,
    )


def _values(table: UnitsTable, name: str) -> list[float]:
    return [float(value) for value in table.figures.values[name]]


def test_counts_and_money_are_summed() -> None:
    table = merged(_table("abc", ["SCT", "SCT", ""], {"a.done": [3, 4, 9], "a.money": [0.5, 1.25, 2]}), FIGURES)
    assert (table.ids, table.names, table.kinds) == (("SCT", "c"), ("SCT", "Phòng c"), ("department", "room"))
    assert _values(table, "a.done") == [7, 9]
    assert _values(table, "a.money") == [1.75, 2]
    assert table.parents == ()
    assert table.warnings == ("gộp 2 đơn vị thành 'SCT' bằng tổng các số đếm: Phòng a, Phòng b",)


def test_without_parents_nothing_happens() -> None:
    for parents in ((), ("", "")):
        table = _table("ab", parents, {"a.done": [1, 2]})
        assert merged(table, FIGURES) is table


def test_what_one_unit_does_not_know_is_not_known_of_the_sum() -> None:
    table = merged(_table("ab", ["S", "S"], {"a.done": [3, NAN], "a.total": [5, 6]}), FIGURES)
    assert np.isnan(_values(table, "a.done")).all()
    assert _values(table, "a.total") == [11]
    assert table.warnings[0].endswith("Phòng a, Phòng b. chưa biết vì có đơn vị chưa nêu: Số a.done")


def test_what_nobody_states_is_not_lost() -> None:
    table = merged(_table("ab", ["S", "S"], {"a.done": [NAN, NAN], "a.total": [5, 6]}), FIGURES)
    assert "chưa biết" not in table.warnings[0]


def test_percents_and_means_are_never_averaged() -> None:
    table = merged(_table("ab", ["S", "S"], {"a.share": [0.5, 0.5], "a.days": [4, 4]}), FIGURES)
    assert np.isnan(_values(table, "a.share")).all()
    assert np.isnan(_values(table, "a.days")).all()
    assert "chưa biết vì không cộng được (tỷ lệ, số bình quân): Số a.share; Số a.days" in table.warnings[0]


def test_a_percent_is_computed_from_the_summed_counts() -> None:
    # 1 of 2 and 9 of 10 are 10 of 12; the mean of 50% and 90% would be 70%.
    figures: dict[str, list[float]] = {"a.done": [1, 9], "a.total": [2, 10], "a.rate": [0.5, 0.9]}
    table = merged(_table("ab", ["S", "S"], figures), FIGURES)
    assert _values(table, "a.rate") == [10 / 12]
    # Printed as 33% and 67%: the digits of the print do not count as another ratio.
    table = merged(_table("ab", ["S", "S"], {"a.done": [1, 2], "a.total": [3, 3], "a.rate": [0.33, 0.67]}), FIGURES)
    assert _values(table, "a.rate") == [0.5]


@pytest.mark.parametrize(
    "figures",
    [
        {"a.done": [1, 9], "a.total": [2, 10], "a.rate": [0.5, 1.0]},  # states another rate than its counts
        {"a.done": [1, NAN], "a.total": [2, 10], "a.rate": [0.5, 0.9]},
        {"a.done": [1, 9], "a.total": [2, 10], "a.rate": [NAN, NAN]},
        {"a.done": [0, 0], "a.total": [0, 0], "a.rate": [1, 1]},
        {"a.done": [1, 9], "a.rate": [0.5, 0.9]},
    ],
)
def test_a_percent_that_the_counts_do_not_prove_is_unknown(figures: dict[str, list[float]]) -> None:
    assert np.isnan(_values(merged(_table("ab", ["S", "S"], figures), FIGURES), "a.rate")).all()


def test_the_row_of_the_unit_itself_gives_its_name_and_entries_and_stays_out_of_the_sum() -> None:
    table = _table(
        "xSy",
        ["S", "", "S"],
        {"a.done": [3, 100, 4]},
        judgements={"1.1": np.array([1.0, 2.0, 3.0])},
        days_late=np.array([0.0, 5.0, 0.0]),
        not_applicable={"1.2": np.array([True, False, True])},
        states=("moved", "sent", "moved"),
        remarks=("một", "hai", "ba"),
        reasons={"1.1": ("p", "q", "r")},
    )
    table = merged(replace(table, kinds=("room", "sub_department", "room")), FIGURES)
    assert (table.ids, table.names, table.kinds) == (("S",), ("Phòng S",), ("sub_department",))
    assert _values(table, "a.done") == [7]
    assert table.judgements["1.1"].tolist() == [2]
    assert table.days_late is not None
    assert table.days_late.tolist() == [5]
    assert table.not_applicable["1.2"].tolist() == [False]
    assert (table.states, table.remarks, table.reasons) == (("sent",), ("hai",), {"1.1": ("q",)})
    assert "số liệu ở dòng của chính 'Phòng S' không cộng vào tổng này" in table.warnings[0]


def test_without_a_row_of_its_own_nothing_entered_is_carried_over() -> None:
    table = _table(
        "ab",
        ["S", "S"],
        {"a.done": [3, 4]},
        self_scores={"1.1": np.array([1.0, 2.0])},
        not_applicable={"1.1": np.array([True, True]), "1.2": np.array([True, False])},
        evidence={"1.1": ("có", "có")},
    )
    table = merged(table, FIGURES)
    assert np.isnan(table.self_scores["1.1"]).tolist() == [True]
    assert {code: mask.tolist() for code, mask in table.not_applicable.items()} == {"1.1": [True], "1.2": [False]}
    assert table.evidence == {"1.1": ("",)}


def test_units_of_units_go_into_the_last_one() -> None:
    # a and b belong to C, C and d to S: a + b + d, without the row of C, which says the same again.
    table = merged(_table("abCd", ["C", "C", "S", "S"], {"a.done": [1, 2, 3, 4]}), FIGURES)
    assert table.ids == ("S",)
    assert _values(table, "a.done") == [7]


@pytest.mark.parametrize("parents", [["a", ""], ["b", "a"]])
def test_units_that_belong_to_each_other_are_refused(parents: list[str]) -> None:
    with pytest.raises(InputError, match=r"u\.csv: đơn vị '.' trực thuộc chính nó"):
        merged(_table("ab", parents, {"a.done": [1, 2]}), FIGURES)


class _Rows:
    def place(self, row: int, figure: str) -> Place | None:
        return Place(part="bảng", detail=f"{figure} {row}")


def test_places_and_periods_follow_their_units() -> None:
    spring, summer = (date(2025, 1, 1), date(2025, 3, 31)), (date(2025, 4, 1), date(2025, 6, 30))
    table = _table(
        "abcde", ["S", "S", "", "T", "T"], {"a.done": [1, 2, 3, 4, 5]}, origin=_Rows(),
        periods=(spring, spring, summer, spring, summer),
    )  # fmt: skip
    table = merged(table, FIGURES)
    assert table.ids == ("S", "c", "T")
    assert table.periods == (spring, summer, None)
    assert table.origin is not None
    assert [table.origin.place(row, "a.done") for row in range(3)] == [
        None,
        Place(part="bảng", detail="a.done 2"),
        None,
    ]
    assert ["khác nhau" in warning for warning in table.warnings] == [False, True]


COUNTS = ("sq.digitized", "sq.digitization_base", "sq.dossiers_on_time", "sq.dossiers")
CELLS = st.one_of(st.integers(0, 30).map(float), st.just(NAN))


COLUMNS = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=len(COUNTS), max_size=len(COUNTS))
)


@pytest.fixture(scope="module")
def ready(pack: Pack) -> ReadyIndex:
    return ready_index(pack, pack.indices["service-quality-766"], ScoreOptions())


COUNTED = {name: _figure(name, "count") for name in COUNTS}


@settings(max_examples=40, deadline=None)
@given(columns=COLUMNS)
def test_the_index_of_a_sum_is_that_of_the_summed_counts(columns: list[list[float]], ready: ReadyIndex) -> None:
    size = len(columns[0])
    table = _table("abcde"[:size], ["S"] * size, dict(zip(COUNTS, columns, strict=True)))
    summed = {name: [sum(column)] for name, column in zip(COUNTS, columns, strict=True)}
    straight = replace(_table("S", (), summed), kinds=("department",))
    ours, theirs = (score_columns(ready, one) for one in (merged(table, COUNTED), straight))
    np.testing.assert_array_equal(ours.points, theirs.points)
    np.testing.assert_array_equal(ours.total.points, theirs.total.points)
    np.testing.assert_array_equal((ours.total.low, ours.total.high), (theirs.total.low, theirs.total.high))
