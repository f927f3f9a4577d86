"""Figures in tables: named by columns or by rows, with scopes, times, totals and detail rows."""

from tests.reading.reader import table, values


def test_rows_that_name_figures() -> None:
    rows = [
        ["TT", "Nội dung", "Đơn vị tính", "Số liệu"],
        ["1", "Tổng số hồ sơ tiếp nhận", "hồ sơ", "1.318"],
        ["2", "Hồ sơ đã giải quyết", "hồ sơ", "1.260"],
    ]
    assert values(table(rows)) == [("dossiers.received", 1318), ("dossiers.resolved", 1260)]


def test_columns_that_name_figures_under_two_rows_of_headings() -> None:
    rows = [
        ["Lĩnh vực", "Đã giải quyết", "Đã giải quyết", "Đang giải quyết", "Đang giải quyết"],
        ["Lĩnh vực", "Tổng số", "Quá hạn", "Tổng số", "Quá hạn"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["Công nghiệp", "10", "1", "3", "0"],
        ["Thương mại", "20", "2", "4", "1"],
        ["Tổng cộng", "30", "3", "7", "1"],
    ]
    found = table(rows)
    assert values(found) == [
        ("dossiers.resolved", 30),
        ("dossiers.resolved_late", 3),
        ("dossiers.pending", 7),
        ("dossiers.pending_overdue", 1),
    ]
    assert [(row.name, row.figures["dossiers.resolved_late"][0].value) for row in found.detail_rows] == [
        ("Công nghiệp", 1),
        ("Thương mại", 2),
    ]


def test_levels_in_rows_are_scopes() -> None:
    rows = [["Cấp", "Tiếp nhận"], ["Cấp tỉnh", "100"], ["Cấp xã", "250"], ["Toàn tỉnh", "350"]]
    found = table(rows, province=True)
    assert [(f.stated.scope, f.stated.value) for f in found.figures] == [
        ("cấp tỉnh", 100),
        ("cấp xã", 250),
        ("own", 350),
    ]


def test_columns_that_name_times_and_goals() -> None:
    rows = [
        ["Nội dung", "Kế hoạch", "Trong tháng", "Lũy kế từ đầu năm", "Cùng kỳ"],
        ["Hồ sơ đã giải quyết", "500", "120", "480", "450"],
    ]
    found = table(rows)
    assert [(f.stated.span, f.stated.value) for f in found.figures] == [("period", 120), ("year_to_date", 480)]
    assert [(left.printed, left.reason) for left in found.not_taken] == [("500", "target"), ("450", "comparison")]


def test_a_row_below_another_is_named_with_it() -> None:
    rows = [["Nội dung", "Số"], ["Hồ sơ tiếp nhận mới", "80"], ["- Trực tuyến", "70"], ["Ghi chú khác", "5"]]
    assert values(table(rows)) == [("dossiers.new", 80), ("dossiers.new_online", 70)]


def test_none_in_words_in_a_cell_is_zero_and_an_empty_or_dashed_cell_is_nothing() -> None:
    rows = [
        ["Nội dung", "Số"],
        ["Tổng số hồ sơ tiếp nhận", "12"],
        ["Hồ sơ yêu cầu bổ sung", "Không phát sinh"],
        ["Hồ sơ xin rút", "-"],
    ]
    assert values(table(rows)) == [("dossiers.received", 12), ("dossiers.supplement", 0)]


def test_a_percent_column_states_the_rate_of_its_row() -> None:
    rows = [["Nội dung", "Số lượng", "Tỷ lệ (%)"], ["Hồ sơ giải quyết trước và đúng hạn", "98", "98,5"]]
    assert values(table(rows)) == [("dossiers.resolved_early_or_on_time", 98), ("dossiers.on_time_rate", 98.5)]


def test_a_place_names_the_cell() -> None:
    (figure,) = table([["Nội dung", "Số"], ["Hồ sơ đã giải quyết", "7"]]).figures
    at = figure.stated.at
    assert at is not None
    assert (at.part, at.detail, at.quote) == ("II.2", "bảng 1, hàng 2, cột 2", "7")


def test_a_table_without_a_line_of_totals_may_leave_fields_out() -> None:
    rows = [["Lĩnh vực", "Tiếp nhận", "Đã giải quyết"], ["Đất đai", "5.120", "4.590"], ["Môi trường", "76", "68"]]
    found = table(rows)
    assert (values(found), found.detail_rows) == ([], ())
