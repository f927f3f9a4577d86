"""The adapter: right answers, and every guard against what kills, hangs or fools durable-rules."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from cchc.inference import durable

pytestmark = pytest.mark.skipif(not durable.available(), reason="durable-rules is not there")

CHAIN = ((10, (0, 1)), (11, (10, 2)), (12, (11,)), (11, (3,)), (13, (12, 4)))


@pytest.mark.parametrize(
    ("given", "expected"),
    [([], set()), ([0], set()), ([0, 1], {10}), ([2, 1, 0], {10, 11, 12}), ([3, 4], {11, 12, 13}), ([99], set())],
)
def test_chains_forward(given: list[int], expected: set[int]) -> None:
    assert durable.rules_for(CHAIN).infer(given) == expected


def test_conclusion_reached_twice_is_asserted_once() -> None:
    assert durable.rules_for(CHAIN).infer([0, 1, 2, 3, 3, 4]) == {10, 11, 12, 13}


def test_reports_do_not_leak_into_each_other() -> None:
    rules = durable.rules_for(CHAIN)
    assert rules.infer([0, 1, 2, 3, 4]) == {10, 11, 12, 13}
    assert rules.infer([4]) == set()


def test_rule_set_is_made_once_per_content() -> None:
    assert durable.rules_for(CHAIN) is durable.rules_for((*CHAIN[:1], *CHAIN[1:]))


def test_ten_thousand_sessions_without_any_finding() -> None:
    # Deleting a session in which no action ran kills the process; the sentinel is what prevents it.
    rules = durable.rules_for(CHAIN)
    assert all(rules.infer([]) == set() for _ in range(10_000))


def test_threads_take_turns() -> None:
    rules = durable.rules_for(CHAIN)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(rules.infer, [[0, 1], [3, 4]] * 500))
    assert answers == [{10}, {11, 12, 13}] * 500


@pytest.mark.parametrize(
    "clauses",
    [
        [(1000 + n, (n,)) for n in range(501)],
        [(100, tuple(range(17)))],
        [(100 + n, (0, n + 1)) for n in range(61)],
        [(100, ())],
        [(100, (1, 1))],
    ],
    ids=["symbols", "conditions", "rules of a symbol", "no condition", "repeated condition"],
)
def test_limits_are_refused(clauses: list[durable.Clause]) -> None:
    with pytest.raises(durable.DurableError):
        durable.DurableRules(clauses)


def test_rule_set_at_the_limits_works() -> None:
    clauses = [(1000 + n, tuple(range(n, n + 16))) for n in range(0, 480, 16)]
    clauses += [(2000 + n, (480, 481 + n % 19)) for n in range(60)]
    rules = durable.DurableRules(clauses)
    assert len(rules.infer(range(500))) == 90


def test_colliding_hashes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "_fnv1a", len)
    with pytest.raises(durable.DurableError, match="băm"):
        durable.check_limits([(2, (0, 1))])


def test_hash_is_fnv1a() -> None:
    assert durable._fnv1a("ind_80359") == durable._fnv1a("ind_623280")


def test_rule_set_is_not_used_after_an_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = durable.DurableRules(CHAIN)

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rules, "_drain", interrupt)
    with pytest.raises(KeyboardInterrupt):
        rules.infer([0])
    monkeypatch.undo()
    with pytest.raises(durable.DurableError):
        rules.infer([0])


def test_runs_as_a_program_without_cchc() -> None:
    task = json.dumps({"clauses": CHAIN, "reports": [[], [0, 1], [3, 4]]})
    command = [sys.executable, "-I", durable.__file__]
    done = subprocess.run(command, input=task, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(done.stdout) == [[], [10], [11, 12, 13]]


def test_missing_package_is_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    durable.available.cache_clear()
    try:
        assert not durable.available()
    finally:
        durable.available.cache_clear()
