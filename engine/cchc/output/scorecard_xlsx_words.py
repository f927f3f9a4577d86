"""Words of the workbook for leadership, in both languages."""

from collections.abc import Mapping

from cchc.model.text import Language

HEADS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "group": "Nhóm", "rank": "Hạng", "unit": "Đơn vị", "id": "Mã", "index": "Chỉ số (%)", "low": "Chỉ số thấp nhất (%)",
        "high": "Chỉ số cao nhất (%)", "coverage": "Độ phủ số liệu (%)", "band": "Xếp loại", "best": "Hạng cao nhất",
        "worst": "Hạng thấp nhất", "points": "Điểm", "possible": "Điểm tối đa tính được", "lowest": "Điểm thấp nhất",
        "highest": "Điểm cao nhất", "bonus": "Điểm thưởng", "penalty": "Điểm trừ", "late": "Trừ do nộp muộn",
        "change": "Chỉ số nay trừ trước (điểm %)", "change_rank": "Hạng nay trừ trước (âm là lên hạng)",
        "band_low": "Hạng khi trọng số đổi: từ (5%)", "band_high": "Hạng khi trọng số đổi: đến (95%)",
        "note": "Ghi chú", "code": "Mã tiêu chí", "criterion": "Tiêu chí", "state": "Trạng thái", "formula": "Cách tính",
        "figures": "Số liệu dùng và vị trí", "max": "Tối đa", "why": "Lý do", "source": "Căn cứ", "lost": "Điểm mất",
        "win": "Lấy lại được (điểm)", "step": "Việc cần làm", "count": "Số bước", "first": "Bước nhỏ nhất",
        "first_win": "Bước nhỏ nhất được (điểm)", "unknown": "Chưa biết, vì sao", "left_out": "Không áp dụng",
        "share": "Tỷ lệ (%)", "campaign": "Tình trạng chấm điểm", "self": "Tự chấm", "computed": "Điểm tính",
        "difference": "Tự chấm trừ điểm tính", "appraised": "Thẩm định", "reason": "Lý do thẩm định",
        "asked": "Minh chứng cần có", "given": "Minh chứng đã nộp", "issue": "Cần xem", "earlier": "Bảng điểm trước",
        "change_points": "Điểm nay trừ trước", "figure": "Số liệu", "before": "Trước", "now": "Nay", "moved": "Nay trừ trước",
        "scenario": "Phương án", "assumption": "Giả định", "index_before": "Chỉ số trước (%)", "index_after": "Chỉ số sau (%)",
        "index_gain": "Chỉ số tăng", "points_before": "Điểm trước", "points_after": "Điểm sau", "rates": "Tỷ lệ thay đổi", "certainty": "Độ chắc của kết quả tính thử",
        "what": "Nội dung", "units_moved": "Đơn vị đổi hạng", "largest": "Đổi nhiều nhất (bậc)", "correlation": "Hệ số tương quan",
        "unsure_low": "Chưa chắc: thấp nhất (%)", "unsure_span": "Chưa chắc: khoảng (%)", "thing": "Mục", "text": "Nội dung",
    },
    "en": {
        "group": "Group", "rank": "Rank", "unit": "Unit", "id": "Id", "index": "Index (%)", "low": "Lowest index (%)",
        "high": "Highest index (%)", "coverage": "Coverage (%)", "band": "Band", "best": "Best rank", "worst": "Worst rank",
        "points": "Points", "possible": "Points possible", "lowest": "Lowest points", "highest": "Highest points",
        "bonus": "Bonus", "penalty": "Penalty", "late": "Taken off for lateness",
        "change": "Index, now minus before", "change_rank": "Rank, now minus before (negative: up)",
        "band_low": "Rank if weights change: from (5%)", "band_high": "Rank if weights change: to (95%)",
        "note": "Remark", "code": "Code", "criterion": "Criterion", "state": "State", "formula": "Formula",
        "figures": "Figures used and where they stand", "max": "Maximum", "why": "Reason", "source": "Source",
        "lost": "Points lost", "win": "Points to win back", "step": "What to do", "count": "Steps",
        "first": "Smallest step", "first_win": "Points of the smallest step", "unknown": "Unknown, and why",
        "left_out": "Not applicable", "share": "Share (%)", "campaign": "State of the appraisal", "self": "Self-score",
        "computed": "Computed", "difference": "Self-score minus computed", "appraised": "Appraised",
        "reason": "Reason of the reviewer", "asked": "Evidence required", "given": "Evidence given", "issue": "To settle",
        "earlier": "Earlier scorecard", "change_points": "Points, now minus before", "figure": "Figure", "before": "Before",
        "now": "Now", "moved": "Now minus before", "scenario": "Scenario", "assumption": "Assumption",
        "index_before": "Index before (%)", "index_after": "Index after (%)", "index_gain": "Gain",
        "points_before": "Points before", "points_after": "Points after", "rates": "Rates that change", "certainty": "How sure the result is", "what": "Content",
        "units_moved": "Units that change rank", "largest": "Largest change", "correlation": "Correlation",
        "unsure_low": "Not certain: lowest (%)", "unsure_span": "Not certain: span (%)", "thing": "Item", "text": "Content",
    },
}  # fmt: skip

