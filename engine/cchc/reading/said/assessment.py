"""Part III: what the report praises, admits, explains and finds difficult."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cchc.model.report import Part, Statement, StatementKind
from cchc.packs.statement_schema import Mode
from cchc.reading.passage import Passage
from cchc.reading.said.items import Item, items, statement
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.sentences import Span, clauses, sentences
from cchc.vietnamese.phrases import Hit

_BY_ID: dict[str, Mode] = {"III.1": "strength", "III.2": "weakness", "III.3": "difficulty"}
_LONGEST_MARKER = 16
_SHORTEST_PRAISE = 4


def read_assessment(part: Part, passages: Iterable[Passage], said: Sayings) -> Iterator[Statement]:
    """Yield the statements of Part III or of one of its sub-parts, in reading order.

    The heading says of which kind they are, then each sub-heading ("* Nguyên nhân") or lead word ("Nguyên nhân: ...").
    Under a heading for weaknesses and causes that are not told apart, what is admitted is its own cause.
    """
    found = list(_assessed(part, passages, said))
    yield from found
    if "cause" in _named(part, said) and not any(s.kind == "cause" for s in found):
        yield from (s.model_copy(update={"kind": "cause"}) for s in found if s.kind == "weakness")


def _assessed(part: Part, passages: Iterable[Passage], said: Sayings) -> Iterator[Statement]:
    """Yield the statements under the heading and under each one in it that has no part of its own ("3. Nguyên nhân")."""
    mode, mixed = _of_heading(part, said)
    runs: list[list[Passage]] = [[]]
    for passage in passages:
        runs += [[]] if passage.start and runs[-1] else []
        runs[-1].append(passage)
    for n, run in enumerate(runs):
        own = next((h.value for h in said.modes.find(run[0].block.text, 0, run[0].start)), None) if n and run else None
        yield from _under_heading(run, own or mode, mixed and own is None, said)


def _under_heading(run: Iterable[Passage], mode: Mode | None, mixed: bool, said: Sayings) -> Iterator[Statement]:
    for item in (led for whole in items(run) for led in _cut_at_markers(whole, said)):
        marker = _marker(item, said)
        if marker is None and item.leads:
            mode = _announced(item, said) or mode
            continue
        mode, after = marker or (mode, item.start)
        rest = replace(item, start=after)
        if any(c.isalpha() for c in rest.line) and not said.nothing.covers(rest.text):
            yield from _read(rest, mode, mixed, said)


def _of_heading(part: Part, said: Sayings) -> tuple[Mode | None, bool]:
    """Return the kind of statements that a heading announces, and whether it announces weaknesses and difficulties."""
    named = _named(part, said)
    return next(iter(named), _BY_ID.get(part.id)), {"weakness", "difficulty"} <= set(named)


def _named(part: Part, said: Sayings) -> list[Mode]:
    return [hit.value for hit in said.modes.find(part.title or "")]


def _cut_at_markers(item: Item, said: Sayings) -> Iterator[Item]:
    """Yield the parts of an item of which each begins with its own lead word: "Ưu điểm: ... Hạn chế: ..."."""
    marked = [a for a, _ in item.spans[1:] if _marker(replace(item, start=a), said)]
    for start, end in zip((item.start, *marked), (*marked, item.end), strict=True):
        yield replace(item, start=start, end=end)


def _marker(item: Item, said: Sayings) -> tuple[Mode, int] | None:
    """Return the kind that a sub-heading or lead word sets, and where the words after it begin."""
    text = item.head.block.text
    colon = text.find(":", item.start, item.end)
    end = item.end if colon < 0 else colon
    if len(text[item.start : end].split()) > _LONGEST_MARKER:
        return None
    named = said.modes.find(text, item.start, end)
    covered: list[Hit[Any]] = [*named, *said.marker_fill.find(text, item.start, end)]
    rest = "".join(c for n, c in enumerate(text[item.start : end], item.start) if not _within(n, covered))
    return (named[0].value, min(end + 1, item.end)) if named and not any(c.isalnum() for c in rest) else None


def _within(n: int, hits: Iterable[Hit[Any]]) -> bool:
    return any(hit.start <= n < hit.end for hit in hits)


def _announced(item: Item, said: Sayings) -> Mode | None:
    """Return the kind that a sentence ending in a colon announces: "Bên cạnh kết quả, còn một số hạn chế sau:"."""
    named = [hit.value for hit in said.modes.find(item.text)]
    return "cause" if "cause" in named else next(reversed(named), None)


def _read(item: Item, mode: Mode | None, mixed: bool, said: Sayings) -> Iterator[Statement]:
    text = item.head.block.text
    if mode == "other":
        return
    if mode == "cause" or (mode in ("weakness", "difficulty") and _opens_as_cause(text, item.spans[0], said)):
        yield _whole("cause", item, said)
    elif mode == "strength":
        yield _whole("strength", item, said)
    elif mode == "difficulty" or (mixed and any(h.value == "difficulty" for h in said.modes.find(item.text))):
        yield _whole("difficulty", item, said)
    elif mode == "weakness":
        yield from _explained(item.head, *_up_to_cause(text, item.spans, said), said)
    else:
        yield from _unheaded(item, said)


def _opens_as_cause(text: str, span: Span, said: Sayings) -> bool:
    """Return whether a sentence begins "Nguyên nhân chủ yếu do ..."."""
    first = next(iter(said.modes.find(text, *span)), None)
    return first is not None and first.value == "cause" and not any(c.isalnum() for c in text[span[0] : first.start])


def _up_to_cause(text: str, spans: Sequence[Span], said: Sayings) -> tuple[Sequence[Span], Sequence[Span]]:
    """Divide the sentences of a paragraph at the one that begins to give the cause of what the others admit."""
    at = next((n for n, span in enumerate(spans) if _opens_as_cause(text, span, said)), len(spans))
    return spans[:at], spans[at:]


def _whole(kind: StatementKind, item: Item, said: Sayings) -> Statement:
    """Return one statement of a whole item, which quotes its first sentence and has the topics of all its own words."""
    spans = list(sentences(item.text))
    own = [
        (a, b)
        for n, (a, b) in enumerate(spans)
        if n == 0 or kind != "cause" or not said.goes_on.begins(item.text, a, b)
    ]
    topics = dict.fromkeys(topic for a, b in own for topic in said.topics.about(item.text, a, b))
    quoted = _asked(item, said) or item.spans[0]
    found = statement(kind, tuple(topics), item.head, quoted)
    return found.model_copy(update={"asked_before": kind == "difficulty" and said.asked_before.any(item.text)})


def _asked(item: Item, said: Sayings) -> Span | None:
    """Return the sentence that says how often the matter was raised: the one to quote."""
    text = item.head.block.text
    return next((s for s in item.spans if said.asked_before.any(text, *s)), None)


def _explained(passage: Passage, weak: Sequence[Span], because: Sequence[Span], said: Sayings) -> Iterator[Statement]:
    """Yield what some sentences admit, and as its cause what the sentences after them give."""
    admitted = list(_admitted(passage, weak, said)) if weak else []
    yield from admitted
    about = [topic for found in admitted for topic in found.topics]
    for span in because:
        topics = dict.fromkeys((*said.topics.about(passage.block.text, *span), *about))
        yield statement("cause", tuple(topics), passage, span)


def _admitted(passage: Passage, spans: Iterable[Span], said: Sayings) -> Iterator[Statement]:
    """Yield a weakness for each thing admitted in some sentences, and its cause where the sentence gives one."""
    text = passage.block.text
    units = [c for s in spans for c in clauses(text, *s)]
    weak = [u for u in units if said.admits.any(text, *u) and not said.goes_on.begins(text, *u)]
    for unit in weak or units[:1]:
        subject, reason = _without_reason(text, unit, said)
        about = said.topics.about(text, *_subject(text, subject, said))
        yield statement("weakness", about, passage, subject)
        if reason:
            because = said.topics.about(text, *reason)
            yield statement("cause", tuple(dict.fromkeys((*because, *about))), passage, reason)


def _without_reason(text: str, unit: Span, said: Sayings) -> tuple[Span, Span | None]:
    """Divide "... còn thấp do ..." at its "do", when that gives a reason and does not tell by whom."""
    admitted = min((h.start for h in said.admits.find(text, *unit)), default=unit[1])
    for hit in said.reason.find(text, *unit):
        near = text[hit.end : unit[1]].split()[:9]
        if hit.start > admitted and not said.by_whom.any(" ".join(near)):
            return (unit[0], hit.start), (hit.end, unit[1])
    return unit, None


def _subject(text: str, unit: Span, said: Sayings) -> Span:
    """Return the part of an admission that names what is weak: after "tuy ... nhưng", before aims and effects."""
    start, end = unit
    admitted = min((h.start for h in said.admits.find(text, *unit)), default=end)
    start = max((h.end for h in said.contrast.find(text, start, end) if h.start < admitted), default=start)
    return start, min((h.start for h in said.effects.find(text, start, end) if h.start > admitted), default=end)


def _unheaded(item: Item, said: Sayings) -> Iterator[Statement]:
    """Read a paragraph of a Part III without sub-headings: sentences that plainly admit something, and praise."""
    text = item.head.block.text
    spans, because = _up_to_cause(text, item.spans, said)
    weak = [s for s in spans if _plainly(text, s, said)]
    praise = [s for s in (_praised(text, s, said) if s in weak else s for s in spans) if s]
    if praise:
        topics = dict.fromkeys(topic for s in praise for topic in said.topics.about(text, *s))
        yield statement("strength", tuple(topics), item.head, praise[0])
    yield from _explained(item.head, weak, because, said)


def _plainly(text: str, span: Span, said: Sayings) -> bool:
    return any(hit.value for hit in said.plainly.find(text, *span))


def _praised(text: str, span: Span, said: Sayings) -> Span | None:
    """Return the praise before "nhưng" in a sentence that admits something."""
    start, end = span
    turn = next((h.start for h in said.contrast.find(text, start, end)), start)
    praises = len(text[start:turn].split()) >= _SHORTEST_PRAISE and not _plainly(text, (start, turn), said)
    return (start, turn) if praises else None
