"""How many items a report lists after it has declared their number: `02 hình thức sau: ... và ...`."""

import re
from collections.abc import Iterator, Mapping

from cchc.model.blocks import Block

_NEAR = 90
_MARK_NEAR = 60
_COUNTER = re.compile(r"\((\d{1,2})\)")
_CUTS = (re.compile(r";"), re.compile(r",(?!\d)"), re.compile(r"\bvà\b"), re.compile(r";|,(?!\d)|\bvà\b"))


def listed_after(text: str, end: int, declared: int, notes: Mapping[int, Block], block: Block) -> int | None:
    """Return how many items follow the declared number that ends at `end`; None where that cannot be told.

    Items that are counted in print ((1), (2), ...) give their own number. Of others the cut at semicolons, commas or
    `và` that comes to the declared number is taken: where none does, the list may simply read otherwise.
    """
    counted = _counted(text[end:].split("\n", maxsplit=1)[0]) if _opens_list(text, end) else None
    if counted:
        return counted
    if any(_cut_to(part, declared) for part in _lists(text, end, notes, block)):
        return declared
    return _counted(text[:end])


def _opens_list(text: str, end: int) -> bool:
    return re.match(rf"[^.;:(]{{0,{_NEAR}}}:\s*\(1\)", text[end:]) is not None


def _counted(text: str) -> int | None:
    """Return the last of the counters (1), (2), ... that stand in a row, None without at least two."""
    highest = 0
    for match in _COUNTER.finditer(text):
        highest = highest + 1 if int(match[1]) == highest + 1 else highest
    return highest if highest > 1 else None


def _lists(text: str, end: int, notes: Mapping[int, Block], block: Block) -> Iterator[str]:
    bracket = re.match(rf"[^.;:(]{{0,{_NEAR}}}\(([^()]*)\)", text[end:])
    if bracket:
        yield bracket[1]
    colon = re.match(rf"[^.;:(]{{0,{_NEAR}}}:\s*([^.]+)", text[end:])
    if colon:
        yield colon[1]
    for offset, number in block.marks:
        if end <= offset <= end + _MARK_NEAR and number in notes:
            yield notes[number].text.rpartition(":")[2]


def _cut_to(text: str, declared: int) -> bool:
    parts = ([p for p in cut.split(text) if p.strip(" .,;*")] for cut in _CUTS)
    return any(len(part) == declared for part in parts)
