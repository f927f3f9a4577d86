"""Whose numbers a text without a head tells."""

import pytest
from tests.reading.documents import CONTENT, form

from cchc.reading.header.agency import agency_book
from cchc.reading.header.told import ToldBy

NEWS = "Bộ phận làm việc từ thứ hai đến thứ sáu."


def body(*texts: str) -> str | None:
    return ToldBy(agency_book(CONTENT.agencies, CONTENT.provinces)).body(texts)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["Thị trấn Cây Dương (Phụng Hiệp, Hậu Giang): cải cách hành chính quý I", NEWS], "UBND thị trấn Cây Dương"),
        (["THÀNH PHỐ TÂN AN: KẾT QUẢ THÁNG 9", "Thành phố Tân An nhận 7 hồ sơ."], "UBND thành phố Tân An"),
        (["Tin tháng 5", "Trong tháng 5, Sở Tư pháp tỉnh Long An tiếp nhận 8 hồ sơ."], "Sở Tư pháp tỉnh Long An"),
        (
            ["Tin tuần", "Theo thông tin từ Trung tâm Phục vụ hành chính công tỉnh Long An, toàn tỉnh có 9 hồ sơ."],
            "Trung tâm Phục vụ hành chính công tỉnh Long An",
        ),
        (
            ["SỞ NỘI VỤ - CỔNG THÔNG TIN TỈNH LONG AN", "UBND XÃ TÂN AN: TIN QUÝ I", "UBND xã Tân An nhận 7 hồ sơ."],
            "UBND xã Tân An",
        ),
        (["Long An: kết quả năm 2023", "Theo báo cáo của UBND tỉnh, toàn tỉnh nhận 9 hồ sơ."], "UBND tỉnh Long An"),
    ],
)
def test_the_title_or_the_first_sentence_names_the_body(texts: list[str], name: str) -> None:
    assert body(*texts) == name


@pytest.mark.parametrize(
    "texts",
    [
        ["Tin tháng 5", NEWS],
        # A body of the province, and not the province, may be what the news is about.
        ["Long An: tin tháng 5", "Tháng 5, Sở Tư pháp tiếp nhận 8 hồ sơ."],
        ["Tin tháng 5", "Một số đơn vị có nhiều hồ sơ trong tháng vừa qua và trong quý: Sở Tư pháp, Sở Y tế."],
    ],
)
def test_nothing_is_told_of_one_body(texts: list[str]) -> None:
    assert body(*texts) is None


@pytest.mark.parametrize(
    ("head", "unit", "level"),
    [
        (("UBND TỈNH SƠN LA", "VĂN PHÒNG"), "Văn phòng UBND tỉnh Sơn La", "department"),
        (("UBND TỈNH HƯNG YÊN", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"), "Ban Quản lý các khu công nghiệp", "department"),
    ],
)
def test_an_office_in_a_head_takes_its_name_from_the_agency_above(head: tuple[str, str], unit: str, level: str) -> None:
    read = form(*head, ("BÁO CÁO", {"bold": True}), ("Công tác cải cách hành chính năm 2024", {"bold": True}), NEWS)
    assert (read.unit, read.level) == (unit, level)


def test_a_headline_with_a_verb_is_no_name() -> None:
    read = form("Trung tâm Hành chính công tỉnh vừa có Báo cáo số 07/BC-TTHCC về tháng 01/2024.", NEWS)
    assert read.unit is None or "báo cáo" not in read.unit.lower()
