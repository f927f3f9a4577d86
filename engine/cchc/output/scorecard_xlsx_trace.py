"""Sheets with a row a unit and criterion: how its points came about, what was lost and what wins it back."""

from dataclasses import dataclass

from cchc.model.outcome import FigureShown
from cchc.model.scorecard import CriterionScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.scorecard_xlsx_book import Blank, Book, Cell, Column
from cchc.output.scorecard_xlsx_words import HEADS, POLICIES, SAID, SHEETS, STATES
from cchc.output.words import source_text


@dataclass(frozen=True)
class Line:
    """A criterion of a unit."""

    unit: UnitScore
    criterion: CriterionScore


def trace_sheet(book: Book, card: Scorecard, lang: Language) -> None:
    """Write every criterion of every unit with its formula, figures, places and source."""
    lines = [Line(unit, c) for unit in card.by_rank() for c in unit.criteria]
    head = HEADS[lang]
    columns: list[Column[Line]] = [
        Column(head["id"], 8, "text", lambda x: x.unit.id),
        Column(head["unit"], 18, "text", lambda x: x.unit.name),
        *criterion_columns(lang, 24),
        Column(head["state"], 10, "text", lambda x: STATES[lang][x.criterion.state]),
        Column(head["points"], 7, "number", _points),
        Column(head["max"], 7, "number", _maximum),
        Column(head["formula"], 30, "text", lambda x: x.criterion.formula),
        Column(head["figures"], 40, "text", lambda x: "\n".join(map(_figure, x.criterion.figures)) or None),
        Column(head["why"], 26, "text", lambda x: _why(x.criterion, lang)),
        Column(head["source"], 30, "text", lambda x: _source(x.criterion, lang)),
        Column(head["note"], 26, "text", lambda x: x.criterion.note),
    ]
    grid = book.table(SHEETS[lang]["trace"], [], columns, lines)
    grid.sheet.freeze_panes(grid.top + 1, 3)


def losses_sheet(book: Book, card: Scorecard, lang: Language) -> None:
    """Write what wins the most points soonest, unit by unit, and below it the losses that no figure wins back."""
    lines = [line for unit in card.by_rank() for line in _losses(unit)]
    head = HEADS[lang]
    columns: list[Column[Line]] = [
        Column(head["unit"], 26, "text", lambda x: x.unit.name),
        *criterion_columns(lang, 30),
        Column(head["lost"], 8, "number", lambda x: x.criterion.lost),
        Column(head["win"], 10, "number", lambda x: x.criterion.step.points if x.criterion.step else None),
        Column(head["count"], 8, "count", lambda x: x.criterion.step.count if x.criterion.step else None),
        Column(head["step"], 40, "text", lambda x: x.criterion.step.text if x.criterion.step else None),
        Column(head["first_win"], 10, "number", lambda x: x.criterion.first_step.points if x.criterion.first_step else None),
        Column(head["first"], 40, "text", lambda x: x.criterion.first_step.text if x.criterion.first_step else None),
    ]  # fmt: skip
    grid = book.table(SHEETS[lang]["losses"], [SAID[lang]["wins"]], columns, lines)
    if lines:
        bar = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_color": "#C5E0B3",
               "min_type": "num", "min_value": 0}  # fmt: skip
        grid.sheet.conditional_format(*grid.area(4), bar)
    grid.sheet.freeze_panes(grid.top + 1, 1)


def criterion_columns(lang: Language, width: float) -> "list[Column[Line]]":
    """Return code and title of a criterion."""
    return [
        Column(HEADS[lang]["code"], 8, "text", lambda x: x.criterion.code),
        Column(HEADS[lang]["criterion"], width, "text", lambda x: x.criterion.title),
    ]


def _losses(unit: UnitScore) -> list[Line]:
    wins = unit.wins()
    won = {c.code for c in wins}
    rest = [c for c in unit.losses(len(unit.criteria)) if c.code not in won]
    return [Line(unit, c) for c in (*wins, *rest)]


def _points(line: Line) -> Cell:
    if line.criterion.points is not None:
        return line.criterion.points
    return Blank("unknown" if line.criterion.state == "unknown" else "left_out")


def _maximum(line: Line) -> Cell:
    return line.criterion.max if line.criterion.state != "not_applicable" else Blank("left_out")


def _figure(figure: FigureShown) -> str:
    places = "; ".join(place.label() for place in figure.places)
    return f"{figure.label}: {figure.shown}" + (f" ({places})" if places else "")


def _why(criterion: CriterionScore, lang: Language) -> str | None:
    policy = POLICIES[lang][criterion.policy] if criterion.policy else ""
    return "; ".join(filter(None, (criterion.reason, policy))) or None


def _source(criterion: CriterionScore, lang: Language) -> str:
    source = criterion.source
    text = source_text(source.document, source.clause, criterion.basis, lang)
    return f"{text}\n{source.address}" if source.address else text
