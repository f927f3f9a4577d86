"""XML of a Word package: parsed without DTD, entities or network; elements named alike in both editions of the standard."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

# The transitional edition, which Word writes by default, and the strict one.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_RELATIONSHIPS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_OFF = frozenset({"0", "false", "off"})
# What stands in these stands in the document as if they were not there. What is deleted (`del`, `moveFrom`) is not here.
_WRAPPERS = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "ruby",
     "rubyBase"}
)  # fmt: skip
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_MOST_TAGS = 5_000_000


class BrokenXmlError(Exception):
    """A part is not XML that a Word file may hold; the text says why, in Vietnamese."""


def parse(data: bytes) -> "_ElementTree":
    """Return the tree of a part; raise `BrokenXmlError`."""
    from lxml import etree

    # The standard forbids them, and an entity that names entities can grow without bound. UTF-16 puts zeros between.
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise BrokenXmlError("có khai báo DTD, thứ tệp Word không được có và có thể gây hại")
    # A tree takes fifty times the bytes of its shortest elements.
    if data.count(b"<") > _MOST_TAGS:
        raise BrokenXmlError("có quá nhiều phần tử, không phải một báo cáo")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        depth = "Excessive depth" in str(error)
        raise BrokenXmlError("có quá nhiều lớp lồng nhau" if depth else "có XML hỏng") from None
    if tree.docinfo.internalDTD is not None:
        raise BrokenXmlError("có khai báo DTD, thứ tệp Word không được có và có thể gây hại")
    return tree


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:])
    return "" if prefix is None else prefix + local


def name(element: "_Element") -> str:
    """Return `p` for a WordprocessingML paragraph, `mc:Choice`, `a:blip` for others that matter, "" for the rest."""
    tag = element.tag
    # Comments and processing instructions have a function in place of a tag.
    return _short(tag) if isinstance(tag, str) else ""


def value(element: "_Element | None", key: str = "val") -> str:
    """Return an attribute in the namespace of its element, as all of WordprocessingML are; "" where it is missing."""
    return "" if element is None else element.get(f"{element.tag.rpartition('}')[0]}}}{key}", "")


def relation(element: "_Element") -> str:
    """Return the relationship id that an element refers to."""
    return next((found for space in _RELATIONSHIPS if (found := element.get(f"{space}id"))), "")


def number(element: "_Element | None", key: str = "val") -> int | None:
    """Return a whole number of at most nine digits, or None."""
    text = value(element, key)
    return int(text) if _NUMBER.fullmatch(text) else None


def is_on(element: "_Element | None") -> bool:
    """Return the value of a property that is on where it merely stands."""
    return element is not None and value(element).lower() not in _OFF


def child(element: "_Element | None", wanted: str) -> "_Element | None":
    """Return the first child of that name."""
    if element is not None:
        for found in element:
            if name(found) == wanted:
                return found
    return None


def children(element: "_Element | None", wanted: str) -> Iterator["_Element"]:
    """Yield the children of that name."""
    return (found for found in element if name(found) == wanted) if element is not None else iter(())


def unwrapped(parent: "_Element") -> Iterator["_Element"]:
    """Yield what stands in `parent`, also through content controls, links and insertions; of alternatives the chosen one."""
    for found in parent:
        kind = name(found)
        if kind in _WRAPPERS:
            yield from unwrapped(found)
        elif kind == "mc:AlternateContent":
            choice = chosen(found)
            if choice is not None:
                yield from unwrapped(choice)
        else:
            yield found


def chosen(alternatives: "_Element") -> "_Element | None":
    """Return the one of several forms of the same content that is read: the first, else the one for old programs."""
    choice = child(alternatives, "mc:Choice")
    return child(alternatives, "mc:Fallback") if choice is None else choice
