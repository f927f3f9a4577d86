"""What a sentence and what the body of a part are about: topics recognised by their phrases."""

from collections.abc import Iterable, Mapping

from cchc.packs.schema import Topic
from cchc.reading.passage import Outlined, Passage
from cchc.reading.said.finder import Finder, Words

_NONE = ""
Hints = Mapping[str, Mapping[str, Iterable[str]]]
_SIDE = frozenset({"header", "footer"})


class TopicBook:
    """The phrases of all topics. A text in which none stands has no topic, and nothing is concluded from it."""

    def __init__(self, topics: Iterable[Topic], no_topic: Iterable[str], hints: Hints, words: Words) -> None:
        """Take the topics, wordings that only look like one, and for each part the words that do for its body."""
        said = [(phrase, topic.id) for topic in topics for phrase in topic.phrases]
        self._said = Finder([*said, *((phrase, _NONE) for phrase in no_topic)], words)
        self._hints = {part: _finder(topics, words) for part, topics in hints.items()}

    def about(self, text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """Return the topics that `text[start:end]` is about, in the order it names them; empty when unknown."""
        hits = self._said.find(text, start, end)
        masks = [hit for hit in hits if hit.value == _NONE]
        free = [hit for hit in hits if not any(m.start <= hit.start and hit.end <= m.end for m in masks)]
        return tuple(dict.fromkeys(hit.value for hit in free))

    def touched(self, part: str, text: str) -> tuple[str, ...]:
        """Return the topics that the body of a part may be about, hints included: more rather than fewer."""
        hints = self._hints[part].find(text) if part in self._hints else []
        return tuple(dict.fromkeys((*self.about(text), *(hit.value for hit in hints))))


def _finder(said: Mapping[str, Iterable[str]], words: Words) -> Finder[str]:
    return Finder([(word, topic) for topic, group in said.items() for word in group], words)


def part_topics(outlined: Outlined, book: TopicBook) -> dict[str, tuple[str, ...] | None]:
    """Return for each part the topics its own body talks about, without its sub-parts; None where none was recognised.

    A body is judged by this for standing under the wrong heading, so hints count as well as phrases.
    """
    found: dict[str, dict[str, None]] = {part.id: {} for part in outlined.parts}
    for passage in outlined.passages:
        if passage.part in found and _own_words(passage):
            found[passage.part].update(dict.fromkeys(book.touched(passage.part, passage.body)))
    return {part: tuple(topics) or None for part, topics in found.items()}


def _own_words(passage: Passage) -> bool:
    return passage.block.kind not in _SIDE and bool(passage.body.strip())
