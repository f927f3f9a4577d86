"""Ways of writing numbers that change within one report."""

import re
from collections.abc import Iterator, Sequence

from cchc.packs.slip_schema import SlipWords
from cchc.reading.worded.slip import Slip, Written, rarer
from cchc.vietnamese.phrases import Word, words_in
from cchc.vietnamese.spelling import spell

_SMALL = re.compile(r"0?[1-9]")
_PERCENT = re.compile(r"(?<![\w.,/])\d{1,3}([.,])(\d{1,2})\s?%")
_GLUE = frozenset("-/.,(%)")


class NumberFinder:
    """Knows beside which words a small number is no count."""

    def __init__(self, words: SlipWords) -> None:
        self._after = frozenset(spell(phrase).split()[-1] for phrase in words.not_counts_after)
        self._before = frozenset(map(spell, words.not_counts_before))

    def find(self, texts: Sequence[Written]) -> Iterator[Slip]:
        """Yield counts below ten padded otherwise than most, and percents with other decimals than most or with a point."""
        counts = [slip for n, written in enumerate(texts) for slip in self._counts(n, written)]
        yield from rarer(counts, [texts[slip.n].text[slip.start] == "0" for slip in counts])
        percents = [(n, m) for n, written in enumerate(texts) for m in _PERCENT.finditer(written.text)]
        commas = [(n, m) for n, m in percents if m[1] == ","]
        yield from (Slip("decimals", n, *m.span()) for n, m in percents if m[1] == ".")
        yield from rarer([Slip("decimals", n, *m.span()) for n, m in commas], [len(m[2]) for _, m in commas])

    def _counts(self, n: int, written: Written) -> Iterator[Slip]:
        words = words_in(written.text)
        for i, word in enumerate(words[:-1]):
            if i and _SMALL.fullmatch(word.text) and self._counted(words, i, written):
                yield Slip("padding", n, word.start, _noun_end(words, i))

    def _counted(self, words: Sequence[Word], i: int, written: Written) -> bool:
        before, word, after = words[i - 1], words[i], words[i + 1]
        return (
            before.text not in _GLUE
            and not before.text.isdigit()
            and before.text not in self._after
            and after.text[0].isalpha()
            and after.text not in self._before
            and before.end < word.start
            and word.end < after.start
            and not written.named(word.start, word.end)
        )


def _noun_end(words: Sequence[Word], i: int) -> int:
    """Return the end of what is counted, two words at most: `6 hồ sơ`."""
    two = i + 2 < len(words) and words[i + 2].text[0].isalpha()
    return words[i + 2 if two else i + 1].end
