"""An attached unit's quarter: content controls around numbers and paragraphs, many noughts in words, few dossiers."""

from pathlib import Path

from tests.samples.marks import Truth
from tests.samples.paper import Paper

FILE = "chi-cuc-thuy-san-quy-2-2024.docx"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="filled-in template: content controls around numbers and whole paragraphs; noughts in words",
        unit="Chi cục Thủy sản",
        level="attached_unit",
        province="Bến Tre",
        period={"kind": "quarter", "year": 2024, "number": 2},
        number=None,
        issued=None,
        title="Công tác cải cách hành chính quý II năm 2024",
        signer_position="CHI CỤC TRƯỞNG",
        units=units,
    )
    paper = Paper(truth)
    paper.opening(
        "SỞ NÔNG NGHIỆP VÀ PTNT TỈNH BẾN TRE",
        "CHI CỤC THỦY SẢN",
        "Số:      /BC-CCTS",
        "Bến Tre, ngày     tháng 6 năm 2024",
        ("BÁO CÁO", "Công tác cải cách hành chính quý II năm 2024"),
    )
    paper.p(
        "Thực hiện Công văn số 1102/SNN-VP ngày 22/4/2024 của Sở Nông nghiệp và Phát triển nông thôn, Chi cục Thủy sản báo cáo "
        "công tác cải cách hành chính quý II năm 2024 như sau:"
    )
    _direction(paper)
    _procedures(paper)
    _unit(paper)
    _end(paper)
    paper.closing(
        "Chi cục Thủy sản báo cáo Sở Nông nghiệp và Phát triển nông thôn./.",
        ("- Văn phòng Sở;", "- Lãnh đạo Chi cục;", "- Lưu: VT, HCTH."),
        ("CHI CỤC TRƯỞNG", "", "(đã ký)"),
    )
    paper.save(path)
    return truth


