"""Small documents for tests, as the openers of files hand them on, and the readers with the checkout's own wordings."""

from typing import Any

from tests.conftest import ROOT

from cchc.model.blocks import Block, Cell, Format, TextDocument
from cchc.model.report import Citation
from cchc.packs.load import load_pack
from cchc.packs.reading_content import reading_content
from cchc.reading.cited.citations import citation_spans, read_citations
from cchc.reading.header.form import Form, read_form
from cchc.reading.parts.outline import read_outline
from cchc.reading.passage import Outlined

Line = str | tuple[str, dict[str, Any]]
CONTENT = reading_content(ROOT)
OUTLINE = load_pack(ROOT).outlines["department"]


def document(*lines: Line, file_format: Format = "text") -> TextDocument:
    """Return a document of paragraphs; a pair gives a text and what is special about its block."""
    pairs = [(line, {}) if isinstance(line, str) else line for line in lines]
    blocks = tuple(Block(text, f"đoạn {n}", **special) for n, (text, special) in enumerate(pairs, 1))
    return TextDocument("bao-cao.txt", file_format, blocks)


def table(number: int, *rows: tuple[str, ...]) -> list[Line]:
    """Return the cells of a table, row by row."""
    return [
        (text, {"kind": "cell", "cell": Cell(number, r, c)})
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
    ]


def outlined(*lines: Line, file_format: Format = "text") -> Outlined:
    return read_outline(document(*lines, file_format=file_format), OUTLINE, CONTENT.headings)


def ids(*lines: Line) -> list[str]:
    return [part.id for part in outlined(*lines).parts]


def standing(*lines: Line) -> dict[str, str]:
    """Return the part of every text that is not a heading alone."""
    return {p.body: p.part for p in outlined(*lines).passages if p.body.strip()}


def form(*lines: Line) -> Form:
    return read_form(outlined(*lines), CONTENT.agencies, CONTENT.provinces)


def citations(*lines: Line) -> tuple[Citation, ...]:
    found = outlined(*lines)
    read = read_form(found, CONTENT.agencies, CONTENT.provinces)
    return read_citations(found, read, CONTENT.documents)


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in citation_spans(text, CONTENT.documents)]
