"""The stretches of a document that its form is read from: head, title, opening, closing."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc.model.blocks import Block
from cchc.reading.header.agency import AgencyBook
from cchc.reading.header.subject import reporting
from cchc.reading.parts.title import Title, title_of
from cchc.reading.passage import CLOSING, OPENING, Outlined
from cchc.vietnamese.spelling import spell

_HEAD_BLOCKS = 16
_CLOSING_WORDS = "trên đây"


@dataclass(frozen=True)
class Stretches:
    """Blocks by what they are to the form. Without a title the first blocks are head and opening at once."""

    head: Sequence[Block]
    title: Title | None
    opening: Sequence[Block]
    closing: Sequence[Block]

    @property
    def title_text(self) -> str:
        """The title's words, empty without a title."""
        return (self.title.text if self.title else None) or ""

    @property
    def brackets(self) -> str:
        """The lines in brackets under the title."""
        return " ".join(self.title.brackets) if self.title else ""

    def opening_statement(self, book: AgencyBook) -> list[str]:
        """Return, from its verb on, the sentence of the opening that says what the report is: none or one."""
        said = [b.text[at:] for b in self.opening for _, at in list(reporting(b.text, book))[-1:]]
        return said[:1]

    def closing_statement(self) -> list[str]:
        """Return the sentences `Trên đây là ...`."""
        return [b.text for b in self.closing if spell(b.text).startswith(_CLOSING_WORDS)]


def stretches_of(outlined: Outlined) -> Stretches:
    """Return the stretches of a document whose parts are known."""
    opening = [p.block for p in outlined.passages if p.part == OPENING]
    closing = [p.block for p in outlined.passages if p.part == CLOSING and p.block.kind not in ("header", "footer")]
    title = title_of(opening)
    if title is None:
        return Stretches(opening[:_HEAD_BLOCKS], None, opening, closing)
    return Stretches(opening[: title.first], title, opening[title.last + 1 :], closing)
