"""The layout of a Word file: its pages, and how most of its text is set."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from cchc.model.wording import Layout
from cchc.wordml.package import Package
from cchc.wordml.page_number import page_number
from cchc.wordml.styles import Styles
from cchc.wordml.typesetting import TWIPS_A_MM, Typesetting, signed
from cchc.wordml.xml import child, name, number, unwrapped, value

if TYPE_CHECKING:
    from lxml.etree import _Element

# Shorter paragraphs are headings, lines of the letterhead or of the signature.
_LEAST_LETTERS = 80


ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class _Section:
    properties: "_Element"
    letters: int


def layout_of(package: Package) -> Layout:
    """Return the layout; what the file leaves open is None."""
    tree = package.related(package.main, "styles")
    styles = Styles(None if tree is None else tree.getroot())
    setting = Typesetting(package, styles)
    body = child(package.xml(package.main).getroot(), "body")
    if body is None:
        return Layout.model_validate({})
    sections = list(_sections(body))
    counted = page_number(package, [one.properties for one in sections], setting)
    return Layout.model_validate({**_page(sections), **_text(body, setting, styles), "page_number": counted})


def _sections(body: "_Element") -> Iterator[_Section]:
    letters = 0
    for element in unwrapped(body):
        kind = name(element)
        letters += sum(len(text) for text in element.itertext()) if kind in ("p", "tbl") else 0
        properties = element if kind == "sectPr" else child(child(element, "pPr"), "sectPr")
        if properties is not None:
            yield _Section(properties, letters)
            letters = 0


def _page(sections: list[_Section]) -> dict[str, float | None]:
    """Return size and margins of the upright section with the most text; wide tables may lie across their own pages."""
    upright = [one for one in sections if value(child(one.properties, "pgSz"), "orient") != "landscape"]
    if not upright:
        return {}
    properties = max(upright, key=lambda one: one.letters).properties
    size, margins = child(properties, "pgSz"), child(properties, "pgMar")
    left, gutter = signed(margins, "left"), signed(margins, "gutter") or 0
    return {
        "page_width": _mm(number(size, "w")) or None,
        "page_height": _mm(number(size, "h")) or None,
        "margin_top": _mm(_size(signed(margins, "top"))),
        "margin_bottom": _mm(_size(signed(margins, "bottom"))),
        "margin_left": _mm(None if left is None else left + gutter),
        "margin_right": _mm(signed(margins, "right")),
    }


def _size(margin: int | None) -> int | None:
    """Return a margin that a minus sign only makes firm against a tall header."""
    return None if margin is None else abs(margin)


def _mm(twips: int | None) -> float | None:
    return None if twips is None else round(twips / TWIPS_A_MM, 1)


def _text(body: "_Element", setting: Typesetting, styles: Styles) -> dict[str, float | str | None]:
    fonts, sizes = Counter[str | None](), Counter[float]()
    lines, spaces, indents = Counter[float | None](), Counter[float | None](), Counter[float | None]()
    for paragraph in _running(body, setting, styles):
        letters = 0
        for run, text in _runs(paragraph):
            letters += len(text)
            plain = sum(c.isascii() for c in text)
            of_plain, of_accented = setting.fonts(paragraph, run)
            fonts.update({of_plain: plain})
            fonts.update({of_accented: len(text) - plain})
            sizes[setting.size(paragraph, run)] += len(text)
        lines[setting.line_spacing(paragraph)] += letters
        spaces[setting.space(paragraph)] += letters
        tabbed = "".join(text for _, text in _runs(paragraph))[:1].isspace() or _begins_with_tab(paragraph)
        indents[None if tabbed or setting.in_list(paragraph) else setting.first_indent(paragraph)] += letters
    return {
        "font": (font := _most(fonts)),
        "font_share": round(fonts[font] / fonts.total(), 2) if font else None,
        "font_size": _most(sizes),
        "line_spacing": _most(lines),
        "space_between": _most(spaces),
        "first_indent": _most(indents),
    }


def _most(counts: Mapping[ValueT, int]) -> ValueT | None:
    return max(counts, key=lambda one: counts[one]) if counts else None


def _running(body: "_Element", setting: Typesetting, styles: Styles) -> "Iterator[_Element]":
    """Yield the paragraphs of running text: long ones outside tables, no headings, nothing centred."""
    for element in unwrapped(body):
        if name(element) != "p" or styles.heading(element) or styles.is_contents_entry(element):
            continue
        if setting.alignment(element) in ("center", "right", "end"):
            continue
        if sum(len(text) for _, text in _runs(element)) >= _LEAST_LETTERS:
            yield element


def _runs(paragraph: "_Element") -> "Iterator[tuple[_Element, str]]":
    for run in unwrapped(paragraph):
        if name(run) == "r":
            yield run, "".join(one.text or "" for one in run if name(one) == "t")


def _begins_with_tab(paragraph: "_Element") -> bool:
    first = next((one for run in unwrapped(paragraph) if name(run) == "r" for one in run if name(one) != "rPr"), None)
    return first is not None and name(first) == "tab"
