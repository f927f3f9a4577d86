"""What is not known: which criteria of which units, and why."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cchc.model.scorecard import CriterionScore, Scorecard, UnitScore
from cchc.output.score_words import coverage_percent
from cchc.output.scorecard_html_markup import Column, table, tag
from cchc.output.scorecard_html_words import Say
from cchc.vietnamese.numbers import show_number

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child


def unknowns(card: Scorecard, keys: Mapping[str, str], say: Say) -> "Iterator[Child]":
    """Return the criteria that could not be scored, each with its reason and the units it is unknown for."""
    short = [unit for unit in card.by_rank() if unit.percent is None]
    if short:
        yield tag("p", say("no_index", units="; ".join(_short(unit, say) for unit in short)))
    found = _by_reason(card)
    if not found:
        yield tag("p", say("no_unknown"))
        return
    columns = [Column(say("criterion"), "name"), Column(say("max"), "number"), Column(say("why")), Column(say("unit"))]
    rows = ([_title(c), say.number(c.max), c.reason, _linked(units, keys)] for c, units in found)
    yield table(say("unknown_table"), columns, rows)


def _short(unit: UnitScore, say: Say) -> str:
    low, high = (say.index(end) for end in unit.range)
    coverage = show_number(coverage_percent(unit, 1), say.lang, 1)
    return say("no_index_one", name=unit.name, coverage=coverage, low=low, high=high)


def _by_reason(card: Scorecard) -> list[tuple[CriterionScore, list[UnitScore]]]:
    """Return each unknown criterion once for each reason, in the order of the index, with the units it is unknown for."""
    found: dict[tuple[str, str | None, float], tuple[CriterionScore, list[UnitScore]]] = {}
    for unit in card.by_rank():
        for c in unit.criteria:
            if c.state == "unknown":
                found.setdefault((c.code, c.reason, c.max), (c, []))[1].append(unit)
    order = {c.code: n for unit in card.units for n, c in enumerate(unit.criteria)}
    return sorted(found.values(), key=lambda item: order[item[0].code])


def _title(c: CriterionScore) -> str:
    return f"{c.code} {c.title}"


def _linked(units: list[UnitScore], keys: Mapping[str, str]) -> "_Element":
    parts: list[Child] = []
    for unit in units:
        parts += [", " if parts else None, tag("a", unit.name, href=f"#{keys[unit.id]}")]
    return tag("span", *parts)
