"""The words of a text cut into sentences, and where in its sentence a word stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cchc.reading.figures.lexicon import NUMBER
from cchc.vietnamese.phrases import PhraseBook, Word
from cchc.vietnamese.printed import Printed

_HEAD = 24
CLAUSE_ENDS = frozenset({",", ";", ")"})
_CLAUSE_STARTS = CLAUSE_ENDS | {"(", ".", ":", "\n"}
_BEFORE_A_DATE = frozenset({"ngày", "đến", "từ", "tháng", "năm", "/", "."})
_GOES_ON = (("trong", "đó"), ("cụ", "thể"), ("gồm",), ("bao", "gồm"))


def merged(words: Sequence[Word], printed: Sequence[Printed]) -> list[Word]:
    """Return the words with each printed number as one word."""
    result: list[Word] = []
    todo = iter(printed)
    number = next(todo, None)
    for word in words:
        while number and word.start >= number.end:
            number = next(todo, None)
        if number and number.start <= word.start < number.end:
            if word.start == number.start:
                result.append(Word(NUMBER, number.start, number.end))
            continue
        result.append(word if word.text != NUMBER else Word("\ufffd", word.start, word.end))
    return result


def sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first word of each sentence and the word after its last."""
    first = 0
    for i, word in enumerate(words):
        # The full stops of a date end no sentence: "từ ngày 02.1.2018".
        dated = (
            word.text == "." and i + 1 < len(words) and words[i + 1].start == word.end and words[i + 1].text.isdigit()
        )
        if word.text in (".", "\n") and not dated:
            if i > first:
                yield first, i
            first = i + 1
    if first < len(words):
        yield first, len(words)


def spells_out(words: Sequence[Word], first: int) -> bool:
    """Return whether a sentence only spells out the one before: `Trong đó ...`."""
    return any(tuple(word.text for word in words[first : first + len(lead)]) == lead for lead in _GOES_ON)


def opens_sentence(words: Sequence[Word], heads: Sequence[int], i: int) -> bool:
    """Return whether a word stands at the head of its sentence: what it says of whose and when goes on to hold."""
    before = bisect_right(heads, i)
    first = heads[before - 1] if before else 0
    return i - first <= _HEAD and not any(words[n].text in (NUMBER, ";") for n in range(first, i))


def heads_what_follows(words: Sequence[Word], heads: Sequence[int], i: int, sets_apart: PhraseBook[str]) -> bool:
    """Return whether the words at `i` head what follows: `Tại cấp xã ...`, `Cấp xã (9 xã): ...`, or a line of their own."""
    at = bisect_right(heads, i)
    first, after = heads[at - 1] if at else 0, heads[at] if at < len(heads) else len(words)
    if sets_apart.at(words, first):
        return True
    depth = 0
    for n in range(i, after):
        depth += {"(": 1, ")": -1}.get(words[n].text, 0)
        dated = words[n].text == NUMBER and words[n - 1].text in _BEFORE_A_DATE
        if depth == 0 and not dated and words[n].text in (":", ";", NUMBER):
            return words[n].text == ":"
    return words[after - 1].text == "\n" or after == len(words)


def ends_clause_of_number(words: Sequence[Word], first: int, after: int) -> bool:
    """Return whether a scope ends a clause whose number stands before it: `Tuyển dụng 05 công chức cấp xã; bổ nhiệm 13`."""
    if after < len(words) and words[after].text not in CLAUSE_ENDS | {".", "\n"}:
        return False
    start = next((n for n in range(first - 1, -1, -1) if words[n].text in _CLAUSE_STARTS), -1)
    return any(words[n].text == NUMBER for n in range(start + 1, first))
