"""One small run for the forms that tools read: two reports with every outcome, a settled finding, and a file that is none."""

from tests.triage.results import outcome, place, report

from cchc.model.outcome import ReportResult, Unreadable
from cchc.model.triage import Suppressed
from cchc.output.run import Form, ReportShort, Run

NASTY = 'a"<&>\x01\x0b\ud800 50% đúng\r\nhạn: , ]]> ::error::x'


def small_run() -> list[ReportResult]:
    nasty = place("II.2", "dòng 7", NASTY)
    aside = Suppressed(reason="wrong_reading", by="reviewer", note="đọc nhầm", file="bỏ qua.yaml", line=3)
    first = report(
        outcome("DOS101", "fail", place("I", "dòng 3", "331 hồ sơ"), nasty).model_copy(update={"message": NASTY}),
        outcome("DOS102", "fail", place("II.2", "đoạn 9", "0 hồ sơ"), severity="warning"),
        outcome("DOS103", "fail", severity="info"),
        outcome("DOS401", "unknown"),
        outcome("DOS801", "not_applicable"),
        outcome("DOS104", "pass"),
        file="thư mục/báo cáo %1.txt",
    )
    settled = [
        first.outcomes[0],
        first.outcomes[1].model_copy(update={"suppressed": aside}),
        first.outcomes[2].model_copy(update={"known": True}),
        *first.outcomes[3:],
    ]
    return [
        first.model_copy(update={"outcomes": tuple(settled)}),
        report(outcome("DOS101", "pass"), unit="Sở Hai", file="/b.docx"),
    ]


def written(run: Run, form: Form[ReportResult], results: list[ReportResult] | None = None) -> str:
    """Write the run as the command does: the reports as they come, what stands around them at the end."""
    parts = []
    for result in small_run() if results is None else results:
        parts.append(form.part(result))
        run.checked.append(ReportShort.of(result))
    run.unreadable.append(Unreadable(file="hỏng.docx", error=f"hỏng.docx: không đọc được {NASTY}"))
    return "".join([form.opening(), *parts, form.closing()])
