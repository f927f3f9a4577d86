"""A run that is written report by report, so that one of any length needs the memory of a few reports."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from cchc.model.outcome import SEVERITIES, ReportResult, Severity, Unreadable, Verdict
from cchc.output.read_shown import ReadCounts

Item_contra = TypeVar("Item_contra", contravariant=True)


@dataclass(frozen=True)
class ReportShort:
    """What is kept of a checked report once it is written: how many checks failed of each severity, and those not settled."""

    file: str
    unit: str
    verdict: Verdict
    failed: Mapping[Severity, int]
    open: Mapping[Severity, int]

    @classmethod
    def of(cls, result: ReportResult) -> "ReportShort":
        """Return the short form of a result."""
        failed = Counter(o.severity for o in result.outcomes if o.outcome == "fail")
        unsettled = Counter(o.severity for o in result.outcomes if o.open)
        return cls(result.file, result.unit, result.verdict, failed, unsettled)

    def reaches(self, threshold: Severity) -> bool:
        """Return whether a failed check that is neither known nor set aside is at or above a severity."""
        return any(self.open.get(one) for one in SEVERITIES[SEVERITIES.index(threshold) :])


@dataclass
class Run:
    """What is kept of a run: reports in short, documents that were read, and files that could not be used."""

    checked: list[ReportShort] = field(default_factory=list)
    documents: list[ReadCounts] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


class Form(Protocol[Item_contra]):
    """A format in which a `Run` is written: each report as it comes, and what stands around them once the run is over."""

    def opening(self) -> str:
        """Return what comes before the reports."""
        ...

    def part(self, item: Item_contra) -> str:
        """Return one report that is not yet in the run, with what parts it from the one before."""
        ...

    def closing(self) -> str:
        """Return what comes after the reports."""
        ...
