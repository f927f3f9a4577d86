"""One criterion of one unit, traced: its figures with their places, how points come about, what is unknown and why."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from cchc.formula.words import show_value
from cchc.model.outcome import FigureShown, SourceShown
from cchc.model.scorecard import CriterionScore, CriterionState, Step
from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.packs.indices import Criterion
from cchc.packs.schema import Source
from cchc.packs.schema_refs import SourceRef
from cchc.scoring.columns import ScoreColumns
from cchc.scoring.disagreements import Claims, disagreements
from cchc.scoring.knowledge import Knowledge
from cchc.scoring.reasons import Reasons
from cchc.scoring.steps import Steps
from cchc.scoring.tree import Leaf, ReadyIndex
from cchc.scoring.wording import formula_text
from cchc.vietnamese.numbers import show_number

if TYPE_CHECKING:
    from cchc.model.columns import Values

_POINTS = {"vi": "điểm", "en": "points"}


def known(value: float) -> float | None:
    """Return a value, None where it is not known."""
    return None if math.isnan(value) else float(value)


@dataclass(frozen=True)
class Tracer:
    """Traces the criteria of a table that was scored."""

    ready: ReadyIndex
    table: UnitsTable
    scores: ScoreColumns
    steps: Mapping[str, Steps]
    knowledge: Knowledge

    @property
    def lang(self) -> Language:
        """The language of the trace."""
        return self.knowledge.lang

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {**self.knowledge.sources, **{source.id: source for source in self.ready.index.sources}}

    def criterion(self, row: int, position: int) -> CriterionScore:
        """Return one criterion of the unit in a row."""
        leaf, scores = self.ready.leaves[position], self.scores
        criterion, code, role = leaf.criterion, leaf.criterion.code, self._roles[leaf.domain]
        points, most = known(scores.points[row, position]), float(scores.maxima[row, position])
        state = self._state(row, position)
        exempt = bool(scores.exempt[row, position])
        claims = self._claims(criterion, row)
        return CriterionScore(
            code=code,
            title=criterion.title.get(self.lang),
            domain=leaf.domain,
            role=role,
            max=most if state != "not_applicable" else criterion.max,
            state=state,
            points=points,
            lost=None if points is None or role != "regular" else most - points,
            policy=(criterion.policy or self.ready.index.not_applicable)
            if exempt or state == "not_applicable"
            else None,
            value=None if exempt else known(scores.values[row, position]),
            formula=self._formulas[code],
            figures=tuple(self._figure(name, row) for name in leaf.figures()),
            missing=self._reasons.missing(leaf, row) if state == "unknown" else (),
            reason=self._reason(leaf, row, position) if state == "unknown" else None,
            curve=criterion.curve.type,
            basis=criterion.basis,
            source=self._shown_sources[code],
            note=criterion.note.get(self.lang) if criterion.note else None,
            step=self._step(leaf, row, first=False),
            first_step=self._step(leaf, row, first=True),
            self_score=claims.own,
            difference=None if claims.own is None or points is None else claims.own - points,
            appraised=claims.appraised,
            appraisal_reason=self.knowledge.appraisal.reason(claims.reason, self.lang) if claims.reason else None,
            evidence_required=claims.required,
            evidence=claims.evidence,
            disagreements=disagreements(points, claims, self.lang),
        )

    def _claims(self, criterion: Criterion, row: int) -> Claims:
        code, table = criterion.code, self.table
        return Claims(
            own=_entry(table.self_scores, code, row),
            appraised=_entry(table.appraised, code, row),
            reason=_said(table.reasons, code, row),
            required=criterion.evidence.get(self.lang) if criterion.evidence else None,
            evidence=_said(table.evidence, code, row),
        )

    @cached_property
    def _roles(self) -> Mapping[str, Literal["regular", "bonus", "penalty"]]:
        return {domain.code: domain.role for domain in self.ready.index.domains}

    @cached_property
    def _formulas(self) -> Mapping[str, str]:
        return {
            leaf.criterion.code: formula_text(leaf, self._label, self.lang, self._roles[leaf.domain] == "penalty")
            for leaf in self.ready.leaves
        }

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(
            self.table,
            {name: figure.label.get(self.lang) for name, figure in self.knowledge.figures.items()},
            self.lang,
        )

    def _label(self, name: str) -> str:
        return self._reasons.label(name)

    def _figure(self, name: str, row: int) -> FigureShown:
        column, figure = self.table.figures.values.get(name), self.knowledge.figures.get(name)
        value = math.nan if column is None else float(column[row])
        percent = figure is not None and figure.kind == "percent"
        place = self.table.origin.place(row, name) if self.table.origin and not math.isnan(value) else None
        return FigureShown(
            id=name,
            label=self._label(name),
            value=known(value),
            unit=figure.unit.get(self.lang) if figure else "",
            shown=show_value(value, "percent" if percent else "number", self.lang),
            places=(place,) if place else (),
        )

    def _state(self, row: int, position: int) -> CriterionState:
        if not self.scores.applicable[row, position]:
            return "not_applicable"
        return "unknown" if math.isnan(self.scores.points[row, position]) else "scored"

    def _reason(self, leaf: Leaf, row: int, position: int) -> str:
        return self._reasons.reason(leaf, row, bool(self.scores.conflict[row, position]))

    @cached_property
    def _shown_sources(self) -> Mapping[str, SourceShown]:
        return {leaf.criterion.code: self._source(leaf.criterion.source) for leaf in self.ready.leaves}

    def _source(self, reference: SourceRef) -> SourceShown:
        found = self._sources.get(reference.act)
        if found is None:
            return SourceShown(document=reference.act, seen="none", clause=reference.clause)
        return SourceShown(
            document=found.document,
            seen=found.seen,
            clause=reference.clause,
            address=found.address,
            issued=found.issued,
        )

    def _step(self, leaf: Leaf, row: int, *, first: bool) -> Step | None:
        found, lever = self.steps.get(leaf.criterion.code), leaf.criterion.lever
        if found is None or lever is None or not found.counts[row]:
            return None
        count, gain = int(found.counts[row]), float(found.gains[row])
        if first:
            count, gain = int(found.first_counts[row]), float(found.first_gains[row])
        # A gain that two decimals would print as 0 is shown with more.
        won = show_number(gain, self.lang, 2 if gain >= 0.005 else 6)
        say = lever.say.get(self.lang).replace("{n}", show_number(count, self.lang))
        return Step(count=count, points=gain, text=f"{say}: +{won} {_POINTS[self.lang]}")


def _entry(columns: "Mapping[str, Values]", key: str, row: int) -> float | None:
    return known(columns[key][row]) if key in columns else None


def _said(columns: Mapping[str, tuple[str, ...]], key: str, row: int) -> str | None:
    return (columns[key][row] or None) if key in columns else None
