"""What a check says about a report."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from cchc.model.place import Place
from cchc.model.triage import Compared, Suppressed

Outcome = Literal["pass", "fail", "unknown", "not_applicable"]
Severity = Literal["error", "warning", "info"]
Basis = Literal["sourced", "seed", "brief", "inferred", "unsourced"]
Verdict = Literal["pass", "explain", "undecided", "mend"]

# The position of an outcome is its code in outcome matrices.
OUTCOMES: tuple[Outcome, ...] = ("pass", "fail", "unknown", "not_applicable")
PASS, FAIL, UNKNOWN, NOT_APPLICABLE = range(4)
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


class FigureShown(BaseModel):
    """A value that a check used: `value` is a count, or a fraction when `unit` is `%`; None when not stated."""

    model_config = ConfigDict(frozen=True)

    id: str
    label: str
    value: float | None
    unit: str
    shown: str
    places: tuple[Place, ...] = ()


class SourceShown(BaseModel):
    """Where a rule comes from."""

    model_config = ConfigDict(frozen=True)

    document: str
    seen: str
    clause: str | None = None
    address: str | None = None
    issued: date | None = None


class CheckResult(BaseModel):
    """The outcome of one rule on one report, with its evidence.

    A finding has a `fingerprint`; it is `known` where a baseline has it, and `suppressed` says why it was set aside.
    """

    model_config = ConfigDict(frozen=True)

    code: str
    origin: tuple[str, ...]
    topic: str
    title: str
    outcome: Outcome
    severity: Severity
    basis: Basis
    message: str
    figures: tuple[FigureShown, ...]
    places: tuple[Place, ...]
    source: SourceShown
    why: str
    fix: str
    fingerprint: str | None = None
    known: bool = False
    suppressed: Suppressed | None = None

    @property
    def open(self) -> bool:
        """Whether this is a finding that nobody has settled: neither known nor set aside."""
        return self.outcome == "fail" and not self.known and self.suppressed is None


class ChainStep(BaseModel):
    """One step from findings to a conclusion: what was concluded, and from what."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    because: tuple[str, ...] = ()


class Consequence(BaseModel):
    """A cause or an action tied to a weakness."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str


class Weakness(BaseModel):
    """A conclusion of the inference: a weakness, a gap, a contradiction or a systemic weakness."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    chain: tuple[ChainStep, ...]
    cause: tuple[Consequence, ...]
    action: tuple[Consequence, ...]


class ReadSummary(BaseModel):
    """How much of what a report of this kind should state was found in it."""

    model_config = ConfigDict(frozen=True)

    found: int
    expected: int
    missing: tuple[str, ...]


class ReportResult(BaseModel):
    """Everything the tool says about one report; `as_of` is the day by which it was judged, `period_id` is in no language."""

    model_config = ConfigDict(frozen=True)

    file: str
    unit: str
    period: str
    verdict: Verdict
    checks: int
    outcomes: tuple[CheckResult, ...]
    weaknesses: tuple[Weakness, ...]
    read: ReadSummary
    profile: str
    engine: str
    note: str | None = None
    period_id: str = ""
    as_of: date | None = None
    compared: Compared | None = None


class Unreadable(BaseModel):
    """A file that could not be used, and why."""

    model_config = ConfigDict(frozen=True)

    file: str
    error: str
