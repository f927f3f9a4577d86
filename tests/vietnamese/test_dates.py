"""Days and spans of days in the ways people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.vietnamese.dates import dates_in, windows_in
from cchc.vietnamese.named_periods import named_periods


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 15/3/2025", date(2025, 3, 15)),
        ("ngày 15-3-2025.", date(2025, 3, 15)),
        ("ban hành 02.1.2018", date(2018, 1, 2)),
        ("ngày 05 tháng 12 năm 2024", date(2024, 12, 5)),
        ("Ngày 5 tháng 12, năm 2024", date(2024, 12, 5)),
        ("05/9/2016 của Thủ tướng", date(2016, 9, 5)),
        ("28/02/2025", date(2025, 2, 28)),
        ("ngày 20/12/2021về việc", date(2021, 12, 20)),
        ("15 / 3 / 2025", date(2025, 3, 15)),
    ],
)
def test_a_day(text: str, day: date) -> None:
    (found,) = dates_in(text)
    assert found.day == day
    assert str(day.year) in text[found.start : found.end]


@pytest.mark.parametrize("text", ["ngày 31/02/2025", "01/29 nhiệm vụ", "tháng 4/2025", "10/2025/QĐ-UBND", "1.234.567", "32/1/2025", "ngày    tháng   năm 2025", "54.9%"])  # fmt: skip
def test_no_day(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize("text", ["ngày tháng 4 năm 2025", "ngày ... tháng 4 năm 2025", "ngày    tháng 4 năm 2025", "ngày…tháng 4 năm 2025", "ngày ___ tháng 04 năm 2025"])  # fmt: skip
def test_a_date_line_that_waits_for_its_day(text: str) -> None:
    (found,) = dates_in(text)
    assert (found.day, found.month, found.year) == (None, 4, 2025)


def test_a_day_without_year_needs_one() -> None:
    assert dates_in("họp ngày 15/3")[0].day is None
    assert dates_in("họp ngày 15/3", 2024)[0].day == date(2024, 3, 15)
    assert dates_in("họp ngày 29/2", 2025) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("từ ngày 15/3/2025 đến hết ngày 14/4/2025", date(2025, 3, 15), date(2025, 4, 14)),
        ("từ 15/12/2024 đến 14/3/2025", date(2024, 12, 15), date(2025, 3, 14)),
        ("(15/12 - 14/3)", date(2024, 12, 15), date(2025, 3, 14)),
        ("từ ngày 15/12 đến ngày 14/01/2025", date(2024, 12, 15), date(2025, 1, 14)),
        ("tính từ 21/7-20/8", date(2025, 7, 21), date(2025, 8, 20)),
        ("từ ngày 15 tháng 12 năm 2024 đến ngày 14 tháng 3 năm 2025", date(2024, 12, 15), date(2025, 3, 14)),
        ("15-12-2024 đến 14-3-2025", date(2024, 12, 15), date(2025, 3, 14)),
    ],
)
def test_a_span_of_days(text: str, first: date, last: date) -> None:
    (found,) = windows_in(text, 2025)
    assert (found.first, found.last) == (first, last)


def test_the_last_day_of_february_tells_which_years_can_be_meant() -> None:
    assert windows_in("từ 1/12-29/2", 2025) == ()
    assert windows_in("từ 1/12-29/2", 2024)[0].first == date(2023, 12, 1)


@pytest.mark.parametrize("text", ["15/12 - 14/3 nhiệm vụ", "từ ngày 15/4/2025 đến ngày 14/3/2025", "từ 5/6 hồ sơ", "giai đoạn 2021-2025"])  # fmt: skip
def test_no_span_of_days(text: str) -> None:
    assert windows_in(text, 2025) == ()


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from("/-."), st.text("xyzạ ,;:", max_size=8))
def test_every_day_is_found_where_it_stands(day: date, sign: str, before: str) -> None:
    printed = f"{day.day:02}{sign}{day.month}{sign}{day.year}"
    (found,) = dates_in(f"{before} {printed} x")
    assert (found.day, found.start) == (day, len(before) + 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tháng 4, nhiệm vụ tháng 05/2025", [("month", 4, None), ("month", 5, 2025)]),
        ("Quý III.2020 và quý 2 năm 2025", [("quarter", 3, 2020), ("quarter", 2, 2025)]),
        ("6 tháng đầu năm 2024", [("half_year", 1, 2024)]),
        ("9 tháng đầu năm", [("nine_months", 1, None)]),
        ("11 tháng năm 2024", []),
        ("năm 2024", [("year", 1, 2024)]),
        ("ngày 05 tháng 12 năm 2024, giai đoạn năm 2021-2025", []),
        ("tháng 13/2024", []),
    ],
)
def test_periods_named(text: str, expected: list[tuple[str, int, int | None]]) -> None:
    found = named_periods(text)
    assert [(p.kind, p.number, p.year) for p in found] == expected
