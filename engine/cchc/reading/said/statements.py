"""All statements of a report: what it claims, praises, admits, explains, plans and asks for."""

import re
from collections.abc import Iterator

from cchc.model.period import Period
from cchc.model.report import Part, Statement
from cchc.reading.passage import Outlined, Passage
from cchc.reading.said.assessment import read_assessment
from cchc.reading.said.claims import read_claims, read_ongoing
from cchc.reading.said.requests import read_requests
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.tasks import read_tasks

_REPORTS = re.compile(r"báo cáo\s+", re.IGNORECASE)


def read_statements(outlined: Outlined, period: Period, said: Sayings) -> tuple[Statement, ...]:
    """Return the statements of a report. One whose topic was not recognised has no topics, and none is guessed.

    A cause also has the topics of those admitted weaknesses that a cause of its kind can explain.
    """
    found = (
        *read_claims(outlined.passages, said),
        *read_ongoing(outlined.passages, period, said),
        *_without_announcements(list(_assessed(outlined, said)), said),
        *read_tasks(_under(outlined, "IV", said), period, said),
        *read_requests(_under(outlined, "V", said), said),
    )
    return tuple(_explaining(statement, found, said) for statement in found)


def _under(outlined: Outlined, part: str, said: Sayings) -> list[Passage]:
    own = (p for p in outlined.passages if p.part == part or p.part.startswith(f"{part}."))
    return [p for p in own if not _closes(p, said)]


def _closes(passage: Passage, said: Sayings) -> bool:
    """Return whether a passage closes the report: "Sở A kính báo cáo UBND tỉnh./.", and asks for nothing."""
    text = passage.block.text
    return not said.requests.any(text, passage.start) and (
        said.closings.any(text, passage.start) or any(_names_body(text, m.end(), said) for m in _REPORTS.finditer(text))
    )


def _names_body(text: str, at: int, said: Sayings) -> bool:
    ends = text.rstrip(" *").endswith(("./", "./."))
    return ends and (said.bodies.begins(text, at) or said.heads.begins(text, at)) is not None


def _assessed(outlined: Outlined, said: Sayings) -> Iterator[Statement]:
    read: set[str] = set()
    for part in outlined.parts:
        if part.id.split(".")[0] == "III" and part.id not in read:
            read.add(part.id)
            yield from read_assessment(part, _standing_in(outlined, part, said), said)


def _without_announcements(found: list[Statement], said: Sayings) -> Iterator[Statement]:
    """Yield statements without "vẫn còn một số hạn chế nhất định", which admits nothing, where others say what is weak."""
    telling = any(s.kind == "weakness" and s.topics for s in found)
    for one in found:
        if not (telling and one.kind == "weakness" and not one.topics and said.general.any(one.text)):
            yield one


def _standing_in(outlined: Outlined, part: Part, said: Sayings) -> list[Passage]:
    return [p for p in outlined.passages if p.part == part.id and not _closes(p, said)]


def _explaining(statement: Statement, found: tuple[Statement, ...], said: Sayings) -> Statement:
    if statement.kind != "cause":
        return statement
    admitted = {topic for other in found if other.kind == "weakness" for topic in other.topics}
    explained = [to for topic in statement.topics for to in said.said.explains.get(topic, ()) if to in admitted]
    return statement.model_copy(update={"topics": tuple(dict.fromkeys((*statement.topics, *explained)))})
