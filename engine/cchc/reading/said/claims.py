"""Assertions that can be checked ("không có hồ sơ chậm muộn", "đúng tiến độ"), and work without a result yet."""

import re
from collections.abc import Iterable, Iterator

from cchc.model.period import Period
from cchc.model.report import Statement
from cchc.packs.statement_schema import ClaimWords
from cchc.reading.passage import Passage
from cchc.reading.said.items import statement
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.sentences import Span, clauses, pieces, sentences
from cchc.reading.said.tasks import due_in
from cchc.vietnamese.phrases import Hit

_PRINTED = frozenset({"paragraph", "textbox"})
# "278/QĐ-UBND", "26-CT/TU": what follows in the clause is the title of that document, its words and not the report's.
_DOCUMENT = re.compile(r"\d\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ]{2}")

_DOSSIERS = re.compile(r"\d\s*(?:bộ\s+)?(?:hồ sơ|HS\b|trường hợp|TTHC|thủ tục)", re.IGNORECASE)


def read_claims(passages: Iterable[Passage], said: Sayings) -> Iterator[Statement]:
    """Yield the assertions of Parts I, II and III.1 whose subject is known, one a subject and paragraph.

    What is denied, planned, ordered, quoted or the title of a document is none; so is one about nothing that a check knows.
    """
    for passage in _claiming(passages, ("I", "II", "III.1")):
        told: set[str] = set()
        for topics, span in _claims(passage, said):
            if not told.issuperset(topics):
                told.update(topics)
                yield statement("claim", topics, passage, span)


def read_ongoing(passages: Iterable[Passage], period: Period, said: Sayings) -> Iterator[Statement]:
    """Yield the work of Parts I and II that is still being done, with its due date where the sentence gives one."""
    for passage in _claiming(passages, ("I", "II")):
        text = passage.block.text
        for sentence in sentences(text, passage.start):
            hits = [h for h in said.ongoing.find(text, *sentence) if not _quoted(text, h.start)]
            for clause in (c for c in clauses(text, *sentence) if any(c[0] <= h.start < c[1] for h in hits)):
                topics = said.topics.about(text, *clause)
                found = statement("ongoing", topics, passage, _around(text, clause, hits))
                yield found.model_copy(update={"deadline": due_in(text[slice(*sentence)], period, said)})


def _claiming(passages: Iterable[Passage], parts: tuple[str, ...]) -> Iterator[Passage]:
    for passage in passages:
        if passage.block.kind in _PRINTED and any(passage.part == p or passage.part.startswith(f"{p}.") for p in parts):
            yield passage


def _claims(passage: Passage, said: Sayings) -> Iterator[tuple[tuple[str, ...], Span]]:
    text = passage.block.text
    before: Span | None = None
    for sentence in sentences(text, passage.start):
        for clause in clauses(text, *sentence):
            for hit in said.claims.find(text, *clause):
                if not (_unsure(text, sentence, clause, hit, said) or _narrowed(passage, sentence, hit, said)):
                    topics, span = _subject(text, clause, hit, said)
                    topics = topics or _from_before(text, clause, before, said)
                    allowed = tuple(t for t in topics if not hit.value.topics or t in hit.value.topics)
                    yield from [(allowed, span)] if allowed else ()
        before = sentence


def _unsure(text: str, sentence: Span, clause: Span, hit: Hit[ClaimWords], said: Sayings) -> bool:
    """Return whether the assertion is planned, ordered, denied, quoted or part of a title."""
    start = next(a for a, b in pieces(text, *clause) if a <= hit.start < b)
    return (
        said.not_claims.any(text, sentence[0], hit.start)
        or said.denies.any(text, start, hit.start)
        or _quoted(text, hit.start)
        or _DOCUMENT.search(text, clause[0], hit.start) is not None
    )


def _narrowed(passage: Passage, sentence: Span, hit: Hit[ClaimWords], said: Sayings) -> bool:
    """Return whether an assertion that is held against all dossiers is only about some of them."""
    text = passage.block.text
    return hit.value.whole and (
        passage.part.split(".")[0] == "II"
        or said.narrows.any(text, *sentence)
        or _DOSSIERS.search(text, *sentence) is not None
    )


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _subject(text: str, clause: Span, hit: Hit[ClaimWords], said: Sayings) -> tuple[tuple[str, ...], Span]:
    """Return the topics of an assertion and the words that hold both."""
    own = next((a, b) for a, b in pieces(text, *clause) if a <= hit.start < b)
    before = (_subject_start(text, clause, own, said), own[1])
    after = (own[0], _first(said.effects.find(text, hit.end, clause[1]), clause[1]))
    spans = {"here": (own,), "before": (before,), "after": (after,), "around": (own, before)}[hit.value.about]
    found = ((said.topics.about(text, *_topic_span(span, hit)), span) for span in spans)
    return next(((topics, span) for topics, span in found if topics), ((), spans[0]))


def _topic_span(span: Span, hit: Hit[ClaimWords]) -> Span:
    return (hit.start, span[1]) if hit.value.about == "after" else span


def _subject_start(text: str, clause: Span, own: Span, said: Sayings) -> int:
    """Return where the subject begins: with the list of nouns before, up to a piece that has a verb of its own."""
    start = own[0]
    # "đã góp phần ..., rút ngắn thời gian": a piece that begins with the assertion shares the subject of the one before.
    shares = said.claims.begins(text, *own) is not None
    for a, b in reversed([p for p in pieces(text, *clause) if p[1] <= own[0]]):
        verb = said.predicates.any(text, a, b)
        if said.adverbial.begins(text, a, b) or said.claims.any(text, a, b) or (verb and not shares):
            break
        start, shares = a, shares and not verb
    return start


def _from_before(text: str, clause: Span, before: Span | None, said: Sayings) -> tuple[str, ...]:
    """Return the topics of the sentence before where this clause takes its subject from it."""
    looks = before is not None and said.looks_back.begins(text, *clause) is not None
    return said.topics.about(text, *before) if looks and before else ()


def _first(hits: list[Hit[str]], default: int) -> int:
    return min((hit.start for hit in hits), default=default)


def _around(text: str, clause: Span, hits: list[Hit[str]]) -> Span:
    """Return the words from the piece of a clause in which the work is named to the end of the clause."""
    first = next(h.start for h in hits if clause[0] <= h.start < clause[1])
    return next(a for a, b in pieces(text, *clause) if a <= first < b), clause[1]
