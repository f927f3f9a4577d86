"""The section of one unit: points, losses, what wins points back, changes, appraisal and trace."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.model.scorecard import DomainScore, FigureChange, UnitScore
from cchc.output.score_beside import subtotal_text
from cchc.output.score_words import band_text
from cchc.output.scorecard_html_markup import Column, listed, table, tag
from cchc.output.scorecard_html_ranking import coverage_said, points_said, rank_said
from cchc.output.scorecard_html_review import review
from cchc.output.scorecard_html_trace import trace
from cchc.output.scorecard_html_words import Say
from cchc.vietnamese.numbers import show_number, show_percent

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child

_WINS = 8


def unit_section(unit: UnitScore, key: str, say: Say) -> "_Element":
    """Return everything about one unit; on paper it starts a page."""
    parts = (_facts, _fields, _losses, _wins, _changes, review, trace)
    shown = (child for part in parts for child in part(unit, say))
    top = tag("p", tag("a", say("top"), href="#top"), class_="quiet")
    return tag("article", tag("h3", f"{unit.name} ({unit.id})", id=key), *shown, top, class_="unit")


def _facts(unit: UnitScore, say: Say) -> "Iterator[Child]":
    facts = [
        (say("index"), say.span(*unit.range) if unit.percent is None else say.index(unit.percent)),
        (say("span"), say.span(*unit.range) if unit.percent is not None and unit.coverage < 1 else ""),
        (say("band"), band_text(unit, say.lang)),
        (say("rank"), rank_said(unit, say)),
        (say("points"), points_said(unit, say, unit.coverage < 1)),
        (say("coverage"), coverage_said(unit, say)),
        *((one.title, subtotal_text(one, say.lang)) for one in unit.subtotals),
        (say("late"), say.number(unit.late) if unit.late else ""),
        (say("parent"), unit.parent or ""),
        (say("state"), unit.state or ""),
        (say("remark"), unit.remark),
    ]
    pairs = (part for name, value in facts if value for part in (tag("dt", name), tag("dd", value)))
    yield tag("dl", *pairs, class_="facts")


def _fields(unit: UnitScore, say: Say) -> "Iterator[Child]":
    numbers = ("points", "possible", "max")
    columns = [Column(say("field"), "name"), *(Column(say(head), "number") for head in numbers)]
    yield table(say("fields_table", unit=unit.name), columns, [_field(d, say) for d in unit.domains])


def _field(field: DomainScore, say: Say) -> "list[Child]":
    title = f"{field.code}. {field.title}"
    if field.role != "regular":
        # Bonus points and points taken off have no maximum to measure against; unknown ones leave a range.
        low, high = (say.number(end) for end in field.points_range)
        said = low if low == high else say("between", low=low, high=high)
        return [f"{title} ({say(field.role).lower()})", said, "", say.number(field.max)]
    if not field.applicable:
        return [title, say("left_out"), say("left_out"), say.number(field.max)]
    points = say.number(field.points if field.possible else None)
    return [title, points, say.number(field.possible) if field.possible else say("unknown"), say.number(field.max)]


def _losses(unit: UnitScore, say: Say) -> "Iterator[Child]":
    yield tag("h4", say("losses"))
    losses = unit.losses()
    if not losses:
        yield tag("p", say("no_losses") if unit.possible else say("unsure"))
        return
    yield listed(
        (say("loss", code=c.code, title=c.title, lost=say.number(c.lost), max=say.number(c.max)) for c in losses),
        ordered=True,
    )


def _wins(unit: UnitScore, say: Say) -> "Iterator[Child]":
    wins = unit.wins()
    if not wins:
        return
    yield tag("h4", say("wins"))
    columns = [Column(say("criterion"), "name"), Column(say("first")), Column(say("step"))]
    rows = (
        [f"{c.code} {c.title}", c.first_step.text if c.first_step else "", c.step.text if c.step else ""]
        for c in wins[:_WINS]
    )
    yield table(say("wins_table", unit=unit.name), columns, rows)
    if len(wins) > _WINS:
        yield tag("p", say("more", n=len(wins) - _WINS))


def _changes(unit: UnitScore, say: Say) -> "Iterator[Child]":
    change = unit.change
    if change is None:
        return
    yield tag("h4", say("changes", earlier=change.earlier))
    percent, points = say.signed(change.percent), say.signed(change.points)
    yield tag("p", say("changes_said", percent=percent, points=points, rank=say.moved(change.rank)))
    if not change.figures:
        yield tag("p", say("no_figures"))
        return
    percents = {figure.id for c in unit.criteria for figure in c.figures if figure.unit == "%"}
    heads = ("before", "now", "moved")
    columns = [Column(say("figure"), "name"), *(Column(say(head), "number") for head in heads)]
    rows = (_moved(figure, figure.id in percents, say) for figure in change.figures)
    yield table(say("figures_table", unit=unit.name), columns, rows)


def _moved(figure: FigureChange, percent: bool, say: Say) -> "list[Child]":
    show = show_percent if percent else show_number
    before, now = figure.before, figure.now
    ends = (say("unknown") if value is None else show(value, say.lang) for value in (before, now))
    by = None if before is None or now is None else now - before
    moved = say.signed(by) if not percent or by is None else f"{say.signed(by * 100)}%"
    return [figure.label, *ends, moved]
