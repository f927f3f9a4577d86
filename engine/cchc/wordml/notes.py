"""Footnotes and endnotes, numbered in the order in which the text refers to them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.wordml.package import Package
from cchc.wordml.xml import children, value

if TYPE_CHECKING:
    from lxml.etree import _Element


class Notes:
    """The notes of a document. Both kinds count in one row, so that a number names one note only."""

    def __init__(self, package: Package) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._order: list[tuple[str, str]] = []
        for kind in ("footnote", "endnote"):
            tree = package.related(package.main, f"{kind}s")
            for element in children(None if tree is None else tree.getroot(), kind):
                self._elements[kind, value(element, "id")] = element

    def number(self, kind: str, key: str) -> int | None:
        """Return the number of a note, given now if it is referred to for the first time; None if there is no such note."""
        if (kind, key) not in self._elements:
            return None
        if (kind, key) not in self._numbers:
            self._order.append((kind, key))
            self._numbers[kind, key] = len(self._order)
        return self._numbers[kind, key]

    def referred(self) -> Iterator[tuple[int, "_Element"]]:
        """Yield the notes that got a number, also those that get one while others are being read."""
        done = 0
        while done < len(self._order):
            key = self._order[done]
            done += 1
            yield done, self._elements[key]
