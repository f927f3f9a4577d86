"""A province's half year: four levels with their own received, resolved and late numbers; capitals; rounded thousands."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "tinh-quang-ngai-6-thang-2025.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="scopes (toàn tỉnh, cấp tỉnh, cấp huyện, cấp xã, a named district), rounded thousands, headings over two lines",
        unit="Ủy ban nhân dân tỉnh Quảng Ngãi",
        level="province",
        province="Quảng Ngãi",
        period={"kind": "half_year", "year": 2025, "number": 1, "data_from": "2024-12-15", "data_to": "2025-06-14"},
        number="189/BC-UBND",
        issued=date(2025, 6, 18),
        title="Công tác cải cách hành chính 6 tháng đầu năm 2025",
        signer_position="TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
        units=units,
        seeded=[
            {
                "fault": "on-time rate of cấp huyện is printed 99,07 %; 112.004 of 114.208 is 98,07 %",
                "figures": ["dossiers.on_time_rate"],
                "scope": "cấp huyện",
            }
        ],
    )
    paper = Paper(truth)
    paper.word.page_frame("")
    paper.opening(
        "",
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
        "Số: 189 /BC-UBND",
        "Quảng Ngãi, ngày 18 tháng 6 năm 2025",
        ("BÁO CÁO", "Công tác cải cách hành chính", "6 tháng đầu năm 2025"),
    )
    paper.p(
        "Thực hiện chế độ báo cáo theo Công văn số 725/BNV-CCHC ngày 01/3/2024 của Bộ Nội vụ, UBND tỉnh Quảng Ngãi báo cáo kết "
        "quả cải cách hành chính 6 tháng đầu năm 2025, như sau:"
    )
    _direction(paper)
    _procedures(paper)
    _levels(paper)
    _others(paper)
    _end(paper)
    paper.closing(
        "UBND tỉnh Quảng Ngãi kính báo cáo Bộ Nội vụ theo dõi, tổng hợp./.",
        (
            "- Bộ Nội vụ;",
            "- Thường trực Tỉnh ủy, HĐND tỉnh;",
            "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
            "- Lưu: VT, NC.",
        ),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _direction(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH")
    paper.p(
        "Kế hoạch cải cách hành chính năm 2025 của tỉnh đề ra {52|direction.plan_total} nhiệm vụ; đến ngày 14/6/2025 đã hoàn "
        "thành {24|direction.plan_done} nhiệm vụ, đang triển khai {28|direction.plan_in_progress} nhiệm vụ. Từ đầu năm, UBND "
        "tỉnh, Chủ tịch UBND tỉnh đã ban hành {67|direction.directive_docs_count} văn bản chỉ đạo về cải cách hành chính."
    )
    paper.p(
        "Về kiểm tra, đã kiểm tra công tác cải cách hành chính tại {12|direction.inspections_done}/"
        "{26|direction.inspections_planned} cơ quan, đơn vị, địa phương theo kế hoạch; qua kiểm tra phát hiện "
        "{41|direction.inspection_findings} vấn đề, đến nay đã khắc phục {35|direction.inspection_findings_fixed} vấn đề."
    )
    paper.p(
        "Chỉ số cải cách hành chính (PAR INDEX) năm 2024 của tỉnh đạt {!87,12%|rank}, xếp thứ {!21/63|rank} tỉnh, thành phố, "
        "tăng {!4|rank} bậc; Chỉ số hài lòng (SIPAS) đạt {!84,06%|rank}, xếp thứ {!19/63|rank}."
    )


def _procedures(paper: Paper) -> None:
    title = "KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH 6 THÁNG ĐẦU NĂM 2025"
    paper.head("II", "II.", title, lines=("II. KẾT QUẢ THỰC HIỆN CÔNG TÁC", "CẢI CÁCH HÀNH CHÍNH 6 THÁNG ĐẦU NĂM 2025"))
    paper.head("II.1", "1.", "Cải cách thể chế")
    paper.p(
        "HĐND, UBND tỉnh ban hành {46|legislation.issued} văn bản quy phạm pháp luật, gồm {!09|not in the dictionary} nghị "
        "quyết và {!37|not in the dictionary} quyết định. Sở Tư pháp rà soát {318|legislation.reviewed} văn bản, kiến nghị xử "
        "lý {57|legislation.review_recommended} văn bản; tự kiểm tra {46|legislation.checked} văn bản, phát hiện "
        "{01|legislation.check_illegal} văn bản trái pháp luật về thẩm quyền và đã xử lý {01|legislation.check_processed} văn "
        "bản."
    )
    paper.head("II.2", "2.", "Cải cách thủ tục hành chính")
    paper.p(
        "Chủ tịch UBND tỉnh công bố mới {112|procedures.published_new} TTHC, sửa đổi, bổ sung "
        "{374|procedures.published_amended} TTHC, bãi bỏ {205|procedures.published_repealed} TTHC. Tổng số TTHC đang thực hiện "
        "trên địa bàn tỉnh là {1.917|procedures.managed_total} TTHC (cấp tỉnh {1.496|procedures.managed_total;@cấp tỉnh} TTHC, cấp "
        "huyện {268|procedures.managed_total;@cấp huyện} TTHC, cấp xã {153|procedures.managed_total;@cấp xã} TTHC)."
    )


def _levels(paper: Paper) -> None:
    paper.p(
        "Kết quả tiếp nhận, giải quyết hồ sơ TTHC trong 6 tháng đầu năm (từ ngày 15/12/2024 đến hết ngày 14/6/2025):"
    )
    paper.p(
        "a. Toàn tỉnh: tiếp nhận {486.215|dossiers.received} hồ sơ; đã giải quyết {471.380|dossiers.resolved} hồ sơ, trong đó "
        "trước và đúng hạn {467.854|dossiers.resolved_early_or_on_time} hồ sơ (đạt tỷ lệ {99,25%|dossiers.on_time_rate}), quá "
        "hạn {3.526|dossiers.resolved_late} hồ sơ; đang giải quyết {14.835|dossiers.pending} hồ sơ (trong hạn "
        "{14.410|dossiers.pending_in_time} hồ sơ, quá hạn {425|dossiers.pending_overdue} hồ sơ)."
    )
    paper.p(
        "b. Cấp tỉnh: tiếp nhận {131.402|dossiers.received;@cấp tỉnh} hồ sơ; đã giải quyết "
        "{126.511|dossiers.resolved;@cấp tỉnh} hồ sơ, trong đó trước và đúng hạn "
        "{125.980|dossiers.resolved_early_or_on_time;@cấp tỉnh} hồ sơ (đạt tỷ lệ "
        "{99,58%|dossiers.on_time_rate;@cấp tỉnh}), quá hạn {531|dossiers.resolved_late;@cấp tỉnh} hồ sơ; đang giải quyết "
        "{4.891|dossiers.pending;@cấp tỉnh} hồ sơ, có {62|dossiers.pending_overdue;@cấp tỉnh} hồ sơ đã quá hạn."
    )
    paper.p(
        "c. Cấp huyện: tiếp nhận {118.930|dossiers.received;@cấp huyện} hồ sơ; đã giải quyết "
        "{114.208|dossiers.resolved;@cấp huyện} hồ sơ, trong đó trước và đúng hạn "
        "{112.004|dossiers.resolved_early_or_on_time;@cấp huyện} hồ sơ (đạt tỷ lệ "
        "{99,07%|dossiers.on_time_rate;@cấp huyện}), quá hạn {2.204|dossiers.resolved_late;@cấp huyện} hồ sơ; đang giải quyết "
        "{4.722|dossiers.pending;@cấp huyện} hồ sơ, có {318|dossiers.pending_overdue;@cấp huyện} hồ sơ đã quá hạn. Riêng "
        "huyện Bình Sơn tiếp nhận {14.230|dossiers.received;@huyện Bình Sơn} hồ sơ, đã giải quyết "
        "{13.902|dossiers.resolved;@huyện Bình Sơn} hồ sơ."
    )
    paper.p(
        "d. Cấp xã: tiếp nhận {235.883|dossiers.received;@cấp xã} hồ sơ; đã giải quyết {230.661|dossiers.resolved;@cấp xã} hồ "
        "sơ, trong đó trước và đúng hạn {229.870|dossiers.resolved_early_or_on_time;@cấp xã} hồ sơ (đạt tỷ lệ "
        "{99,66%|dossiers.on_time_rate;@cấp xã}), quá hạn {791|dossiers.resolved_late;@cấp xã} hồ sơ; đang giải quyết "
        "{5.222|dossiers.pending;@cấp xã} hồ sơ, có {45|dossiers.pending_overdue;@cấp xã} hồ sơ đã quá hạn."
    )
    paper.p(
        "Số hồ sơ tiếp nhận toàn tỉnh tăng {!12%|comparison} so với cùng kỳ năm 2024. Hồ sơ tiếp nhận trực tuyến toàn tỉnh đạt "
        "hơn {402 ngàn|dossiers.new_online;~} hồ sơ; hồ sơ tiếp nhận không phụ thuộc địa giới hành chính "
        "{1.206|dossiers.non_local} hồ sơ. Toàn tỉnh tiếp nhận {237|feedback.received} phản ánh, kiến nghị, đã xử lý "
        "{231|feedback.processed} phản ánh, kiến nghị, trong đó quá hạn {05|feedback.overdue} phản ánh, kiến nghị."
    )


def _others(paper: Paper) -> None:
    paper.head("II.3", "3.", "Cải cách tổ chức bộ máy hành chính")
    paper.p(
        "Sau sắp xếp, tỉnh giảm {21|organization.units_reduced} đầu mối bên trong các sở. Đã giải quyết chế độ, tinh giản biên "
        "chế đối với {286|organization.downsized} người theo Nghị định số 178/2024/NĐ-CP."
    )
    paper.head("II.4", "4.", "Cải cách chế độ công vụ")
    paper.p(
        "Toàn tỉnh tuyển dụng {64|civil_service.recruited} công chức, viên chức; cử hơn {1.350|civil_service.training_people;~} "
        "lượt người đào tạo, bồi dưỡng; xử lý kỷ luật {17|civil_service.disciplined} công chức, viên chức."
    )
    paper.head("II.5", "5.", "Cải cách tài chính công")
    paper.p(
        "Tổng thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm ước khoảng {15.480|finance.revenue_done;~;=15480000} tỷ đồng, "
        "bằng {!52,3%|not in the dictionary} dự toán; giải ngân vốn đầu tư công đạt "
        "{2.104.500|finance.invest_disbursed}/{6.120.000|finance.invest_plan} triệu đồng. Toàn tỉnh có "
        "{659|finance.service_units} đơn vị sự nghiệp công lập: {04|finance.service_units_full_with_investment} đơn vị tự bảo "
        "đảm chi thường xuyên và chi đầu tư, {38|finance.service_units_full_recurrent} đơn vị tự bảo đảm chi thường xuyên, "
        "{112|finance.service_units_partial} đơn vị tự bảo đảm một phần chi thường xuyên, "
        "{505|finance.service_units_state_funded} đơn vị do Nhà nước bảo đảm chi thường xuyên."
    )
    title = "Xây dựng và phát triển chính quyền điện tử, chính quyền số"
    paper.head("II.6", "6.", title)
    paper.p(
        "Tỉnh cung cấp {1.782|digital.services_total} dịch vụ công trực tuyến ({1.021|digital.services_full} dịch vụ toàn "
        "trình, {761|digital.services_partial} dịch vụ một phần), có {903|digital.services_with_dossier} dịch vụ phát sinh hồ "
        "sơ, chiếm {50,67%|digital.uptake_rate}. Có hơn {61,3 ngàn|digital.fee_dossiers_online;~} hồ sơ được thanh toán phí, lệ "
        "phí trực tuyến. Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC toàn tỉnh đạt {82.6%|digitization.rate}, trong đó cấp "
        "tỉnh đạt {91,4%|digitization.rate;@cấp tỉnh}, cấp huyện đạt {84,2%|digitization.rate;@cấp huyện}, cấp xã đạt "
        "{77,9%|digitization.rate;@cấp xã}."
    )


def _end(paper: Paper) -> None:
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head("III.2", "1.", "Tồn tại, hạn chế")
    paper.p(
        "Hồ sơ quá hạn tập trung ở lĩnh vực đất đai tại cấp huyện; tỷ lệ thanh toán trực tuyến chưa đạt chỉ tiêu {!60%|target} "
        "Chính phủ giao."
    )
    paper.head("III.3", "2.", "Khó khăn, vướng mắc")
    paper.p(
        "Từ ngày 01/7/2025 kết thúc hoạt động của cấp huyện, khoảng {!268|plan} TTHC phải chuyển cho cấp xã trong thời gian "
        "ngắn; hạ tầng tại {!30|not in the dictionary} xã miền núi chưa đáp ứng."
    )
    title = "PHƯƠNG HƯỚNG, NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025"
    paper.head("IV", "IV.", title, lines=("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", "CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025"))
    paper.p(
        "1. Bảo đảm {!100%|target} cấp xã vận hành Trung tâm Phục vụ hành chính công từ ngày 01/7/2025.\n2. Phấn đấu tỷ lệ hồ "
        "sơ giải quyết đúng hạn toàn tỉnh đạt từ {!99,5%|target} trở lên; thanh toán trực tuyến đạt {!60%|target}."
    )
    paper.head("V", "V.", "ĐỀ XUẤT, KIẾN NGHỊ")
    paper.p(
        "Kiến nghị Văn phòng Chính phủ sớm hướng dẫn tái cấu trúc quy trình các TTHC chuyển từ cấp huyện về cấp xã."
    )
