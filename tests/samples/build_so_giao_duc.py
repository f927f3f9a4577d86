"""A department's quarter as PDF: laid out by LibreOffice from the Word file that this module makes."""

import tempfile
from datetime import date
from pathlib import Path

from tests.samples import pdf
from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "so-giao-duc-quy-3-2024.pdf"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth; LibreOffice is needed."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "so-giao-duc-quy-3-2024.docx"
        truth = build_word(word, units)
        pdf.convert(word, path)
    for entry in truth.figures:
        entry.pop("place", None)  # a cell of the Word file has another place in the PDF
    return truth


def build_word(path: Path, units: dict[str, str]) -> Truth:
    """Write the Word file that the PDF is made from."""
    truth = Truth(
        file=FILE,
        hand="PDF: lines broken by layout, page numbers, running header, footnotes at the foot of the page, a ruled table",
        unit="Sở Giáo dục và Đào tạo",
        level="department",
        province="Quảng Bình",
        period={"kind": "quarter", "year": 2024, "number": 3, "data_from": "2024-06-15", "data_to": "2024-09-14"},
        number="2140/BC-SGDĐT",
        issued=date(2024, 9, 18),
        title="Kết quả công tác cải cách hành chính quý III năm 2024",
        signer_position="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
        units=units,
        seeded=[
            {
                "fault": "the table's resolved 2.961 is not early 2.807 plus on time 149 plus late 0 (2.956)",
                "figures": ["dossiers.resolved"],
            }
        ],
    )
    paper = Paper(truth)
    paper.word.page_frame("Sở GD&ĐT Quảng Bình - trang ")
    paper.opening(
        "UBND TỈNH QUẢNG BÌNH",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Số: 2140/BC-SGDĐT",
        "Quảng Bình, ngày 18 tháng 9 năm 2024",
        ("BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2024"),
    )
    paper.p(
        "Thực hiện Kế hoạch số 2290/KH-UBND ngày 27/12/2023 của UBND tỉnh Quảng Bình, Sở Giáo dục và Đào tạo báo cáo kết quả "
        "công tác cải cách hành chính quý III năm 2024[^1] như sau:"
    )
    paper.note(1, "Số liệu tính từ ngày 15/6/2024 đến ngày 14/9/2024.")
    _direction(paper)
    _dossiers(paper)
    _people(paper)
    _end(paper)
    paper.closing(
        "Trên đây là kết quả công tác cải cách hành chính quý III năm 2024 của Sở Giáo dục và Đào tạo./.",
        ("- UBND tỉnh;", "- Sở Nội vụ;", "- Giám đốc Sở;", "- Lưu: VT, VP."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _direction(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    paper.p(
        "Thực hiện Kế hoạch số 17/KH-SGDĐT ngày 08/01/2024, ngành giáo dục triển khai {36|direction.plan_total} nhiệm vụ cải "
        "cách hành chính. Tính đến hết quý III đã hoàn thành {25|direction.plan_done} nhiệm vụ; {09|direction.plan_in_progress} "
        "nhiệm vụ đang triển khai; {02|direction.plan_not_started} nhiệm vụ chưa triển khai[^2]."
    )
    paper.note(
        2,
        "Gồm: xây dựng kho học bạ số dùng chung; khảo sát mức độ hài lòng của phụ huynh, học sinh năm học 2024-2025.",
    )
    paper.p(
        "Trong quý, Sở ban hành {11|direction.directive_docs_count} văn bản chỉ đạo; kiểm tra công tác cải cách hành chính tại "
        "{08|direction.inspections_done} đơn vị, phát hiện {13|direction.inspection_findings} vấn đề, đã khắc phục "
        "{13|direction.inspection_findings_fixed} vấn đề. Các trường đăng {74|direction.communication_items} tin, bài tuyên "
        "truyền. {Không có|direction.initiatives_new} sáng kiến cải cách hành chính mới trong quý."
    )
    paper.p(
        "UBND tỉnh, Chủ tịch UBND tỉnh giao Sở {64|direction.assigned_total} nhiệm vụ trong quý, trong đó "
        "{57|direction.assigned_done_ontime} nhiệm vụ hoàn thành đúng hạn, {02|direction.assigned_done_late} nhiệm vụ hoàn "
        "thành quá hạn, {05|direction.assigned_pending_in} nhiệm vụ đang thực hiện trong hạn, "
        "{không có|direction.assigned_pending_over} nhiệm vụ chưa hoàn thành đã quá hạn."
    )


def _dossiers(paper: Paper) -> None:
    paper.head("II", "II.", "KẾT QUẢ CẢI CÁCH HÀNH CHÍNH")
    paper.head("II.1", "1.", "Cải cách thể chế")
    paper.head("II.1.a", "a)", "Công tác xây dựng văn bản quy phạm pháp luật")
    paper.p(
        "Quý III năm 2024, Sở tham mưu trình HĐND tỉnh ban hành {01|legislation.issued} văn bản quy phạm pháp luật là Nghị quyết "
        "số 26/2024/NQ-HĐND ngày 12/7/2024 về mức thu học phí năm học 2024-2025."
    )
    paper.head("II.1.b", "b)", "Công tác rà soát văn bản quy phạm pháp luật")
    paper.p(
        "Đã rà soát {10|legislation.reviewed} văn bản; {không có|legislation.review_recommended} văn bản phải kiến nghị xử lý."
    )
    paper.head("II.2", "2.", "Cải cách thủ tục hành chính")
    paper.p(
        "Toàn ngành quản lý {123|procedures.managed_total} TTHC, trong đó thuộc thẩm quyền giải quyết của Sở "
        "{75|procedures.own_total} TTHC, thuộc thẩm quyền của địa phương {48|procedures.local_total} TTHC. Trong quý công bố mới "
        "{02|procedures.published_new} TTHC, bãi bỏ {06|procedures.published_repealed} TTHC. Kết quả giải quyết hồ sơ của Sở "
        "được thể hiện ở bảng sau:"
    )
    paper.table(
        [
            ["Chỉ tiêu", "Số hồ sơ"],
            ["Tiếp nhận, tổng số", "{3.018|dossiers.received}"],
            ["Trong đó: từ kỳ trước chuyển sang", "{22|dossiers.carried_over}"],
            ["Trong đó: tiếp nhận mới", "{2.996|dossiers.new}"],
            ["Đã giải quyết", "{2.961|dossiers.resolved}"],
            ["Giải quyết trước hạn", "{2.807|dossiers.resolved_early}"],
            ["Giải quyết đúng hạn", "{149|dossiers.resolved_on_time}"],
            ["Giải quyết quá hạn", "{0|dossiers.resolved_late}"],
            ["Đang giải quyết (đều trong hạn)", "{57|dossiers.pending}"],
        ]
    )
    paper.p(
        "Số hồ sơ tiếp nhận tăng đột biến ở thủ tục xin học lại, chuyển trường, tăng {!2,6|comparison} lần so với quý II năm 2024 (quý "
        "II năm 2024 tiếp nhận {1.161|dossiers.received;+quý II/2024} hồ sơ). Tỷ lệ số hóa hồ sơ đạt "
        "{98,3%|digitization.rate}. Tiếp nhận, xử lý {02|feedback.received,feedback.processed} phản ánh, kiến nghị."
    )


def _people(paper: Paper) -> None:
    paper.head("II.3", "3.", "Cải cách tổ chức bộ máy hành chính nhà nước")
    paper.p(
        "Sở có {08|organization.departments} phòng chuyên môn, {41|organization.service_units} đơn vị sự nghiệp. Biên chế hành "
        "chính được giao {56|organization.staff_admin}, có mặt {54|organization.admin_present}; tinh giản biên chế "
        "{07|organization.downsized} người."
    )
    paper.head("II.4", "4.", "Cải cách chế độ công vụ")
    paper.p(
        "Sở tuyển dụng {118|civil_service.recruited} viên chức; bổ nhiệm {06|civil_service.appointed}, bổ nhiệm lại "
        "{09|civil_service.reappointed} viên chức quản lý các trường trực thuộc; cử {402|civil_service.training_people} lượt "
        "người bồi dưỡng theo Chương trình giáo dục phổ thông {!2018|name}. {02|civil_service.disciplined} viên chức bị kỷ luật."
    )
    paper.head("II.5", "5.", "Cải cách tài chính công")
    paper.p(
        "Trong {41|finance.service_units} đơn vị sự nghiệp công lập trực thuộc có {03|finance.service_units_partial} đơn vị tự "
        "bảo đảm một phần chi thường xuyên, {38|finance.service_units_state_funded} đơn vị do Nhà nước bảo đảm chi thường xuyên."
    )
    paper.head("II.6", "6.", "Xây dựng, phát triển chính quyền điện tử, chính quyền số")
    paper.p(
        "Cung cấp {70|digital.services_total} dịch vụ công trực tuyến, trong đó toàn trình {52|digital.services_full}, một phần "
        "{18|digital.services_partial}; {33|digital.services_with_dossier} dịch vụ phát sinh hồ sơ, chiếm "
        "{47,1%|digital.uptake_rate}. Số hồ sơ giải quyết trực tuyến {2.914|digital.online_dossiers} hồ sơ. Tỷ lệ văn bản điện "
        "tử ký số {100%|digital.edocs_rate}. Mức độ hài lòng của người dân {98%|digital.satisfaction_rate}."
    )


def _end(paper: Paper) -> None:
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head("III.1", "1.", "Ưu điểm")
    paper.p(
        "Công tác giải quyết TTHC được thực hiện nghiêm túc, {!không có|claim in Part III} hồ sơ trễ hạn, được học sinh, phụ huynh ghi nhận."
    )
    paper.head("III.2", "2.", "Tồn tại, hạn chế")
    paper.p(
        "Một số trường chưa cập nhật đầy đủ TTHC lên trang thông tin; còn {!37/70|not in the dictionary} dịch vụ công không có hồ sơ."
    )
    paper.head("IV", "IV.", "NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2024")
    paper.p(
        "Hoàn thành học bạ số cho {!100%|target} học sinh lớp {!1|name} đến lớp {!4|name}; nâng tỷ lệ phát sinh lên {!60%|target}."
    )
    paper.head("V", "V.", "KIẾN NGHỊ, ĐỀ XUẤT")
    paper.p(
        "Đề nghị Sở Thông tin và Truyền thông bổ sung chức năng thống kê theo từng trường trên Hệ thống một cửa điện tử."
    )
