"""Marks of punctuation that cannot be meant, and places where something was to be filled in."""

import re
from collections.abc import Iterator

from cchc.packs.slip_schema import SlipWords
from cchc.reading.worded.slip import Slip, Written
from cchc.vietnamese.phrases import PhraseBook, words_in

_ELLIPSIS = re.compile(r"(?<![.…])(?:\.{3,4}|…)(?![.…])")
_QUOTES = re.compile(r"[\"“][^\"“”]*[\"”]")
_BARE_NUMBER = re.compile(r"(?<=[:\s])(\d+(?:\.\d{3})*)\s+$")
_LEAD = re.compile(r"(?::|\blà)\s*$")


class MarkFinder:
    """Knows the marks, blanks and beginnings of figures that are looked for."""

    def __init__(self, words: SlipWords) -> None:
        self._marks = re.compile("|".join(rf"(?<![.,;:]){re.escape(mark)}(?![.,;:])" for mark in words.punctuation))
        self._blanks = tuple(re.compile(form) for form in words.blanks)
        self._ends = tuple(words.ellipsis_after)
        self._begins = PhraseBook((phrase, True) for phrase in words.figure_begins)

    def find(self, n: int, written: Written) -> Iterator[Slip]:
        """Yield the slips of one text."""
        text = written.text
        yield from (
            Slip("punctuation", n, *m.span()) for m in self._marks.finditer(text) if not written.named(*m.span())
        )
        blanks = [m.span() for form in self._blanks for m in form.finditer(text) if not written.named(*m.span())]
        yield from (Slip("blank", n, start, end) for start, end in blanks)
        quoted = [m.span() for m in _QUOTES.finditer(text)]
        for match in _ELLIPSIS.finditer(text):
            inside = any(a < match.end() and match.start() < b for a, b in (*quoted, *blanks))
            if not inside and not text[: match.start()].rstrip().lower().endswith(self._ends):
                yield Slip("ellipsis", n, *match.span())
        yield from self._run_on(n, text)

    def _run_on(self, n: int, text: str) -> Iterator[Slip]:
        """Yield a number with the name of the next figure right behind it: `: 0 số lượng TTHC`."""
        for hit in self._begins.find(words_in(text)):
            before = _BARE_NUMBER.search(text, max(hit.start - 20, 0), hit.start)
            if before and _LEAD.search(text, 0, before.start(1)):
                yield Slip("run_on", n, before.start(1), hit.end)
