"""Every engine that is installed says what ours says, cell by cell; and what is compared can be found different."""

import numpy as np
import pytest
from benchmarks.engines.compare import difference
from benchmarks.engines.content import Size, conditions
from benchmarks.engines.engine import Engine, Result
from benchmarks.engines.in_python import Generated, Told
from benchmarks.engines.page import count, number, table
from benchmarks.engines.registry import OTHERS, OURS, engines, installed, verify
from benchmarks.engines.timing import over_sizes, streamed
from benchmarks.engines.translate import Language
from benchmarks.engines.workload import Workload, figures, workload

from cchc.formula.parse import Parser
from cchc.model.outcome import FAIL, PASS, UNKNOWN

INSTALLED = [one for one in (*OURS, *OTHERS) if installed(one)]
PARSER = Parser({"g.a": "number", "g.b": "number", "g.c": "number"})


@pytest.fixture(scope="module")
def work() -> Workload:
    return workload(Size())


@pytest.mark.parametrize("kind", INSTALLED, ids=lambda kind: kind.__name__)
def test_an_engine_says_what_ours_says(work: Workload, kind: type[Engine]) -> None:
    engine = kind()
    engine.load(work)
    assert verify(work, engine, columns=9_000).none


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(OTHERS[0], "package", "no-such-package")
    assert OTHERS[0] not in engines(said.append)
    assert len(said) == 1 + sum(not installed(one) for one in OTHERS[1:])
    assert "no-such-package" in said[0]


def test_the_workload_is_as_it_is_described(work: Workload) -> None:
    texts = conditions(Size())
    assert len(work.figures) == 60
    assert sum(" + " in text for text in texts) == 60
    assert sum(" / " in text for text in texts) == 40
    assert sum(" or " in text for text in texts) == 20
    assert len(texts) == len(work.codes) == 200
    assert len(work.conclusions) == 30
    assert [len(level) for level in work.pack.weaknesses.levels] == [10, 10, 10]


def test_every_outcome_and_most_conclusions_occur(work: Workload) -> None:
    data = figures(3_000)
    missing = np.mean([np.isnan(column).mean() for column in data.columns.values()])
    assert 0.015 < missing < 0.025
    engine = OURS[-1]()
    engine.load(work)
    found = engine.result(engine.run(engine.take(data)))
    assert {PASS, FAIL, UNKNOWN} == set(np.unique(found.codes))
    assert (found.conclusions.any(axis=0)).sum() > 20


def test_one_cell_that_differs_is_found() -> None:
    def result(code: int, held: bool, index: float) -> Result:
        return Result(np.array([[PASS, code]], np.int8), np.array([[held]]), np.array([index]))

    same = result(FAIL, True, 50.0)
    assert difference(same, result(FAIL, True, 50.0)).none
    assert difference(same, result(UNKNOWN, True, 50.0)).codes == 1
    assert difference(same, result(FAIL, False, 50.0)).conclusions == 1
    assert difference(same, result(FAIL, True, 51.0)).index == 1.0
    assert not difference(same, result(FAIL, True, float("nan"))).none


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("g.a + g.b == g.c", "(a + b) == c", "(a + b) != c"),
        ("g.a > 3", "a > 3.0", "a <= 3.0"),
        ("(g.a > 3 and g.b > 1) or g.c <= 2", "(((a > 3.0) and (b > 1.0)) or (c <= 2.0))", "(((a <= 3.0) or (b <= 1.0)) and (c > 2.0))"),
    ],
)  # fmt: skip
def test_a_tree_in_another_language(text: str, true: str, false: str) -> None:
    found = Language().pair(PARSER.condition(text))
    assert [one.removeprefix("(").removesuffix(")") if "or" not in one else one for one in found] == [true, false]


def test_a_size_that_takes_too_long_is_reckoned_and_not_run(work: Workload) -> None:
    engine = next(one for one in OTHERS if one.__name__ == "Closures")()
    engine.load(work)
    ten, many = over_sizes(engine, figures(10), (10, 1_000_000), limit=2.0)
    assert not ten.skipped
    assert many.skipped
    assert many.seconds == pytest.approx(ten.seconds * 100_000)


def test_an_engine_that_errs_in_one_rule_is_caught(work: Workload) -> None:
    wrong = Workload(work.pack, (work.weights[0] + 1, *work.weights[1:]))
    engine = Generated()
    engine.load(wrong)
    found = verify(work, engine)
    assert found.codes == 0
    assert found.index > 0.01
    assert not found.none


def test_a_stream_goes_through_its_blocks_again(work: Workload) -> None:
    seen: list[int] = []

    class Counting(Generated):
        def run(self, taken: list[dict[str, float]]) -> list[Told]:
            seen.append(len(taken))
            return []

    engine = Counting()
    engine.load(work)
    assert streamed(engine, [figures(10, 1), figures(10, 2)], 45, limit=10.0).size == 45
    assert seen == [10] * 5


def test_numbers_as_vietnamese_writes_them() -> None:
    assert [number(one) for one in (0.5, 12.34, 1234567.8)] == ["0,50", "12,3", "1.234.568"]
    assert count(1_000_000) == "1.000.000"
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
