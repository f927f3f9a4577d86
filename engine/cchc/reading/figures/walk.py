"""What governs each word of a block, word by word: how long a scope, a time and a subject hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cchc.reading.figures.context import Change, Context
from cchc.reading.figures.lexicon import Lexicon
from cchc.reading.figures.sentences import CLAUSE_ENDS, heads_what_follows, opens_sentence, spells_out
from cchc.vietnamese.phrases import Word


class Walk:
    """Walks through the words of a block; `heads` are the first words of its sentences."""

    def __init__(
        self,
        lexicon: Lexicon,
        words: Sequence[Word],
        heads: Sequence[int],
        changes: Mapping[int, Sequence[Change]],
        before: Context,
    ) -> None:
        self._lexicon, self._words, self._heads, self._changes = lexicon, words, heads, changes
        self._before = self._here = before
        self._lasting = self._headed = before
        """What the sentence before said at its head, which one that goes on takes over; and what heads every one."""
        self._stack = [before]
        self._passing = False
        self._aside: tuple[Context, int] | None = None
        """What held before a time that is only compared with, and how deep in brackets that stands."""
        self._behind: Context | None = None

    def contexts(self) -> Iterator[Context]:
        """Yield the context of every word."""
        starts = frozenset(self._heads[1:])
        for i, word in enumerate(self._words):
            if i in starts and not spells_out(self._words, i):
                self._sentence(i)
            self._mark(word.text)
            for change in self._changes.get(i, ()):
                self._change(change, i)
            if word.text == ";" and self._passing and len(self._stack) == 1:
                self._here = replace(self._here, share=True)
            yield self._here

    def _sentence(self, i: int) -> None:
        goes_on = self._lasting.share or self._lexicon.goes_on.at(self._words, i)
        self._lasting = self._lasting if goes_on else self._headed
        here = self._here
        if self._lexicon.found.at(self._words, i):
            self._here = replace(self._lasting, subject=here.subject, kind_of=here.kind_of, family=here.family)
        else:
            self._here = replace(self._lasting, subject=here.kind_of or here.subject, family=here.family)
        self._stack, self._passing, self._aside, self._behind = [self._before], False, None, None

    def _mark(self, mark: str) -> None:
        if mark == "(":
            self._stack.append(self._here)
        elif mark == ")" and len(self._stack) > 1:
            self._here = self._stack.pop()
        if self._aside is not None and mark in CLAUSE_ENDS and len(self._stack) <= self._aside[1]:
            held, self._aside = self._aside[0], None
            self._here = replace(self._here, span=held.span, period=held.period)
        if self._behind is not None and mark == ";":
            held, self._behind = self._behind, None
            self._here = replace(self._here, scope=held.scope, share=held.share)

    def _change(self, change: Change, i: int) -> None:
        if change.scoped:
            self._behind = (self._behind or self._here) if change.behind else None
            self._passing = change.passing
        if change.time is not None:
            compared = self._aside or (self._here, len(self._stack))
            self._aside = compared if change.time.compared else None
        self._here = here = change.applied(self._here)
        opens = len(self._stack) == 1 and change.lasts and self._aside is None
        if opens and opens_sentence(self._words, self._heads, i):
            last = replace(self._lasting, scope=here.scope, share=here.share, span=here.span, period=here.period)
            heads = heads_what_follows(self._words, self._heads, i, self._lexicon.sets_apart)
            self._lasting, self._headed = last, last if heads else self._headed
