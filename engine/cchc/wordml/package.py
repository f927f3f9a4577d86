"""A Word file as a package of parts: the bytes of each kept, trees made when asked for."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.model.errors import InputError
from cchc.wordml.container import file_bytes, open_archive, other_office_file, unpacked
from cchc.wordml.xml import BrokenXmlError, name, parse

if TYPE_CHECKING:
    from lxml.etree import _ElementTree

_USUAL_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from a part to another: its kind (`footnotes`, `header`...) and the name of the part it points at."""

    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """An opened Word file.

    `parts` gives the bytes of each part by name, in the order of the archive; `entries` what the archive says of each
    (time, way of packing), so that a copy can be written alike; `main` is the name of the part with the body.
    """

    file: str
    parts: Mapping[str, bytes]
    entries: Mapping[str, zipfile.ZipInfo]
    main: str
    _trees: dict[str, "_ElementTree"] = field(default_factory=dict, repr=False, compare=False)

    def xml(self, part: str) -> "_ElementTree":
        """Return the tree of a part, the same one at every call; raise `InputError` where it is no sound XML."""
        if part not in self._trees:
            self._trees[part] = _tree(self.parts, part, self.file)
        return self._trees[part]

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of `part` to other parts of this package, by id, in the order of the file."""
        return _relationships(self.parts, part, self.file)

    def related(self, part: str, kind: str) -> "_ElementTree | None":
        """Return the tree of the first part of a kind (`styles`, `numbering`...) that `part` points at."""
        targets = (r.target for r in self.relationships(part).values() if r.kind == kind)
        return next((self.xml(target) for target in targets), None)


def open_package(path: Path) -> Package:
    """Return the Word file at `path`; raise `InputError` with what is wrong with it and what to do."""
    file, raw = str(path), file_bytes(path)
    archive = open_archive(raw, file)
    parts = unpacked(archive, len(raw), file)
    found = [r.target for r in _relationships(parts, "", file).values() if r.kind == "officeDocument"]
    main = next(iter(found), _USUAL_MAIN)
    package = Package(file, parts, {entry.filename: entry for entry in archive.infolist()}, main)
    if main not in parts or name(_tree(parts, main, file).getroot()) != "document":
        raise InputError(other_office_file(parts), file)
    return package


def _tree(parts: Mapping[str, bytes], part: str, file: str) -> "_ElementTree":
    try:
        return parse(parts[part])
    except BrokenXmlError as error:
        raise InputError(f"phần '{part}' của tệp Word {error}; hãy mở bằng Word và lưu lại", file) from None


def _relationships(parts: Mapping[str, bytes], part: str, file: str) -> dict[str, Relationship]:
    folder, _, base = part.rpartition("/")
    by_name = {known.lower(): known for known in parts}
    source = by_name.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
    found = {}
    for one in _tree(parts, source, file).getroot().iterchildren("{*}Relationship") if source else ():
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/").lower()
        if target in by_name and one.get("TargetMode") != "External":
            found[one.get("Id", "")] = Relationship(one.get("Type", "").rpartition("/")[2], by_name[target])
    return found
