"""A check as CSV for a spreadsheet: one line per outcome, and one for each file that could not be read."""

from collections.abc import Sequence

from cchc.model.outcome import SEVERITIES, CheckResult, ReportResult, Unreadable
from cchc.model.text import Language
from cchc.output.csv_text import CsvShape, csv_text
from cchc.output.words import outcome_word, severity_word, source_text, verdict_word

_HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": (
        "Tệp",
        "Đơn vị",
        "Kỳ",
        "Kết luận",
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
        "Verdict",
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


_UNREADABLE: dict[Language, str] = {"vi": "Không đọc được", "en": "Could not be read"}


def check_csv(
    reports: Sequence[ReportResult],
    unreadable: Sequence[Unreadable],
    lang: Language,
    shape: CsvShape | None = None,
) -> str:
    """Return the outcomes of every report, one a line, then the files that could not be read."""
    rows = [_row(report, outcome, lang) for report in reports for outcome in sorted(report.outcomes, key=_weight)]
    return csv_text(_HEADINGS[lang], rows + [_missing(item, lang) for item in unreadable], shape)


def _weight(outcome: CheckResult) -> tuple[int, int]:
    """What is to be mended first, the worst on top."""
    return ("fail", "unknown", "not_applicable", "pass").index(outcome.outcome), -SEVERITIES.index(outcome.severity)


def _row(report: ReportResult, o: CheckResult, lang: Language) -> list[str]:
    return [
        report.file, report.unit, report.period, verdict_word(report.verdict, lang), o.code, " ".join(o.origin),
        outcome_word(o.outcome, lang), severity_word(o.severity, lang), o.title, o.message,
        "; ".join(p.label() for p in o.places), source_text(o.source.document, o.source.clause, o.basis, lang), o.fix,
    ]  # fmt: skip


def _missing(item: Unreadable, lang: Language) -> list[str]:
    cells = dict.fromkeys(_HEADINGS["vi"], "")
    cells |= {"Tệp": item.file, "Kết luận": _UNREADABLE[lang], "Nhận xét": item.error}
    return list(cells.values())