def _direction(paper: Paper) -> None:
    paper.head("I", "I.", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC")
    first = paper.p(
        "Kế hoạch CCHC năm 2024 của Chi cục có [={16|direction.plan_total}=] nhiệm vụ, đã hoàn thành "
        "[={07|direction.plan_done}=] nhiệm vụ, đang triển khai [={09|direction.plan_in_progress}=] nhiệm vụ; "
        "[={không có|direction.plan_overdue}=] nhiệm vụ quá hạn."
    )
    second = paper.p(
        "Trong quý, Chi cục ban hành [={04|direction.directive_docs_count}=] văn bản chỉ đạo, đôn đốc về CCHC; "
        "[={chưa có|direction.initiatives_new}=] sáng kiến CCHC mới. Bố trí [={01|direction.onestop_staff}=] công chức trực tại "
        "Bộ phận Tiếp nhận và Trả kết quả."
    )
    paper.word.controlled([first, second])


def _procedures(paper: Paper) -> None:
    paper.head("II", "II.", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC")
    paper.head(
        "II.1",
        "1.",
        "Cải cách thể chế: ",
        run_on="Trong quý {không|legislation.issued} tham mưu ban hành văn bản quy phạm pháp luật.",
    )
    paper.head("II.2", "2.", "Cải cách thủ tục hành chính")
    paper.p(
        "a) TTHC thuộc thẩm quyền giải quyết: [={28|procedures.own_total}=] thủ tục, trong đó có phát sinh hồ sơ: "
        "[={09|procedures.with_dossier}=] thủ tục."
    )
    one = paper.p(
        "b) Tình hình giải quyết hồ sơ: Số hồ sơ tiếp nhận trong quý: [={463|dossiers.received}=] hồ sơ. Trong đó: số mới tiếp "
        "nhận [={451|dossiers.new}=] hồ sơ, số từ kỳ trước chuyển qua [={12|dossiers.carried_over}=] hồ sơ. Số hồ sơ đã giải "
        "quyết: [={455|dossiers.resolved}=] hồ sơ. Trong đó: trước hạn [={438|dossiers.resolved_early}=], đúng hạn "
        "[={17|dossiers.resolved_on_time}=], quá hạn [={0|dossiers.resolved_late}=]. Số hồ sơ đang giải quyết: "
        "[={08|dossiers.pending}=] hồ sơ, tất cả còn trong hạn; [={không có|dossiers.pending_overdue}=] hồ sơ đang giải quyết "
        "quá hạn. Hồ sơ trả lại: [={02|dossiers.returned}=]; hồ sơ xin rút: [={01|dossiers.withdrawn}=]."
    )
    paper.word.controlled([one])
    paper.p(
        "c) Phản ánh, kiến nghị về quy định hành chính: [={không phát sinh|feedback.received}=].\n"
        "d) Tỷ lệ số hóa hồ sơ TTHC đạt [={97,8%|digitization.rate}=]. Theo Quyết định số 468/QĐ-TTg ngày 27/3/2021, tỷ lệ này "
        "đến năm 2025 phải đạt tối thiểu {!80%|target}."
    )


def _unit(paper: Paper) -> None:
    paper.head("II.3", "3.", "Cải cách tổ chức bộ máy")
    paper.p(
        "Chi cục có [={03|organization.departments}=] phòng chuyên môn và {!01|not in the dictionary} Trạm Thủy sản. Biên chế "
        "hành chính được giao [={24|organization.staff_admin}=] người, có mặt [={23|organization.admin_present}=] người; hợp "
        "đồng theo Nghị định số 111/2022/NĐ-CP [={02|organization.contract_decree_111}=] người. [={Không có|organization.downsized}=] "
        "công chức tinh giản biên chế trong kỳ."
    )
    paper.head("II.4", "4.", "Cải cách công vụ")
    paper.p(
        "Trong quý [={không|civil_service.appointed}=] bổ nhiệm mới; bổ nhiệm lại [={01|civil_service.reappointed}=] công chức "
        "giữ chức vụ trưởng phòng. Cử [={05|civil_service.training_people}=] lượt công chức tham gia bồi dưỡng. "
        "[={Không có|civil_service.disciplined}=] trường hợp bị kỷ luật."
    )
    paper.head("II.5", "5.", "Cải cách tài chính công")
    paper.p(
        "Chi cục là cơ quan hành chính, thực hiện chế độ tự chủ theo Nghị định số 130/2005/NĐ-CP. Các kiến nghị sau thanh tra, "
        "kiểm toán: [={không có|finance.audit_total}=]."
    )
    paper.head("II.6", "6.", "Chính quyền điện tử, chính quyền số")
    paper.p(
        "[={100%|digital.edocs_rate}=] văn bản điện tử đi được ký số. Chi cục có [={28|digital.services_total}=] dịch vụ công "
        "trực tuyến, trong đó [={19|digital.services_full}=] dịch vụ toàn trình; phát sinh hồ sơ trực tuyến ở "
        "[={09|digital.services_with_dossier}=] dịch vụ. Hồ sơ thanh toán trực tuyến: [={388|digital.fee_dossiers_online}=] hồ "
        "sơ. Kết quả trả qua bưu chính công ích: [={260|digital.postal_returned}=]."
    )


def _end(paper: Paper) -> None:
    paper.head("III", "III.", "ĐÁNH GIÁ CHUNG")
    paper.head(
        "III.1",
        "1.",
        "Ưu điểm: ",
        run_on="{!không có|claim in Part III} hồ sơ quá hạn; việc phối hợp với Đồn Biên phòng trong đăng ký tàu cá chặt chẽ.",
    )
    paper.head(
        "III.2",
        "2.",
        "Hạn chế: ",
        run_on="tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ còn thấp do nhiều thủ tục về giống thủy sản không có người nộp.",
    )
    paper.head("IV", "IV.", "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III NĂM 2024")
    paper.p(
        "Hoàn thành rà soát {!03|plan} TTHC lĩnh vực khai thác thủy sản; phấn đấu {!98%|target} hồ sơ được trả trước hạn; phục "
        "vụ Đoàn thanh tra EC lần thứ {!5|name} về chống khai thác IUU."
    )
    paper.head("V", "V.", "KIẾN NGHỊ")
    paper.p("Không có.")
