"""A one-stop centre's month with the year to date beside it, in text and in a table; text box, nested table, hotlines."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper
from tests.samples.word import CELL

FILE = "trung-tam-hcc-lao-cai-thang-9-2024.docx"

_TABLE = (
    ("Tổng số hồ sơ tiếp nhận", "received", "9.842", "84.930"),
    ("- Kỳ trước chuyển sang", "carried_over", "1.310", "1.228"),
    ("- Tiếp nhận mới", "new", "8.532", "83.702"),
    ("+ Trực tuyến", "new_online", "7.944", "76.511"),
    ("+ Trực tiếp, bưu chính công ích", "new_direct_postal", "588", "7.191"),
    ("Hồ sơ đã giải quyết", "resolved", "8.467", "83.555"),
    ("- Giải quyết trước hạn", "resolved_early", "7.201", "71.020"),
    ("- Giải quyết đúng hạn", "resolved_on_time", "1.254", "12.391"),
    ("- Giải quyết quá hạn", "resolved_late", "12", "144"),
    ("Hồ sơ xin rút", "withdrawn", "19", "206"),
)


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="month and year to date (lũy kế) side by side in a table and in sentences; text box, nested table, hotlines",
        unit="Trung tâm Phục vụ hành chính công tỉnh",
        level="attached_unit",
        province="Lào Cai",
        period={"kind": "month", "year": 2024, "number": 9, "data_from": "2024-08-15", "data_to": "2024-09-14"},
        number="91/BC-TTPVHCC",
        issued=date(2024, 9, 17),
        title="Kết quả hoạt động của Trung tâm Phục vụ hành chính công tỉnh tháng 9/2024",
        signer_position="PHÓ GIÁM ĐỐC PHỤ TRÁCH",
        units=units,
    )
    paper = Paper(truth)
    paper.opening(
        "VĂN PHÒNG UBND TỈNH LÀO CAI",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "Số: 91/BC-TTPVHCC",
        "Lào Cai, ngày 17 tháng 9 năm 2024",
        ("BÁO CÁO", "Kết quả hoạt động của Trung tâm Phục vụ hành chính công tỉnh", "tháng 9/2024"),
    )
    paper.word.text_box(
        truth.say(
            "Hồ sơ của tổ chức, công dân tra cứu tại https://dichvucong.laocai.gov.vn\n"
            "Tổng đài hướng dẫn: {!0214.3.888.246|contact} - Zalo: {!0912.000.246|contact}"
        )
    )
    paper.p(
        "Trung tâm Phục vụ hành chính công tỉnh Lào Cai báo cáo kết quả hoạt động tháng 9/2024 (số liệu tính từ 15/8/2024 đến "
        "14/9/2024), như sau:"
    )
    _general(paper)
    _dossiers(paper)
    _quality(paper)
    paper.closing(
        "Trên đây là báo cáo kết quả hoạt động tháng 9/2024 của Trung tâm Phục vụ hành chính công tỉnh./.",
        ("- Văn phòng UBND tỉnh;", "- Sở Nội vụ;", "- Các sở, ngành có quầy tại Trung tâm;", "- Lưu: VT."),
        ("PHÓ GIÁM ĐỐC PHỤ TRÁCH", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _general(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    paper.p(
        "Trung tâm hiện có {!21|not in the dictionary} quầy giao dịch của {!17|not in the dictionary} sở, ban, ngành; "
        "{46|direction.onestop_staff} công chức, viên chức được cử đến làm việc thường xuyên. Trong tháng, Trung tâm đăng "
        "{18|direction.communication_items} tin, bài trên trang thông tin; lũy kế từ đầu năm "
        "{163|direction.communication_items;+ytd} tin, bài."
    )
    paper.p(
        "Do ảnh hưởng của bão số {!3|name}, từ ngày 09/9/2024 đến ngày 11/9/2024 Trung tâm tiếp nhận hồ sơ hoàn toàn qua mạng "
        "và gia hạn trả kết quả cho các hồ sơ đến hẹn theo Văn bản số 5120/UBND-KSTT ngày 09/9/2024 của UBND tỉnh."
    )


def _dossiers(paper: Paper) -> None:
    paper.head("II", "II.", "KẾT QUẢ HOẠT ĐỘNG")
    paper.head("II.2", "1.", "Tình hình tiếp nhận, giải quyết hồ sơ thủ tục hành chính")
    paper.p(
        "Tháng 9/2024, Trung tâm đã tiếp nhận tổng số {9.842|dossiers.received} hồ sơ (kỳ trước chuyển sang "
        "{1.310|dossiers.carried_over} hồ sơ, tiếp nhận mới {8.532|dossiers.new} hồ sơ). Đã giải quyết "
        "{8.467|dossiers.resolved} hồ sơ, trong đó trước hạn {7.201|dossiers.resolved_early} hồ sơ, đúng hạn "
        "{1.254|dossiers.resolved_on_time} hồ sơ, quá hạn {12|dossiers.resolved_late} hồ sơ; tỷ lệ trước hạn, đúng hạn đạt "
        "{99,86%|dossiers.on_time_rate}. Đang giải quyết {1.375|dossiers.pending} hồ sơ, trong đó chưa đến hạn "
        "{1.369|dossiers.pending_in_time} hồ sơ, quá hạn {06|dossiers.pending_overdue} hồ sơ."
    )
    paper.p(
        "Lũy kế từ đầu năm đến hết ngày 14/9/2024, Trung tâm tiếp nhận {84.930|dossiers.received;+ytd} hồ sơ, đã giải quyết "
        "{83.555|dossiers.resolved;+ytd} hồ sơ, trong đó quá hạn {144|dossiers.resolved_late;+ytd} hồ sơ; tỷ lệ giải quyết "
        "trước hạn, đúng hạn đạt {99,83%|dossiers.on_time_rate;+ytd}."
    )
    rows = [["Nội dung", "Trong tháng", "Lũy kế từ đầu năm"]]
    for label, name, month, year in _TABLE:
        rows.append([label, f"{{{month}|dossiers.{name}}}", f"{{{year}|dossiers.{name};+ytd}}"])
    paper.caption("Bảng tổng hợp tình hình giải quyết hồ sơ tại Trung tâm")
    paper.table(rows)
    paper.p(
        "Trong tháng có {137|dossiers.supplement} hồ sơ phải yêu cầu bổ sung, {41|dossiers.returned} hồ sơ bị trả lại do không "
        "đủ điều kiện. Các sở đã gửi {12|dossiers.apology_letters} thư xin lỗi đối với hồ sơ quá hạn."
    )
    _by_office(paper)


def _by_office(paper: Paper) -> None:
    paper.p("Một số cơ quan có số lượng hồ sơ lớn trong tháng:")
    outer = paper.word.doc.add_table(1, 1)
    outer.style = paper.word.doc.styles["Table Grid"]
    cell = outer.rows[0].cells[0]
    paper.word.fill(cell.paragraphs[0], "Cơ quan có nhiều hồ sơ tiếp nhận", CELL)
    paper.outer_table()
    paper.table(
        [
            ["Cơ quan", "Tiếp nhận", "Đã giải quyết"],
            [
                "Sở Giao thông vận tải",
                "{2.915|dossiers.received;@Sở Giao thông vận tải}",
                "{2.744|dossiers.resolved;@Sở Giao thông vận tải}",
            ],
            ["Sở Tư pháp", "{2.102|dossiers.received;@Sở Tư pháp}", "{1.630|dossiers.resolved;@Sở Tư pháp}"],
            [
                "Sở Tài nguyên và Môi trường",
                "{1.388|dossiers.received;@Sở Tài nguyên và Môi trường}",
                "{1.017|dossiers.resolved;@Sở Tài nguyên và Môi trường}",
            ],
        ],
        within=cell,
    )
    cell.add_paragraph()
    paper.word.doc.add_paragraph()


def _quality(paper: Paper) -> None:
    paper.head("II.6", "2.", "Dịch vụ công trực tuyến, thanh toán trực tuyến, bưu chính công ích")
    paper.p(
        "Tỷ lệ hồ sơ nộp trực tuyến đạt {93,1%|dossiers.online_rate}, vượt {!13,1%|comparison} so với chỉ tiêu {!80%|target} "
        "được giao. Hồ sơ thanh toán trực tuyến trong tháng {4.206|digital.fee_dossiers_online} hồ sơ, lũy kế "
        "{39.977|digital.fee_dossiers_online;+ytd} hồ sơ. Tiếp nhận qua bưu chính công ích {76|digital.postal_received} hồ sơ, "
        "trả kết quả qua bưu chính công ích {655|digital.postal_returned} kết quả."
    )
    paper.p(
        "Thông qua máy đánh giá tại quầy, có {1.904|digital.satisfaction_forms} lượt đánh giá, mức độ hài lòng đạt "
        "{99,4%|digital.satisfaction_rate}. Tiếp nhận {07|feedback.received} phản ánh, kiến nghị, đã xử lý "
        "{07|feedback.processed} phản ánh, kiến nghị."
    )
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.p("Hồ sơ quá hạn tuy giảm {!35%|comparison} so với tháng 8/2024 nhưng vẫn tập trung ở lĩnh vực đất đai.")
    paper.head("IV", "IV.", "NHIỆM VỤ TRỌNG TÂM THÁNG 10/2024")
    paper.p(
        "- Phấn đấu {!không còn|target} hồ sơ quá hạn trước ngày 15/10/2024; thu hút từ {!2.500|target} lượt đánh giá trở lên.\n"
        "- Tham mưu sửa đổi Quy chế theo Nghị định {!61|citation} và Nghị định {!107|citation} của Chính phủ."
    )
