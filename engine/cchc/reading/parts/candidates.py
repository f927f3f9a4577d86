"""What looks like a heading: its number, its title, also when they stand in several blocks, and what runs on after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.model.blocks import Block
from cchc.reading.parts.headings import cut, loud, short
from cchc.reading.parts.labels import Label, label_of

_CONTENTS_LINE = re.compile(r"(?:(?<!\.)\.{4,}|(?<!…)…{2,}|\t)\s*\d{1,3}\s*$")
_MOST_WORDS_CONTINUED = 16
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading in blocks `first` to `last`; the text of the part begins at `body` of the last one."""

    first: int
    last: int
    label: Label | None
    title: str
    body: int
    runs_on: bool
    closed: str
    """The full stop, semicolon or comma at its end, as sentences and items of a list have; else empty."""
    look: str
    """Capitals, bold or a heading style; empty where it looks like the text around it."""


def candidate_at(blocks: Sequence[Block], n: int) -> Candidate | None:
    """Return the possible heading that begins in block `n`, or None where nothing could be one."""
    block = blocks[n]
    if block.kind != "paragraph" or block.cell or _CONTENTS_LINE.search(block.text):
        return None
    label = label_of(block)
    start = label.typed if label else 0
    if label and not _says(block.text[start:]):
        return _number_alone(blocks, n, label)
    found = _cut(block, n, start, label)
    if len(found.title) > _LONGEST:
        return None
    return found if found.runs_on or found.closed not in ("", ",") else _continued(blocks, found)


def row_candidate_at(blocks: Sequence[Block], n: int) -> Candidate | None:
    """Return the possible heading of a sheet's row: a number in one cell, the title in the next, nothing after it."""
    row = [block for block in blocks[n : n + 3] if block.cell and _row(block) == _row(blocks[n])]
    first = n == 0 or _row(blocks[n - 1]) != _row(blocks[n])
    label = label_of(replace(blocks[n], number=blocks[n].text))
    if not first or len(row) != 2 or label is None or label.bullet:
        return None
    return _cut(row[1], n + 1, 0, label, n)


def _row(block: Block) -> tuple[int, int] | None:
    return (block.cell.table, block.cell.row) if block.cell else None


def _cut(block: Block, n: int, start: int, label: Label | None, first: int | None = None) -> Candidate:
    piece = cut(block.text, start)
    title = " ".join(block.text[start : piece.end].split()).strip(" *_")
    last = block.text.rstrip(" *_")[-1:]
    closed = last if last in (".", ";", ",") and not piece.runs_on else ""
    look = f"heading {block.heading}" if block.heading else "loud" if loud(title) else "bold" if block.bold else ""
    return Candidate(n if first is None else first, n, label, title, piece.body, piece.runs_on, closed, look)


def _number_alone(blocks: Sequence[Block], n: int, label: Label) -> Candidate | None:
    """Return the heading whose number stands in a block of its own before the title."""
    following = _plain(blocks, n + 1)
    if label.bullet or following is None or label_of(following) or not short(following.text):
        return None
    return _cut(following, n + 1, 0, label, n)


def _continued(blocks: Sequence[Block], found: Candidate) -> Candidate:
    """Return the heading with the next block, where its title is broken over two."""
    following = _plain(blocks, found.last + 1)
    if following is None or label_of(following) or not _same_title(found, following):
        return found
    title = f"{found.title} {' '.join(following.text.split()).strip(' *_.:')}"
    return Candidate(found.first, found.last + 1, found.label, title, len(following.text), False, "", found.look)


def _same_title(found: Candidate, following: Block) -> bool:
    text = following.text.strip()
    if not found.look or len(text.split()) > _MOST_WORDS_CONTINUED or text[-1:] in (".", ";", ":"):
        return False
    if loud(found.title):
        return loud(text)
    return text[:1].islower() and (following.bold or found.look == f"heading {following.heading}")


def _plain(blocks: Sequence[Block], n: int) -> Block | None:
    block = blocks[n] if n < len(blocks) else None
    return block if block and block.kind == "paragraph" and not block.cell and _says(block.text) else None


def _says(text: str) -> bool:
    return any(c.isalnum() for c in text)
