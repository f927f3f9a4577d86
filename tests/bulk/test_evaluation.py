"""All rules of the content over random reports: the compiled kernel and the columns say the same."""

import numpy as np
import pytest

from cchc.bulk.evaluation import Evaluation, Result
from cchc.kernel.compiler import compile_program
from cchc.model.columns import Columns
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, UNKNOWN
from cchc.packs.pack import Pack


def random_reports(evaluation: Evaluation, size: int) -> Columns:
    rng = np.random.default_rng(2025)
    values = {}
    for name in evaluation.program.names:
        kind = evaluation.pack.vocabulary.kinds[name]
        column = rng.integers(0, 2 if kind == "flag" else 12, size).astype(float)
        if kind in ("percent", "ratio"):
            column = np.round(rng.random(size), 2)
        if kind == "date":
            column = rng.integers(739_000, 739_400, size).astype(float)
        column[rng.random(size) < 0.15] = np.nan
        values[name] = column
    return Columns(size, values, {}, {name: np.full(size, 0.005) for name in evaluation.program.halves})


@pytest.fixture(scope="module")
def both(pack: Pack) -> tuple[Result, Result]:
    evaluation = Evaluation(pack)
    reports = random_reports(evaluation, 3_000)
    applies = [n % 9 != 4 for n in range(len(pack.rules))]
    compiling = compile_program(evaluation.program)
    assert compiling is not None
    kernel = compiling.kernel(wait=True)
    assert kernel is not None
    return evaluation.run(kernel, reports, applies), evaluation.run(None, reports, applies)


def test_outcomes_agree_and_all_four_occur(both: tuple[Result, Result]) -> None:
    kernel, columns = both
    assert np.array_equal(kernel.outcomes, columns.outcomes)
    assert set(np.unique(kernel.outcomes)) == {PASS, FAIL, UNKNOWN, NOT_APPLICABLE}


def test_conclusions_agree_and_most_occur(both: tuple[Result, Result]) -> None:
    kernel, columns = both
    assert np.array_equal(kernel.held, columns.held)
    assert kernel.held.any(axis=0).mean() > 0.8


def test_counts_agree_with_the_matrix(both: tuple[Result, Result]) -> None:
    wanted = np.arange(both[0].outcomes.shape[1]) % 3 == 0
    for value in (PASS, FAIL, UNKNOWN, NOT_APPLICABLE):
        counts = [result.count(wanted, value) for result in both]
        assert np.array_equal(counts[0], counts[1])
        assert np.array_equal(counts[0], (both[0].outcomes[:, wanted] == value).sum(axis=1))
