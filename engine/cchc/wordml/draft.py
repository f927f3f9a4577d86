"""A block before it has a name: the lines it prints, put together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc.model.blocks import BlockKind, Cell
from cchc.wordml.line import Line, Piece


@dataclass(slots=True)
class Draft:
    """The lines of one block in reading order, those without text too."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    cell: Cell | None = None

    def printing(self) -> list[Line]:
        """Return the lines that have text."""
        return [line for line in self.lines if line.raw.strip()]

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of the lines that have text, a line break between two."""
        for at, line in enumerate(self.printing()):
            if at and line.end is not None:
                yield Piece(line.end, "\n")
            yield from line.pieces

    def marks(self) -> Iterator[tuple[int, str, str]]:
        """Yield the notes referred to: offset in the raw text of the block, kind and id of the note."""
        before = 0
        for line in self.lines:
            has_text = bool(line.raw.strip())
            start = before + 1 if has_text and before else before
            yield from ((start + at if has_text else before, kind, key) for at, kind, key in line.marks)
            before = start + len(line.raw) if has_text else before
