"""The ranking sheet: one row a unit, best first, with the band in words and in colour."""

from collections.abc import Iterator, Sequence

from cchc.model.scorecard import DomainScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.score_beside import subtotal_text
from cchc.output.score_words import band_text, coverage_percent
from cchc.output.scorecard_xlsx_book import Book, Cell, Column, Grid
from cchc.output.scorecard_xlsx_words import HEADS, SAID, SHEETS
from cchc.vietnamese.numbers import show_number, show_percent

# From best to worst; light enough for black letters, and from light to dark in grey as well.
_SHADES = ((90.0, "#A9D18E"), (80.0, "#D5E8C5"), (65.0, "#FFF2CC"), (50.0, "#F8CBAD"), (0.0, "#F4B0A6"))
_UNSURE = "#E7E6E6"


def ranking_sheet(book: Book, card: Scorecard, lang: Language) -> Grid:
    """Write the ranking, group by group."""
    threshold = show_percent(card.coverage_threshold, lang)
    above = [card.note, *card.notes, SAID[lang]["threshold"].format(threshold=threshold)]
    columns = _columns(card, lang)
    units = card.by_rank()
    grid = book.table(SHEETS[lang]["ranking"], above, columns, units)
    heads = [column.head for column in columns]
    if units:
        _bands(book, grid, heads.index(HEADS[lang]["band"]), units)
        bar = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_color": "#9DC3E6",
               "min_type": "num", "max_type": "num", "min_value": 0, "max_value": 100}  # fmt: skip
        grid.sheet.conditional_format(*grid.area(heads.index(HEADS[lang]["index"])), bar)
    # The unit stays in sight when the sheet is moved sideways.
    grid.sheet.freeze_panes(grid.top + 1, heads.index(HEADS[lang]["unit"]) + 1)
    return grid


def _columns(card: Scorecard, lang: Language) -> list[Column[UnitScore]]:
    head = HEADS[lang]
    return [
        *([Column[UnitScore](head["group"], 18, "text", lambda u: u.group)] if _several(card) else []),
        Column(head["rank"], 7, "count", lambda u: u.rank),
        Column(head["unit"], 30, "text", lambda u: u.name),
        Column(head["id"], 9, "text", lambda u: u.id),
        Column(head["index"], 12, "number", lambda u: u.percent),
        Column(head["band"], 15, "text", lambda u: band_text(u, lang)),
        Column(head["low"], 9.5, "number", lambda u: u.range[0]),
        Column(head["high"], 9.5, "number", lambda u: u.range[1]),
        Column(head["best"], 8, "count", lambda u: u.rank_range[0]),
        Column(head["worst"], 8, "count", lambda u: u.rank_range[1]),
        Column(head["coverage"], 9.5, "percent", lambda u: coverage_percent(u, 1)),
        Column(head["points"], 9, "number", lambda u: u.points if u.possible else None),
        Column(head["possible"], 10, "number", lambda u: u.possible),
        *_in_points(card, lang),
        *_beside(card, lang),
        *_later(card, lang),
        Column(head["note"], 28, "text", lambda u: _remark(card, u, lang)),
    ]


def _several(card: Scorecard) -> bool:
    return len({unit.group for unit in card.units}) > 1


def _in_points(card: Scorecard, lang: Language) -> list[Column[UnitScore]]:
    """Return the range in points, where an index is spoken of in points and not in percent."""
    if card.scale == 100:
        return []
    return [
        Column(HEADS[lang]["lowest"], 9, "number", lambda u: u.points_range[0]),
        Column(HEADS[lang]["highest"], 9, "number", lambda u: u.points_range[1]),
    ]


def _beside(card: Scorecard, lang: Language) -> list[Column[UnitScore]]:
    """Return bonus points, and points taken off, where the index has any."""
    roles = {d.role for u in card.units for d in u.domains}
    found = list(_subtotals(card, lang))
    if "bonus" in roles:
        found.append(Column(HEADS[lang]["bonus"], 9, "signed", lambda u: beside(u.domains, "bonus")))
    if "penalty" in roles:
        found.append(Column(HEADS[lang]["penalty"], 9, "signed", lambda u: beside(u.domains, "penalty")))
    if any(unit.late for unit in card.units):
        found.append(Column(HEADS[lang]["late"], 9, "signed", lambda u: -u.late))
    return found


def _subtotals(card: Scorecard, lang: Language) -> Iterator[Column[UnitScore]]:
    for one in card.units[0].subtotals if card.units else ():

        def told(unit: UnitScore, wanted: str = one.id) -> Cell:
            return next((subtotal_text(own, lang) for own in unit.subtotals if own.id == wanted), None)

        yield Column(one.title, 22, "text", told)


def beside(domains: Sequence[DomainScore], role: str) -> float:
    """Return the bonus points or the points taken off (negative) that are sure."""
    return sum(d.points for d in domains if d.role == role)


def _later(card: Scorecard, lang: Language) -> list[Column[UnitScore]]:
    """Return what is known only beside an earlier scorecard, or under other weights."""
    head, found = HEADS[lang], list[Column[UnitScore]]()
    if any(unit.change for unit in card.units):
        found.append(Column(head["change"], 11, "signed", lambda u: u.change.percent if u.change else None))
        found.append(Column(head["change_rank"], 11, "signed_count", lambda u: u.change.rank if u.change else None))
    if any(unit.rank_band for unit in card.units):
        found.append(Column(head["band_low"], 11, "count", lambda u: u.rank_band.low if u.rank_band else None))
        found.append(Column(head["band_high"], 11, "count", lambda u: u.rank_band.high if u.rank_band else None))
    return found


def _remark(card: Scorecard, unit: UnitScore, lang: Language) -> Cell:
    return "; ".join(filter(None, (why_no_index(card, unit, lang), unit.remark))) or None


def why_no_index(card: Scorecard, unit: UnitScore, lang: Language) -> str:
    """Say why a unit has no single index; nothing where it has one."""
    if unit.percent is not None:
        return ""
    unknown = [c for c in unit.criteria if c.state == "unknown"]
    return SAID[lang]["short"].format(
        coverage=show_number(coverage_percent(unit, 1), lang, 1),
        threshold=show_percent(card.coverage_threshold, lang),
        n=len(unknown),
        points=show_number(sum(c.max for c in unknown), lang),
    )


def _bands(book: Book, grid: Grid, column: int, units: Sequence[UnitScore]) -> None:
    """Colour bands by their best unit; conditionally, so that the colour follows the word when rows are sorted."""
    best: dict[str, float] = {}
    for unit in units:
        if unit.band is not None and unit.percent is not None:
            best[unit.band] = max(unit.percent, best.get(unit.band, 0.0))
    for band, percent in best.items():
        shade = next((colour for least, colour in _SHADES if percent >= least), _SHADES[-1][1])
        look = book.workbook.add_format({"bg_color": shade, "bold": True})
        word = '"' + band.replace('"', '""') + '"'
        grid.sheet.conditional_format(
            *grid.area(column), {"type": "cell", "criteria": "==", "value": word, "format": look}
        )
    look = book.workbook.add_format({"bg_color": _UNSURE, "italic": True})
    for row in (grid.top + 1 + n for n, unit in enumerate(units) if unit.band is None):
        grid.sheet.conditional_format(row, column, row, column, {"type": "no_blanks", "format": look})
