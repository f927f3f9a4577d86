"""Offsets in the composed text lead back to the very letters of the file."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc.wordml.block import composed_offset, printed, raw_offset

LETTERS = st.text(st.sampled_from("aăâeêơưđ ỗệ\u0302\u0306\u031b\u0323\u0301\u0300 .,1\n\u1112\u1161"), max_size=30)


def test_offsets_through_decomposed_letters() -> None:
    raw = unicodedata.normalize("NFD", "  Hồ sơ đã giải quyết ")
    text = printed(raw)
    assert text == "Hồ sơ đã giải quyết"
    at = text.index("giải")
    start, end = raw_offset(raw, at), raw_offset(raw, at + 4)
    assert unicodedata.normalize("NFC", raw[start:end]) == "giải"
    assert raw_offset(raw, 0) == 2
    # The end of the text is the end of its last letter, with the marks of that letter.
    assert raw[: raw_offset(raw, len(text))].rstrip() == raw.rstrip()


def test_composed_text_has_its_own_offsets() -> None:
    assert [raw_offset(" hồ sơ", i) for i in range(6)] == [1, 2, 3, 4, 5, 6]
    assert composed_offset(" hồ sơ", 3) == 2


@given(LETTERS)
def test_offsets_never_go_back_and_stay_inside(raw: str) -> None:
    text = printed(raw)
    offsets = [raw_offset(raw, i) for i in range(len(text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(raw) for offset in offsets)


@given(LETTERS, st.data())
def test_a_span_of_whole_words_is_the_same_words(raw: str, data: st.DataObject) -> None:
    """Cut at blanks and line ends, where no letter joins another."""
    text = printed(raw)
    cuts = [
        0,
        len(text),
        *(i for i in range(1, len(text)) if text[i - 1] in " \n" and not unicodedata.combining(text[i])),
    ]
    start, end = sorted((data.draw(st.sampled_from(cuts)), data.draw(st.sampled_from(cuts))))
    found = raw[raw_offset(raw, start) : raw_offset(raw, end)]
    assert unicodedata.normalize("NFC", found).strip() == text[start:end].strip()
