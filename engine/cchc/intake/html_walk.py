"""The tree of a page walked in reading order: what is shown becomes blocks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from cchc.intake.html_lists import list_number
from cchc.intake.html_style import Style, fonts_of, is_unseen, note_number, styled
from cchc.intake.html_tables import Grid, grid, is_layout
from cchc.intake.joining import broken, joined
from cchc.intake.notes import marks_in, note_in, raised
from cchc.model.blocks import Block, Cell

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "o:p",
        "q",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "st1:date",
        "st1:place",
    ]
)


@dataclass
class Walk:
    """Blocks and fonts found so far, and the line of text that is still being put together."""

    blocks: list[Block] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    _pieces: list[tuple[str, Style]] = field(default_factory=list)
    _number: str = ""
    _paragraphs: int = 0
    _tables: int = 0

    def read(self, root: HtmlElement) -> None:
        """Add what is shown under `root`."""
        self._element(root, Style())
        self._end()

    def _element(self, node: HtmlElement, style: Style) -> None:
        if not isinstance(node.tag, str) or is_unseen(node):
            return
        style = styled(node, style)
        self.fonts |= fonts_of(node)
        special = self._special(node)
        if special:
            special(node, style)
        elif node.tag in _INLINE:
            self._inside(node, style)
        else:
            self._end()
            self._inside(node, style)
            self._end()

    def _special(self, node: HtmlElement) -> Callable[[HtmlElement, Style], None] | None:
        if node.tag in ("ol", "ul"):
            return self._list
        if node.tag == "table":
            return self._table
        if node.tag == "br":
            return lambda _, style: self._pieces.append(("\n", style))
        return self._note if note_number(node) else None

    def _inside(self, node: HtmlElement, style: Style) -> None:
        self._text(node.text, style)
        for child in node:
            self._element(child, style)
            self._text(child.tail, style)

    def _text(self, text: str | None, style: Style) -> None:
        if text:
            self._pieces.append((text if style.pre else re.sub(r"\s+", " ", text), style))

    def _note(self, node: HtmlElement, style: Style) -> None:
        # A mark clings to the word before it.
        if self._pieces:
            self._pieces[-1] = (self._pieces[-1][0].rstrip(" "), self._pieces[-1][1])
        self._pieces.append((raised(note_number(node)), style))

    def _list(self, node: HtmlElement, style: Style) -> None:
        self._end()
        at = _whole(node.get("start"), 1)
        for item in node:
            if item.tag == "li" and not is_unseen(item):
                at = _whole(item.get("value"), at)
                self._number = list_number(at, node.get("type", "1")) if node.tag == "ol" else "-"
                at += 1
            self._element(item, style)
        self._end()
        self._number = ""

    def _table(self, node: HtmlElement, style: Style) -> None:
        self._end()
        cells = grid(node)
        if is_layout(cells):
            for one in cells:
                self._element(one.node, style)
        else:
            self._tables = number = self._tables + 1
            for one in cells:
                self._cell(one, style, number)

    def _cell(self, at: Grid, style: Style, table: int) -> None:
        inner = Walk(_tables=self._tables)
        inner.read(at.node)
        self._tables = inner._tables
        self.fonts |= inner.fonts
        own = [block for block in inner.blocks if block.cell is None]
        text = "\n".join(f"{block.number} {block.text}".strip() for block in own)
        if text:
            cell = Cell(table, at.row, at.column, at.rows, at.columns)
            bold = style.bold or all(block.bold for block in own)
            place = f"bảng {table}, hàng {at.row}, cột {at.column}"
            self.blocks.append(Block(text, place, kind="cell", bold=bold, cell=cell, marks=marks_in(text)))
        self.blocks += [block for block in inner.blocks if block.cell is not None]

    def _end(self) -> None:
        """End the paragraph: what was put together becomes a block, or several if lines were broken in it."""
        pieces, self._pieces = self._pieces, []
        lines = _lines(pieces)
        for text in lines:
            self._paragraphs += 1
            block = _with_note(Block(text, f"đoạn {self._paragraphs}", number=self._number))
            self._number = ""
            shown = [style for piece, style in pieces if piece.strip()]
            self.blocks.append(
                replace(
                    block,
                    heading=shown[0].heading,
                    bold=all(style.bold for style in shown),
                    italic=all(style.italic for style in shown),
                    centered=shown[0].centered,
                )
            )


def _lines(pieces: list[tuple[str, Style]]) -> list[str]:
    """Return the lines of a paragraph; one that was broken within a sentence is put together again."""
    result: list[str] = []
    for line in "".join(text for text, _ in pieces).split("\n"):
        text = " ".join(line.split())
        if result and text and broken(result[-1], text):
            result[-1] = joined(result[-1], text)
        elif text:
            result.append(text)
    return result


def _with_note(block: Block) -> Block:
    note = note_in(block.text)
    if note is None:
        return replace(block, marks=marks_in(block.text))
    return replace(block, text=note[1].rstrip(" ↩"), place=f"chú thích {note[0]}", kind="footnote", note=note[0])


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return max(0, min(int(text or otherwise), 9999))
    except ValueError:
        return otherwise
