"""Titles above a table of units, headings of two rows, totals and signatures below: read right or refused by name."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from tests.conftest import ROOT

from cchc.intake.unit_headings import Headings
from cchc.intake.units import holds_units, read_units
from cchc.model.errors import InputError
from cchc.model.units import UnitsTable
from cchc.packs.appraisal import appraisal
from cchc.packs.load import load_pack

HEADING: list[object] = ["Mã", "Đơn vị", "Loại", "dossiers.received", "dossiers.resolved"]
ROWS: list[list[object]] = [["P1", "Phòng Một", "phòng", 10, 9], ["P2", "Phòng Hai", "phòng", 20, 18]]


@pytest.fixture(scope="module")
def headings() -> Headings:
    pack = load_pack(ROOT)
    return Headings(pack.figures, pack.indices["rooms-and-units"], appraisal(ROOT))


def workbook(path: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def text_table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def received(table: UnitsTable) -> list[float]:
    values: list[float] = table.figures.values["dossiers.received"].tolist()
    return values


def test_titles_merged_over_a_sheet_are_left_out_and_said(tmp_path: Path, headings: Headings) -> None:
    rows: list[list[object]] = [["BẢNG TỔNG HỢP SỐ LIỆU NĂM 2025"], ["ĐVT: hồ sơ"], [], HEADING, *ROWS]
    path = workbook(tmp_path / "a.xlsx", rows, ["A1:E1", "A2:E2"])
    assert holds_units(path)
    table = read_units(path, headings)
    assert table.ids == ("P1", "P2")
    assert received(table) == [10, 20]
    assert table.warnings == ("bỏ qua dòng 1, 2 ở trên dòng tiêu đề của bảng (dòng 4)",)
    assert table.origin is not None
    place = table.origin.place(0, "dossiers.received")
    assert place is not None
    assert place.part == "dòng 5"


def test_a_title_with_a_comma_does_not_decide_how_a_csv_is_cut(tmp_path: Path, headings: Headings) -> None:
    lines = ("BẢNG SỐ LIỆU, NĂM 2025, LẦN 1, BẢN THẢO", "", ";".join(map(str, HEADING)), "P1;Phòng Một;phòng;10;9")
    table = read_units(text_table(tmp_path / "a.csv", *lines), headings)
    assert received(table) == [10]
    assert "dòng 1" in table.warnings[0]


def test_totals_notes_and_signatures_are_no_units_and_said(tmp_path: Path, headings: Headings) -> None:
    rows: list[list[object]] = [
        HEADING,
        *ROWS,
        ["Tổng cộng", None, None, 30, 27],
        ["Ghi chú: số liệu đến 31/12"],
        [None, None, None, "Người lập biểu"],
    ]
    table = read_units(workbook(tmp_path / "a.xlsx", rows), headings)
    assert table.ids == ("P1", "P2")
    assert [warning.split(" không")[0] for warning in table.warnings] == ["dòng 4", "dòng 5", "dòng 6"]


def test_a_unit_whose_name_begins_like_a_total_stays_a_unit(tmp_path: Path, headings: Headings) -> None:
    rows: list[list[object]] = [HEADING, ["TC", "Tổng cục", "phòng", 1, 1], ["Tổng", "Tổng đài", "phòng", 2, 2]]
    assert read_units(workbook(tmp_path / "a.xlsx", rows), headings).ids == ("TC", "Tổng")


def test_a_row_without_kind_that_is_no_total_is_an_error(tmp_path: Path, headings: Headings) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADING, *ROWS, ["P3", "Phòng Ba", None, 1, 1]])
    with pytest.raises(InputError, match="không được để trống") as caught:
        read_units(path, headings)
    assert (caught.value.line, caught.value.key) == (4, "loại")


def test_a_heading_of_two_rows_is_read_where_the_lower_row_names_figures(tmp_path: Path, headings: Headings) -> None:
    upper: list[object] = ["Mã", "Đơn vị", "Loại", "Hồ sơ", None]
    lower: list[object] = [None, None, None, "dossiers.received", "dossiers.resolved"]
    path = workbook(tmp_path / "a.xlsx", [["BẢNG SỐ LIỆU"], upper, lower, *ROWS], ["A2:A3", "B2:B3", "C2:C3", "D2:E2"])
    table = read_units(path, headings)
    assert (table.ids, received(table)) == (("P1", "P2"), [10, 20])


def test_a_heading_of_two_rows_may_group_what_people_score(tmp_path: Path, headings: Headings) -> None:
    upper, lower = "mã,đơn vị,loại,Tự chấm,,dossiers.received", ",,,1.1,1.2,"
    table = read_units(text_table(tmp_path / "a.csv", upper, lower, "P1,Phòng Một,phòng,2,1,10"), headings)
    assert (table.self_scores["1.1"][0], table.self_scores["1.2"][0], received(table)) == (2, 1, [10])


def test_a_heading_of_two_rows_that_names_no_figure_is_refused_by_both_names(
    tmp_path: Path, headings: Headings
) -> None:
    upper, lower = "mã,đơn vị,loại,Hồ sơ kỳ trước,", ",,,Tiếp nhận,Giải quyết"
    path = text_table(tmp_path / "a.csv", upper, lower, "P1,Phòng Một,phòng,10,9")
    with pytest.raises(InputError, match=r"'Tiếp nhận' dưới 'Hồ sơ kỳ trước'.*gộp hai dòng tiêu đề") as caught:
        read_units(path, headings)
    assert caught.value.line == 2


def test_the_label_of_a_figure_under_a_group_is_not_taken_for_it(tmp_path: Path, headings: Headings) -> None:
    """A figure under `Năm trước` is not the figure of this year, whatever its label."""
    label = headings.figures["dossiers.received"].label.vi
    path = text_table(
        tmp_path / "a.csv", "mã,đơn vị,loại,Năm trước,Năm nay", f",,,{label},{label}", "P1,Phòng,phòng,1,2"
    )
    with pytest.raises(InputError, match="dưới 'Năm trước'"):
        read_units(path, headings)


@pytest.mark.parametrize("lines", [("BẢNG SỐ LIỆU", "Tên phòng,Hồ sơ", "P1,3"), ("a,b,c", "1,2,3")])
def test_a_table_without_heading_is_told_what_it_needs(
    lines: tuple[str, ...], tmp_path: Path, headings: Headings
) -> None:
    with pytest.raises(InputError, match=r"không thấy dòng tiêu đề.*'mã', 'đơn vị', 'loại'"):
        read_units(text_table(tmp_path / "a.csv", *lines), headings)
