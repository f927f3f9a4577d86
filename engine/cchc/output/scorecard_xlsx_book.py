"""An Excel workbook of plain tables: named styles, text that stays text, pages that print on A4."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any, Generic, Literal, TypeVar

Style = Literal["text", "any", "number", "signed", "percent", "count", "signed_count"]
Gap = Literal["unknown", "left_out"]


@dataclass(frozen=True)
class Blank:
    """A cell without a value that says by its pattern why: not known, or not asked for."""

    why: Gap


Cell = str | float | int | Blank | None
Item = TypeVar("Item")

_NUMBERS: Mapping[Style, str] = {
    "text": "General",
    "any": "General",
    "number": "0.00",
    "signed": "+0.00;-0.00;0.00",
    "percent": "0.0",
    "count": "0",
    "signed_count": "+0;-0;0",
}
# Two patterns that a black and white printer tells apart: dots, and thin diagonal lines.
_GAPS: Mapping[Gap, Mapping[str, Any]] = {
    "unknown": {"pattern": 17, "bg_color": "#FFF2CC", "fg_color": "#7F6000"},
    "left_out": {"pattern": 14, "bg_color": "#FFFFFF", "fg_color": "#A6A6A6"},
}
_BASE = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_BOX = {"border": 1, "border_color": "#BFBFBF"}
_HEAD = {
    "bold": True,
    "text_wrap": True,
    "border": 1,
    "bg_color": "#1F3864",
    "font_color": "#FFFFFF",
    "valign": "vcenter",
}
# What a spreadsheet would take for a formula if the cell were entered anew.
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000
_NAME = 31
_LINE = 13.0
_TALLEST = 400.0
# Letters that the filter button of a heading covers.
_BUTTON = 1.5
# A file does not say when it was made: the same scorecard gives the same bytes.
_CREATED = datetime(2000, 1, 1)


@dataclass(frozen=True)
class Column(Generic[Item]):
    """A column of a table: its heading, width in characters, style, and what it shows of an item."""

    head: str
    width: float
    style: Style
    value: Callable[[Item], Cell]


@dataclass(frozen=True)
class Grid:
    """A table as it stands in a sheet: the row of its headings (from 0), and how many rows are below."""

    sheet: Any
    name: str
    top: int
    count: int

    def cells(self, column: int, start: int = 0, stop: int | None = None) -> list[Any]:
        """Return the reference of rows `start` to `stop` (not included) of a column, as charts take it."""
        first = self.top + 1
        return [self.name, first + start, column, first + (self.count if stop is None else stop) - 1, column]

    def area(self, column: int) -> tuple[int, int, int, int]:
        """Return first row, first column, last row, last column of the cells of a column."""
        return self.top + 1, column, self.top + self.count, column


@dataclass
class Book:
    """A workbook in memory."""

    title: str
    stream: BytesIO = field(default_factory=BytesIO)
    workbook: Any = None
    _names: set[str] = field(default_factory=set)
    _formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from xlsxwriter import Workbook

        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = Workbook(self.stream, options)
        self.workbook.set_properties({"title": self.title, "created": _CREATED})

    def close(self) -> bytes:
        """Return the file."""
        self.workbook.close()
        return self.stream.getvalue()

    def style(self, **properties: Any) -> Any:
        """Return a cell format; the same one for the same properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({**_BASE, **properties})
        return self._formats[key]

    def sheet(self, title: str) -> tuple[Any, str]:
        """Return a new sheet on A4 landscape, one page wide, and the name it got."""
        name = sheet_name(title, self._names)
        self._names.add(name.casefold())
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P/&N")
        sheet.hide_gridlines(2)
        return sheet, name

    def table(self, title: str, above: Sequence[str], columns: "Sequence[Column[Item]]", items: Sequence[Item]) -> Grid:
        """Write a sheet: its title, the lines above, headings that stay in sight, and a row for every item."""
        sheet, name = self.sheet(title)
        widths = [column.width for column in columns]
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        top = self.head(sheet, [f"{title} - {self.title}", *above], widths)
        sheet.set_row(top, _height([column.head for column in columns], [width - _BUTTON for width in widths]))
        for number, column in enumerate(columns):
            self.put(sheet, top, number, column.head, **_HEAD)
        for row, item in enumerate(items, top + 1):
            cells = [column.value(item) for column in columns]
            sheet.set_row(row, _height(cells, widths))
            for number, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.cell(sheet, row, number, value, column.style)
        sheet.freeze_panes(top + 1, 0)
        sheet.autofilter(top, 0, top + max(len(items), 1), len(columns) - 1)
        sheet.repeat_rows(top)
        return Grid(sheet, name, top, len(items))

    def head(self, sheet: Any, lines: Sequence[str], widths: Sequence[float]) -> int:
        """Write lines across the width of the table, high enough for their text; return the row below them."""
        across = min(sum(widths), 180.0)
        last = next((n for n in range(len(widths)) if sum(widths[: n + 1]) >= across), len(widths) - 1)
        for row, line in enumerate(lines):
            large = {"bold": True, "font_size": 14} if row == 0 else {}
            sheet.set_row(row, 22 if row == 0 else _height([line], [across]))
            look = self.style(text_wrap=True, **large)
            if last:
                sheet.merge_range(row, 0, row, last, "", look)
            sheet.write_string(row, 0, line[:_LONGEST], look)
        return len(lines)

    def cell(self, sheet: Any, row: int, column: int, value: Cell, style: Style) -> None:
        """Write a value as it is; what is not known stays empty."""
        if isinstance(value, str):
            self.put(sheet, row, column, value, text_wrap=True, align="left", indent=1, **_BOX)
        elif isinstance(value, Blank):
            sheet.write_blank(row, column, None, self.style(**_BOX, **_GAPS[value.why]))
        elif value is None:
            sheet.write_blank(row, column, None, self.style(**_BOX))
        else:
            # Six decimals are finer than any point that is given, and free of binary noise.
            shown = round(value, 6) + 0.0
            sheet.write_number(row, column, shown, self.style(**_BOX, **_number(shown, style)))

    def put(self, sheet: Any, row: int, column: int, text: str, **look: Any) -> None:
        """Write text, never a formula nor a link; it stays text where a person enters the cell again."""
        quoted = {"quote_prefix": True} if text.startswith(_RISKY) else {}
        sheet.write_string(row, column, text[:_LONGEST], self.style(**look, **quoted))


