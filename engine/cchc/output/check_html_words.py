"""Words of the page of findings, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc.model.outcome import Severity
from cchc.model.text import Language

SHAPES: Mapping[Severity, str] = {"error": "■", "warning": "▲", "info": "○"}
"""A shape for each severity, so that a page printed in black tells them apart."""
ORDER: tuple[Severity, ...] = ("error", "warning", "info")

_SAID: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "title": "Kết quả kiểm tra báo cáo cải cách hành chính", "reports": "Kiểm tra {n} báo cáo", "unreadable": "Không đọc được {n} tệp",
        "order": "Báo cáo phải sửa đứng trước. Chọn tên đơn vị để xem từng phát hiện.", "report": "Báo cáo", "verdict": "Kết luận", "findings": "Phát hiện",
        "first": "Cần sửa trước ({n})", "then": "Sau đó sửa hoặc giải trình ({n})", "explain": "Cần sửa hoặc giải trình ({n})", "file": "Tệp: {file}.",
        "read": "Đã đọc {found}/{expected} số liệu mà báo cáo kỳ này cần có.", "profile": "Hồ sơ áp dụng: {id}.",
        "chosen": "Kết luận xét trên toàn bộ báo cáo; dưới đây chỉ nêu {n}/{all} kiểm tra đã chọn.",
        "text": "Báo cáo và các phát hiện", "parts": "Các phát hiện theo từng phần", "none": "Không có phát hiện nào cần sửa.",
        "legend": "Chữ gạch chân là chữ mà phát hiện mang số ấy nói tới; chọn số để tới phát hiện. Chữ của báo cáo giữ nguyên.",
        "no_text": "Báo cáo có cấu trúc, không có nguyên văn để đánh dấu: phát hiện xếp theo phần.",
        "general": "Góp ý chung cho báo cáo", "notes": "Chú thích cuối trang", "margins": "Đầu trang, chân trang, khung chữ",
        "used": "Số liệu dùng", "at": "Tại", "fix": "Cách sửa", "source": "Căn cứ", "why": "Vì sao có quy tắc này", "part": "Phần {id}",
        "missing_part": "Báo cáo không có đề mục {id}; ghi ở đề mục gần nhất phía trên.", "no_words": "không rõ ở chữ nào trong đoạn",
        "weaknesses": "Điểm yếu rút ra từ các kết quả trên ({n})", "because": "Vì", "cause": "Nguyên nhân", "action": "Nên làm",
        "unknown": "Chưa kết luận được ({n})", "unknown_about": "Thiếu số liệu để kết luận; chưa biết không được tính là đạt.",
        "not_read": "Số liệu chưa thấy trong báo cáo ({n})", "pass": "Đạt ({n})", "not_applicable": "Không áp dụng ({n})",
        "file_notes": "Điều cần biết về tệp", "engine": "Suy diễn: {engine}.", "top": "Về đầu trang", "table": "Bảng của báo cáo", "finding": "{severity} {n}",
    },
    "en": {
        "title": "Check of a public administration reform report", "reports": "Check of {n} reports", "unreadable": "{n} files could not be read",
        "order": "Reports to be mended come first. Follow the name of a unit to its findings.", "report": "Report", "verdict": "Verdict", "findings": "Findings",
        "first": "Mend first ({n})", "then": "Then mend or explain ({n})", "explain": "Mend or explain ({n})", "file": "File: {file}.",
        "read": "Read {found} of the {expected} figures that a report of this period needs.", "profile": "Profile applied: {id}.",
        "chosen": "The verdict is on the whole report; below are only the {n} of {all} checks chosen.",
        "text": "The report with the findings", "parts": "The findings part by part", "none": "No finding needs mending.",
        "legend": "Underlined words are those that the finding of that number is about; follow the number to it. The report's words are as they were.",
        "no_text": "A structured report has no text to be marked: the findings stand by part.",
        "general": "Remarks on the whole report", "notes": "Footnotes", "margins": "Headers, footers, text boxes",
        "used": "Figures used", "at": "At", "fix": "To do", "source": "Source", "why": "Why there is this rule", "part": "Part {id}",
        "missing_part": "The report has no heading {id}; noted at the nearest heading above.", "no_words": "which words of it is not certain",
        "weaknesses": "Weaknesses that follow from the above ({n})", "because": "Because", "cause": "Cause", "action": "To do",
        "unknown": "Nothing could be concluded ({n})", "unknown_about": "Figures are missing; what is unknown is not counted as passed.",
        "not_read": "Figures not found in the report ({n})", "pass": "Pass ({n})", "not_applicable": "Not applicable ({n})",
        "file_notes": "What to know about the file", "engine": "Inference: {engine}.", "top": "Back to the top", "table": "Table of the report", "finding": "{severity} {n}",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Say:
    """Says things in one language."""

    lang: Language

    def __call__(self, key: str, **parts: object) -> str:
        """Return a word, or a sentence with its parts filled in."""
        return _SAID[self.lang][key].format(**parts)
