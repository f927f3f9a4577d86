"""Hold findings against a baseline: known ones are marked, new ones stand out, mended ones are counted."""

from collections.abc import Iterable, Sequence

from cchc.model.outcome import CheckResult, ReportResult
from cchc.model.triage import BASELINE_VERSION, Baseline, Compared, KnownFinding, KnownReport
from cchc.vietnamese.fold import fold


class KnownFindings:
    """A baseline, ready to be compared with.

    A finding is known where the baseline has its identity for the same unit, of whatever period. Mended are codes that the
    baseline has for the same unit and period and that now pass; where it has nothing of that period, those of the unit.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._reports: dict[str, list[KnownReport]] = {}
        for report in baseline.reports:
            self._reports.setdefault(fold(report.unit), []).append(report)

    def compare(self, result: ReportResult) -> ReportResult:
        """Return a result with known findings marked and the comparison beside them."""
        reports = self._reports.get(fold(result.unit), [])
        known = {one.fingerprint for report in reports for one in report.findings}
        outcomes = tuple(_marked(o, known) for o in result.outcomes)
        failed = [o for o in outcomes if o.outcome == "fail"]
        before = _codes([r for r in reports if r.period == result.period_id] or reports)
        compared = Compared(
            known=sum(o.known and o.suppressed is None for o in failed),
            new=sum(o.open for o in failed),
            mended=tuple(o.code for o in outcomes if o.code in before and o.outcome == "pass"),
            # What can no longer be judged is not mended.
            undetermined=tuple(
                o.code for o in outcomes if o.code in before and o.outcome in ("unknown", "not_applicable")
            ),
        )
        return result.model_copy(update={"outcomes": outcomes, "compared": compared})


def _codes(reports: Iterable[KnownReport]) -> set[str]:
    return {one.code for report in reports for one in report.findings}


def _marked(outcome: CheckResult, known: set[str]) -> CheckResult:
    if outcome.outcome == "fail" and outcome.fingerprint in known:
        return outcome.model_copy(update={"known": True})
    return outcome


def known_report(result: ReportResult) -> KnownReport:
    """Return what a baseline keeps of a result: its findings, without those set aside, which have a file of their own."""
    failed = (o for o in result.outcomes if o.outcome == "fail" and o.suppressed is None)
    return KnownReport(unit=result.unit, period=result.period_id, findings=_sorted(_known(o) for o in failed))


def _known(outcome: CheckResult) -> KnownFinding:
    part = outcome.places[0].part if outcome.places else None
    return KnownFinding(
        code=outcome.code, fingerprint=outcome.fingerprint or "", part=part, message=outcome.message or outcome.title
    )


def _sorted(findings: Iterable[KnownFinding]) -> tuple[KnownFinding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.code, one.fingerprint)))


def baseline_of(reports: Sequence[KnownReport]) -> Baseline:
    """Return a baseline in one order whatever that of the files; two files of one unit and period become one report."""
    together: dict[tuple[str, str], dict[str, KnownFinding]] = {}
    for report in reports:
        own = together.setdefault((report.unit, report.period), {})
        own.update({one.fingerprint: one for one in report.findings})
    return Baseline(
        cchc_baseline=BASELINE_VERSION,
        reports=tuple(
            KnownReport(unit=unit, period=period, findings=_sorted(own.values()))
            for (unit, period), own in sorted(together.items())
        ),
    )
