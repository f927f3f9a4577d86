"""Words of the page for leadership, in both languages, and numbers as it writes them."""

from collections.abc import Mapping

from cchc.model.scorecard import CriterionScore
from cchc.model.text import Language
from cchc.output.score_words import fixed
from cchc.vietnamese.numbers import show_number

SAID: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "contents": "Mục lục", "ranking": "Xếp hạng", "unknowns": "Điều chưa biết và vì sao", "units": "Từng đơn vị",
        "scenarios": "Tính thử các phương án", "robustness": "Hạng có vững không khi trọng số thay đổi", "about": "Về bộ chỉ số",
        "rank": "Hạng", "unit": "Đơn vị", "index": "Chỉ số (%)", "points": "Điểm", "span": "Khoảng có thể (%)", "coverage": "Độ phủ số liệu",
        "band": "Xếp loại", "field": "Lĩnh vực", "criterion": "Tiêu chí", "why": "Vì sao", "max": "Tối đa", "state": "Tình trạng chấm điểm",
        "possible": "Tối đa tính được", "bonus": "Điểm thưởng", "penalty": "Điểm trừ", "late": "Trừ do nộp muộn", "total": "Tổng",
        "change": "So với kỳ trước", "remark": "Ghi chú", "rank_band": "Hạng khi trọng số đổi", "formula": "Cách tính, số liệu",
        "source": "Căn cứ", "figure": "Số liệu", "before": "Trước", "now": "Nay", "moved": "Nay trừ trước", "step": "Đủ để lấy lại hết",
        "first": "Bước nhỏ nhất", "self": "Tự chấm", "computed": "Tính được", "appraised": "Thẩm định", "issue": "Cần thẩm định xem",
        "evidence": "Minh chứng", "rates": "Tỷ lệ", "certainty": "Độ chắc", "best": "Điểm lấy lại được", "reason": "Lý do thẩm định",
        "rank_table": "Xếp hạng nhóm {group}", "unsure": "chưa đủ số liệu", "no_rank": "chưa xếp ({low} đến {high})", "ranks": "{rank} ({low} đến {high})",
        "between": "{low} đến {high}", "of": "{points} trên {most}", "unknown": "chưa biết", "left_out": "không áp dụng", "none": "không có",
        "threshold": "Chỉ số, hạng và xếp loại chỉ nêu khi độ phủ số liệu từ {threshold} trở lên; dưới mức đó chỉ nêu khoảng có thể."
        " Điều chưa biết không bao giờ được tính là 0. Hạng xếp trong từng nhóm, trước khi làm tròn; bằng điểm thì cùng hạng.",
        "bars": "Chỉ số theo đơn vị", "bars_about": "Thanh đậm: chỉ số; hai vạch đầu: thấp nhất và cao nhất nếu tính cả điều chưa biết."
        " Khung nét đứt: chưa đủ số liệu, chỉ biết khoảng.",
        "rank_chart": "Khoảng hạng", "rank_about": "Chấm: hạng. Thanh: những hạng có thể có khi điều chưa biết được làm rõ.",
        "rank_about_weights": "Chấm: hạng. Thanh: hạng trong 90% số lần trọng số thay đổi. Vạch mảnh: hạng cao nhất và thấp nhất.",
        "rank_said": "hạng {rank}, {low}–{high}", "rank_said_none": "{low}–{high}", "stacks": "Đóng góp của từng lĩnh vực",
        "stacks_about": "Phần có số: điểm đạt của lĩnh vực mang số ấy, tính theo % điểm tối đa áp dụng cho đơn vị."
        " Gạch chéo: chưa biết. Để trống: điểm mất. Không gồm điểm trừ.", "legend": "Lĩnh vực: {fields}",
        "part": " (phần {n} trên {of})", "no_unknown": "Mọi tiêu chí áp dụng cho các đơn vị đều đã tính được.",
        "unknown_table": "Tiêu chí chưa tính được", "no_index": "Chưa nêu chỉ số: {units}.",
        "no_index_one": "{name} (độ phủ {coverage}%, chỉ số có thể từ {low} đến {high})",
        "fields_table": "Điểm theo lĩnh vực: {unit}", "losses": "Ba khoản mất điểm lớn nhất", "loss": "{code} {title}: mất {lost} trên {max} điểm",
        "no_losses": "Không mất điểm ở tiêu chí nào đã tính được.", "wins": "Lấy lại nhiều điểm nhất, sớm nhất",
        "wins_table": "Thay đổi nhỏ nhất của số liệu đem lại điểm: {unit}", "more": "Còn {n} tiêu chí khác có thể lấy lại điểm, trong phần chi tiết.",
        "changes": "Thay đổi so với {earlier}", "changes_said": "Chỉ số: {percent}. Điểm: {points}. Hạng: {rank}.",
        "up": "lên {n} bậc", "down": "xuống {n} bậc", "same": "không đổi", "incomparable": "chưa so được", "no_figures": "Không có số liệu nào thay đổi.",
        "figures_table": "Số liệu thay đổi: {unit}", "review": "Tự chấm, tính được và thẩm định", "review_table": "Điểm tự chấm, tính được, thẩm định: {unit}",
        "review_sum": "Tự chấm {points} điểm ở {n} tiêu chí.", "review_gap": "Trên {n} tiêu chí có cả hai, tự chấm trừ điểm tính: {gap}.",
        "review_rest": "{n} tiêu chí khác: các điểm bằng nhau, không có gì phải xem.",
        "asked": "cần: {text}", "given": "đã nộp: {text}", "not_given": "chưa nộp", "trace": "Chi tiết cách tính {n} tiêu chí: {unit}",
        "place": "{label}: {shown} ({place})", "no_place": "{label}: {shown}", "unknown_why": "Chưa biết: {reason}.",
        "win": "Lấy lại: {text}.", "taken": "trừ {points}", "added": "thưởng {points}", "note": "Ghi chú: {text}",
        "sources": "Văn bản làm căn cứ", "top": "Về đầu trang", "parent": "Trực thuộc",
        "scenario_table": "Tác động của phương án: {title}", "assumption": "Giả định: {text}", "index_before": "Chỉ số trước (%)",
        "index_after": "Chỉ số sau (%)", "points_before": "Điểm trước", "points_after": "Điểm sau", "rate": "{label}: {before} → {now}",
        "draws": "Trọng số được rút ngẫu nhiên {draws} lần trong khoảng ±{spread} quanh trọng số của bộ chỉ số (hạt giống {seed}).",
        "drop_table": "Bỏ một tiêu chí thì hạng thay đổi thế nào", "moved_units": "Số đơn vị đổi hạng", "most": "Đổi nhiều nhất (bậc)",
        "drop_rest": "{n} tiêu chí khác: bỏ đi không đơn vị nào đổi hạng.",
        "together_table": "Cặp tiêu chí luôn lên xuống cùng nhau", "first_one": "Tiêu chí thứ nhất", "second_one": "Tiêu chí thứ hai",
        "correlation": "Hệ số tương quan", "constant": "Tiêu chí không phân biệt được các đơn vị (ai cũng như nhau): {codes}.",
    },
    "en": {
        "contents": "Contents", "ranking": "Ranking", "unknowns": "What is not known, and why", "units": "Unit by unit",
        "scenarios": "Scenarios", "robustness": "How far ranks hang on the weights", "about": "About the index",
        "rank": "Rank", "unit": "Unit", "index": "Index (%)", "points": "Points", "span": "Possible range (%)", "coverage": "Coverage",
        "band": "Band", "field": "Field", "criterion": "Criterion", "why": "Why", "max": "Maximum", "state": "State of the appraisal",
        "possible": "Maximum of what is known", "bonus": "Bonus", "penalty": "Penalty", "late": "Taken off for lateness", "total": "Total",
        "change": "Since the earlier scorecard", "remark": "Remark", "rank_band": "Rank if weights change", "formula": "Formula, figures",
        "source": "Source", "figure": "Figure", "before": "Before", "now": "Now", "moved": "Now minus before", "step": "Wins back all",
        "first": "Smallest step", "self": "Self-score", "computed": "Computed", "appraised": "Appraised", "issue": "To settle",
        "evidence": "Evidence", "rates": "Rates", "certainty": "How sure", "best": "Points to win back", "reason": "Reason of the reviewer",
        "rank_table": "Ranking of the group {group}", "unsure": "too few figures", "no_rank": "none ({low} to {high})", "ranks": "{rank} ({low} to {high})",
        "between": "{low} to {high}", "of": "{points} of {most}", "unknown": "not known", "left_out": "does not apply", "none": "none",
        "threshold": "Index, rank and band are given only from {threshold} coverage on; below that only the possible range is."
        " What is not known never counts as 0. Ranks are within a group, before rounding; equal scores share a rank.",
        "bars": "Index by unit", "bars_about": "Solid bar: the index; whiskers: lowest and highest with all that is not known."
        " Dashed box: too few figures, only the range is known.",
        "rank_chart": "Range of ranks", "rank_about": "Dot: rank. Bar: ranks that are possible once all is known.",
        "rank_about_weights": "Dot: rank. Bar: ranks in 90% of the weightings. Thin line: best and worst rank.",
        "rank_said": "rank {rank}, {low}–{high}", "rank_said_none": "{low}–{high}", "stacks": "What each field contributes",
        "stacks_about": "Numbered part: points of that field, in % of the maximum that applies to the unit."
        " Hatched: not known. Empty: lost. Without points taken off.", "legend": "Fields: {fields}",
        "part": " (part {n} of {of})", "no_unknown": "All criteria that apply to the units could be scored.",
        "unknown_table": "Criteria that cannot be scored", "no_index": "No index is given for: {units}.",
        "no_index_one": "{name} (coverage {coverage}%, index possible from {low} to {high})",
        "fields_table": "Points by field: {unit}", "losses": "Three largest losses", "loss": "{code} {title}: {lost} of {max} points lost",
        "no_losses": "No points lost on the criteria that could be scored.", "wins": "What wins the most points soonest",
        "wins_table": "Smallest change of figures that gains points: {unit}", "more": "{n} more criteria can win points back; see the trace.",
        "changes": "Changes since {earlier}", "changes_said": "Index: {percent}. Points: {points}. Rank: {rank}.",
        "up": "up {n}", "down": "down {n}", "same": "unchanged", "incomparable": "not comparable yet", "no_figures": "No figure has changed.",
        "figures_table": "Figures that changed: {unit}", "review": "Self-score, computed and appraised", "review_table": "Self-scored, computed, appraised points: {unit}",
        "review_sum": "Self-score {points} points on {n} criteria.", "review_gap": "On the {n} criteria that have both, self-score minus computed: {gap}.",
        "review_rest": "{n} more criteria: points are equal, nothing to settle.",
        "asked": "required: {text}", "given": "given: {text}", "not_given": "not given", "trace": "Trace of {n} criteria: {unit}",
        "place": "{label}: {shown} ({place})", "no_place": "{label}: {shown}", "unknown_why": "Not known: {reason}.",
        "win": "To win back: {text}.", "taken": "{points} taken off", "added": "bonus {points}", "note": "Note: {text}",
        "sources": "Documents", "top": "Back to top", "parent": "Belongs to",
        "scenario_table": "Effect of the scenario: {title}", "assumption": "Assumption: {text}", "index_before": "Index before (%)",
        "index_after": "Index after (%)", "points_before": "Points before", "points_after": "Points after", "rate": "{label}: {before} → {now}",
        "draws": "{draws} weightings were drawn within ±{spread} around the weights of the index (seed {seed}).",
        "drop_table": "How ranks change without a criterion", "moved_units": "Units that change rank", "most": "Largest change",
        "drop_rest": "{n} more criteria: no unit changes rank without them.",
        "together_table": "Pairs of criteria that go up and down together", "first_one": "First criterion", "second_one": "Second criterion",
        "correlation": "Correlation", "constant": "Criteria that tell no unit from another: {codes}.",
    },
}  # fmt: skip


