"""A commune's year: bold-only headings, number before label, sớm hẹn - đúng hẹn - trễ hẹn, the year before beside it."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "xa-tan-lap-nam-2024.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="bold-only headings, number before label, hẹn family, previous year's numbers beside this year's",
        unit="Ủy ban nhân dân xã Tân Lập",
        level="commune",
        province="Hòa Bình",
        period={"kind": "year", "year": 2024},
        number="247/BC-UBND",
        issued=date(2024, 12, 12),
        title="Kết quả công tác cải cách hành chính năm 2024, phương hướng, nhiệm vụ năm 2025",
        signer_position="TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
        units=units,
        seeded=[
            {
                "fault": "III claims that no dossier was late; II.2 has 11 resolved late and 2 pending overdue",
                "figures": ["dossiers.resolved_late", "dossiers.pending_overdue"],
            }
        ],
    )
    paper = Paper(truth, heads="bold")
    paper.opening(
        "UBND HUYỆN LƯƠNG SƠN",
        "ỦY BAN NHÂN DÂN XÃ TÂN LẬP",
        "Số: 247/BC-UBND",
        "Tân Lập, ngày 12 tháng 12 năm 2024",
        ("BÁO CÁO", "Kết quả công tác cải cách hành chính năm 2024,", "phương hướng, nhiệm vụ năm 2025"),
    )
    paper.p(
        "Thực hiện Công văn số 1432/UBND-NV ngày 28/11/2024 của UBND huyện Lương Sơn, tỉnh Hòa Bình, UBND xã Tân Lập báo cáo "
        "kết quả công tác cải cách hành chính năm 2024 như sau:"
    )
    _first(paper)
    _procedures(paper)
    _last(paper)
    paper.closing(
        "Trên đây là kết quả công tác cải cách hành chính năm 2024 của UBND xã Tân Lập./.",
        ("- Phòng Nội vụ huyện;", "- TT. Đảng ủy, HĐND xã;", "- Lưu: VT."),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _first(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH")
    paper.p(
        "Năm 2024, UBND xã ban hành {14|direction.directive_docs_count} văn bản chỉ đạo về CCHC. Kế hoạch CCHC năm 2024 của xã "
        "có {21|direction.plan_total} nhiệm vụ, {20|direction.plan_done} nhiệm vụ đã hoàn thành, "
        "{01|direction.plan_not_started} nhiệm vụ chưa thực hiện được do không bố trí được kinh phí."
    )
    paper.p(
        "Công tác tuyên truyền: {46|direction.communication_items} tin, bài về CCHC được phát trên hệ thống truyền thanh của "
        "{!9|not in the dictionary} xóm; {212|direction.survey_forms} phiếu khảo sát mức độ hài lòng được thu về. Xã có "
        "{01|direction.initiatives_new} sáng kiến CCHC được huyện công nhận: mô hình “Ngày thứ Sáu không hẹn”."
    )
    paper.head("II", "II.", "KẾT QUẢ THỰC HIỆN")
    paper.head("II.1", "1.", "Cải cách thể chế")
    paper.p(
        "{18|legislation.reviewed} văn bản quy phạm pháp luật của HĐND, UBND xã được rà soát, "
        "{02|legislation.review_recommended} văn bản được kiến nghị bãi bỏ. {11|legislation.edu_events} cuộc phổ biến pháp "
        "luật được tổ chức với {1.340|legislation.edu_people} lượt người tham dự."
    )


def _procedures(paper: Paper) -> None:
    paper.head("II.2", "2.", "Cải cách thủ tục hành chính")
    paper.p(
        "Số TTHC thực hiện tại xã: {136|procedures.own_total} thủ tục, trong đó {128|procedures.own_onestop} thủ tục theo cơ "
        "chế một cửa, {08|procedures.own_interlinked} thủ tục theo cơ chế một cửa liên thông; {54|procedures.with_dossier} "
        "thủ tục có phát sinh hồ sơ trong năm."
    )
    paper.p(
        "Bộ phận Tiếp nhận và Trả kết quả xã trong năm có {2.846|dossiers.received} hồ sơ phải giải quyết, bao gồm "
        "{2.811|dossiers.new} hồ sơ tiếp nhận mới và {35|dossiers.carried_over} hồ sơ năm trước chuyển sang. "
        "{2.790|dossiers.resolved} hồ sơ đã giải quyết, trong đó {1.655|dossiers.resolved_early} hồ sơ sớm hẹn, "
        "{1.124|dossiers.resolved_on_time} hồ sơ đúng hẹn, {11|dossiers.resolved_late} hồ sơ trễ hẹn; "
        "{56|dossiers.pending} hồ sơ đang giải quyết, trong đó {54|dossiers.pending_in_time} hồ sơ chưa đến hẹn và "
        "{02|dossiers.pending_overdue} hồ sơ đã quá hẹn. {11|dossiers.apology_letters} thư xin lỗi đã được gửi đến người dân."
    )
    paper.p(
        "Số hồ sơ tiếp nhận tăng {!23,5%|comparison} so với năm 2023 (năm 2023 tiếp nhận "
        "{2.305|dossiers.received;+năm 2023} hồ sơ). Tỷ lệ hồ sơ giải quyết sớm hẹn và đúng hẹn năm 2024 đạt "
        "{99,6%|dossiers.on_time_rate}; năm 2023 đạt {98,9%|dossiers.on_time_rate;+năm 2023}."
    )
    paper.p(
        "Về hình thức nộp: {1.967|dossiers.new_online} hồ sơ tiếp nhận trực tuyến, {844|dossiers.new_direct_postal} hồ sơ tiếp "
        "nhận trực tiếp và qua bưu chính công ích. {1.702|digitization.in_digitized} hồ sơ được số hóa thành phần hồ sơ. "
        "{Không phát sinh|feedback.received} phản ánh, kiến nghị của người dân về quy định hành chính."
    )


def _last(paper: Paper) -> None:
    paper.head("II.3", "3.", "Cải cách tổ chức bộ máy và chế độ công vụ", also="II.4")
    paper.p(
        "Xã có {!22|not in the dictionary} cán bộ, công chức và {!13|not in the dictionary} người hoạt động không chuyên "
        "trách. Trong năm {19|civil_service.training_people} lượt cán bộ, công chức được cử đi đào tạo, bồi dưỡng; "
        "{01|civil_service.disciplined} công chức bị kỷ luật khiển trách; {100%|civil_service.badge_rate} cán bộ, công chức "
        "đeo thẻ khi làm nhiệm vụ."
    )
    paper.head("II.5", "4.", "Cải cách tài chính công")
    paper.p(
        "Thu ngân sách nhà nước trên địa bàn: dự toán {3.250|finance.revenue_plan} triệu đồng, thực hiện "
        "{3.412|finance.revenue_done} triệu đồng, bằng {!105%|not in the dictionary} dự toán huyện giao."
    )
    paper.head("II.6", "5.", "Hiện đại hóa hành chính")
    paper.p(
        "{88|digital.services_total} dịch vụ công trực tuyến (trước đây gọi là mức độ {!3|level}, mức độ {!4|level}) được cung "
        "cấp, {41|digital.services_with_dossier} dịch vụ phát sinh hồ sơ, đạt {46,6%|digital.uptake_rate}. "
        "{1.025|digital.fee_dossiers_online} hồ sơ được thanh toán phí, lệ phí trực tuyến. "
        "{100%|digital.email_rate} cán bộ, công chức được cấp hộp thư công vụ. UBND xã duy trì Hệ thống quản lý chất lượng theo "
        "tiêu chuẩn ISO {!9001:2015|name}."
    )
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head("III.1", "1.", "Ưu điểm")
    paper.p(
        "Công tác CCHC có nhiều chuyển biến, việc tiếp nhận và trả kết quả bảo đảm đúng quy định, {!không để xảy ra|claim in Part III} tình trạng hồ "
        "sơ trễ hẹn; người dân đồng tình ủng hộ. Xã xếp thứ {!03|rank} trong {!11|rank} xã, thị trấn về Chỉ số CCHC với "
        "{!91,35|rank} điểm."
    )
    paper.head("III.2", "2.", "Hạn chế, nguyên nhân")
    paper.p(
        "Trang thiết bị xuống cấp; một số người cao tuổi chưa quen nộp hồ sơ trực tuyến nên công chức phải làm thay."
    )
    paper.head("IV", "IV.", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025")
    paper.p(
        "Phấn đấu {!100%|target} hồ sơ giải quyết đúng hẹn, tỷ lệ hồ sơ trực tuyến đạt {!80%|target} trở lên, "
        "{!50%|target} hồ sơ thanh toán trực tuyến; Chỉ số CCHC của xã tăng ít nhất {!02|target} bậc."
    )
    paper.head("V", "V.", "KIẾN NGHỊ, ĐỀ XUẤT")
    paper.p(
        "Đề nghị UBND huyện quan tâm bố trí kinh phí mua {!02|plan} máy tính và {!01|plan} máy quét cho Bộ phận Một cửa."
    )
