"""Numbers that count something, told from those that name, date or order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.vietnamese.printed import printed_numbers


def values(text: str) -> list[float]:
    return [n.value for n in printed_numbers(text)]


def test_a_list_of_names_ends_before_a_fraction() -> None:
    (number,) = printed_numbers("dịch vụ mức độ 3, 4, 19/36 dịch vụ có hồ sơ")
    assert (number.value, number.of) == (19, 36)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("1.234 hồ sơ", 1234, 0),
        ("12.345.678 đồng", 12345678, 0),
        ("đạt 99,5", 99.5, 1),
        ("đạt 54.9%", 54.9, 1),
        ("đạt 1,25 %", 1.25, 2),
        ("03 hồ sơ", 3, 0),
        ("3320 bộ", 3320, 0),
        ("98 phần trăm", 98, 0),
        ("1.234,56 triệu đồng", 1234560000, 0),
    ],
)
def test_numbers_as_printed(text: str, value: float, decimals: int) -> None:
    (number,) = printed_numbers(text)
    assert (number.value, number.decimals) == (value, decimals)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 278/QĐ-UBND ngày 21/3/2025",
        "từ ngày 15/6 đến 14/9",
        "Nghị định 111/2022/NĐ-CP",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017",
        "Công văn số 211/SNV-CCHC",
        "ngày 05 tháng 12 năm 2024",
        "từ ngày 15/3/2025 đến hết ngày 14/4/2025",
        "15/12 - 14/3",
        "ngày 02.1.2018",
        "Tháng 4/2025¹, Sở",
        "quý III.2020",
        "6 tháng đầu năm 2025",
        "giai đoạn 2021-2025, tầm nhìn đến năm 2030",
        "mức độ 3, 4",
        "Đề án 06",
        "TCVN ISO 9001:2015",
        "hotline 0204.3.854.123",
        "Điện thoại: 0912 345 678",
        "xem https://dichvucong.gov.vn/p/123?id=45",
        "cchc_snv2@bacgiang.gov.vn",
        "lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII",
        "theo Điều 12, khoản 3",
        "lúc 7h30, 14 giờ 00",
        "(1) Thủ tục Thông báo; (2) Thủ tục khác",
        "1. Cải cách thể chế",
        "a) Công tác tham mưu",
    ],
)
def test_names_dates_and_orders_are_no_counts(text: str) -> None:
    assert values(text) == []


def test_a_list_counter_does_not_hide_the_number_after_it() -> None:
    assert values("1. Tiếp nhận 12 hồ sơ; (2) trả lại 3 hồ sơ") == [12, 3]


def test_a_fraction_keeps_both_numbers() -> None:
    (number,) = printed_numbers("đã giải quyết 1.456/1.625 hồ sơ")
    assert (number.kind, number.value, number.of) == ("fraction", 1456, 1625)


@pytest.mark.parametrize("word", ["hơn", "gần", "khoảng", "trên", "ước"])
def test_what_is_said_roughly_is_marked(word: str) -> None:
    (number,) = printed_numbers(f"tiếp nhận {word} 1.200 hồ sơ")
    assert number.approx


def test_the_end_of_another_word_is_not_roughly() -> None:
    assert not printed_numbers("chuyển từ kỳ trước 10 hồ sơ")[0].approx


def test_thousands_in_words_scale_the_number() -> None:
    (number,) = printed_numbers("61,3 ngàn hồ sơ")
    assert (number.value, number.scaled) == (61300, True)


def test_a_number_that_can_be_read_in_two_ways_says_so() -> None:
    assert printed_numbers("4,287 lượt xem")[0].unclear
    assert not printed_numbers("1,488 triệu hồ sơ")[0].unclear


@given(st.text(alphabet="0123456789.,/%- hồ sơngàyQĐ()\n"))
def test_a_number_stands_where_it_says(text: str) -> None:
    for number in printed_numbers(text):
        assert any(c.isdigit() for c in text[number.start : number.end])
        assert number.value >= 0
