"""Part IV: tasks, with due date, owner and goal where they are stated. Also the due dates of work under way."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from cchc.model.period import Period
from cchc.model.report import Statement
from cchc.reading.passage import Passage
from cchc.reading.said.items import Item, items, statement
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.sentences import clauses, pieces, sentences, trimmed
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.named_periods import named_periods

# The date of a document follows its number: "số 12/KH-UBND ngày 03/02/2025".
_OF_DOCUMENT = re.compile(r"\d\s*[/-]\s*[\w&-]*[A-ZĐ]{2}[\w&-]*\s*,?\s*(?:ngày\s*)?$")
_IN_CHARGE = re.compile(r"chủ trì(?:\s+thực hiện)?\s*:\s*([^.;,)\n]+)", re.IGNORECASE)
_GIVEN_TO = re.compile(r"\b(?:giao|phân công)\s+(?:cho\s+)?", re.IGNORECASE)
_TITLE = 12


def read_tasks(passages: Iterable[Passage], period: Period, said: Sayings) -> Iterator[Statement]:
    """Yield the tasks of Part IV, one an item; a line that only heads the items under it is none."""
    every = items(passages)
    for item, following in zip(every, (*every[1:], None), strict=False):
        if not (item.leads or said.nothing.covers(item.text) or _heads(item, following)):
            yield _task(item, period, said)


def due_in(text: str, period: Period, said: Sayings) -> date | str | None:
    """Return by when something is due: a day, or the period as printed; None where `text` does not say."""
    for dated in dates_in(text, period.year):
        if dated.day and not _OF_DOCUMENT.search(text[: dated.start]) and _due_before(text, dated.start, said):
            return dated.day
    named = (n for n in named_periods(text) if n.kind != "year" and _due_before(text, n.start, said))
    return next((text[n.start : n.end] for n in named), None)


def _due_before(text: str, at: int, said: Sayings) -> bool:
    """Return whether the few words before a date make it a due date."""
    before = " ".join(re.split(r"[,;.]", text[:at])[-1].split()[-4:])
    return said.due.any(before)


def _heads(item: Item, following: Item | None) -> bool:
    """Return whether an item is a title: short, without full stop, with items of another mark below it."""
    short = len(item.text.split()) <= _TITLE and item.text.rstrip(" *")[-1:] not in set(".;")
    return short and following is not None and bool(following.mark) and following.depth != item.depth


def _task(item: Item, period: Period, said: Sayings) -> Statement:
    found = statement("task", said.topics.about(item.text), item.head, item.spans[0])
    details = {
        "deadline": due_in(item.text, period, said),
        "owner": _owner(item.text, said),
        "goal": _goal(item.text, said),
    }
    return found.model_copy(update=details)


def _owner(text: str, said: Sayings) -> str | None:
    named = _IN_CHARGE.search(text)
    if named:
        return named[1].strip(" *")
    for given in _GIVEN_TO.finditer(text):
        if said.owners.begins(text, given.end()):
            verbs = said.owner_verbs.find(text, given.end())
            end = min((v.start for v in verbs), default=given.end())
            return text[given.end() : end].strip(" ,") or None
    return None


def _goal(text: str, said: Sayings) -> str | None:
    """Return the words that set a rate to reach: "phấn đấu tỷ lệ ... đạt 90%"."""
    for clause in (c for s in sentences(text) for c in clauses(text, *s)):
        for start, end in pieces(text, *clause):
            if "%" in text[start:end] and said.goals.any(text, start, end):
                a, b = trimmed(text, start, end)
                return text[a:b]
    return None
