"""The report's own text on the page, paragraph by paragraph and table by table, with the findings beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from cchc.model.blocks import Block
from cchc.output.check_html_finding import card
from cchc.output.check_html_marks import Marks
from cchc.output.check_html_spots import Found, ReportText
from cchc.output.check_html_table import table_of
from cchc.output.scorecard_html_markup import tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_Numbered = tuple[int, Block]


_PLACES = (("text", ("paragraph", "cell")), ("notes", ("footnote",)), ("margins", ("header", "footer", "textbox")))
_LONGEST_HEADING = 150


def text_with(found: Sequence[Found], text: ReportText, marks: Marks) -> "Iterator[_Element]":
    """Yield the text: the body, then footnotes, then what stands in the margins of pages and in frames."""
    homeless = [card(one, text, marks) for one in found if one.home is None]
    if homeless:
        yield tag("h3", marks.say("general"))
        yield tag("div", *homeless, class_="general")
    for key, kinds in _PLACES:
        blocks = [(n, block) for n, block in enumerate(text.blocks) if block.kind in kinds]
        if blocks:
            yield tag("h3", marks.say(key))
            yield from _groups(list(_rows(blocks)), found, text, marks)


def _rows(blocks: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Yield paragraphs one by one, and the cells of a table together."""
    for table, some in groupby(blocks, lambda item: item[1].cell.table if item[1].cell else None):
        if table is None:
            yield from ([item] for item in some)
        else:
            yield list(some)


def _groups(
    rows: Sequence[list[_Numbered]], found: Sequence[Found], text: ReportText, marks: Marks
) -> "Iterator[_Element]":
    """Yield the rows, each that has findings together with those after it that have none: they share its margin."""
    headings = set(text.headings.values())
    at_home: dict[int, list[Found]] = {}
    for one in found:
        at_home.setdefault(one.home.block if one.home else -1, []).append(one)
    group = _Group()
    for row in rows:
        own = [card(one, text, marks) for n, _ in row for one in at_home.get(n, ())]
        if own and group.rows:
            led = group.leading(headings)
            if group.rows:
                yield group.element()
            group = _Group(led)
        group.rows.append((row[0][1].place, _row(row, headings, marks)))
        if own:
            group.notes, group.owner = tag("aside", *own, class_="notes"), len(group.rows)
    if group.rows:
        yield group.element()


@dataclass
class _Group:
    """Rows by the place of their first block, and the findings of the row that is number `owner` among them."""

    rows: "list[tuple[str, _Element]]" = field(default_factory=list)
    notes: "_Element | None" = None
    owner: int = 0

    def leading(self, headings: set[str]) -> "list[tuple[str, _Element]]":
        """Take away the headings at the end, which must not be parted from what stands under them."""
        keep = len(self.rows)
        while keep > self.owner and self.rows[keep - 1][0] in headings:
            keep -= 1
        led, self.rows = self.rows[keep:], self.rows[:keep]
        return led

    def element(self) -> "_Element":
        """Return the group; below a narrow text the findings stand right after their row."""
        rows = [row for _, row in self.rows]
        return tag(
            "div", *rows[: self.owner], self.notes, *rows[self.owner :], class_="group", style=f"--n: {len(rows)}"
        )


def _row(row: Sequence[_Numbered], headings: set[str], marks: Marks) -> "_Element":
    if row[0][1].cell is not None:
        return tag("div", table_of(row, marks), class_="text")
    position, block = row[0]
    classes = ["text", *(name for name, on in _looks(block, headings) if on)]
    number = tag("span", f"{block.number} ", class_="tag number") if block.number else _note_number(block, marks)
    words = marks.words(position, block)
    level = {"role": "heading", "aria_level": "4"} if block.place in headings else {}
    return tag(
        "p",
        number,
        tag("span", *words, class_="words"),
        class_=" ".join(classes),
        id=f"{marks.key}-b{position}",
        **level,
    )


def _note_number(block: Block, marks: Marks) -> "_Element | None":
    if block.note is None:
        return None
    return tag("span", f"{block.note} ", class_="tag number", id=f"{marks.key}-n{block.note}")


def _looks(block: Block, headings: set[str]) -> Iterator[tuple[str, bool]]:
    # A heading may run on into its text ("c) Nền tảng: Không có").
    yield "heading", block.place in headings and len(block.text) <= _LONGEST_HEADING
    yield "bold", block.bold
    yield "italic", block.italic
    yield "centered", block.centered
