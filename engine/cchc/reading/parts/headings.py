"""Recognise a heading of the outline by its words, and cut it from text that runs on in the same block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cchc.packs.reading_schema import Headings
from cchc.vietnamese.phrases import Hit, PhraseBook, Word, words_in
from cchc.vietnamese.spelling import spell

EndKind = Literal["closing", "recipients", "annexes"]
_MOST_WORDS = 40
_MOST_AFTER = 22
_REACH = 60
_SENTENCE_END = re.compile(r"(?<=[^\W\d_])[.]\s+(?=\d)|[.]\s+(?P<next>\S)")
_NOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SHORT_PARTS = ("IV", "V")


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a title say: a part of the outline, how surely, and the words of the title after it."""

    part: str
    weak: bool
    alone: bool
    continues: bool
    first: int
    rest: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A title within a text: where it ends, where the text after it begins, and whether any follows in the block."""

    end: int
    body: int
    runs_on: bool


class HeadingBook:
    """The wordings of all headings, ready to be found in titles."""

    def __init__(self, words: Headings) -> None:
        entries = [(e, False) for e in words.headings] + [(e, True) for e in words.continues]
        self._book: PhraseBook[tuple[str, bool, bool, bool]] = PhraseBook(
            (say, (e.part, e.weak, e.alone, continues)) for e, continues in entries for say in e.say
        )
        self._ends = {
            name: PhraseBook((say, name) for say in getattr(words, name))
            for name in ("closing", "recipients", "annexes")
        }
        self._lead_in = frozenset(map(spell, words.lead_in))
        self._subject = PhraseBook((say, True) for say in words.subject)
        self._tasks = PhraseBook((say, True) for say in words.tasks)
        self._sentence = PhraseBook((say, True) for say in words.sentence)

    def wordings(self, title: str) -> tuple[Wording, ...]:
        """Return what a title says, in the order of its words; the first is reached through words of leading in only."""
        words = _bare(title)
        found: list[Wording] = []
        n = 0
        while n < len(words):
            hits = self._book.at(words, n)
            found += [self._wording(hit, words) for hit in hits]
            if not hits and words[n].text not in self._lead_in and not (found and words[n].text in ("và", "hoặc")):
                break
            # A weak wording may hide an exact one that begins inside it: "kết quả thực hiện [cải cách thể chế]".
            n = hits[0].after if hits and not hits[0].value[1] else n + 1
        return tuple(found)

    def names_subject(self, text: str) -> bool:
        """Return whether a text names what the reports of the outline are about."""
        return bool(self._subject.find(_bare(text)))

    def is_task(self, title: str) -> bool:
        """Return whether a title begins as a task, a request or a dated sentence does."""
        return bool(self._tasks.at(_bare(title), 0))

    def is_sentence(self, title: str, wording: Wording) -> bool:
        """Return whether the words after the wording of a heading make a sentence of it."""
        words = _bare(title)
        most = 6 if wording.part in _SHORT_PARTS else _MOST_AFTER
        return wording.rest > most or any(
            self._sentence.at(words, n) for n in range(len(words) - wording.rest, len(words))
        )

    def begins(self, text: str, end: EndKind) -> bool:
        """Return whether a text begins with the words of a closing, of the recipients, of an annex."""
        return bool(self.length(text, end))

    def length(self, text: str, end: EndKind) -> int:
        """Return where those words end in the text, 0 where it does not begin with them."""
        hits = self._ends[end].at(_bare(text[:_REACH]), 0)
        return hits[0].end if hits else 0

    @staticmethod
    def _wording(hit: Hit[tuple[str, bool, bool, bool]], words: Sequence[Word]) -> Wording:
        part, weak, alone, continues = hit.value
        return Wording(part, weak, alone, continues, hit.first, len(words) - hit.after)


@lru_cache(maxsize=4)
def heading_book(words: Headings) -> HeadingBook:
    """Return the book of these words; building it costs as much as reading a report."""
    return HeadingBook(words)


def cut(text: str, start: int) -> Cut:
    """Return the title that begins at `start`: up to a colon, the end of its sentence or line, or the end of the text."""
    end = min(_sentence_end(text, start), _line_end(text, start))
    colon = _colon(text, start, end)
    end = end if colon is None else colon
    body = end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ":.*_-–" + _NOTE_MARKS):
        end -= 1
    while body < len(text) and (text[body].isspace() or text[body] in ":.*_"):
        body += 1
    # Nothing but dots and stars after the title is no text of the part.
    runs_on = any(c.isalnum() for c in text[body:])
    return Cut(end, body if runs_on else len(text), runs_on)


def short(text: str) -> bool:
    """Return whether a text is short enough for a title."""
    return len(_bare(text)) <= _MOST_WORDS


def loud(text: str) -> bool:
    """Return whether a text is in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _sentence_end(text: str, start: int) -> int:
    ends = (m.start() for m in _SENTENCE_END.finditer(text, start) if not m["next"] or m["next"].isupper())
    return next(ends, len(text))


def _line_end(text: str, start: int) -> int:
    """Return where the title's lines end: one in capitals goes on in capitals, another one in small letters."""
    capitals = loud(text[start:].partition("\n")[0])
    at = text.find("\n", start)
    while at >= 0:
        following = text[at + 1 :].partition("\n")[0].strip()
        if following and not (loud(following) if capitals else following[0].islower()):
            return at
        at = text.find("\n", at + 1)
    return len(text)


def _colon(text: str, start: int, end: int) -> int | None:
    """Return the first colon outside of brackets."""
    depth = 0
    for n in range(start, end):
        depth += (text[n] == "(") - (text[n] == ")")
        if text[n] == ":" and depth <= 0:
            return n
    return None


def _bare(title: str) -> list[Word]:
    return [word for word in words_in(title) if word.text[0].isalnum()]
