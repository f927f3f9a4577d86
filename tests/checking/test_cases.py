"""The cases that stand beside the rules, each a named test."""

import pytest
from tests.conftest import ROOT

from cchc.checking.cases import case_outcome, failing_cases
from cchc.packs.load import load_pack
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.schema import Case

PACK = load_pack(ROOT)
CASES = [
    pytest.param(rule, case, id=f"{rule.rule.code}-{n}-{case.expect}")
    for rule in PACK.rules
    for n, case in enumerate(rule.rule.cases, 1)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: CompiledRule, case: Case) -> None:
    assert case_outcome(PACK, rule, case.given) == case.expect


def test_a_wrong_case_is_named_with_file_line_and_code(pack: Pack) -> None:
    rule = pack.rules[0]
    wrong = rule.rule.cases[0].model_copy(update={"expect": "not_applicable"})
    broken = CompiledRule(
        rule.rule.model_copy(update={"cases": (wrong,)}),
        rule.topic,
        rule.file,
        rule.line,
        rule.when,
        rule.must,
        rule.say,
    )
    one = Pack(**{**pack.__dict__, "rules": (broken,)})
    (problem,) = failing_cases(one)
    assert (problem.file, problem.line, problem.key) == (rule.file, rule.line, rule.rule.code)
    assert "chờ 'not_applicable'" in problem.message


def test_every_rule_can_be_unknown_or_decides_on_presence_alone(pack: Pack) -> None:
    """With nothing known no rule passes unless it says that it does not apply; a missing figure is never a pass."""
    for rule in pack.rules:
        assert case_outcome(pack, rule, {}) != "pass", rule.rule.code
