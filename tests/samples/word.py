"""A Word file that looks like a Vietnamese administrative document: A4, Times New Roman 14, header block, footnotes."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

FONT = "Times New Roman"
_MADE = datetime(2025, 1, 1)
_CHANGED = {"author": "cchc", "date": "2025-01-01T08:00:00Z"}
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_INLINE = re.compile(r"(\*\*|~~|\[\^\d+\]|\[-.*?-\]|\[\+.*?\+\]|\[=.*?=\])", re.DOTALL)
_STYLES = ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Table Grid", "header", "footer")
_KEPT = {name.lower() if name.startswith("Heading") else name for name in _STYLES}
_UNUSED = {"thumbnail", "stylesWithEffects", "customXml", "webSettings", "theme"}
ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
MULTILEVEL = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look. `note`: footnote whose mark stands here; `change`: tracked deletion, insertion; `control`."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: int | None = None
    change: str = ""
    control: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands on the page."""

    align: str = "justify"
    indent: float = 12.7
    after: float = 6
    size: float = 14
    bold: bool = False
    italic: bool = False
    style: str | None = None
    number: tuple[int, int] | None = None


BODY = Look()
CENTER = Look(align="center", indent=0, after=0)
CELL = Look(align="left", indent=0, after=0, size=12)


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of text with inline marks: **bold**, ~~italic~~, [^1], [-deleted-], [+inserted+], [=control=]."""
    found, bold, italic = [], False, False
    for part in _INLINE.split(text):
        if part == "**":
            bold = not bold
        elif part == "~~":
            italic = not italic
        elif part.startswith("[^"):
            found.append(Piece(note=int(part[2:-1])))
        elif part[:2] in ("[-", "[+", "[="):
            inner = Piece(part[2:-2], bold, italic)
            found.append(replace(inner, control=True) if part[1] == "=" else replace(inner, change=part[1]))
        elif part:
            found.append(Piece(part, bold, italic))
    return tuple(found)


@dataclass
class Word:
    """A document under construction; `save` writes the same bytes inside the package every time."""

    title: str
    doc: Any = field(default_factory=docx.Document)
    _notes: dict[int, tuple[Piece, ...]] = field(default_factory=dict)
    _changes: int = 100

    def __post_init__(self) -> None:
        section = self.doc.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(18)
        core = self.doc.core_properties
        core.author, core.last_modified_by, core.title, core.comments = "cchc", "cchc", self.title, ""
        core.created = core.modified = _MADE
        self._lighten()
        for name in _STYLES:
            if name.startswith(("Normal", "Heading")):
                self._font(self.doc.styles[name])
        self._font(self.doc.styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH), 10)

    def _lighten(self) -> None:
        """Drop what the template of python-docx carries and no sample needs: files stay below 20 kB."""
        for rels in (self.doc.part.rels, self.doc.part.package.rels):
            for name in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
                del rels[name]
        styles = self.doc.styles.element
        for style in styles.findall(qn("w:style")):
            if style.name_val not in _KEPT and not style.get(qn("w:default")):
                styles.remove(style)

    @staticmethod
    def _font(style: Any, size: float = 14) -> None:
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):
            if name.endswith("Theme"):
                del fonts.attrib[name]
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), FONT)
        for color in style.element.rPr.findall(qn("w:color")):
            style.element.rPr.remove(color)
        if style.name.startswith("Heading"):
            style.font.bold, style.font.italic = True, style.name == "Heading 4"

    def numbering(self, levels: Sequence[tuple[str, str]] = MULTILEVEL) -> int:
        """Add an automatic numbering with these levels of (format, text) and return its id."""
        root = self.doc.part.numbering_part.element
        number = 50 + len(root.findall(qn("w:abstractNum")))
        lines = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
            for n, (kind, shown) in enumerate(levels)
        )
        kind = '<w:multiLevelType w:val="multilevel"/>'
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{kind}{lines}</w:abstractNum>')
        root.insert(0, abstract)
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
        return number

    def paragraph(self, content: str | Sequence[Piece], look: Look = BODY, within: Any = None) -> Paragraph:
        """Add a paragraph to the body or to a cell, header or footer."""
        one: Paragraph = (within or self.doc).add_paragraph(style=look.style)
        self.fill(one, content, look)
        return one

    def fill(self, one: Paragraph, content: str | Sequence[Piece], look: Look = BODY) -> None:
        """Put the content into an empty paragraph."""
        one.alignment = ALIGN[look.align]
        form = one.paragraph_format
        form.space_before, form.space_after = Pt(0), Pt(look.after)
        if look.indent:
            form.first_line_indent = Mm(look.indent)
        if look.number:
            properties = cast(Any, one._p.get_or_add_pPr()).get_or_add_numPr()
            properties.get_or_add_numId().val, properties.get_or_add_ilvl().val = look.number
        for piece in pieces(content) if isinstance(content, str) else content:
            for element in self._elements(one, piece, look):
                one._p.append(element)

    def _elements(self, one: Paragraph, piece: Piece, look: Look) -> Iterator[Any]:
        if piece.note is not None:
            yield parse_xml(
                f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{piece.note}"/></w:r>'
            )
            return
        run = one.add_run(piece.text)
        run.bold, run.italic = piece.bold or look.bold or None, piece.italic or look.italic or None
        if look.size != 14:
            run.font.size = Pt(look.size)
        element = run._r
        one._p.remove(element)
        yield self._wrapped(element, piece)

    def _wrapped(self, run: Any, piece: Piece) -> Any:
        if piece.control:
            control: Any = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>")
            control.find(qn("w:sdtContent")).append(run)
            return control
        if not piece.change:
            return run
        change = OxmlElement("w:ins" if piece.change == "+" else "w:del")
        self._changes += 1
        change.set(qn("w:id"), str(self._changes))
        for name, value in _CHANGED.items():
            change.set(qn(f"w:{name}"), value)
        if piece.change == "-":
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
        change.append(run)
        return change

    def controlled(self, paragraphs: Sequence[Paragraph]) -> None:
        """Put whole paragraphs into a block content control."""
        control: Any = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:richText/></w:sdtPr><w:sdtContent/></w:sdt>")
        paragraphs[0]._p.addprevious(control)
        for one in paragraphs:
            control.find(qn("w:sdtContent")).append(one._p)

    def text_box(self, text: str) -> None:
        """Add a paragraph that holds a framed text box."""
        one = self.doc.add_paragraph()
        inner = self.paragraph(text, replace(CELL, align="center"))
        frame = parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape type="#_x0000_t202" '
            'style="width:430pt;height:48pt"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>'
        )
        next(frame.iter(qn("w:txbxContent"))).append(inner._p)
        one._p.append(frame)

    def note(self, number: int, content: str | Sequence[Piece]) -> None:
        """Give footnote `number` its text."""
        self._notes[number] = pieces(content) if isinstance(content, str) else tuple(content)

    def header_block(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Add the two columns at the head of an official document."""
        table = self.doc.add_table(rows=1, cols=2)
        table.autofit = False
        self._widths(table, (66, 98))
        for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
            self._lines(cell, lines)
        self.doc.add_paragraph().paragraph_format.space_after = Pt(0)

    def _lines(self, cell: _Cell, lines: Sequence[str]) -> None:
        for n, line in enumerate(lines):
            one = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            self.fill(one, line, replace(CENTER, size=12))

    @staticmethod
    def _widths(table: Table, widths: Sequence[float]) -> None:
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        within: Any = None,
        bold_rows: int = 1,
        size: float = 11,
        widths: Sequence[float] = (),
    ) -> Table:
        """Add a ruled table. A cell "<" is merged with the one to its left, "^" with the one above it."""
        table: Table = (within or self.doc).add_table(len(rows), len(rows[0]))
        table.style = self.doc.styles["Table Grid"]
        if widths:
            self._widths(table, widths)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text not in ("<", "^"):
                    self._cell(rows, table, (r, c), replace(CELL, size=size, bold=r < bold_rows))
        if within is None:
            self.doc.add_paragraph().paragraph_format.space_after = Pt(0)
        return table

    def _cell(self, rows: Sequence[Sequence[str]], table: Table, at: tuple[int, int], look: Look) -> None:
        r, c = at
        right, down = c, r
        while right + 1 < len(rows[r]) and rows[r][right + 1] == "<":
            right += 1
        while down + 1 < len(rows) and rows[down + 1][c] == "^":
            down += 1
        cell = table.cell(r, c)
        if (down, right) != (r, c):
            cell = cell.merge(table.cell(down, right))
        align = "center" if look.bold or re.fullmatch(r"[\d.,%/ ]+", rows[r][c]) else "left"
        self.fill(cell.paragraphs[0], rows[r][c], replace(look, align=align))

    def signature(self, recipients: Sequence[str], signer: Sequence[str]) -> None:
        """Add the closing block: recipients on the left, position and signer on the right."""
        table = self.doc.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        self.fill(left.paragraphs[0], "**~~Nơi nhận:~~**", replace(CELL, size=12))
        for line in recipients:
            self.fill(left.add_paragraph(), line, replace(CELL, size=11))
        for n, line in enumerate(signer):
            one = right.paragraphs[0] if n == 0 else right.add_paragraph()
            self.fill(one, line, replace(CENTER, bold=n + 1 < len(signer), italic=n + 1 == len(signer)))

    def page_frame(self, header: str, footer: str = "") -> None:
        """Set the running header and footer; the header ends with the page number."""
        section = self.doc.sections[0]
        one = section.header.paragraphs[0]
        self.fill(one, header, replace(CENTER, size=11))
        for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "1"), ("end", "")):
            inner = f"<w:instrText>{text}</w:instrText>" if not kind else f'<w:fldChar w:fldCharType="{kind}"/>'
            inner = f"<w:t>{text}</w:t>" if kind == "text" else inner
            one._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
        if footer:
            self.fill(section.footer.paragraphs[0], footer, replace(CENTER, size=11, italic=True))

    def save(self, path: Path) -> None:
        """Write the file."""
        if self._notes:
            self._add_footnotes()
        self.doc.save(str(path))

    def _add_footnotes(self) -> None:
        root = parse_xml(
            f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
            '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
            "</w:p></w:footnote></w:footnotes>"
        )
        mark = parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>')
        for number, content in sorted(self._notes.items()):
            note = OxmlElement("w:footnote")
            note.set(qn("w:id"), str(number))
            one = self.doc.add_paragraph(style="FootnoteText")
            one._p.append(deepcopy(mark))
            self.fill(one, (Piece(" "), *content), replace(CELL, size=10, align="justify"))
            note.append(one._p)
            root.append(note)
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, blob, self.doc.part.package)
        self.doc.part.relate_to(part, _FOOTNOTES)
