"""Where the findings of a report stand on its page: each is told once, its words are marked wherever it has any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cchc.model.blocks import Block
from cchc.model.outcome import SEVERITIES, CheckResult
from cchc.model.place import Place
from cchc.output.text_anchor import ORDER, Precision, nearest_part, only_holder, words_in


@dataclass(frozen=True)
class ReportText:
    """The text of a report as blocks in reading order, the block place of the heading of each part, and notes on the file."""

    blocks: tuple[Block, ...]
    headings: Mapping[str, str]
    notes: tuple[str, ...] = ()

    @cached_property
    def index(self) -> dict[str, int]:
        """The position of each block by its place."""
        return {block.place: n for n, block in enumerate(self.blocks)}


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters `start` to `end` of the block at `block`; where only the block is known, none at its end."""

    block: int
    start: int
    end: int
    precision: Precision


@dataclass(frozen=True)
class Found:
    """A finding with its number on the page, and the spots of its places; the home is where it is told."""

    number: int
    outcome: CheckResult
    spots: Mapping[Place, Spot]
    home: Spot | None

    @property
    def marks(self) -> tuple[Spot, ...]:
        """The spots without repetition, in the order of the places."""
        return tuple(dict.fromkeys(self.spots.values()))


def spot(text: ReportText, place: Place) -> Spot | None:
    """Return where a place stands in the text: its words, else its block, else the heading of its part."""
    at = text.index.get(place.detail or "")
    if at is not None:
        return _quoted(text, at, place.quote) or _whole(text, at, "block")
    return (_heading(text, place.part) if place.detail is None else None) or _somewhere(text, place.quote)


def _quoted(text: ReportText, at: int, quote: str | None) -> Spot | None:
    words = words_in(text.blocks[at].text, quote)
    return Spot(at, *words, "words") if words else None


def _whole(text: ReportText, at: int, precision: Precision) -> Spot:
    end = len(text.blocks[at].text)
    return Spot(at, end, end, precision)


def _heading(text: ReportText, part: str) -> Spot | None:
    found = nearest_part(part, text.headings)
    at = text.index.get(text.headings[found]) if found else None
    return _whole(text, at, "heading" if found == part else "above") if at is not None else None


def _somewhere(text: ReportText, quote: str | None) -> Spot | None:
    holder = only_holder({block.place: block.text for block in text.blocks}, quote) if quote else None
    return _quoted(text, text.index[holder], quote) if holder is not None else None


def findings(outcomes: Sequence[CheckResult], text: ReportText) -> list[Found]:
    """Return the failed checks numbered in the order in which they are told: general ones first, then down the text."""
    placed = []
    for outcome in (o for o in outcomes if o.outcome == "fail"):
        spots = {place: one for place in outcome.places if (one := spot(text, place))}
        home = min(spots.values(), key=lambda one: ORDER.index(one.precision), default=None)
        placed.append((outcome, spots, home))
    placed.sort(key=lambda item: _rank(item[0], item[2]))
    return [Found(n, *item) for n, item in enumerate(placed, 1)]


def _rank(outcome: CheckResult, home: Spot | None) -> tuple[int, int, str]:
    return home.block if home else -1, -SEVERITIES.index(outcome.severity), outcome.code
