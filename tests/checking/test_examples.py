"""What a page shows as printed for a case is what a check prints."""

import pytest

from cchc.checking.examples import case_message
from cchc.packs.pack import Pack
from cchc.packs.schema import Case


def test_a_failing_and_a_passing_case(pack: Pack) -> None:
    rule = pack.rule("DOS101")
    assert rule is not None
    given = {"dossiers.received": 331, "dossiers.carried_over": 6, "dossiers.new": 320}
    fails = Case.model_validate({"given": given, "expect": "fail"})
    assert "326" in case_message(pack, rule, fails, "vi")
    holds = Case.model_validate({"given": {**given, "dossiers.new": 325}, "expect": "pass"})
    assert case_message(pack, rule, holds, "vi") == "331 = 6 + 325"


def test_a_missing_value_is_named(pack: Pack) -> None:
    rule = pack.rule("DOS101")
    assert rule is not None
    case = Case.model_validate({"given": {"dossiers.received": 331, "dossiers.new": 325}, "expect": "unknown"})
    assert "chưa nêu hồ sơ từ kỳ trước chuyển sang" in case_message(pack, rule, case, "vi")


@pytest.mark.parametrize("code", ["STR501", "DOS116"])
def test_a_count_alone_names_no_heading_and_no_figure(pack: Pack, code: str) -> None:
    rule = pack.rule(code)
    assert rule is not None
    (fails,) = [case for case in rule.rule.cases if case.expect == "fail"][:1]
    assert "II.1" not in case_message(pack, rule, fails, "vi")
