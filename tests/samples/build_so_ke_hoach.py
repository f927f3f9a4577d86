"""A department's nine months as plain text with hard-wrapped lines, page numbers between, and superscript footnotes."""

import textwrap
from datetime import date
from pathlib import Path

from tests.samples.marks import Truth

FILE = "so-ke-hoach-9-thang-2024.txt"
_WIDTH = 78


class _Sheet:
    """The lines of the file."""

    def __init__(self, truth: Truth) -> None:
        self.truth, self.lines = truth, list[str]()

    def raw(self, *lines: str) -> None:
        self.lines += [*lines, ""]

    def head(self, part: str, number: str, title: str) -> None:
        self.truth.head(part, title)
        self.raw(f"{number} {title}")

    def p(self, text: str) -> None:
        said = self.truth.say(text)
        self.raw(*(line for one in said.split("\n") for line in textwrap.wrap(one, _WIDTH, break_on_hyphens=False)))


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="plain text, lines wrapped at 78 letters, page numbers between, superscript footnotes, no thousands separator",
        unit="Sở Kế hoạch và Đầu tư",
        level="department",
        province="Đồng Tháp",
        period={"kind": "nine_months", "year": 2024, "data_from": "2023-12-15", "data_to": "2024-09-14"},
        number="412/BC-SKHĐT",
        issued=date(2024, 9, 20),
        title="Công tác cải cách hành chính 9 tháng năm 2024",
        signer_position="GIÁM ĐỐC",
        units=units,
        seeded=[
            {
                "fault": "resolved is 3905 in II.2 and 3950 in III.1",
                "figures": ["dossiers.resolved"],
            }
        ],
    )
    sheet = _Sheet(truth)
    sheet.raw("UBND TỈNH ĐỒNG THÁP", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Số: 412/BC-SKHĐT")
    sheet.raw("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    sheet.raw("Đồng Tháp, ngày 20 tháng 9 năm 2024")
    sheet.raw("BÁO CÁO", "Công tác cải cách hành chính 9 tháng năm 2024")
    sheet.p(
        "Thực hiện Công văn số 1555/SNV-CCHC ngày 04/9/2024 của Sở Nội vụ, Sở Kế hoạch và Đầu tư báo cáo kết quả cải cách hành "
        "chính 9 tháng năm 2024¹ như sau:"
    )
    _first(sheet)
    _dossiers(sheet)
    _others(sheet)
    truth.part = "kết thúc"
    sheet.p("Trên đây là báo cáo công tác cải cách hành chính 9 tháng năm 2024 của Sở Kế hoạch và Đầu tư./.")
    sheet.raw("Nơi nhận:", "- Sở Nội vụ;", "- Lãnh đạo Sở;", "- Lưu: VT, VP.")
    sheet.raw("GIÁM ĐỐC", "(đã ký)")
    path.write_text("\n".join(sheet.lines), encoding="utf-8")
    return truth


def _first(sheet: _Sheet) -> None:
    sheet.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    sheet.p(
        "Kế hoạch cải cách hành chính năm 2024 của Sở xác định {31|direction.plan_total} nhiệm vụ. Sau 9 tháng, đã hoàn thành "
        "{23|direction.plan_done} nhiệm vụ, đang thực hiện {08|direction.plan_in_progress} nhiệm vụ, {không có|direction.plan_overdue} nhiệm vụ "
        "quá hạn. Đã ban hành {19|direction.directive_docs_count} văn bản chỉ đạo; đăng {58|direction.communication_items} tin, "
        "bài; tổ chức {03|direction.dialogue_count} cuộc đối thoại với doanh nghiệp."
    )
    sheet.p("¹ Số liệu từ ngày 15/12/2023 đến ngày 14/9/2024.")
    sheet.p("{!2|page noise}")
    sheet.p(
        "Thực hiện mô hình “Cà phê doanh nhân”, Sở phối hợp gặp gỡ {!640|not in the dictionary} lượt doanh nghiệp, giải quyết "
        "tại chỗ {!27|not in the dictionary} vướng mắc. Sở có {01|direction.initiatives_new} sáng kiến cải cách hành chính mới."
    )
    sheet.p(
        "Giám đốc Sở giao chỉ tiêu cải cách hành chính cho từng phòng ngay từ đầu năm, lấy kết quả thực hiện làm căn cứ xếp loại "
        "cuối năm. Hằng tháng, Văn phòng Sở tổng hợp các hồ sơ sắp đến hạn để nhắc công chức thụ lý; kết quả được công khai tại "
        "cuộc họp giao ban. Sở cũng phân công một Phó Giám đốc trực tiếp làm việc với các nhà đầu tư vào sáng thứ Năm hằng tuần."
    )
    sheet.head("II", "II.", "KẾT QUẢ THỰC HIỆN")
    sheet.head("II.1", "1.", "Cải cách thể chế")
    sheet.p(
        "- Tham mưu ban hành {02|legislation.issued} văn bản quy phạm pháp luật.\n"
        "- Rà soát {16|legislation.reviewed} văn bản quy phạm pháp luật, đề nghị bãi bỏ {01|legislation.review_recommended} "
        "văn bản."
    )


def _dossiers(sheet: _Sheet) -> None:
    sheet.head("II.2", "2.", "Cải cách thủ tục hành chính")
    sheet.p(
        "a) Danh mục: Tổng số TTHC thuộc thẩm quyền giải quyết của Sở là {143|procedures.own_total}; trong đó sửa đổi, bổ sung "
        "{12|procedures.published_amended}, bãi bỏ {09|procedures.published_repealed} TTHC trong 9 tháng."
    )
    sheet.p(
        "b) Tình hình giải quyết hồ sơ: 9 tháng năm 2024, Sở đã tiếp nhận tổng cộng {4012|dossiers.received} hồ sơ, gồm "
        "{3968|dossiers.new} hồ sơ mới và {44|dossiers.carried_over} hồ sơ kỳ trước chuyển sang. Đã giải quyết "
        "{3905|dossiers.resolved} hồ sơ: sớm hạn {3720|dossiers.resolved_early} hồ sơ, đúng hạn {180|dossiers.resolved_on_time} "
        "hồ sơ, chậm hạn {5|dossiers.resolved_late} hồ sơ. Đang giải quyết {107|dossiers.pending} hồ sơ, trong thời hạn giải "
        "quyết là {107|dossiers.pending_in_time} hồ sơ."
    )
    sheet.p(
        "Riêng tháng 9/2024, Sở tiếp nhận {452|dossiers.received;+tháng 9/2024} hồ sơ, đã giải quyết "
        "{447|dossiers.resolved;+tháng 9/2024} hồ sơ. So với cùng kỳ năm 2023, số hồ sơ giảm {!7,4%|comparison}."
    )
    sheet.p(
        "c) Tỷ lệ hồ sơ nộp trực tuyến: {96,5%|dossiers.online_rate} (tháng 8/2024 là "
        "{95,8%|dossiers.online_rate;+tháng 8/2024}). Số hóa kết quả giải quyết: {3890|digitization.out_digitized} kết quả. "
        "{Không phát sinh|feedback.overdue} phản ánh, kiến nghị quá hạn; tiếp nhận {6|feedback.received}, đã xử lý {6|feedback.processed} phản "
        "ánh, kiến nghị."
    )
    sheet.p("{!3|page noise}")


def _others(sheet: _Sheet) -> None:
    sheet.p(
        "d) Thực hiện cơ chế một cửa: toàn bộ thủ tục của Sở được tiếp nhận tại Trung tâm Kiểm soát thủ tục hành chính và Phục "
        "vụ hành chính công tỉnh. Thủ tục thành lập doanh nghiệp được trả kết quả trong {!02|not in the dictionary} ngày làm "
        "việc, rút ngắn {!01|not in the dictionary} ngày so với Luật Doanh nghiệp năm 2020. Với dự án đầu tư ngoài ngân sách, Sở "
        "chủ trì lấy ý kiến các ngành bằng bản điện tử, không yêu cầu nhà đầu tư nộp thêm bản giấy."
    )
    sheet.head("II.3", "3.", "Cải cách tổ chức bộ máy")
    sheet.p(
        "Sở có {8|organization.departments} phòng chuyên môn, {1|organization.service_units} đơn vị sự nghiệp; biên chế hành "
        "chính có mặt {55|organization.admin_present}/{58|organization.staff_admin} người."
    )
    sheet.head("II.4", "4.", "Cải cách chế độ công vụ")
    sheet.p(
        "Cử {37|civil_service.training_people} lượt công chức, viên chức đi đào tạo, bồi dưỡng; bổ nhiệm "
        "{2|civil_service.appointed} và luân chuyển {3|civil_service.rotated} công chức; {không có|civil_service.disciplined} "
        "công chức bị xử lý kỷ luật."
    )
    sheet.head("II.5", "5.", "Cải cách tài chính công")
    sheet.p(
        "Vốn đầu tư công Sở được giao năm 2024 là {9200|finance.invest_plan} triệu đồng, đã giải ngân "
        "{6150|finance.invest_disbursed} triệu đồng. Toàn tỉnh giải ngân {!61,9%|not in the dictionary}, đứng thứ {!5|rank} cả "
        "nước."
    )
    sheet.head("II.6", "6.", "Xây dựng chính quyền điện tử, chính quyền số")
    sheet.p(
        "Sở cung cấp {138|digital.services_total} dịch vụ công trực tuyến mức độ {!3|level}, {!4|level} (nay là một phần và "
        "toàn trình); {92|digital.services_with_dossier} dịch vụ phát sinh hồ sơ, đạt {66,7%|digital.uptake_rate}. Trả kết quả "
        "qua bưu chính công ích {288|digital.postal_returned} kết quả."
    )
    sheet.p(
        "Cơ sở dữ liệu về dự án đầu tư được cập nhật hằng tuần và chia sẻ cho các sở, ngành qua nền tảng tích hợp của tỉnh. Văn "
        "bản đi, đến được xử lý hoàn toàn trên phần mềm; phòng họp không giấy được dùng trong các cuộc họp của lãnh đạo Sở."
    )
    sheet.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    sheet.head("III.1", "1.", "Ưu điểm")
    sheet.p(
        "Với {3950|dossiers.resolved} hồ sơ đã giải quyết, Sở là một trong {!05|rank} đơn vị dẫn đầu tỉnh về tỷ lệ hồ sơ trực tuyến."
    )
    sheet.p(
        "Các phòng phối hợp chặt chẽ, quy trình nội bộ được điện tử hóa; cộng đồng doanh nghiệp đánh giá cao tinh thần phục vụ."
    )
    sheet.head("III.2", "2.", "Hạn chế")
    sheet.p("Còn {5|dossiers.resolved_late} hồ sơ chậm hạn do chờ ý kiến các sở, ngành về chủ trương đầu tư.")
    sheet.head("IV", "IV.", "NHIỆM VỤ QUÝ IV NĂM 2024")
    sheet.p(
        "Phấn đấu {!không còn|target} hồ sơ chậm hạn; cắt giảm {!30%|target} thời gian thẩm định; hoàn thành {!08|plan} nhiệm vụ còn lại."
    )
    sheet.head("V", "V.", "KIẾN NGHỊ, ĐỀ XUẤT")
    sheet.p(
        "1. Đề nghị Bộ Kế hoạch và Đầu tư nâng cấp Hệ thống thông tin quốc gia về đăng ký doanh nghiệp, khắc phục tình trạng "
        "không đồng bộ trạng thái hồ sơ về Hệ thống của tỉnh.\n"
        "2. Đề nghị UBND tỉnh ban hành quy chế phối hợp giữa các sở, ngành trong thẩm định chủ trương đầu tư."
    )
