"""Facts on what Parts III to V say, and on how strengths, weaknesses, causes, tasks and requests answer each other."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

from cchc.checking.body_names import plain, point_back, received, without_province
from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted, flag
from cchc.model.place import Place
from cchc.model.report import Statement, StatementKind
from cchc.packs.resolve import Reading, same_province
from cchc.packs.schema import Body
from cchc.vietnamese.fold import fold
from cchc.vietnamese.periods import periods_in

_YEAR = re.compile(r"\bnam (\d{4})\b")
_AHEAD = re.compile(r"\b(thang|quy|ky|nam) (toi|sau|tiep theo)\b|\bthang cuoi nam\b|\bcon lai (cua|trong) nam\b")
_DAY = re.compile(r"\b\d{1,2}/\d{1,2}\b")


def _of_kind(r: Reading, kind: StatementKind) -> list[Statement]:
    return [s for s in r.report.statements or () if s.kind == kind]


def _topics(statements: Iterable[Statement]) -> set[str]:
    return {topic for s in statements for topic in s.topics}


def _known(rule: FactRule) -> FactRule:
    return lambda r: UNKNOWN if r.report.statements is None else rule(r)


def _count(kind: StatementKind) -> FactRule:
    return _known(lambda r: counted(s.at for s in _of_kind(r, kind)))


def _unanswered(kind: StatementKind, *by: StatementKind) -> FactRule:
    """Count statements of a kind that share no topic with any statement that should answer them.

    A statement without a topic was not recognised: it may be about anything, so it neither accuses nor acquits. Only
    where nothing at all stands that could answer is every one of them unanswered.
    """

    def rule(r: Reading) -> Fact:
        asked = _of_kind(r, kind)
        answers = [s for one in by for s in _of_kind(r, one)]
        if not answers:
            return counted(s.at for s in asked)
        bare = [s for s in asked if s.topics and not _topics(answers) & set(s.topics)]
        unsure = not all(s.topics for s in (answers if bare else asked))
        return UNKNOWN if unsure else counted(s.at for s in bare)

    return _known(rule)


def _weaknesses_without_figure(r: Reading) -> Fact:
    """Count weaknesses whose topic has figures of which the report states none, in Part II or in the sentence itself."""
    stated = set(r.report.figures)

    def bare(s: Statement) -> bool:
        figures = [f for topic in s.topics if topic in r.pack.topics for f in r.pack.topics[topic].figures]
        return bool(figures) and stated.isdisjoint(figures) and not any(c.isdigit() for c in _words(s))

    found = _of_kind(r, "weakness")
    without = [s.at for s in found if bare(s)]
    return counted(without) if without or all(s.topics for s in found) else UNKNOWN


def _words(s: Statement) -> str:
    return f"{s.text} {s.at.quote or ''}" if s.at else s.text


def _tasks_name_next_period(r: Reading) -> Fact:
    """Whether Part IV says for when: by its heading, in a task or by a due date. Without the heading, no is not known."""
    tasks = _of_kind(r, "task")
    if not tasks:
        return UNKNOWN
    titles = [p.title for p in r.report.parts or () if p.id == "IV" and p.title]
    texts = [*titles, *map(_words, tasks), *(s.deadline for s in tasks if isinstance(s.deadline, str))]
    dates = [day for s in tasks if (day := _due(s))]
    end = r.report.period.window()[1]
    if any(_looks_ahead(r, text) for text in texts) or any(day > end for day in dates):
        return flag(True, *(s.at for s in tasks[:1]))
    return flag(False, *(s.at for s in tasks[:1])) if titles else UNKNOWN


def _due(s: Statement) -> date | None:
    """Return a due date; JSON and quoted YAML carry it as text."""
    if not isinstance(s.deadline, str):
        return s.deadline
    try:
        return date.fromisoformat(s.deadline.strip())
    except ValueError:
        return None


def _looks_ahead(r: Reading, text: str) -> bool:
    """Return whether a text names a period that ends after this one, or the time to come in words."""
    period, folded = r.report.period, fold(text)
    following = period.next()
    # "Tầm nhìn đến năm 2030" is no due time of a task: of years only the next one counts, below.
    named = [p for year in {period.year, following.year} for p in periods_in(text, year) if p.kind != "year"]
    years = (int(match.group(1)) for match in _YEAR.finditer(folded))
    return (
        any(p == following or (p.kind != period.kind and p.window()[1] > period.window()[1]) for p in named)
        or any(year == following.year > period.year for year in years)
        or _AHEAD.search(folded) is not None
    )


def _ongoing_without_deadline(r: Reading) -> Fact:
    def dated(s: Statement) -> bool:
        said = _words(s)
        return s.deadline is not None or bool(_DAY.search(said) or periods_in(said, r.report.period.year))

    return counted(s.at for s in _of_kind(r, "ongoing") if not dated(s))


def _without_addressee(r: Reading) -> Fact:
    return counted(s.at for s in _of_kind(r, "recommendation") if not s.addressees)


def _not_recipients(r: Reading) -> Fact:
    recipients = r.report.document.recipients
    if recipients is None:
        return UNKNOWN
    wanted: dict[str, Place] = {}
    for statement in _of_kind(r, "recommendation"):
        for name in statement.addressees:
            at = statement.at or Place(part="V")
            wanted.setdefault(plain(_current(r, name)), Place(part=at.part, detail=name, quote=at.quote))
    absent = [at for name, at in wanted.items() if not received(name, recipients)]
    return UNKNOWN if absent and point_back(recipients) else counted(absent)


def _superseded(r: Reading) -> Fact:
    named = [(name, s.at, _renamed(r, name)) for s in _of_kind(r, "recommendation") for name in s.addressees]
    return counted(_with_new_name(r, name, at, body) for name, at, body in named if body)


def _with_new_name(r: Reading, name: str, at: Place | None, body: Body) -> Place:
    """Return the place with what the body is called now and how we know: the list of bodies is ours, not the report's."""
    now = f"{name}: nay là {body.new} ({r.pack.sources[body.source.act].document})"
    return Place(part=at.part if at else "V", detail=now, quote=at.quote if at else None)


