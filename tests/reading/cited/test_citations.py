"""Documents cited, what they are to the report, and numbers that count nothing."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.documents import CONTENT, citations, document, spans

from cchc.model.report import Citation
from cchc.reading.cited.citations import citation_spans

HEAD = ("SỞ Y TẾ", "Số: 31/BC-SYT", "Sơn La, ngày 20 tháng 4 năm 2025", "BÁO CÁO", "Công tác CCHC tháng 4/2025")


def cited(*texts: str) -> tuple[Citation, ...]:
    """Return what is cited in Part I of a department's report of April 2025."""
    return citations(*HEAD, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", *texts)


def one(text: str) -> Citation:
    (found,) = cited(text)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "number", "issued", "issuer"),
    [
        ("theo Công văn số 211/SNV-CCHC ngày 19/02/2025 về báo cáo", "Công văn", "211/SNV-CCHC", date(2025, 2, 19), "Sở Nội vụ"),
        ("theo Quyết định số 10/2025/QĐ-UBND ngày 28/02/2025 quy định", "Quyết định", "10/2025/QĐ-UBND", date(2025, 2, 28), "UBND tỉnh"),
        ("tinh thần Nghị quyết số 18-NQ/TW ngày 25/10/2017, Sở", "Nghị quyết", "18-NQ/TW", date(2017, 10, 25), None),
        ("Chỉ thị số 26-CT/TU ngày 02/6/2023 của Ban Thường vụ Tỉnh ủy về kỷ cương", "Chỉ thị", "26-CT/TU", date(2023, 6, 2), "Ban Thường vụ Tỉnh ủy"),
        ("Nghị định 61/2018/NĐ-CP của Chính phủ", "Nghị định", "61/2018/NĐ-CP", None, "Chính phủ"),
        ("Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 về", "Quyết định", "766/QĐ-TTg", date(2022, 6, 23), "Thủ tướng Chính phủ"),
        ("Kế hoạch số 31 /KH-SYT ngày 5/2/2025", "Kế hoạch", "31/KH-SYT", date(2025, 2, 5), "Sở Y tế"),
        ("Luật số 80/2015/QH13", "Luật", "80/2015/QH13", None, "Quốc hội"),
        ("Quyết định số 12/QĐ-SYT ngày 3/3/2025 của Giám đốc Sở Y tế ban hành Quy chế", "Quyết định", "12/QĐ-SYT", date(2025, 3, 3), "Giám đốc Sở Y tế"),
        ("Văn bản số 45/SVHTTDL-VP của Sở Văn hóa, Thể thao và Du lịch và kế hoạch", "Văn bản", "45/SVHTTDL-VP", None, "Sở Văn hóa, Thể thao và Du lịch"),
        ("Quyết định số 5/QĐ-SKHCN của Sở Khoa học và Công nghệ và Sở Nội vụ", "Quyết định", "5/QĐ-SKHCN", None, "Sở Khoa học và Công nghệ"),
        ("thực hiện (28/KH-UBND) trong năm", "Kế hoạch", "28/KH-UBND", None, "UBND tỉnh"),
        ("Kế hoạch số 04 ngày 20/01/2025", "Kế hoạch", "04", date(2025, 1, 20), None),
        ("hợp đồng theo Nghị định 111 của Chính phủ", "Nghị định", "111", None, "Chính phủ"),
        ("Quyết định số 9/QĐ-UBND ngày 31/02/2025", "Quyết định", "9/QĐ-UBND", None, "UBND tỉnh"),
    ],
)  # fmt: skip
def test_a_document(text: str, kind: str, number: str, issued: date | None, issuer: str | None) -> None:
    found = one(text)
    assert (found.type, found.number, found.issued, found.issuer) == (kind, number, issued, issuer)
    assert found.at is not None
    assert found.at.quote is not None
    assert found.at.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Có 01/29 nhiệm vụ đã hoàn thành; 24/29 nhiệm vụ thường xuyên", "đã ban hành 05 quyết định, 3 kế hoạch", "Quyết định: 12; Công văn: 30",
        "số hóa 12 hồ sơ", "đạt 18/141 TTHC", "Nghị quyết 5 văn bản đã thông qua", "tốc độ 80 km/h", "trong năm 2025 theo Luật 2015",
    ],
)  # fmt: skip
def test_no_document(text: str) -> None:
    assert cited(text) == ()


