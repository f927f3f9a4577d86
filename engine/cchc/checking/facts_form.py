"""Facts on the document: period, dates, headings, footnotes, annexes."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted, day, flag
from cchc.model.place import Place
from cchc.model.report import Part
from cchc.packs.names import part_name
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold
from cchc.vietnamese.periods import periods_in

_MAIN = ("I", "II", "III", "IV", "V")
_FIELDS = tuple(f"II.{n}" for n in range(1, 7))
_VIETNAMESE_LETTERS = frozenset("abcdđeghiklmnopqrstuvxy")


def _period_mentions(r: Reading) -> Fact:
    mentions = r.report.document.period_mentions
    if mentions is None:
        return UNKNOWN
    period = r.report.period
    named = [p for text in mentions for p in periods_in(text, period.year) if p.kind == period.kind]
    return counted(None for p in named if (p.year, p.number) != (period.year, period.number))


def _deadline_on_weekend(r: Reading) -> Fact:
    deadline = r.report.document.deadline
    return flag(None if deadline is None else deadline.weekday() >= 5)


def _agency_names(r: Reading) -> Fact:
    names = r.report.document.agency_mentions
    return UNKNOWN if not names else Fact(float(len({fold(name) for name in names})))


def _annexes(r: Reading) -> Fact:
    annexes = r.report.document.annexes
    return UNKNOWN if annexes is None else Fact(float(len(annexes)))


def _loose_footnotes(r: Reading) -> Fact:
    marks, notes = r.report.document.footnote_marks, r.report.document.footnotes
    return UNKNOWN if marks is None or notes is None else Fact(float(len(set(marks) ^ set(notes))))


def _sent_to_home_affairs(r: Reading) -> Fact:
    recipients = r.report.document.recipients
    wanted = fold(r.profile.home_affairs)
    return flag(None if recipients is None else any(wanted in fold(name) for name in recipients))


def _parts_missing(wanted: tuple[str, ...]) -> FactRule:
    def rule(r: Reading) -> Fact:
        if r.report.parts is None:
            return UNKNOWN
        present = {part.id for part in r.report.parts}
        return counted(Place(part=part_id) for part_id in wanted if part_id not in present)

    return rule


def _out_of_order(r: Reading) -> Fact:
    if r.report.parts is None:
        return UNKNOWN
    order = [_MAIN.index(part.id) for part in r.report.parts if part.id in _MAIN]
    return counted(Place(part=_MAIN[b]) for a, b in pairwise(order) if b < a)


def _doubled(r: Reading) -> Fact:
    if r.report.parts is None:
        return UNKNOWN
    counts = Counter(part.id for part in r.report.parts)
    return counted(Place(part=part_id) for part_id, n in counts.items() if n > 1)


def _empty(r: Reading) -> Fact:
    return UNKNOWN if r.report.parts is None else counted(_at(part) for part in r.report.parts if part.empty)


def _foreign_letters(r: Reading) -> Fact:
    if r.report.parts is None:
        return UNKNOWN
    return counted(_at(part) for part in r.report.parts if _letter(part) not in _VIETNAMESE_LETTERS)


def _letter(part: Part) -> str:
    """Return the letter of a lettered sub-item as printed; "a" stands for headings that carry none."""
    last = (part.letter or part.id.split(".")[-1]).lower().rstrip(")")
    return last if len(last) == 1 and last.isalpha() and part.id.count(".") == 2 else "a"


def _off_topic(r: Reading) -> Fact:
    wanted = {part.id: set(part.topics) for part in r.outline.parts if part.topics}
    known = [p for p in r.report.parts or () if p.topics is not None and p.id in wanted]
    if not known:
        return UNKNOWN
    return counted(_at(part) for part in known if not wanted[part.id] & set(part.topics or ()))


def _repeated(r: Reading) -> Fact:
    passages = r.report.repeated_passages
    if passages is None:
        return UNKNOWN
    return Fact(float(len(passages)), tuple(place for passage in passages for place in passage.at))


def _at(part: Part) -> Place:
    return Place(part=part.id, quote=part.title)


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
    "doc.deadline": lambda r: day(r.report.document.deadline),
    "doc.deadline_on_weekend": _deadline_on_weekend,
    "doc.annexes": _annexes,
    "doc.agency_names": _agency_names,
    "doc.closing_mark": lambda r: flag(r.report.document.closing_mark),
    "doc.loose_footnotes": _loose_footnotes,
    "doc.sent_to_home_affairs": _sent_to_home_affairs,
    "parts.missing_main": _parts_missing(_MAIN),
    "parts.missing_fields": _parts_missing(_FIELDS),
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
    filled = {part.id for part in r.report.parts if not part.empty}
    return {part_name(part_id): flag(part_id in filled, Place(part=part_id)) for part_id in known}
