"""The drafts of blocks in reading order: of the body, of a note, of a header. The one place that knows what follows what."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cchc.model.blocks import BlockKind, Cell
from cchc.wordml.draft import Draft
from cchc.wordml.line import Line, LineReader, ends_joined
from cchc.wordml.numbering import Numbering
from cchc.wordml.styles import Styles
from cchc.wordml.table import cells
from cchc.wordml.xml import name, unwrapped

if TYPE_CHECKING:
    from lxml.etree import _Element


class Story:
    """Reads the containers of one document; lists and tables are counted on from one container to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._tables = 0

    def body(self, container: "_Element") -> Iterator[Draft]:
        """Yield a draft for each paragraph, table cell and text box."""
        for found in self._content(container):
            if isinstance(found, Line):
                yield Draft("paragraph", [found])
                yield from self._boxes([found])
            else:
                yield from self._table(found)

    def gathered(self, container: "_Element", kind: BlockKind, cell: Cell | None = None) -> Iterator[Draft]:
        """Yield one draft with all paragraphs of a container, then those of the tables and text boxes in it."""
        draft, tables = Draft(kind, cell=cell), []
        for found in self._content(container):
            if isinstance(found, Line):
                draft.lines.append(found)
            else:
                tables.append(found)
        yield draft
        yield from self._boxes(draft.lines)
        for table in tables:
            yield from self._table(table)

    def _table(self, table: "_Element") -> Iterator[Draft]:
        self._tables += 1
        at = self._tables
        for cell in cells(table):
            place = Cell(at, cell.row, cell.column, cell.rows, cell.columns)
            yield from self.gathered(cell.element, "cell", place)

    def _boxes(self, lines: Iterable[Line]) -> Iterator[Draft]:
        for line in lines:
            for box in line.boxes:
                yield from self.gathered(box, "textbox")

    def _content(self, container: "_Element") -> Iterator["Line | _Element"]:
        """Yield paragraphs as lines and tables as elements; a paragraph whose end is deleted goes on in the next."""
        begun: Line | None = None
        for element in unwrapped(container):
            kind = name(element)
            if kind == "p" and not self._styles.is_contents_entry(element):
                begun = self._read(element, begun or Line())
                if ends_joined(element):
                    continue
            if begun and kind in ("p", "tbl"):
                yield self._ended(begun)
                begun = None
            if kind == "tbl":
                yield element
        if begun:
            yield self._ended(begun)

    def _read(self, paragraph: "_Element", line: Line) -> Line:
        line.end = paragraph
        LineReader(line, self._styles, self._styles.style_of(paragraph)).read(paragraph)
        return line

    def _ended(self, line: Line) -> Line:
        """Give a line what the paragraph it ends in says of it as a whole."""
        if line.end is not None:
            line.number = self._numbering.next(line.end)
            line.heading = self._styles.heading(line.end)
            line.centered = self._styles.is_centered(line.end)
        return line
