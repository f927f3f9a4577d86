"""Words of a text and the phrases found among them; phrases are data, written in a small notation."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import Generic, TypeVar

from cchc.vietnamese.spelling import spell

T = TypeVar("T")
_TOKEN = re.compile(r"#|[^\W\d_²³¹⁰⁴-⁹]+|\d+|[,;.:()%/\n-]")
_CHOICE = re.compile(r"\[([^\[\]()]*)\]|\(([^\[\]()]*)\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of punctuation in one spelling, with where it stands in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: what it stands for, its first word and the word after its last, and its offsets."""

    value: T
    first: int
    after: int
    start: int
    end: int


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of composed text; letters and digits that are glued together are two words."""
    return tuple(Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(spell(text)))


def expand(phrase: str, words: Callable[[str], Sequence[Word]] = words_in) -> Iterator[tuple[str, ...]]:
    """Yield every wording of a phrase as words: `[a|b]` may be left out, `(a|b)` is one of the two. They do not nest.

    >>> sorted(" ".join(wording) for wording in expand("đã giải quyết [được|xong]"))
    ['đã giải quyết', 'đã giải quyết xong', 'đã giải quyết được']
    """
    # Thousands of wordings share their pieces: each piece is cut into words once, not once a wording.
    cut = [_cut(piece, words) for piece in _pieces(phrase)]
    return (tuple(chain.from_iterable(choice)) for choice in product(*cut))


def _pieces(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a phrase in order, each as the forms it may have; "" where it may be left out."""
    end = 0
    for match in _CHOICE.finditer(phrase):
        yield (phrase[end : match.start()],)
        yield ("", *match[1].split("|")) if match[1] is not None else tuple(match[2].split("|"))
        end = match.end()
    yield (phrase[end:],)


def _cut(piece: tuple[str, ...], words: Callable[[str], Sequence[Word]]) -> list[tuple[str, ...]]:
    return [tuple(word.text for word in words(text)) if text else () for text in piece]


def _beginnings(phrase: str, words: Callable[[str], Sequence[Word]]) -> set[str]:
    """Return the words that a wording of the phrase may begin with."""
    found: set[str] = set()
    for piece in _pieces(phrase):
        forms = _cut(piece, words)
        found.update(form[0] for form in forms if form)
        if all(forms):
            break
    return found


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: list[T] = []


class PhraseBook(Generic[T]):
    """Phrases in a tree of words; found longest first, each beginning once, several values to one phrase."""

    def __init__(self, entries: Iterable[tuple[str, T]], words: Callable[[str], Sequence[Word]] = words_in) -> None:
        self._root: _Node[T] = _Node()
        self._words = words
        # Put into the tree when a text first has the word: of most phrases no text ever has it.
        self._waiting: dict[str, list[tuple[str, T]]] = {}
        for phrase, value in entries:
            for beginning in _beginnings(phrase, words):
                self._waiting.setdefault(beginning, []).append((phrase, value))

    def _grow(self, beginning: str) -> None:
        for phrase, value in self._waiting.pop(beginning):
            for wording in expand(phrase, self._words):
                if wording and wording[0] == beginning:
                    self._add(wording, value)

    def _add(self, wording: tuple[str, ...], value: T) -> None:
        node = self._root
        for word in wording:
            following = node.next.get(word)
            if following is None:
                following = node.next[word] = _Node()
            node = following
        if not any(value is known for known in node.values):
            node.values.append(value)

    def at(self, words: Sequence[Word], first: int, counts: Callable[[T], bool] | None = None) -> list[Hit[T]]:
        """Return what the longest phrase that begins at a word stands for, one hit a value, of the values that count."""
        if first < len(words) and words[first].text in self._waiting:
            self._grow(words[first].text)
        node = self._root
        after, found = 0, node.values
        for n in range(first, len(words)):
            following = node.next.get(words[n].text)
            if following is None:
                break
            node = following
            values = [v for v in node.values if counts(v)] if counts else node.values
            if values:
                after, found = n + 1, values
        return [Hit(v, first, after, words[first].start, words[after - 1].end) for v in found] if after else []

    def find_fitting(
        self, words: Sequence[Word], fits: Callable[[Hit[T]], bool], counts: Callable[[T], bool] | None = None
    ) -> list[Hit[T]]:
        """Return the phrases as `find` does, but of those that do not fit only what reaches beyond them is looked at.

        What does not count is looked at as if it were no phrase.
        """
        hits: list[Hit[T]] = []
        n = least = 0
        while n < len(words):
            here = [hit for hit in self.at(words, n, counts) if hit.after > least]
            fitting = [hit for hit in here if fits(hit)]
            hits += fitting
            least = max([least, *(hit.after for hit in here)])
            n = fitting[0].after if fitting else n + 1
        return hits

    def find(self, words: Sequence[Word]) -> list[Hit[T]]:
        """Return the phrases in reading order; a phrase inside a longer one is not found."""
        hits: list[Hit[T]] = []
        n = 0
        while n < len(words):
            here = self.at(words, n)
            hits += here
            n = here[0].after if here else n + 1
        return hits
