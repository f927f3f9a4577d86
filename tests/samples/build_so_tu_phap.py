"""A department's month: prose, Word's own numbering, footnotes, tracked changes with an old and a new number."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "so-tu-phap-thang-5-2025.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="automatic numbering (I., 1., a), bullets), footnotes, tracked changes: deleted numbers must not be read",
        unit="Sở Tư pháp",
        level="department",
        province="Hải Dương",
        period={"kind": "month", "year": 2025, "number": 5, "data_from": "2025-04-15", "data_to": "2025-05-14"},
        number="112/BC-STP",
        issued=date(2025, 5, 20),
        title="Công tác cải cách hành chính tháng 5 năm 2025",
        signer_position="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
        units=units,
    )
    paper = Paper(truth, heads="auto")
    paper.opening(
        "UBND TỈNH HẢI DƯƠNG",
        "SỞ TƯ PHÁP",
        "Số: 112/BC-STP",
        "Hải Dương, ngày 20 tháng 5 năm 2025",
        ("BÁO CÁO", "Công tác cải cách hành chính tháng 5 năm 2025"),
    )
    paper.p(
        "Thực hiện Công văn số 187/SNV-CCHC ngày 11/02/2025 của Sở Nội vụ về chế độ báo cáo định kỳ, Sở Tư pháp báo cáo "
        "kết quả công tác cải cách hành chính (CCHC) tháng 5 năm 2025[^1] như sau:"
    )
    paper.note(
        1, "Số liệu lấy từ ngày 15/4/2025 đến hết ngày 14/5/2025 trên Hệ thống thông tin giải quyết TTHC của tỉnh."
    )
    _direction(paper)
    _institutions(paper)
    _procedures(paper)
    _people(paper)
    _finance(paper)
    _digital(paper)
    _assessment(paper)
    paper.closing(
        "Trên đây là báo cáo công tác cải cách hành chính tháng 5 năm 2025 của Sở Tư pháp, kính gửi Sở Nội vụ tổng hợp./.",
        ("- Sở Nội vụ;", "- Ban Giám đốc Sở;", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _direction(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH")
    paper.p(
        "Kế hoạch cải cách hành chính năm 2025 của Sở (Kế hoạch số 08/KH-STP ngày 14/01/2025) gồm {34|direction.plan_total} "
        "nhiệm vụ. Đến nay đã hoàn thành [-09-][+{11|direction.plan_done}+] nhiệm vụ, {20|direction.plan_in_progress} nhiệm "
        "vụ đang triển khai theo tiến độ, {03|direction.plan_not_started} nhiệm vụ chưa triển khai do chưa đến thời hạn."
    )
    paper.p(
        "Trong tháng, Sở đã ban hành {05|direction.directive_docs_count} văn bản chỉ đạo về công tác CCHC[^2]; đăng "
        "{12|direction.communication_items} tin, bài tuyên truyền CCHC trên Trang thông tin điện tử của Sở. Bố trí "
        "{02|direction.onestop_staff} công chức thường trực tại quầy của Sở thuộc Trung tâm Phục vụ hành chính công tỉnh."
    )
    paper.note(
        2,
        "Công văn số 512/STP-VP ngày 22/4/2025, Công văn số 530/STP-VP ngày 25/4/2025, Công văn số 561/STP-HCTP ngày "
        "06/5/2025, Thông báo số 77/TB-STP ngày 08/5/2025 và Kế hoạch số 61/KH-STP ngày 12/5/2025.",
    )
    paper.p(
        "Về nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao: tổng số {18|direction.assigned_total} nhiệm vụ; đã hoàn thành đúng "
        "hạn {15|direction.assigned_done_ontime} nhiệm vụ; {không có|direction.assigned_done_late} nhiệm vụ hoàn thành quá "
        "hạn; còn {03|direction.assigned_pending_in} nhiệm vụ đang thực hiện trong hạn."
    )
    paper.p(
        "Trong tháng, Sở có {01|direction.initiatives_new} sáng kiến CCHC mới là trả kết quả cấp Phiếu lý lịch tư pháp qua "
        "ứng dụng VNeID kèm tin nhắn báo trước, giảm {!01|not in the dictionary} lần đi lại cho người dân."
    )


def _institutions(paper: Paper) -> None:
    paper.head("II", "II.", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH")
    paper.head("II.1", "1.", "Cải cách thể chế")
    paper.head("II.1.a", "a)", "Công tác tham mưu, xây dựng, ban hành văn bản quy phạm pháp luật")
    paper.p(
        "Tháng 5/2025, Sở tham mưu UBND tỉnh ban hành {02|legislation.issued} văn bản quy phạm pháp luật là Quyết định số "
        "31/2025/QĐ-UBND ngày 28/4/2025 và Quyết định số 34/2025/QĐ-UBND ngày 09/5/2025; thẩm định {!17|not in the dictionary}"
        " dự thảo văn bản do các sở, ngành gửi đến, đúng thời hạn tại Điều {!12|citation} Quy chế ban hành kèm theo Quyết định "
        "số 19/2024/QĐ-UBND."
    )
    paper.head("II.1.b", "b)", "Công tác rà soát, hệ thống hóa văn bản quy phạm pháp luật")
    paper.p(
        "Đã rà soát {14|legislation.reviewed} văn bản quy phạm pháp luật của HĐND, UBND tỉnh; kiến nghị sửa đổi, bãi bỏ "
        "{03|legislation.review_recommended} văn bản, trong đó đã được xử lý {01|legislation.review_processed} văn bản."
    )
    paper.head("II.1.c", "c)", "Công tác kiểm tra, xử lý văn bản quy phạm pháp luật")
    paper.p(
        "Kiểm tra theo thẩm quyền {09|legislation.checked} văn bản quy phạm pháp luật do HĐND, UBND cấp huyện ban hành; "
        "{chưa|legislation.check_illegal} phát hiện văn bản có nội dung trái pháp luật."
    )
    paper.head("II.1.d", "d)", "Công tác tuyên truyền, phổ biến, giáo dục pháp luật")
    paper.p(
        "Tổ chức {06|legislation.edu_events} cuộc phổ biến, giáo dục pháp luật trực tiếp cho {540|legislation.edu_people} "
        "lượt người; phát {!1.500|not in the dictionary} tờ gấp giới thiệu Luật Đất đai năm 2024."
    )


def _procedures(paper: Paper) -> None:
    paper.head("II.2", "2.", "Cải cách thủ tục hành chính (TTHC)")
    paper.bullets(
        "Rà soát, đơn giản hóa TTHC: trong tháng đã rà soát {05|procedures.reviewed} TTHC; "
        "{02|procedures.simplified} TTHC được Chủ tịch UBND tỉnh phê duyệt phương án đơn giản hóa.",
        "Công bố TTHC: tham mưu Chủ tịch UBND tỉnh công bố mới {03|procedures.published_new} TTHC, sửa đổi, bổ sung "
        "{07|procedures.published_amended} TTHC và bãi bỏ {04|procedures.published_repealed} TTHC tại Quyết định số "
        "1045/QĐ-UBND ngày 29/4/2025.",
        "Tổng số TTHC thuộc phạm vi quản lý của Sở là {148|procedures.managed_total} TTHC, gồm: "
        "{121|procedures.own_total} TTHC thuộc thẩm quyền giải quyết của Sở ({102|procedures.own_onestop} TTHC thực hiện "
        "theo cơ chế một cửa, {19|procedures.own_interlinked} TTHC thực hiện theo cơ chế một cửa liên thông) và "
        "{27|procedures.local_total} TTHC thuộc thẩm quyền của địa phương ({25|procedures.local_central} TTHC do Trung ương "
        "quy định, {02|procedures.local_province} TTHC do tỉnh quy định).",
        "Kết quả giải quyết hồ sơ TTHC: Trong kỳ, Sở tiếp nhận tổng số {1.268|dossiers.received} hồ sơ, trong đó tiếp nhận "
        "mới {1.184|dossiers.new} hồ sơ (trực tuyến [-1.066-][+{1.102|dossiers.new_online}+] hồ sơ; trực tiếp và qua bưu "
        "chính {82|dossiers.new_direct_postal} hồ sơ), kỳ trước chuyển sang {84|dossiers.carried_over} hồ sơ. Đã giải quyết "
        "[-1.115-][+{1.151|dossiers.resolved}+] hồ sơ, gồm: trước hạn [-866-][+{902|dossiers.resolved_early}+] hồ sơ, đúng "
        "hạn {247|dossiers.resolved_on_time} hồ sơ, quá hạn {02|dossiers.resolved_late} hồ sơ; tỷ lệ giải quyết trước hạn và "
        "đúng hạn đạt {99,83%|dossiers.on_time_rate}. Đang giải quyết [-153-][+{117|dossiers.pending}+] hồ sơ: còn trong hạn "
        "[-152-][+{116|dossiers.pending_in_time}+] hồ sơ, quá hạn {01|dossiers.pending_overdue} hồ sơ. Số hồ sơ phải bổ "
        "sung, hoàn thiện là {15|dossiers.supplement}; số hồ sơ trả lại là {06|dossiers.returned}. Sở đã gửi "
        "{02|dossiers.apology_letters} thư xin lỗi đối với các hồ sơ giải quyết quá hạn.",
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt {93,07%|dossiers.online_rate}, tăng {!4,2%|comparison} so với tháng trước.",
        "Số hóa hồ sơ, giấy tờ: {1.130|digitization.in_digitized}/{1.184|digitization.in_total} hồ sơ tiếp nhận được số hóa "
        "thành phần, đạt {95,44%|digitization.rate}; số hồ sơ tái sử dụng thành phần đã số hóa là "
        "{210|digitization.in_reused} hồ sơ; {1.098|digitization.out_digitized}/{1.151|digitization.out_total} kết quả "
        "giải quyết được số hóa.",
        "Phản ánh, kiến nghị về quy định hành chính: tiếp nhận {04|feedback.received} phản ánh, kiến nghị; đã xử lý "
        "{04|feedback.processed} phản ánh, kiến nghị, {không có|feedback.overdue} trường hợp xử lý quá hạn.",
    )


def _people(paper: Paper) -> None:
    paper.head("II.3", "3.", "Cải cách tổ chức bộ máy")
    paper.p(
        "Sở hiện có {06|organization.departments} phòng chuyên môn và {03|organization.service_units} đơn vị sự nghiệp. "
        "Tổng số biên chế, hợp đồng được giao năm 2025 là {118|organization.staff_total} chỉ tiêu, trong đó: biên chế hành "
        "chính {52|organization.staff_admin} chỉ tiêu (có mặt {50|organization.admin_present} người), biên chế sự nghiệp "
        "{61|organization.staff_career} chỉ tiêu (có mặt {58|organization.career_present} người), hợp đồng theo Nghị định số "
        "111/2022/NĐ-CP {05|organization.contract_decree_111} chỉ tiêu. Trong tháng {không có|organization.downsized} trường "
        "hợp tinh giản biên chế."
    )
    paper.head("II.4", "4.", "Cải cách công vụ")
    paper.p(
        "Trong tháng, Sở bổ nhiệm {02|civil_service.appointed} viên chức giữ chức vụ quản lý, bổ nhiệm lại "
        "{01|civil_service.reappointed} công chức; nâng lương thường xuyên cho {04|civil_service.salary_regular} người; "
        "{không|civil_service.recruited} tuyển dụng mới công chức, viên chức. Cử {23|civil_service.training_people} lượt công "
        "chức, viên chức tham gia đào tạo, bồi dưỡng. {Không có|civil_service.disciplined} công chức, viên chức bị xử lý kỷ "
        "luật."
    )


def _finance(paper: Paper) -> None:
    paper.head("II.5", "5.", "Cải cách tài chính công")
    paper.p(
        "Sở có {03|finance.service_units} đơn vị sự nghiệp công lập, trong đó {02|finance.service_units_full_recurrent} đơn "
        "vị tự bảo đảm chi thường xuyên, {01|finance.service_units_partial} đơn vị tự bảo đảm một phần chi thường xuyên với "
        "mức tự bảo đảm {45%|finance.self_funding_rate}. Đã thực hiện {02|finance.audit_done}/{02|finance.audit_total} kiến "
        "nghị sau thanh tra, kiểm toán về tài chính, ngân sách. Năm 2025, Sở {không|finance.invest_plan} được giao vốn đầu tư "
        "công."
    )


def _digital(paper: Paper) -> None:
    paper.head("II.6", "6.", "Xây dựng và phát triển chính quyền điện tử, chính quyền số")
    paper.bullets(
        "{100%|digital.edocs_rate} văn bản đi (trừ văn bản mật) được ký số và gửi trên môi trường mạng.",
        "Sở đang cung cấp {105|digital.services_total} dịch vụ công trực tuyến, gồm {74|digital.services_full} dịch vụ toàn "
        "trình và {31|digital.services_partial} dịch vụ một phần; có {38|digital.services_with_dossier} dịch vụ phát sinh "
        "hồ sơ trực tuyến, đạt {36,19%|digital.uptake_rate}.",
        "Số hồ sơ giải quyết trực tuyến là {1.043|digital.online_dossiers} hồ sơ, chiếm "
        "{90,62%|digital.online_dossiers_rate} số hồ sơ đã giải quyết. {100%|digital.integrated_rate} TTHC đủ điều kiện được "
        "tích hợp lên Cổng Dịch vụ công quốc gia.",
        "Thanh toán trực tuyến: {41|digital.fee_procedures} TTHC có phí, lệ phí, trong đó "
        "{29|digital.fee_procedures_online} TTHC có phát sinh thanh toán trực tuyến; "
        "{811|digital.fee_dossiers_online}/{936|digital.fee_dossiers} hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến.",
        "Qua dịch vụ bưu chính công ích: tiếp nhận {64|digital.postal_received} hồ sơ, trả kết quả "
        "{118|digital.postal_returned} hồ sơ.",
        "Mức độ hài lòng của người dân đạt {98,7%|digital.satisfaction_rate} trên {612|digital.satisfaction_forms} lượt đánh "
        "giá. Mọi thắc mắc xin liên hệ đường dây nóng {!0220.3.852.117|contact}.",
    )


def _assessment(paper: Paper) -> None:
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head("III.1", "1.", "Ưu điểm")
    paper.p(
        "Lãnh đạo Sở chỉ đạo quyết liệt, các nhiệm vụ trong kế hoạch cơ bản bảo đảm tiến độ. Hệ thống quản lý chất lượng theo "
        "TCVN ISO {!9001:2015|name} được duy trì, các quy trình nội bộ được cập nhật ngay khi TTHC thay đổi."
    )
    paper.head("III.2", "2.", "Tồn tại, hạn chế")
    paper.p(
        "Còn hồ sơ giải quyết quá hạn ở lĩnh vực lý lịch tư pháp. Nguyên nhân do việc tra cứu, xác minh của cơ quan phối hợp "
        "kéo dài; công chức mới được điều động về chưa quen quy trình."
    )
    paper.head("IV", "III.", "PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 6 NĂM 2025")
    paper.bullets(
        "Tiếp tục rà soát TTHC, phấn đấu {!95%|target} TTHC có hồ sơ phát sinh được nộp trực tuyến trước ngày 30/6/2025.",
        "Phấn đấu {!không để phát sinh|target} hồ sơ quá hạn; rút ngắn ít nhất {!20%|target} thời gian giải quyết TTHC lĩnh vực hộ tịch.",
        "Hoàn thành dứt điểm {!03|plan} nhiệm vụ chưa triển khai trong quý III năm 2025; thực hiện Đề án {!06|name}.",
    )
    paper.head("V", "IV.", "KIẾN NGHỊ, ĐỀ XUẤT")
    paper.p(
        "Đề nghị Sở Khoa học và Công nghệ kết nối phần mềm hộ tịch với Hệ thống thông tin giải quyết TTHC của tỉnh."
    )
