"""How words and paragraphs look in the end: what they say themselves, their styles, the defaults of the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cchc.vietnamese.spelling import compose
from cchc.wordml.xml import child, children, is_on, name, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

# Word keeps the English name in every language; other programs write the one they show.
_HEADING = re.compile(r"(?:heading|đầu đề|tiêu đề)[ _]?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|mục lục)[ _]?[1-9]", re.IGNORECASE)
_BODY_LEVEL = 9
_TOGGLES = ("b", "i", "vanish")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed. `font` is "" where the theme decides it."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: str = ""


class Styles:
    """The styles of a document; `root` is that of its part `styles`, None where it has none."""

    def __init__(self, root: "_Element | None") -> None:
        self._by_id = {value(style, "styleId"): style for style in children(root, "style")}
        defaults = child(root, "docDefaults")
        self._run_default = child(child(defaults, "rPrDefault"), "rPr")
        self._paragraph_default = child(child(defaults, "pPrDefault"), "pPr")
        self._default = next((key for key, style in self._by_id.items() if _is_default_paragraph(style)), "")
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._looks: dict[tuple[str, str], Look] = {}

    def style_of(self, paragraph: "_Element") -> str:
        """Return the style id of a paragraph, the default one where it names none."""
        return value(child(child(paragraph, "pPr"), "pStyle")) or self._default

    def chain(self, style: str) -> tuple["_Element", ...]:
        """Return a style and those it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._walk(style))
        return self._chains[style]

    def numbering(self, style: str) -> tuple[str, int | None]:
        """Return the list id and the level that a paragraph style gives, "" and None where it gives none."""
        found = list(self._in_chain(style, "numPr"))
        lists = (value(one) for numbering in found for one in children(numbering, "numId"))
        levels = (number(one) for numbering in found for one in children(numbering, "ilvl"))
        return next((one for one in lists if one), ""), next(levels, None)

    def is_centered(self, paragraph: "_Element") -> bool:
        """Tell whether a paragraph is centred."""
        return value(self._property(paragraph, "jc")) == "center"

    def heading(self, paragraph: "_Element") -> int | None:
        """Return the outline level from 1 to 9, or None for body text."""
        level = number(self._property(paragraph, "outlineLvl"))
        if level is not None:
            return level + 1 if level < _BODY_LEVEL else None
        match = next((m for known in self._names(paragraph) if (m := _HEADING.fullmatch(known))), None)
        return int(match[1]) if match else None

    def is_contents_entry(self, paragraph: "_Element") -> bool:
        """Tell whether a paragraph is a line of a table of contents, which Word makes from the headings."""
        return any(_CONTENTS.fullmatch(known) for known in self._names(paragraph))

    def look(self, style: str, properties: "_Element | None") -> Look:
        """Return how a run with these `rPr` looks in a paragraph of that style."""
        look = self._style_look(style, value(child(properties, "rStyle")))
        for one in properties if properties is not None else ():
            look = _changed(look, one)
        return look

    def _walk(self, style: str) -> Iterator["_Element"]:
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            element = self._by_id[style]
            yield element
            style = value(child(element, "basedOn"))

    def _names(self, paragraph: "_Element") -> Iterator[str]:
        style = self.style_of(paragraph)
        yield style
        for element in self.chain(style):
            for named in children(element, "name"):
                yield compose(value(named))

    def _in_chain(self, style: str, wanted: str) -> Iterator["_Element"]:
        found = (child(child(element, "pPr"), wanted) for element in self.chain(style))
        return (one for one in found if one is not None)

    def _property(self, paragraph: "_Element", wanted: str) -> "_Element | None":
        own = child(child(paragraph, "pPr"), wanted)
        inherited = next(self._in_chain(self.style_of(paragraph), wanted), None) if own is None else own
        return child(self._paragraph_default, wanted) if inherited is None else inherited

    def _style_look(self, style: str, run_style: str) -> Look:
        key = (style, run_style)
        if key not in self._looks:
            self._looks[key] = self._made_look(style, run_style)
        return self._looks[key]

    def _made_look(self, style: str, run_style: str) -> Look:
        """Combine the levels: a switch that both styles turn on is off again, one that the defaults turn on stays on."""
        base = _of(self._run_default, Look())
        of_paragraph, of_run = (self._chain_look(one) for one in (style, run_style))
        return Look(
            base.bold or of_paragraph.bold != of_run.bold,
            base.italic or of_paragraph.italic != of_run.italic,
            base.hidden or of_paragraph.hidden != of_run.hidden,
            of_run.font or of_paragraph.font or base.font,
        )

    def _chain_look(self, style: str) -> Look:
        look = Look()
        for element in reversed(self.chain(style)):
            look = _of(child(element, "rPr"), look)
        return look


def _is_default_paragraph(style: "_Element") -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _of(properties: "_Element | None", look: Look) -> Look:
    for one in properties if properties is not None else ():
        look = _changed(look, one)
    return look


def _changed(look: Look, one: "_Element") -> Look:
    kind = name(one)
    if kind == "b":
        return replace(look, bold=is_on(one))
    if kind == "i":
        return replace(look, italic=is_on(one))
    if kind == "vanish":
        return replace(look, hidden=is_on(one))
    if kind == "rFonts":
        return replace(look, font=_font(one))
    return look


def _font(fonts: "_Element") -> str:
    if value(fonts, "hAnsiTheme") or value(fonts, "asciiTheme"):
        return ""
    return value(fonts, "hAnsi") or value(fonts, "ascii")
