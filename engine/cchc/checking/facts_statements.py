"""Facts on what Parts III to V say, and on how strengths, weaknesses, causes, tasks and requests answer each other."""

from collections.abc import Iterable, Mapping
from typing import get_args

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted, flag
from cchc.model.report import Statement, StatementKind
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold
from cchc.vietnamese.periods import periods_in


def _of_kind(r: Reading, kind: StatementKind) -> list[Statement]:
    return [s for s in r.report.statements or () if s.kind == kind]


def _topics(statements: Iterable[Statement]) -> set[str]:
    return {topic for s in statements for topic in s.topics}


def _known(rule: FactRule) -> FactRule:
    return lambda r: UNKNOWN if r.report.statements is None else rule(r)


def _count(kind: StatementKind) -> FactRule:
    return _known(lambda r: counted(s.at for s in _of_kind(r, kind)))


def _unanswered(kind: StatementKind, by: StatementKind) -> FactRule:
    """Count statements of a kind that share no topic with any statement that should answer them.

    A statement without a topic is left out: what it is about was not recognised, so nothing can be held against it.
    """

    def rule(r: Reading) -> Fact:
        answered = _topics(_of_kind(r, by))
        return counted(s.at for s in _of_kind(r, kind) if s.topics and not answered & set(s.topics))

    return _known(rule)


def _weaknesses_without_figure(r: Reading) -> Fact:
    stated = set(r.report.figures)

    def shown(s: Statement) -> bool:
        figures = [f for topic in s.topics if topic in r.pack.topics for f in r.pack.topics[topic].figures]
        return not figures or any(f in stated for f in figures)

    return counted(s.at for s in _of_kind(r, "weakness") if not shown(s))


def _tasks_name_next_period(r: Reading) -> Fact:
    following = r.report.period.next()
    tasks = _of_kind(r, "task")
    if not tasks:
        return UNKNOWN
    titles = [p.title for p in r.report.parts or () if p.id == "IV" and p.title]
    texts = [*titles, *(s.text for s in tasks), *(s.deadline for s in tasks if isinstance(s.deadline, str))]
    return flag(any(following in periods_in(text, following.year) for text in texts), *(s.at for s in tasks[:1]))


def _ongoing_without_deadline(r: Reading) -> Fact:
    return counted(s.at for s in _of_kind(r, "ongoing") if s.deadline is None)


def _without_addressee(r: Reading) -> Fact:
    return counted(s.at for s in _of_kind(r, "recommendation") if not s.addressees)


def _not_recipients(r: Reading) -> Fact:
    recipients = r.report.document.recipients
    if recipients is None:
        return UNKNOWN
    received = [fold(name) for name in recipients]
    wanted = {fold(_current(r, name)): s.at for s in _of_kind(r, "recommendation") for name in s.addressees}
    return counted(at for name, at in wanted.items() if not any(name in other or other in name for other in received))


def _superseded(r: Reading) -> Fact:
    named = [(name, s.at) for s in _of_kind(r, "recommendation") for name in s.addressees]
    return counted(at for name, at in named if _current(r, name) != name)


def _current(r: Reading, name: str) -> str:
    """Return the name that a body bears on the report's day."""
    for body in r.pack.bodies:
        here = body.province in (None, r.report.province)
        if here and body.since <= r.day and fold(body.old) == fold(name):
            return body.new
    return name


def _longest_wait(r: Reading) -> Fact:
    end = r.report.period.data_to or r.report.period.window()[1]
    asked = [(s.first_asked, s.at) for s in _of_kind(r, "recommendation") if s.first_asked]
    if not asked:
        return UNKNOWN
    first, place = min(asked, key=lambda item: item[0])
    return Fact(float((end - first).days), (place,) if place else ())


def _asked_before(r: Reading) -> Fact:
    asked = [s for s in r.report.statements or () if s.asked_before]
    return counted(s.at for s in asked)


STATEMENT_FACTS: Mapping[str, FactRule] = {
    "strengths.count": _count("strength"),
    "weaknesses.count": _count("weakness"),
    "causes.count": _count("cause"),
    "difficulties.count": _count("difficulty"),
    "tasks.count": _count("task"),
    "recommendations.count": _count("recommendation"),
    "weaknesses.without_cause": _unanswered("weakness", "cause"),
    "weaknesses.without_task": _unanswered("weakness", "task"),
    "weaknesses.without_figure": _known(_weaknesses_without_figure),
    "difficulties.without_recommendation": _unanswered("difficulty", "recommendation"),
    "tasks.name_next_period": _known(_tasks_name_next_period),
    "ongoing.without_deadline": _known(_ongoing_without_deadline),
    "recommendations.without_addressee": _known(_without_addressee),
    "recommendations.addressees_not_recipients": _known(_not_recipients),
    "recommendations.superseded_addressees": _known(_superseded),
    "recommendations.longest_wait_days": _known(_longest_wait),
    "recommendations.asked_before": _known(_asked_before),
}


def statement_flags(r: Reading) -> dict[str, Fact]:
    """Return a flag per kind and topic: whether the report has such a statement; unknown where statements were not read."""
    kinds: tuple[StatementKind, ...] = get_args(StatementKind)
    names = {f"{kind}.{topic}": (kind, topic) for kind in kinds for topic in r.pack.topics}
    if r.report.statements is None:
        return dict.fromkeys(names, UNKNOWN)
    said = {name: [s.at for s in _of_kind(r, kind) if topic in s.topics] for name, (kind, topic) in names.items()}
    return {name: flag(bool(places), *places) for name, places in said.items()}
