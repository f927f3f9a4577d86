"""A row of a table is judged as a report of its own is: same outcomes, conclusions, verdict."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.bulk.tables import Row, block_of, every_heading, random_rows, report_of

from cchc.bulk.check_block import VERDICTS, Checker, Judged
from cchc.bulk.evaluation import Evaluation, Result
from cchc.bulk.headings import meanings
from cchc.bulk.kinds import Key, Kinds
from cchc.bulk.report_rows import ReportRows, report_rows
from cchc.checking.results import check, results
from cchc.judging import conclude, read_summary, verdict
from cchc.kernel.compiler import compile_program
from cchc.model.outcome import FAIL, SEVERITIES, UNKNOWN
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.kernel.compiled import Kernel
    from cchc.model.columns import Columns, Mask

NOBODY = Key("", "", "", "", "")


@dataclass(frozen=True)
class Kept(Evaluation):
    """Keeps the last result, which the checker only counts."""

    last: list[Result] = field(default_factory=list)

    def run(self, kernel: "Kernel | None", columns: "Columns", applies: "Sequence[Mask | bool]") -> Result:
        self.last[:] = [super().run(kernel, columns, applies)]
        return self.last[0]


def judged(
    pack: Pack, rows: "Sequence[Row]", headings: "Sequence[str]", compiled: bool = False
) -> tuple[ReportRows, Judged, Result]:
    evaluation, kinds = Kept(pack), Kinds(pack, NOBODY)
    means = meanings(headings, pack.figures, Path("bang.csv"))
    read = report_rows(block_of(rows, headings), means, kinds, pack.figures)
    compiling = compile_program(evaluation.program) if compiled else None
    found = Checker(evaluation, kinds).check(read, compiling.kernel(wait=True) if compiling else None)
    return read, found, evaluation.last[0]


@pytest.mark.parametrize("compiled", [False, True])
def test_each_row_is_judged_as_its_own_report(pack: Pack, compiled: bool) -> None:
    rows = random_rows(pack, 60, seed=60 + compiled)
    read, found, result = judged(pack, rows, every_heading(pack), compiled)
    assert read.rejects == ()
    for i, row in enumerate(rows):
        reading = resolve(pack, report_of(row))
        table, matrix = check(pack, [reading])
        differ = np.flatnonzero(matrix[0] != result.outcomes[i])
        assert [pack.rules[n].rule.code for n in differ] == [], row
        every = results(table, matrix, 0, "vi")
        summary = read_summary(pack, reading.report.period.kind, reading.report.figures)
        assert VERDICTS[found.verdict[i]] == verdict(every, summary)
        assert (found.read[i], found.expected[i]) == (summary.found, summary.expected)
        held = {found.layout.conclusions[n] for n in np.flatnonzero(result.held[i])}
        assert held == conclude(pack, table, matrix).inference.of(0)
        for severity in SEVERITIES:
            failing = found.failed[severity]
            codes = [found.layout.codes[n] for n in failing.columns[failing.ends[i] : failing.ends[i + 1]]]
            assert codes == [o.code for o in every if o.outcome == "fail" and o.severity == severity]


def test_a_column_that_is_not_there_accuses_nobody(pack: Pack) -> None:
    """A full table with columns taken away: nothing that could be told before fails now, and nothing new passes by it."""
    rows = random_rows(pack, 40, seed=5)
    headings = every_heading(pack)
    _, _, full = judged(pack, rows, headings)
    fewer = [heading for n, heading in enumerate(headings) if n < 4 or n % 3 == 0]
    _, _, less = judged(pack, rows, fewer)
    blanked = [{h: c for h, c in row.items() if h in fewer} for row in rows]
    _, _, as_empty = judged(pack, blanked, headings)
    changed = less.outcomes != as_empty.outcomes
    assert changed.any()
    assert set(as_empty.outcomes[changed]) == {FAIL}
    assert set(less.outcomes[changed]) == {UNKNOWN}
    assert ((less.outcomes == FAIL) <= (as_empty.outcomes == FAIL)).all()
    assert full.outcomes.shape == less.outcomes.shape


def test_compiled_and_columns_agree_where_columns_are_missing(pack: Pack) -> None:
    rows = random_rows(pack, 80, seed=9)
    headings = [heading for n, heading in enumerate(every_heading(pack)) if n < 4 or n % 2 == 0]
    results_ = [judged(pack, rows, headings, compiled)[2] for compiled in (False, True)]
    assert np.array_equal(results_[0].outcomes, results_[1].outcomes)
    assert np.array_equal(results_[0].held, results_[1].held)


def test_order_of_rows_and_of_columns_changes_nothing(pack: Pack) -> None:
    rows, headings = random_rows(pack, 30, seed=3), every_heading(pack)
    _, one, result = judged(pack, rows, headings)
    _, other, turned = judged(pack, rows[::-1], headings[::-1])
    assert np.array_equal(result.outcomes, turned.outcomes[::-1])
    assert np.array_equal(result.held, turned.held[::-1])
    assert np.array_equal(one.verdict, other.verdict[::-1])


def test_rates_without_counts_are_counted_only_as_far_as_the_table_has_their_columns(pack: Pack) -> None:
    """13 % of 141 services: the counts stand beside it, are left empty, or have no column in the table."""
    row = {"đơn vị": "Sở A", "cấp": "sở", "tỉnh": "Bắc Giang", "kỳ": "tháng 4/2025", "digital.uptake_rate": "13%"}
    counts = {"digital.services_with_dossier": "18", "digital.services_total": "141"}
    own = [*row, *counts]
    code = [rule.rule.code for rule in pack.rules].index("DOS206")

    def outcome(given: Row, headings: "Sequence[str]") -> int:
        return int(judged(pack, [given], headings)[2].outcomes[0, code])

    assert outcome({**row, **counts}, own) != FAIL
    assert outcome(row, own) == FAIL
    assert outcome(row, list(row)) == UNKNOWN
