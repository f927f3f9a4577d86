"""Find every use of the dated wordings in a document: terms, names of bodies, acts; whether it is wrong is judged later."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cchc.model.wording import CAPITALS, Mention
from cchc.packs.pack import Pack
from cchc.packs.reading_content import ReadingContent
from cchc.packs.wording_schema import Act, Term, body_id
from cchc.reading.cited.citing import citation_book
from cchc.reading.passage import Outlined, Passage, place
from cchc.reading.worded.capitals import Capitals
from cchc.reading.worded.history import History, Told, ToldText
from cchc.vietnamese.phrases import Hit, PhraseBook, Word, words_in
from cchc.vietnamese.spelling import spell

_NEAR = 120
"""Words of a sentence looked over on each side."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a phrase stands for; one that is `right` only keeps the phrases within it from being found."""

    id: str
    family: str
    right: bool = False
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    entry: str
    start: int
    end: int
    told: Told
    should: str | None = None


class TermReader:
    """The wordings of a pack, ready for any number of documents."""

    def __init__(self, pack: Pack, content: ReadingContent) -> None:
        self._book: PhraseBook[_Entry] = PhraseBook(_entries(pack))
        self._acts = {_number(act.number): act for act in pack.wordings.acts}
        self._history = History(content.history, citation_book(content.documents))
        self._capitals = Capitals(content.agencies.names)
        self._words = {
            term.id: (PhraseBook((say, True) for say in term.near), PhraseBook((say, True) for say in term.unless))
            for term in pack.wordings.terms
        }

    def read(self, outlined: Outlined) -> tuple[Mention, ...]:
        """Return every use in reading order; what is said to be of earlier is no use."""
        return tuple(mention for passage in outlined.passages for mention in self.of_passage(passage))

    def of_passage(self, passage: Passage) -> Iterator[Mention]:
        """Yield the uses in one block."""
        text = passage.block.text
        for found in sorted(self._found(passage), key=lambda f: (f.start, f.end, f.entry)):
            if not found.told.past:
                yield Mention(
                    entry=found.entry,
                    printed=" ".join(text[found.start : found.end].split()),
                    at=place(passage, found.start, found.end),
                    should=found.should,
                    quoted=found.told.quoted,
                )

    def _found(self, passage: Passage) -> Iterator[_Found]:
        text, words = passage.block.text, words_in(passage.block.text)
        told = ToldText(text, self._history)
        if "/" in text:
            yield from self._cited(told)
        hits = (hit for n in range(len(words)) for hit in self._book.at(words, n))
        for hit in _widest(hit for hit in hits if self._meant(hit, passage, words)):
            # `Nghị định 61/2018` may be the beginning of a number with its symbol, which was found as such.
            if not hit.value.right and not any(told.numbers[hit.start : hit.end]):
                entry = hit.value
                when = told.told(hit.start, hit.end, name=entry.term.titles if entry.term else True)
                yield _Found(entry.id, hit.start, hit.end, when, _at_any_time(entry.term))
        for start, end, name in self._capitals.wrong(text, words):
            yield _Found(CAPITALS, start, end, told.told(start, end), name)

    def _cited(self, told: ToldText) -> Iterator[_Found]:
        for cited in told.citations:
            act = self._acts.get(_number(cited.number or ""))
            if act:
                yield _Found(act.id, cited.start, cited.end, told.told_citation(cited))

    def _meant(self, hit: Hit[_Entry], passage: Passage, words: Sequence[Word]) -> bool:
        """Return whether a term stands where it is meant: in its parts, near its words, without those that deny it."""
        term = hit.value.term
        if term is None:
            return True
        if term.parts and passage.part.split(".")[0] not in term.parts:
            return False
        if term.prose and passage.block.kind == "cell" and hit.after - hit.first == len(words):
            return False
        near, unless = self._words[term.id]
        sentence = _sentence(words, hit)
        return (not term.near or bool(near.find(sentence))) and not unless.find(sentence)


def _entries(pack: Pack) -> Iterator[tuple[str, _Entry]]:
    for term in pack.wordings.terms:
        yield from ((say, _Entry(term.id, term.group, term=term)) for say in term.say)
        yield from ((say, _Entry(term.id, term.group, right=True)) for say in term.right)
    for body in (body for body in pack.bodies if body.group):
        own = body_id(body.old)
        yield from ((say, _Entry(own, "bodies")) for say in (body.old, *body.say))
        yield from ((say, _Entry(own, "bodies", right=True)) for say in body.right)
    yield from ((say, _Entry(act.id, _family(act))) for act in pack.wordings.acts for say in act.say)


def _at_any_time(term: Term | None) -> str | None:
    return term.instead if term and term.from_ is None else None


def _family(act: Act) -> str:
    return f"act {act.id}"


def _number(number: str) -> str:
    return spell("".join(number.split()))


def _sentence(words: Sequence[Word], hit: Hit[_Entry]) -> Sequence[Word]:
    """Return the words of the sentence around a phrase, as far as they are near it."""
    first, after = hit.first, hit.after
    while first > max(hit.first - _NEAR, 0) and not _stops(words, first - 1):
        first -= 1
    while after < min(hit.after + _NEAR, len(words)) and not _stops(words, after):
        after += 1
    return words[first:after]


def _stops(words: Sequence[Word], n: int) -> bool:
    """Return whether a sentence ends; a full stop within a number or an address ends none."""
    last = n + 1 == len(words) or words[n + 1].start > words[n].end
    return words[n].text == "\n" or (words[n].text == "." and last)


def _widest(hits: Iterable[Hit[_Entry]]) -> list[Hit[_Entry]]:
    """Leave out phrases within a longer one of their family; the same words may stand for several entries."""
    kept: list[Hit[_Entry]] = []
    last: dict[str, tuple[int, int]] = {}
    seen: set[tuple[str, int]] = set()
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        before = last.setdefault(hit.value.family, (hit.start, hit.end))
        again = (hit.value.id, hit.start) in seen
        if not again and (before == (hit.start, hit.end) or hit.end > before[1]):
            kept.append(hit)
            seen.add((hit.value.id, hit.start))
            last[hit.value.family] = (hit.start, hit.end)
    return kept
