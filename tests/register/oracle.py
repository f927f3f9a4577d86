"""The figures of a register, dossier by dossier, in the slowest and plainest way: what the definitions say, word for word.

Nothing of `cchc.register` is used here. A value that is not known is None; what rests on it is counted as possible only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

MINUTE = timedelta(minutes=1)
Known = bool | None
Range = tuple[float | None, float | None]


@dataclass(frozen=True)
class Moment:
    """A minute, or a day of which no time is said."""

    at: datetime
    timed: bool = True

    @property
    def begins(self) -> datetime:
        return self.at.replace(second=0, microsecond=0) if self.timed else datetime.combine(self.at.date(), time())

    @property
    def ends(self) -> datetime:
        return self.begins if self.timed else self.begins + timedelta(hours=23, minutes=59)


@dataclass(frozen=True)
class Dossier:
    code: str
    received: Moment
    finished: Moment | None = None
    due: Moment | None = None
    unit: str = ""
    procedure: str = ""
    service_level: str | None = None
    channel: str | None = None
    outcome: str | None = None
    waits: tuple[tuple[Moment, Moment | None], ...] = ()
    digitized_parts: Known = None
    reused_parts: Known = None
    digitized_result: Known = None
    fee: int | None = None
    paid_online: Known = None
    result_channel: str | None = None
    satisfaction: str | None = None


@dataclass(frozen=True)
class Rules:
    first: date
    last: date
    working_days: bool = False
    holidays: tuple[date, ...] = ()
    due_includes_supplements: bool = False
    no_due_in_time: bool = False
    returned_apart: bool = False
    notification_only: tuple[str, ...] = ()
    missing: frozenset[str] = field(default_factory=frozenset)

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, time())

    @property
    def cut_off(self) -> datetime:
        return datetime.combine(self.last, time(23, 59))


def both(*parts: Known) -> Known:
    return False if False in parts else None if None in parts else True


def either(*parts: Known) -> Known:
    return True if True in parts else None if None in parts else False


def opposite(part: Known) -> Known:
    return None if part is None else not part


class Judged:
    """What is to be said of one dossier."""

    def __init__(self, dossier: Dossier, rules: Rules) -> None:
        self.d, self.rules = dossier, rules
        d, r = dossier, rules
        ended = d.finished is not None and d.finished.begins <= r.cut_off
        before = d.received.begins < r.start
        over = d.finished is not None and d.finished.begins < r.start
        self.new = r.start <= d.received.begins <= r.cut_off
        self.carried_over = before and not over
        self.here = self.new or self.carried_over
        self.outcome = (d.outcome or "result") if ended else None
        self.closed = self.here and ended
        apart = r.returned_apart and self.outcome != "result"
        self.resolved = self.closed and not apart
        self.pending = self.here and not ended
        self.horizon = min(r.cut_off, d.finished.ends) if ended and d.finished else r.cut_off
        self._run_the_clock()

    def _run_the_clock(self) -> None:
        d, r = self.d, self.rules
        self.waiting = self.stopped = False
        self.due_when_papers_were_never_entered: datetime | None = None
        self.due = d.due.ends if d.due else None
        for asked, given in sorted(d.waits, key=lambda wait: wait[0].begins):
            if asked.begins > self.horizon:
                continue
            still = given is None or given.begins > self.horizon
            until = self.horizon if still or given is None else given.begins
            self.waiting = self.waiting or still
            if self.due is None or asked.begins > self.due:
                continue
            self.stopped = self.stopped or still
            if given is None:
                self.due_when_papers_were_never_entered = self.due
            if not r.due_includes_supplements:
                self.due = self._moved(self.due, asked.begins, max(until, asked.begins))

    def _moved(self, due: datetime, asked: datetime, given: datetime) -> datetime:
        if not self.rules.working_days:
            return due + (given - asked)
        days, day = 0, asked.date()
        while day < given.date():
            days += self._works(day)
            day += timedelta(days=1)
        while days:
            due += timedelta(days=1)
            days -= self._works(due.date())
        return due

    def _works(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.rules.holidays

    @property
    def loosely_due(self) -> datetime | None:
        """The due moment before a wait of unknown length, of a dossier that got its result in spite of it."""
        return self.due_when_papers_were_never_entered if self.with_result else None

    @property
    def late(self) -> Known:
        if not self.resolved or self.d.finished is None:
            return False
        if self.due is None:
            return False if self.rules.no_due_in_time else None
        if self.loosely_due:
            return None if self._after(self.loosely_due) else False
        return not self.stopped and self._after(self.due)

    def _after(self, due: datetime) -> bool:
        """Whether it was finished after a moment, by the day where only its day is known."""
        assert self.d.finished
        if self.d.finished.timed:
            return self.d.finished.begins > due
        return self.d.finished.at.date() > due.date()

    @property
    def early(self) -> Known:
        if not self.resolved or self.d.finished is None:
            return False
        if self.due is None:
            return False if self.rules.no_due_in_time else None
        if self.loosely_due:
            return True if self.d.finished.at.date() < self.loosely_due.date() else None
        return not self.late and self.d.finished.at.date() < self.due.date()

    @property
    def on_time(self) -> Known:
        if not self.resolved:
            return False
        if self.due is None:
            return True if self.rules.no_due_in_time else None
        if self.loosely_due:
            return False if self.early else None
        return not self.late and not self.early

    @property
    def overdue(self) -> Known:
        if not self.pending:
            return False
        if self.due is None:
            return False if self.rules.no_due_in_time else None
        return self.due < self.rules.cut_off and not self.stopped

    @property
    def in_time(self) -> Known:
        return both(self.pending, opposite(self.overdue)) if self.pending else False

    @property
    def online(self) -> Known:
        if self.d.channel is None:
            return None
        return self.d.channel in ("provincial_portal", "national_portal", "online")

    def portal(self, which: str) -> Known:
        return None if self.d.channel in (None, "online") else self.d.channel == which

    def level(self, *levels: str) -> Known:
        return None if self.d.service_level is None else self.d.service_level in levels

    @property
    def with_fee(self) -> Known:
        return None if self.d.fee is None else self.d.fee > 0

    @property
    def with_result(self) -> bool:
        return self.closed and self.outcome == "result"

    @property
    def notice(self) -> Known:
        return None if not self.d.procedure else self.d.procedure in self.rules.notification_only


Asks = Callable[[Judged], Known]
FULL = ("full", "partial")

# What is counted, and the columns without which it cannot be.
COUNTS: Mapping[str, tuple[Asks, tuple[str, ...]]] = {
    "dossiers.received": (lambda j: j.here, ()),
    "dossiers.new": (lambda j: j.new, ()),
    "dossiers.carried_over": (lambda j: j.carried_over, ()),
    "dossiers.new_online": (lambda j: both(j.new, j.online), ("channel",)),
    "dossiers.new_direct_postal": (lambda j: both(j.new, opposite(j.online)), ("channel",)),
    "dossiers.resolved": (lambda j: j.resolved, ()),
    "dossiers.resolved_early": (lambda j: j.early, ("due",)),
    "dossiers.resolved_on_time": (lambda j: j.on_time, ("due",)),
    "dossiers.resolved_early_or_on_time": (lambda j: both(j.resolved, opposite(j.late)), ("due",)),
    "dossiers.resolved_late": (lambda j: j.late, ("due",)),
    "dossiers.pending": (lambda j: j.pending, ()),
    "dossiers.pending_in_time": (lambda j: j.in_time, ("due",)),
    "dossiers.pending_overdue": (lambda j: j.overdue, ("due",)),
    "dossiers.supplement": (lambda j: j.pending and j.waiting, ("supplement_asked",)),
    "dossiers.returned": (lambda j: j.closed and j.outcome == "returned", ("outcome",)),
    "dossiers.withdrawn": (lambda j: j.closed and j.outcome == "withdrawn", ("outcome",)),
    "dossiers.online_processed": (lambda j: both(j.new, j.online, j.level(*FULL)), ("channel", "service_level")),
    "digital.full_dossiers": (lambda j: both(j.new, j.online, j.level("full")), ("channel", "service_level")),
    "digital.online_dossiers": (lambda j: both(j.resolved, j.online), ("channel",)),
    "register.national_portal_dossiers": (lambda j: both(j.new, j.portal("national_portal")), ("channel",)),
    "register.provincial_portal_dossiers": (lambda j: both(j.new, j.portal("provincial_portal")), ("channel",)),
    "digital.postal_received": (
        lambda j: both(j.new, None if j.d.channel is None else j.d.channel == "post"),
        ("channel",),
    ),
    "digital.postal_returned": (
        lambda j: both(j.with_result, None if j.d.result_channel is None else j.d.result_channel == "post"),
        ("outcome", "result_channel"),
    ),
    "digital.fee_dossiers": (lambda j: both(j.new, j.with_fee), ("fee",)),
    "digital.fee_dossiers_online": (lambda j: both(j.new, j.with_fee, j.d.paid_online), ("fee", "paid_online")),
    "digitization.in_total": (lambda j: j.new, ()),
    "digitization.in_digitized": (lambda j: both(j.new, j.d.digitized_parts), ("digitized_parts",)),
    "digitization.in_reused": (lambda j: both(j.new, j.d.reused_parts), ("reused_parts",)),
    "digitization.out_total": (lambda j: j.with_result, ("outcome",)),
    "digitization.out_digitized": (
        lambda j: both(j.with_result, j.d.digitized_result),
        ("outcome", "digitized_result"),
    ),
    "digital.satisfaction_forms": (lambda j: j.resolved and j.d.satisfaction is not None, ("satisfaction",)),
    "register.undated_resolved": (lambda j: j.resolved and j.d.due is None, ("due",)),
    "register.undated_pending": (lambda j: j.pending and j.d.due is None, ("due",)),
    "sq.dossiers": (lambda j: j.resolved or j.pending, ()),
    "sq.dossiers_on_time": (lambda j: either(both(j.resolved, opposite(j.late)), j.in_time), ("due",)),
    "sq.dossiers_overdue": (lambda j: either(j.late, j.overdue), ("due",)),
    "sq.received": (lambda j: j.new, ()),
    "sq.received_online": (lambda j: both(j.new, j.online), ("channel",)),
    "sq.with_fee": (lambda j: both(j.new, j.with_fee), ("fee",)),
    "sq.paid_online": (lambda j: both(j.new, j.with_fee, j.d.paid_online), ("fee", "paid_online")),
    "sq.digitization_base": (lambda j: j.with_result, ("outcome",)),
    "sq.electronic_results": (lambda j: both(j.with_result, j.d.digitized_result), ("outcome", "digitized_result")),
    "sq.digitized": (lambda j: both(j.new, j.d.digitized_parts), ("digitized_parts",)),
    "sq.reused": (lambda j: both(j.new, j.d.reused_parts), ("reused_parts",)),
    "sq.rated": (lambda j: j.resolved and j.d.satisfaction is not None, ("satisfaction",)),
    "sq.satisfied": (lambda j: j.resolved and j.d.satisfaction == "satisfied", ("satisfaction",)),
}
WITHOUT_NOTICES: Mapping[str, tuple[Asks, tuple[str, ...]]] = {
    "digitization.excluded_dossiers": (lambda j: both(j.new, j.notice), ("procedure",)),
    "register.in_total_without_notices": (lambda j: both(j.new, opposite(j.notice)), ("procedure",)),
    "register.in_digitized_without_notices": (
        lambda j: both(j.new, opposite(j.notice), j.d.digitized_parts), ("procedure", "digitized_parts"),
    ),
    "register.in_reused_without_notices": (
        lambda j: both(j.new, opposite(j.notice), j.d.reused_parts), ("procedure", "reused_parts"),
    ),
    "register.out_total_without_notices": (lambda j: both(j.with_result, opposite(j.notice)), ("procedure", "outcome")),
    "register.out_digitized_without_notices": (
        lambda j: both(j.with_result, opposite(j.notice), j.d.digitized_result), ("procedure", "outcome", "digitized_result"),
    ),
}  # fmt: skip
# Different procedures among the dossiers of which something is so.
PROCEDURES: Mapping[str, tuple[Asks, tuple[str, ...]]] = {
    "digital.services_with_dossier": (
        lambda j: both(j.new, j.online, j.level(*FULL)), ("procedure", "channel", "service_level"),
    ),
    "procedures.with_dossier": (lambda j: j.new, ("procedure",)),
    "digital.national_portal_procedures": (lambda j: both(j.new, j.portal("national_portal")), ("procedure", "channel")),
    "digital.fee_procedures_online": (
        lambda j: both(j.new, j.with_fee, j.d.paid_online), ("procedure", "fee", "paid_online"),
    ),
}  # fmt: skip
# Under --returned apart what is resolved hangs on the outcome.
OF_RESOLVED = frozenset({
    "dossiers.resolved", "dossiers.resolved_early", "dossiers.resolved_on_time", "dossiers.resolved_early_or_on_time",
    "dossiers.resolved_late", "register.undated_resolved", "digital.online_dossiers", "digital.satisfaction_forms", "digital.satisfaction_rate",
    "sq.dossiers", "sq.dossiers_on_time", "sq.dossiers_overdue", "sq.rated", "sq.satisfied",
})  # fmt: skip


def figures(dossiers: Sequence[Dossier], rules: Rules) -> dict[str, Range]:
    """Return the least and the most that each figure can be; None where the register cannot say."""
    judged = [Judged(dossier, rules) for dossier in dossiers]
    found: dict[str, Range] = {}
    for name, (asks, columns) in {**COUNTS, **(WITHOUT_NOTICES if rules.notification_only else {})}.items():
        found[name] = (None, None) if _gone(name, columns, rules) else _count(judged, asks)
    for name, (asks, columns) in PROCEDURES.items():
        found[name] = (None, None) if _gone(name, columns, rules) else _procedures(judged, asks)
    found["digital.satisfaction_rate"] = _satisfaction(judged, rules)
    found["sq.processing_days"] = _days(judged, rules)
    return found


def _gone(name: str, columns: Sequence[str], rules: Rules) -> bool:
    needed = {*columns, *(["outcome"] if rules.returned_apart and name in OF_RESOLVED else [])}
    return bool(needed & rules.missing)


def _count(judged: Sequence[Judged], asks: Asks) -> Range:
    answers = [asks(one) for one in judged]
    sure = sum(answer is True for answer in answers)
    return sure, sure + sum(answer is None for answer in answers)


def _procedures(judged: Sequence[Judged], asks: Asks) -> Range:
    sure = {one.d.procedure for one in judged if asks(one) is True and one.d.procedure}
    possible = [one.d.procedure for one in judged if asks(one) is not False]
    return len(sure), len({name for name in possible if name}) + possible.count("")


def _satisfaction(judged: Sequence[Judged], rules: Rules) -> Range:
    rated = [one.d.satisfaction for one in judged if one.resolved and one.d.satisfaction is not None]
    if not rated or _gone("digital.satisfaction_rate", ("satisfaction",), rules):
        return None, None
    share = 100 * rated.count("satisfied") / len(rated)
    return share, share


def _days(judged: Sequence[Judged], rules: Rules) -> Range:
    done = [one.d for one in judged if one.with_result]
    if not done or "outcome" in rules.missing:
        return None, None
    minutes = [max((d.finished.begins - d.received.begins) / MINUTE, 0) for d in done if d.finished]
    mean = sum(minutes) / len(minutes) / 1440
    return mean, mean
