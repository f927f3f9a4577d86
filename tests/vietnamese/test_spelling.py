"""One spelling for the ways people type the same words, and offsets that stay true."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.vietnamese.spelling import compose, spell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Số hoá", "số hóa"),
        ("UỶ BAN", "Ủy ban"),
        ("Tỉ lệ", "Tỷ lệ"),
        ("quý I", "quí I"),
        ("kỹ thuật", "kĩ thuật"),
        ("Ðề án", "Đề án"),
        ("nǎm 2025", "năm 2025"),
        ("“đúng hạn”", '"đúng hạn"'),
        ("giai đoạn 2021–2025", "giai đoạn 2021-2025"),
        ("90％", "90%"),
    ],
)
def test_spellings_of_one_word_become_equal(one: str, other: str) -> None:
    assert spell(one) == spell(other)


@pytest.mark.parametrize(
    ("one", "other"), [("số", "sở"), ("năm", "nam"), ("hạn", "hàn"), ("qua", "quá"), ("quy", "quý")]
)
def test_marks_that_tell_words_apart_are_kept(one: str, other: str) -> None:
    assert spell(one) != spell(other)


def test_decomposed_text_is_composed_first() -> None:
    assert compose(unicodedata.normalize("NFD", "đã giải quyết")) == "đã giải quyết"


@given(st.text())
def test_the_result_has_as_many_characters_so_that_offsets_stay_true(text: str) -> None:
    assert len(spell(text)) == len(text)


@given(st.text(alphabet="aoeuyhóàòáỷýđtlqkQUYĐ .,%"))
def test_spelling_twice_changes_nothing_more(text: str) -> None:
    assert spell(spell(text)) == spell(text)
