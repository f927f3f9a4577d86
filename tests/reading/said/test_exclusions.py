"""What is left out of a rate, and the named events."""

from datetime import date

import pytest
from tests.reading.outlined import outlined, sayings

from cchc.model.report import Event, Exclusion
from cchc.reading.said.events import read_events
from cchc.reading.said.exclusions import read_exclusions


def exclusions(part: str, text: str) -> tuple[Exclusion, ...]:
    return read_exclusions(outlined((part, "", [text])), sayings())


def events(part: str, text: str) -> tuple[Event, ...]:
    return read_events(outlined((part, "", [text])), sayings())


def test_numbered_procedures_are_named_one_by_one() -> None:
    (found,) = exclusions(
        "II.2",
        "100% hồ sơ được số hoá (không tính (1) Thủ tục Thông báo khuyến mại; (2) Thông báo hội nghị bán hàng. do 2 thủ tục này "
        "không có kết quả).",
    )
    assert found.applies_to == ("digitization.rate",)
    assert found.procedures == ("Thủ tục Thông báo khuyến mại", "Thông báo hội nghị bán hàng")
    assert found.at
    assert found.at.quote == "không tính (1) Thủ tục Thông báo khuyến mại"


def test_procedures_between_semicolons_and_the_document_that_allows_it() -> None:
    (found,) = exclusions(
        "II.2",
        "Tỷ lệ số hóa đạt 98,5% (không bao gồm các thủ tục: Chứng thực bản sao; Đăng ký khai tử lưu động, theo Công văn số "
        "12/VPUB-KSTT ngày 02/3/2025).",
    )
    assert found.procedures[0] == "Chứng thực bản sao"
    assert found.basis == "Công văn số 12/VPUB-KSTT ngày 02/3/2025"


def test_a_number_alone_names_nothing() -> None:
    (found,) = exclusions("II.2", "Tỷ lệ số hóa đạt 95% (trừ 04 TTHC với 12 hồ sơ không có kết quả).")
    assert (found.procedures, found.dossiers) == ((), 12)


def test_the_rate_is_that_of_the_part_it_stands_in() -> None:
    (found,) = exclusions("II.6.h", "Số hóa thành phần hồ sơ đạt 100%, trừ thủ tục Thông báo khuyến mại.")
    assert found.applies_to == ("digitization.rate_project_06",)


@pytest.mark.parametrize(
    "text",
    [
        "100% hồ sơ được số hóa, không tính phí.",
        "Không tính các thủ tục chưa có hồ sơ, Sở có 20 TTHC.",
        "100% công chức đeo thẻ (trừ trường hợp nghỉ phép).",
        "Tỷ lệ số hóa đạt 95%. Không thực hiện 04 TTHC trên Cổng.",
    ],
)
def test_other_words_leave_nothing_out(text: str) -> None:
    assert exclusions("II.2", text) == ()


def test_requests_leave_nothing_out() -> None:
    assert exclusions("V", "Đề nghị tính tỷ lệ số hóa 100%, không tính thủ tục Thông báo khuyến mại.") == ()


def test_a_named_event_with_its_day() -> None:
    (found,) = events("II.4.d", "Xã đã tham gia Hội thi “Tìm hiểu CCHC” tỉnh Cao Bằng năm 2025 ngày 20/3/2025.")
    assert (found.name, found.held) == ("Hội thi “Tìm hiểu CCHC” tỉnh Cao Bằng năm 2025", date(2025, 3, 20))


def test_the_organiser_and_the_day_of_a_document_do_not_belong_to_an_event() -> None:
    text = "Theo Kế hoạch số 5/KH-SNV ngày 02/01/2025 của Sở về đào tạo, bồi dưỡng cán bộ, cử 5 người dự Hội nghị tập huấn an toàn thông tin năm 2025 do Sở tổ chức."
    (found,) = events("II.4.d", text)
    assert (found.name, found.held) == ("Hội nghị tập huấn an toàn thông tin năm 2025", None)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("II.4.d", "Tổ chức 02 hội nghị tập huấn nghiệp vụ cho công chức xã."),
        ("II.1.a", "Triển khai Nghị quyết Hội nghị lần thứ 11 Ban Chấp hành Trung ương."),
        ("I", "Sở sẽ tổ chức Hội nghị đối thoại với doanh nghiệp năm 2025."),
        ("IV", "Tổ chức Hội nghị sơ kết công tác cải cách hành chính năm 2025."),
    ],
)
def test_kinds_plans_and_titles_are_no_events(part: str, text: str) -> None:
    assert events(part, text) == ()
