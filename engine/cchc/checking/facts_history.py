"""Facts that need the unit's earlier reports; unknown wherever one of those needed is not there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from cchc.checking.body_names import same_body
from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.figure import Figures, Stated, settled
from cchc.model.past import PastReport, Request
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.report import Sentence, Statement
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold

_MAY_STAY_ZERO = ("procedures.reviewed", "feedback.received", "dossiers.returned", "dossiers.non_local")
# What is counted up over a year; what is pending or in force at a day may fall.
_CUMULATIVE = (
    "dossiers.received", "dossiers.new", "dossiers.new_online", "dossiers.new_direct_postal", "dossiers.resolved",
    "dossiers.resolved_early", "dossiers.resolved_on_time", "dossiers.resolved_late", "digital.services_with_dossier",
    "digital.online_dossiers", "feedback.received", "feedback.processed", "legislation.issued", "procedures.reviewed",
)  # fmt: skip
_RUN = 3
_YEAR = timedelta(days=366)
_DECISIONS = ("quyet dinh", "nghi quyet")


def _before(r: Reading, count: int) -> list[PastReport | None]:
    """Return the reports of the periods of the same kind just before, latest first; None where one is missing."""
    found: list[PastReport | None] = []
    period = r.report.period
    for _ in range(count):
        period = period.previous()
        found.append(r.past.at(period))
    return found


def one_value(figures: Figures, name: str, span: str = "period") -> Stated | None:
    """Return the one exact own value that is stated for a span, None where there is none or more than one."""
    return settled([one for one in figures.get(name, ()) if one.scope == "own" and one.span == span])


def _decided(items: Iterable[tuple[bool | None, Place | None]]) -> Fact:
    """Count what is known to be so; with nothing found and something not known, nothing can be said."""
    known = list(items)
    found = [at for so, at in known if so]
    return UNKNOWN if not found and (not known or any(so is None for so, _ in known)) else counted(found)


def zero_runs(r: Reading) -> list[tuple[str, Stated, bool | None]]:
    """Return figures stated now and whether each is 0 and was 0 in both periods before; None where that is not known."""
    earlier = _before(r, _RUN - 1)
    now = [(name, one) for name in _MAY_STAY_ZERO if (one := one_value(r.report.figures, name))]
    return [(name, one, _all_zero([one, *_stated(earlier, name)])) for name, one in now]


def _zero_runs(r: Reading) -> Fact:
    return _decided((so, one.at) for _, one, so in zero_runs(r))


def _stated(reports: Sequence[PastReport | None], name: str) -> list[Stated | None]:
    return [one_value(report.figures, name) if report else None for report in reports]


def _all_zero(values: Sequence[Stated | None]) -> bool | None:
    if any(one is not None and one.value != 0 for one in values):
        return False
    return None if None in values else True


def copied_from(r: Reading) -> tuple[PastReport, list[Sentence]] | None:
    """Return the earlier report of this kind with most of this one's sentences, and these; None where nothing is known."""
    told = r.report.narrative
    sources = [one for one in r.past.earlier if one.period.kind == r.report.period.kind and one.narrative is not None]
    if told is None or not sources:
        return None
    shared = [(one, [s for s in told if s.mark in {o.mark for o in one.narrative or ()}]) for one in reversed(sources)]
    return max(shared, key=lambda pair: sum(s.words for s in pair[1]))


def _copied_share(r: Reading) -> Fact:
    found = copied_from(r)
    words = sum(s.words for s in r.report.narrative or ())
    if found is None or not words:
        return UNKNOWN
    return Fact(sum(s.words for s in found[1]) / words, tuple(s.at for s in found[1]))


def _narrative(r: Reading) -> Fact:
    return UNKNOWN if r.report.narrative is None else Fact(float(len(r.report.narrative)))


def _requests_repeated(r: Reading) -> Fact:
    """Count requests whose topic, to the same body where both name one, was asked for in both periods before."""
    if r.report.statements is None:
        return UNKNOWN
    asked = [s for s in r.report.statements if s.kind == "recommendation"]
    earlier = _before(r, _RUN - 1)
    if not asked:
        return Fact(0.0)
    return _decided((_each_time(s, earlier), s.at) for s in asked)


def _each_time(s: Statement, earlier: Sequence[PastReport | None]) -> bool | None:
    asked = [_asked(s, one.requests) if one else None for one in earlier]
    if False in asked:
        return False
    return None if None in asked else True


