"""Numbers given twice, in digits and in words."""

import pytest
from tests.reading.documents import outlined

from cchc.reading.worded.number_words import pairs_in, read_number_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 02 (ba) thủ tục.", ["02 (ba)"]),
        ("Sở có hai (02) phòng.", ["hai (02)"]),
        ("đã tiếp nhận 331 (ba trăm ba mươi mốt) hồ sơ", ["331 (ba trăm ba mươi mốt)"]),
        (
            "1.234 (một nghìn hai trăm ba mươi tư) hồ sơ và ba (3) phòng",
            ["1.234 (một nghìn hai trăm ba mươi tư)", "ba (3)"],
        ),
        # Years, dates, yes and no, numbers of documents and rates are no such pairs.
        ("trong năm (2025) và thứ hai (14), tháng ba (15)", []),
        ("Quá hạn: 05 (không). Số 12/KH (ba). Đạt 13% (mười ba).", []),
        ("07 (bảy phòng chuyên môn), 3 (đúng hạn)", []),
        ("khoản 2 (hai)/3", ["2 (hai)"]),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in pairs_in(text)] == found


def test_they_are_mentions_with_their_place() -> None:
    read = outlined("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "Sở có 02 (ba) phòng.")
    (mention,) = read_number_words(read)
    assert (mention.entry, mention.printed) == ("number-in-words", "02 (ba)")
    assert mention.at is not None
    assert (mention.at.part, mention.at.quote) == ("I", "02 (ba)")
