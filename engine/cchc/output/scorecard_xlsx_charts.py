"""Charts of the workbook: the index by unit, and what each field gives; a page holds as many units as it can show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cchc.model.scorecard import Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.scorecard_xlsx_book import Book, Column, Grid
from cchc.output.scorecard_xlsx_words import HEADS, SAID, SHEETS

_BARS = 25
_ROW_PIXELS = 20
_WIDTH = 1000
# Pixels that stand on a page of that width.
_PAGE = 680
# Neighbours differ in lightness and every other one has a pattern, so that the stack reads in black and white.
_FILLS: tuple[Mapping[str, Any], ...] = (
    {"fill": {"color": "#1F3864"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#2E75B6", "bg_color": "#FFFFFF"}},
    {"fill": {"color": "#9DC3E6"}},
    {"pattern": {"pattern": "small_grid", "fg_color": "#385723", "bg_color": "#FFFFFF"}},
    {"fill": {"color": "#70AD47"}},
    {"pattern": {"pattern": "light_horizontal", "fg_color": "#385723", "bg_color": "#FFFFFF"}},
    {"fill": {"color": "#FFD966"}},
    {"pattern": {"pattern": "wide_downward_diagonal", "fg_color": "#C55A11", "bg_color": "#FFFFFF"}},
    {"fill": {"color": "#843C0C"}},
    {"pattern": {"pattern": "percent_25", "fg_color": "#7F6000", "bg_color": "#FFFFFF"}},
)
_LINE = {"color": "#404040", "width": 0.5}
_FIXED = 4


@dataclass(frozen=True)
class _Page:
    """Units of one group that fit on a page: rows `start` to `stop` (not included) of the table behind the charts."""

    group: str
    start: int
    stop: int

    @property
    def height(self) -> int:
        return 150 + 18 * (self.stop - self.start)


def draw_charts(book: Book, sheet: Any, card: Scorecard, lang: Language) -> None:
    """Draw the charts in a sheet, and write the table that they are drawn from into another."""
    if not card.units:
        return
    units = card.by_rank()
    grid = _data(book, card, units, lang)
    several = len({unit.group for unit in units}) > 1
    sheet.set_default_row(15)
    row, used, breaks = 0, 0, list[int]()
    for page in _pages(units):
        for chart in (_index_chart(book, grid, page, lang), _field_chart(book, grid, page, card, lang)):
            if several:
                chart.title.name = f"{chart.title.name}: {page.group}"
            chart.set_size({"width": _WIDTH, "height": page.height})
            if used and used + page.height > _PAGE:
                breaks.append(row)
                used = 0
            sheet.insert_chart(row, 0, chart, {"object_position": 3})
            row, used = row + page.height // _ROW_PIXELS + 2, used + page.height + 2 * _ROW_PIXELS
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, row, 15)


def _pages(units: Sequence[UnitScore]) -> Iterator[_Page]:
    start = 0
    for group, members in groupby(units, key=lambda unit: unit.group):
        stop = start + len(list(members))
        for first in range(start, stop, _BARS):
            yield _Page(group, first, min(first + _BARS, stop))
        start = stop


def _data(book: Book, card: Scorecard, units: Sequence[UnitScore], lang: Language) -> Grid:
    head = HEADS[lang]
    columns: list[Column[UnitScore]] = [
        Column(head["unit"], 34, "text", lambda u: u.name),
        Column(head["index"], 12, "number", lambda u: u.percent),
        Column(head["unsure_low"], 12, "number", lambda u: None if u.percent is not None else u.range[0]),
        Column(head["unsure_span"], 12, "number", lambda u: None if u.percent is not None else u.range[1] - u.range[0]),
    ]
    for position, domain in enumerate(card.units[0].domains):
        columns.append(Column(f"{domain.code}. {domain.title}", 14, "number", _Part(position)))
    return book.table(SHEETS[lang]["chart_data"], [SAID[lang]["field_chart"], SAID[lang]["late"]], columns, units)


@dataclass(frozen=True)
class _Part:
    """What a field adds to the index of a unit, in points of a percent, before anything is taken off for lateness."""

    position: int

    def __call__(self, unit: UnitScore) -> float | None:
        if unit.percent is None:
            return None
        domain = unit.domains[self.position]
        return domain.points * unit.percent / unit.points if unit.points else 0.0


def _index_chart(book: Book, grid: Grid, page: _Page, lang: Language) -> Any:
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    names = {"categories": grid.cells(0, page.start, page.stop), "gap": 40}
    label = {"value": True, "num_format": "0.00", "position": "inside_end", "font": {"color": "#FFFFFF"}}
    chart.add_series(
        {**names, "name": HEADS[lang]["index"], "values": grid.cells(1, page.start, page.stop), **_FILLS[0], "data_labels": label}
    )  # fmt: skip
    hidden = {"fill": {"none": True}, "border": {"none": True}}
    chart.add_series({**names, "name": "-", "values": grid.cells(2, page.start, page.stop), **hidden})
    span = {"pattern": {"pattern": "light_upward_diagonal", "fg_color": "#404040", "bg_color": "#FFFFFF"}}
    chart.add_series(
        {**names, "name": SAID[lang]["unsure"], "values": grid.cells(3, page.start, page.stop), **span, "border": _LINE}
    )
    chart.set_legend({"position": "bottom", "delete_series": [1]})
    _axes(chart, SAID[lang]["index_chart"])
    chart.set_x_axis({"min": 0, "max": 100, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
    return chart


def _field_chart(book: Book, grid: Grid, page: _Page, card: Scorecard, lang: Language) -> Any:
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for position, domain in enumerate(card.units[0].domains):
        chart.add_series(
            {
                "name": f"{domain.code}. {domain.title}",
                "categories": grid.cells(0, page.start, page.stop),
                "values": grid.cells(_FIXED + position, page.start, page.stop),
                **_FILLS[position % len(_FILLS)],
                "border": _LINE,
                "gap": 40,
            }
        )
    chart.set_legend({"position": "bottom", "font": {"size": 8}})
    _axes(chart, SAID[lang]["field_chart"])
    # Bonus points and points taken off reach beyond the axis of the other chart.
    ends = {} if any(d.role != "regular" for d in card.units[0].domains) else {"min": 0, "max": 100}
    chart.set_x_axis({**ends, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
    return chart


def _axes(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 13}})
    # Excel draws the first unit at the bottom; the best one belongs on top.
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "label_position": "low"})
