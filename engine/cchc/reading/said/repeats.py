"""Passages that stand word for word, or nearly, in two parts of the results."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.model.report import RepeatedPassage
from cchc.reading.passage import Outlined, Passage, place
from cchc.reading.said.sentences import Span, clauses, sentences
from cchc.vietnamese.phrases import words_in

_SHORTEST = 12
_SHINGLE = 5
_SHARED = 0.4
# A run of words in more clauses than this is a form of words; only the last of them are compared with the next one.
_REMEMBERED = 64
_ALIKE = 0.9
_PRINTED = frozenset({"paragraph", "textbox"})
_DOCUMENT = re.compile(r"\d\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ]{2}|\(\d\)")


@dataclass(frozen=True)
class _Clause:
    """A long clause of the results: where it stands, its words as one text, and its runs of words."""

    passage: Passage
    span: Span
    words: str
    shingles: frozenset[str]

    @property
    def numbers(self) -> list[str]:
        return re.findall(r"\d+", self.words)


def read_repeats(outlined: Outlined) -> tuple[RepeatedPassage, ...]:
    """Return long clauses that stand in two different sub-parts of Parts I and II, alike to 0.9 or more, in reading order.

    Parts III to V take up what Part II says, so a repetition there is no fault; nor are titles of documents and numbered
    names. Clauses with different numbers are two results in one form of words.
    """
    found = [clause for passage in outlined.passages for clause in _long_clauses(passage)]
    return tuple(_grouped(found, list(_pairs(found))))


def _long_clauses(passage: Passage) -> Iterator[_Clause]:
    if passage.part.split(".")[0] not in ("I", "II") or passage.block.kind not in _PRINTED:
        return
    text = passage.block.text
    for span in (c for s in sentences(text, passage.start) for c in clauses(text, *s)):
        words = [w.text for w in words_in(text[slice(*span)]) if w.text[0].isalnum()]
        if len(words) >= _SHORTEST and not _DOCUMENT.search(text, *span):
            runs = (words[n : n + _SHINGLE] for n in range(len(words) - _SHINGLE + 1))
            yield _Clause(passage, span, " ".join(words), frozenset(map(" ".join, runs)))


def _pairs(found: list[_Clause]) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of clauses of different parts that are alike, and how much; only those that share runs are compared."""
    from rapidfuzz.fuzz import ratio

    holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    for n, clause in enumerate(found):
        shared = Counter(other for run in clause.shingles for other in holders[run])
        for other, count in sorted(shared.items()):
            before = found[other]
            few = count < _SHARED * min(len(clause.shingles), len(before.shingles))
            if few or before.passage.part == clause.passage.part or before.numbers != clause.numbers:
                continue
            alike = ratio(before.words, clause.words) / 100
            if alike >= _ALIKE:
                yield other, n, round(alike, 2)
        for run in clause.shingles:
            holders[run].append(n)


def _grouped(found: list[_Clause], pairs: Iterable[tuple[int, int, float]]) -> Iterator[RepeatedPassage]:
    """Yield one passage for all places of a clause, as alike as the least alike of them."""
    groups: dict[int, tuple[dict[int, None], float]] = {}
    leader: dict[int, int] = {}
    for first, second, alike in sorted(pairs):
        lead = leader.setdefault(first, first)
        members, least = groups.get(lead, ({first: None}, 1.0))
        groups[lead] = ({**members, second: None}, min(least, alike))
        leader.setdefault(second, lead)
    for members, least in groups.values():
        places = tuple(place(found[n].passage, *found[n].span) for n in sorted(members))
        yield RepeatedPassage(at=places, similarity=least)