def _renamed(r: Reading, name: str) -> Body | None:
    here = (
        b
        for b in r.pack.bodies
        if not b.unsure and b.since <= r.day and (b.province is None or same_province(b.province, r.report.province))
    )
    spellings = {plain(name), without_province(name, r.report.province)}
    return next((body for body in here if plain(body.old) in spellings), None)


def _current(r: Reading, name: str) -> str:
    """Return the name that a body bears on the report's day."""
    body = _renamed(r, name)
    return body.new if body else name


def _longest_wait(r: Reading) -> Fact:
    end = r.report.period.data_to or r.report.period.window()[1]
    asked = [(s.first_asked, s.at) for s in _of_kind(r, "recommendation") if s.first_asked]
    if not asked:
        return UNKNOWN
    first, place = min(asked, key=lambda item: item[0])
    return Fact(float((end - first).days), (place,) if place else ())


def _asked_before(r: Reading) -> Fact:
    """Count matters raised before; a difficulty in III.3 and the request it leads to in Part V are one matter."""
    told: set[str] = set()
    matters = []
    for s in r.report.statements or ():
        if s.asked_before and not told & set(s.topics):
            matters.append(s.at)
            told |= set(s.topics)
    return counted(matters)


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
    "difficulties.without_recommendation": _unanswered("difficulty", "recommendation", "task"),
    "tasks.name_next_period": _known(_tasks_name_next_period),
    "ongoing.without_deadline": _known(_ongoing_without_deadline),
    "recommendations.without_addressee": _known(_without_addressee),
    "recommendations.addressees_not_recipients": _known(_not_recipients),
    "recommendations.superseded_addressees": _known(_superseded),
    "recommendations.longest_wait_days": _known(_longest_wait),
    "recommendations.asked_before": _known(_asked_before),
}


def statement_flags(r: Reading) -> dict[str, Fact]:
    """Return a flag per kind and topic: whether the report has such a statement.

    Unknown where statements were not read, and where one of that kind has no topic: it may be the very one.
    """
    kinds: tuple[StatementKind, ...] = get_args(StatementKind)
    names = {f"{kind}.{topic}": (kind, topic) for kind in kinds for topic in r.pack.topics}
    if r.report.statements is None:
        return dict.fromkeys(names, UNKNOWN)
    of_kind = {kind: _of_kind(r, kind) for kind in kinds}
    return {name: _said(of_kind[kind], topic) for name, (kind, topic) in names.items()}


def _said(statements: list[Statement], topic: str) -> Fact:
    places = [s.at for s in statements if topic in s.topics]
    return flag(True, *places) if places else flag(False if all(s.topics for s in statements) else None)