SHEETS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "ranking": "Xếp hạng", "charts": "Biểu đồ", "losses": "Mất điểm, cách lấy lại", "reviewer": "Cần thẩm định",
        "changes": "Thay đổi", "changed_figures": "Số liệu thay đổi", "scenarios": "Phương án", "robustness": "Độ vững",
        "trace": "Chi tiết cách tính", "chart_data": "Số liệu biểu đồ", "about": "Thuyết minh",
    },
    "en": {
        "ranking": "Ranking", "charts": "Charts", "losses": "Losses and wins", "reviewer": "To settle",
        "changes": "Changes", "changed_figures": "Changed figures", "scenarios": "Scenarios", "robustness": "Robustness",
        "trace": "Trace", "chart_data": "Chart data", "about": "About",
    },
}  # fmt: skip

SAID: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "threshold": "Ô trống là chưa biết, không phải 0. Chỉ số, hạng, xếp loại chỉ nêu khi độ phủ số liệu từ {threshold} trở lên;"
        " dưới mức đó chỉ nêu khoảng thấp nhất - cao nhất.",
        "short": "độ phủ {coverage}%, dưới ngưỡng {threshold}: chưa biết {n} tiêu chí ({points} điểm)",
        "wins": "Xếp theo việc lấy lại được nhiều điểm nhất với thay đổi nhỏ nhất; mỗi dòng là thay đổi vừa đủ, tính đúng từ số liệu."
        " Dòng không có việc cần làm: điểm do người chấm, do khảo sát, hoặc bộ chỉ số chưa nêu cách lấy lại.",
        "gaps": "Ô trống nền vàng: chưa biết. Ô trống nền xám: không áp dụng. Các cột cuối ghi bằng chữ. Tối đa có thể khác nhau giữa các đơn vị.",
        "all_weights": "Trọng số rút ngẫu nhiên {draws} lần trong khoảng ±{spread} (hạt giống {seed}).",
        "drop": "Bỏ tiêu chí này", "together": "Đi cùng nhau giữa các đơn vị", "constant": "Như nhau ở mọi đơn vị",
        "index_chart": "Chỉ số theo đơn vị (%)", "field_chart": "Điểm % đóng góp theo lĩnh vực",
        "late": "Trừ do nộp muộn không nằm trong các lĩnh vực.", "unsure": "Khoảng có thể (chưa đủ số liệu)",
        "sources": "Căn cứ", "id": "Bộ chỉ số", "note": "Lưu ý về bộ chỉ số", "total": "Tổng điểm tối đa",
        "scale": "Số điểm ứng với 100%", "limit": "Ngưỡng độ phủ", "notes": "Lưu ý", "empty": "Ô trống",
        "empty_text": "Chưa biết, hoặc không áp dụng; lý do ở trang chi tiết. Thiếu số liệu không bao giờ được tính là 0 điểm.",
        "rank": "Hạng", "rank_text": "Xếp trong từng nhóm, trước khi làm tròn; bằng điểm thì cùng hạng.",
    },
    "en": {
        "threshold": "An empty cell is unknown, not 0. Index, rank and band are given only from {threshold} coverage on;"
        " below that only the lowest and the highest possible are.",
        "short": "coverage {coverage}%, below {threshold}: {n} criteria unknown ({points} points)",
        "wins": "Most points for the smallest change first; every line is the change that is just enough, exact."
        " Lines without a step: points given by people or a survey, or the index names no way to win them back.",
        "gaps": "Empty on yellow: unknown. Empty on grey: not applicable. The last columns say so in words. A maximum may differ between units.",
        "all_weights": "{draws} weightings drawn within ±{spread} (seed {seed}).",
        "drop": "Without this criterion", "together": "Go together over the units", "constant": "The same in all units",
        "index_chart": "Index by unit (%)", "field_chart": "Percentage points by field",
        "late": "Points taken off for lateness are in no field.", "unsure": "Possible range (too few figures)",
        "sources": "Source", "id": "Index", "note": "About the index", "total": "Points in all",
        "scale": "Points that make 100%", "limit": "Coverage threshold", "notes": "Note", "empty": "Empty cells",
        "empty_text": "Unknown or not applicable; the trace says why. What is missing never counts as 0 points.",
        "rank": "Rank", "rank_text": "Within the group, before rounding; equal scores share a rank.",
    },
}  # fmt: skip

STATES: Mapping[Language, Mapping[str, str]] = {
    "vi": {"scored": "đã tính", "unknown": "chưa biết", "not_applicable": "không áp dụng"},
    "en": {"scored": "scored", "unknown": "unknown", "not_applicable": "not applicable"},
}
POLICIES: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "reduce_max": "không áp dụng: bỏ khỏi điểm tối đa",
        "award_max": "không áp dụng: được điểm tối đa",
        "zero": "không áp dụng: tính 0 điểm",
        "redistribute": "không áp dụng: điểm tối đa chia cho các tiêu chí cùng nhóm",
        "rescale_group": "không áp dụng: các tiêu chí cùng nhóm quy đổi về điểm tối đa của nhóm",
    },
    "en": {
        "reduce_max": "not applicable: left out of the maximum",
        "award_max": "not applicable: given its maximum",
        "zero": "not applicable: counted as 0",
        "redistribute": "not applicable: its maximum goes to the other criteria of its group",
        "rescale_group": "not applicable: the other criteria of its group are scaled to the group's maximum",
    },
}
