"""Facts that differ from report to report of a kind, by columns: `cchc.checking` says what each of them is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cchc.packs.figure_schema import FigureDef

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

    Choice = Callable[[str, Values], tuple[Mask, Mask]]

_FULL = 1.0
_YTD = "ytd."
_MAY_STAY_ZERO = ("procedures.reviewed", "feedback.received", "dossiers.returned", "dossiers.non_local")
_CONFERENCES = "civil_service.conference_people"


@dataclass(frozen=True)
class RowFacts:
    """Facts on what the figures of each report of a block are, taken together; `values` by figure, `ytd.` before some."""

    size: int
    values: "Mapping[str, Values]"
    figures: Mapping[str, FigureDef]

    def all(self) -> "dict[str, Values]":
        """Return every fact, NaN where a report does not carry what it is about."""
        any_figure = self.stated_any
        every = np.ones(self.size, bool)
        rates = {
            "rates.stated": self._counted(lambda _name, _value: (every, every)),
            "rates.without_counts": self._counted(lambda name, _value: self._without_counts(name)),
            "rates.full": self._counted(lambda _name, value: (value == _FULL, value == _FULL)),
            "rates.full_without_counts": self._counted(self._full_without_counts),
        }
        found = {name: np.where(any_figure, count, np.nan) for name, count in rates.items()}
        found["figures.conflicts"] = np.where(any_figure, 0.0, np.nan)
        found["training.conferences"] = self._conferences()
        found["past.zero_runs"] = self._zero_runs()
        return found

    @cached_property
    def stated_any(self) -> "Mask":
        """Where a report states any figure."""
        return self.mentions(*self.figures)

    def mentions(self, *names: str) -> "Mask":
        """Return where any of these figures is stated, for the period or the year so far."""
        found = np.zeros(self.size, bool)
        for name in names:
            if name in self._stated:
                found |= self._stated[name]
        return found

    @cached_property
    def _stated(self) -> "Mapping[str, Mask]":
        found: dict[str, Mask] = {}
        for own, value in self.values.items():
            name, stated = own.removeprefix(_YTD), ~np.isnan(value)
            found[name] = found[name] | stated if name in found else stated
        return found

    def _counted(self, chosen: "Choice") -> "Values":
        """Return how many percents of each report are surely chosen; with none, and some that may be, it is not known."""
        count, maybe = np.zeros(self.size), np.zeros(self.size, bool)
        for name, value in self._percents():
            sure, possible = chosen(name, value)
            stated = ~np.isnan(value)
            count += sure & stated
            maybe |= possible & stated
        return np.where((count == 0) & maybe, np.nan, count)

    def _percents(self) -> "Iterator[tuple[str, Values]]":
        for name, definition in self.figures.items():
            if definition.kind == "percent":
                yield from ((name, self.values[own]) for own in (name, _YTD + name) if own in self.values)

    def _without_counts(self, name: str) -> "tuple[Mask, Mask]":
        """Return where no two counts for a rate stand beside it: surely, and as far as the table has their columns."""
        definition = self.figures[name]
        pairs = [pair for pair in (definition.ratio, *definition.other_ratios) if pair]
        if not pairs:
            return np.zeros(self.size, bool), np.zeros(self.size, bool)
        there = np.logical_or.reduce([self._both(pair, np.zeros(self.size, bool)) for pair in pairs])
        might = np.logical_or.reduce([self._both(pair, np.ones(self.size, bool)) for pair in pairs])
        return ~might, ~there

    def _both(self, pair: tuple[str, str], unseen: "Mask") -> "Mask":
        one, other = (self._stated.get(name, unseen) for name in pair)
        return one & other

    def _full_without_counts(self, name: str, value: "Values") -> "tuple[Mask, Mask]":
        sure, possible = (
            np.ones((2, self.size), bool) if self.figures[name].ratio is None else self._without_counts(name)
        )
        return (value == _FULL) & sure, (value == _FULL) & possible

    def _conferences(self) -> "Values":
        """No conference is under training where each is said not to have taken place; where one did, its place is not known."""
        spans = [self.values[own] for own in (_CONFERENCES, _YTD + _CONFERENCES) if own in self.values]
        held = np.logical_or.reduce([value > 0 for value in spans]) if spans else np.zeros(self.size, bool)
        return np.where(self.mentions(_CONFERENCES) & ~held, 0.0, np.nan)

    def _zero_runs(self) -> "Values":
        """Without earlier reports nothing is known of a figure that is 0; one that is not has no run of zeros."""
        own = [self.values[name] for name in _MAY_STAY_ZERO if name in self.values]
        if not own:
            return np.full(self.size, np.nan)
        stated = np.logical_or.reduce([~np.isnan(value) for value in own])
        nought = np.logical_or.reduce([value == 0 for value in own])
        return np.where(stated & ~nought, 0.0, np.nan)
