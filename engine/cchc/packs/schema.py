"""Shapes of the content files under `rules/`, and of `indicators/rates.yaml`."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from cchc.model.outcome import Basis, Outcome, Severity
from cchc.model.period import PeriodKind
from cchc.model.report import Level
from cchc.model.text import Text
from cchc.packs.entry import Entry
from cchc.packs.evidence_schema import CommonCitation, Directive
from cchc.packs.schema_refs import SourceRef
from cchc.packs.signing import SigningRule

FactKind = Literal["flag", "count", "number", "percent", "date"]
CaseValue = bool | int | float | date | str


class RateDef(Entry):
    """A formula over figures, computed and never stated."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    formula: str
    percent: bool = True


class Source(Entry):
    """A document that rules and targets rest on, and how much of it was seen when the rule was written."""

    id: str
    document: str
    issued: date | None = None
    address: str | None = None
    seen: Literal["whole", "articles", "excerpt", "second_hand", "none"]


class DatedValue(Entry):
    """A value of a target between two dates, both included."""

    value: float | str
    from_: date = Field(alias="from")
    to: date | None = None
    province: str | None = None
    basis: Basis
    source: SourceRef
    quote: str | None = Field(
        None, description="The words in which the source states the number; null where they are not at hand"
    )
    note: str | None = None


class TargetDef(Entry):
    """A number that a rate or count must reach, with its values over time."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    percent: bool = True
    values: tuple[DatedValue, ...] = Field(description="Empty where no document with a value was found")


class Topic(Entry):
    """A subject that statements are about."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    field: str = Field(description="Topic file of the checks it belongs to, e.g. digital")
    figures: tuple[str, ...] = Field((), description="Figures that show it in Part II")
    phrases: tuple[str, ...] = Field(
        (), description="Wordings that say it by themselves; `a ... b`: both in one sentence"
    )


class FactDef(Entry):
    """A value derived from the report by `cchc.checking.facts`."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")
    label: Text
    kind: FactKind


class OutlinePart(Entry):
    """A heading that a report must have."""

    id: str
    title: Text
    topics: tuple[str, ...] = Field(
        (), description="Topics that its text must touch, where the report says which it does"
    )


class Outline(Entry):
    """The headings of a kind of report."""

    id: str
    basis: Basis
    source: SourceRef
    parts: tuple[OutlinePart, ...]


class InForce(Entry):
    """Dates between which a rule or profile applies, both included."""

    from_: date | None = Field(None, alias="from")
    to: date | None = None


class Case(Entry):
    """A small report and the outcome the rule must give on it. Percents as printed: `13%`."""

    given: dict[str, CaseValue]
    expect: Outcome


class Rule(Entry):
    """A check: what must hold, when it applies, how sure we are of its source, and its cases."""

    code: str = Field(pattern=r"^[A-Z]{3}[1-8]\d\d$")
    origin: tuple[str, ...] = Field(description="Ids in the research catalogue; empty when the rule is new")
    title: Text
    when: str | None = Field(None, description="Condition of applicability; false gives not_applicable")
    must: str
    say: Text | None = Field(None, description="Message of a failure; {formula} or {formula:percent} inside")
    severity: Severity
    basis: Basis
    source: SourceRef
    why: Text
    fix: Text
    periods: tuple[PeriodKind, ...] = ()
    levels: tuple[Level, ...] = ()
    in_force: InForce = InForce.model_validate({})
    parts: tuple[str, ...] = Field((), description="Where to point when no figure of the rule has a place")
    cases: tuple[Case, ...]

    @model_validator(mode="after")
    def _errors_have_ground(self) -> "Rule":
        if self.severity == "error" and self.basis == "unsourced":
            raise ValueError(f"{self.code}: quy tắc chưa có căn cứ (unsourced) không được là lỗi (error)")
        return self


class RuleFile(Entry):
    """The checks of one topic."""

    topic: str
    prefix: str = Field(pattern=r"^[A-Z]{3}$")
    label: Text
    rules: tuple[Rule, ...]


class Body(Entry):
    """A body that was renamed or merged: its old name, the new one, and since when."""

    old: str
    new: str
    since: date
    province: str | None = None
    group: str | None = Field("departments", description="The fact terms.<group> counts the uses of the old name")
    say: tuple[str, ...] = Field((), description="Other wordings of the old name, as phrases")
    right: tuple[str, ...] = Field((), description="Longer names that hold the old one and are right")
    unsure: Text | None = Field(None, description="Why a use of the old name cannot be called wrong")
    source: SourceRef


class KnownEvent(Entry):
    """A public event with a date, recognised by a phrase in its name."""

    phrase: str
    held: date
    source: SourceRef


class Lists(Entry):
    """The content that is plain lists; each list stands in a file of its own."""

    rates: tuple[RateDef, ...] = ()
    targets: tuple[TargetDef, ...] = ()
    facts: tuple[FactDef, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    bodies: tuple[Body, ...] = ()
    events: tuple[KnownEvent, ...] = ()
    directives: tuple[Directive, ...] = ()
    common_citations: tuple[CommonCitation, ...] = ()
    signing: tuple[SigningRule, ...] = ()


class DueDay(Entry):
    """By when reports are sent: a day of the last month of the period, or working days after the cut-off of its data."""

    periods: tuple[PeriodKind, ...] = Field((), description="Kinds of period it is for; empty means all")
    day: int | None = Field(None, ge=1, le=31)
    working_days: int | None = Field(None, ge=1, le=30)
    from_: date = Field(alias="from")
    to: date | None = None
    basis: Basis
    source: SourceRef
    quote: str | None = None

    @model_validator(mode="after")
    def _one_way_to_count(self) -> "DueDay":
        if (self.day is None) == (self.working_days is None):
            raise ValueError("hạn gửi cần đúng một trong hai khóa 'day' và 'working_days'")
        return self


OwnTarget = float | str | tuple[DatedValue, ...]
"""A target of a profile: one value whenever the profile applies, or values with dates and sources."""


class ProfileEntry(Entry):
    """A profile as it is written: what it leaves out it has from the one it extends."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    extends: str | None = None
    label: Text
    province: str | None = None
    formerly: tuple[str, ...] = Field((), description="Provinces that became part of this one: their names mean it too")
    levels: tuple[Level, ...] = ()
    periods: tuple[PeriodKind, ...] = ()
    in_force: InForce = InForce.model_validate({})
    outline: str | None = None
    own_outline: bool = Field(False, description="Whether the outline is known to be the one these reports must follow")
    home_affairs: str | None = Field(None, description="Name of the body that the report is sent to")
    mailbox: str | None = Field(None, description="Address that reports are also sent to")
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = Field(default_factory=dict)
    targets: dict[str, OwnTarget] = Field(default_factory=dict)
    due: tuple[DueDay, ...] = ()


class Profile(ProfileEntry):
    """Which rules, outline, targets and severities apply to which reports: an entry with what it inherits filled in."""

    outline: str
    home_affairs: str
