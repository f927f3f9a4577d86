"""Tables of a page: which cell stands in which row and column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

_MOST_ROWS, _MOST_COLUMNS = 2000, 200
_WIDEST = 100_000
_SPAN = re.compile(r"\s*0*(\d{1,9})\s*", re.ASCII)
# Pages and Word use tables without lines to put text side by side; what stands in a cell of data is short.
_LONG, _MANY = 1500, 8


class TooWideError(Exception):
    """A table has more columns than anybody could look at."""


@dataclass(frozen=True)
class Grid:
    """A cell and its position, counted from 1, with the rows and columns it spans."""

    node: HtmlElement
    row: int
    column: int
    rows: int
    columns: int


def grid(table: HtmlElement) -> list[Grid]:
    """Return the cells of a table in reading order, without those of tables within it; raise `TooWideError`."""
    # For each column the last row that a cell from above reaches.
    reach: dict[int, int] = {}
    result = []
    for row, line in enumerate(_rows(table), start=1):
        column = 1
        for node in line:
            if node.tag not in ("td", "th"):
                continue
            while reach.get(column, 0) >= row:
                column += 1
            if column > _WIDEST:
                raise TooWideError
            rows, columns = _span(node, "rowspan", _MOST_ROWS), _span(node, "colspan", _MOST_COLUMNS)
            reach.update((c, row + rows - 1) for c in range(column, column + columns))
            result.append(Grid(node, row, column, rows, columns))
            column += columns
    return result


def is_layout(cells: Sequence[Grid]) -> bool:
    """Tell whether a table only puts text in its place on the page and is no table to its readers."""
    return len(cells) <= 1 or any(_holds_much(cell.node) for cell in cells)


def _holds_much(node: HtmlElement) -> bool:
    if len(node.text_content()) > _LONG:
        return True
    return sum(1 for _ in node.iter("p", "h1", "h2", "h3", "h4", "li")) > _MANY


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _span(node: HtmlElement, name: str, most: int) -> int:
    digits = _SPAN.fullmatch(node.get(name) or "")
    return max(1, min(int(digits[1]), most)) if digits else 1