def _number(value: float, style: Style) -> dict[str, Any]:
    if style == "count":
        return {"num_format": "0", "align": "center"}
    # A gain that two decimals would print as 0 is shown with more.
    tiny = style == "number" and 0 < abs(value) < 0.005
    return {"num_format": "0.0000##" if tiny else _NUMBERS[style]}


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Return a height that shows all text of a row: not every program fits rows to wrapped text when it opens a file."""
    lines = (_lines(text, width) for text, width in zip(cells, widths, strict=True) if isinstance(text, str))
    return min(_TALLEST, 3 + _LINE * max(lines, default=1))


def _lines(text: str, width: float) -> int:
    # Letters are narrower than digits on the whole; words do not fill a line to its end, and the text is set in.
    room = max(width * 1.08 - 2, 3.0)
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel takes for a sheet: at most 31 letters, none of `[]:*?/\\`, unlike those `taken`."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).split()).strip("' ") or "-"
    # Excel keeps this name for itself.
    plain = f"{plain} -" if plain.casefold() == "history" else plain
    name, number = _cut(plain, ""), 1
    while name.casefold() in taken:
        number += 1
        name = _cut(plain, f" ({number})")
    return name


def _cut(text: str, tail: str) -> str:
    room = _NAME - len(tail)
    if len(text) <= room:
        return text + tail
    return text[: room - 1].rstrip("' ") + "…" + tail
