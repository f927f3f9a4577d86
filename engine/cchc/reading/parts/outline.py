"""Find the parts of a report: which heading of the outline every block stands under."""

from collections.abc import Sequence
from dataclasses import replace

from cchc.model.blocks import Block, TextDocument
from cchc.model.place import Place
from cchc.model.report import Part
from cchc.packs.reading_schema import Headings
from cchc.packs.schema import Outline
from cchc.reading.parts.headings import heading_book
from cchc.reading.parts.numbered import by_number
from cchc.reading.parts.title import title_of
from cchc.reading.parts.walk import Found, Walk
from cchc.reading.passage import CLOSING, OPENING, OUTSIDE, Outlined, Passage
from cchc.vietnamese.spelling import spell

_ALIKE = 85


def read_outline(document: TextDocument, outline: Outline, headings: Headings) -> Outlined:
    """Return the passages of a document and the parts of the outline that it has, as printed and in its order.

    Words decide which part a heading is, numbers only how deep it stands. A heading that is in no outline gets no id:
    its text stays with the part around it.
    """
    walk = _walk(document, outline, headings, {})
    numbered = by_number(walk.found, tuple(part.id for part in outline.parts))
    if numbered:
        walk = _walk(document, outline, headings, numbered)
    parts, blocks = _parts(walk, document.blocks)
    others = tuple(_other(found, document.blocks) for found in walk.found if _is_other(found))
    return Outlined(_passages(walk, document.blocks), parts, blocks, others, _whole(walk, document, headings))


def _is_other(found: Found) -> bool:
    """Return whether a heading is in no outline, and stands right under one that is or under none."""
    return not found.parts and (found.above is None or bool(found.above.parts))


def _other(found: Found, blocks: Sequence[Block]) -> Place:
    block = blocks[found.candidate.last]
    return Place(part=found.above.parts[0] if found.above else OUTSIDE, detail=block.place, quote=found.candidate.title)


def _whole(walk: Walk, document: TextDocument, headings: Headings) -> bool:
    """Return whether the document is a report in the form of the outline, so that what it lacks can be told."""
    title = title_of(document.blocks)
    opening = [b.text for b, part in zip(document.blocks, walk.part_of, strict=True) if part == OPENING]
    subject = title.text if title and title.text else " ".join(opening)
    printed = any(f.candidate.look or (f.candidate.label and not f.candidate.label.bullet) for f in walk.found)
    return document.format != "sheet" and printed and heading_book(headings).names_subject(subject)


def _walk(document: TextDocument, outline: Outline, headings: Headings, numbered: dict[int, str]) -> Walk:
    title = title_of(document.blocks)
    walk = Walk(document, heading_book(headings), tuple(part.id for part in outline.parts), numbered)
    walk.run(title.last + 1 if title else 0)
    return walk


def _passages(walk: Walk, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    passages = [
        Passage(block, part, start) for block, part, start in zip(blocks, walk.part_of, walk.starts, strict=True)
    ]
    marked = {number: p.part for p in reversed(passages) for _, number in p.block.marks}
    return tuple(_moved(passage, marked) for passage in passages)


def _moved(passage: Passage, marked: dict[int, str]) -> Passage:
    """Return a footnote with the part of its mark, a page's head or foot outside of all parts."""
    kind, note = passage.block.kind, passage.block.note
    if kind == "footnote":
        return replace(passage, part=marked.get(note or 0, CLOSING))
    return replace(passage, part=CLOSING) if kind in ("header", "footer") else passage


def _parts(walk: Walk, blocks: Sequence[Block]) -> tuple[tuple[Part, ...], tuple[Block, ...]]:
    parts, where = list[Part](), list[Block]()
    first: dict[str, Found] = {}
    for n, found in enumerate(walk.found):
        for part_id in found.parts:
            if found.continues or part_id in _above(found) or _named_elsewhere(walk, found, part_id):
                continue
            earlier = first.setdefault(part_id, found)
            if earlier is found or _printed_again(earlier, found):
                parts.append(_part(part_id, found, empty=_empty(walk, n, blocks)))
                where.append(blocks[found.candidate.first])
    return tuple(parts), tuple(where)


def _above(found: Found) -> set[str]:
    """Return the parts that the headings over a heading name."""
    return {*found.above.parts[:1], *_above(found.above)} if found.above else set()


def _named_elsewhere(walk: Walk, found: Found, part_id: str) -> bool:
    """Return whether a part that a heading names among others has a heading of its own."""
    return part_id != found.parts[0] and any(part_id in f.parts[:1] for f in walk.found)


def _part(part_id: str, found: Found, empty: bool) -> Part:
    label = found.candidate.label
    lettered = label is not None and part_id.count(".") == 2 and label.printed.isalpha()
    return Part(
        id=part_id,
        title=found.candidate.title or None,
        empty=empty,
        letter=label.printed if label and lettered else None,
    )


def _printed_again(earlier: Found, found: Found) -> bool:
    """Return whether a heading is the same one once more; two headings of one matter under other words are not."""
    from rapidfuzz import fuzz

    a, b = earlier.candidate, found.candidate
    return fuzz.ratio(spell(a.title), spell(b.title)) >= _ALIKE


def _empty(walk: Walk, n: int, blocks: Sequence[Block]) -> bool:
    """Return whether nothing at all stands between a heading and the next one that is not below it."""
    found = walk.found[n]
    following = walk.found[n + 1] if n + 1 < len(walk.found) else None
    if found.candidate.runs_on or (following and following.depth > found.depth):
        return False
    end = following.candidate.first if following else walk.end_of_text
    between = blocks[found.candidate.last + 1 : end]
    return not any(c.isalnum() for block in between for c in block.text)
