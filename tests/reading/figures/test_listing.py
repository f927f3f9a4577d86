"""How many items a report lists after declaring their number."""

import pytest

from cchc.model.blocks import Block
from cchc.reading.figures.listing import listed_after


@pytest.mark.parametrize(
    ("text", "declared", "listed"),
    [
        ("02 hình thức sau: họp dân và phát thanh.", 2, 2),
        ("03 nhiệm vụ chính: dữ liệu; nhân lực; an toàn.", 3, 3),
        ("3 phương án sau: (1) một; (2) hai; (3) ba.", 3, 3),
        ("4 phương án sau: (1) một; (2) hai; (3) ba.", 4, 3),
        ("4 thủ tục (A; B; C; D) vào danh mục", 4, 4),
        ("5 nhiệm vụ chính: dữ liệu, nhân lực.", 5, None),
        ("5 nhiệm vụ chính.", 5, None),
    ],
)
def test_a_list_is_counted_where_it_can_be(text: str, declared: int, listed: int | None) -> None:
    assert listed_after(text, text.index(" "), declared, {}, Block(text, "đoạn 1")) == listed


def test_a_list_in_the_footnote_counts() -> None:
    text = "06 nhiệm vụ chính và giải pháp"
    block = Block(text, "đoạn 1", marks=((len("06 nhiệm vụ chính"), 2),))
    note = Block(
        "06 nhiệm vụ: Nhận thức, Kinh tế, Dữ liệu, Nhân lực, An toàn, Chính quyền.", "chú thích 2", "footnote", note=2
    )
    assert listed_after(text, 2, 6, {2: note}, block) == 6


def test_a_list_before_the_number_counts_by_its_counters() -> None:
    text = "Không tính (1) thủ tục A; (2) thủ tục B do đặc điểm của 2 thủ tục này"
    assert listed_after(text, text.index("2 thủ tục này") + 1, 2, {}, Block(text, "đoạn 1")) == 2
