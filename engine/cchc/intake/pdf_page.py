"""A PDF page taken apart: lines of text, tables with the words in their cells, lines drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from cchc.intake.pdf_letters import Letters, letters_of
from cchc.intake.pdf_lines import Line, in_order, lines_of
from cchc.intake.pdf_paragraphs import Margins, paragraphs
from cchc.intake.pdf_rules import Box, Rule, TableGrid, rules_of, tables_of
from cchc.intake.pdf_strikes import without_struck
from cchc.intake.pdf_words import Word, words_of


@dataclass(frozen=True)
class Filled:
    """A table of a page with the text and the boldness of each cell that is not empty."""

    grid: TableGrid
    cells: tuple[tuple[Box, str, bool], ...]
    at: int
    page: int

    def row(self, number: int) -> list[tuple[int, str]]:
        """Return column and text of the cells that begin in a row."""
        return [(box.column, text) for box, text, _ in self.cells if box.row == number]


@dataclass
class Page:
    """What stands on a page; `number` counts from 1, `picture` tells of an image on it, `struck` of letters left out; in points."""

    number: int
    letters: Letters
    lines: list[Line]
    tables: list[Filled]
    rules: list[Rule] = field(default_factory=list)
    picture: bool = False
    struck: int = 0
    width: float = 0
    height: float = 0


def page_of(page: Any, number: int) -> Page:
    """Return a page of PDFium taken apart."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    letters = letters_of(textpage)
    textpage.close()
    rules = rules_of(page, letters.quarter)
    kinds = (
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, n))
        for n in range(pdfium.FPDFPage_CountObjects(page))
    )
    picture = any(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind in kinds)
    kept = without_struck(letters.letters, rules)
    numbered = list(enumerate(words_of(kept)))
    tables, rest = _filled(tables_of(rules), numbered, number)
    struck = len(letters.letters) - len(kept)
    return Page(
        number, letters, lines_of(rest, number), tables, rules, picture, struck, page.get_width(), page.get_height()
    )


def flow(lines: Sequence[Line], tables: Sequence[Filled]) -> list[list[Line] | Filled]:
    """Return lines and tables in reading order, the lines between two tables together."""
    written = in_order(lines)
    ordered = list(lines) if written else sorted(lines, key=lambda line: (-round(line.y / 2), line.x0))
    result: list[list[Line] | Filled] = []
    for table in sorted(tables, key=lambda t: t.at if written else -t.grid.boxes[0].top):
        before = [n for n, line in enumerate(ordered) if not _behind(line, table, written)]
        cut = before[-1] + 1 if before else 0
        result += [ordered[:cut], table]
        ordered = ordered[cut:]
    return [item for item in [*result, ordered] if item]


def _behind(line: Line, table: Filled, written: bool) -> bool:
    return line.at > table.at if written else line.y < table.grid.boxes[0].top


def _filled(
    grids: Iterable[TableGrid], words: list[tuple[int, Word]], page: int
) -> tuple[list[Filled], list[tuple[int, Word]]]:
    """Return the tables with their words and the words outside of them."""
    tables = []
    for grid in grids:
        held: dict[Box, list[tuple[int, Word]]] = {}
        rest = []
        for at, word in words:
            box = _box_at(grid, (word.x0 + word.x1) / 2, word.y + 0.25 * word.size)
            if box:
                held.setdefault(box, []).append((at, word))
            else:
                rest.append((at, word))
        if held:
            words = rest
            cells = tuple((box, *_cell(box, held[box], page)) for box in grid.boxes if box in held)
            tables.append(Filled(grid, cells, min(inside[0][0] for inside in held.values()), page))
    return tables, words


def _box_at(grid: TableGrid, x: float, y: float) -> Box | None:
    if not grid.edges[0] <= x <= grid.edges[-1]:
        return None
    return next((box for box in grid.boxes if box.holds(x, y)), None)


def _cell(box: Box, words: list[tuple[int, Word]], page: int) -> tuple[str, bool]:
    """Return the text of a cell, its paragraphs divided by line breaks, and whether all of it is bold."""
    lines = lines_of(words, page)
    # What is free at the left edge of a cell is free at its right edge too.
    padding = max(1.0, min(min(line.x0 for line in lines) - box.left, 8.0))
    steps = [(a.y - b.y) / a.size for a, b in pairwise(lines) if a.y > b.y]
    leading = min(steps, default=1.2)
    margins = Margins(box.left + padding, box.right - padding, leading)
    text = "\n".join(paragraph.text for paragraph in paragraphs(lines, margins))
    return text, all(line.bold for line in lines)
