"""How paragraphs are set: font, size, line spacing, indent, through styles and the defaults of the document.

Where neither paragraph, styles nor defaults say anything, Word's own defaults hold: Times New Roman, 10 points, single
lines, no space, no indent. What is set in a way that does not tell points or millimetres (exact lines, spacing by lines,
an indent by characters) is None.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.wordml.package import Package
from cchc.wordml.styles import Styles
from cchc.wordml.xml import child, children, is_on, name, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

TWIPS_A_MM = 1440 / 25.4
_TWIPS_A_POINT = 20
_SIGNED = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_SINGLE = 240
_WORD_FONT, _WORD_HALF_POINTS = "Times New Roman", 20


def signed(element: "_Element | None", key: str) -> int | None:
    """Return a whole number that may be negative."""
    text = value(element, key)
    return int(text) if _SIGNED.fullmatch(text) else None


class Typesetting:
    """The setting of paragraphs and runs of one document."""

    def __init__(self, package: Package, styles: Styles) -> None:
        tree = package.related(package.main, "styles")
        defaults = child(None if tree is None else tree.getroot(), "docDefaults")
        self._run_default = child(child(defaults, "rPrDefault"), "rPr")
        self._paragraph_default = child(child(defaults, "pPrDefault"), "pPr")
        self._styles = styles
        theme = package.related(package.main, "theme")
        self._theme = {} if theme is None else _theme_fonts(theme.getroot())

    def fonts(self, paragraph: "_Element", run: "_Element") -> tuple[str | None, str | None]:
        """Return the fonts of plain and of accented letters; None where the theme that decides them is not there."""
        return self._font(paragraph, run, "ascii"), self._font(paragraph, run, "hAnsi")

    def size(self, paragraph: "_Element", run: "_Element") -> float:
        """Return the size of letters in points."""
        sizes = (number(child(one, "sz")) for one in self._of_run(paragraph, run))
        return (next((size for size in sizes if size), None) or _WORD_HALF_POINTS) / 2

    def line_spacing(self, paragraph: "_Element") -> float | None:
        """Return the line spacing as a multiple of single lines; None where it is given in points."""
        rule = self._attribute(paragraph, "spacing", "lineRule")
        line = self._attribute(paragraph, "spacing", "line")
        if not line:
            return 1.0
        said = rule in ("", "auto") and _SIGNED.fullmatch(line)
        spacing = round(int(line) / _SINGLE, 2) if said else 0.0
        return spacing if spacing > 0 else None

    def space(self, paragraph: "_Element") -> float | None:
        """Return what stands between this paragraph and its like in points: before and after together."""
        unclear = ("beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")
        if any(self._attribute(paragraph, "spacing", key) not in ("", "0") for key in unclear):
            return None
        if any(is_on(one) for one in self._properties(paragraph, "contextualSpacing")):
            return None
        both = [self._attribute(paragraph, "spacing", key) or "0" for key in ("before", "after")]
        if not all(_SIGNED.fullmatch(one) for one in both):
            return None
        return max(0.0, sum(map(int, both)) / _TWIPS_A_POINT)

    def first_indent(self, paragraph: "_Element") -> float | None:
        """Return the indent of the first line in millimetres, negative for a hanging one."""
        for one in self._properties(paragraph, "ind"):
            if value(one, "firstLineChars") not in ("", "0") or value(one, "hangingChars") not in ("", "0"):
                return None
            hanging, first = signed(one, "hanging"), signed(one, "firstLine")
            if hanging is not None or first is not None:
                return round((-hanging if hanging is not None else first or 0) / TWIPS_A_MM, 1)
        return 0.0

    def alignment(self, paragraph: "_Element") -> str:
        """Return `left`, `center`, `both`..."""
        return next((value(one) for one in self._properties(paragraph, "jc")), "") or "left"

    def in_list(self, paragraph: "_Element") -> bool:
        """Tell whether a paragraph is of a list, whose indents are those of the list."""
        return next((True for _ in self._properties(paragraph, "numPr")), False)

    def _font(self, paragraph: "_Element", run: "_Element", slot: str) -> str | None:
        for properties in self._of_run(paragraph, run):
            fonts = child(properties, "rFonts")
            if theme := value(fonts, f"{slot}Theme"):
                return self._theme.get(theme[:5])
            if font := value(fonts, slot):
                return font
        return _WORD_FONT

    def _of_run(self, paragraph: "_Element", run: "_Element") -> "Iterator[_Element]":
        """Yield the properties that hold for a run, the nearest first."""
        own = child(run, "rPr")
        chains = (self._styles.chain(value(child(own, "rStyle"))), self._styles.chain(self._styles.style_of(paragraph)))
        found = (own, *(child(style, "rPr") for chain in chains for style in chain), self._run_default)
        return (one for one in found if one is not None)

    def _properties(self, paragraph: "_Element", wanted: str) -> "Iterator[_Element]":
        """Yield a property of a paragraph where it is said, the nearest first."""
        chain = self._styles.chain(self._styles.style_of(paragraph))
        levels = (child(paragraph, "pPr"), *(child(style, "pPr") for style in chain), self._paragraph_default)
        return (one for level in levels if (one := child(level, wanted)) is not None)

    def _attribute(self, paragraph: "_Element", wanted: str, key: str) -> str:
        """Return an attribute from the nearest level that gives it: Word inherits attributes one by one."""
        return next((said for one in self._properties(paragraph, wanted) if (said := value(one, key))), "")


def _theme_fonts(root: "_Element") -> dict[str, str]:
    """Return the Latin font of headings (`major`) and of text (`minor`)."""
    elements = next((one for one in root if name(one) == "a:themeElements"), None)
    scheme = child(elements, "a:fontScheme")
    kinds = {"major": child(scheme, "a:majorFont"), "minor": child(scheme, "a:minorFont")}
    latin = {key: next(children(kind, "a:latin"), None) for key, kind in kinds.items()}
    return {key: one.get("typeface", "") for key, one in latin.items() if one is not None and one.get("typeface")}
