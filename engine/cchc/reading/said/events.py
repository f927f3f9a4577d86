"""Happenings with a name of their own that a report counts among its results."""

from collections.abc import Iterator
from datetime import date

from cchc.model.report import Event
from cchc.reading.passage import Outlined, Passage, place
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.sentences import Span, clauses, sentences, trimmed
from cchc.vietnamese.dates import dates_in

_PRINTED = frozenset({"paragraph", "textbox"})
_SHORTEST_NAME = 5
_SAME_DAY = 40


def read_events(outlined: Outlined, said: Sayings) -> tuple[Event, ...]:
    """Return the named events of Parts I and II, with their day where it stands beside the name.

    Only a name in capitals is one: "hội nghị tập huấn" is a kind of event. One that is planned, or that a document is
    named after ("Nghị quyết Hội nghị lần thứ ..."), is left out.
    """
    results = (p for p in outlined.passages if p.part.split(".")[0] in ("I", "II") and p.block.kind in _PRINTED)
    return tuple(event for passage in results for event in _in_passage(passage, said))


def _in_passage(passage: Passage, said: Sayings) -> Iterator[Event]:
    text = passage.block.text
    for sentence in sentences(text, passage.start):
        for clause in clauses(text, *sentence):
            name = _name(text, clause, said)
            if name:
                held = _held(text, name, clause)
                yield Event(name=text[slice(*name)], held=held, at=place(passage, *name))


def _name(text: str, clause: Span, said: Sayings) -> Span | None:
    for hit in said.events.find(text, *clause):
        if text[hit.start].isupper() and not said.not_events.any(text, clause[0], hit.start):
            end = min((e.start for e in said.event_ends.find(text, hit.end, clause[1])), default=clause[1])
            bracket = text.find("(", hit.end, end)
            a, b = trimmed(text, hit.start, end if bracket < 0 else bracket)
            return (a, b) if len(text[a:b].split()) >= _SHORTEST_NAME else None
    return None


def _held(text: str, name: Span, clause: Span) -> date | None:
    """Return the day right beside the name."""
    near = (d for d in dates_in(text) if clause[0] <= d.start < clause[1])
    return next((d.day for d in near if -_SAME_DAY < d.start - name[1] < _SAME_DAY and d.day), None)
