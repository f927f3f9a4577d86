"""Scenarios and robustness, where they were asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.model.robustness import Robustness
from cchc.model.scorecard import Effect, FigureChange, Scorecard
from cchc.output.score_words import certainty_text
from cchc.output.scorecard_html_markup import Column, listed, table, tag
from cchc.output.scorecard_html_words import Say
from cchc.vietnamese.numbers import show_percent

if TYPE_CHECKING:
    from cchc.output.scorecard_html_markup import Child


def scenarios(card: Scorecard, say: Say) -> "Iterator[Child]":
    """Return each option with what it assumes, and its effect on each unit."""
    heads = ("index_before", "index_after", "points_before", "points_after")
    columns = [Column(say("unit"), "name"), *(Column(say(head), "number") for head in heads)]
    columns += [Column(say("certainty")), Column(say("rates"))]
    for option in card.scenarios:
        yield tag("h3", option.title)
        yield tag("p", say("assumption", text=option.assumption))
        yield table(say("scenario_table", title=option.title), columns, (_effect(e, say) for e in option.effects))


def _effect(effect: Effect, say: Say) -> "list[Child]":
    indices = say.index(effect.percent_before), say.index(effect.percent)
    points = say.number(effect.points_before), say.number(effect.points)
    sure = certainty_text(effect, say.lang)
    return [effect.name, *indices, *points, sure, listed(_rate(rate, say) for rate in effect.rates)]


def _rate(rate: FigureChange, say: Say) -> str:
    before, now = (
        say("unknown") if value is None else show_percent(value, say.lang) for value in (rate.before, rate.now)
    )
    return say("rate", label=rate.label, before=before, now=now)


def robustness(card: Scorecard, say: Say) -> "Iterator[Child]":
    """Return what a change of weights does to the ranks, and what criteria have in common."""
    found = card.robustness
    if found is None:
        return
    yield tag(
        "p", say("draws", draws=say.number(found.draws), spread=show_percent(found.spread, say.lang), seed=found.seed)
    )
    yield from _influences(found, say)
    titles = {c.code: f"{c.code} {c.title}" for unit in card.units for c in unit.criteria}
    if found.correlated:
        columns = [Column(say("first_one"), "name"), Column(say("second_one")), Column(say("correlation"), "number")]
        rows = (
            [titles.get(pair.first, pair.first), titles.get(pair.second, pair.second), say.number(pair.correlation)]
            for pair in found.correlated
        )
        yield table(say("together_table"), columns, rows)
    if found.constant:
        yield tag("p", say("constant", codes="; ".join(titles.get(code, code) for code in found.constant)))


def _influences(found: Robustness, say: Say) -> "Iterator[Child]":
    moving = sorted((i for i in found.influences if i.moved), key=lambda i: (-i.moved, -i.most, i.code))
    columns = [Column(say("criterion"), "name"), Column(say("moved_units"), "number"), Column(say("most"), "number")]
    if moving:
        rows = ([f"{i.code} {i.title}", say.number(i.moved), say.number(i.most)] for i in moving)
        yield table(say("drop_table"), columns, rows)
    if rest := len(found.influences) - len(moving):
        yield tag("p", say("drop_rest", n=rest))
