"""Put the marks of a comment around words of a Word document: runs are cut where the words begin and end, nothing else moves."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc.wordml.xml import child, name

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# No mark may stand in a run; one in a field is lost when Word refreshes it, one in an alternative is missing from the other.
_WHOLE = frozenset({"r", "fldSimple", "mc:AlternateContent"})
_PLAIN_CONTROLS = frozenset({"text", "dataBinding", "date", "dropDownList", "comboBox", "docPartList", "citation"})


@dataclass(slots=True)
class _Held:
    """An element that prints `text[start:end]` of its block."""

    element: "_Element"
    start: int
    end: int


class Line:
    """The elements that print one block, kept true while runs are cut; offsets count raw characters.

    `pieces` are the elements with the text that each prints, in reading order; an element outside any run (the end of
    a paragraph of a cell) takes its place in the count and is never marked.
    """

    def __init__(self, pieces: Iterable[tuple["_Element", str]]) -> None:
        self._held: list[_Held] = []
        at = 0
        for element, text in pieces:
            self._held.append(_Held(element, at, at + len(text)))
            at += len(text)

    def can_hold(self, start: int, end: int) -> bool:
        """Tell whether a comment can be put around `text[start:end]`."""
        return start < end and any(True for _ in self._in_runs(start, end))

    def enclose(self, start: int, end: int, number: int) -> None:
        """Put the range and the reference of comment `number` around `text[start:end]`, which `can_hold` allowed."""
        self._cut(start)
        self._cut(end)
        held = list(self._in_runs(start, end))
        first, last = _outermost(held[0].element), _outermost(held[-1].element)
        first.addprevious(_mark(first, "commentRangeStart", number))
        after = _last_mark(last)
        reference = after.makeelement(_like(last, "r"))
        reference.append(_mark(last, "commentReference", number))
        after.addnext(reference)
        after.addnext(_mark(last, "commentRangeEnd", number))

    def _in_runs(self, start: int, end: int) -> Iterator[_Held]:
        return (h for h in self._held if h.start < end and h.end > start and _run(h.element) is not None)

    def _cut(self, at: int) -> None:
        """Make a run begin at `at`, where the element there can be cut."""
        for position, held in enumerate(self._held):
            if held.start == at and held.end > at:
                _split_run(held.element)
                return
            if held.start < at < held.end:
                if _can_split(held):
                    self._split_text(position, at)
                return

    def _split_text(self, position: int, at: int) -> None:
        held = self._held[position]
        text = held.element.text or ""
        rest = _twin(held.element)
        held.element.text, rest.text = text[: at - held.start], text[at - held.start :]
        for half in (held.element, rest):
            half.set(_SPACE, "preserve")
        held.element.addnext(rest)
        self._held.insert(position + 1, _Held(rest, at, held.end))
        held.end = at
        _split_run(rest)


def _can_split(held: _Held) -> bool:
    """Tell whether the element's own characters are the ones counted: `w:t` in a run, not a symbol or an alternative."""
    parent = held.element.getparent()
    in_run = parent is not None and name(parent) == "r"
    return in_run and name(held.element) == "t" and len(held.element.text or "") == held.end - held.start


def _split_run(element: "_Element") -> None:
    """Make `element` the first in its run: what stands before it keeps the old run, with the same properties."""
    child, run = element, element.getparent()
    while run is not None and name(run) != "r":
        child, run = run, run.getparent()
    if run is None or all(name(e) == "rPr" for e in child.itersiblings(preceding=True)):
        return
    rest = _twin(run)
    rest.extend(deepcopy(e) for e in run if name(e) == "rPr")
    rest.extend([child, *child.itersiblings()])
    run.addnext(rest)


def _twin(element: "_Element") -> "_Element":
    """Return an element with the same name and attributes, and nothing in it."""
    twin = element.makeelement(element.tag)
    for key, given in element.items():
        twin.set(key, given)
    return twin


def _run(element: "_Element") -> "_Element | None":
    return next((e for e in element.iterancestors() if name(e) == "r"), None)


def _outermost(element: "_Element") -> "_Element":
    """Return the outermost run of `element`, or what must be marked as a whole because it holds that run."""
    found = element
    for ancestor in element.iterancestors():
        if name(ancestor) == "p":
            break
        if name(ancestor) in _WHOLE or _is_plain_control(ancestor):
            found = ancestor
    return found


def _is_plain_control(element: "_Element") -> bool:
    properties = child(element, "sdtPr") if name(element) == "sdt" else None
    return properties is not None and any(name(e) in _PLAIN_CONTROLS for e in properties)


def _last_mark(element: "_Element") -> "_Element":
    """Return `element`, or the end of the last comment that ends with it: several on one span keep their order."""
    following = element.getnext()
    while following is not None and (name(following) == "commentRangeEnd" or _is_reference(following)):
        element, following = following, following.getnext()
    return element


def _is_reference(element: "_Element") -> bool:
    return name(element) == "r" and any(name(e) == "commentReference" for e in element)


def _mark(beside: "_Element", kind: str, number: int) -> "_Element":
    return beside.makeelement(_like(beside, kind), {_like(beside, "id"): str(number)})


def _like(element: "_Element", local: str) -> str:
    """Return the name `local` in WordprocessingML as the document of `element` spells it: transitional or strict."""
    namespace = element.getroottree().getroot().tag.rpartition("}")[0]
    return f"{namespace}}}{local}"
