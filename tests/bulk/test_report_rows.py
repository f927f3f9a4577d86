"""Rows that cannot be used: each is named with its cell and why; the others are read as tables are read everywhere."""

from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.bulk.cells import figure_column, text_column
from cchc.bulk.headings import meanings, period_of
from cchc.bulk.kinds import Key, Kinds
from cchc.bulk.report_rows import ReportRows, report_rows
from cchc.intake.unit_cells import CellError, read_figure
from cchc.model.errors import InputError
from cchc.packs.figure_schema import FigureDef
from cchc.packs.pack import Pack
from cchc.tables.block import Block

DEFAULT = Key("department", "Bắc Giang", "tháng 4/2025", "", "")
COUNT, RATE = "dossiers.received", "digital.uptake_rate"


def rows_of(pack: Pack, columns: dict[str, Any], default: Key = DEFAULT) -> ReportRows:
    size = len(next(iter(columns.values())))
    means = meanings(list(columns), pack.figures, Path("bang.csv"))
    return report_rows(Block(np.arange(2, size + 2), columns), means, Kinds(pack, default), pack.figures)


def said(rows: ReportRows) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.cell) for one in rows.rejects]


def test_a_bad_cell_rejects_its_row_and_only_it(pack: Pack) -> None:
    rows = rows_of(
        pack, {"mã": ["a", "b", "c", "d"], COUNT: ["1.234", "12 cái", "-5", "7"], RATE: ["90%", "13", "", "0,9"]}
    )
    assert said(rows) == [(3, COUNT, "12 cái"), (4, COUNT, "-5"), (5, RATE, "0,9")]
    assert rows.kept.tolist() == [True, False, False, False]
    assert rows.values[COUNT][0] == 1234
    assert rows.values[RATE][:2].tolist() == [0.9, 0.13]


@pytest.mark.parametrize("kind", [pa.int64(), pa.float64(), pa.string(), pa.dictionary(pa.int32(), pa.string()), None])
def test_whatever_holds_the_cells_they_mean_the_same(pack: Pack, kind: pa.DataType | None) -> None:
    texts = ["0", "7", None, "40"]
    plain = texts if kind is None or not pa.types.is_primitive(kind) else [None if t is None else int(t) for t in texts]
    cells = (
        list(plain)
        if kind is None
        else pa.array(plain, pa.string()).dictionary_encode()
        if pa.types.is_dictionary(kind)
        else pa.array(plain, kind)
    )
    found = figure_column(cells, pack.figures[COUNT])
    assert np.array_equal(found.values, [0, 7, np.nan, 40], equal_nan=True)
    assert found.faults == ()


@pytest.mark.parametrize(
    ("cell", "percent", "half"),
    [
        ("13%", 0.13, 0.005),
        ("12,77%", 0.1277, 0.00005),
        ("12.770", 0.1277, 0.000005),
        (13, 0.13, 0.005),
        (12.5, 0.125, 0.0005),
    ],
)
def test_a_percent_has_half_of_its_last_printed_digit(
    pack: Pack, cell: str | float, percent: float, half: float
) -> None:
    for cells in ([cell], pa.array([cell])):
        found = figure_column(cells, pack.figures[RATE])
        assert found.half is not None
        assert (found.values[0], found.half[0]) == (pytest.approx(percent, abs=1e-15), pytest.approx(half))


cells = st.text(st.sampled_from("0123456789.,% -x"), max_size=7) | st.sampled_from(
    ["0.9", "90%", "1.234", "1,5", "100,01"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(cells, min_size=1, max_size=6), st.sampled_from([COUNT, RATE, "finance.revenue_done"]))
def test_text_is_read_as_in_a_table_of_units(pack: Pack, texts: list[str], name: str) -> None:
    figure = pack.figures[name]
    found = figure_column(pa.array(texts), figure)
    wrong = {fault.index: fault.reason for fault in found.faults}
    for n, text in enumerate(texts):
        value, fault = _by_hand(text.strip(), figure)
        assert wrong.get(n, "") == fault
        assert np.array_equal(found.values[n], value, equal_nan=True)


def _by_hand(text: str, figure: FigureDef) -> tuple[float, str]:
    try:
        return read_figure(text, figure), ""
    except CellError as error:
        return np.nan, str(error)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.floats(-5, 200) | st.integers(-3, 120).map(float) | st.just(1e16) | st.just(np.inf), min_size=1, max_size=6
    ),
    st.sampled_from([COUNT, RATE]),
)
def test_numbers_are_refused_where_the_same_number_in_a_report_is(pack: Pack, numbers: list[float], name: str) -> None:
    found = figure_column(pa.array(numbers), pack.figures[name])
    wrong = {fault.index for fault in found.faults}
    for n, number in enumerate(numbers):
        value, fault = _by_hand_number(number, pack.figures[name])
        assert (n in wrong) == fault
        assert np.array_equal(found.values[n], value, equal_nan=True)


def _by_hand_number(number: float, figure: FigureDef) -> tuple[float, bool]:
    try:
        return read_figure(number, figure), False
    except CellError:
        return np.nan, True


