"""Every rule over every report of a batch: one outcome each, by columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from cchc.checking.table import Table
from cchc.formula.evaluate import Evaluator, Truth
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, UNKNOWN
from cchc.packs.pack import CompiledRule
from cchc.packs.resolve import Reading, in_force

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask

    Outcomes = NDArray[np.int8]


def outcomes(table: Table, rules: Sequence[CompiledRule]) -> "Outcomes":
    """Return a matrix of outcome codes (`cchc.model.outcome`), one row a report, one column a rule."""
    evaluator = Evaluator(table.columns)
    result = np.empty((table.columns.size, len(rules)), dtype=np.int8)
    for j, rule in enumerate(rules):
        applies = np.fromiter((applicable(rule, r) for r in table.readings), dtype=bool, count=table.columns.size)
        result[:, j] = outcome_column(evaluator, rule, applies)
    return result


def applicable(rule: CompiledRule, reading: Reading) -> bool:
    """Return whether a rule is meant for this kind of report on its day, whatever its figures."""
    r = rule.rule
    return (
        r.code not in reading.profile.ignore
        and (not r.periods or reading.report.period.kind in r.periods)
        and (not r.levels or reading.report.level in r.levels)
        and in_force(r.in_force, reading.day)
    )


def outcome_column(evaluator: Evaluator, rule: CompiledRule, applies: "Mask") -> "Outcomes":
    """Return the outcome codes of one rule: not_applicable unless `when` may hold, unknown unless all is known."""
    must = evaluator.truth(rule.must)
    everywhere = Truth(applies, ~applies)
    when = evaluator.truth(rule.when) if rule.when is not None else everywhere
    holds = applies & when.true
    result = np.full(applies.shape, UNKNOWN, dtype=np.int8)
    result[holds & must.true] = PASS
    result[holds & must.false] = FAIL
    result[~applies | when.false] = NOT_APPLICABLE
    return result
