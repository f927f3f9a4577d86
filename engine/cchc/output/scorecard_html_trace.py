"""How every point of one unit came about: formula, figures with their places, source and note."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.model.outcome import FigureShown
from cchc.model.scorecard import CriterionScore, UnitScore
from cchc.output.scorecard_html_markup import Column, link, listed, table, tag
from cchc.output.scorecard_html_words import Say
from cchc.output.scorecard_xlsx_words import POLICIES
from cchc.output.words import source_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child


def trace(unit: UnitScore, say: Say) -> "Iterator[Child]":
    """Return the trace of all criteria: folded on a screen, in full on paper."""
    title = say("trace", n=len(unit.criteria), unit=unit.name)
    columns = [
        Column(say("criterion"), "name"),
        Column(say("points"), "number"),
        Column(say("formula")),
        Column(say("source")),
    ]
    rows = (_row(c, say) for c in unit.criteria)
    yield tag("details", tag("summary", title), table(title, columns, rows, "trace"))


def _row(c: CriterionScore, say: Say) -> "list[Child]":
    return [f"{c.code} {c.title}", say.points(c), _formula(c, say), _source(c, say)]


def _formula(c: CriterionScore, say: Say) -> "_Element":
    figures = listed(_figure(figure, say) for figure in c.figures) if c.figures else None
    return tag("div", tag("p", c.formula), figures, *(tag("p", line) for line in _why(c, say)))


def _figure(figure: FigureShown, say: Say) -> str:
    places = "; ".join(place.label() for place in figure.places)
    return say("place" if places else "no_place", label=figure.label, shown=figure.shown, place=places)


def _why(c: CriterionScore, say: Say) -> Iterator[str]:
    if c.policy:
        policy = POLICIES[say.lang][c.policy]
        yield f"{policy[:1].upper()}{policy[1:]}."
    if c.reason:
        yield say("unknown_why", reason=c.reason)
    if c.step:
        yield say("win", text=c.step.text)
    if c.first_step and c.first_step != c.step:
        yield f"{say('first')}: {c.first_step.text}."


def _source(c: CriterionScore, say: Say) -> "_Element":
    source = c.source
    cited = source_text(source.document, source.clause, c.basis, say.lang)
    address = tag("p", link(source.address)) if source.address else None
    return tag("div", tag("p", cited), address, tag("p", say("note", text=c.note)) if c.note else None)
