"""What the register gives for a figure by each way of taking it."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc.model.figure import Stated, settled
from cchc.model.recounting import CountRange, Reading
from cchc.model.register import Recounted
from cchc.model.report import Report
from cchc.packs.register_against import Reading as ReadingSpec
from cchc.register.definitions import counts_only_new

_PERCENT = 100.0


@dataclass(frozen=True)
class Taken:
    """A figure taken one way: the range that blank cells leave, and up to where rejected rows could raise it.

    `counted` is None where the register cannot give it: `missing` is then the column it has not, if that is why.
    """

    reading: Reading
    counted: CountRange | None
    lowest: float = 0.0
    highest: float = 0.0
    missing: str | None = None


@dataclass(frozen=True)
class Lost:
    """How many dossiers the register may lack: `new` of those received in the window, `old` of all to be dealt with.

    Rows that could not be used may be dossiers of any kind; infinitely many may lack where the register begins too late.
    `cut_short`: it may have been exported before the cut-off, so that what was pending then may have ended.
    """

    new: float
    old: float
    cut_short: bool = False


@dataclass(frozen=True)
class Taker:
    """Takes figures from what was counted."""

    counted: Mapping[str, Recounted]
    report: Report
    lost: Lost

    def take(self, spec: ReadingSpec) -> Taken:
        """Return what the register gives by one reading."""
        return self._count(spec) if isinstance(spec, str) else self._share(*spec)

    def count(self, figure: str) -> CountRange | None:
        """Return the range of a count, None where there is none."""
        one = self.counted.get(figure)
        if one is None or one.low is None or one.high is None:
            return None
        return CountRange(low=one.low, high=one.high)

    def _count(self, figure: str) -> Taken:
        found = self.count(figure)
        if found is None:
            return Taken(Reading(part=figure), None, missing=self._missing(figure))
        return Taken(Reading(part=figure), found, self._least(figure, found), found.high + self._lost(figure))

    def _share(self, part: str, whole: str) -> Taken:
        above, below = self.count(part), self.count(whole)
        told = self._told(whole) if below is None and whole not in self.counted else None
        reading = Reading(part=part, whole=whole, whole_from_report=told is not None)
        below = below or told
        if above is None or below is None or not below.low:
            return Taken(reading, None, missing=self._missing(part) or self._missing(whole))
        more = 0 if told else self._lost(whole)
        # Each end on its own: a part is largest where the blank cells count in it and not in its whole.
        return Taken(
            reading,
            CountRange(low=_PERCENT * above.low / below.high, high=_PERCENT * above.high / below.low),
            _PERCENT * self._least(part, above) / (below.high + more),
            _PERCENT * (above.high + self._lost(part)) / below.low,
        )

    def _lost(self, figure: str) -> float:
        return self.lost.new if counts_only_new(figure) else self.lost.old

    def _least(self, figure: str, counted: CountRange) -> float:
        return 0.0 if self.lost.cut_short and not counts_only_new(figure) else counted.low

    def _told(self, figure: str) -> CountRange | None:
        own: list[Stated] = [one for one in self.report.figures.get(figure, ()) if is_own(one)]
        one = settled(own)
        return CountRange(low=one.value, high=one.value) if one else None

    def _missing(self, figure: str) -> str | None:
        one = self.counted.get(figure)
        return one.missing_column if one else None


def is_own(stated: Stated) -> bool:
    """Return whether a value is of the reporting unit itself and of the period itself."""
    return stated.scope == "own" and stated.span == "period"
