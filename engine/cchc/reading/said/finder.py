"""Phrases found in a stretch of text, commas left aside; `a ... b` is both in this order, near each other."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from cchc.vietnamese.phrases import Hit, PhraseBook, Word

T = TypeVar("T")
Words = Callable[[str], Sequence[Word]]
_GAP = " ... "
_FAR = 12
_BETWEEN = frozenset(".;:\n")


def without_commas(words: Words) -> Words:
    """Return `words` without commas, which stand or not as the writer likes; the last texts are remembered."""

    @lru_cache(maxsize=4096)
    def plain(text: str) -> tuple[Word, ...]:
        return tuple(word for word in words(text) if word.text != ",")

    return plain


class Finder(Generic[T]):
    """Phrases and what they stand for."""

    def __init__(self, entries: Iterable[tuple[str, T]], words: Words) -> None:
        """Take phrases in the notation of `PhraseBook`, and the way to cut text into words, without commas."""
        every = list(entries)
        gapped = [(phrase.split(_GAP, 1), value) for phrase, value in every if _GAP in phrase]
        self._words = words
        self._plain = PhraseBook(((p, v) for p, v in every if _GAP not in p), words)
        self._heads = PhraseBook(((head, n) for n, ((head, _), _) in enumerate(gapped)), words)
        self._tails = PhraseBook(((tail, n) for n, ((_, tail), _) in enumerate(gapped)), words)
        self._values = [value for _, value in gapped]

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit[T]]:
        """Return the phrases in `text[start:end]` in reading order, with offsets into `text`."""
        words = self._words(text[start:end])
        found = self._plain.find(words) + self._gapped(words)
        moved = (Hit(h.value, h.first, h.after, h.start + start, h.end + start) for h in found)
        return sorted(moved, key=lambda h: (h.start, h.end))

    def any(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Return whether a phrase stands in `text[start:end]`."""
        return bool(self.find(text, start, end))

    def begins(self, text: str, start: int = 0, end: int | None = None) -> int | None:
        """Return the offset after the longest phrase with which the words of `text[start:end]` begin, or None."""
        words = self._words(text[start:end])
        first = next((n for n, word in enumerate(words) if word.text[0].isalnum()), None)
        hits = [] if first is None else self._plain.at(words, first)
        return hits[0].end + start if hits else None

    def covers(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Return whether the words of `text[start:end]` are one phrase and nothing more."""
        after = self.begins(text, start, end)
        return after is not None and not any(c.isalnum() for c in text[after:end])

    def _gapped(self, words: Sequence[Word]) -> list[Hit[T]]:
        tails = {n: hits for n in range(len(words)) if (hits := self._tails.at(words, n))} if self._values else {}
        return [self._joined(head, tail) for head in self._all_heads(words, tails)
                for n in range(head.after, head.after + _FAR + 1) for tail in tails.get(n, ())
                if tail.value == head.value and _near(words, head, tail)]  # fmt: skip

    def _all_heads(self, words: Sequence[Word], tails: Collection[int]) -> list[Hit[int]]:
        return [hit for n in range(len(words)) for hit in self._heads.at(words, n)] if tails else []

    def _joined(self, head: Hit[int], tail: Hit[int]) -> Hit[T]:
        return Hit(self._values[head.value], head.first, tail.after, head.start, tail.end)


def _near(words: Sequence[Word], head: Hit[int], tail: Hit[int]) -> bool:
    return not any(word.text in _BETWEEN for word in words[head.after : tail.first])
