"""A check as CSV for a spreadsheet: one line per outcome, and one for each file that could not be read."""

from cchc.model.outcome import SEVERITIES, CheckResult, ReportResult, Unreadable
from cchc.model.text import Language
from cchc.output.csv_text import CsvShape, csv_lines, csv_text
from cchc.output.run import Run
from cchc.output.settled_words import settled_text
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
        "Đã xử lý",
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
        "Settled",
    ),
}


_UNREADABLE: dict[Language, str] = {"vi": "Không đọc được", "en": "Could not be read"}


class CheckCsv:
    """A check as CSV: the outcomes of each report, one a line, what passed only with `every`; then unreadable files."""

    def __init__(self, run: Run, lang: Language, shape: CsvShape, every: bool) -> None:
        self._run, self._lang, self._shape, self._every = run, lang, shape, every

    def opening(self) -> str:
        """Return the headings."""
        return csv_text(_HEADINGS[self._lang], (), self._shape)

    def part(self, item: ReportResult) -> str:
        """Return the lines of one report."""
        shown = sorted((o for o in item.outcomes if self._every or o.outcome != "pass"), key=_weight)
        return csv_lines([_row(item, o, self._lang) for o in shown], self._shape)

    def closing(self) -> str:
        """Return a line for each file that could not be read."""
        return csv_lines([_missing(one, self._lang) for one in self._run.unreadable], self._shape)


def _weight(outcome: CheckResult) -> tuple[int, int]:
    """What is to be mended first, the worst on top."""
    return ("fail", "unknown", "not_applicable", "pass").index(outcome.outcome), -SEVERITIES.index(outcome.severity)


def _row(report: ReportResult, o: CheckResult, lang: Language) -> list[str]:
    return [
        report.file, report.unit, report.period, verdict_word(report.verdict, lang), o.code, " ".join(o.origin),
        outcome_word(o.outcome, lang), severity_word(o.severity, lang), o.title, o.message,
        "; ".join(p.label() for p in o.places), source_text(o.source.document, o.source.clause, o.basis, lang), o.fix,
        settled_text(o, lang),
    ]  # fmt: skip


def _missing(item: Unreadable, lang: Language) -> list[str]:
    cells = dict.fromkeys(_HEADINGS["vi"], "")
    cells |= {"Tệp": item.file, "Kết luận": _UNREADABLE[lang], "Nhận xét": item.error}
    return list(cells.values())
