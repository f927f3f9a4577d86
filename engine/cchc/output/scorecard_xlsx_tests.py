"""Sheets that put the index to the test: scenarios, and ranks under other weights."""

from dataclasses import dataclass

from cchc.model.robustness import Robustness
from cchc.model.scorecard import Effect, FigureChange, ScenarioResult, Scorecard
from cchc.model.text import Language
from cchc.output.score_words import certainty_text
from cchc.output.scorecard_xlsx_book import Book, Cell, Column
from cchc.output.scorecard_xlsx_words import HEADS, SAID, SHEETS
from cchc.vietnamese.numbers import show_number, show_percent


@dataclass(frozen=True)
class _Case:
    scenario: ScenarioResult
    effect: Effect

    @property
    def gain(self) -> Cell:
        before, after = self.effect.percent_before, self.effect.percent
        return None if before is None or after is None else after - before


def scenario_sheet(book: Book, card: Scorecard, lang: Language) -> None:
    """Write what each option does to each unit, where scenarios were asked for."""
    cases = [_Case(scenario, effect) for scenario in card.scenarios for effect in scenario.effects]
    if not cases:
        return
    head = HEADS[lang]
    columns: list[Column[_Case]] = [
        Column(head["scenario"], 28, "text", lambda x: x.scenario.title),
        Column(head["assumption"], 40, "text", lambda x: x.scenario.assumption),
        Column(head["unit"], 28, "text", lambda x: x.effect.name),
        Column(head["index_before"], 10, "number", lambda x: x.effect.percent_before),
        Column(head["index_after"], 10, "number", lambda x: x.effect.percent),
        Column(head["index_gain"], 9, "signed", lambda x: x.gain),
        Column(head["points_before"], 9, "number", lambda x: x.effect.points_before),
        Column(head["points_after"], 9, "number", lambda x: x.effect.points),
        Column(head["certainty"], 40, "text", lambda x: certainty_text(x.effect, lang)),
        Column(head["rates"], 40, "text", lambda x: "\n".join(_rate(r, lang) for r in x.effect.rates) or None),
    ]
    book.table(SHEETS[lang]["scenarios"], [], columns, cases)


def _rate(rate: FigureChange, lang: Language) -> str:
    ends = ("?" if value is None else show_percent(value, lang) for value in (rate.before, rate.now))
    return f"{rate.label}: {' → '.join(ends)}"


@dataclass(frozen=True)
class _Finding:
    what: str
    criterion: str
    moved: int | None = None
    most: int | None = None
    correlation: float | None = None


def robustness_sheet(book: Book, card: Scorecard, lang: Language) -> None:
    """Write how far ranks hang on single criteria and on weights, where that was asked for."""
    found = card.robustness
    if found is None:
        return
    head, said = HEADS[lang], SAID[lang]
    columns: list[Column[_Finding]] = [
        Column(head["what"], 32, "text", lambda x: x.what),
        Column(head["criterion"], 60, "text", lambda x: x.criterion),
        Column(head["units_moved"], 14, "count", lambda x: x.moved),
        Column(head["largest"], 14, "count", lambda x: x.most),
        Column(head["correlation"], 14, "number", lambda x: x.correlation),
    ]
    weights = said["all_weights"].format(
        draws=show_number(found.draws, lang), spread=show_percent(found.spread, lang), seed=found.seed
    )
    book.table(SHEETS[lang]["robustness"], [weights], columns, _findings(found, lang))


def _findings(found: Robustness, lang: Language) -> list[_Finding]:
    said = SAID[lang]
    return [
        *(_Finding(said["drop"], f"{i.code} {i.title}", i.moved, i.most) for i in found.influences),
        *(_Finding(said["together"], f"{t.first}, {t.second}", correlation=t.correlation) for t in found.correlated),
        *(_Finding(said["constant"], code) for code in found.constant),
    ]