def test_true_and_false_and_lists_are_no_figures(pack: Pack) -> None:
    assert [f.index for f in figure_column(pa.array([True, None]), pack.figures[COUNT]).faults] == [0]
    assert [f.index for f in figure_column([True, [1], 3, None], pack.figures[COUNT]).faults] == [0, 1]


def test_who_and_when_must_be_known(pack: Pack) -> None:
    columns = {
        "đơn vị": ["Sở A", "", "Sở C", "Sở D"],
        "kỳ": ["tháng 4/2025", "tháng 4/2025", "tháng 13/2025", ""],
        COUNT: ["1"] * 4,
    }
    rows = rows_of(pack, columns, Key("department", "Bắc Giang", "", "", ""))
    assert [(one.row, one.reason.split(";")[0]) for one in rows.rejects] == [
        (3, "thiếu mã hoặc tên đơn vị"),
        (4, "cần một kỳ có năm, ví dụ 'tháng 4/2025', 'quý I/2025', đang ghi 'tháng 13/2025'"),
        (5, "thiếu kỳ báo cáo"),
    ]


def test_an_empty_row_is_neither_a_report_nor_a_fault(pack: Pack) -> None:
    rows = rows_of(pack, {"mã": ["a", "", ""], COUNT: ["1", "", "5"]})
    assert (rows.kept.tolist(), said(rows)) == ([True, False, False], [(4, "", "")])


@pytest.mark.parametrize(
    ("headings", "wrong"),
    [
        (["mã", "dossiers.recieved"], "dossiers.received"),
        (["mã", "đơn vị"], "không có cột số liệu nào"),
        (["mã", COUNT, "Hồ sơ tiếp nhận, tổng số"], "cùng một nghĩa"),
        (["mã", " ", COUNT], "cột thứ 2 không có tiêu đề"),
    ],
)
def test_headings_that_cannot_be_used_are_said(pack: Pack, headings: list[str], wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        meanings(headings, pack.figures, Path("bang.csv"))


def test_periods_of_cells_and_of_the_call_are_read_alike(pack: Pack) -> None:
    kinds = Kinds(pack, DEFAULT)
    texts = [
        "2025-04",
        "tháng 4/2025",
        "Tháng 4/2025",
        "",
        "quý I/2025",
        "6 tháng đầu năm 2025",
        "9 tháng đầu năm 2025",
        "năm 2025",
    ]
    numbers = [kinds.number(Key("", "", text, "", "")) for text in texts]
    assert all(isinstance(number, int) for number in numbers), numbers
    ids = [kinds[number].reading.report.period.id for number in numbers if isinstance(number, int)]
    assert ids == [
        *["month-2025-04"] * 4,
        "quarter-2025-01",
        "half_year-2025-01",
        "nine_months-2025-01",
        "year-2025-01",
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("4/2025", "month-2025-04"),
        ("04/2025", "month-2025-04"),
        ("12-2025", "month-2025-12"),
        ("T4/2025", "month-2025-04"),
        ("t.04 / 2025", "month-2025-04"),
        ("2025-04", "month-2025-04"),
        ("2025/4", "month-2025-04"),
        ("Tháng 4 năm 2025", "month-2025-04"),
        ("Kỳ báo cáo: tháng 4/2025.", "month-2025-04"),
        ("Q1/2025", "quarter-2025-01"),
        ("Q.IV-2025", "quarter-2025-04"),
        ("2025-Q3", "quarter-2025-03"),
        ("Quý 1 năm 2025", "quarter-2025-01"),
        ("năm 2025", "year-2025-01"),
        ("2025", "year-2025-01"),
    ],
)
def test_periods_as_people_write_them(text: str, period: str) -> None:
    assert period_of(text, "", "").id == period


@pytest.mark.parametrize(
    "text",
    [
        "13/2025", "0/2025", "2025-13", "quý 5/2025", "Q5/2025", "tháng 4", "4/25", "15/4/2025", "2025-04-01", "4.2025",
        "202504", "2024-2025", "6 tháng 2025", "tháng tư năm 2025", "quý một năm 2025", "cuối năm 2025", "trước năm 2025",
        "tháng 3 và tháng 4/2025", "tháng 4/2025 lũy kế năm", "tháng 1-6/2025", "T4/2025 - T6/2025",
    ],
)  # fmt: skip
def test_what_may_be_another_period_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="cần một kỳ có năm"):
        period_of(text, "", "")


def test_short_floats_are_the_percents_that_were_printed(pack: Pack) -> None:
    short, plain = (figure_column(pa.array([54.9, 12.35, None, 100], kind), pack.figures[RATE])
                    for kind in (pa.float32(), pa.float64()))  # fmt: skip
    assert np.array_equal(short.values, plain.values, equal_nan=True)
    assert short.half is not None
    assert short.half[0] == pytest.approx(0.0005)


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        (pa.array([["a"], None]), ["['a']", ""]),
        (pa.array([{"x": 1}, None]), ["{'x': 1}", ""]),
        (pa.array([b"a", b"\xff"]), ["b'a'", "b'\\xff'"]),
        (pa.array([datetime(2025, 3, 15), None]), ["2025-03-15", ""]),
        (pa.array([1001.0, None]), ["1001", ""]),
    ],
)
def test_text_of_whatever_a_column_holds(cells: Any, texts: list[str]) -> None:
    assert text_column(cells).to_pylist() == texts
