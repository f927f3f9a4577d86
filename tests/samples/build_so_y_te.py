"""A department's year: early and on time as one number, fractions n/m, one rate over several denominators."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "so-y-te-nam-2024.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="joint 'trước và đúng hạn', fractions n/m, 'Phần thứ nhất', quá hạn in two meanings, year before beside it",
        unit="Sở Y tế",
        level="department",
        province="Cần Thơ",
        period={"kind": "year", "year": 2024, "data_from": "2023-12-15", "data_to": "2024-12-14"},
        number="5127/BC-SYT",
        issued=date(2024, 12, 16),
        title="Kết quả công tác cải cách hành chính năm 2024",
        signer_position="GIÁM ĐỐC",
        units=units,
    )
    paper = Paper(truth)
    paper.opening(
        "UBND THÀNH PHỐ CẦN THƠ",
        "SỞ Y TẾ",
        "Số: 5127/ BC-SYT",
        "Cần Thơ, ngày 16 tháng 12 năm 2024",
        ("BÁO CÁO", "Kết quả công tác cải cách hành chính năm 2024"),
    )
    paper.p(
        "Thực hiện Kế hoạch số 236/KH-UBND ngày 25/12/2023 của UBND thành phố về cải cách hành chính năm 2024, Sở Y tế báo cáo "
        "như sau (số liệu từ ngày 15/12/2023 đến hết ngày 14/12/2024):"
    )
    _direction(paper)
    _procedures(paper)
    _others(paper)
    _assessment(paper)
    paper.closing(
        "Trên đây là kết quả công tác cải cách hành chính năm 2024 của Sở Y tế thành phố Cần Thơ./.",
        ("- UBND thành phố;", "- Sở Nội vụ;", "- Các đơn vị trực thuộc;", "- Lưu: VT, TCCB."),
        ("GIÁM ĐỐC", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _direction(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    paper.p(
        "1. Kế hoạch: hoàn thành {43|direction.plan_done}/{45|direction.plan_total} nhiệm vụ CCHC năm 2024, còn "
        "{02|direction.plan_overdue} nhiệm vụ quá hạn chưa hoàn thành. UBND thành phố giao {212|direction.assigned_total} nhiệm "
        "vụ, hoàn thành đúng hạn {208|direction.assigned_done_ontime}/{212|direction.assigned_total} nhiệm vụ, hoàn thành quá "
        "hạn {04|direction.assigned_done_late} nhiệm vụ."
    )
    paper.p(
        "2. Kiểm tra: đã kiểm tra CCHC tại {14|direction.inspections_done}/{14|direction.inspections_planned} đơn vị trực thuộc "
        "theo kế hoạch, đạt {!100%|not in the dictionary}.\n"
        "3. Khảo sát: thu về {2.640|direction.survey_forms} phiếu; tổ chức {02|direction.dialogue_count} cuộc đối thoại với "
        "doanh nghiệp dược. Có {03|direction.initiatives_new} sáng kiến CCHC được Hội đồng thành phố công nhận."
    )
    paper.head("II", "II.", "KẾT QUẢ CẢI CÁCH HÀNH CHÍNH TRÊN CÁC LĨNH VỰC")
    paper.head("II.1", "1.", "Về cải cách thể chế")
    paper.p(
        "Tham mưu ban hành {03|legislation.issued}/{03|legislation.planned} văn bản quy phạm pháp luật theo chương trình; rà "
        "soát {28|legislation.reviewed} văn bản, đã xử lý {06|legislation.review_processed}/"
        "{06|legislation.review_recommended} văn bản được kiến nghị xử lý."
    )


def _procedures(paper: Paper) -> None:
    paper.head("II.2", "2.", "Về cải cách thủ tục hành chính")
    paper.p(
        "Sở rà soát, đề xuất đơn giản hóa {21|procedures.reviewed} TTHC. Tổng số TTHC thuộc thẩm quyền giải quyết của Sở: "
        "{139|procedures.own_total} TTHC; tất cả thực hiện một cửa."
    )
    paper.p(
        "Tổng số hồ sơ tiếp nhận: {5.702|dossiers.received} hồ sơ (kỳ trước chuyển qua {71|dossiers.carried_over}; tiếp nhận "
        "trong kỳ {5.631|dossiers.new}). Đã giải quyết {5.640|dossiers.resolved}/{5.702|dossiers.received} hồ sơ. Trong đó, trả "
        "trước và đúng hạn {5.612|dossiers.resolved_early_or_on_time}/{5.640|dossiers.resolved} hồ sơ, chiếm "
        "{99,5%|dossiers.on_time_rate}; trả quá hạn {28|dossiers.resolved_late}/{5.640|dossiers.resolved} hồ sơ, chiếm "
        "{!0,5%|not in the dictionary}. Số hồ sơ đang trong quy trình giải quyết: {62|dossiers.pending} hồ sơ, gồm "
        "{59|dossiers.pending_in_time} hồ sơ chưa đến hạn, {03|dossiers.pending_overdue} hồ sơ quá hạn giải quyết nhưng chưa có "
        "kết quả."
    )
    paper.p(
        "Năm 2023, tỷ lệ trước và đúng hạn là {98,1%|dossiers.on_time_rate;+năm 2023}; như vậy năm 2024 tăng "
        "{!1,4%|comparison}. Thư xin lỗi đã gửi: {28|dossiers.apology_letters}/{!28|not in the dictionary} hồ sơ trả quá hạn."
    )
    paper.p(
        "Số hóa: {5.214|digitization.in_digitized}/{5.631|digitization.in_total} hồ sơ đầu vào, đạt "
        "{92,59%|digitization.rate}; {5.377|digitization.out_digitized}/{5.640|digitization.out_total} kết quả giải quyết. "
        "Hồ sơ trực tuyến chiếm {78,3 %|dossiers.online_rate} tổng số hồ sơ tiếp nhận trong kỳ."
    )


def _others(paper: Paper) -> None:
    paper.head("II.3", "3.", "Về tổ chức bộ máy")
    paper.p(
        "Văn phòng Sở có {06|organization.departments} phòng chuyên môn, {02|organization.subdepts} chi cục, "
        "{23|organization.service_units} đơn vị sự nghiệp. Biên chế hành chính có mặt {81|organization.admin_present}/"
        "{86|organization.staff_admin} chỉ tiêu; biên chế sự nghiệp có mặt {3.912|organization.career_present}/"
        "{4.150|organization.staff_career} chỉ tiêu. Tinh giản {12|organization.downsized} người."
    )
    paper.head("II.4", "4.", "Về chế độ công vụ")
    paper.p(
        "Tuyển dụng {157|civil_service.recruited} viên chức; bổ nhiệm mới {19|civil_service.appointed}, bổ nhiệm lại "
        "{34|civil_service.reappointed} viên chức quản lý; đào tạo, bồi dưỡng {1.486|civil_service.training_people} lượt người; "
        "kỷ luật {05|civil_service.disciplined} viên chức, trong đó {!03|not in the dictionary} người bị cảnh cáo."
    )
    paper.head("II.5", "5.", "Về tài chính công")
    paper.p(
        "Giải ngân vốn đầu tư công {186.420|finance.invest_disbursed}/{201.300|finance.invest_plan} triệu đồng. Trong "
        "{23|finance.service_units} đơn vị sự nghiệp công lập có {08|finance.service_units_full_recurrent} đơn vị tự bảo đảm chi "
        "thường xuyên, {13|finance.service_units_partial} đơn vị tự bảo đảm một phần chi thường xuyên, "
        "{02|finance.service_units_state_funded} đơn vị do Nhà nước bảo đảm chi thường xuyên. Đã thực hiện "
        "{11|finance.audit_done}/{12|finance.audit_total} kiến nghị của Kiểm toán nhà nước."
    )
    paper.head("II.6", "6.", "Về xây dựng chính quyền điện tử, chính quyền số")
    paper.p(
        "{118|digital.services_with_dossier}/{131|digital.services_total} dịch vụ công trực tuyến có phát sinh hồ sơ, đạt "
        "{90,1%|digital.uptake_rate}, trong đó dịch vụ toàn trình {96|digital.services_full}, một phần "
        "{35|digital.services_partial}. {3.901|digital.fee_dossiers_online}/{5.118|digital.fee_dossiers} hồ sơ thanh toán trực "
        "tuyến. {100%|digital.edocs_rate} văn bản đi được ký số. Hài lòng của người bệnh nội trú theo bộ tiêu chí của Bộ Y tế "
        "là {!96,4%|not in the dictionary}."
    )


def _assessment(paper: Paper) -> None:
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head("III.1", "1.", "Mặt được")
    paper.p(
        "Sở xếp thứ {!6/20|rank} sở, ngành về Chỉ số CCHC; các bệnh viện duy trì tiêu chuẩn ISO {!15189:2022|name}."
    )
    paper.head("III.2", "2.", "Hạn chế, nguyên nhân")
    paper.p(
        "Còn {28|dossiers.resolved_late} hồ sơ trả quá hạn, chủ yếu là cấp chứng chỉ hành nghề, do phải thẩm định tại chỗ."
    )
    paper.head("IV", "IV.", "NHIỆM VỤ NĂM 2025")
    paper.p(
        "Đặt mục tiêu trước và đúng hạn từ {!99,8%|target}; rút ngắn {!15|target} TTHC; {!75%|target} hồ sơ thanh toán số."
    )
    paper.head("V", "V.", "KIẾN NGHỊ")
    paper.p("Kiến nghị Bộ Y tế sớm liên thông cơ sở dữ liệu hành nghề khám bệnh, chữa bệnh với hệ thống của thành phố.")
