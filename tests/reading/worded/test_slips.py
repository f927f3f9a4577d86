"""Slips of writing: the cases of the file, quotes that can be found again, and one way of writing within a document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.reading.outlined import outlined

from cchc.model.wording import Mention
from cchc.packs.reading_content import reading_content
from cchc.packs.slip_schema import SlipCase
from cchc.reading.worded.slip import Written
from cchc.reading.worded.slip_cases import found_in
from cchc.reading.worded.slips import SlipFinder, read_slips, words_read

CONTENT = reading_content(ROOT)
FINDER = SlipFinder(CONTENT.slips)


def mentions(*paragraphs: str) -> list[Mention]:
    report = outlined(("II.2", "Cải cách thủ tục hành chính", paragraphs))
    return list(read_slips(report, CONTENT.documents, FINDER))


def printed(kind: str, *paragraphs: str) -> list[str]:
    return [m.printed for m in mentions(*paragraphs) if m.entry == kind]


@pytest.mark.parametrize("case", CONTENT.slips.cases, ids=lambda case: case.text[:40])
def test_what_a_case_says_is_found(case: SlipCase) -> None:
    assert found_in(ROOT, case) == sorted(case.finds)


def test_an_abbreviation_explained_anywhere_is_explained() -> None:
    assert printed("abbreviation", "Có 18 DVC.", "Dịch vụ công (DVC) là ...") == []
    assert printed("abbreviation", "Có 18 DVC.", "Danh mục DVC được công khai.") == ["DVC"]


def test_an_abbreviation_in_the_symbol_of_a_document_is_none() -> None:
    assert printed("abbreviation", "Công văn số 1143/SCT-VP ngày 01/8/2024 về DVC.") == ["DVC"]


def test_the_first_way_of_padding_is_the_usual_one_where_both_are_as_frequent() -> None:
    assert printed("padding", "Có 7 phòng.", "Có 06 hồ sơ.") == ["06 hồ sơ"]
    assert printed("padding", "Có 06 phòng, 07 đơn vị.", "Có 6 hồ sơ.") == ["6 hồ sơ"]


def test_whole_percents_are_no_other_way_of_writing_decimals() -> None:
    assert printed("decimals", "Đạt 100%.", "Đạt 98,5%.", "Đạt 13%.") == []
    assert printed("decimals", "Đạt 99,35%.", "Đạt 98,52%.", "Đạt 97,1%.") == ["97,1%"]


def test_a_mark_is_quoted_with_the_words_before_it() -> None:
    (found,) = mentions("Tỷ lệ đề ra của tỉnh 90%,. Tỷ lệ khác thấp.")
    assert found.printed == ",."
    assert found.at is not None
    assert (found.at.quote or "").endswith("90%,.")


def test_recipients_and_signature_are_not_looked_at() -> None:
    report = outlined(("kết thúc", "", ["- Lưu: VT, KTTH."]))
    assert list(read_slips(report, CONTENT.documents, FINDER)) == []


def test_words_are_counted_without_numbers_and_headings() -> None:
    assert words_read(outlined(("II.2", "Cải cách", ["Có 18 dịch vụ công."]))) == 4


_PIECES = [
    "cải các hành chính",
    "VneID",
    "DVC",
    "07 phòng",
    "6 hồ sơ",
    "90%,.",
    "điện tử...",
    "........",
    "98,5%",
    "97.25%",
    ": 0 số lượng",
    "kịp thời",
    "\n",
    ". ",
    "và ",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
def test_what_is_found_stands_in_the_text_and_its_quote_too(text: str) -> None:
    for found in mentions(text):
        assert found.printed in text
        assert found.at is not None
        assert (found.at.quote or "") in text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for slip in FINDER.find([Written(text)]):
        assert 0 <= slip.start < slip.end <= len(text)
