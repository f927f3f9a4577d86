"""The cells of a Word table on its grid: spans across and down, without the cells that a span covers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc.wordml.xml import child, is_on, name, number, unwrapped, value

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class GridCell:
    """A printed cell; `row` and `column` count from 1, `rows` and `columns` are how many it spans."""

    element: "_Element"
    row: int
    column: int
    rows: int
    columns: int


def cells(table: "_Element") -> list[GridCell]:
    """Return the printed cells of a table, row by row. A row that is deleted or hidden counts, but prints nothing."""
    found: list[GridCell] = []
    open_above: dict[int, GridCell] = {}
    rows = (one for one in unwrapped(table) if name(one) == "tr")
    for at, row in enumerate(rows, start=1):
        still_open: dict[int, GridCell] = {}
        for element, column, columns in _placed(row):
            properties = child(element, "tcPr")
            merge = child(properties, "vMerge")
            above = open_above.get(column) if merge is not None and value(merge) != "restart" else None
            if above is not None:
                above.rows += 1
                still_open[column] = above
                continue
            cell = GridCell(element, at, column, 1, columns)
            if merge is not None:
                still_open[column] = cell
            if not _is_gone(row, properties):
                found.append(cell)
        open_above = still_open
    return found


def _placed(row: "_Element") -> Iterator[tuple["_Element", int, int]]:
    """Yield the cells of a row, each with its grid column and how many columns it spans."""
    column = 1 + (number(child(child(row, "trPr"), "gridBefore")) or 0)
    for element in unwrapped(row):
        if name(element) == "tc":
            columns = max(number(child(child(element, "tcPr"), "gridSpan")) or 1, 1)
            yield element, column, columns
            column += columns


def _is_gone(row: "_Element", cell: "_Element | None") -> bool:
    of_row = child(row, "trPr")
    return child(of_row, "del") is not None or is_on(child(of_row, "hidden")) or child(cell, "cellDel") is not None
