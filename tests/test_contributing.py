"""The rule that CONTRIBUTING.md shows can be pasted as it stands."""

import re

import yaml
from tests.conftest import ROOT

from cchc.checking.cases import case_outcome
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.schema import Rule


def test_the_example_rule_is_valid_and_its_cases_hold(pack: Pack) -> None:
    block = re.search(r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    assert block
    (raw,) = yaml.safe_load(block[1])
    rule, parser = Rule.model_validate(raw), pack.vocabulary.parser()
    assert rule.when is not None
    compiled = CompiledRule(rule, "dossiers", "x", 1, parser.condition(rule.when), parser.condition(rule.must), None)
    assert {case.expect for case in rule.cases} == {"pass", "fail", "unknown", "not_applicable"}
    for case in rule.cases:
        assert case_outcome(pack, compiled, case.given) == case.expect
