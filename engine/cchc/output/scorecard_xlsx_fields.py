"""A sheet for every field of the index: units down, criteria across, points beside what was possible."""

from collections.abc import Callable, Sequence

from cchc.model.scorecard import CriterionScore, DomainScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.scorecard_xlsx_book import Blank, Book, Cell, Column
from cchc.output.scorecard_xlsx_words import HEADS, SAID


def field_sheets(book: Book, card: Scorecard, lang: Language) -> None:
    """Write a sheet for each field."""
    units = card.by_rank()
    for position, domain in enumerate(card.units[0].domains if card.units else ()):
        title = f"{domain.code}. {domain.title}"
        columns = _columns(card.units[0], position, lang)
        grid = book.table(title, [SAID[lang]["gaps"]], columns, units)
        grid.sheet.freeze_panes(grid.top + 1, 1)


def _columns(first: UnitScore, position: int, lang: Language) -> list[Column[UnitScore]]:
    head, field = HEADS[lang], first.domains[position]
    mine = [(place, c) for place, c in enumerate(first.criteria) if c.domain == field.code]
    columns: list[Column[UnitScore]] = [Column(head["unit"], 30, "text", lambda u: u.name)]
    for place, criterion in mine:
        columns.append(Column(f"{criterion.code} {criterion.title}", 13, "number", _of(place, _points)))
        columns.append(Column(f"{criterion.code} {head['max'].lower()}", 7, "number", _of(place, _maximum)))
    return [
        *columns,
        Column(f"{head['points']} {field.code}", 9, "number", lambda u: _sum(u.domains[position])),
        Column(f"{head['possible']} {field.code}", 9, "number", lambda u: u.domains[position].possible),
        *_share(field, position, lang),
        Column(head["unknown"], 36, "text", lambda u: _unknown(_mine(u, field.code))),
        Column(head["left_out"], 14, "text", lambda u: _left_out(_mine(u, field.code))),
    ]


def _share(field: DomainScore, position: int, lang: Language) -> list[Column[UnitScore]]:
    if field.role != "regular":
        return []
    return [Column(f"{HEADS[lang]['share']} {field.code}", 8, "number", lambda u: _percent(u.domains[position]))]


def _of(place: int, show: Callable[[CriterionScore], Cell]) -> Callable[[UnitScore], Cell]:
    return lambda unit: show(unit.criteria[place])


def _points(criterion: CriterionScore) -> Cell:
    if criterion.points is not None:
        return criterion.points
    return Blank("unknown" if criterion.state == "unknown" else "left_out")


def _maximum(criterion: CriterionScore) -> Cell:
    return criterion.max if criterion.state != "not_applicable" else Blank("left_out")


def _sum(domain: DomainScore) -> float | None:
    """Return the points of a field; nothing where none of its criteria could be scored."""
    return domain.points if domain.possible or domain.role != "regular" else None


def _percent(domain: DomainScore) -> float | None:
    return 100 * domain.points / domain.possible if domain.possible else None


def _mine(unit: UnitScore, field: str) -> Sequence[CriterionScore]:
    return [c for c in unit.criteria if c.domain == field]


def _unknown(criteria: Sequence[CriterionScore]) -> Cell:
    return "; ".join(f"{c.code}: {c.reason}" for c in criteria if c.state == "unknown") or None


def _left_out(criteria: Sequence[CriterionScore]) -> Cell:
    return ", ".join(c.code for c in criteria if c.state == "not_applicable") or None
