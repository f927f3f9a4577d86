"""Where in a Word document a remark can stand: the words it quotes, else their block, what the block hangs on, a heading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cchc.model.place import Place
from cchc.output.text_anchor import ORDER, Precision, nearest_part, only_holder, words_in
from cchc.output.word_anchor import Line
from cchc.wordml.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.wordml.walk import WordBlock


@dataclass(frozen=True, slots=True)
class Spot:
    """Raw characters `start` to `end` of a line; `near` is the mark or frame that the words' block hangs on."""

    line: Line
    start: int
    end: int
    precision: Precision


class Spots:
    """Finds spots among the blocks of one document; `headings` gives the block place of the heading of each part."""

    def __init__(self, blocks: Sequence["WordBlock"], headings: Mapping[str, str]) -> None:
        self._blocks = {block.place: block for block in blocks}
        self._hosts = {number: (block, at) for block in blocks for at, number in block.marks}
        self._headings = headings
        self._lines: dict[str, Line] = {}

    def best(self, places: Sequence[Place]) -> tuple[Place, Spot] | None:
        """Return the place that can be shown most exactly, the first of equals, with its spot."""
        found = [(place, spot) for place in places if (spot := self._find(place))]
        return min(found, key=lambda pair: ORDER.index(pair[1].precision), default=None)

    def title(self, place: str | None) -> Spot | None:
        """Return the block that remarks on the whole report hang on: the one named, else what looks like the title."""
        body = [block for block in self._blocks.values() if _in_body(block)]
        named = [block for block in body if block.place == place]
        printed = [block for block in body if block.kind == "paragraph"]
        likely = [block for block in printed if block.centered and block.bold]
        return next(
            (spot for block in (*named, *likely, *printed, *body) if (spot := self._whole(block, "block"))), None
        )

    def _find(self, place: Place) -> Spot | None:
        block = self._blocks.get(place.detail or "")
        if block is None:
            heading = self._heading(place.part) if place.detail is None else None
            return heading or self._somewhere(place.quote)
        if _in_body(block):
            return self._quoted(block, place.quote) or self._whole(block, "block")
        return self._near(block)

    def _somewhere(self, quote: str | None) -> Spot | None:
        """Return the words of a quote without a place where they stand once in the whole body."""
        texts = {block.place: block.text for block in self._blocks.values() if quote and _in_body(block)}
        holder = only_holder(texts, quote)
        return self._quoted(self._blocks[holder], quote) if holder is not None else None

    def _quoted(self, block: "WordBlock", quote: str | None) -> Spot | None:
        words = words_in(block.text, quote)
        return self._spot(block, block.raw_offset(words[0]), block.raw_offset(words[1]), "words") if words else None

    def _whole(self, block: "WordBlock", precision: Precision) -> Spot | None:
        return self._spot(block, block.raw_offset(0), block.raw_offset(len(block.text)), precision)

    def _near(self, block: "WordBlock") -> Spot | None:
        """Return what a block outside the body hangs on: Word allows no comment inside a note or a text box."""
        frame = _frame(block)
        if frame is not None:
            return Spot(Line([(frame, " ")]), 0, 1, "near")
        host, at = self._hosts.get(block.note or 0, (None, 0))
        if host is None or not _in_body(host):
            return None
        words = host.text[:at].split()
        start = at - len(words[-1]) if words and host.text[:at].endswith(words[-1]) else 0
        return self._spot(host, host.raw_offset(start), host.raw_offset(at), "near") or self._whole(host, "near")

    def _spot(self, block: "WordBlock", start: int, end: int, precision: Precision) -> Spot | None:
        if block.place not in self._lines:
            self._lines[block.place] = Line((piece.element, piece.text) for piece in block.pieces)
        line = self._lines[block.place]
        return Spot(line, start, end, precision) if line.can_hold(start, end) else None

    def _heading(self, part: str) -> Spot | None:
        """Return the heading of `part`, or of the nearest part above it that has one."""
        found = nearest_part(part, self._headings)
        block = self._blocks.get(self._headings[found]) if found else None
        if block is None or not _in_body(block):
            return None
        return self._whole(block, "heading" if found == part else "above")


def _in_body(block: "WordBlock") -> bool:
    """Tell whether Word allows a comment in the block: neither in another part than the main one, nor in a text box."""
    element = block.pieces[0].element
    return _in_main_part(element) and not any(name(e) == "txbxContent" for e in element.iterancestors())


def _in_main_part(element: "_Element") -> bool:
    return name(element.getroottree().getroot()) == "document"


def _frame(block: "WordBlock") -> "_Element | None":
    """Return the drawing, within its run, that holds the text box in which the block stands."""
    element = block.pieces[0].element
    boxes = [e for e in element.iterancestors() if name(e) == "txbxContent"]
    if not boxes or not _in_main_part(element):
        return None
    path = [boxes[-1], *boxes[-1].iterancestors()]
    return next((inner for inner, outer in pairwise(path) if name(outer) == "r"), None)
