"""Slips of writing of a document, as mentions with their places."""

from collections.abc import Iterator, Sequence

from cchc.model.wording import Mention
from cchc.packs.reading_schema import Documents
from cchc.packs.slip_schema import SlipWords
from cchc.reading.cited.citations import citation_spans
from cchc.reading.passage import CLOSING, Outlined, place
from cchc.reading.worded.abbreviations import AbbreviationFinder
from cchc.reading.worded.marks import MarkFinder
from cchc.reading.worded.numbers import NumberFinder
from cchc.reading.worded.slip import Slip, Written
from cchc.reading.worded.words import WordFinder
from cchc.vietnamese.phrases import words_in

_BEFORE_MARK = 30
_READ = frozenset({"paragraph", "cell", "footnote", "textbox"})


class SlipFinder:
    """The wordings of slips, ready for any number of texts."""

    def __init__(self, words: SlipWords) -> None:
        self._words = WordFinder(words)
        self._marks = MarkFinder(words)
        self._abbreviations = AbbreviationFinder(words)
        self._numbers = NumberFinder(words)

    def find(self, texts: Sequence[Written]) -> list[Slip]:
        """Return the slips of texts that belong to one document, in reading order."""
        each = (slip for n, written in enumerate(texts) for slip in self._in_one(n, written))
        found = [*each, *self._abbreviations.find(texts), *self._numbers.find(texts)]
        return sorted(found, key=lambda slip: (slip.n, slip.start, slip.end, slip.kind))

    def _in_one(self, n: int, written: Written) -> Iterator[Slip]:
        yield from self._words.find(n, written)
        yield from self._marks.find(n, written)


def read_slips(outlined: Outlined, documents: Documents, finder: SlipFinder) -> Iterator[Mention]:
    """Yield the slips of a document in reading order; names of documents, addresses and the like hold none."""
    passages = [passage for passage in outlined.passages if passage.block.kind in _READ and passage.part != CLOSING]
    texts = [Written(p.block.text, citation_spans(p.block.text, documents)) for p in passages]
    for slip in finder.find(texts):
        passage = passages[slip.n]
        at = place(passage, _quoted_from(passage.block.text, slip), slip.end)
        yield Mention(entry=slip.kind, printed=passage.block.text[slip.start : slip.end], at=at, should=slip.should)


def _quoted_from(text: str, slip: Slip) -> int:
    """Return where the quote of a slip begins: a mark alone cannot be found again, so it takes the words before it along."""
    if slip.kind not in ("punctuation", "ellipsis", "blank"):
        return slip.start
    back = max(slip.start - _BEFORE_MARK, 0)
    return max(text.rfind("\n", 0, slip.start), text.find(" ", back, slip.start) if back else 0, 0)


def words_read(outlined: Outlined) -> int:
    """Return the number of words (syllables) of the text that slips are looked for in."""
    return sum(
        sum(word.text[0].isalpha() for word in words_in(passage.body))
        for passage in outlined.passages
        if passage.block.kind in _READ and passage.part != CLOSING
    )
