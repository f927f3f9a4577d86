"""A table of the report on the page: its cells where they stand, with what they span."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from cchc.model.blocks import Block, Cell
from cchc.output.check_html_marks import Marks
from cchc.output.scorecard_html_markup import tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_EMPTY = 50


def table_of(cells: Sequence[tuple[int, Block]], marks: Marks) -> "_Element":
    """Return the cells as a table; places without a cell in between are left empty, so that columns stay columns."""
    reach: dict[int, int] = {}
    rows = []
    for row, some in groupby(cells, lambda item: item[1].cell.row if item[1].cell else 0):
        made, column = [], 1
        for position, block in some:
            cell = block.cell or Cell(0, row, column)
            made += _gap(column, cell.column, row, reach)
            made.append(_cell(position, block, cell, marks))
            column = cell.column + cell.columns
            reach.update(dict.fromkeys(range(cell.column, min(column, cell.column + _MOST_EMPTY)), row + cell.rows))
        rows.append(tag("tr", *made))
    return tag(
        "div",
        tag("table", tag("tbody", *rows), class_="report"),
        class_="wide",
        role="region",
        aria_label=marks.say("table"),
        tabindex="0",
    )


def _gap(column: int, until: int, row: int, reach: dict[int, int]) -> "list[_Element]":
    """Return empty cells up to a column, but for columns that a cell above reaches down into."""
    return [tag("td") for n in range(column, min(until, column + _MOST_EMPTY)) if reach.get(n, 0) <= row]


def _cell(position: int, block: Block, cell: Cell, marks: Marks) -> "_Element":
    spans = {name: str(n) for name, n in (("rowspan", cell.rows), ("colspan", cell.columns)) if n > 1}
    words = tag("span", *marks.words(position, block), class_="words")
    return tag("td", words, id=f"{marks.key}-b{position}", class_="bold" if block.bold else "plain", **spans)
