"""The text model that every reader fills: blocks in reading order, each with the place people find it at."""

from dataclasses import dataclass
from typing import Literal

from cchc.model.wording import Layout

BlockKind = Literal["paragraph", "cell", "footnote", "header", "footer", "textbox"]
Format = Literal["docx", "pdf", "text", "html", "sheet"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Position of a table cell; everything counts from 1. `rows` and `columns` are how many it spans."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, table cell, footnote, header, footer or text box.

    `text` is what is printed, composed (NFC), without the number that Word makes by itself, which is `number`. `place`
    names the block for people and is its only name: no two blocks of a document share it. A cell with several paragraphs
    is one block, its paragraphs divided by line breaks.
    """

    text: str
    place: str
    kind: BlockKind = "paragraph"
    number: str = ""
    heading: int | None = None
    bold: bool = False
    italic: bool = False
    centered: bool = False
    cell: Cell | None = None
    page: int | None = None
    note: int | None = None
    marks: tuple[tuple[int, int], ...] = ()
    """Footnote marks in the text: offset of the mark, number of the note."""


@dataclass(frozen=True, slots=True)
class TextDocument:
    """A document as blocks in reading order; footnotes, headers and footers stand after the body."""

    file: str
    format: Format
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
    """What a person should know about the file, in Vietnamese: an old font, pictures that were not read."""
    layout: Layout | None = None
    """Pages and letters of a Word file; of a PDF the size of its pages."""
    signed: bool | None = None
    """True where the file has a digital signature. A file without one may be a draft: None."""
