"""A department's quarter in tables: the dossier table of Circular 01/2020 with two header rows, a list of figures."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "so-xay-dung-quy-1-2025.docx"

_SUFFIX = (
    "received",
    "new_online",
    "new_direct_postal",
    "carried_over",
    "resolved",
    "resolved_early",
    "resolved_on_time",
    "resolved_late",
    "pending",
    "pending_in_time",
    "pending_overdue",
)
_ROWS = (
    ("1", "Quy hoạch, kiến trúc", "48 38 4 6 40 30 9 1 8 7 1"),
    ("2", "Hoạt động xây dựng", "454 412 17 25 418 355 61 2 36 36 0"),
    ("3", "Nhà ở và công sở", "109 96 8 5 94 80 14 0 15 15 0"),
    ("4", "Vận tải đường bộ", "1.923 1.830 52 41 1.882 1.702 180 0 41 41 0"),
    ("", "TỔNG SỐ", "2.534 2.376 81 77 2.434 2.167 264 3 100 99 1"),
)


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="tables: Biểu II.06a with two header rows and a row of column numbers; figures listed as label | unit | number",
        unit="Sở Xây dựng",
        level="department",
        province="Nam Định",
        period={"kind": "quarter", "year": 2025, "number": 1, "data_from": "2024-12-15", "data_to": "2025-03-14"},
        number="64/BC-SXD",
        issued=date(2025, 3, 19),
        title="Công tác cải cách hành chính quý I năm 2025",
        signer_position="GIÁM ĐỐC",
        units=units,
        seeded=[
            {
                "fault": "dossiers.received is 2.543 in the text and 2.534 in the table",
                "figures": ["dossiers.received"],
            },
            {
                "fault": "the text claims 100 % early or on time while 3 dossiers were late",
                "figures": ["dossiers.on_time_rate", "dossiers.resolved_late"],
            },
        ],
    )
    paper = Paper(truth)
    paper.word.page_frame("", "Báo cáo CCHC quý I/2025 - Sở Xây dựng Nam Định")
    paper.opening(
        "UBND TỈNH NAM ĐỊNH",
        "SỞ XÂY DỰNG",
        "Số:  64 /BC-SXD",
        "Nam Định, ngày 19 tháng 3 năm 2025",
        ("BÁO CÁO", "Công tác cải cách hành chính quý I năm 2025"),
    )
    paper.p(
        "Căn cứ Kế hoạch số 155/KH-UBND ngày 30/12/2024 của UBND tỉnh về cải cách hành chính nhà nước năm 2025, Sở Xây dựng "
        "báo cáo kết quả thực hiện quý I năm 2025 (số liệu từ ngày 15/12/2024 đến ngày 14/3/2025) như sau:"
    )
    _results(paper)
    _tables(paper)
    _rest(paper)
    paper.closing(
        "Trên đây là báo cáo kết quả công tác cải cách hành chính quý I năm 2025 của Sở Xây dựng./.",
        ("- UBND tỉnh (để báo cáo);", "- Sở Nội vụ;", "- Lãnh đạo Sở;", "- Lưu: VT, VP."),
        ("GIÁM ĐỐC", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _results(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    paper.p(
        "Kế hoạch CCHC của Sở có {41|direction.plan_total} nhiệm vụ; hết quý I đã hoàn thành "
        "{08|direction.plan_done} nhiệm vụ, đang thực hiện {29|direction.plan_in_progress} nhiệm vụ, "
        "{04|direction.plan_not_started} nhiệm vụ chưa đến kỳ triển khai, {không có|direction.plan_overdue} nhiệm vụ quá hạn."
    )
    paper.p(
        "Theo kế hoạch kiểm tra CCHC năm 2025, Sở kiểm tra {06|direction.inspections_planned} đơn vị; trong quý đã kiểm tra "
        "{02|direction.inspections_done} đơn vị, phát hiện {05|direction.inspection_findings} vấn đề, đã khắc phục "
        "{04|direction.inspection_findings_fixed} vấn đề. Thu về {186|direction.survey_forms} phiếu khảo sát sự hài lòng; tổ "
        "chức {01|direction.dialogue_count} cuộc đối thoại với doanh nghiệp về cấp phép xây dựng."
    )
    paper.head("II", "II.", "KẾT QUẢ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH")
    paper.head("II.1", "1.", "Cải cách thể chế")
    paper.p(
        "Theo chương trình năm 2025, Sở phải tham mưu {05|legislation.planned} văn bản quy phạm pháp luật; trong quý đã tham "
        "mưu ban hành {01|legislation.issued} văn bản (Quyết định số 12/2025/QĐ-UBND ngày 24/02/2025). Đã rà soát "
        "{22|legislation.reviewed} văn bản; kiến nghị xử lý {02|legislation.review_recommended} văn bản."
    )


def _dossier_table(paper: Paper) -> None:
    rows = [
        ["TT", "Lĩnh vực", "Hồ sơ tiếp nhận", "<", "<", "<", "Hồ sơ đã giải quyết", "<", "<", "<", "Hồ sơ đang giải quyết", "<", "<"],
        ["^", "^", "Tổng số", "Trực tuyến", "Trực tiếp, bưu chính", "Kỳ trước chuyển sang", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
        [f"({n})" for n in range(1, 14)],
    ]  # fmt: skip
    for number, field, figures in _ROWS:
        row = "" if field == "TỔNG SỐ" else ";row"
        marked = [f"{{{n}|dossiers.{suffix}{row}}}" for n, suffix in zip(figures.split(), _SUFFIX, strict=True)]
        rows.append([f"{{!{number}|row number}}" if number else "", field, *marked])
    paper.caption("Biểu số II.06a. Tình hình, kết quả giải quyết TTHC quý I năm 2025")
    paper.table(rows, bold_rows=3, name_at=1, widths=(8, 22, 13, 13, 13, 14, 13, 12, 12, 10, 11, 11, 11))


def _tables(paper: Paper) -> None:
    paper.head("II.2", "2.", "Cải cách thủ tục hành chính")
    paper.p(
        "Quý I/2025, Sở tiếp nhận {2.543|dossiers.received} hồ sơ. {100%|dossiers.on_time_rate} hồ sơ được giải quyết trước "
        "và đúng hạn; số liệu cụ thể từng lĩnh vực như sau:"
    )
    _dossier_table(paper)
    paper.p("Các số liệu khác về TTHC được tổng hợp tại bảng dưới đây:")
    paper.table(
        [
            ["STT", "Nội dung", "Đơn vị tính", "Số liệu"],
            ["{!1|row number}", "Tổng số TTHC thuộc thẩm quyền quản lý", "TTHC", "{131|procedures.managed_total}"],
            ["{!2|row number}", "TTHC thuộc thẩm quyền giải quyết của Sở", "TTHC", "{96|procedures.own_total}"],
            ["{!3|row number}", "TTHC thuộc thẩm quyền giải quyết của địa phương", "TTHC", "{35|procedures.local_total}"],
            ["{!4|row number}", "TTHC được rà soát", "TTHC", "{12|procedures.reviewed}"],
            ["{!5|row number}", "TTHC được phê duyệt phương án đơn giản hóa", "TTHC", "{03|procedures.simplified}"],
            ["{!6|row number}", "TTHC nội bộ được rà soát", "TTHC", "{04|procedures.internal_reviewed}"],
            ["{!7|row number}", "Quy trình nội bộ, quy trình điện tử đã ban hành", "quy trình", "{96|procedures.processes_issued}"],
            ["{!8|row number}", "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC", "%", "{88,4%|digitization.rate}"],
            ["{!9|row number}", "Phản ánh, kiến nghị đã tiếp nhận", "PAKN", "{03|feedback.received}"],
            ["{!10|row number}", "Phản ánh, kiến nghị đã xử lý", "PAKN", "{03|feedback.processed}"],
        ],
        name_at=1,
        widths=(12, 96, 26, 28),
    )  # fmt: skip


def _rest(paper: Paper) -> None:
    paper.head("II.3", "3.", "Cải cách tổ chức bộ máy")
    paper.p(
        "Sau hợp nhất với Sở Giao thông vận tải từ ngày 01/3/2025, Sở có {09|organization.departments} phòng chuyên môn, "
        "{02|organization.subdepts} chi cục và {04|organization.service_units} đơn vị sự nghiệp, giảm "
        "{05|organization.units_reduced} đầu mối so với trước khi sắp xếp. Biên chế hành chính được giao "
        "{112|organization.staff_admin} chỉ tiêu, hiện có mặt {107|organization.admin_present} người."
    )
    paper.head("II.4", "4.", "Cải cách chế độ công vụ")
    paper.p(
        "Trong quý đã điều động, luân chuyển {11|civil_service.rotated} công chức; bổ nhiệm "
        "{06|civil_service.appointed} công chức lãnh đạo cấp phòng; cử {38|civil_service.training_people} lượt người đi đào "
        "tạo, bồi dưỡng; {01|civil_service.disciplined} viên chức bị kỷ luật bằng hình thức khiển trách theo Điều "
        "{!16|citation} Nghị định số 112/2020/NĐ-CP."
    )
    paper.head("II.5", "5.", "Cải cách tài chính công")
    paper.p(
        "Kế hoạch vốn đầu tư công năm 2025 giao cho Sở là {148.500|finance.invest_plan} triệu đồng, giải ngân đến ngày "
        "14/3/2025 được {21.730|finance.invest_disbursed} triệu đồng, đạt {!14,6%|not in the dictionary} kế hoạch. Sở có "
        "{04|finance.service_units} đơn vị sự nghiệp công lập: {01|finance.service_units_full_with_investment} đơn vị tự bảo "
        "đảm chi thường xuyên và chi đầu tư, {02|finance.service_units_full_recurrent} đơn vị tự bảo đảm chi thường xuyên, "
        "{01|finance.service_units_partial} đơn vị tự bảo đảm một phần chi thường xuyên."
    )
    paper.head("II.6", "6.", "Xây dựng và phát triển chính quyền điện tử, chính quyền số")
    paper.table(
        [
            ["Chỉ tiêu", "Kết quả"],
            ["DVC trực tuyến cung cấp", "{88|digital.services_total}"],
            ["Trong đó: DVC trực tuyến toàn trình", "{61|digital.services_full}"],
            ["DVC trực tuyến một phần", "{27|digital.services_partial}"],
            ["DVC trực tuyến có phát sinh hồ sơ", "{44|digital.services_with_dossier}"],
            ["Tỷ lệ DVC trực tuyến phát sinh hồ sơ", "{50%|digital.uptake_rate}"],
            ["Hồ sơ thanh toán trực tuyến", "{1.907|digital.fee_dossiers_online}"],
            ["Mức độ hài lòng của người dân, doanh nghiệp", "{96,2%|digital.satisfaction_rate}"],
        ]
    )
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head("III.1", "1.", "Kết quả đạt được")
    paper.p(
        "Các nhiệm vụ CCHC quý I được triển khai đồng bộ; việc tiếp nhận, giải quyết TTHC sau hợp nhất không bị gián đoạn."
    )
    paper.head("III.2", "2.", "Tồn tại, hạn chế và nguyên nhân")
    paper.p(
        "Số hóa kết quả giải quyết TTHC lĩnh vực vận tải còn chậm do khối lượng hồ sơ cũ lớn, thiết bị quét chưa đủ."
    )
    paper.head("IV", "IV.", "NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2025")
    paper.p(
        "- Phấn đấu tỷ lệ số hóa đạt {!100%|target}, giải ngân vốn đầu tư công đạt trên {!40%|target}.\n- Cắt giảm tối thiểu "
        "{!30%|target} thời gian giải quyết TTHC theo Nghị quyết số 01/NQ-CP ngày 08/01/2025 của Chính phủ."
    )
