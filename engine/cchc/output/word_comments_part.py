"""The part of a Word package that holds its comments, with the relationship and the content type that make it known."""

import posixpath
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cchc.model.errors import InputError
from cchc.wordml.xml import number

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

    from cchc.wordml.package import Package

AUTHOR = "cchc"
Paragraph = tuple[str, str]
"""A paragraph of a comment: a label in bold, and the text after it."""

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Said on every paragraph and run, since the styles of the file are not ours to change: 10 points, no indent.
_HALF_POINTS = "20"
_PARAGRAPH = (
    ("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}),
    ("ind", {"left": "0", "right": "0", "firstLine": "0"}),
    ("jc", {"val": "left"}),
)


class CommentsPart:
    """The comments of a package: those it has stay, new ones are numbered after them."""

    def __init__(self, package: "Package") -> None:
        from lxml import etree

        document = package.xml(package.main).getroot()
        self._package = package
        self._folder, _, main = package.main.rpartition("/")
        self._links = self._as_stored(posixpath.join(self._folder, "_rels", f"{main}.rels"))
        self._namespace = document.tag.rpartition("}")[0] + "}"
        known = [link.target for link in package.relationships(package.main).values() if link.kind == "comments"]
        self._is_new = not known
        self._name = known[0] if known else self._free_name()
        new = etree.Element(f"{self._namespace}comments", nsmap={"w": self._namespace[1:-1]})
        self._root = package.xml(self._name).getroot() if known else new
        self._next = max(_numbers(self._namespace, (self._root, document)), default=-1) + 1

    def add(self, paragraphs: Iterable[Paragraph]) -> int:
        """Add a comment and return its number."""
        own = self._next
        self._next += 1
        comment = self._new(self._root, "comment", {"id": str(own), "author": AUTHOR, "initials": AUTHOR})
        for label, text in paragraphs:
            self._add_paragraph(comment, label, text)
        return own

    def changed(self) -> dict[str, bytes]:
        """Return the parts to write, by name: the comments, and what makes them known where they are new."""
        parts = {self._name: serialised(self._root.getroottree())}
        if self._is_new:
            parts |= {self._as_stored(_TYPES): self._types(), self._links: self._relationships()}
        return parts

    def _as_stored(self, name: str) -> str:
        """Return the name of a part as the archive spells it; names of parts know no capitals."""
        return next((stored for stored in self._package.parts if stored.lower() == name.lower()), name)

    def _free_name(self) -> str:
        taken = {name.lower() for name in self._package.parts}
        names = (posixpath.join(self._folder, f"comments{n or ''}.xml") for n in range(len(taken) + 1))
        return next(name for name in names if name.lower() not in taken)

    def _new(self, parent: "_Element", name: str, attributes: dict[str, str]) -> "_Element":
        from lxml import etree

        named = {self._namespace + key: value for key, value in attributes.items()}
        return etree.SubElement(parent, self._namespace + name, named)

    def _add_paragraph(self, comment: "_Element", label: str, text: str) -> None:
        paragraph = self._new(comment, "p", {})
        properties = self._new(paragraph, "pPr", {})
        for name, attributes in _PARAGRAPH:
            self._new(properties, name, attributes)
        for words, bold in ((label, True), (text, False)):
            if words:
                self._add_run(paragraph, words, bold)

    def _add_run(self, paragraph: "_Element", words: str, bold: bool) -> None:
        run = self._new(paragraph, "r", {})
        properties = self._new(run, "rPr", {})
        if bold:
            self._new(properties, "b", {})
        self._new(properties, "sz", {"val": _HALF_POINTS})
        printed = self._new(run, "t", {})
        printed.text = _NOT_XML.sub(" ", words)
        printed.set(_XML_SPACE, "preserve")

    def _types(self) -> bytes:
        from lxml import etree

        stored = self._as_stored(_TYPES)
        if stored not in self._package.parts:
            raise InputError(f"tệp thiếu phần {_TYPES}; hãy mở bằng Word và lưu lại", self._package.file)
        tree = self._package.xml(stored)
        known = {override.get("PartName", "").lower() for override in tree.getroot().iterchildren("{*}Override")}
        if f"/{self._name}".lower() not in known:
            own = {"PartName": f"/{self._name}", "ContentType": _COMMENTS_TYPE}
            etree.SubElement(tree.getroot(), f"{{{_TYPES_NS}}}Override", own)
        return serialised(tree)

    def _relationships(self) -> bytes:
        from lxml import etree

        root = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS_NS}"/>')
        if self._links in self._package.parts:
            root = self._package.xml(self._links).getroot()
        taken = {relationship.get("Id") for relationship in root.iterchildren("{*}Relationship")}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        kind = _STRICT if "purl.oclc.org" in self._namespace else _TRANSITIONAL
        own = {"Id": free, "Type": kind, "Target": posixpath.basename(self._name)}
        etree.SubElement(root, f"{{{_RELATIONSHIPS_NS}}}Relationship", own)
        return serialised(root.getroottree())


def serialised(tree: "_ElementTree") -> bytes:
    """Return a part as UTF-8, its namespaces and its `standalone` as they were."""
    from lxml import etree

    # lxml would quote the declaration otherwise than Word does.
    standalone = {True: ' standalone="yes"', False: ' standalone="no"', None: ""}[tree.docinfo.standalone]
    text = etree.tostring(tree, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"{standalone}?>\r\n{text}'.encode()


def _numbers(namespace: str, roots: Iterable["_Element"]) -> Iterable[int]:
    """Return the numbers of comments in use: also those that the document refers to and no comment has."""
    names = [namespace + name for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    found = (number(element, "id") for root in roots for element in root.iter(*names))
    return (one for one in found if one is not None)
