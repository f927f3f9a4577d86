"""A block of a Word file that still knows the elements it was read from."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields

from cchc.model.blocks import Block
from cchc.vietnamese.spelling import compose
from cchc.wordml.line import Piece


@dataclass(frozen=True, slots=True)
class WordBlock(Block):
    """A block with its elements.

    The texts of `pieces` make up the raw text; `text` is that text composed, without blanks at both ends. `fonts` are
    those of words with letters beyond ASCII that a font of before Unicode would print as other letters.
    """

    pieces: tuple[Piece, ...] = ()
    fonts: frozenset[str] = frozenset()

    @property
    def raw(self) -> str:
        """The text as it stands in the file."""
        return "".join(piece.text for piece in self.pieces)

    def raw_offset(self, offset: int) -> int:
        """Return the offset in the raw text of `text[offset]`; of the end of `text`, that of the end of its last letter."""
        return raw_offset(self.raw, offset)

    def plain(self) -> Block:
        """Return the block without its elements."""
        return Block(**{one.name: getattr(self, one.name) for one in fields(Block)})


def printed(raw: str) -> str:
    """Return the text of a block from its raw text."""
    return compose(raw).strip()


def composed_offset(raw: str, at: int) -> int:
    """Return the offset in `printed(raw)` of what stands at `at` in `raw`."""
    lead = _lead(raw)
    return min(max(len(compose(raw[:at])) - lead, 0), len(printed(raw)))


def raw_offset(raw: str, offset: int) -> int:
    """Return the offset in `raw` of what stands at `offset` in `printed(raw)`."""
    wanted = offset + _lead(raw)
    if unicodedata.is_normalized("NFC", raw):
        return min(wanted, len(raw))
    composed = 0
    for start, end in _letters(raw):
        size = len(compose(raw[start:end]))
        if composed + size > wanted:
            return start + min(wanted - composed, end - start - 1)
        composed += size
    return len(raw)


def _lead(raw: str) -> int:
    text = compose(raw)
    return len(text) - len(text.lstrip())


def _letters(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the spans that compose by themselves: a letter with its marks. Jamo of Korean join without being marks."""
    start = 0
    for at, sign in enumerate(raw):
        is_joined = unicodedata.category(sign).startswith("M") or "\u1160" <= sign <= "\u11ff"
        if at > start and not is_joined:
            yield start, at
            start = at
    if raw:
        yield start, len(raw)
