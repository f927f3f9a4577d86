"""Passages copied from one sub-part of the results to another."""

import pytest
from tests.reading.outlined import outlined

from cchc.model.report import RepeatedPassage
from cchc.reading.said.repeats import read_repeats

LONG = "Phòng sử dụng phần mềm quản lý văn bản, chữ ký số và thư điện tử công vụ trong mọi hoạt động hằng ngày của cơ quan."


def repeats(*parts: tuple[str, str]) -> tuple[RepeatedPassage, ...]:
    return read_repeats(outlined(*((part, "", [text]) for part, text in parts)))


def test_the_same_sentence_in_two_parts() -> None:
    (found,) = repeats(("II.6.b", LONG), ("II.6.e", f"Máy tính được nối mạng. {LONG}"))
    assert found.similarity == 1.0
    assert [(p.part, p.quote) for p in found.at] == [("II.6.b", LONG), ("II.6.e", LONG)]


def test_nearly_the_same_with_how_near() -> None:
    # Without marks the clause has 113 signs, the other "hiện nay " more, which is 122: 2 * 113 / (113 + 122) = 0.96.
    (found,) = repeats(("II.6.b", LONG), ("II.6.e", f"Hiện nay, {LONG[0].lower()}{LONG[1:]}"))
    assert found.similarity == 0.96


def test_three_places_are_one_passage() -> None:
    (found,) = repeats(("I", LONG), ("II.6.b", LONG), ("II.6.e", LONG))
    assert [p.part for p in found.at] == ["I", "II.6.b", "II.6.e"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("II.2", LONG), ("II.2", LONG)),
        (("II.6.b", LONG), ("III.1", LONG)),
        (("III.3", LONG), ("V", LONG)),
        (("II.6.b", "Đã giải quyết hồ sơ đúng quy định."), ("II.6.e", "Đã giải quyết hồ sơ đúng quy định.")),
        (("II.6.b", f"Có 12 máy. {LONG[:-1]} với 12 người."), ("II.6.e", f"Có 13 máy. {LONG[:-1]} với 13 người.")),
        (("II.1.a", f"Quyết định số 5/QĐ-SYT {LONG}"), ("II.3", f"Quyết định số 5/QĐ-SYT {LONG}")),
    ],
)
def test_what_is_no_copying(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert repeats(first, second) == ()


def test_clauses_of_one_form_with_numbers_of_their_own_are_all_left_alone() -> None:
    body = [f"{LONG[:-1]} tại bộ phận {n} theo phân công số {n * 7} của thủ trưởng." for n in range(60)]
    assert read_repeats(outlined(("II.6.b", "", body[:30]), ("II.6.e", "", body[30:]))) == ()
