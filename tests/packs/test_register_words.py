"""Headings and words of registers: the shipped ones, and mistakes in such a file."""

from pathlib import Path

import pytest
from tests.conftest import ROOT

from cchc.model.errors import ContentError
from cchc.packs.register_words import COLUMNS, FILE, MEANINGS, register_words
from cchc.vietnamese.fold import fold

WORDS = register_words(ROOT)


def test_the_shipped_words_name_every_column_in_both_languages() -> None:
    assert set(WORDS.columns) == set(COLUMNS)
    assert {column for column in COLUMNS if WORDS.words(column)} == set(MEANINGS)
    assert all(set(WORDS.words(column).values()) == set(meanings) for column, meanings in MEANINGS.items())


@pytest.mark.parametrize(
    ("column", "word", "meaning"),
    [
        ("channel", "CỔNG DỊCH VỤ CÔNG QUỐC GIA", "national_portal"),
        ("channel", "qua bưu điện", "post"),
        ("outcome", "Công dân rút hồ sơ", "withdrawn"),
        ("digitized_parts", "X", "yes"),
        ("paid_online", "0", "no"),
        ("satisfaction", "Rất hài lòng", "satisfied"),
        ("service_level", "DVC một phần", "partial"),
        ("fee", "miễn phí", "none"),
    ],
)
def test_words_of_exports_are_known(column: str, word: str, meaning: str) -> None:
    assert WORDS.words(column)[fold(word)] == meaning


def test_a_rating_between_the_two_is_not_guessed() -> None:
    assert fold("Bình thường") not in WORDS.words("satisfaction")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    headings: [Mã hồ sơ,", "    headings: [Đơn vị, Mã hồ sơ,", "'Đơn vị' đã thuộc 'code'"),
        ("      post: [Bưu chính,", "      post: [Trực tiếp, Bưu chính,", "'Trực tiếp' đã thuộc 'direct'"),
        ("      withdrawn: [Rút,", "      taken_back: [Rút,", "'values' phải có đúng: result, returned, withdrawn"),
        ("  'no': [Không,", "  'no': [Có, Không,", "'Có' đã thuộc 'yes'"),
        ("  satisfaction:\n", "  satisfactoin:\n", "'satisfactoin' không có"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        register_words(tmp_path)
    assert message in str(error.value)
    assert all(problem.file == FILE and problem.line for problem in error.value.problems)
