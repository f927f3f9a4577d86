"""Numbers in words: what is spelled is read back, and anything else is no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.vietnamese.number_words import number_in_words

ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spelled(n: int) -> str:
    """Write a number below a billion as people say it."""
    for size, name in ((1_000_000, "triệu"), (1_000, "nghìn")):
        if n >= size:
            rest = n % size
            tail = (
                ("không trăm " if rest < 100 else "") + spelled(rest)
                if rest >= 10 or not rest
                else f"không trăm linh {ONES[rest]}"
            )
            return f"{spelled(n // size)} {name}" + (f" {tail}" if rest else "")
    if n >= 100:
        rest = n % 100
        tail = f"linh {ONES[rest]}" if 0 < rest < 10 else spelled(rest)
        return f"{ONES[n // 100]} trăm" + (f" {tail}" if rest else "")
    if n >= 20:
        unit = {0: "", 1: " mốt", 4: " tư", 5: " lăm"}.get(n % 10, f" {ONES[n % 10]}")
        return f"{ONES[n // 10]} mươi{unit}"
    if n >= 10:
        return "mười" + ({0: "", 5: " lăm"}.get(n - 10, f" {ONES[n - 10]}"))
    return ONES[n]


@given(st.integers(0, 999_999))
def test_what_is_spelled_is_read_back(n: int) -> None:
    assert number_in_words(spelled(n)) == n
    assert number_in_words(spelled(n).upper()) == n


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ba", 3),
        ("ba trăm lẻ năm", 305),
        ("hai ngàn", 2000),
        ("hai triệu ba nghìn", 2_003_000),
        ("bẩy mươi nhăm", 75),
        ("một tỷ", 10**9),
    ],
)
def test_other_ways_to_say_it(words: str, number: int) -> None:
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "hai ba", "thủ tục", "trăm", "nghìn", "một nghìn hai triệu", "hai mươi mươi", "mười hồ sơ", "ba " * 40],
)
def test_anything_else_is_no_number(words: str) -> None:
    assert number_in_words(words) is None
