"""A check as CSV for a spreadsheet: one line per outcome."""

from collections.abc import Sequence

from cchc.model.outcome import ReportResult
from cchc.model.text import Language
from cchc.output.csv_text import csv_text
from cchc.output.words import outcome_word, severity_word

_HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": (
        "Tệp",
        "Đơn vị",
        "Kỳ",
        "Mã",
        "Mã gốc",
        "Kết quả",
        "Mức",
        "Nội dung kiểm tra",
        "Nhận xét",
        "Vị trí",
        "Căn cứ",
        "Cần làm",
    ),
    "en": (
        "File",
        "Unit",
        "Period",
        "Code",
        "Origin",
        "Outcome",
        "Severity",
        "Check",
        "Remark",
        "Place",
        "Source",
        "What to do",
    ),
}


def check_csv(reports: Sequence[ReportResult], lang: Language) -> str:
    """Return the outcomes of every report, one a line."""
    rows = [_row(report, n, lang) for report in reports for n in range(len(report.outcomes))]
    return csv_text(_HEADINGS[lang], rows)


def _row(report: ReportResult, n: int, lang: Language) -> list[str]:
    o = report.outcomes[n]
    return [
        report.file, report.unit, report.period, o.code, " ".join(o.origin), outcome_word(o.outcome, lang),
        severity_word(o.severity, lang), o.title, o.message, "; ".join(p.label() for p in o.places),
        ", ".join(filter(None, (o.source.document, o.source.clause))), o.fix,
    ]  # fmt: skip
