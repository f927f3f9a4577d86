"""What the index would be if a rule were another: figures set as a scenario says, and everything scored again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.formula.parse import Parser
from cchc.formula.words import Writer
from cchc.model.scorecard import Certainty, Effect, FigureChange, ScenarioResult
from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.packs.scenarios import Option, Scenario, Shift
from cchc.scoring.columns import ScoreColumns, score_columns
from cchc.scoring.knowledge import Knowledge
from cchc.scoring.trace import known
from cchc.scoring.tree import ReadyIndex
from cchc.vietnamese.numbers import show_number

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "missing": "chưa biết ảnh hưởng, thiếu số liệu: {figures}",
        "broken": "chưa biết ảnh hưởng, số liệu mâu thuẫn, phải có: {condition}",
        "untouched": "chưa biết ảnh hưởng, chưa có số liệu mà phương án này thay đổi: {figures}",
        "lost": "chưa biết ảnh hưởng, theo phương án này số liệu của tiêu chí {codes} mâu thuẫn",
        "at_most": "mức lớn nhất có thể: chưa nêu '{figure}', lấy {value} với giả định {assumption}",
    },
    "en": {
        "missing": "effect not known, figures missing: {figures}",
        "broken": "effect not known, figures contradict each other, this must hold: {condition}",
        "untouched": "effect not known, no figure is given that this option changes: {figures}",
        "lost": "effect not known, under this option the figures of criterion {codes} contradict each other",
        "at_most": "the largest possible: '{figure}' is not given, {value} is taken, as if {assumption}",
    },
}


def effects(
    ready: ReadyIndex,
    table: UnitsTable,
    scenario: Scenario,
    parser: Parser,
    knowledge: Knowledge,
    surveys: bool = True,
) -> tuple[ScenarioResult, ...]:
    """Return for each option of a valid scenario what it does to every unit, all units under it at once.

    `parser` knows the names of the content. An effect is what scoring gives for the table with the figures set; without
    `surveys` criteria that rest on one are left out.
    """
    before = score_columns(ready, table, surveys)
    trials = (_Trial(ready, table, scenario, one, parser, knowledge, before, surveys) for one in scenario.options)
    return tuple(trial.result() for trial in trials)


@dataclass(frozen=True)
class _Needs:
    """Figures an option needs, each given or at its largest; where that was `taken`, where neither is `missing`."""

    values: "Mapping[str, Values]"
    taken: "Mapping[str, Mask]"
    missing: "Mapping[str, Mask]"


@dataclass(frozen=True)
class _Outcome:
    """The table under an option scored again.

    `faults`: why a unit has no effect, "" where it has one. `rates`: each rate of the scenario, before and under the option.
    """

    scores: ScoreColumns
    faults: list[str]
    rates: "list[tuple[Shift, Values, Values]]"


@dataclass(frozen=True)
class _Trial:
    ready: ReadyIndex
    table: UnitsTable
    scenario: Scenario
    option: Option
    parser: Parser
    knowledge: Knowledge
    before: ScoreColumns
    surveys: bool

    def result(self) -> ScenarioResult:
        needs = self._needs()
        outcome = self._outcome(needs)
        return ScenarioResult(
            id=f"{self.scenario.id}.{self.option.id}",
            title=self.option.title.get(self.knowledge.lang),
            assumption=self.option.assumption.get(self.knowledge.lang),
            effects=tuple(self._effect(row, needs, outcome) for row in range(len(self.table.ids))),
        )

    def _needs(self) -> _Needs:
        evaluator = Evaluator(self.table.figures)
        values, taken, missing = {}, {}, {}
        for need in self.scenario.needs:
            if need.figure in self.option.needs:
                given = evaluator.number(t.Name(need.figure))
                most = np.fmin.reduce([evaluator.number(self.parser.number(text)) for text in need.at_most])
                values[need.figure] = np.where(np.isnan(given), most, given)
                taken[need.figure] = np.isnan(given) & ~np.isnan(most)
                missing[need.figure] = np.isnan(values[need.figure])
        return _Needs(values, taken, missing)

    def _outcome(self, needs: _Needs) -> _Outcome:
        figures = self.table.figures
        old, filled = Evaluator(figures), Evaluator(replace(figures, values={**figures.values, **needs.values}))
        moved = {name: filled.number(self.parser.number(text)) for name, text in self.option.set.items()}
        faults = self._faults(needs, filled, moved)
        sure = np.array([not fault for fault in faults], dtype=np.bool_)
        values = {name: np.where(sure, new, old.number(t.Name(name))) for name, new in moved.items()}
        after = replace(figures, values={**figures.values, **values})
        scores = score_columns(self.ready, replace(self.table, figures=after), self.surveys)
        lost = scores.applicable & np.isnan(scores.points) & ~np.isnan(self.before.points)
        rates = ((rate, self.parser.number(rate.formula)) for rate in self.scenario.rates)
        return _Outcome(
            scores,
            [fault or self._lost(lost[row]) for row, fault in enumerate(faults)],
            [(rate, old.number(formula), Evaluator(after).number(formula)) for rate, formula in rates],
        )

    def _faults(self, needs: _Needs, filled: Evaluator, moved: "Mapping[str, Values]") -> list[str]:
        """Return for each unit why nothing can be said of it, or nothing."""
        conditions = [self.parser.condition(text) for text in self.scenario.holds]
        writer = Writer(self._label, self.knowledge.lang)
        broken = [(writer.write(condition), filled.truth(condition).false) for condition in conditions]
        untouched = np.logical_and.reduce([np.isnan(values) for values in moved.values()])
        faults = []
        for row in range(self.table.figures.size):
            absent = [name for name, rows in needs.missing.items() if rows[row]]
            wrong = next((text for text, rows in broken if rows[row]), None)
            if absent:
                faults.append(self._say("missing", figures=self._labels(absent)))
            elif wrong:
                faults.append(self._say("broken", condition=wrong))
            else:
                faults.append(self._say("untouched", figures=self._labels(moved)) if untouched[row] else "")
        return faults

    def _lost(self, lost: "Mask") -> str:
        codes = [self.ready.leaves[place].criterion.code for place in np.flatnonzero(lost)]
        return self._say("lost", codes=", ".join(codes)) if codes else ""

    def _effect(self, row: int, needs: _Needs, outcome: _Outcome) -> Effect:
        fault = outcome.faults[row]
        largest = [name for name, rows in needs.taken.items() if rows[row]]
        certainty: Certainty = "unknown" if fault else "at_most" if largest else "exact"
        return Effect(
            id=self.table.ids[row],
            name=self.table.names[row],
            certainty=certainty,
            reason=fault or "; ".join(self._largest(name, needs, row) for name in largest) or None,
            percent_before=known(self.before.percent[row]),
            percent=None if fault else known(outcome.scores.percent[row]),
            points_before=float(self.before.total.points[row]),
            points=None if fault else float(outcome.scores.total.points[row]),
            rates=tuple(self._rates(row, outcome, unknown=bool(fault))),
        )

    def _largest(self, name: str, needs: _Needs, row: int) -> str:
        lang = self.knowledge.lang
        assumption = next(need.assumption for need in self.scenario.needs if need.figure == name)
        value = show_number(float(needs.values[name][row]), lang)
        return self._say("at_most", figure=self._label(name), value=value, assumption=assumption.get(lang))

    def _rates(self, row: int, outcome: _Outcome, *, unknown: bool) -> Iterator[FigureChange]:
        for rate, before, after in outcome.rates:
            was, now = known(before[row]), None if unknown else known(after[row])
            if was is not None or now is not None:
                yield FigureChange(id=rate.id, label=rate.label.get(self.knowledge.lang), before=was, now=now)

    def _labels(self, names: Iterable[str]) -> str:
        return "; ".join(map(self._label, names))

    def _label(self, name: str) -> str:
        figure = self.knowledge.figures.get(name)
        return figure.label.get(self.knowledge.lang) if figure else name

    def _say(self, key: str, **said: object) -> str:
        return _WORDS[self.knowledge.lang][key].format(**said)