class Say:
    """Speaks one language: fixed sentences, points, and signed differences."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def __call__(self, key: str, **parts: object) -> str:
        """Return a word, or a sentence with its parts filled in."""
        return SAID[self.lang][key].format(**parts)

    def number(self, value: float | None) -> str:
        """Write points or a figure; what is not known is said, never shown as 0."""
        return self("unknown") if value is None else show_number(value, self.lang)

    def index(self, value: float | None) -> str:
        """Write an index with two decimals; where there is none, that figures are too few."""
        return self("unsure") if value is None else fixed(value, self.lang)

    def signed(self, value: float | None) -> str:
        """Write a difference with its sign."""
        if value is None:
            return self("incomparable")
        shown = show_number(value, self.lang)
        return f"+{shown}" if value > 0 and shown != "0" else shown

    def span(self, low: float, high: float) -> str:
        """Write a range of an index, or the one value it has come down to."""
        ends = fixed(low, self.lang), fixed(high, self.lang)
        return ends[0] if ends[0] == ends[1] else self("between", low=ends[0], high=ends[1])

    def moved(self, places: int | None) -> str:
        """Say how a rank moved; a smaller rank is a better one."""
        if places is None:
            return self("incomparable")
        return self("up" if places < 0 else "down", n=abs(places)) if places else self("same")

    def points(self, c: CriterionScore) -> str:
        """Write the points of a criterion against its maximum, with their sign where they stand beside the total."""
        most = self.number(c.max)
        if c.state == "not_applicable":
            return self("left_out")
        if c.points is None:
            return self("of", points=self("unknown"), most=most)
        if c.role == "penalty":
            return self("taken", points=self.number(abs(c.points)))
        return self("of", points=self.number(c.points), most=most)
