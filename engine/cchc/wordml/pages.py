"""The headers and footers that a document prints."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.model.blocks import BlockKind
from cchc.wordml.package import Package
from cchc.wordml.xml import child, is_on, name, relation, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: tuple[BlockKind, ...] = ("header", "footer")


def running_parts(package: Package, root: "_Element") -> Iterator[tuple[BlockKind, str]]:
    """Yield kind and part name of the headers and footers in use, headers first, each part once.

    A header for the first or for even pages that is switched off stays in the file, but is not printed.
    """
    targets = package.relationships(package.main)
    sections = [one for one in root.iter("{*}sectPr") if _is_current(one)]
    settings = package.related(package.main, "settings")
    has_even = settings is not None and is_on(child(settings.getroot(), "evenAndOddHeaders"))
    for kind in _KINDS:
        used = (
            relation(one) for section in sections for one in section
            if name(one) == f"{kind}Reference" and _is_printed(value(one, "type"), section, has_even)
        )  # fmt: skip
        for key in dict.fromkeys(used):
            if key in targets:
                yield kind, targets[key].target


def _is_current(section: "_Element") -> bool:
    """Tell whether these are the properties of now, not those from before a tracked change."""
    parent = section.getparent()
    return name(section) == "sectPr" and parent is not None and name(parent) != "sectPrChange"


def _is_printed(pages: str, section: "_Element", has_even: bool) -> bool:
    return {"first": is_on(child(section, "titlePg")), "even": has_even}.get(pages, True)
