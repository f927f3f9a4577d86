"""Part III: what the report praises, admits, explains and finds difficult."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from cchc.model.report import Part, Statement, StatementKind
from cchc.packs.statement_schema import Mode
from cchc.reading.items import Item, items, statement
from cchc.reading.passage import Passage
from cchc.reading.sayings import Sayings
from cchc.reading.sentences import Span, clauses, sentences
from cchc.vietnamese.phrases import Hit

_BY_ID: dict[str, Mode] = {"III.1": "strength", "III.2": "weakness", "III.3": "difficulty"}
_LONGEST_MARKER = 16


def read_assessment(part: Part, passages: Iterable[Passage], said: Sayings) -> Iterator[Statement]:
    """Yield the statements of Part III or of one of its sub-parts, in reading order.

    The heading says of which kind they are, then each sub-heading ("* Nguyên nhân") or lead word ("Nguyên nhân: ...").
    """
    mode, mixed = _of_heading(part, said)
    for item in (led for whole in items(passages) for led in _cut_at_markers(whole, said)):
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
    named = [hit.value for hit in said.modes.find(part.title or "")]
    return next(iter(named), _BY_ID.get(part.id)), {"weakness", "difficulty"} <= set(named)


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
    if mode == "cause" or (mode in ("weakness", "difficulty") and _opens_as_cause(item, said)):
        yield _whole("cause", item, said)
    elif mode == "strength":
        yield _whole("strength", item, said)
    elif mode == "difficulty" or (mixed and any(h.value == "difficulty" for h in said.modes.find(item.text))):
        yield _whole("difficulty", item, said)
    elif mode == "weakness":
        yield from _admitted(item.head, item.spans, said)
    else:
        yield from _unheaded(item, said)


def _opens_as_cause(item: Item, said: Sayings) -> bool:
    """Return whether an item begins "Nguyên nhân chủ yếu do ..." among weaknesses."""
    first = next(iter(said.modes.find(item.line)), None)
    return first is not None and first.value == "cause" and not any(c.isalnum() for c in item.line[: first.start])


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
    spans = item.spans
    weak = [s for s in spans if any(hit.value for hit in said.plainly.find(text, *s))]
    praise = [s for s in spans if s not in weak]
    if praise:
        topics = dict.fromkeys(topic for s in praise for topic in said.topics.about(text, *s))
        yield statement("strength", tuple(topics), item.head, praise[0])
    yield from _admitted(item.head, weak, said)
