"""Who reports, for which period, and the head and foot of the document."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.documents import CONTENT, Line, citations, form, outlined, table

from cchc.model.period import Period
from cchc.reading.header.agency import agency_book
from cchc.reading.header.form import read_form
from cchc.reading.header.lead import lead_period

BODY: tuple[Line, ...] = ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "Đã ban hành kế hoạch.", "V. KIẾN NGHỊ", "Không.")
HEAD = table(
    1,
    ("UBND TỈNH THÁI BÌNH\nSỞ Y TẾ\n_____\nSố: 31  /BC-SYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nThái Bình, ngày 05 tháng 4 năm 2024"),
)  # fmt: skip


def test_a_whole_form() -> None:
    read = form(
        *HEAD, ("BÁO CÁO", {"bold": True}), ("Công tác cải cách hành chính quý I năm 2024", {"bold": True}),
        "Căn cứ Công văn số 12/SNV-CCHC ngày 02/01/2024 của Sở Nội vụ, Sở Y tế báo cáo công tác cải cách hành chính quý I năm 2024 (từ ngày 15/12/2023 đến ngày 14/3/2024) như sau:",
        *BODY, "Trên đây là báo cáo công tác cải cách hành chính quý I/2024 của Sở Y tế./.",
        *table(2, ("Nơi nhận:\n- UBND tỉnh;\n- Sở Nội vụ;\n- Lưu: VT, VP.", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(đã ký)")),
    )  # fmt: skip
    assert (read.unit, read.level, read.province, read.symbol) == ("Sở Y tế", "department", "Thái Bình", "BC-SYT")
    assert read.period is not None
    assert (read.period.kind, read.period.year, read.period.number) == ("quarter", 2024, 1)
    assert (read.period.data_from, read.period.data_to) == (date(2023, 12, 15), date(2024, 3, 14))
    found = read.document
    assert (found.number, found.issued, found.title) == (
        "31/BC-SYT",
        date(2024, 4, 5),
        "Công tác cải cách hành chính quý I năm 2024",
    )
    assert found.signer_position == "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"
    assert found.recipients == ("UBND tỉnh", "Sở Nội vụ", "Lưu: VT, VP")
    assert found.agency_mentions == ("SỞ Y TẾ", "Sở Y tế")
    assert found.period_mentions == ("quý I năm 2024", "quý I năm 2024", "quý I/2024")
    assert found.closing_mark is True
    assert (found.footnote_marks, found.footnotes, found.annexes, found.submitted, found.deadline) == (
        (),
        (),
        None,
        None,
        None,
    )


def test_a_form_of_which_much_is_missing_leaves_it_open() -> None:
    read = form("Một đoạn văn bất kỳ có 12 hồ sơ.")
    assert (read.unit, read.level, read.province, read.period) == (None, None, None, None)
    assert (read.document.number, read.document.recipients, read.document.closing_mark) == (None, None, None)
    assert (read.document.agency_mentions, read.document.period_mentions) == (None, None)


def test_a_day_and_a_number_to_be_filled_in() -> None:
    read = form(
        "Số:     /BC-SCT",
        "Bắc Giang, ngày",
        "tháng 4 năm 2025",
        "BÁO CÁO",
        "Công tác CCHC tháng 4",
        "Sở Công Thương báo cáo như sau:",
        *BODY,
    )
    assert (read.document.number, read.document.issued, read.symbol) == (None, None, "BC-SCT")
    assert (read.unit, read.province) == ("Sở Công Thương", "Bắc Giang")
    assert read.period is not None
    assert (read.period.number, read.period.year) == (4, 2025)


@pytest.mark.parametrize(
    ("line", "number"),
    [("Số:  38 /BC-UBND", "38/BC-UBND"), ("Số: 47/BC-UBND", "47/BC-UBND"), ("Báo cáo số 228/ BC-UBND", "228/BC-UBND"), ("Số: 19/BC-TTPVHCC", "19/BC-TTPVHCC"), ("Số: …../BC-SNV", None)],
)  # fmt: skip
def test_number_lines(line: str, number: str | None) -> None:
    assert form("UBND XÃ TÂN AN", line, "BÁO CÁO", "Công tác CCHC năm 2024", *BODY).document.number == number


def test_the_number_of_another_report_in_the_text_is_not_its_own() -> None:
    assert (
        form("BÁO CÁO", "Công tác CCHC", "I. CÔNG TÁC CHỈ ĐẠO", "Theo Báo cáo số 19/BC-STP, xong.").document.number
        is None
    )


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Sở Nội vụ", "department"), ("Thanh tra tỉnh", "department"), ("Văn phòng UBND tỉnh", "department"),
        ("Ban Quản lý các khu công nghiệp tỉnh", "department"), ("Phòng Tư pháp", "room"), ("Trung tâm Khuyến công", "attached_unit"),
        ("Chi cục Thủy sản", "attached_unit"), ("Ban Quản lý dự án", "attached_unit"), ("UBND phường Kinh Bắc", "commune"),
        ("Ủy ban nhân dân xã Tân An", "commune"), ("Uỷ ban nhân dân thị trấn Neo", "commune"), ("UBND tỉnh Gia Lai", "province"),
        ("UBND thành phố Đà Nẵng", "province"), ("UBND thành phố Vinh", None), ("UBND huyện Lạng Giang", None), ("Công an tỉnh", None),
    ],
)  # fmt: skip
def test_the_level_that_a_name_tells(name: str, level: str | None) -> None:
    assert agency_book(CONTENT.agencies, CONTENT.provinces).level(name) == level


def test_a_name_in_capitals_is_written_as_the_text_writes_it() -> None:
    head = ("UBND TỈNH SƠN LA\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BÁO CÁO", "Công tác CCHC năm 2024")
    assert form(*head, *BODY).unit == "Sở Văn hóa, Thể thao và Du lịch"
    head = ("ỦY BAN NHÂN DÂN\nXÃ PHÚ LƯƠNG", "BÁO CÁO", "Công tác CCHC năm 2024")
    assert form(*head, *BODY).unit == "Ủy ban nhân dân xã Phú Lương"
    head = ("UBND HUYỆN YÊN MÔ\nTRUNG TÂM VĂN HÓA", "BÁO CÁO", "Công tác CCHC năm 2024")
    assert form(*head, "Trung tâm Văn hoá có 5 người.", *BODY).unit == "Trung tâm Văn hoá"


def test_both_columns_of_the_head_on_one_line() -> None:
    read = form("SỞ TƯ PHÁP          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/BC-STP     Huế, ngày 3 tháng 2 năm 2025", "BÁO CÁO", "Công tác CCHC tháng 1/2025", *BODY)  # fmt: skip
    assert (read.unit, read.province, read.document.number, read.document.issued) == (
        "Sở Tư pháp",
        "Huế",
        "5/BC-STP",
        date(2025, 2, 3),
    )


def test_a_commune_named_like_a_province_does_not_name_its_province() -> None:
    head = ("UBND XÃ HÒA BÌNH", "Hòa Bình, ngày 2 tháng 5 năm 2025", "BÁO CÁO", "Công tác CCHC tháng 4/2025")
    assert form(*head, *BODY).province is None
    assert form(*head, *BODY, "Theo kế hoạch của UBND tỉnh Thái Nguyên.").province == "Thái Nguyên"


@pytest.mark.parametrize(
    ("title", "kind", "number", "year"),
    [
        ("Công tác CCHC tháng 4, phương hướng nhiệm vụ tháng 5 năm 2025", "month", 4, 2025),
        ("Công tác CCHC tháng 12, nhiệm vụ tháng 01 năm 2025", "month", 12, 2024),
        ("Kết quả CCHC quý II và 6 tháng đầu năm 2025", "half_year", 1, 2025),
        ("Kết quả CCHC 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024", "half_year", 1, 2024),
        ("Kết quả công tác CCHC năm 2024 và phương hướng, nhiệm vụ năm 2025", "year", 1, 2024),
        ("Kết quả thực hiện Kế hoạch CCHC năm 2025 tháng 3/2025", "month", 3, 2025),
        ("Công tác CCHC tháng 11 và 11 tháng năm 2024", "month", 11, 2024),
        ("Công tác CCHC 9 tháng năm 2024", "nine_months", 1, 2024),
        ("Tình hình thực hiện công tác CCHC quý III/2024", "quarter", 3, 2024),
    ],
)
def test_the_period_of_a_title(title: str, kind: str, number: int, year: int) -> None:
    period = form("BÁO CÁO", title, *BODY).period
    assert period is not None
    assert (period.kind, period.number, period.year) == (kind, number, year)


def test_two_periods_of_one_kind_in_a_title_leave_it_open() -> None:
    assert form("BÁO CÁO", "Công tác CCHC tháng 3, tháng 4 năm 2025", *BODY).period is None


def test_the_year_of_a_report_signed_in_january_is_the_year_before() -> None:
    period = form("Huế, ngày 05 tháng 01 năm 2025", "BÁO CÁO", "Công tác CCHC quý IV", *BODY).period
    assert period is not None
    assert (period.number, period.year) == (4, 2024)


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Số liệu được lấy từ ngày 15/3/2025 đến hết ngày 14/4/2025.", True),
        ("Kỳ báo cáo tính từ 15/3 - 14/4/2025", True),
        ("Số liệu từ ngày 10/3/2025 đến ngày 20/4/2025", True),
        ("Đợt cao điểm từ ngày 15/3/2025 đến ngày 14/4/2025.", False),
        ("Số liệu giai đoạn từ ngày 01/01/2021 đến ngày 31/12/2025.", False),
    ],
)
def test_the_days_the_data_are_from(note: str, found: bool) -> None:
    period = form("BÁO CÁO", "Công tác CCHC tháng 4/2025", *BODY, (note, {"kind": "footnote", "note": 1})).period
    assert period is not None
    assert (period.data_from is not None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổng số hồ sơ yêu cầu giải quyết trong kỳ (từ ngày 15/3/2025 đến ngày 14/4/2025) là 118 hồ sơ.", True),
        ("b) Tình hình giải quyết hồ sơ (15/3 - 14/4/2025)", True),
        ("Kết quả tiếp nhận hồ sơ (từ ngày 15/3/2025 đến 14/4/2025): 12 hồ sơ.", True),
        ("Từ ngày 15/3/2025 đến ngày 14/4/2025 bộ phận một cửa đã tiếp nhận 12 hồ sơ.", True),
        ("Sở mở đợt cao điểm từ ngày 15/3/2025 đến ngày 14/4/2025 để tiếp nhận hồ sơ tồn.", False),
        ("Kiểm tra đột xuất 05 đơn vị (từ ngày 15/3/2025 đến ngày 14/4/2025).", False),
        ("Hồ sơ tiếp nhận lĩnh vực đất đai (từ ngày 15/3/2025 đến ngày 14/4/2025): 12 hồ sơ.", False),
        ("Từ ngày 09/4/2025 đến ngày 11/4/2025 Trung tâm tiếp nhận hồ sơ hoàn toàn qua mạng.", False),
    ],
)
def test_the_days_of_the_sentence_on_dossiers(text: str, found: bool) -> None:
    period = form("BÁO CÁO", "Công tác CCHC tháng 4/2025", *BODY[:2], text, *BODY[2:]).period
    assert period is not None
    assert (period.data_from == date(2025, 3, 15)) == found


def test_a_period_told_by_the_user_takes_its_days_from_the_text() -> None:
    text = outlined("Tình hình giải quyết TTHC (từ ngày 15/3 đến 14/4/2018)", "Đã giải quyết 12 hồ sơ.")
    told = Period(kind="month", year=2018, number=4)
    period = read_form(text, CONTENT.agencies, CONTENT.provinces, told).period
    assert period is not None
    assert (period.data_from, period.data_to) == (date(2018, 3, 15), date(2018, 4, 14))


@pytest.mark.parametrize(
    ("head", "unit", "province"),
    [
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO BẮC NINH", "Sở Giáo dục và Đào tạo", "Bắc Ninh"),
        ("SỞ Y TẾ THỪA THIÊN HUẾ", "Sở Y tế", "Thừa Thiên Huế"),
        ("UBND TỈNH CÀ MAU\nSỞ TƯ PHÁP", "Sở Tư pháp", "Cà Mau"),
        ("ỦY BAN NHÂN DÂN XÃ LONG ĐỨC\nTHÀNH PHỐ TRÀ VINH, TỈNH TRÀ VINH", "Ủy ban nhân dân xã Long Đức", "Trà Vinh"),
    ],
)
def test_the_name_of_the_province_is_no_part_of_the_agencys(head: str, unit: str, province: str) -> None:
    read = form(head, "BÁO CÁO", "Công tác CCHC tháng 4/2025", *BODY)
    assert (read.unit, read.province) == (unit, province)


def test_periods_that_are_compared_are_not_the_reports_own() -> None:
    lines = ("II. KẾT QUẢ", "- Năm 2019: tiếp nhận 1.870 hồ sơ.", "- Năm 2021: tiếp nhận 2.355 hồ sơ.")
    assert form("BÁO CÁO", "Công tác CCHC năm 2021", *lines).document.period_mentions == ("năm 2021",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hoạch cải cách hành chính năm 2025 của Sở gồm 34 nhiệm vụ.", None),
        ("Sở đã ban hành Kế hoạch thực hiện công tác cải cách hành chính năm 2025.", None),
        ("Tháng 4/2025, Sở đã giải quyết 12 hồ sơ.", ("month", 2025, 4)),
        ("Thực hiện Kế hoạch cải cách hành chính năm 2025, trong quý I năm 2025 Sở đã giải quyết 12 hồ sơ.", ("quarter", 2025, 1)),
    ],
)  # fmt: skip
def test_the_period_of_a_plan_is_not_that_of_the_report(text: str, found: tuple[str, int, int] | None) -> None:
    period = lead_period(outlined(text).passages)
    assert (period and (period.kind, period.year, period.number)) == found


def test_recipients_in_paragraphs_end_with_the_list() -> None:
    foot: tuple[Line, ...] = (
        "Nơi nhận:",
        "- Sở Nội vụ;\n- Phòng Nội vụ các\nhuyện;",
        ("Lưu: VT, VP_{abc}.", {"number": "-"}),
        "GIÁM ĐỐC",
        "(đã ký)",
    )
    found = form(*BODY, "Trên đây là báo cáo.", *foot).document
    assert found.recipients == ("Sở Nội vụ", "Phòng Nội vụ các huyện", "Lưu: VT, VP")
    assert (found.signer_position, found.closing_mark) == ("GIÁM ĐỐC", False)


def test_a_sheet_with_labels() -> None:
    rows = table(1, ("Đơn vị báo cáo", "Sở Xây dựng tỉnh Lào Cai"), ("Kỳ báo cáo", "Quý I/2025"), ("Kèm theo Báo cáo số", "64/BC-SXD"), ("Ngày báo cáo", "19/3/2025"))  # fmt: skip
    read = form(*rows)
    assert (read.unit, read.province, read.document.number, read.document.issued) == (
        "Sở Xây dựng",
        "Lào Cai",
        "64/BC-SXD",
        date(2025, 3, 19),
    )
    assert read.period is not None
    assert (read.period.kind, read.period.number, read.period.year) == ("quarter", 1, 2025)


def test_annexes_source_and_period_of_the_intake_sentence() -> None:
    body = (
        "I. CÔNG TÁC CHỈ ĐẠO",
        "Tháng 3/2025, Sở đã tiếp nhận 12 hồ sơ. Tháng 2/2025 họp một lần.",
        "Số liệu được trích xuất từ Hệ thống thông tin giải quyết TTHC tỉnh.",
    )
    read = form("BÁO CÁO", "Công tác CCHC tháng 4/2025", *body, "Trên đây là báo cáo./.", ("PHỤ LỤC I", {"bold": True}))
    assert read.document.period_mentions == ("tháng 4/2025", "Tháng 3/2025")
    assert read.document.annexes == ("Phụ lục I",)
    assert read.document.source_system == "Số liệu được trích xuất từ Hệ thống thông tin giải quyết TTHC tỉnh"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kết quả (nguồn: Hệ thống một cửa tỉnh, ngày 14/12/2024):", "nguồn: Hệ thống một cửa tỉnh, ngày 14/12/2024"),
        ("Nguồn số liệu: Phần mềm một cửa, lấy ngày 15/5.", "Nguồn số liệu: Phần mềm một cửa, lấy ngày 15/5"),
        ("Số liệu do Hệ thống một cửa tỉnh cung cấp ngày 15/8/2023.", "Số liệu do Hệ thống một cửa tỉnh cung cấp ngày 15/8/2023"),
        ("Xác minh nguồn gốc đất trên hệ thống bản đồ.", None),
        ("Tỉnh giao 12 nhiệm vụ trên Hệ thống quản lý văn bản.", None),
    ],
)  # fmt: skip
def test_where_the_figures_come_from(text: str, source: str | None) -> None:
    assert form("BÁO CÁO", "Công tác CCHC tháng 4/2025", "I. CÔNG TÁC CHỈ ĐẠO", text).document.source_system == source


PIECES = ("BÁO CÁO", "Số: /BC-", "Số: 1/BC-UBND", "Huế, ngày 40 tháng 4 năm 2025", "UBND", "SỞ", "VĂN PHÒNG", "báo cáo", "của Sở", "Nơi nhận", "KT.", "GIÁM ĐỐC", "Trên đây là", "tháng 13/2025", "quý IV", "(từ 15/12 - 14/3)", "Quyết định số 1/QĐ-UBND ngày 31/02/2025", "I.", "Căn cứ Kế hoạch", "giai đoạn 2021-2025", "của", "Báo cáo số 5/BC-X của Sở, như sau:", "Đơn vị báo cáo", "")  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=25), max_size=12), st.sampled_from(("\n", " ", "; ")))
def test_no_text_stops_the_reader(texts: list[str], glue: str) -> None:
    lines = (*texts, glue.join(texts))
    form(*lines)
    citations(*lines)
