"""One paragraph as the pieces it prints, with the footnote marks and text boxes that hang on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cchc.wordml.styles import Look, Styles
from cchc.wordml.xml import child, chosen, name, unwrapped, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIXED = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOTE_MARKS = frozenset({"footnoteReference", "endnoteReference"})
_BREAKS_OFF = frozenset({"page", "column"})
_DRAWN = frozenset({"drawing", "pict", "object"})
# Line ends of the file itself are printed as spaces; the length stays, so that offsets in the element stay true.
_AS_SPACE = str.maketrans("\n\r\t", "   ")
_LATIN_1 = re.compile("[\u0080-\u00ff]")
_ONLY_SIGNS = re.compile(r"symbol", re.IGNORECASE)
_SIGNS_OF_SYMBOL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠"}
_ANY_SIGN = "•"


class Piece(NamedTuple):
    """An element and the text it adds to its block. Between the paragraphs of one block it is a `w:p` that adds a line break."""

    element: "_Element"
    text: str


@dataclass(slots=True)
class Line:
    """What a paragraph prints.

    `marks` are the notes referred to: offset in the raw text, `footnote` or `endnote` and its id. `boxes` are the contents
    of text boxes anchored here. `end` is the `w:p` that the line ends in. `fonts` are those of words with letters beyond ASCII that old fonts print as others.
    """

    pieces: list[Piece] = field(default_factory=list)
    marks: list[tuple[int, str, str]] = field(default_factory=list)
    boxes: list["_Element"] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    end: "_Element | None" = None
    length: int = 0
    """Letters of all its pieces."""
    number: str = ""
    heading: int | None = None
    centered: bool = False

    @property
    def raw(self) -> str:
        """The text as the pieces add it up."""
        return "".join(piece.text for piece in self.pieces)


class LineReader:
    """Reads the runs of one paragraph into a line; `style` is the style id of the paragraph."""

    def __init__(self, line: Line, styles: Styles, style: str) -> None:
        self._line, self._styles, self._style = line, styles, style
        # For each field that is open, whether its instruction is still going on, which is not printed.
        self._fields: list[bool] = []
        self._page_break: _Element | None = None

    def read(self, paragraph: "_Element") -> None:
        """Add what `paragraph` prints."""
        for found in unwrapped(paragraph):
            if name(found) == "r":
                self._run(found)

    def _run(self, run: "_Element") -> None:
        look = self._styles.look(self._style, child(run, "rPr"))
        for found in unwrapped(run):
            kind = name(found)
            if kind == "fldChar":
                self._field(value(found, "fldCharType"))
            elif look.hidden or any(self._fields):
                continue
            elif kind in _NOTE_MARKS:
                self._mark(found, kind)
            elif kind == "r":
                self._run(found)
            elif kind in _DRAWN:
                self._line.boxes += _boxes(found)
            elif kind == "br" and value(found, "type") in _BREAKS_OFF:
                self._page_break = found if self._line.pieces else None
            else:
                self._add(found, _text(found, kind), look)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _mark(self, reference: "_Element", kind: str) -> None:
        self._line.marks.append((self._line.length, kind.removesuffix("Reference"), value(reference, "id")))

    def _add(self, element: "_Element", text: str, look: Look) -> None:
        if not text:
            return
        # A page that ends between two words parts them; at either end of a paragraph it is nothing.
        if self._page_break is not None:
            self._put(self._page_break, "\n")
            self._page_break = None
        self._put(element, text)
        if text.strip():
            self._line.looks.append(look)
        if _LATIN_1.search(text) and look.font:
            self._line.fonts.add(look.font)

    def _put(self, element: "_Element", text: str) -> None:
        self._line.pieces.append(Piece(element, text))
        self._line.length += len(text)


def ends_joined(paragraph: "_Element") -> bool:
    """Tell whether the end of a paragraph is deleted in tracked changes, so that it goes on in the next one."""
    mark = child(child(paragraph, "pPr"), "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _text(element: "_Element", kind: str) -> str:
    if kind == "t":
        # A comment of the file may stand within the words.
        return ((element.text or "") + "".join(e.tail or "" for e in element)).translate(_AS_SPACE)
    if kind == "br":
        return "\n"
    return _sign(element) if kind == "sym" else _FIXED.get(kind, "")


def _sign(element: "_Element") -> str:
    """Return a sign given by font and code: the font Symbol has digits and signs of its own, others have pictures."""
    try:
        code = int(value(element, "char"), 16) & 0xFFFF
    except ValueError:
        return ""
    if not 0xF000 <= code <= 0xF0FF:
        return chr(code) if chr(code).isprintable() else ""
    code -= 0xF000
    if not _ONLY_SIGNS.search(value(element, "font")):
        return _ANY_SIGN
    return chr(code) if 0x20 <= code < 0x40 else _SIGNS_OF_SYMBOL.get(code, _ANY_SIGN)


def _boxes(drawn: "_Element") -> Iterator["_Element"]:
    for found in drawn:
        kind = name(found)
        if kind == "txbxContent":
            yield found
            continue
        choice = chosen(found) if kind == "mc:AlternateContent" else found
        if choice is not None:
            yield from _boxes(choice)
