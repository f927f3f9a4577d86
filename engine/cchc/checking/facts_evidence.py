"""Facts on what backs a report: sources, evidence, directives answered, tasks that can be measured."""

import re
from collections.abc import Iterator, Mapping

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted, flag
from cchc.model.place import Place
from cchc.model.report import Exclusion, Statement
from cchc.model.wording import Mention
from cchc.packs.evidence_schema import Directive
from cchc.packs.resolve import Reading, same_province
from cchc.vietnamese.fold import fold

_CONCLUSIONS = frozenset({"Kết luận", "Thông báo", "Biên bản"})
# "95 %", "05 TTHC"; not "ISO 9001:2015", "Đề án 06", "năm 2025", "12/KH-UBND".
_AMOUNT = re.compile(r"\d\s*%|(?<!án )(?<![\w/.,:-])\d{1,3}\s+(?=[^\W\d_])")
_SHORTEST_TASK = 4
_ISSUED = "issued-without-number"


def _signs(r: Reading, entry: str) -> list[Mention]:
    return [m for m in r.report.evidence or () if m.entry == entry]


def _sign(entry: str) -> FactRule:
    """Return the rule whether a sign of evidence stands in the report; unknown where signs were not looked for."""
    return lambda r: UNKNOWN if r.report.evidence is None else flag(bool(_signs(r, entry)))


def _claimed(r: Reading) -> Fact:
    """Whether a quality system is claimed, and where: what it lacks is to be mended there."""
    claims = _signs(r, "iso-claim")
    return UNKNOWN if r.report.evidence is None else flag(bool(claims), *(m.at for m in claims))


def _source_named(r: Reading) -> Fact:
    if r.report.document.source_system:
        return flag(True)
    return UNKNOWN if r.report.evidence is None else flag(False)


def _listed(r: Reading) -> Fact:
    """Whether a list of evidence is named or attached."""
    if any("minh chung" in fold(name) or "kiem chung" in fold(name) for name in r.report.document.annexes or ()):
        return flag(True)
    return _sign("evidence-list")(r)


def _concluded(r: Reading) -> Fact:
    """Whether the report cites a document that closes an inspection, by number or by its name."""
    cited = [c.at for c in r.report.citations or () if c.type in _CONCLUSIONS and c.at and _of_results(c.at.part)]
    if cited:
        return flag(True, *cited)
    return UNKNOWN if r.report.citations is None else _sign("inspection-conclusion")(r)


def _of_results(part: str) -> bool:
    return part.partition(".")[0] in ("I", "II")


def _issued_without_number(r: Reading) -> Fact:
    """Count documents said to be issued and named without number, where their part cites none of that kind.

    A part tells of its plan again and again: once it stood there with its number, the others need none.
    """
    if r.report.evidence is None or r.report.citations is None:
        return UNKNOWN
    numbered = [(c.at.part, fold(c.type)) for c in r.report.citations if c.at and c.number]

    def told(m: Mention) -> bool:
        return m.at is not None and any(part == m.at.part and kind in fold(m.printed) for part, kind in numbered)

    return counted(m.at for m in _signs(r, _ISSUED) if not told(m))


def _detail_table(r: Reading) -> Fact:
    """Whether figures come row by row; an annex that is named and was not read may hold the table."""
    if r.report.detail_rows or _signs(r, "detail-table"):
        return flag(True)
    annexed = r.report.document.annexes or _signs(r, "annex-mentioned")
    return UNKNOWN if annexed or r.report.evidence is None else flag(False)


def _exclusions_without_basis(r: Reading) -> Fact:
    """Count exclusions from digitization without a document: neither named as their basis nor cited in their paragraph."""
    if r.report.exclusions is None or r.report.citations is None:
        return UNKNOWN
    cited = {(c.at.part, c.at.detail) for c in r.report.citations if c.at}

    def bare(e: Exclusion) -> bool:
        return not e.basis and (e.at is None or (e.at.part, e.at.detail) not in cited)

    digital = [e for e in r.report.exclusions if any(f.startswith("digitization.") for f in e.applies_to)]
    return counted(e.at for e in digital if bare(e))


def _directives(r: Reading) -> Iterator[Directive]:
    """Yield the directives for this agency that came within its period."""
    period, unit = r.report.period, fold(r.report.unit)
    start, end = period.window()
    for d in r.pack.directives:
        mine = r.report.level in d.levels and (not d.concerns or any(fold(word) in unit for word in d.concerns))
        timely = (period.data_from or start) <= d.issued <= (period.data_to or end)
        if mine and timely and same_province(d.province, r.report.province):
            yield d


def _directives_unanswered(r: Reading) -> Fact:
    if r.report.evidence is None or r.report.citations is None:
        return UNKNOWN
    cited = {(c.number, c.issued) for c in r.report.citations}
    spoken = {m.entry for m in r.report.evidence}
    left = (d for d in _directives(r) if (d.number, d.issued) not in cited and d.id not in spoken)
    return counted(Place(part="I", detail=d.title.vi) for d in left)


def _measurable(s: Statement) -> bool:
    """Return whether a task has a goal, a due date, somebody in charge, or at least an amount."""
    words = f"{s.text} {s.at.quote or '' if s.at else ''}"
    return bool(s.goal or s.deadline or s.owner or _AMOUNT.search(words))


def _tasks_not_measurable(r: Reading) -> Fact:
    """Count tasks that nobody can measure; a word or two is no task but a rest of a table or a signature."""
    if r.report.statements is None:
        return UNKNOWN
    tasks = (s for s in r.report.statements if s.kind == "task" and len(s.text.split()) >= _SHORTEST_TASK)
    return counted(s.at for s in tasks if not _measurable(s))


def _repeated_without_letter(r: Reading) -> Fact:
    """Count matters that the report says it raised many times and for which it cites no letter.

    One without a topic may be what a dated letter elsewhere asks for: it accuses only where there is no such letter.
    """
    if r.report.statements is None or r.report.citations is None:
        return UNKNOWN
    written = [s for s in r.report.statements if s.first_asked]
    answered = {topic for s in written for topic in s.topics}
    cited = {(c.at.part, c.at.detail) for c in r.report.citations if c.at}
    bare: list[Statement] = []
    for s in (s for s in r.report.statements if s.asked_before and not s.first_asked):
        here = s.at is not None and (s.at.part, s.at.detail) in cited
        told = {topic for other in bare for topic in other.topics}
        if not (here or (written and not s.topics) or (told | answered) & set(s.topics)):
            bare.append(s)
    return counted(s.at for s in bare)


EVIDENCE_FACTS: Mapping[str, FactRule] = {
    "doc.source_named": _source_named,
    "evidence.listed": _listed,
    "evidence.issued_without_number": _issued_without_number,
    "inspections.concluded": _concluded,
    "iso.claimed": _claimed,
    "iso.version": _sign("iso-version"),
    "iso.scope": _sign("iso-scope"),
    "iso.audited": _sign("iso-audit"),
    "initiatives.named": _sign("initiative-name"),
    "detail.table": _detail_table,
    "exclusions.without_basis": _exclusions_without_basis,
    "directives.in_window": lambda r: Fact(float(len(list(_directives(r))))),
    "directives.unanswered": _directives_unanswered,
    "tasks.not_measurable": _tasks_not_measurable,
    "recommendations.repeated_without_letter": _repeated_without_letter,
}
