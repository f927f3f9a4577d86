"""Where a remark can stand: the words if they stand there once, else the block, else the heading of the part."""

from cchc.output.text_anchor import nearest_part, only_holder, words_in


def test_words_are_found_where_they_stand_once() -> None:
    assert words_in("tiếp nhận 331 hồ sơ", "331 hồ sơ") == (10, 19)
    assert words_in("331 hồ sơ, 331 hồ sơ", "331 hồ sơ") is None
    assert words_in("tiếp nhận", "331") is None
    assert words_in("tiếp nhận", None) is None
    assert words_in("tiếp nhận", "") is None


def test_a_quote_without_a_place_is_in_the_one_block_that_holds_it() -> None:
    texts = {"đoạn 1": "tháng 7 năm 2025", "đoạn 2": "tháng 8 năm 2025"}
    assert only_holder(texts, "tháng 7") == "đoạn 1"
    assert only_holder(texts, "năm 2025") is None
    assert only_holder(texts, "quý I") is None
    assert only_holder(texts, None) is None


def test_a_part_that_is_missing_is_looked_for_above() -> None:
    headings = {"II": "đoạn 3", "II.1": "đoạn 4"}
    assert nearest_part("II.1", headings) == "II.1"
    assert nearest_part("II.1.c", headings) == "II.1"
    assert nearest_part("II.6.g", headings) == "II"
    assert nearest_part("toàn văn", headings) is None
