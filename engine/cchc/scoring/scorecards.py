"""From score columns to the objects that are shown: one unit with its fields, criteria, losses and steps."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.model.scorecard import CriterionScore, DomainScore, Scorecard, Tally, UnitScore
from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.scoring.columns import ScoreColumns, score_columns
from cchc.scoring.knowledge import Knowledge
from cchc.scoring.lateness import late_notes
from cchc.scoring.peers import group_name, quota_notes
from cchc.scoring.steps import steps
from cchc.scoring.subtotals import subtotal
from cchc.scoring.sums import Sums
from cchc.scoring.trace import Tracer, known
from cchc.scoring.tree import ReadyIndex


def scorecards(ready: ReadyIndex, table: UnitsTable, knowledge: Knowledge, surveys: bool = True) -> Scorecard:
    """Score a table and return what people read; without `surveys` criteria that rest on one are left out."""
    scores = score_columns(ready, table, surveys)
    index = ready.index
    lang = knowledge.lang
    view = _View(ready, table, scores, Tracer(ready, table, scores, steps(ready, table, scores), knowledge))
    return Scorecard(
        index=index.id,
        title=index.title.get(lang),
        note=index.note.get(lang),
        total=index.total,
        scale=index.scale or index.total,
        coverage_threshold=index.coverage_threshold,
        notes=(*quota_notes(ready, scores, table.kinds, lang), *late_notes(ready, table, lang)),
        units=view.units(),
    )


@dataclass(frozen=True)
class _View:
    ready: ReadyIndex
    table: UnitsTable
    scores: ScoreColumns
    tracer: Tracer

    @property
    def lang(self) -> Language:
        return self.tracer.knowledge.lang

    def units(self) -> tuple[UnitScore, ...]:
        return tuple(self.unit(row) for row in range(len(self.table.ids)))

    def unit(self, row: int) -> UnitScore:
        scores, table = self.scores, self.table
        criteria = tuple(self.tracer.criterion(row, position) for position in range(len(self.ready.leaves)))
        names = [level.label.get(self.lang) for level in self.ready.index.bands.ascending()]
        band = int(scores.bands.position[row])
        entered = [c.self_score for c in criteria if c.self_score is not None]
        gaps = [c.difference for c in criteria if c.difference is not None]
        return UnitScore(
            **_tally(scores.total, row).model_dump(),
            id=table.ids[row],
            name=table.names[row],
            kind=table.kinds[row],
            remark=table.remarks[row] if table.remarks else "",
            percent=known(scores.percent[row]),
            band=names[band] if band >= 0 else None,
            bands=tuple(names[int(scores.bands.lowest[row]) : int(scores.bands.highest[row]) + 1]),
            rank=int(scores.rank[row]) or None,
            rank_range=(int(scores.best_rank[row]), int(scores.worst_rank[row])),
            group=group_name(self.ready.index.together, table.kinds[row], self.lang),
            parent=(table.parents[row] or None) if table.parents else None,
            state=self.state(row),
            groups=self.groups(row, criteria),
            subtotals=tuple(subtotal(one, criteria, self.lang) for one in self.ready.index.subtotals),
            late=float(scores.late[row]),
            self_points=math.fsum(entered) if entered else None,
            self_difference=math.fsum(gaps) if gaps else None,
            domains=self.domains(row),
            criteria=criteria,
        )

    def state(self, row: int) -> str | None:
        state = self.table.states[row] if self.table.states else ""
        return self.tracer.knowledge.appraisal.state(state, self.lang) if state else None

    def groups(self, row: int, criteria: Sequence[CriterionScore]) -> dict[str, float | None]:
        # What only informs leaves the points of its field known.
        open_ = {c.domain for c in criteria if c.state == "unknown" and c.max > 0}
        points = {d.code: float(self.scores.fields[d.code].points[row]) for d in self.ready.index.domains}
        named = [d for d in self.ready.index.domains if d.id]
        return {d.id: None if d.code in open_ else points[d.code] for d in named if d.id}

    def domains(self, row: int) -> tuple[DomainScore, ...]:
        return tuple(
            DomainScore(
                **_tally(self.scores.fields[d.code], row).model_dump(),
                code=d.code,
                title=d.title.get(self.lang),
                max=d.max,
                role=d.role,
            )
            for d in self.ready.index.domains
        )


def _tally(sums: Sums, row: int) -> Tally:
    return Tally(
        points=float(sums.points[row]),
        points_range=(float(sums.lowest[row]), float(sums.highest[row])),
        possible=float(sums.possible[row]),
        applicable=float(sums.applicable[row]),
        coverage=float(sums.coverage[row]),
        range=(float(sums.low[row]), float(sums.high[row])),
    )
