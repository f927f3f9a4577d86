"""Rows that cannot be used: each kind is rejected with its place, its cell and its reason, and nothing else is."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.register.small import COLUMNS, counted, rejected, values, written

from cchc.model.errors import InputError
from cchc.model.register import Note, Window
from cchc.register.register import open_register

WIDE = (*COLUMNS, "channel", "fee", "paid_online", "supplement2_asked", "supplement2_given")
GOOD = {"code": "GOOD", "received": "13/4/2025 08:00", "due": "20/4/2025", "finished": "14/4/2025"}


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        ({"code": " "}, "code", None, "blank"),
        ({"received": ""}, "received", None, "blank"),
        ({"received": "31/2/2025"}, "received", "31/2/2025", "impossible_date"),
        ({"received": "2025-13-01"}, "received", "2025-13-01", "impossible_date"),
        ({"received": "29/2/2025 10:00"}, "received", "29/2/2025 10:00", "impossible_date"),
        ({"finished": "14/4/2025 24:10"}, "finished", "14/4/2025 24:10", "impossible_date"),
        ({"due": "hôm qua"}, "due", "hôm qua", "not_a_date"),
        ({"due": "45000"}, "due", "45000", "not_a_date"),
        ({"finished": "12/4/2025"}, "finished", "12/04/2025 00:00", "before_received"),
        ({"finished": "13/4/2025 07:59"}, "finished", "13/04/2025 07:59", "before_received"),
        ({"due": "12/4/2025"}, "due", "12/04/2025 00:00", "before_received"),
        ({"received": "13/4/1999"}, "received", "13/4/1999", "year"),
        ({"due": "20/4/2036"}, "due", "20/04/2036 00:00", "year"),
        ({"channel": "Quầy số 3"}, "channel", "Quầy số 3", "unknown_word"),
        ({"outcome": "Đang chờ"}, "outcome", "Đang chờ", "unknown_word"),
        ({"paid_online": "có lẽ"}, "paid_online", "có lẽ", "unknown_word"),
        ({"fee": "-5000"}, "fee", "-5000", "not_an_amount"),
        ({"fee": "nhiều"}, "fee", "nhiều", "not_an_amount"),
        ({"supplement_given": "15/4/2025"}, "supplement_given", "15/04/2025 00:00", "not_asked"),
        ({"supplement_asked": "15/4/2025 09:00", "supplement_given": "15/4/2025 08:59"},
         "supplement_given", "15/04/2025 08:59", "before_asked"),
        ({"supplement_asked": "15/4/2025 09:00", "supplement2_asked": "16/4/2025 09:00"},
         "supplement2_asked", "16/04/2025 09:00", "overlap"),
        ({"supplement_asked": "15/4/2025", "supplement_given": "18/4/2025", "supplement2_asked": "17/4/2025",
          "supplement2_given": "19/4/2025"}, "supplement2_asked", "17/04/2025 00:00", "overlap"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named(
    tmp_path: Path, row: dict[str, str], column: str, value: str | None, reason: str
) -> None:
    path = written(tmp_path, [GOOD, {**GOOD, "code": "BAD", **row}], WIDE)
    (one,) = rejected(path)
    assert (one.file, one.line, one.column, one.value, one.reason) == (str(path), 3, column, value, reason)
    assert one.code == (None if column == "code" else "BAD")
    recount = counted(path)
    assert (recount.counts.rows, recount.counts.used, recount.counts.rejected) == (2, 1, {reason: 1})
    assert values(recount, "received") == [1]


@pytest.mark.parametrize(
    "row",
    [
        {"finished": "13/4/2025"},  # a day without a time is compared by the day
        {"due": "13/4/2025"},
        {"received": "13/4/2025", "finished": "13/4/2025 00:00"},
        {"due": "20/4/2035"},
        {"outcome": "  đã trả  KẾT quả "},
        {"channel": "cong dvc tinh"},
        {"fee": "1.500.000 đ"},
        {"fee": " miễn phí"},
        {"supplement_asked": "15/4/2025 09:00", "supplement_given": "15/4/2025"},
        {"supplement_asked": "15/4/2025", "supplement_given": "16/4/2025", "supplement2_asked": "16/4/2025"},
        {"received": "\u00a013/4/2025 08:00\t"},
    ],
)
def test_a_row_that_can_be_used_is(tmp_path: Path, row: dict[str, str]) -> None:
    assert rejected(written(tmp_path, [{**GOOD, **row}, {**GOOD, "code": "OTHER"}], WIDE)) == []


def test_a_year_is_too_late_only_for_a_window_that_is_ten_years_before_it(tmp_path: Path) -> None:
    path = written(tmp_path, [GOOD, {**GOOD, "code": "LATER", "due": "20/4/2036"}])
    assert [one.code for one in rejected(path)] == ["LATER"]
    assert rejected(path, Window(date(2026, 1, 1), date(2026, 1, 31))) == []


def test_of_equal_rows_the_first_is_kept_and_of_rows_that_differ_none(tmp_path: Path) -> None:
    other = {**GOOD, "code": "TWO", "due": "21/4/2025"}
    rows = [GOOD, other, GOOD, {**other, "due": "22/4/2025"}, GOOD, {**GOOD, "code": "good"}]
    path = written(tmp_path, rows)
    assert [(one.code, one.line, one.reason) for one in rejected(path)] == [
        ("TWO", 3, "conflict"),
        ("GOOD", 4, "repeat"),
        ("TWO", 5, "conflict"),
        ("GOOD", 6, "repeat"),
    ]
    assert values(counted(path), "received") == [2]


def test_rows_that_differ_in_a_word_of_the_same_meaning_differ(tmp_path: Path) -> None:
    rows = [{**GOOD, "fee": "20000"}, {**GOOD, "fee": "30000"}]
    assert [one.reason for one in rejected(written(tmp_path, rows, WIDE))] == ["conflict", "conflict"]


def test_a_row_with_another_number_of_cells_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(
        "Mã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày trả\n"
        'A,"Xã\nMột",13/4/2025,\n'  # lines 2 and 3
        "\n"
        "B,Xã,13/4/2025\n"
        "C,Xã,13/4/2025,,,\n"
        "D,Xã,13/4/2025,,x\n"
        "E,Xã,31/4/2025,\n",
        encoding="utf-8",
    )
    assert [(one.code, one.line, one.reason) for one in rejected(path)] == [
        ("B", 5, "cells"), ("D", 7, "cells"), ("E", 8, "impossible_date"),
    ]  # fmt: skip
    assert values(counted(path), "received") == [2]


def test_a_column_with_both_orders_of_day_and_month_stops_with_the_two_rows(tmp_path: Path) -> None:
    rows = [{**GOOD, "code": "A"}, {**GOOD, "code": "B", "received": "4/13/2025"}]
    with pytest.raises(InputError) as error:
        counted(written(tmp_path, rows))
    assert error.value.line == 3
    assert "cột 'Ngày tiếp nhận' lẫn hai cách ghi ngày: '4/13/2025' ở dòng 3, '13/4/2025 08:00' ở dòng 2" in str(
        error.value
    )


def test_a_column_of_months_first_is_read_so_and_said(tmp_path: Path) -> None:
    rows = [
        {"code": "A", "received": "4/13/2025", "finished": "14/4/2025"},
        {"code": "B", "received": "4/5/2025", "finished": "1/5/2025"},
        {"code": "C", "received": "4/30/2025"},
    ]
    recount = counted(written(tmp_path, rows))
    assert Note("month_first", {"column": "received"}) in recount.counts.notes
    assert values(recount, "new", "resolved", "pending") == [3, 1, 2]


# Days up to the twelfth, as in a register of the first days of a month, and one slip of the pen.
SLIP = [{"code": f"H{n}", "received": f"{n}/4/2025"} for n in range(1, 13)] + [{"code": "X", "received": "4/13/2025"}]


def test_one_slip_of_the_pen_does_not_turn_a_column(tmp_path: Path) -> None:
    path = written(tmp_path, SLIP)
    with pytest.raises(InputError) as error:
        counted(path)
    assert error.value.line == 14
    assert "'4/13/2025' ở dòng 14 chỉ đọc được theo tháng/ngày" in str(error.value)
    assert "chỉ 1 trên 13 ô cho biết như vậy" in str(error.value)
    day_first = counted(path, said={"date_order": {"received": "day_first"}})
    assert (values(day_first, "new"), day_first.counts.rejected) == ([12], {"impossible_date": 1})
    assert day_first.counts.notes == ()
    month_first = counted(path, said={"date_order": {"received": "month_first"}})
    # 1/4 to 12/4 are the fourth days of twelve months, the fourth day of April and the thirteenth are of the window.
    assert (values(month_first, "new", "received"), month_first.counts.rejected) == ([2, 5], {})


def test_two_dates_of_which_one_shows_the_order_show_nothing(tmp_path: Path) -> None:
    rows = [{"code": "A", "received": "4/13/2025"}, {"code": "B", "received": "4/5/2025"}]
    with pytest.raises(InputError, match="không ô nào khác cho biết như vậy"):
        counted(written(tmp_path, rows))
    alone = counted(written(tmp_path, rows[:1]))
    assert (values(alone, "new"), alone.counts.notes) == ([1], (Note("month_first", {"column": "received"}),))


def test_the_order_of_one_file_proves_nothing_of_another(tmp_path: Path) -> None:
    first = written(tmp_path, [{"code": f"A{n}", "received": f"4/{n}/2025"} for n in range(13, 31)])
    (tmp_path / "other").mkdir()
    second = written(tmp_path / "other", [{"code": f"B{n}", "received": f"{n}/4/2025"} for n in range(1, 13)])
    with pytest.raises(InputError, match=r"other/register\.csv chỉ 0 trên 12 ô"), open_register([first, second], ROOT):
        pass


def test_a_column_that_does_not_tell_the_day_from_the_month_is_read_day_first_and_said(tmp_path: Path) -> None:
    rows = [
        {"code": "A", "received": "4/3/2025"},
        {"code": "B", "received": "3/4/2025"},
        {"code": "C", "received": "2025-04-11"},
    ]
    recount = counted(written(tmp_path, rows))
    assert recount.counts.notes == (Note("ambiguous_dates", {"column": "received"}),)
    assert values(recount, "new", "carried_over") == [2, 1]
    iso = counted(written(tmp_path, [{"code": "A", "received": "2025-04-03"}]))
    assert iso.counts.notes == ()


def test_dates_that_all_stand_at_midnight_have_no_time(tmp_path: Path) -> None:
    rows = [{**GOOD, "due": "20/4/2025 00:00", "finished": "20/4/2025 15:00"}]
    recount = counted(written(tmp_path, rows))
    assert recount.counts.notes == (Note("no_times", {"column": "due"}),)
    assert values(recount, "resolved_on_time") == [1]
    timed = counted(written(tmp_path, [*rows, {**GOOD, "code": "B", "due": "20/4/2025 09:00"}]))
    assert values(timed, "resolved_late") == [1]


FORMS = (
    "13/4/2025 8:05", "13/04/2025 08:05:59", "08:05 13/4/2025", "08:05:30 13/04/2025", "13-04-2025 08:05",
    "2025-04-13 08:05", "2025-04-13T08:05:10", "2025-04-13 08:05:10.250", "2025-04-13T01:05:10Z", "2025-04-13T08:05+07:00",
    "2025-04-13 01:05:10.999+0000",
)  # fmt: skip


def test_every_form_of_a_moment_is_the_same_moment(tmp_path: Path) -> None:
    rows = [{"code": form, "received": form, "due": "13/4/2025 08:05", "finished": "13/4/2025 08:05"} for form in FORMS]
    assert rejected(written(tmp_path, rows)) == []
    assert values(counted(written(tmp_path, rows)), "resolved_on_time") == [len(FORMS)]


def test_a_later_spelling_of_a_known_word_is_known(tmp_path: Path) -> None:
    rows = [{"code": f"H{n}", "received": "13/4/2025", "channel": "Trực tiếp"} for n in range(21_000)]
    rows.append({"code": "LAST", "received": "13/4/2025", "channel": "TRỰC TIẾP"})
    path = written(tmp_path, rows, ("code", "received", "finished", "channel"))
    recount = counted(path)
    assert recount.counts.rejected == {}
    assert values(recount, "new_direct_postal") == [21_001]


def test_a_quote_that_swallows_the_rows_below_stops_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text(
        'Mã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày trả\nA,Sở A,13/4/2025,\nB,"Sở A,13/4/2025,\nC,Sở A,13/4/2025,\nD,"Sở A",13/4/2025,\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="dấu nháy") as error:
        counted(path)
    assert error.value.line == 3
