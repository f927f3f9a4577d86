"""Results made by hand, for tests of what becomes of findings."""

from datetime import date

from cchc.model.outcome import CheckResult, FigureShown, Outcome, ReadSummary, ReportResult, Severity, SourceShown
from cchc.model.place import Place


def outcome(
    code: str = "DOS101", kind: Outcome = "fail", *places: Place, severity: Severity = "error", value: float = 331
) -> CheckResult:
    figure = FigureShown(id="dossiers.received", label="Hồ sơ", value=value, unit="hồ sơ", shown=f"{value:g}")
    return CheckResult(
        code=code, origin=(), topic="dossiers", title="Tổng bằng các phần", outcome=kind, severity=severity,
        basis="sourced", message="331 khác 326", figures=(figure,), places=places,
        source=SourceShown(document="Thông tư mẫu", seen="whole"), why="Vì", fix="Đối chiếu lại.",
    )  # fmt: skip


def report(
    *outcomes: CheckResult, unit: str = "Sở Mẫu", period: str = "month-2025-04", file: str = "a.txt",
    day: date = date(2025, 4, 16),
) -> ReportResult:  # fmt: skip
    from cchc.triage.fingerprint import identified

    return ReportResult(
        file=file, unit=unit, period="tháng 4/2025", verdict="mend", checks=len(outcomes),
        outcomes=tuple(identified(unit, o) for o in outcomes), weaknesses=(),
        read=ReadSummary(found=1, expected=1, missing=()), profile="p", engine="columns", period_id=period, as_of=day,
    )  # fmt: skip


def place(part: str, detail: str | None = None, quote: str | None = None) -> Place:
    return Place(part=part, detail=detail, quote=quote)
