"""The items of a part: paragraphs, list items and table rows, each with its mark, broken ones joined again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cchc.model.place import Place
from cchc.model.report import Statement, StatementKind
from cchc.reading.passage import Passage, place
from cchc.reading.said.sentences import Span, sentences, trimmed

_MARK = re.compile(
    r"[\s_]*(\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/]?\)?|\(?[a-zđ][.)]|[-–—•·➢✓►+*]+)(?=[\s*(“\"]|[^\W\d_])[\s*_]*"
)
_NEW_LINE = re.compile(r"\n\s*(?=\S)")
_SHORTEST_CELL = 4
_BODY = frozenset({"paragraph", "textbox"})


@dataclass(frozen=True)
class Item:
    """A line of a paragraph, list item or table row, and the paragraphs in which it goes on.

    Its words are `start:end` of the first of them; `mark` is its number or bullet ("1.", "-", "").
    """

    passages: tuple[Passage, ...]
    start: int
    end: int
    mark: str

    @property
    def head(self) -> Passage:
        """The passage that it begins in."""
        return self.passages[0]

    @property
    def line(self) -> str:
        """The words of the first passage, which quotes are taken from."""
        return self.head.block.text[self.start : self.end]

    @property
    def text(self) -> str:
        """All words."""
        return " ".join((self.line, *(p.body for p in self.passages[1:])))

    @property
    def spans(self) -> list[Span]:
        """The sentences of the first passage."""
        return list(sentences(self.head.block.text, self.start, self.end))

    @property
    def leads(self) -> bool:
        """Whether it only announces the items that follow."""
        return self.text.rstrip(" *_").endswith(":")

    @property
    def depth(self) -> str:
        """The kind of its mark: items of one list share it."""
        return "1" if self.mark[:1].isdigit() else "a" if self.mark[:1].isalpha() else self.mark[:1]


def items(passages: Iterable[Passage]) -> tuple[Item, ...]:
    """Return the items among passages of one part; notes, page headers and words within headings are none."""
    found: list[Item] = []
    for item in _lines(passages):
        if found and _goes_on(found[-1], item):
            found[-1] = replace(found[-1], passages=(*found[-1].passages, *item.passages))
        else:
            found.append(item)
    return tuple(found)


def statement(kind: StatementKind, topics: tuple[str, ...], passage: Passage, span: Span) -> Statement:
    """Return a statement that quotes `span` of a passage."""
    text = passage.block.text
    start, end = trimmed(text, *span)
    if start >= end:
        # Nothing but marks: the block itself is what is said.
        start, end = 0, len(text)
    at: Place = place(passage, start, end)
    return Statement(kind=kind, topics=topics, text=text[start:end], at=at)


def _lines(passages: Iterable[Passage]) -> Iterator[Item]:
    rows: dict[tuple[int, int], Passage] = {}
    for passage in passages:
        cell = passage.block.cell
        if passage.block.kind in _BODY:
            yield from (_item(passage, *line) for line in _own_lines(passage))
        elif cell and cell.row > 1:
            longest = rows.get((cell.table, cell.row), passage)
            rows[cell.table, cell.row] = max(longest, passage, key=lambda p: len(p.body.split()))
    # A table of tasks or requests: the words of a row stand in its longest cell, the first row names the columns.
    for passage in rows.values():
        if len(passage.body.split()) >= _SHORTEST_CELL:
            yield _item(passage, passage.start, len(passage.block.text))


def _own_lines(passage: Passage) -> Iterator[Span]:
    """Yield the lines of a passage that hold words; a line that begins with a small letter belongs to the one before."""
    text, start = passage.block.text, passage.start
    for match in (*_NEW_LINE.finditer(text, start), None):
        end = match.start() if match else len(text)
        if match and text[match.end()].islower():
            continue
        if any(c.isalpha() for c in text[start:end]):
            yield start, end
        start = match.end() if match else end


def _item(passage: Passage, start: int, end: int) -> Item:
    match = _MARK.match(passage.block.text, start, end)
    number = passage.block.number if start == passage.start else ""
    if match is None:
        return Item((passage,), start, end, number)
    return Item((passage,), match.end(), end, number or match[1].strip("("))


def _goes_on(before: Item, item: Item) -> bool:
    """Return whether an item is the rest of the one before, cut in two by a page break or a note."""
    first = next((c for c in item.line if c.isalpha()), "")
    last = before.passages[-1].body.rstrip(" *_")[-1:]
    cut = item.head is not before.head and last not in set(".;:!?")
    return cut and not item.mark.strip("*") and first.islower() and not item.head.block.cell
