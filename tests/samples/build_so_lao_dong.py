"""A department's month typed on a machine that stores decomposed letters (NFD), with the old place of the tone."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "so-lao-dong-thang-11-2024.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="NFD letters, old tone place (hoá, thuỷ, uỷ), y/i, dot decimals, HS for hồ sơ, look-alike Ð",
        unit="Sở Lao động - Thương binh và Xã hội",
        level="department",
        province="Khánh Hòa",
        period={"kind": "month", "year": 2024, "number": 11, "data_from": "2024-10-15", "data_to": "2024-11-14"},
        number="3318/BC-SLĐTBXH",
        issued=date(2024, 11, 18),
        title="Tình hình thực hiện công tác cải cách hành chính tháng 11/2024",
        signer_position="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
        units=units,
        seeded=[
            {
                "fault": "one-stop 71 and interlinked 9 do not make the 82 procedures of the department",
                "figures": ["procedures.own_total", "procedures.own_onestop", "procedures.own_interlinked"],
            }
        ],
    )
    paper = Paper(truth, form="NFD")
    paper.opening(
        "UỶ BAN NHÂN DÂN TỈNH KHÁNH HOÀ",
        "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "Số: 3318/BC-SLĐTBXH",
        "Khánh Hoà, ngày 18 tháng 11 năm 2024",
        ("BÁO CÁO", "Tình hình thực hiện công tác cải cách hành chính tháng 11/2024"),
    )
    paper.p(
        "Sở Lao động - Thương binh và Xã hội báo cáo tình hình thực hiện công tác cải cách hành chính (CCHC) tháng 11/2024, số "
        "liệu từ ngày 15-10-2024 đến ngày 14-11-2024, cụ thể:"
    )
    _results(paper)
    _dossiers(paper)
    _end(paper)
    paper.closing(
        "Sở Lao động - Thương binh và Xã hội kính báo cáo Uỷ ban nhân dân tỉnh, Sở Nội vụ./.",
        ("- UBND tỉnh;", "- Sở Nội vụ;", "- Website Sở;", "- Lưu: VT, VP."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _results(paper: Paper) -> None:
    paper.head("I", "I/", "CÔNG TÁC CHỈ ÐẠO, ÐIỀU HÀNH")
    paper.p(
        "Kế hoạch CCHC năm 2024 gồm {38|direction.plan_total} nhiệm vụ. Đã hoàn thành {33|direction.plan_done} nhiệm vụ (tỉ lệ "
        "{!86.8%|not in the dictionary}), đang triển khai {05|direction.plan_in_progress} nhiệm vụ. Công tác tuyên truyền: "
        "{09|direction.communication_items} tin, bài trên Cổng thông tin điện tử. {Chưa có|direction.initiatives_new} sáng kiến "
        "CCHC mới trong tháng."
    )
    paper.head("II", "II/", "KẾT QUẢ THỰC HIỆN")
    paper.head("II.1", "1/", "Cải cách thể chế")
    paper.p(
        "Trình Uỷ ban nhân dân tỉnh ban hành {01|legislation.issued} văn bản quy phạm pháp luật về mức trợ giúp xã hội. Tuyên "
        "truyền pháp luật lao động {03|legislation.edu_events} cuộc với {275|legislation.edu_people} lượt người."
    )
    paper.head("II.2", "2/", "Cải cách thủ tục hành chính")
    paper.p(
        "Thủ tục hành chính thuộc thẩm quyền giải quyết của Sở: {82|procedures.own_total} TTHC (một cửa "
        "{71|procedures.own_onestop}, một cửa liên thông {09|procedures.own_interlinked}). Rà soát "
        "{06|procedures.reviewed} TTHC; được phê duyệt phương án đơn giản hoá {02|procedures.simplified} TTHC."
    )


def _dossiers(paper: Paper) -> None:
    paper.p(
        "Tổng số HS yêu cầu giải quyết trong tháng là {1.036|dossiers.received} HS, trong đó HS mới tiếp nhận là "
        "{948|dossiers.new} HS, HS tồn kỳ trước chuyển sang là {88|dossiers.carried_over} HS. Số HS đã giải quyết là "
        "{957|dossiers.resolved} HS, trong đó: trước hạn {890|dossiers.resolved_early} HS, đúng hạn "
        "{64|dossiers.resolved_on_time} HS, trễ hạn {03|dossiers.resolved_late} HS. Số HS đang giải quyết là "
        "{79|dossiers.pending} HS, trong đó: chưa đến hạn {79|dossiers.pending_in_time} HS, quá hạn "
        "{0|dossiers.pending_overdue} HS. Trả lại {11|dossiers.returned} HS."
    )
    paper.p(
        "Số hoá: tỉ lệ số hoá hồ sơ, kết quả giải quyết TTHC đạt {54.9%|digitization.rate}, thấp hơn chỉ tiêu {!80%|target} do "
        "hồ sơ người có công lưu giấy từ nhiều thời kì. Tỉ lệ hồ sơ trực tuyến đạt {71,2%|dossiers.online_rate}."
    )
    paper.p("Phản ánh, kiến nghị: {không phát sinh|feedback.received}.")
    paper.head("II.3", "3/", "Cải cách tổ chức bộ máy")
    paper.p(
        "Sở có {07|organization.departments} phòng chuyên môn và {06|organization.service_units} đơn vị sự nghiệp. Biên chế "
        "hành chính được giao {49|organization.staff_admin} chỉ tiêu, biên chế sự nghiệp được giao "
        "{176|organization.staff_career} chỉ tiêu."
    )
    paper.head("II.4", "4/", "Cải cách chế độ công vụ")
    paper.p(
        "Thực hiện luân chuyển, chuyển đổi vị trí công tác {02|civil_service.rotated} công chức; nâng lương thường xuyên "
        "{05|civil_service.salary_regular} người; đào tạo, bồi dưỡng {16|civil_service.training_people} lượt người; "
        "{không có|civil_service.disciplined} trường hợp bị kỷ luật."
    )
    paper.head("II.6", "5/", "Hiện đại hoá hành chính")
    paper.p(
        "Sở cung cấp {77|digital.services_total} dịch vụ công trực tuyến, trong đó {40|digital.services_full} dịch vụ toàn "
        "trình, {37|digital.services_partial} dịch vụ một phần; số dịch vụ có phát sinh hồ sơ là "
        "{25|digital.services_with_dossier}. {100%|digital.email_rate} cán bộ, công chức sử dụng thư điện tử công vụ. Hồ sơ tiếp "
        "nhận qua bưu chính công ích {14|digital.postal_received} HS, trả qua bưu chính công ích "
        "{92|digital.postal_returned} HS."
    )


def _end(paper: Paper) -> None:
    paper.head("III", "III/", "ĐÁNH GIÁ CHUNG")
    paper.p(
        "Kết quả: TTHC được giải quyết cơ bản đúng hạn, quy trình luân chuyển hồ sơ hoà mạng thông suốt. Tồn tại: số hoá đạt thấp; {03|dossiers.resolved_late} "
        "HS trễ hạn thuộc lĩnh vực cấp giấy phép lao động cho người nước ngoài."
    )
    paper.head("IV", "IV/", "PHƯƠNG HƯỚNG THÁNG 12/2024")
    paper.p(
        "Hoàn thành {!05|plan} nhiệm vụ còn lại; nâng tỉ lệ số hoá lên tối thiểu {!65%|target}; tổng kết CCHC năm 2024."
    )
