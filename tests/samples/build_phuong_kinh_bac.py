"""A ward's month under the two-level government of 8/2025: unnumbered capitals, a public service centre, hotline."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "phuong-kinh-bac-thang-8-2025.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="ward under the two-level government; unnumbered bold headings; received does not equal resolved plus pending",
        unit="Ủy ban nhân dân phường Kinh Bắc",
        level="commune",
        province="Bắc Ninh",
        period={"kind": "month", "year": 2025, "number": 8, "data_from": "2025-07-15", "data_to": "2025-08-14"},
        number="63/BC-UBND",
        issued=date(2025, 8, 18),
        title="Công tác cải cách hành chính, kiểm soát thủ tục hành chính tháng 8 năm 2025",
        signer_position="TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
        units=units,
        seeded=[
            {
                "fault": "received 1.204 is not resolved 1.102 plus pending 92 (1.194)",
                "figures": ["dossiers.received", "dossiers.resolved", "dossiers.pending"],
            },
            {
                "fault": "the closing sentence names tháng 7 năm 2025",
                "figures": [],
            },
        ],
    )
    paper = Paper(truth, heads="bold")
    paper.word.page_frame("")
    paper.opening(
        "",
        "ỦY BAN NHÂN DÂN PHƯỜNG KINH BẮC",
        "Số: 63/BC-UBND",
        "Kinh Bắc, ngày 18 tháng 8 năm 2025",
        ("BÁO CÁO", "Công tác cải cách hành chính, kiểm soát thủ tục hành chính", "tháng 8 năm 2025"),
    )
    paper.p("Kính gửi: Sở Nội vụ tỉnh Bắc Ninh; Văn phòng UBND tỉnh Bắc Ninh.")
    paper.p(
        "UBND phường Kinh Bắc báo cáo công tác cải cách hành chính, kiểm soát thủ tục hành chính tháng 8 năm 2025 (kỳ số liệu "
        "15/7 - 14/8/2025) như sau:"
    )
    _direction(paper)
    _centre(paper)
    _others(paper)
    paper.closing(
        "Trên đây là báo cáo công tác cải cách hành chính tháng 7 năm 2025 của UBND phường Kinh Bắc./.",
        ("- Như kính gửi;", "- TTr. Đảng ủy, HĐND phường;", "- Trung tâm PVHCC phường;", "- Lưu: VT."),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _direction(paper: Paper) -> None:
    paper.head("I", "", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    paper.p(
        "Ngay sau khi chính quyền địa phương {!02|not in the dictionary} cấp đi vào hoạt động từ ngày 01/7/2025, UBND phường "
        "ban hành Kế hoạch số 05/KH-UBND ngày 10/7/2025 với {26|direction.plan_total} nhiệm vụ CCHC những tháng cuối năm; đã "
        "hoàn thành {05|direction.plan_done} nhiệm vụ, {21|direction.plan_in_progress} nhiệm vụ đang triển khai."
    )
    paper.p(
        "Chủ tịch UBND tỉnh giao phường {09|direction.assigned_total} nhiệm vụ; đã hoàn thành đúng hạn "
        "{07|direction.assigned_done_ontime} nhiệm vụ, hoàn thành quá hạn {01|direction.assigned_done_late} nhiệm vụ, "
        "{01|direction.assigned_pending_in} nhiệm vụ đang thực hiện trong hạn. Tổ công nghệ số cộng đồng ra quân "
        "{!12|not in the dictionary} buổi; loa truyền thanh phát {15|direction.communication_items} tin, bài về CCHC."
    )
    paper.head("II", "", "KẾT QUẢ THỰC HIỆN")
    paper.head("II.1", "", "Cải cách thể chế")
    paper.p(
        "Rà soát {31|legislation.reviewed} văn bản quy phạm pháp luật của các phường trước sáp nhập; "
        "{không có|legislation.check_illegal} văn bản trái pháp luật được phát hiện qua kiểm tra."
    )


def _centre(paper: Paper) -> None:
    paper.head("II.2", "", "Cải cách thủ tục hành chính, hoạt động của Trung tâm Phục vụ hành chính công phường")
    paper.p(
        "Trung tâm công khai {410|procedures.own_total} TTHC thuộc thẩm quyền giải quyết của UBND phường theo Quyết định số "
        "318/QĐ-UBND ngày 30/6/2025 của Chủ tịch UBND tỉnh, {97|procedures.with_dossier} TTHC có phát sinh hồ sơ."
    )
    paper.p(
        "Trong kỳ, Trung tâm tiếp nhận {1.204|dossiers.received} hồ sơ, trong đó {1.147|dossiers.new} hồ sơ tiếp nhận mới và "
        "{57|dossiers.carried_over} hồ sơ do UBND các phường cũ chuyển sang từ kỳ trước. Kết quả: đã giải quyết "
        "{1.102|dossiers.resolved} hồ sơ, trong đó {845|dossiers.resolved_early} hồ sơ trước hạn và "
        "{257|dossiers.resolved_on_time} hồ sơ đúng hạn, {không có|dossiers.resolved_late} hồ sơ nào quá hạn; đang giải quyết "
        "{92|dossiers.pending} hồ sơ, trong đó {91|dossiers.pending_in_time} hồ sơ còn trong hạn, "
        "{01|dossiers.pending_overdue} hồ sơ quá hạn do chờ xác minh nguồn gốc đất."
    )
    paper.p(
        "Hồ sơ tiếp nhận trực tuyến {1.009|dossiers.new_online} hồ sơ, đạt {87,97%|dossiers.online_rate}; trực tiếp và qua bưu "
        "chính {138|dossiers.new_direct_postal} hồ sơ. Tiếp nhận không phụ thuộc địa giới hành chính "
        "{43|dossiers.non_local} hồ sơ. Hồ sơ phải bổ sung {29|dossiers.supplement} hồ sơ."
    )
    paper.p(
        "Tiếp nhận {06|feedback.received} phản ánh, kiến nghị của người dân qua Hệ thống của Cổng Dịch vụ công quốc gia, đã xử "
        "lý {05|feedback.processed} phản ánh, kiến nghị; {01|feedback.overdue} phản ánh, kiến nghị xử lý quá hạn. Số điện thoại "
        "tiếp nhận: {!0222.3.825.999|contact}; tổng đài {!1022|contact}, {!18001096|contact}."
    )


def _others(paper: Paper) -> None:
    paper.head("II.3", "", "Cải cách tổ chức bộ máy, chế độ công vụ", also="II.4")
    paper.p(
        "Phường có {03|organization.departments} phòng chuyên môn và Trung tâm Phục vụ hành chính công. Biên chế hành chính được "
        "giao {68|organization.staff_admin} chỉ tiêu, có mặt {61|organization.admin_present} người. Trong tháng cử "
        "{44|civil_service.training_people} lượt cán bộ, công chức tập huấn nghiệp vụ; {không|civil_service.disciplined} có cán "
        "bộ, công chức bị kỷ luật; {03|civil_service.rotated} công chức được chuyển đổi vị trí công tác."
    )
    paper.head("II.6", "", "Chuyển đổi số, dịch vụ công trực tuyến")
    paper.p(
        "Hồ sơ trực tuyến toàn trình: {764|digital.full_dossiers} hồ sơ. Hồ sơ thanh toán trực tuyến: "
        "{702|digital.fee_dossiers_online}/{811|digital.fee_dossiers} hồ sơ có phí, lệ phí. Số hóa thành phần hồ sơ "
        "{1.063|digitization.in_digitized} hồ sơ, tái sử dụng {118|digitization.in_reused} hồ sơ; số hóa kết quả "
        "{1.002|digitization.out_digitized}/{1.102|digitization.out_total} hồ sơ. Thực hiện Đề án {!06|name}, phường hướng dẫn "
        "{!233|not in the dictionary} người dân kích hoạt định danh mức độ {!2|level}."
    )
    paper.p(
        "Kết quả chấm điểm theo Quyết định số 766/QĐ-TTg (Bộ chỉ số {!766|citation}): phường đạt {!81,3|rank} điểm, xếp thứ "
        "{!17/99|rank} xã, phường. Mức độ hài lòng của người dân trong tiếp nhận, giải quyết TTHC đạt "
        "{97,5%|digital.satisfaction_rate}."
    )
    paper.head("III", "", "ĐÁNH GIÁ CHUNG")
    paper.head("III.2", "", "Tồn tại, hạn chế")
    paper.p(
        "Một số công chức chưa thành thạo phần mềm mới; tỷ lệ thanh toán trực tuyến còn thấp so với yêu cầu {!90%|target}."
    )
    paper.head("IV", "", "NHIỆM VỤ TRỌNG TÂM THÁNG 9 NĂM 2025")
    paper.p(
        "Duy trì {!100%|target} hồ sơ được giải quyết đúng hạn; bố trí thêm {!02|plan} công chức hỗ trợ tại Trung tâm."
    )
    paper.head("V", "", "KIẾN NGHỊ, ĐỀ XUẤT")
    paper.p(
        "Đề nghị Sở Khoa học và Công nghệ xử lý tình trạng nghẽn Hệ thống thông tin giải quyết TTHC vào đầu giờ sáng."
    )
