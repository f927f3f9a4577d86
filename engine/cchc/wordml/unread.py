"""What stands in the body of a Word file and is no text that can be read, and whether changes are still tracked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc.wordml.package import Package
from cchc.wordml.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element

_PICTURES = frozenset({"a:blip", "v:imagedata", "c:chart", "dgm:relIds"})
_OBJECTS = frozenset({"object", "altChunk", "subDoc"})
_EQUATIONS = frozenset({"m:oMath"})
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
# Deleted content, and the older form of what stands beside it in a newer one.
_NOT_PRINTED = frozenset({"del", "moveFrom", "mc:Fallback"})


@dataclass(slots=True)
class Unread:
    """Counts of what was not read: pictures and charts, embedded files and objects, equations."""

    pictures: int = 0
    objects: int = 0
    equations: int = 0
    has_tracked_changes: bool = False


def unread(package: Package) -> Unread:
    """Return what of the body was not read."""
    found = Unread()
    waiting: list[_Element] = [package.xml(package.main).getroot()]
    while waiting:
        element = waiting.pop()
        kind = name(element)
        found.has_tracked_changes |= kind in _TRACKED
        found.pictures += kind in _PICTURES
        found.objects += kind in _OBJECTS
        found.equations += kind in _EQUATIONS
        if kind not in _NOT_PRINTED | _OBJECTS | _EQUATIONS:
            waiting += element
    return found
