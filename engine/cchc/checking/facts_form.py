"""Facts on the document: period, dates, headings, footnotes, annexes."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from cchc.checking.body_names import initials, point_back, received, same_body
from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted, day, flag
from cchc.checking.headings import FIELDS, MAIN, may_be_elsewhere, parts_missing, undivided, with_headings_above
from cchc.model.place import Place
from cchc.model.report import Part
from cchc.packs.names import part_name
from cchc.packs.resolve import Reading, due_on
from cchc.vietnamese.fold import fold
from cchc.vietnamese.periods import periods_in

_FOREIGN_LETTERS = frozenset("fjwz")
_ALIKE = 0.9
_PROFILE = "hồ sơ áp dụng {}"


def _period_mentions(r: Reading) -> Fact:
    """Count mentions of another period of the same kind.

    The next period is left out: Part IV rightly names it. Where no mention could be read, nothing is known.
    """
    mentions = r.report.document.period_mentions
    if mentions is None:
        return UNKNOWN
    period = r.report.period
    own = (period.year, period.number), (period.next().year, period.next().number)
    named = [(text, p) for text in mentions for p in periods_in(text, period.year) if p.kind == period.kind]
    if mentions and not named:
        return UNKNOWN
    return counted(_somewhere(text) for text, p in named if (p.year, p.number) not in own)


def _deadline(r: Reading) -> Fact:
    """The deadline that the report gives, else the one of its profile, with the document that sets it."""
    if r.report.document.deadline is not None:
        return day(r.report.document.deadline)
    due = due_on(r)
    if due is None:
        return UNKNOWN
    set_by = r.pack.sources[due[1].source.act].document
    return Fact(day(due[0]).value, (Place(part=_PROFILE.format(r.profile.id), detail=set_by),))


def _deadline_on_weekend(r: Reading) -> Fact:
    deadline = _deadline(r)
    return UNKNOWN if math.isnan(deadline.value) else Fact(float(_weekday(deadline) >= 5), deadline.places)


def _deadline_working(r: Reading) -> Fact:
    deadline = _deadline(r)
    if math.isnan(deadline.value):
        return UNKNOWN
    weekday = _weekday(deadline)
    return Fact(deadline.value + (7 - weekday if weekday >= 5 else 0), deadline.places)


def _weekday(deadline: Fact) -> int:
    return date.fromordinal(int(deadline.value)).weekday()


def _agency_names(r: Reading) -> Fact:
    """Count names of the agency; the name with the province or in capitals is the same name."""
    names = r.report.document.agency_mentions
    if not names:
        return UNKNOWN
    different: list[str] = []
    for name in names:
        if not any(same_body(name, other) for other in different):
            different.append(name)
    places = tuple(_somewhere(name) for name in different) if len(different) > 1 else ()
    return Fact(float(len(different)), places)


def _annexes(r: Reading) -> Fact:
    annexes = r.report.document.annexes
    return UNKNOWN if annexes is None else Fact(float(len(annexes)))


def _loose_footnotes(r: Reading) -> Fact:
    marks, notes = r.report.document.footnote_marks, r.report.document.footnotes
    if marks is None or notes is None:
        return UNKNOWN
    return counted(Place(part="chú thích", detail=str(n)) for n in sorted(set(marks) ^ set(notes)))


def _sent_to_home_affairs(r: Reading) -> Fact:
    """Whether Home Affairs is a recipient, by name or by its mailbox; unknown for itself and behind `Như trên`."""
    recipients, body = r.report.document.recipients, r.profile.home_affairs
    if recipients is None or same_body(r.report.unit, body):
        return UNKNOWN
    mailbox = re.compile(rf"(^|[\W_]){initials(body)}([\W_]|$)")
    if received(body, recipients) or any(mailbox.search(fold(name)) for name in recipients):
        return flag(True)
    return UNKNOWN if point_back(recipients) else flag(False)


def _out_of_order(r: Reading) -> Fact:
    if r.report.parts is None:
        return UNKNOWN
    ids = [part.id for part in r.report.parts]
    order = [MAIN.index(part_id) for n, part_id in enumerate(ids) if part_id in MAIN and not _inside(ids, n)]
    return counted(Place(part=MAIN[b]) for a, b in pairwise(order) if b < a)


def _inside(ids: Sequence[str], n: int) -> bool:
    """Return whether Part I stands right under Part II and before its fields: one part for all that was done."""
    return ids[n] == "I" and ids[n - 1 : n] == ["II"] and any(part_id.startswith("II.") for part_id in ids[n:])


def _doubled(r: Reading) -> Fact:
    if r.report.parts is None:
        return UNKNOWN
    counts = Counter(part.id for part in r.report.parts)
    return counted(Place(part=part_id) for part_id, n in counts.items() if n > 1)


def _empty(r: Reading) -> Fact:
    return UNKNOWN if r.report.parts is None else counted(_at(part) for part in r.report.parts if part.empty)


def _foreign_letters(r: Reading) -> Fact:
    """Count printed letters that Vietnamese has not.

    Our own ids hold an f (II.6.f), which is no word on what the report prints there.
    """
    if r.report.parts is None:
        return UNKNOWN
    lettered = [part for part in r.report.parts if _lettered(part)]
    foreign = [part for part in lettered if part.letter and _letter(part.letter) in _FOREIGN_LETTERS]
    unsaid = any(not part.letter and part.id[-1].lower() in _FOREIGN_LETTERS for part in lettered)
    return UNKNOWN if unsaid and not foreign else counted(map(_at, foreign))


def _lettered(part: Part) -> bool:
    return part.id.count(".") == 2 and part.id[-1].isalpha()


def _letter(printed: str) -> str:
    return printed.strip().lower().rstrip(").")


def _off_topic(r: Reading) -> Fact:
    """Count lettered sub-items about something else; one whose subject was not recognised, or "none", is left out."""
    wanted = {part.id: set(part.topics) for part in r.outline.parts if part.topics}
    known = [p for p in r.report.parts or () if p.topics and p.id in wanted and _lettered(p)]
    if not known:
        return UNKNOWN
    return counted(_at(part) for part in known if not wanted[part.id] & set(part.topics or ()))


def _repeated(r: Reading) -> Fact:
    passages = r.report.repeated_passages
    if passages is None:
        return UNKNOWN
    alike = [passage for passage in passages if passage.similarity >= _ALIKE]
    return Fact(float(len(alike)), tuple(place for passage in alike for place in passage.at))


def _at(part: Part) -> Place:
    return Place(part=part.id, quote=part.title)


def _somewhere(quote: str) -> Place:
    return Place(part="toàn văn", quote=quote)


FORM_FACTS: Mapping[str, FactRule] = {
    "period.is_month": lambda r: flag(r.report.period.kind == "month"),
    "period.last_month": lambda r: Fact(float(r.report.period.last_month)),
    "period.data_from": lambda r: day(r.report.period.data_from),
    "period.data_to": lambda r: day(r.report.period.data_to),
    "period.expected_from": lambda r: day(r.report.period.window()[0]),
    "period.expected_to": lambda r: day(r.report.period.window()[1]),
    "period.other_mentions": _period_mentions,
    "doc.issued": lambda r: day(r.report.document.issued),
    "doc.submitted": lambda r: day(r.report.document.submitted),
    "doc.deadline": _deadline,
    "doc.deadline_on_weekend": _deadline_on_weekend,
    "doc.deadline_working": _deadline_working,
    "doc.annexes": _annexes,
    "doc.agency_names": _agency_names,
    "doc.closing_mark": lambda r: flag(r.report.document.closing_mark),
    "doc.loose_footnotes": _loose_footnotes,
    "doc.sent_to_home_affairs": _sent_to_home_affairs,
    "parts.missing_main": parts_missing(MAIN),
    "parts.missing_fields": parts_missing(FIELDS),
    "parts.out_of_order": _out_of_order,
    "parts.doubled": _doubled,
    "parts.empty": _empty,
    "parts.foreign_letters": _foreign_letters,
    "parts.off_topic": _off_topic,
    "parts.repeated_passages": _repeated,
}


def part_flags(r: Reading) -> dict[str, Fact]:
    """Return a flag per heading of the outline: present and not empty."""
    known = {part.id for outline in r.pack.outlines.values() for part in outline.parts}
    if r.report.parts is None:
        return {part_name(part_id): UNKNOWN for part_id in known}
    printed = with_headings_above(r.report.parts)
    filled = with_headings_above(part for part in r.report.parts if not part.empty)
    return {
        part_name(part_id): UNKNOWN
        if part_id not in printed and (may_be_elsewhere(r, part_id, printed) or undivided(r, part_id, printed))
        else flag(part_id in filled, Place(part=part_id))
        for part_id in known
    }
