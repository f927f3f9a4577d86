"""durable-rules concludes what the columns conclude, on rule sets and reports that nobody thought of."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.formula.evaluate import Truth
from cchc.formula.parse import Parser
from cchc.inference import clauses as cl
from cchc.inference import columns, durable, engine
from cchc.inference.atoms import Atoms
from cchc.packs.weaknesses import Weaknesses, WeaknessFile, build

CODES = ("DOS101", "DOS102", "DIG301")
SAID = ("said.weakness.a", "said.task.a", "fact.idle")
BASE = (*(f"{code}.{outcome}" for code in CODES for outcome in ("fail", "pass", "unknown")), *SAID)
KINDS = ("weakness", "gap", "contradiction", "systemic")
REPORTS = 12

needs_durable = pytest.mark.skipif(not durable.available(), reason="durable-rules is not there")


@st.composite
def rule(draw: st.DrawFn, n: int, number: int) -> dict[str, Any]:
    """A rule for conclusion `number`, which may lean on the conclusions with smaller numbers."""
    usable = st.sampled_from([*BASE, *(f"{KINDS[m % 4]}.c{m}" for m in range(number))])
    lists = st.lists(usable, max_size=3)
    when: dict[str, Any] = {"all": draw(lists), "any": draw(lists)}
    when["none"] = draw(st.lists(st.sampled_from(BASE), max_size=2))
    if draw(st.booleans()) or not any(when.values()):
        of = draw(st.lists(st.sampled_from(BASE), min_size=1, max_size=6, unique=True))
        when["at_least"] = {"count": draw(st.integers(1, len(of))), "of": of}
    symbol = f"{KINDS[number % 4]}.c{number}"
    return {"id": f"r{n}", "conclude": symbol, "title": {"vi": symbol, "en": symbol}, "when": when}


@st.composite
def rule_set(draw: st.DrawFn) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = []
    top = -1
    for n in range(draw(st.integers(1, 9))):
        number = draw(st.integers(0, top + 1))
        top = max(top, number)
        rules.append(draw(rule(n, number)))
    return rules


@st.composite
def reports(draw: st.DrawFn) -> Atoms:
    rows = st.lists(st.integers(0, 3), min_size=REPORTS, max_size=REPORTS)
    outcomes = {code: np.array(draw(rows), np.int8) for code in CODES}
    states = {name: np.array(draw(rows)) for name in SAID}
    return Atoms(REPORTS, outcomes, {name: Truth(s == 1, s == 0) for name, s in states.items()})


def pack_of(rules: list[dict[str, Any]]) -> Weaknesses:
    return build(WeaknessFile.model_validate({"rules": rules}), CODES, Parser({}))


def by_columns(pack: Weaknesses, atoms: Atoms) -> list[set[str]]:
    masks = columns.conclude(pack, atoms)
    return [{symbol for symbol, mask in masks.items() if mask[n]} for n in range(atoms.size)]


def by_durable(pack: Weaknesses, atoms: Atoms) -> list[set[str]]:
    program = cl.compile_rules(pack)
    rules = durable.rules_for(program.clauses)
    names = (*program.inputs, *program.conclusions)
    return [{names[n] for n in rules.infer(row)} for row in cl.given(program, pack, atoms)]


@needs_durable
@settings(max_examples=150, deadline=None)
@given(rule_set(), reports())
def test_random_rules_on_random_reports(rules: list[dict[str, Any]], atoms: Atoms) -> None:
    pack = pack_of(rules)
    assert by_durable(pack, atoms) == by_columns(pack, atoms)


@needs_durable
@settings(max_examples=60, deadline=None)
@given(rule_set().flatmap(lambda rules: st.tuples(st.just(rules), st.permutations(rules))), reports())
def test_order_of_rules_does_not_matter(both: tuple[list[dict[str, Any]], list[dict[str, Any]]], atoms: Atoms) -> None:
    expected = by_columns(pack_of(both[0]), atoms)
    assert by_columns(pack_of(both[1]), atoms) == expected
    assert by_durable(pack_of(both[1]), atoms) == expected


@settings(max_examples=80, deadline=None)
@given(rule_set(), reports())
def test_learning_more_never_turns_a_conclusion_off(rules: list[dict[str, Any]], atoms: Atoms) -> None:
    """Statements that become known keep every conclusion: unknown was never taken for an answer."""
    pack = pack_of(rules)
    known = {name: Truth(truth.true, ~truth.true) for name, truth in atoms.flags.items()}
    more = by_columns(pack, Atoms(atoms.size, atoms.outcomes, known))
    assert all(less <= now for less, now in zip(by_columns(pack, atoms), more, strict=True))


def random_reports(pack: Weaknesses, size: int) -> Atoms:
    """Reports over every atom of a pack, from sound to rotten; fixed seed."""
    rng = np.random.default_rng(20250414)
    rot = rng.uniform(0, 0.6, size)
    codes = {name[:6] for name in pack.base() if not name.startswith(("said.", "fact."))}
    outcomes = {}
    for code in sorted(codes):
        bad = rng.random(size) < rot
        outcomes[code] = np.where(bad, 1, rng.choice([0, 2, 3], size, p=[0.7, 0.2, 0.1])).astype(np.int8)
    states = {n: rng.integers(0, 3, size) for n in pack.base() if n.startswith(("said.", "fact."))}
    return Atoms(size, outcomes, {name: Truth(s == 1, s == 0) for name, s in states.items()})


@needs_durable
def test_real_rules_on_many_reports(real_pack: Weaknesses) -> None:
    atoms = random_reports(real_pack, 5_000)
    expected = by_columns(real_pack, atoms)
    assert by_durable(real_pack, atoms) == expected
    assert len(set().union(*expected)) == len({rule.conclude for rule in real_pack.rules})


@needs_durable
def test_application_uses_durable_and_names_it(real_pack: Weaknesses) -> None:
    atoms = random_reports(real_pack, 300)
    result = engine.infer(real_pack, atoms)
    assert (result.engine, result.note) == ("durable-rules", None)
    assert [result.of(n) for n in range(300)] == by_columns(real_pack, atoms)


def test_columns_serve_large_batches_and_empty_ones(real_pack: Weaknesses) -> None:
    assert engine.infer(real_pack, random_reports(real_pack, 30), limit=29).engine == "columns"
    assert engine.infer(real_pack, random_reports(real_pack, 0)).engine == "columns"


def test_columns_serve_where_durable_is_missing(real_pack: Weaknesses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "available", lambda: False)
    result = engine.infer(real_pack, random_reports(real_pack, 5))
    assert (result.engine, result.note) == ("columns", None)


CRASHES = {
    "killed": "import os; os.kill(os.getpid(), 11)",
    "hangs": "import time; time.sleep(60)",
    "babbles": "print('không phải JSON')",
    "invents": "print([[999999]] * 5)",
    "forgets": "print([[]])",
    "differs": "print([[]] * 5)",
}


@needs_durable
@pytest.mark.parametrize("script", CRASHES.values(), ids=CRASHES.keys())
def test_broken_engine_never_reaches_the_user(
    real_pack: Weaknesses, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    atoms = random_reports(real_pack, 5)
    run: Callable[..., Any] = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda _, **options: run([sys.executable, "-c", script], **options))
    monkeypatch.setattr(engine, "_SECONDS", 1.0)
    result = engine.infer(real_pack, atoms)
    assert result.engine == "columns"
    assert result.note is not None
    assert "durable-rules" in result.note.vi
    assert [result.of(n) for n in range(5)] == by_columns(real_pack, atoms)


@needs_durable
def test_rules_beyond_the_limits_of_durable_fall_to_columns() -> None:
    rules = [
        {"id": f"r{n}", "conclude": f"gap.c{n}", "title": {"vi": "x", "en": "x"}, "when": {"all": ["DOS101.fail"]}}
        for n in range(61)
    ]
    atoms = Atoms(1, {"DOS101": np.array([1], np.int8)}, {})
    result = engine.infer(pack_of(rules), atoms)
    assert result.engine == "columns"
    assert len(result.of(0)) == 61
