"""Misspelt words, names with one spelling, and words that say nothing."""

from collections.abc import Iterator, Sequence

from cchc.packs.slip_schema import Misspelling, SlipWords
from cchc.reading.worded.slip import Slip, Written
from cchc.vietnamese.phrases import Hit, PhraseBook, Word, words_in
from cchc.vietnamese.spelling import spell

_SENTENCE_ENDS = frozenset(".;:\n")


class WordFinder:
    """The phrase books of slips in words."""

    def __init__(self, words: SlipWords) -> None:
        right: list[tuple[str, Misspelling | None]] = [(phrase, None) for phrase in words.not_spelling]
        self._spelling = PhraseBook([*((m.wrong, m) for m in words.spelling), *right])
        self._names = {spell(name): name for name in words.names}
        self._vague = PhraseBook([*((p, True) for p in words.vague), *((p, False) for p in words.not_vague)])

    def find(self, n: int, written: Written) -> Iterator[Slip]:
        """Yield the slips of one text."""
        words = words_in(written.text)
        for hit in self._spelling.find(words):
            if hit.value and self._counts(hit.value, hit, words, written):
                yield Slip("spelling", n, hit.start, hit.end, hit.value.right)
        if not written.loud:
            yield from self._misnamed(n, words, written)
        yield from (Slip("vague", n, hit.start, hit.end) for hit in self._vague.find(words) if hit.value)

    def _counts(self, slip: Misspelling, hit: Hit[Misspelling | None], words: Sequence[Word], written: Written) -> bool:
        printed = written.text[hit.start : hit.end]
        begins = hit.first == 0 or words[hit.first - 1].text in _SENTENCE_ENDS
        return (
            not written.named(hit.start, hit.end)
            and (not slip.exact or printed == slip.wrong)
            and (not slip.starts or (begins and printed[:1].isupper()))
        )

    def _misnamed(self, n: int, words: Sequence[Word], written: Written) -> Iterator[Slip]:
        for word in words:
            right = self._names.get(word.text)
            if right and written.text[word.start : word.end] != right and not written.named(word.start, word.end):
                yield Slip("name", n, word.start, word.end, right)
