"""Paragraphs and tables of PDF pages -> blocks; what a page end cut in two is one again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.intake.notes import marks_in
from cchc.intake.pdf_lines import Line
from cchc.intake.pdf_page import Filled, Page, flow
from cchc.intake.pdf_paragraphs import Margins, Paragraph, margins_of, over_page, paragraphs
from cchc.model.blocks import Block, Cell

_SAME_EDGE = 3.0


@dataclass
class _Table:
    """A table as it grows over pages: each part with the rows before it and those it repeats."""

    parts: list[tuple[Filled, int, int]]

    def goes_on(self, after: Filled) -> bool:
        """Tell whether a table at the top of a page has the columns of this one."""
        edges, others = self.parts[0][0].grid.edges, after.grid.edges
        return len(edges) == len(others) and all(abs(a - b) < _SAME_EDGE for a, b in zip(edges, others, strict=True))

    def add(self, after: Filled) -> None:
        """Put the part on the next page behind; the heading rows it repeats are left out."""
        first, repeated = self.parts[0][0], 0
        while repeated < after.grid.rows and after.row(repeated + 1) == first.row(repeated + 1) != []:
            repeated += 1
        last, before, left_out = self.parts[-1]
        self.parts.append((after, before + last.grid.rows - left_out, repeated))


def body_blocks(pages: Sequence[Page], body: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield the blocks of all pages in reading order; `body` are the lines of each page that are text."""
    counts: dict[int, int] = {}
    tables = 0
    for item in _items(pages, body):
        if isinstance(item, _Table):
            tables += 1
            yield from _cells(item, tables)
        else:
            page = item.lines[0].page
            counts[page] = counts.get(page, 0) + 1
            yield _block(item, page, counts[page])


def _items(pages: Sequence[Page], body: Sequence[Sequence[Line]]) -> list["Paragraph | _Table"]:
    usual = margins_of(max(body, key=len))
    result: list[Paragraph | _Table] = []
    for page, lines in zip(pages, body, strict=True):
        here = _on_page(page, lines, margins_of(lines, usual))
        if result and here and _join(result, here[0]):
            here = here[1:]
        result += [_Table([(item, 0, 0)]) if isinstance(item, Filled) else item for item in here]
    return result


def _on_page(page: Page, lines: Sequence[Line], margins: Margins) -> list[Paragraph | Filled]:
    result: list[Paragraph | Filled] = []
    for part in flow(lines, page.tables):
        result += [part] if isinstance(part, Filled) else paragraphs(part, margins)
    return result


def _join(result: list["Paragraph | _Table"], first: Paragraph | Filled) -> bool:
    """Put the first item of a page to the last of the page before if it is the rest of it."""
    last = result[-1]
    if isinstance(last, _Table) and isinstance(first, Filled) and last.goes_on(first):
        last.add(first)
        return True
    if isinstance(last, Paragraph) and isinstance(first, Paragraph) and over_page(last, first):
        result[-1] = Paragraph((*last.lines, *first.lines), first.margins)
        return True
    return False


def _cells(table: _Table, number: int) -> Iterator[Block]:
    for part, before, left_out in table.parts:
        for box, text, bold in part.cells:
            if box.row > left_out:
                row = box.row + before - left_out
                cell = Cell(number, row, box.column, box.rows, box.columns)
                place = f"trang {part.page}, bảng {number}, hàng {row}, cột {box.column}"
                yield Block(text, place, kind="cell", bold=bold, cell=cell, page=part.page, marks=marks_in(text))


def _block(paragraph: Paragraph, page: int, number: int) -> Block:
    text, lines = paragraph.text, paragraph.lines
    return Block(
        text,
        f"trang {page}, đoạn {number}",
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centered=paragraph.centered,
        page=page,
        marks=marks_in(text),
    )
