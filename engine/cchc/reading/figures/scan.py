"""A block of text as words, numbers, labels and the context each of them stands in."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cchc.model.figure import Span
from cchc.model.period import Period
from cchc.reading.figures.bodies import Bodies
from cchc.reading.figures.context import Change, Context
from cchc.reading.figures.lexicon import NUMBER, Label, Lexicon
from cchc.reading.figures.placed import fits_in, in_place, narrowest
from cchc.reading.figures.sentences import ends_clause_of_number, merged, sentences
from cchc.reading.figures.times import Time, times_in
from cchc.reading.figures.walk import Walk
from cchc.vietnamese.phrases import Hit, PhraseBook, Word, words_in
from cchc.vietnamese.printed import Printed, printed_numbers

_LONGEST = 300
_NAMED = 5
_CLAUSE_ENDS = frozenset({",", ";", ")"})
_BEFORE_A_SHARE = frozenset({",", ";", ":", "(", "đó", "gồm", "và", "-", "là"})


@dataclass(frozen=True, slots=True)
class LabelAt:
    """Words that may name figures: those whose governors hold where they stand."""

    first: int
    after: int
    labels: tuple[Label, ...]
    context: Context


@dataclass(frozen=True)
class Scan:
    """The words of a block, its numbers by word, its labels, and the context at every word."""

    text: str
    words: tuple[Word, ...]
    numbers: dict[int, Printed]
    labels: tuple[LabelAt, ...]
    contexts: tuple[Context, ...]
    sentences: tuple[tuple[int, int], ...]

    def governing(self, number: int, after: int) -> Context:
        """Return what governs a number whose words end before `after`: `300 hồ sơ đang giải quyết của cấp tỉnh`."""
        here = self.contexts[number]
        behind = self.contexts[after + 1 : after + _NAMED]
        if here.scope is None and behind and self.words[after].text == "của" and len({c.scope for c in behind}) == 1:
            return replace(here, scope=behind[0].scope)
        return here

    @property
    def end(self) -> Context:
        """The context at the end of the block, which items under it take over."""
        return self.contexts[-1] if self.contexts else Context()


@dataclass(frozen=True)
class Scanner:
    """Scans blocks of one document."""

    lexicon: Lexicon
    period: Period | None
    own_names: tuple[str, ...] = ()
    whole_is_own: bool = False
    province: bool = False

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self.lexicon, self.own_names, whole_is_own=self.whole_is_own)

    def scan(self, text: str, part: str, start: int, before: Context) -> Scan:
        """Return the scan of `text[start:]` in a part, entered with a context."""
        words, numbers = self._words(text, start)
        cut = tuple(sentences(words))
        changes = self._changes(text, words, cut)
        if before.assumed and any(change.names_subject for at in changes.values() for change in at):
            before = replace(before, subject=None, family=None, assumed=False)
        contexts = tuple(Walk(self.lexicon, words, [first for first, _ in cut], changes, before).contexts())
        return Scan(text, words, numbers, tuple(self._labels(words, contexts, part)), contexts, cut)

    def _words(self, text: str, start: int) -> tuple[tuple[Word, ...], dict[int, Printed]]:
        printed = [number for number in printed_numbers(text) if number.start >= start]
        words = [word for word in words_in(text) if word.start >= start]
        whole = self.lexicon.shortened(merged(words, printed))
        by_start = {number.start: number for number in printed}
        return whole, {i: by_start[w.start] for i, w in enumerate(whole) if w.text == NUMBER and w.start in by_start}

    def _labels(self, words: Sequence[Word], contexts: Sequence[Context], part: str) -> Iterator[LabelAt]:
        starts = {first for first, _ in sentences(words)} | {0}
        beside = {hit.value for hit in self.lexicon.unless.find(words)}
        wholes = {hit.after for hit in self.lexicon.out_of.find(words)}

        def fits(hit: Hit[Label]) -> bool:
            # A label's own first word may name a kin of what the clause is about: "Số hóa: 5/6 hồ sơ đầu vào".
            before = contexts[hit.first - 1] if hit.first not in starts else contexts[hit.first]
            first = before if before.family == contexts[hit.first].family else contexts[hit.first]
            around = (first, contexts[hit.after - 1])
            if hit.value.phrase.hides or beside & set(hit.value.phrase.unless):
                return False
            return not wholes & {hit.first, hit.first - 1} and fits_in(hit.value, around)

        found: dict[tuple[int, int], list[Label]] = defaultdict(list)
        # A wording of another part of the report keeps no shorter one from being read.
        for hit in self.lexicon.labels.find_fitting(words, fits, lambda label: in_place(label, part)):
            found[hit.first, hit.after].append(hit.value)
        for (first, after), fitting in found.items():
            # Two wordings of one figure that fit the same words are one label; the one that knows more comes last.
            best = {
                lb.figure.id: lb
                for lb in sorted(narrowest(fitting), key=lambda lb: (lb.phrase.shares, bool(lb.phrase.of)))
            }
            yield LabelAt(first, after, tuple(best.values()), contexts[after - 1])

    def _changes(self, text: str, words: Sequence[Word], cut: Sequence[tuple[int, int]]) -> dict[int, list[Change]]:
        changes: dict[int, list[Change]] = {}

        def note(at: int, change: Change) -> None:
            changes.setdefault(at, []).append(change)

        for hit in self.lexicon.governors.find(words):
            note(hit.first, Change(governor=hit.value))
        heads = {first for first, _ in cut} | {first + 1 for first, _ in cut}
        for scope in self.lexicon.scopes.find(words):
            amid = scope.first not in heads and words[scope.first - 1].text not in _BEFORE_A_SHARE
            elsewhere = scope.value.opening and amid
            if scope.value.ignore or elsewhere or (scope.value.of_province and not self.province):
                continue
            name = None if scope.value.own or (scope.value.whole and self.whole_is_own) else scope.value.as_
            behind = ends_clause_of_number(words, scope.first, scope.after)
            note(scope.first, Change(scope=name, scoped=True, share=scope.value.opening, behind=behind))
        for at, name, opens in self._bodies.opening(text, words, {first for first, _ in cut}):
            first = max((first for first, _ in cut if first <= at), default=0)
            passing = not opens and any(word.text == NUMBER for word in words[first:at])
            note(at, Change(scope=name, scoped=True, passing=passing))
        idioms = self.lexicon.not_times.find(words)
        for time in (*times_in(text, self.period), *self._so_far(words)):
            if any(hit.start <= time.start < hit.end for hit in idioms):
                continue
            opening = bisect_left(words, time.start, key=lambda word: word.start)
            if opening < len(words):
                note(opening, Change(time=time))
        return changes

    def _so_far(self, words: Sequence[Word]) -> Iterator[Time]:
        # A period that begins with the year is the year so far.
        span: Span = "period" if self.period and self.period.since_new_year else "year_to_date"
        for hit in self.lexicon.year_to_date.find(words):
            yield Time(hit.start, hit.end, span)
        for hit in self.lexicon.own_period.find(words):
            yield Time(hit.start, hit.end, "period")


def stretches(scan: Scan) -> Iterator[tuple[int, int]]:
    """Yield the sentences as first word and word after the last; what is too long to be one is cut, behind a mark if it has any.

    A table pasted as text may have thousands of words and no full stop, and the work grows with the square of a stretch.
    """
    for start, after in scan.sentences:
        first = start
        while after - first > _LONGEST:
            last = range(first + _LONGEST - 1, first, -1)
            cuts = (n + 1 for mark in (";", ",") for n in last if scan.words[n].text == mark)
            cut = next(cuts, first + _LONGEST)
            yield first, cut
            first = cut
        yield first, after


def hits_within(book: PhraseBook[str], words: Sequence[Word], first: int, after: int) -> list[Hit[str]]:
    """Return the phrases of a book that stand wholly within `words[first:after]`."""
    return [hit for i in range(first, after) for hit in book.at(words, i) if hit.after <= after]
