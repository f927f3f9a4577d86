"""The compiled kernel gives, bit for bit, what the columns give."""

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formula.test_evaluate import FLAGS, NAMES, conditions, numbers

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.kernel.compiled import Kernel
from cchc.kernel.compiler import compile_program
from cchc.kernel.program import BLOCK, HELD, Atom, Check, Clause, program
from cchc.model.columns import Columns
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, UNKNOWN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask

_FEW = settings(max_examples=6, deadline=None)
# One compilation serves many formulas: it is what takes the time.
_many_checks = st.lists(st.tuples(conditions, st.none() | conditions), min_size=25, max_size=25)
_many_rates = st.lists(numbers, min_size=3, max_size=3)


def compiled(checks: list[Check], rates: list[tuple[str, t.Numeric]], clauses: tuple[Clause, ...] = ()) -> Kernel:
    compiling = compile_program(program(checks, rates, clauses, texts=2))
    assert compiling is not None
    kernel = compiling.kernel(wait=True)
    assert kernel is not None
    return kernel


def random_columns(size: int, seed: int) -> Columns:
    """Small whole numbers, so that equalities, zeros and ratios of them all occur; a sixth not known."""
    rng = np.random.default_rng(seed)
    values = {name: rng.integers(-5, 6, size).astype(float) for name in NAMES}
    values |= {flag: rng.integers(0, 2, size).astype(float) for flag in FLAGS}
    for column in values.values():
        column[rng.random(size) < 1 / 6] = np.nan
    stated = {NAMES[0]: ~np.isnan(values[NAMES[0]]) | (rng.random(size) < 0.1)}
    return Columns(size, values, stated, {NAMES[1]: np.where(rng.random(size) < 0.5, 0.5, 0.005)})


def expected(check: Check, evaluator: Evaluator, applies: "Mask") -> "NDArray[np.int8]":
    must = evaluator.truth(check.must)
    when = evaluator.truth(check.when) if check.when else None
    on, off = (when.true, when.false) if when else (np.ones_like(applies), np.zeros_like(applies))
    result = np.full(applies.shape, UNKNOWN, np.int8)
    result[applies & on & must.true] = PASS
    result[applies & on & must.false] = FAIL
    result[~applies | off] = NOT_APPLICABLE
    return result


@_FEW
@given(_many_checks, _many_rates, st.integers(0, 2**31), st.sampled_from([1, 7, BLOCK, BLOCK + 1, 3 * BLOCK - 5]))
def test_outcomes_are_those_of_the_columns(
    pairs: list[tuple[t.Condition, t.Condition | None]], trees: list[t.Numeric], seed: int, size: int
) -> None:
    rates = [(f"rate.r{n}", tree) for n, tree in enumerate(trees)]
    beside = [Check(t.Compare(">=", t.Name(name), t.Number(1.0))) for name, _ in rates]
    checks = [*(Check(must, when) for must, when in pairs), *beside]
    columns = random_columns(size, seed)
    values = dict(columns.values)
    with_rates = Columns(size, values, columns.stated, columns.half_unit)
    for name, tree in rates:
        values[name] = Evaluator(with_rates).number(tree)
    evaluator = Evaluator(with_rates)
    masks = [np.random.default_rng(seed + n).random(size) < 0.8 for n in range(len(checks))]
    found = compiled(checks, rates).run(columns, masks)
    for n, (check, mask) in enumerate(zip(checks, masks, strict=True)):
        assert np.array_equal(found[:, n], expected(check, evaluator, mask)), check


def test_a_stated_percent_is_compared_within_half_of_its_digit_and_a_name_without_column_is_unknown() -> None:
    matches = t.Matches(NAMES[1], t.Number(2.0))
    missing = t.Compare("==", t.Name("not.there"), t.Number(0.0))
    columns = Columns(3, {NAMES[1]: np.array([2.4, 2.4, np.nan])}, {}, {NAMES[1]: np.array([0.5, 0.05, 0.5])})
    found = compiled([Check(matches), Check(missing), Check(t.Given("not.there"))], []).run(columns, [True] * 3)
    assert found.tolist() == [[PASS, UNKNOWN, FAIL], [FAIL, UNKNOWN, FAIL], [UNKNOWN, UNKNOWN, FAIL]]


def test_a_check_that_is_not_meant_for_these_reports_does_not_apply() -> None:
    holds = Check(t.Compare("==", t.Number(1.0), t.Number(1.0)))
    found = compiled([holds, holds], []).run(Columns(2, {}), [True, False])
    assert found.tolist() == [[PASS, NOT_APPLICABLE]] * 2


def test_a_clause_holds_by_all_any_none_and_enough() -> None:
    """Four outcomes in every combination of three checks, worked out by what each word of a clause means."""
    names = ("a.x", "a.y", "a.z")
    checks = [Check(t.Compare("==", t.Name(name), t.Number(0.0)), t.Given(f"{name}.on")) for name in names]
    states = np.array(np.meshgrid(*[range(4)] * 3)).reshape(3, -1)
    values = {
        n: np.where(s == UNKNOWN, np.nan, np.where(s == PASS, 0.0, 1.0)) for n, s in zip(names, states, strict=True)
    }
    stated = {f"{n}.on": s != NOT_APPLICABLE for n, s in zip(names, states, strict=True)}
    x, y, z = (Atom(n, FAIL) for n in range(3))
    clauses = (
        Clause(3, all_=(x, y)),
        Clause(3, all_=(z,), none=(y,)),
        Clause(4, any_=(x, z), all_=(Atom(3, HELD),)),
        Clause(5, at_least=2, of=(x, y, z)),
        Clause(6, none=(Atom(0, NOT_APPLICABLE),)),
    )
    size = states.shape[1]
    found = compiled(checks, [], clauses).run(Columns(size, values, stated), [True] * 3)
    assert np.array_equal(found[:, :3].T, states)
    fail, known_not = states == FAIL, (states == PASS) | (states == NOT_APPLICABLE)
    first = (fail[0] & fail[1]) | (fail[2] & known_not[1])
    assert np.array_equal(found[:, 3] == HELD, first)
    assert np.array_equal(found[:, 4] == HELD, first & (fail[0] | fail[2]))
    assert np.array_equal(found[:, 5] == HELD, fail.sum(axis=0) >= 2)
    assert np.array_equal(found[:, 6] == HELD, states[0] != NOT_APPLICABLE)


def test_tally_counts_the_wanted_columns() -> None:
    checks = [Check(t.Compare("==", t.Name(name), t.Number(0.0))) for name in NAMES]
    kernel = compiled(checks, [])
    result = kernel.run(random_columns(2 * BLOCK + 3, 5), [True] * 3)
    wanted = np.array([True, False, True])
    assert np.array_equal(kernel.tally(result, wanted, FAIL), (result[:, [0, 2]] == FAIL).sum(axis=1))
