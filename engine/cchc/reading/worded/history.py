"""Tell what a sentence says of today from what it says of earlier: quoted documents, past years, former names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from cchc.model.period import Period
from cchc.packs.wording_schema import HistoryWords
from cchc.reading.cited.citing import CitationBook, Cited
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.named_periods import named_periods
from cchc.vietnamese.phrases import PhraseBook, words_in
from cchc.vietnamese.spelling import spell

_CUT = re.compile(r";\s*|\n\s*|[.!?]\s+(?=[A-ZĐÀ-Ỹ])")
_BRACKETS = re.compile(r"\([^()]*\)")
_LISTED = re.compile(r"(?:,|;|(?<!\w)và)\s*(?:các\s+)?$")
# "Kế hoạch ... (ban hành kèm theo Quyết định số ...)": the number comes after the title.
_BOUND = re.compile(r"(?:(?<!\w)(?:kèm theo|tại|theo)|\()\s*$")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_FOLLOWING = 10
_FOLLOWING_LETTERS = 80
_REACH = 800
"""Letters of a clause looked over on each side: one without end would be read again for each of its words."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a use is told: `past` where it is said to be of earlier, or quoted from a document whose day is not known."""

    past: bool
    quoted: date | None = None


PAST = Told(True)


class History:
    """The words that tell, ready for any number of texts."""

    def __init__(self, words: HistoryWords, book: CitationBook) -> None:
        self.book, self.verbs = book, frozenset(words.verbs)
        self.before: PhraseBook[bool] = PhraseBook((say, True) for say in words.before)
        self.after: PhraseBook[bool] = PhraseBook((say, True) for say in words.after)
        self.resumes: PhraseBook[bool] = PhraseBook((say, True) for say in words.resumes)


class ToldText:
    """One text, whose clauses are asked what they tell."""

    def __init__(self, text: str, history: History) -> None:
        self.text, self._history = text, history

    @cached_property
    def citations(self) -> Sequence[Cited]:
        """The documents that the text cites with a number."""
        return self._history.book.numbered(self.text)

    @cached_property
    def numbers(self) -> bytearray:
        """A mark for each letter of the text that belongs to a document with its symbol."""
        marks = bytearray(len(self.text))
        for cited in self.citations:
            if cited.symbol:
                marks[cited.start : cited.end] = b"\1" * (cited.end - cited.start)
        return marks

    def _cited(self, start: int, end: int) -> Sequence[Cited]:
        """Return the documents whose citation lies within `text[start:end]`."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [cited for cited in self.citations[low:high] if cited.end <= end]

    @cached_property
    def _starts(self) -> list[int]:
        return [cited.start for cited in self.citations]

    @cached_property
    def _cuts(self) -> list[tuple[int, int]]:
        return [(m.start(), m.end()) for m in _CUT.finditer(self.text)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the clause around `text[start:end]`, between semicolons and full stops."""
        far, last = max(start - _REACH, 0), min(end + _REACH, len(self.text))
        before = bisect_right(self._cuts, start, key=lambda cut: cut[1]) - 1
        after = bisect_left(self._cuts, end, key=lambda cut: cut[0])
        first = max(self._cuts[before][1], far) if before >= 0 else far
        return first, min(self._cuts[after][0], last) if after < len(self._cuts) else last

    def told(self, start: int, end: int, *, name: bool = False) -> Told:
        """Return how the words `text[start:end]` are told; a `name` inside that of a document is the document's."""
        first, last = self.clause(start, end)
        before = _BRACKETS.sub(lambda m: " " * len(m[0]), self.text[first:start])
        if self._history.before.find(words_in(before)) or self._followed(end, last):
            return PAST
        ruling = self._ruling(first, start, before) or self._titled(first, start, end, last)
        if ruling:
            return _of(ruling)
        if name and self._in_name_of_document(before):
            return PAST
        return Told(False, self._time(first, start) or self._time(end, last))

    def told_citation(self, cited: Cited) -> Told:
        """Return how a document is cited: in the title of another one it is told as that one's."""
        first, last = self.clause(cited.start, cited.end)
        before = _BRACKETS.sub(lambda m: " " * len(m[0]), self.text[first : cited.start])
        if self._history.before.find(words_in(before)) or self._followed(cited.end, last):
            return PAST
        ruling = self._ruling(first, cited.start, before)
        if ruling is None:
            return Told(False, self._time(first, cited.start) or self._time(cited.end, last))
        # In a list the documents stand beside each other; each is told as the first of them.
        return self.told_citation(ruling) if _LISTED.search(before) else _of(ruling)

    def _followed(self, end: int, last: int) -> bool:
        """Return whether words right after say that it is over: `(nay là ...)`, `cũ`."""
        words = words_in(self.text[end : min(last, end + _FOLLOWING_LETTERS)])[:_FOLLOWING]
        return any(self._history.after.at(words, n) for n in range(len(words)))

    def _ruling(self, first: int, start: int, before: str) -> Cited | None:
        """Return the last document cited before in the clause, unless the report speaks again after it."""
        own = [c for c in self._cited(first, start) if before[c.start - first].strip()]
        if not own:
            return None
        return None if self._history.resumes.find(words_in(before[own[-1].end - first :])) else own[-1]

    def _titled(self, first: int, start: int, end: int, last: int) -> Cited | None:
        """Return the document whose number follows the title in which the words stand."""
        following = next(iter(self._cited(end, last)), None)
        if following is None or not _BOUND.search(self.text[end : following.start]):
            return None
        return following if self._kinds(self.text[first:start]) else None

    def _in_name_of_document(self, before: str) -> bool:
        """Return whether the words belong to a document cited without number: `Kế hoạch ... năm 2025 của UBND tỉnh ...`."""
        kinds = self._kinds(before)
        between = before[kinds[-1] :] if kinds else ","
        return ("," not in between or " của " in between) and not self._history.resumes.find(words_in(between))

    def _kinds(self, text: str) -> list[int]:
        """Return where kinds of documents end that begin with a capital: those are names, others are talk of documents."""
        kinds = self._history.book.type_form.finditer(spell(text))
        own = [m for m in kinds if text[m.start()].isupper()]
        return [m.end() for m in own if self._history.book.type_at(m) not in self._history.verbs]

    def _time(self, start: int, end: int) -> date | None:
        """Return the last day of the latest time that a stretch names; the days of documents are not those of what is told."""
        rest = self.text[start:end]
        for cited in self._cited(start, end):
            rest = rest[: cited.start - start] + "\n" * (cited.end - cited.start) + rest[cited.end - start :]
        days = [one.day for one in dates_in(rest) if one.day]
        days += [_last_day(p.period(p.year)) for p in named_periods(rest) if p.year]
        return max(days, default=None)


def _last_day(period: Period) -> date:
    """Return the last day of a period by the calendar; its figures may close earlier."""
    return date(period.year + period.last_month // 12, period.last_month % 12 + 1, 1) - timedelta(days=1)


def _of(cited: Cited) -> Told:
    """Return the day of a document, the last of its year where only that is known; without both nothing can be said."""
    year = _YEAR.search(cited.number or "")
    day = cited.issued or (date(int(year[1]), 12, 31) if year else None)
    return Told(False, day) if day else PAST
