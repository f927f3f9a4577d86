"""Rules by reports: what fails where in a batch, for a reviewer with forty reports."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.model.outcome import SEVERITIES, CheckResult, Outcome, ReportResult, Severity
from cchc.model.text import Language
from cchc.output.csv_text import Cell, CsvShape, csv_text
from cchc.output.run import Run
from cchc.output.words import outcome_word, severity_word, verdict_word

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"code": "Mã", "severity": "Mức", "title": "Nội dung kiểm tra", "count": "Số BC", "reports": "BÁO CÁO", "rules": "KIỂM TRA",
           "settled": "Đã biết hoặc đã bỏ qua",
           "unreadable": "KHÔNG ĐỌC ĐƯỢC", "none": "Không có phát hiện nào.", "total": "Cộng",
           "legend": "x: cần xem lại; o: cần xem lại nhưng đã biết hoặc đã bỏ qua có lý do;\n"
                     "?: chưa đủ số liệu; -: không áp dụng; .: đạt; để trống: không xét"},
    "en": {"code": "Code", "severity": "Severity", "title": "Check", "count": "Reports", "reports": "REPORTS", "rules": "CHECKS",
           "settled": "Known or set aside",
           "unreadable": "COULD NOT BE READ", "none": "No findings.", "total": "Total",
           "legend": "x: to mend; o: to mend, but known or set aside; ?: unknown; "
                     "-: not applicable; .: pass; empty: not judged"},
}  # fmt: skip
_MARKS: Mapping[Outcome, str] = {"fail": "x", "pass": ".", "unknown": "?", "not_applicable": "-"}
_ACROSS = 20


@dataclass(frozen=True)
class _Rule:
    title: str
    severity: Severity


class _Matrix:
    """Gathers a mark for each rule and report; of a report nothing else is kept."""

    def __init__(self, run: Run, lang: Language) -> None:
        self._run, self._lang = run, lang
        self._marks: list[dict[str, str]] = []
        self._periods: list[str] = []
        self._rules: dict[str, _Rule] = {}
        self._failing: Counter[str] = Counter()

    def opening(self) -> str:
        """Return nothing: a table is known only at the end."""
        return ""

    def part(self, item: ReportResult) -> str:
        """Take in one report."""
        self._periods.append(item.period)
        self._marks.append({o.code: _mark(o) for o in item.outcomes})
        for outcome in item.outcomes:
            if outcome.outcome == "fail":
                self._take(outcome)
        return ""

    def _take(self, o: CheckResult) -> None:
        """Keep a rule that fails; where profiles differ, at its highest severity."""
        self._failing[o.code] += 1
        before = self._rules.get(o.code)
        if before is None or SEVERITIES.index(o.severity) > SEVERITIES.index(before.severity):
            self._rules[o.code] = _Rule(o.title, o.severity)

    def _ranked(self) -> list[str]:
        """The rules that fail somewhere: the gravest first, then those that fail most."""
        return sorted(self._rules, key=lambda c: (-SEVERITIES.index(self._rules[c].severity), -self._failing[c], c))

    def _head(self, code: str) -> list[str]:
        rule = self._rules[code]
        return [code, severity_word(rule.severity, self._lang), rule.title]


def _mark(o: CheckResult) -> str:
    return "o" if o.outcome == "fail" and not o.open else _MARKS[o.outcome]


class CheckMatrix(_Matrix):
    """The table for the terminal: a numbered column a report, so many beside each other as a page holds."""

    def closing(self) -> str:
        """Return the table, what its marks and rows mean, the reports and what could not be read."""
        words = _WORDS[self._lang]
        blocks = ["\n".join(self._reports()), "\n".join(self._unreadable())]
        if self._rules:
            starts = range(0, len(self._marks), _ACROSS)
            blocks = [*map(self._table, starts), words["legend"], "\n".join(self._titles()), *blocks]
        elif self._run.checked:
            blocks = [words["none"], *blocks]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def _table(self, start: int) -> str:
        from tabulate import tabulate

        words, marks = _WORDS[self._lang], self._marks[start : start + _ACROSS]
        numbers = [str(n) for n, _ in enumerate(marks, start=start + 1)]
        rows = [
            [*self._head(code)[:2], str(self._failing[code]), *(own.get(code, "") for own in marks)]
            for code in self._ranked()
        ]
        total = [words["total"], "", str(self._failing.total()), *(str(_failed(own)) for own in marks)]
        headings = [words["code"], words["severity"], words["count"], *numbers]
        right = ("left", "left", *("right" for _ in range(len(marks) + 1)))
        # Headings of tabulate's own are padded: forty columns have no room for that.
        return tabulate([headings, *rows, total], tablefmt="plain", disable_numparse=True, colalign=right)

    def _titles(self) -> Iterator[str]:
        yield _WORDS[self._lang]["rules"]
        for code in self._ranked():
            yield f"  {code}  {self._rules[code].title}"

    def _reports(self) -> Iterator[str]:
        if self._marks:
            yield _WORDS[self._lang]["reports"]
        for n, (report, period) in enumerate(zip(self._run.checked, self._periods, strict=True), start=1):
            yield f"  {n:>3}  {verdict_word(report.verdict, self._lang)} · {report.unit} · {period} · {report.file}"

    def _unreadable(self) -> Iterator[str]:
        if self._run.unreadable:
            yield _WORDS[self._lang]["unreadable"]
        for one in self._run.unreadable:
            yield from (f"  {line}" for line in one.error.splitlines())


class CheckMatrixCsv(_Matrix):
    """The table for a spreadsheet: a column a report, the outcome of each rule in words."""

    def __init__(self, run: Run, lang: Language, shape: CsvShape) -> None:
        super().__init__(run, lang)
        self._shape = shape

    def closing(self) -> str:
        """Return the whole table; a file that could not be read is a column that says so."""
        words, run = _WORDS[self._lang], self._run
        names = [f"{r.unit} · {period} · {r.file}" for r, period in zip(run.checked, self._periods, strict=True)]
        missing = [words["unreadable"]] * len(run.unreadable)
        headings = [words["code"], words["severity"], words["title"], words["count"], *names]
        rows: list[list[Cell]] = [
            [*self._head(code), self._failing[code], *(self._word(own.get(code)) for own in self._marks), *missing]
            for code in self._ranked()
        ]
        rows.append([words["total"], "", "", self._failing.total(), *(str(_failed(m)) for m in self._marks), *missing])
        return csv_text([*headings, *(one.file for one in run.unreadable)], rows, self._shape)

    def _word(self, mark: str | None) -> str:
        if mark == "o":
            return _WORDS[self._lang]["settled"]
        outcome: Outcome | None = next((name for name, own in _MARKS.items() if own == mark), None)
        return outcome_word(outcome, self._lang) if outcome else ""


def _failed(marks: Mapping[str, str]) -> int:
    return sum(mark in "xo" for mark in marks.values())
