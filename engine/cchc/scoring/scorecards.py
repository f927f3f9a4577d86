"""From score columns to the objects that are shown: one unit with its fields, criteria, losses and steps."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cchc.model.outcome import SourceShown
from cchc.model.scorecard import CriterionScore, CriterionState, DomainScore, Scorecard, Step, Tally, UnitScore
from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.packs.schema import Source, SourceRef
from cchc.scoring.columns import ScoreColumns, Sums, add_up, score_columns
from cchc.scoring.reasons import Reasons
from cchc.scoring.steps import Steps, steps
from cchc.scoring.tree import Leaf, ReadyIndex
from cchc.vietnamese.numbers import show_number

if TYPE_CHECKING:
    from cchc.model.columns import Values

_POINTS = {"vi": "điểm", "en": "points"}


def scorecards(
    ready: ReadyIndex,
    table: UnitsTable,
    labels: Mapping[str, str],
    sources: Mapping[str, Source],
    lang: Language = "vi",
) -> Scorecard:
    """Score a table and return what people read.

    `labels`: figure id -> label in `lang`. `sources`: documents known outside the index file, by id.
    """
    scores = score_columns(ready, table)
    own = {source.id: source for source in ready.index.sources}
    reasons = Reasons(table, labels, lang)
    view = _View(ready, table, scores, steps(ready, table, scores), reasons, {**sources, **own}, lang)
    index = ready.index
    return Scorecard(
        index=index.id,
        title=index.title.get(lang),
        note=index.note.get(lang),
        total=index.total,
        coverage_threshold=index.coverage_threshold,
        units=view.units(),
    )


@dataclass(frozen=True)
class _View:
    ready: ReadyIndex
    table: UnitsTable
    scores: ScoreColumns
    steps: Mapping[str, Steps]
    reasons: Reasons
    sources: Mapping[str, Source]
    lang: Language

    def units(self) -> tuple[UnitScore, ...]:
        sums = {
            domain.code: add_up(self.ready, self.scores.points, self.scores.applicable, domain.code)
            for domain in self.ready.index.domains
        }
        return tuple(self.unit(row, sums) for row in range(len(self.table.ids)))

    def unit(self, row: int, sums: Mapping[str, Sums]) -> UnitScore:
        scores, criteria = self.scores, self.criteria(row)
        band = int(scores.band[row])
        names = [level.label.get(self.lang) for level in self.ready.index.bands.ascending()]
        entered = [c.self_score for c in criteria if c.self_score is not None]
        gaps = [c.difference for c in criteria if c.difference is not None]
        return UnitScore(
            **_tally(scores.total, row).model_dump(),
            id=self.table.ids[row],
            name=self.table.names[row],
            kind=self.table.kinds[row],
            remark=self.table.remarks[row] if self.table.remarks else "",
            percent=_known(scores.percent[row]),
            band=names[band] if band >= 0 else None,
            bands=tuple(names[int(scores.bands_low[row]) : int(scores.bands_high[row]) + 1]),
            rank=int(scores.rank[row]) or None,
            rank_range=(int(scores.best_rank[row]), int(scores.worst_rank[row])),
            self_points=math.fsum(entered) if entered else None,
            self_difference=math.fsum(gaps) if gaps else None,
            domains=self.domains(row, sums),
            criteria=criteria,
        )

    def domains(self, row: int, sums: Mapping[str, Sums]) -> tuple[DomainScore, ...]:
        return tuple(
            DomainScore(**_tally(sums[d.code], row).model_dump(), code=d.code, title=d.title.get(self.lang), max=d.max)
            for d in self.ready.index.domains
        )

    def criteria(self, row: int) -> tuple[CriterionScore, ...]:
        return tuple(self.criterion(row, position, leaf) for position, leaf in enumerate(self.ready.leaves))

    def criterion(self, row: int, position: int, leaf: Leaf) -> CriterionScore:
        criterion, code = leaf.criterion, leaf.criterion.code
        points = _known(self.scores.points[row, position])
        state = self.state(row, position)
        own = _entry(self.table.self_scores, code, row)
        return CriterionScore(
            code=code,
            title=criterion.title.get(self.lang),
            domain=leaf.domain,
            max=criterion.max,
            state=state,
            points=points,
            lost=None if points is None else criterion.max - points,
            value=_known(self.scores.values[row, position]),
            missing=self.reasons.missing(leaf, row) if state == "unknown" else (),
            reason=self.reason(leaf, row, position),
            curve=criterion.curve.type,
            basis=criterion.basis,
            source=self.shown_sources[code],
            step=self.step(leaf, row),
            self_score=own,
            difference=None if own is None or points is None else own - points,
        )

    def state(self, row: int, position: int) -> CriterionState:
        if not self.scores.applicable[row, position]:
            return "not_applicable"
        return "unknown" if math.isnan(self.scores.points[row, position]) else "scored"

    def reason(self, leaf: Leaf, row: int, position: int) -> str | None:
        if self.state(row, position) != "unknown":
            return None
        return self.reasons.reason(leaf, row, bool(self.scores.conflict[row, position]))

    @cached_property
    def shown_sources(self) -> Mapping[str, SourceShown]:
        return {leaf.criterion.code: self.source(leaf.criterion.source) for leaf in self.ready.leaves}

    def source(self, reference: SourceRef) -> SourceShown:
        found = self.sources.get(reference.act)
        if found is None:
            return SourceShown(document=reference.act, seen="none", clause=reference.clause)
        return SourceShown(
            document=found.document,
            seen=found.seen,
            clause=reference.clause,
            address=found.address,
            issued=found.issued,
        )

    def step(self, leaf: Leaf, row: int) -> Step | None:
        found, lever = self.steps.get(leaf.criterion.code), leaf.criterion.lever
        if found is None or lever is None or not found.counts[row]:
            return None
        count, gain = int(found.counts[row]), float(found.gains[row])
        # A gain that two decimals would print as 0 is shown with more.
        won = show_number(gain, self.lang, 2 if gain >= 0.005 else 6)
        say = lever.say.get(self.lang).replace("{n}", show_number(count, self.lang))
        return Step(count=count, points=gain, text=f"{say}: +{won} {_POINTS[self.lang]}")


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _entry(columns: "Mapping[str, Values]", key: str, row: int) -> float | None:
    return _known(columns[key][row]) if key in columns else None


def _tally(sums: Sums, row: int) -> Tally:
    return Tally(
        points=float(sums.points[row]),
        possible=float(sums.possible[row]),
        applicable=float(sums.applicable[row]),
        coverage=float(sums.coverage[row]),
        range=(float(sums.low[row]), float(sums.high[row])),
    )
