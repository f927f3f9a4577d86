"""Sheets for the reviewer: what does not agree, and what changed since the earlier scorecard."""

from dataclasses import dataclass

from cchc.model.scorecard import Disagreement, FigureChange, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.scorecard_xlsx_book import Book, Cell, Column
from cchc.output.scorecard_xlsx_trace import Line
from cchc.output.scorecard_xlsx_words import HEADS, SHEETS


@dataclass(frozen=True)
class _Issue(Line):
    disagreement: Disagreement

    @property
    def size(self) -> float:
        """How far the two numbers are apart; the largest first."""
        c = self.criterion
        pairs = ((c.self_score, c.points), (c.appraised, c.points), (c.appraised, c.self_score))
        return max((abs(a - b) for a, b in pairs if a is not None and b is not None), default=0.0)


def reviewer_sheet(book: Book, card: Scorecard, lang: Language) -> None:
    """Write what a reviewer has to settle, the largest differences of a unit first; no sheet where all agree."""
    issues = [
        issue
        for unit in card.by_rank()
        for issue in sorted(
            (_Issue(unit, c, d) for c in unit.criteria for d in c.disagreements), key=lambda i: -round(i.size, 9)
        )
    ]
    if not issues:
        return
    head = HEADS[lang]
    columns: list[Column[_Issue]] = [
        Column(head["unit"], 24, "text", lambda x: x.unit.name),
        Column(head["campaign"], 14, "text", lambda x: x.unit.state),
        Column(head["code"], 8, "text", lambda x: x.criterion.code),
        Column(head["criterion"], 28, "text", lambda x: x.criterion.title),
        Column(head["issue"], 36, "text", lambda x: x.disagreement.text),
        Column(head["self"], 8, "number", lambda x: x.criterion.self_score),
        Column(head["computed"], 8, "number", lambda x: x.criterion.points),
        Column(head["difference"], 10, "signed", lambda x: x.criterion.difference),
        Column(head["appraised"], 9, "number", lambda x: x.criterion.appraised),
        Column(head["reason"], 20, "text", lambda x: x.criterion.appraisal_reason),
        Column(head["asked"], 24, "text", lambda x: x.criterion.evidence_required),
        Column(head["given"], 24, "text", lambda x: x.criterion.evidence),
    ]
    grid = book.table(SHEETS[lang]["reviewer"], [], columns, issues)
    grid.sheet.freeze_panes(grid.top + 1, 1)


def change_sheets(book: Book, card: Scorecard, lang: Language) -> None:
    """Write what became of every unit since the earlier scorecard, and the figures behind it."""
    units = [unit for unit in card.by_rank() if unit.change]
    if units:
        book.table(SHEETS[lang]["changes"], [], _unit_columns(lang), units)
    figures = [_Moved(unit, figure) for unit in units if unit.change for figure in unit.change.figures]
    if figures:
        book.table(SHEETS[lang]["changed_figures"], [], _figure_columns(lang), figures)


def _unit_columns(lang: Language) -> list[Column[UnitScore]]:
    head = HEADS[lang]
    return [
        Column(head["unit"], 34, "text", lambda u: u.name),
        Column(head["index"], 10, "number", lambda u: u.percent),
        Column(head["change"], 12, "signed", lambda u: u.change.percent if u.change else None),
        Column(head["points"], 10, "number", lambda u: u.points if u.possible else None),
        Column(head["change_points"], 12, "signed", lambda u: u.change.points if u.change else None),
        Column(head["rank"], 8, "count", lambda u: u.rank),
        Column(head["change_rank"], 14, "signed_count", lambda u: u.change.rank if u.change else None),
        Column(head["earlier"], 40, "text", lambda u: u.change.earlier if u.change else None),
    ]


@dataclass(frozen=True)
class _Moved:
    unit: UnitScore
    figure: FigureChange

    @property
    def by(self) -> Cell:
        before, now = self.figure.before, self.figure.now
        return None if before is None or now is None else now - before


def _figure_columns(lang: Language) -> list[Column[_Moved]]:
    head = HEADS[lang]
    return [
        Column(head["unit"], 34, "text", lambda x: x.unit.name),
        Column(head["figure"], 60, "text", lambda x: x.figure.label),
        Column(head["before"], 12, "any", lambda x: x.figure.before),
        Column(head["now"], 12, "any", lambda x: x.figure.now),
        Column(head["moved"], 12, "any", lambda x: x.by),
    ]