def _asked(s: Statement, requests: tuple[Request, ...] | None) -> bool | None:
    if not requests:
        return None if requests is None else False
    if not s.topics:
        return None
    if any(set(s.topics) & set(one.topics) and _same_addressee(s, one) for one in requests):
        return True
    # A request whose topic was not recognised may be the very one.
    return False if all(one.topics for one in requests) else None


def _same_addressee(s: Statement, one: Request) -> bool:
    if not s.addressees or not one.addressees:
        return True
    return any(same_body(a, b) for a in s.addressees for b in one.addressees)


def _months(r: Reading) -> list[PastReport] | None:
    """Return the monthly reports that a longer period is made of; None where one is missing or the windows do not meet."""
    period = r.report.period
    found = [r.past.at(month) for month in period.months()]
    months = [one for one in found if one is not None]
    if period.kind == "month" or len(months) < len(found):
        return None
    windows = [one.period.covered() for one in months]
    meet = all(start == end + timedelta(days=1) for (_, end), (start, _) in pairwise(windows))
    return months if meet and (windows[0][0], windows[-1][1]) == period.covered() else None


def _of_months(name: str, chosen: Callable[[list[PastReport]], list[PastReport]]) -> FactRule:
    """Return the rule that adds up a figure of the months chosen; unknown where one of them does not state it."""

    def rule(r: Reading) -> Fact:
        months = _months(r)
        values = [(one, one_value(one.figures, name)) for one in chosen(months)] if months else []
        if not values or any(stated is None for _, stated in values):
            return UNKNOWN
        total = sum(stated.value for _, stated in values if stated)
        return Fact(total, tuple(one.place(stated.at) for one, stated in values if stated))

    return rule


def so_far(figures: Figures, period: Period, name: str) -> Stated | None:
    """Return what a report counts since New Year; the first period of a year counts it as its own."""
    cumulative = one_value(figures, name, "year_to_date")
    return cumulative or (one_value(figures, name) if period.since_new_year else None)


def falls(r: Reading) -> list[tuple[str, Stated, PastReport, Stated]] | None:
    """Return the figures counted since New Year that are lower than in an earlier report of the year; None: not known."""
    year = [one for one in r.past.earlier if one.period.year == r.report.period.year]
    pairs = [
        (name, now, one, then)
        for name in _CUMULATIVE
        for one in year
        if (now := so_far(r.report.figures, r.report.period, name)) and (then := so_far(one.figures, one.period, name))
    ]
    highest = {name: (name, now, one, then) for name, now, one, then in sorted(pairs, key=lambda p: p[3].value)}
    return [pair for pair in highest.values() if pair[1].value < pair[3].value] if pairs else None


def _falls(r: Reading) -> Fact:
    found = falls(r)
    if found is None:
        return UNKNOWN
    places = [place for _, now, one, then in found for place in (now.at, one.place(then.at)) if place]
    return Fact(float(len(found)), tuple(places))


def _decisions(parts: tuple[str, ...]) -> FactRule:
    """Return the rule that counts decisions of the last year cited in some parts: what a changed total may rest on."""

    def rule(r: Reading) -> Fact:
        if r.report.citations is None:
            return UNKNOWN
        since = r.report.period.covered()[1] - _YEAR
        return counted(
            c.at
            for c in r.report.citations
            if fold(c.type).startswith(_DECISIONS)
            and (c.issued is None or c.issued >= since)
            and (c.at is None or any(f"{c.at.part}.".startswith(f"{part}.") for part in parts))
        )

    return rule


HISTORY_FACTS: Mapping[str, FactRule] = {
    "past.zero_runs": _zero_runs,
    "past.copied_share": _copied_share,
    "past.narrative_sentences": _narrative,
    "past.requests_repeated": _requests_repeated,
    "past.falls_since_new_year": _falls,
    "months.new": _of_months("dossiers.new", lambda months: months),
    "months.resolved": _of_months("dossiers.resolved", lambda months: months),
    "months.carried_over": _of_months("dossiers.carried_over", lambda months: months[:1]),
    "months.pending": _of_months("dossiers.pending", lambda months: months[-1:]),
    "decisions.staffing": _decisions(("I", "II.3", "II.4")),
    "decisions.procedures": _decisions(("I", "II.1", "II.2", "II.6")),
}
