"""All phrases by which figures and their surroundings are recognised, ready to be searched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc.packs.figure_schema import FigureDef, PhraseDef
from cchc.packs.reading import Governor, ReadingWords, ScopeWords
from cchc.vietnamese.phrases import PhraseBook, Word, words_in

NUMBER = "#"
"""The word that stands for a printed number."""


@dataclass(frozen=True)
class Label:
    """A wording of a figure."""

    figure: FigureDef
    phrase: PhraseDef
    family: str | None = None


class Lexicon:
    """The phrase books of a content root."""

    def __init__(self, figures: Iterable[FigureDef], words: ReadingWords, names: Iterable[str] = ()) -> None:
        """`names` are full names of bodies whose later words are written small: `Sở Tư pháp`."""
        self.figures = {figure.id: figure for figure in figures}
        self._short = PhraseBook(
            (say, tuple(w.text for w in words_in(s.as_))) for s in words.short_forms for say in s.say
        )
        self.wholes = frozenset(p.of for f in self.figures.values() for p in f.phrases if p.of)
        """Figures that stand below the line of `n/m`: the number above it is never theirs."""
        self.shared_out, self.parts_begin = frozenset(words.shared_out), frozenset(words.parts_begin)
        every = [
            Label(f, phrase, words.families.get(f.id.partition(".")[0]))
            for f in self.figures.values()
            for phrase in f.phrases
        ]
        self.labels = PhraseBook(((say, label) for label in every for say in label.phrase.say), self.words)
        self.governors: PhraseBook[Governor] = PhraseBook(
            ((say, g) for g in words.governors for say in g.say), self.words
        )
        self.scopes: PhraseBook[ScopeWords] = PhraseBook(((say, s) for s in words.scopes for say in s.say), self.words)
        self.bodies = self._book(words.bodies)
        self.full_names = self._book(names)
        self.acts_on = self._book(words.acts_on)
        self.own_parts = self._book(words.own_parts)
        self.part_subjects = words.part_subjects
        self.connectors = self._book(words.connectors)
        self.after_numbers = self._book(words.after_numbers)
        self.targets = self._book(words.targets)
        self.averages = self._book(words.averages)
        self.by_plan = self._book(words.by_plan)
        self.done = self._book(words.done)
        self.goals = self._book(words.goals)
        self.changes = self._book(words.changes)
        self.other_periods = self._book(words.other_periods)
        self.year_to_date = self._book(words.year_to_date)
        self.not_times = self._book(words.not_times)
        self.own_period = self._book(words.own_period)
        self.goes_on = self._book(words.goes_on)
        self.found = self._book(words.found)
        self.sets_apart = self._book(words.sets_apart)
        self.out_of = self._book(words.out_of)
        self.none = self._book(words.none)
        self.none_gap = self._book(words.none_gap)
        self.units = self._units(words.units)
        self.loose_units = self._units(words.loose_units)

        self.unless = self._book(dict.fromkeys(word for label in every for word in label.phrase.unless))

    def words(self, text: str) -> tuple[Word, ...]:
        """Return the words of composed text with every short form read as its long one, or the other way round."""
        return self.shortened(words_in(text))

    def shortened(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Return words with each short form replaced; the words that replace it all cover its place."""
        result: list[Word] = []
        n = 0
        while n < len(words):
            hits = self._short.at(words, n)
            if hits:
                result += [Word(word, hits[0].start, hits[0].end) for word in hits[0].value]
            else:
                result.append(words[n])
            n = hits[0].after if hits else n + 1
        return tuple(result)

    def _book(self, phrases: Iterable[str]) -> PhraseBook[str]:
        return PhraseBook(((phrase, phrase) for phrase in phrases), self.words)

    def _units(self, units: dict[str, tuple[str, ...]]) -> PhraseBook[str]:
        return PhraseBook(((word, unit) for unit, group in units.items() for word in group), self.words)
