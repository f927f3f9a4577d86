"""Reports of one kind: same level, province and period. What applies to them is found once, whatever their number."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cchc.bulk.headings import level_of, period_of
from cchc.checking.evaluate import applicable
from cchc.checking.facts_form import part_flags
from cchc.checking.facts_statements import statement_flags
from cchc.checking.table import FACTS
from cchc.judging import read_summary
from cchc.model.errors import CchcError
from cchc.model.extraction import Hints
from cchc.model.outcome import SEVERITIES, Severity
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import Reading, resolve, targets_on
from cchc.vietnamese.fold import fold

if TYPE_CHECKING:
    from cchc.model.columns import Mask

DIRECTIVES = "directives.in_window"
ROW_FACTS = frozenset({
    "figures.conflicts", "rates.stated", "rates.without_counts", "rates.full", "rates.full_without_counts",
    "training.conferences", "past.zero_runs", DIRECTIVES,
})  # fmt: skip
"""Facts that differ from report to report of one kind, where a report is nothing but its figures and its name."""
_SOMEBODY = "-"


class Key(NamedTuple):
    """What the cells of a row say about the kind of its report; empty where they say nothing."""

    level: str
    province: str
    period: str
    period_from: str
    period_to: str


def default_key(hints: Hints) -> Key:
    """Return what a user says of all rows that do not say it themselves."""
    period = hints.period
    days = (period.data_from, period.data_to) if period else (None, None)
    start, end = (day.isoformat() if day else "" for day in days)
    return Key(hints.level or "", hints.province or "", period.label("vi") if period else "", start, end)


@dataclass(frozen=True)
class Kind:
    """A kind of report, as what applies to a report that has no figures yet."""

    reading: Reading

    @cached_property
    def applies(self) -> "Mask":
        """Which checks are meant for it."""
        return np.array([applicable(rule, self.reading) for rule in self.reading.pack.rules])

    @cached_property
    def severities(self) -> tuple[Severity, ...]:
        """The severity of each check."""
        own = self.reading.profile.severities
        return tuple(own.get(rule.rule.code, rule.rule.severity) for rule in self.reading.pack.rules)

    @cached_property
    def severe(self) -> "Mapping[Severity, Mask]":
        """Which checks have each severity."""
        return {name: np.array([one == name for one in self.severities]) for name in SEVERITIES}

    @cached_property
    def constants(self) -> Mapping[str, float]:
        """Targets and facts that are the same for every report of the kind."""
        found = {f"target.{name}": value for name, value in targets_on(self.reading).items()}
        facts = {name: rule(self.reading) for name, rule in FACTS.items() if name not in ROW_FACTS}
        for name, fact in {**facts, **part_flags(self.reading), **statement_flags(self.reading)}.items():
            if not math.isnan(fact.value):
                found[name] = fact.value
        return MappingProxyType(found)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The figures that a report of this period must state."""
        return read_summary(self.reading.pack, self.reading.report.period.kind, ()).missing

    @cached_property
    def _concerns(self) -> tuple[str, ...]:
        found = {fold(word) for directive in self.reading.pack.directives for word in directive.concerns}
        return tuple(sorted(found))

    @cached_property
    def any_directive(self) -> bool:
        """Whether any directive came within the period, for whatever unit."""
        return self._directives(" ".join(self._concerns) or _SOMEBODY) > 0

    @cached_property
    def _by_words(self) -> dict[frozenset[str], float]:
        return {}

    def directives(self, names: Iterable[str]) -> list[float]:
        """Return for each unit how many directives for it came within the period: what counts are some words in its name."""
        found = []
        for name in names:
            plain = fold(name)
            words = frozenset(word for word in self._concerns if word in plain)
            if words not in self._by_words:
                self._by_words[words] = self._directives(name)
            found.append(self._by_words[words])
        return found

    def _directives(self, name: str) -> float:
        report = self.reading.report.model_copy(update={"unit": name or _SOMEBODY})
        return FACTS[DIRECTIVES](replace(self.reading, report=report)).value


@dataclass
class Kinds:
    """The kinds of reports met so far; `profile`, `as_of` and the texts of `default` as the user gave them."""

    pack: Pack
    default: Key
    profile: str | None = None
    as_of: date | None = None
    _found: dict[Key, int | str] = field(default_factory=dict)
    _kinds: list[Kind] = field(default_factory=list)

    def number(self, key: Key) -> int | str:
        """Return the number of the kind that a row is of, or what is wrong with what it says of itself."""
        if key not in self._found:
            self._found[key] = self._make(Key(*(own or other for own, other in zip(key, self.default, strict=True))))
        return self._found[key]

    def __getitem__(self, number: int) -> Kind:
        return self._kinds[number]

    def __len__(self) -> int:
        return len(self._kinds)

    def _make(self, key: Key) -> int | str:
        for name, said, option in (("tỉnh", key.province, "--province"), ("kỳ báo cáo", key.period, "--period")):
            if not said:
                return f"thiếu {name}; hãy thêm cột '{name}' hoặc dùng {option}"
        try:
            level, period = level_of(key.level), period_of(key.period, key.period_from, key.period_to)
            report = Report(unit=_SOMEBODY, level=level, province=key.province, period=period)
            self._kinds.append(Kind(resolve(self.pack, report, self.profile, self.as_of)))
        except (ValueError, CchcError) as error:
            return str(error)
        return len(self._kinds) - 1
