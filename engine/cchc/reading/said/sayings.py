"""The wordings of statements, ready to be searched."""

from collections.abc import Iterable
from typing import TypeVar

from cchc.packs.schema import Topic
from cchc.packs.statement_schema import ClaimWords, Mode, RateWords, StatementWords
from cchc.reading.said.finder import Finder, Words, without_commas
from cchc.reading.said.topics import TopicBook
from cchc.vietnamese.phrases import words_in

T = TypeVar("T")


class Sayings:
    """Phrase finders over `StatementWords` and the phrases of the topics. Built once, used for every report."""

    def __init__(self, topics: Iterable[Topic], said: StatementWords, words: Words = words_in) -> None:
        """`words` cuts text into words, short and long forms made one, as the reader of figures does it."""
        self._words = without_commas(words)
        self.said = said
        self.topics = TopicBook(topics, said.no_topic, said.part_hints, self._words)
        self.closings = self._of(said.closings)
        self.nothing, self.goes_on = self._of(said.nothing), self._of(said.goes_on)
        self.modes: Finder[Mode] = self._valued((p, mode) for mode, group in said.modes.items() for p in group)
        self.marker_fill = self._of(said.marker_fill)
        self.admits, self.general = self._of(said.admits), self._of(said.general)
        self.plainly: Finder[bool] = self._valued(
            [*((p, True) for p in said.plainly), *((p, False) for p in said.not_plainly)]
        )
        self.contrast = self._of(said.contrast)
        self.reason, self.by_whom = self._of(said.reason), self._of(said.by_whom)
        self.effects = self._of(said.effects)
        self.claims: Finder[ClaimWords] = self._valued((p, words) for words in said.claims for p in words.say)
        self.narrows = self._of(said.narrows)
        self.not_claims, self.denies = self._of(said.not_claims), self._of(said.denies)
        self.adverbial, self.predicates = self._of(said.adverbial), self._of(said.predicates)
        self.looks_back, self.ongoing = self._of(said.looks_back), self._of(said.ongoing)
        self.due, self.goals = self._of(said.due), self._of(said.goals)
        self.owners, self.owner_verbs = self._of(said.owners), self._of(said.owner_verbs)
        self.requests, self.asked_before = self._of(said.requests), self._of(said.asked_before)
        self.concerning = self._of(said.concerning)
        self.own_letters, self.acts = self._of(said.own_letters), self._of(said.acts)
        self.bodies, self.heads = (
            self._of((*said.bodies, *department_names(said))),
            self._of((*said.field_heads, *said.other_heads)),
        )
        self.field_heads = self._of(said.field_heads)
        self.not_counted, self.not_counted_what = self._of(said.not_counted), self._of(said.not_counted_what)
        self.rates: Finder[RateWords] = self._valued((p, rate) for rate in said.rates for p in rate.say)
        self.events, self.event_ends = self._of(said.events), self._of(said.event_ends)
        self.not_events = self._of(said.not_events)

    def _of(self, phrases: Iterable[str]) -> Finder[str]:
        return self._valued((phrase, phrase) for phrase in phrases)

    def _valued(self, entries: Iterable[tuple[str, T]]) -> Finder[T]:
        return Finder(entries, self._words)


def department_names(said: StatementWords) -> Iterable[str]:
    """Return the full names of departments and the like: `Sở Tư pháp`."""
    return (f"{head} {field}" for head in said.field_heads for field in said.fields)
