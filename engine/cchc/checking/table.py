"""Reports -> columns: figures, rates, targets and facts of a batch under the names that formulas use."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cchc.checking.fact import Fact
from cchc.checking.facts_citations import CITATION_FACTS
from cchc.checking.facts_complete import COMPLETE_FACTS
from cchc.checking.facts_evidence import EVIDENCE_FACTS
from cchc.checking.facts_figures import FIGURE_FACTS
from cchc.checking.facts_form import FORM_FACTS, part_flags
from cchc.checking.facts_history import HISTORY_FACTS
from cchc.checking.facts_letterhead import LETTERHEAD_FACTS
from cchc.checking.facts_peers import PEER_FACTS
from cchc.checking.facts_slips import SLIP_FACTS
from cchc.checking.facts_statements import STATEMENT_FACTS, statement_flags
from cchc.checking.facts_terms import TERM_FACTS
from cchc.formula.evaluate import Evaluator
from cchc.model.columns import Columns
from cchc.model.figure import Figures, Stated, settled
from cchc.model.place import Place
from cchc.packs.pack import Pack
from cchc.packs.resolve import Reading, targets_on

_EXCLUDED = "digitization.excluded_dossiers"
_LEVEL = "cấp "
FACTS = {
    **FORM_FACTS,
    **STATEMENT_FACTS,
    **FIGURE_FACTS,
    **CITATION_FACTS,
    **SLIP_FACTS,
    **EVIDENCE_FACTS,
    **COMPLETE_FACTS,
    **LETTERHEAD_FACTS,
    **HISTORY_FACTS,
    **PEER_FACTS,
    **TERM_FACTS,
}


@dataclass(frozen=True)
class Cell:
    """What one report says under one name: NaN where it is stated but not usable as one exact value."""

    value: float
    half_unit: float = 0.0
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Table:
    """A batch of readings as columns, and the cells they were made from (for quoting)."""

    readings: tuple[Reading, ...]
    columns: Columns
    cells: tuple[Mapping[str, Cell], ...]


def tabulate(pack: Pack, readings: Sequence[Reading]) -> Table:
    """Return the columns of a batch."""
    cells = tuple(dict(_cells(r)) for r in readings)
    names = sorted({name for row in cells for name in row})
    size = len(readings)
    values = {name: np.full(size, np.nan) for name in names}
    stated = {name: np.zeros(size, dtype=bool) for name in names}
    half_unit: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}
    for i, row in enumerate(cells):
        for name, cell in row.items():
            values[name][i] = cell.value
            stated[name][i] = True
            if cell.half_unit:
                half_unit.setdefault(name, np.zeros(size))[i] = cell.half_unit
    columns = with_rates(pack, Columns(size, values, stated, half_unit))
    return Table(tuple(readings), columns, cells)


def with_rates(pack: Pack, columns: Columns) -> Columns:
    """Return the columns with every rate of the pack computed from them."""
    values = dict(columns.values)
    result = Columns(columns.size, values, columns.stated, columns.half_unit)
    for rate in pack.rates:
        values[f"rate.{rate.definition.id}"] = Evaluator(result).number(rate.tree)
    return result


def _cells(r: Reading) -> Iterator[tuple[str, Cell]]:
    yield from _figures(r.pack, r.report.figures)
    for name, cell in _figures(r.pack, _previous(r)):
        yield f"prev.{name}", cell
    if _EXCLUDED not in r.report.figures and (excluded := _excluded_dossiers(r)):
        yield _EXCLUDED, excluded
    for target, value in targets_on(r).items():
        yield f"target.{target}", Cell(value)
    facts: dict[str, Fact] = {name: rule(r) for name, rule in FACTS.items()}
    for name, fact in {**facts, **part_flags(r), **statement_flags(r)}.items():
        if not math.isnan(fact.value):
            yield name, Cell(fact.value, places=fact.places)


def _excluded_dossiers(r: Reading) -> Cell | None:
    """Return the dossiers left out of digitization where the exclusion itself states their number."""
    own = [e for e in r.report.exclusions or () if any(f.startswith("digitization.") for f in e.applies_to)]
    numbers = [e.dossiers for e in own if e.dossiers is not None]
    if not own or len(numbers) < len(own):
        return None
    return Cell(float(sum(numbers)), places=tuple(e.at for e in own if e.at))


def _previous(r: Reading) -> Figures:
    """Return the figures of the period just before; those of any other period are not comparable.

    What the report itself carries goes before what an earlier report says.
    """
    earlier = r.past.at(r.report.period.previous())
    known = earlier.figures_elsewhere() if earlier else {}
    previous = r.report.previous
    if previous is None or (previous.period and not previous.period.precedes(r.report.period)):
        return known
    return {**known, **previous.figures}


def _figures(pack: Pack, figures: Figures) -> Iterator[tuple[str, Cell]]:
    for figure, stated in figures.items():
        percent = pack.figures[figure].kind == "percent"
        for span, prefix in (("period", ""), ("year_to_date", "ytd.")):
            own = [s for s in stated if s.scope == "own" and s.span == span]
            if own:
                yield prefix + figure, _cell(own, percent)
            elif by_level := [s for s in stated if s.scope.startswith(_LEVEL) and s.span == span]:
                # A report that counts level by level has not left the figure out; what it comes to is not known.
                yield prefix + figure, Cell(math.nan, places=tuple(s.at for s in by_level if s.at))


def _cell(stated: list[Stated], percent: bool) -> Cell:
    places = tuple(s.at for s in stated if s.at)
    finest = settled(stated)
    if finest is None:
        return Cell(math.nan, places=places)
    if not percent:
        return Cell(finest.value, places=places)
    return Cell(finest.value / 100, finest.half_digit / 100, places)
