from datetime import date

import pytest

from cchc.model.period import Period
from cchc.vietnamese.fold import fold
from cchc.vietnamese.numbers import show_date, show_number, show_percent
from cchc.vietnamese.periods import periods_in


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Sở  Nội vụ", "sở nội vụ"), ("Đề án", "Ðề án"), ("số hóa", "so hoa"), ("e\u0301", "é")],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert fold("Sở Nội vụ") != fold("Sở Ngoại vụ")


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (331, "331", "331"),
        (1234567, "1.234.567", "1,234,567"),
        (99.5, "99,5", "99.5"),
        (-0.0, "0", "0"),
        (0.004, "0", "0"),
    ],
)
def test_numbers_as_written(value: float, vi: str, en: str) -> None:
    assert show_number(value) == vi
    assert show_number(value, "en") == en


def test_percent_and_date_as_written() -> None:
    assert show_percent(18 / 141) == "12,77%"
    assert show_percent(1.0) == "100%"
    assert show_date(date(2025, 4, 14)) == "14/4/2025"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong tháng 4/2025, Sở", [("month", 2025, 4)]),
        ("tháng 05 năm 2025", [("month", 2025, 5)]),
        ("trong tháng 4 Sở đã cử", [("month", 2025, 4)]),
        ("quý I năm 2025", [("quarter", 2025, 1)]),
        ("Quý IV/2024", [("quarter", 2024, 4)]),
        ("6 tháng đầu năm 2025", [("half_year", 2025, 1)]),
        ("báo cáo 9 tháng năm 2025", [("nine_months", 2025, 1)]),
        ("công tác CCHC năm 2025", [("year", 2025, 1)]),
        ("tháng 4 năm 2025, quý I năm 2025", [("month", 2025, 4), ("quarter", 2025, 1)]),
        ("ngày 15/3/2025", []),
        ("12 tháng", []),
        ("tháng 13/2025", []),
    ],
)
def test_periods_named_in_text(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(p.kind, p.year, p.number) for p in periods_in(text, 2025)] == expected


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period(kind="month", year=2025, number=4), date(2025, 3, 15), date(2025, 4, 14)),
        (Period(kind="month", year=2025, number=1), date(2024, 12, 15), date(2025, 1, 14)),
        (Period(kind="quarter", year=2025, number=1), date(2024, 12, 15), date(2025, 3, 14)),
        (Period(kind="quarter", year=2025, number=3), date(2025, 6, 15), date(2025, 9, 14)),
        (Period(kind="half_year", year=2025, number=1), date(2024, 12, 15), date(2025, 6, 14)),
        (Period(kind="nine_months", year=2025), date(2024, 12, 15), date(2025, 9, 14)),
        (Period(kind="year", year=2025), date(2024, 12, 15), date(2025, 12, 14)),
    ],
)
def test_the_lawful_data_window(period: Period, start: date, end: date) -> None:
    assert period.window() == (start, end)


def test_the_next_period_crosses_the_year() -> None:
    assert Period(kind="month", year=2025, number=12).next() == Period(kind="month", year=2026, number=1)
    assert Period(kind="quarter", year=2025, number=2).next() == Period(kind="quarter", year=2025, number=3)
    assert Period(kind="year", year=2025).next() == Period(kind="year", year=2026)


def test_labels_of_quarters() -> None:
    assert [Period(kind="quarter", year=2025, number=n).label() for n in (1, 4)] == ["quý I/2025", "quý IV/2025"]
