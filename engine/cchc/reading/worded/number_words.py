"""Numbers given in digits and in words side by side: `02 (hai)`, `hai (02)`."""

import re
from collections.abc import Iterator

from cchc.model.wording import IN_WORDS, Mention
from cchc.reading.passage import CLOSING, Outlined, place
from cchc.vietnamese.number_words import number_in_words

_WORD = r"[^\W\d_]{2,6}"
_NUMBER = r"(?<![\w.,/%-])\d{1,3}(?:\.\d{3}){0,3}(?![\w.,/%-]*\d)"
_DIGITS_FIRST = re.compile(rf"(?P<digits>{_NUMBER})\s?\(\s?(?P<words>{_WORD}(?:\s{_WORD}){{0,15}})\s?\)")
_WORDS_FIRST = re.compile(rf"(?P<words>{_WORD}(?:\s{_WORD}){{0,15}})\s?\(\s?(?P<digits>{_NUMBER})\s?\)")
# "năm (2025)" is a year and "không (15)" a no: alone before a bracket they spell no number.
_ALONE_NOTHING = frozenset({"không", "năm", "tư"})


def read_number_words(outlined: Outlined) -> Iterator[Mention]:
    """Yield every number that stands in digits and in words at once, right or wrong, in reading order."""
    for passage in outlined.passages:
        text = passage.block.text
        for start, end in [] if passage.part == CLOSING else pairs_in(text):
            yield Mention(entry=IN_WORDS, printed=text[start:end], at=place(passage, start, end))


def pairs_in(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that hold a number in digits and the same or another number in words."""
    first = [m.span() for m in _DIGITS_FIRST.finditer(text) if _spells(m["words"])]
    taken = [start for start, _ in first]
    second = (span for m in _WORDS_FIRST.finditer(text) if (span := _with_own_words(m)))
    return sorted([*first, *(s for s in second if not any(s[0] <= start < s[1] for start in taken))])


def _spells(words: str) -> bool:
    """Return whether the words in a bracket spell a number; "(không)" answers no as often as it says nil."""
    return words.lower() != "không" and number_in_words(words) is not None


def _with_own_words(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the words right before the bracket that spell a number, the longest run of them."""
    words = list(re.finditer(r"\S+", match["words"]))
    runs = (words[n:] for n in range(len(words)))
    run = next((r for r in runs if number_in_words(" ".join(w[0] for w in r)) is not None), None)
    if run is None or (len(run) == 1 and (run[0][0].lower() in _ALONE_NOTHING or _ordinal(words, run))):
        return None
    return match.start("words") + run[0].start(), match.end()


def _ordinal(words: list[re.Match[str]], run: list[re.Match[str]]) -> bool:
    """Return whether the word names a day or a place in a row ("thứ hai (14)", "tháng ba (15)")."""
    before = words[-len(run) - 1][0].lower() if len(words) > len(run) else ""
    return before in {"thứ", "tháng", "quý", "loại", "lần", "bậc"}
