"""Which sentences are narrative, and which of two sentences are one."""

import pytest
from tests.reading.outlined import outlined

from cchc.reading.said.narrative import read_narrative

PLAIN = "Các phòng đã chủ động rà việc còn chậm và báo cáo lãnh đạo Sở"


def marks(*parts: tuple[str, str, list[str]]) -> list[str]:
    return [one.mark for one in read_narrative(outlined(*parts))]


def test_a_sentence_stands_with_its_place_and_number_of_words() -> None:
    (one,) = read_narrative(outlined(("III.1", "1. Ưu điểm", [f"{PLAIN}."])))
    assert (one.words, one.at.part, one.at.quote) == (15, "III.1", f"{PLAIN}.")


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.upper(),
        f"- {PLAIN};",
        PLAIN.replace("chủ động rà", "chủ  động, rà"),
    ],
)
def test_capitals_marks_and_spaces_make_no_difference(other: str) -> None:
    (one,), (same,) = (marks(("III.1", "1. Ưu điểm", [text])) for text in (PLAIN, other))
    assert one == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Trong tháng 4 còn 12 việc chưa xong do chờ ý kiến", "Trong tháng 5 còn 3 việc chưa xong do chờ ý kiến", True),
        ("Trong quý II các phòng còn chậm gửi số liệu tổng hợp", "Trong quý III các phòng còn chậm gửi số liệu tổng hợp", True),
        ("Trong tháng 4 còn 12 việc chưa xong do chờ ý kiến", "Trong tháng 4 còn 12 việc chưa xong do thiếu người", False),
    ],
)  # fmt: skip
def test_numbers_are_masked_and_words_are_not(one: str, other: str, same: bool) -> None:
    first, second = (marks(("III.2", "2. Hạn chế", [text])) for text in (one, other))
    assert len(first) == 1
    assert (first == second) is same


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("II.2", "Trong kỳ Sở đã tiếp nhận tổng cộng 331 hồ sơ thủ tục hành chính các loại"),
        ("III.2", "Thực hiện Quyết định số 12/QĐ-UBND của tỉnh về kiểm soát thủ tục hành chính"),
        ("III.3", PLAIN),
        ("V", PLAIN),
        ("mở đầu", PLAIN),
        ("kết thúc", PLAIN),
        ("III.1", "Công tác phối hợp được chú trọng."),
    ],
)
def test_forms_of_words_citations_difficulties_and_requests_are_no_narrative(part: str, text: str) -> None:
    assert marks((part, "Đề mục", [text])) == []


def test_a_heading_and_a_table_are_no_narrative() -> None:
    assert marks(("III.1", PLAIN, [[PLAIN, PLAIN]])) == []  # type: ignore[list-item]
