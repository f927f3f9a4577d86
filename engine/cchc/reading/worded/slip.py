"""A slip found in one text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.packs.slip_schema import SlipKind


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands at `text[start:end]` of text `n`, and how it is written right where there is one way only."""

    kind: SlipKind
    n: int
    start: int
    end: int
    should: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and the stretches of it that are citations, addresses or other names and no running words."""

    text: str
    names: Sequence[tuple[int, int]] = ()

    def named(self, start: int, end: int) -> bool:
        """Return whether `text[start:end]` lies within such a stretch."""
        return any(a < end and start < b for a, b in self.names)

    @property
    def loud(self) -> bool:
        """Whether the text is written in capitals, as headings are."""
        letters = [c for c in self.text if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def rarer(slips: Sequence[Slip], by: Sequence[object]) -> Iterator[Slip]:
    """Yield those slips written in any way but the most frequent; `by` tells the way of each, ties go to the first seen."""
    ways = list(dict.fromkeys(by))
    usual = max(ways, key=list(by).count, default=None)
    yield from (slip for slip, way in zip(slips, by, strict=True) if way != usual)