def test_the_basis_stands_in_the_opening() -> None:
    lines = ("Căn cứ Kế hoạch số 3/KH-UBND ngày 2/1/2025 của UBND tỉnh; Công văn số 9/SNV-CCHC ngày 3/1/2025 của Sở Nội vụ;", "Sở Y tế báo cáo như sau:", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Theo Kế hoạch số 3/KH-UBND.")  # fmt: skip
    assert [(c.number, c.role) for c in citations(*HEAD, *lines)] == [
        ("3/KH-UBND", "basis"),
        ("9/SNV-CCHC", "basis"),
        ("3/KH-UBND", "background"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sở Y tế đã ban hành Kế hoạch số 4/KH-SYT ngày 20/01/2025 về CCHC.", "result"),
        ("Sở đã tham mưu UBND tỉnh ban hành Quyết định số 8/QĐ-UBND ngày 3/2/2025.", "result"),
        ("Tháng 4/2025, Sở đã trình UBND tỉnh ban hành Quyết định số 8/QĐ-UBND ngày 21/3/2025.", "period_result"),
        ("Trong tháng 4/2025, Sở họp giao ban. Ban hành Quyết định số 9/QĐ-SYT ngày 28/3/2025.", "period_result"),
        ("Tháng 4/2025, Sở ban hành Quyết định số 9/QĐ-SYT ngày 30/3/2024.", "period_result"),
        ("Sở tham mưu UBND tỉnh ban hành 02 văn bản là Quyết định số 8/QĐ-UBND ngày 3/2/2025.", "result"),
        ("Sở Y tế đã ban hành Quyết định số 45/QĐ-SYT ngày 30/3/2024.", "background"),
        ("UBND tỉnh ban hành Quyết định số 8/QĐ-UBND ngày 3/2/2025.", "background"),
        ("Sở đang xây dựng Kế hoạch số 4/KH-SYT.", "background"),
        ("Sở sẽ ban hành Kế hoạch số 4/KH-SYT ngày 20/01/2025.", "background"),
        ("Thực hiện Kế hoạch số 4/KH-SYT ngày 20/01/2025.", "background"),
        ("Tháng 3/2025, Sở ban hành Quyết định số 9/QĐ-SYT ngày 3/3/2025.", "result"),
    ],
)
def test_what_a_document_is_to_the_report(text: str, role: str) -> None:
    assert one(text).role == role


def test_a_document_joined_to_another_shares_its_role() -> None:
    found = cited(
        "Sở đã ban hành Kế hoạch số 4/KH-SYT ngày 20/01/2025 và Kế hoạch số 5/KH-SYT ngày 21/01/2025 triển khai Quyết định số 7/QĐ-TTg."
    )
    assert [c.role for c in found] == ["result", "result", "background"]


def test_the_committee_of_a_city() -> None:
    head = (
        "SỞ Y TẾ",
        "Cần Thơ, ngày 20 tháng 4 năm 2025",
        "BÁO CÁO",
        "Công tác CCHC tháng 4/2025",
        "I. CHỈ ĐẠO, ĐIỀU HÀNH",
    )
    assert [c.issuer for c in citations(*head, "Theo Quyết định số 8/QĐ-UBND.")] == ["UBND thành phố"]


def test_a_commune_does_not_say_whose_committee_has_issued() -> None:
    head = ("UBND XÃ TÂN AN", "Số: 7/BC-UBND", "BÁO CÁO", "Công tác CCHC năm 2024", "I. CHỈ ĐẠO, ĐIỀU HÀNH")
    found = citations(*head, "Theo Kế hoạch số 3/KH-UBND ngày 2/1/2024.", "UBND xã ban hành Kế hoạch số 5/KH-UBND ngày 8/1/2024.", "Theo Quyết định số 6/QĐ-UBND của UBND huyện Yên Mô.")  # fmt: skip
    assert [(c.issuer, c.role) for c in found] == [
        (None, "background"),
        ("UBND xã Tân An", "result"),
        ("UBND huyện Yên Mô", "background"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Triển khai Kế hoạch cải thiện môi trường đầu tư giai đoạn 2021-2025.", [("Kế hoạch", None, 2025)]),
        ("Đề án vị trí việc làm giai đoạn 2024-2026 tại Quyết định số 604/QĐ-UBND ngày 30/3/2024.", [("Quyết định", "604/QĐ-UBND", 2026)]),
        ("Quyết định số 45/QĐ-SYT về Đề án giai đoạn 2022 - 2025 theo Quyết định số 4/QĐ-SNV ngày 1/2/2021", [("Quyết định", "45/QĐ-SYT", 2025), ("Quyết định", "4/QĐ-SNV", None)]),
        ("Tổng kết Chương trình hành động giai đoạn 2016-2020.", []),
        ("Quyết định số 9/QĐ-UBND ngày 5/5/2021 về kết quả giai đoạn 2016-2020.", [("Quyết định", "9/QĐ-UBND", None)]),
        ("Sở tự bảo đảm một phần chi thường xuyên trong giai đoạn 2022-2025.", []),
        ("Bám sát Kế hoạch chuyển đổi số của UBND tỉnh, Sở đã triển khai.", [("Kế hoạch", None, None)]),
    ],
)  # fmt: skip
def test_terms_of_years_and_documents_without_number(
    text: str, expected: list[tuple[str, str | None, int | None]]
) -> None:
    assert [(c.type, c.number, c.term_to) for c in cited(text)] == expected


def test_the_report_itself_and_its_closing_cite_nothing() -> None:
    lines = (
        "Báo cáo số 31/BC-SYT nêu rõ.",
        "V. KIẾN NGHỊ",
        "Không.",
        "Trên đây là báo cáo theo Công văn số 9/SNV-CCHC./.",
    )
    assert citations(*HEAD, "I. CHỈ ĐẠO, ĐIỀU HÀNH", *lines) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 và 5 hồ sơ", ["Nghị định số 60/2021/NĐ-CP ngày 21/6/2021"]),
        ("tại Điều 12, khoản 3 Điều 5 giảm 2 ngày", ["Điều 12", "khoản 3", "Điều 5"]),
        ("Đề án 06 có 25 dịch vụ", ["Đề án 06"]),
        ("TCVN ISO 9001:2015 tại 18 phòng", ["TCVN ISO 9001:2015"]),
        ("thư cchc_snv@tinh.gov.vn, https://dichvucong.gov.vn/p1?a=2; 7 tin", ["cchc_snv@tinh.gov.vn", "https://dichvucong.gov.vn/p1?a=2"]),
        ("SĐT 0204.3.854.123 tiếp 12 lượt", ["SĐT 0204.3.854.123"]),
        ("tổng đài 1022, gọi 1900 1234", ["tổng đài 1022", "1900 1234"]),
        ("giai đoạn 2021-2025, tầm nhìn đến năm 2030: 6 nhiệm vụ", ["giai đoạn 2021-2025", "tầm nhìn đến năm 2030"]),
        ("mức độ 3, 4: 141 thủ tục", ["mức độ 3, 4"]),
        ("Nghị quyết Đại hội lần thứ 11, khóa 13: 4 văn bản", ["lần thứ 11", "khóa 13"]),
        ("đã tiếp nhận 331 hồ sơ, đạt 99,5%, chi khoản 35 triệu đồng, điểm 86,5", []),
        ("Phụ lục 1, Biểu số 6a/VPCP và bảng 2 gồm 8 cột", ["Phụ lục 1", "Biểu số 6a/VPCP", "bảng 2"]),
    ],
)  # fmt: skip
def test_numbers_that_are_never_figures(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789/-.,: Điềuốsoqđ-UBNDQĐTTgkhoản giai đoạn\n", max_size=80))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = citation_spans(document(text).blocks[0].text, CONTENT.documents)
    assert all(a < b for a, b in found)
    assert all(first[1] < second[0] for first, second in pairwise(found))
