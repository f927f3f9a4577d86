"""What is concluded from the outcomes of a report and from what was read of it."""

from tests.conftest import ROOT

from cchc.intake.report_file import read_report
from cchc.judging import read_summary
from cchc.packs.pack import Pack


def test_what_was_read_is_counted(pack: Pack) -> None:
    seed = read_report(ROOT / "sample_reports/seed-2025-04.yaml", pack)
    summary = read_summary(pack, seed.period.kind, seed.figures)
    monthly = [f.id for f in pack.figures.values() if f.required == "month"]
    assert summary.expected == len(monthly)
    assert set(summary.missing) == {f for f in monthly if f not in seed.figures}
    assert summary.found == summary.expected - len(summary.missing)


def test_a_longer_period_needs_more_figures(pack: Pack) -> None:
    month, quarter, year = (read_summary(pack, kind, {}).expected for kind in ("month", "quarter", "year"))
    assert month <= quarter <= year
    assert month < year
