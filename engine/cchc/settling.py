"""What people have settled about findings, held against results: a baseline and a suppression file."""

from collections.abc import Iterator
from pathlib import Path

from cchc.intake.baseline import read_baseline
from cchc.intake.suppressions import read_suppressions
from cchc.model.outcome import ReportResult
from cchc.packs.pack import Pack
from cchc.packs.validate import did_you_mean
from cchc.triage.known import KnownFindings
from cchc.triage.suppress import Entry, Suppressions


class Settled:
    """The baseline and the suppression file of a run; either may be missing."""

    def __init__(self, pack: Pack, baseline: Path | None, suppress: Path | None) -> None:
        """Read both files; raise `CchcError` with what is wrong with them."""
        self._known = KnownFindings(read_baseline(baseline)) if baseline else None
        self._suppressions = _suppressions(pack, suppress) if suppress else None

    def apply(self, result: ReportResult) -> ReportResult:
        """Return a result with what is known and what was set aside; its outcomes and its verdict stay what they are."""
        settled = self._suppressions.apply(result) if self._suppressions else result
        return self._known.compare(settled) if self._known else settled

    def warnings(self) -> Iterator[str]:
        """Yield, once the run is over, which suppressions should be looked at."""
        if self._suppressions:
            yield from self._suppressions.warnings()


def _suppressions(pack: Pack, path: Path) -> Suppressions:
    codes = [rule.rule.code for rule in pack.rules]
    entries = [Entry(one, str(path), line) for one, line in read_suppressions(path)]
    return Suppressions(entries, codes, lambda code: did_you_mean(code, codes))
