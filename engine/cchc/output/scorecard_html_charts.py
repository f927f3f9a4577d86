"""What the charts of a group of units show."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from cchc.model.scorecard import UnitScore
from cchc.output.score_words import band_text
from cchc.output.scorecard_html_markup import tag
from cchc.output.scorecard_html_words import Say
from cchc.output.svg_charts import Bar, Ranks, Stack, bars, rank_bands, stacks

if TYPE_CHECKING:
    from lxml.etree import _Element

# A chart of so many rows still fits on a printed page.
_ROWS = 20


def charts(key: str, units: Sequence[UnitScore], say: Say) -> "_Element":
    """Return the charts of a group, in parts of one page each; `key` makes their ids unique."""
    parts = [units[start : start + _ROWS] for start in range(0, len(units), _ROWS)]
    made: list[_Element] = []
    for n, part in enumerate(parts, 1):
        more = say("part", n=n, of=len(parts)) if len(parts) > 1 else ""
        for make in (_bars, _ranks, _stacks):
            made += make(f"{key}-{n}", more, part, len(units), say)
    return tag("div", *made, class_="charts")


def _figure(title: str, about: str, draw: "Callable[[str, str], _Element]") -> "_Element":
    return tag("figure", tag("figcaption", title, tag("span", about, class_="quiet")), draw(title, about))


def _bars(key: str, more: str, units: Sequence[UnitScore], _: int, say: Say) -> "Iterator[_Element]":
    rows = [Bar(unit.name, _index_said(unit, say), unit.percent, *unit.range) for unit in units]
    yield _figure(say("bars") + more, say("bars_about"), lambda title, about: bars(f"{key}-bars", title, about, rows))


def _index_said(unit: UnitScore, say: Say) -> str:
    if unit.percent is None:
        return f"{say.span(*unit.range)} · {say('unsure')}"
    return f"{say.index(unit.percent)} · {band_text(unit, say.lang)}"


def _ranks(key: str, more: str, units: Sequence[UnitScore], last: int, say: Say) -> "Iterator[_Element]":
    weighted = any(unit.rank_band for unit in units)
    rows = [_ranks_of(unit, weighted, say) for unit in units if unit.rank_band or not weighted]
    # Where every rank is sure there is nothing to see.
    if any(row.best != row.worst for row in rows):
        about = say("rank_about_weights" if weighted else "rank_about")
        yield _figure(
            say("rank_chart") + more, about, lambda title, told: rank_bands(f"{key}-ranks", title, told, rows, last)
        )


def _ranks_of(unit: UnitScore, weighted: bool, say: Say) -> Ranks:
    low, high = best, worst = unit.rank_range
    if weighted and unit.rank_band:
        band = unit.rank_band
        low, high, best, worst = band.low, band.high, band.best, band.worst
    key = "rank_said" if unit.rank is not None else "rank_said_none"
    return Ranks(unit.name, say(key, rank=unit.rank, low=low, high=high), unit.rank, low, high, best, worst)


def _stacks(key: str, more: str, units: Sequence[UnitScore], _: int, say: Say) -> "Iterator[_Element]":
    rows = [_stack(unit, say) for unit in units if unit.applicable]
    fields = {d.code: d.title for unit in units for d in unit.domains if d.role != "penalty"}
    legend = say("legend", fields="; ".join(f"{code}. {title}" for code, title in fields.items()))
    about = f"{say('stacks_about')} {legend}"
    if rows:
        yield _figure(
            say("stacks") + more, about, lambda title, told: stacks(f"{key}-fields", title, told, rows)
        )  # fmt: skip


def _stack(unit: UnitScore, say: Say) -> Stack:
    """Return the shares of the fields; what is not known is a share too, so that it is not taken for lost."""
    share = 100 / unit.applicable
    parts = tuple((d.code, d.points * share) for d in unit.domains if d.role != "penalty" and d.points > 0)
    earned = say.number(unit.points if unit.possible else None)
    said = say("of", points=earned, most=say.number(unit.applicable))
    return Stack(unit.name, said, parts, max(0.0, unit.applicable - unit.possible) * share)
