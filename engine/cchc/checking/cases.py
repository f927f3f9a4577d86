"""Run the cases that stand beside a rule: the values given, the outcome expected."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from cchc.checking.evaluate import outcome_column
from cchc.checking.table import with_rates
from cchc.formula.evaluate import Evaluator
from cchc.model.columns import Columns
from cchc.model.errors import InputError
from cchc.model.figure import Stated
from cchc.model.outcome import OUTCOMES, Outcome
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.schema import CaseValue


def case_outcome(pack: Pack, rule: CompiledRule, given: Mapping[str, CaseValue]) -> Outcome:
    """Return the outcome of a rule on the values of a case; names not given are unknown."""
    columns = with_rates(pack, case_columns(pack, given))
    applies = np.ones(1, dtype=bool)
    return OUTCOMES[int(outcome_column(Evaluator(columns), rule, applies)[0])]


def case_columns(pack: Pack, given: Mapping[str, CaseValue]) -> Columns:
    """Return the values of a case as columns of size 1."""
    values: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}
    half_unit: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}
    for name, raw in given.items():
        value, half = _number(pack, name, raw)
        values[name], half_unit[name] = np.array([value]), np.array([half])
    return Columns(1, values, {}, half_unit)


def _number(pack: Pack, name: str, raw: CaseValue) -> tuple[float, float]:
    if isinstance(raw, date):
        return float(raw.toordinal()), 0.0
    if isinstance(raw, bool):
        return float(raw), 0.0
    stated = Stated.model_validate(raw)
    if pack.vocabulary.kinds[name] == "percent":
        return stated.value / 100, stated.half_digit / 100
    return stated.value, 0.0


def failing_cases(pack: Pack) -> Iterator[InputError]:
    """Yield every case whose outcome differs from what stands beside the rule."""
    for rule in pack.rules:
        for n, case in enumerate(rule.rule.cases, 1):
            got = case_outcome(pack, rule, case.given)
            if got != case.expect:
                yield InputError(
                    f"ca thử {n}: chờ '{case.expect}' nhưng ra '{got}'", rule.file, rule.line, rule.rule.code
                )
