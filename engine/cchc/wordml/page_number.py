"""Where a Word file prints its page numbers."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cchc.wordml.package import Package
from cchc.wordml.typesetting import Typesetting
from cchc.wordml.xml import child, children, is_on, name, relation, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCES = ("headerReference", "footerReference")


def page_number(package: Package, sections: "Sequence[_Element]", setting: Typesetting) -> str | None:
    """Return `none`, `top_center`, `other`, with `_first` where the first page has it too; None where it is not clear.

    The first section decides: its header goes on through the sections that have none of their own.
    """
    first = next((one for one in sections if any(name(child) in _REFERENCES for child in one)), None)
    if first is None:
        return "none" if sections else None
    usual = list(_places(package, first, "default", setting))
    if not usual:
        return "none" if not _anywhere(package) else None
    where = "top_center" if usual == ["top_center"] else None if None in usual else "other"
    apart = is_on(child(first, "titlePg"))
    on_first = bool(list(_places(package, first, "first", setting))) if apart else True
    return None if where is None else f"{where}_first" if on_first else where


def _places(package: Package, section: "_Element", kind: str, setting: Typesetting) -> Iterator[str | None]:
    targets = package.relationships(package.main)
    for reference in _REFERENCES:
        for one in children(section, reference):
            known = targets.get(relation(one))
            if known is None or (value(one, "type") or "default") != kind:
                continue
            at_top = reference == "headerReference"
            for paragraph in _numbered(package.xml(known.target).getroot()):
                yield _place(paragraph, setting) if at_top else "other"


def _numbered(root: "_Element") -> "Iterator[_Element]":
    """Yield the paragraphs with a page number in them."""
    for paragraph in root.iter("{*}p"):
        if name(paragraph) == "p" and any(_is_page(one) for one in paragraph.iter()):
            yield paragraph


def _is_page(element: "_Element") -> bool:
    kind = name(element)
    said = value(element, "instr") if kind == "fldSimple" else (element.text or "") if kind == "instrText" else ""
    return kind == "pgNum" or said.split()[:1] == ["PAGE"]


def _place(paragraph: "_Element", setting: Typesetting) -> str | None:
    """Return where at the top a number stands; tabs, tables and text boxes put it where only Word knows."""
    inside = {name(one) for one in paragraph.iterancestors()} & {"tc", "txbxContent"}
    if inside or any(name(one) in ("tab", "ptab") for run in paragraph.iter("{*}r") for one in run):
        return None
    frame = child(child(paragraph, "pPr"), "framePr")
    place = value(frame, "xAlign") if frame is not None else setting.alignment(paragraph)
    if frame is not None and not place:
        return None
    return "top_center" if place == "center" else "other"


def _anywhere(package: Package) -> bool:
    """Tell whether some header or footer prints a page number: that of even pages, or of a later section."""
    parts = (r.target for r in package.relationships(package.main).values() if r.kind in ("header", "footer"))
    return any(True for part in parts for _ in _numbered(package.xml(part).getroot()))
