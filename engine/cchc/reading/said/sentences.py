"""Sentences, clauses and pieces of a text, as offsets into it."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’)*\]]*\s+|\n\s*")
# "TP. Hồ Chí Minh", "Q. 3", "ThS. ...": a full stop after these shortens a word and ends nothing.
_SHORTENED = re.compile(r"(?<![^\s(])(?:TP|Tp|TX|Tx|Q|P|H|X|TT|ThS|TS|GS|PGS|BS|Đ/c|đ/c|số|No)\.\s*$")
_SHORT = 12
_BLANK = " \t\n\u00a0*_+-–•·"


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]`; a full stop before a small letter ends none."""
    last = len(text) if end is None else end
    begin = start
    for match in _STOP.finditer(text, start, last):
        after = text[match.end() : match.end() + 2].lstrip('"“‘(*')
        if (
            after
            and not after[0].islower()
            and not _SHORTENED.search(text, max(begin, match.end() - _SHORT), match.end())
        ):
            yield from _some(text, begin, match.end())
            begin = match.end()
    yield from _some(text, begin, last)


def clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a sentence between semicolons."""
    yield from _split(text, start, end, ";")


def pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a clause between commas, colons and brackets."""
    yield from _split(text, start, end, ",:()")


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without blanks, list marks and closing marks at its ends."""
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK + ".,;:":
        end -= 1
    return start, end


def _split(text: str, start: int, end: int, marks: str) -> Iterator[Span]:
    begin = start
    for n in range(start, end):
        # A mark inside a number ("99,5") separates nothing.
        if text[n] in marks and not (text[n - 1 : n].isdigit() and text[n + 1 : n + 2].isdigit()):
            yield from _some(text, begin, n)
            begin = n + 1
    yield from _some(text, begin, end)


def _some(text: str, start: int, end: int) -> Iterator[Span]:
    if any(c.isalnum() for c in text[start:end]):
        yield start, end
