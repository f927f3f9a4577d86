"""The ranking, group by group: a table and charts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cchc.model.scorecard import Scorecard, UnitScore
from cchc.output.score_words import band_text, coverage_percent
from cchc.output.scorecard_html_charts import charts
from cchc.output.scorecard_html_markup import Column, table, tag
from cchc.output.scorecard_html_words import Say
from cchc.vietnamese.numbers import show_number, show_percent

if TYPE_CHECKING:
    from cchc.output.scorecard_html_markup import Child


def ranking(card: Scorecard, keys: Mapping[str, str], say: Say) -> "Iterator[Child]":
    """Return the ranking of each group; `keys`: the anchors of the units' own sections."""
    yield tag("p", say("threshold", threshold=show_percent(card.coverage_threshold, say.lang)))
    groups = [(name, list(units)) for name, units in groupby(card.by_rank(), lambda unit: unit.group)]
    for n, (name, units) in enumerate(groups, 1):
        if len(groups) > 1:
            yield tag("h3", name[:1].upper() + name[1:])
        shown = [column for column in _columns(card, keys, say) if column.when(units)]
        rows = ([column.cell(unit) for column in shown] for unit in units)
        yield table(say("rank_table", group=name), [column.column for column in shown], rows)
        yield charts(f"group-{n}", units, say)


@dataclass(frozen=True)
class _Shown:
    """A column of the ranking: what it shows of a unit, and for which units it is worth showing."""

    column: Column
    cell: "Callable[[UnitScore], Child]"
    when: Callable[[Sequence[UnitScore]], bool] = bool


def _columns(card: Scorecard, keys: Mapping[str, str], say: Say) -> list[_Shown]:
    in_points = card.scale != 100
    return [
        _Shown(Column(say("rank"), "number"), lambda u: rank_said(u, say)),
        _Shown(Column(say("unit"), "name"), lambda u: tag("a", u.name, href=f"#{keys[u.id]}")),
        _Shown(Column(say("index"), "number"), lambda u: say.index(u.percent)),
        _Shown(Column(say("band")), lambda u: band_text(u, say.lang)),
        _Shown(Column(say("span"), "number"), lambda u: say.span(*u.range), _any(_open)),
        _Shown(Column(say("points"), "number"), lambda u: points_said(u, say, in_points)),
        _Shown(Column(say("coverage"), "number"), lambda u: coverage_said(u, say)),
        _Shown(Column(say("bonus"), "number"), lambda u: _beside(u, "bonus", say), _any(lambda u: _has(u, "bonus"))),
        _Shown(Column(say("penalty"), "number"), lambda u: _beside(u, "penalty", say), _any(lambda u: _has(u, "penalty"))),
        _Shown(Column(say("late"), "number"), lambda u: say.number(u.late), _any(lambda u: u.late > 0)),
        _Shown(Column(say("change")), lambda u: _change(u, say), _any(lambda u: u.change is not None)),
        _Shown(Column(say("rank_band"), "number"), lambda u: _rank_band(u, say), _any(lambda u: u.rank_band is not None)),
        _Shown(Column(say("state")), lambda u: u.state or say("unknown"), _any(lambda u: bool(u.state))),
        _Shown(Column(say("remark")), lambda u: u.remark, lambda us: any(u.remark for u in us) and len({u.remark for u in card.units}) > 1),
    ]  # fmt: skip


def _any(test: Callable[[UnitScore], bool]) -> Callable[[Sequence[UnitScore]], bool]:
    return lambda units: any(map(test, units))


def _open(unit: UnitScore) -> bool:
    return round(unit.range[1] - unit.range[0], 2) > 0


def rank_said(unit: UnitScore, say: Say) -> str:
    """Return the rank, and the ranks that are possible where it is not sure."""
    low, high = unit.rank_range
    if unit.rank is None:
        return say("no_rank", low=low, high=high)
    return str(unit.rank) if low == high else say("ranks", rank=unit.rank, low=low, high=high)


def points_said(unit: UnitScore, say: Say, in_points: bool) -> str:
    """Return the points of what is known; with `in_points`, also the range of all points."""
    known = say("of", points=say.number(unit.points if unit.possible else None), most=say.number(unit.possible))
    low, high = (show_number(end, say.lang) for end in unit.points_range)
    return f"{known} ({say('between', low=low, high=high)})" if in_points and low != high else known


def coverage_said(unit: UnitScore, say: Say) -> str:
    """Return the coverage in percent, rounded down."""
    return f"{show_number(coverage_percent(unit, 1), say.lang, 1)}%"


def _has(unit: UnitScore, role: str) -> bool:
    return any(d.role == role for d in unit.domains)


def _beside(unit: UnitScore, role: str, say: Say) -> str:
    """Return bonus points or points taken off, as a range while a criterion of them is unknown."""
    low = sum(d.points_range[0] for d in unit.domains if d.role == role)
    high = sum(d.points_range[1] for d in unit.domains if d.role == role)
    ends = say.number(low), say.number(high)
    return ends[0] if ends[0] == ends[1] else say("between", low=ends[0], high=ends[1])


def _change(unit: UnitScore, say: Say) -> str:
    if unit.change is None:
        return say("incomparable")
    return f"{say.signed(unit.change.percent)}; {say('rank').lower()}: {say.moved(unit.change.rank)}"


def _rank_band(unit: UnitScore, say: Say) -> str:
    band = unit.rank_band
    return say("unsure") if band is None else say("between", low=band.low, high=band.high)
