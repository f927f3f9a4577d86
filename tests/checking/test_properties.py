"""What must hold for every rule of the pack, whatever the figures."""

import math
import random
from collections import Counter
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT, SAMPLES, checked

from cchc.checking.evaluate import outcome_column
from cchc.checking.results import check, results
from cchc.checking.table import with_rates
from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.intake.report_file import read_report
from cchc.model.columns import Columns
from cchc.model.outcome import FAIL, NOT_APPLICABLE, OUTCOMES, PASS, UNKNOWN
from cchc.model.report import Report
from cchc.packs.load import load_pack
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.resolve import resolve

PACK = load_pack(ROOT)
RATES = {f"rate.{r.definition.id}": t.names(r.tree) for r in PACK.rates}
rules = st.sampled_from(PACK.rules)


def asks_presence(node: t.Node) -> bool:
    """Whether a formula may change its answer by a figure being stated at all."""
    partial = isinstance(node, t.Given) or (isinstance(node, t.Call) and node.function == "known")
    return partial or any(asks_presence(child) for child in t.children(node))


MONOTONE = [r for r in PACK.rules if not asks_presence(r.must) and (r.when is None or not asks_presence(r.when))]


def inputs(rule: CompiledRule) -> list[str]:
    used = [*t.names(rule.must), *(t.names(rule.when) if rule.when else ())]
    return sorted({inner for name in used for inner in RATES.get(name, (name,))})


def values_for(name: str) -> st.SearchStrategy[float]:
    kind = PACK.vocabulary.kinds[name]
    if kind == "flag":
        return st.sampled_from([0.0, 1.0])
    if kind == "percent":
        return st.integers(0, 100).map(lambda n: n / 100)
    return st.integers(0, 12).map(float)


@st.composite
def filled(draw: st.DrawFn, chosen: list[CompiledRule]) -> tuple[CompiledRule, dict[str, float]]:
    rule = draw(st.sampled_from(chosen))
    return rule, {name: draw(values_for(name)) for name in inputs(rule)}


def outcome(rule: CompiledRule, values: dict[str, float]) -> int:
    columns = with_rates(PACK, Columns(1, {n: np.array([v]) for n, v in values.items()}))
    return int(outcome_column(Evaluator(columns), rule, np.ones(1, dtype=bool))[0])


@settings(max_examples=400, deadline=None)
@given(filled(list(PACK.rules)), st.data())
def test_every_check_has_exactly_one_outcome(case: tuple[CompiledRule, dict[str, float]], data: st.DataObject) -> None:
    rule, values = case
    hidden = data.draw(st.sets(st.sampled_from(sorted(values)))) if values else set()
    assert outcome(rule, {n: math.nan if n in hidden else v for n, v in values.items()}) in range(len(OUTCOMES))


@settings(max_examples=400, deadline=None)
@given(filled(MONOTONE), st.data())
def test_taking_a_figure_away_leaves_the_outcome_or_makes_it_unknown(
    case: tuple[CompiledRule, dict[str, float]], data: st.DataObject
) -> None:
    rule, values = case
    hidden = data.draw(st.sets(st.sampled_from(sorted(values)), min_size=1))
    partial = outcome(rule, {n: math.nan if n in hidden else v for n, v in values.items()})
    assert partial in (UNKNOWN, outcome(rule, values))


def test_most_rules_are_under_that_law() -> None:
    assert len(MONOTONE) > len(PACK.rules) / 2


SAMPLE_REPORTS = [read_report(SAMPLES / f"{name}-2025-04.yaml", PACK) for name in ("seed", "mended", "faulty")]
ALONE = [check(PACK, [resolve(PACK, report)])[1][0].tolist() for report in SAMPLE_REPORTS]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_reports_does_not_matter(order: list[int]) -> None:
    _, together = check(PACK, [resolve(PACK, SAMPLE_REPORTS[i]) for i in order])
    assert together.tolist() == [ALONE[i] for i in order]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(range(3)), st.randoms(use_true_random=False))
def test_the_order_of_figures_does_not_matter(which: int, chance: random.Random) -> None:
    report = SAMPLE_REPORTS[which]
    figures = list(report.figures.items())
    chance.shuffle(figures)
    table, matrix = check(PACK, [resolve(PACK, report.model_copy(update={"figures": dict(figures)}))])
    assert matrix[0].tolist() == ALONE[which]
    plain, same = check(PACK, [resolve(PACK, report)])
    words = [
        {o.code: (o.message, set(o.places)) for o in results(t, m, 0, "vi")}
        for t, m in ((table, matrix), (plain, same))
    ]
    assert words[0] == words[1]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(chance: random.Random) -> None:
    shuffled = list(PACK.rules)
    chance.shuffle(shuffled)
    _, matrix = check(Pack(**{**PACK.__dict__, "rules": tuple(shuffled)}), [resolve(PACK, SAMPLE_REPORTS[0])])
    known = dict(zip((r.rule.code for r in PACK.rules), ALONE[0], strict=True))
    assert matrix[0].tolist() == [known[r.rule.code] for r in shuffled]


@settings(max_examples=10, deadline=None)
@given(st.permutations(["seed", "mended", "faulty"]))
def test_the_order_of_files_does_not_matter(order: list[str]) -> None:
    reports = checked(PACK, [SAMPLES / f"{name}-2025-04.yaml" for name in order])
    assert [Path(report.file).name.partition("-")[0] for report in reports] == order
    others = checked(PACK, [SAMPLES / f"{name}-2025-04.yaml" for name in sorted(order)])
    assert {report.file: report for report in reports} == {report.file: report for report in others}


def test_outcomes_add_up_to_the_number_of_rules(pack: Pack, seed: Report) -> None:
    counts = Counter(check(pack, [resolve(pack, seed)])[1][0].tolist())
    assert sum(counts[code] for code in (PASS, FAIL, UNKNOWN, NOT_APPLICABLE)) == len(pack.rules)


def test_a_report_that_states_nothing_passes_nothing(pack: Pack, seed: Report) -> None:
    nothing = Report(unit="Sở Mẫu", level="department", province="Bắc Giang", period=seed.period)
    table, matrix = check(pack, [resolve(pack, nothing)])
    passed = [o.code for o in results(table, matrix, 0, "vi") if o.outcome == "pass"]
    # The data window is a part of the period, which even this report states.
    assert set(passed) == {"PER601", "PER602"}
