"""A value derived from a report, with the places it was derived from."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from cchc.model.place import Place
from cchc.packs.resolve import Reading


@dataclass(frozen=True)
class Fact:
    """A derived value: NaN when the report does not carry what it is derived from."""

    value: float
    places: tuple[Place, ...] = ()


FactRule = Callable[[Reading], Fact]

UNKNOWN = Fact(math.nan)


def counted(places: Iterable[Place | None]) -> Fact:
    """Return the number of items, with those places that are known."""
    items = list(places)
    return Fact(float(len(items)), tuple(p for p in items if p is not None))


def flag(value: bool | None, *places: Place | None) -> Fact:
    """Return 1, 0 or unknown."""
    return UNKNOWN if value is None else Fact(float(value), tuple(p for p in places if p))


def day(value: date | None) -> Fact:
    """Return a date as its ordinal."""
    return UNKNOWN if value is None else Fact(float(value.toordinal()))
