"""The table of signing authorities: its own cases, and a case that does not hold."""

from cchc.packs.pack import Pack
from cchc.packs.signing import SigningRule, signing_problems, signing_rule


def test_the_table_decides_its_own_cases(pack: Pack) -> None:
    assert list(signing_problems(pack.signing)) == []
    assert all(rule.cases for rule in pack.signing)


def test_a_case_that_does_not_hold_is_named(pack: Pack) -> None:
    raw = pack.signing[0].model_dump()
    raw["cases"] = [{"unit": "Sở Mẫu", "authority": "", "position": "PHÓ GIÁM ĐỐC", "fits": True}]
    (problem,) = signing_problems([SigningRule.model_validate(raw)])
    assert "PHÓ GIÁM ĐỐC" in str(problem)
    assert "rules/wording/signing.yaml" in str(problem)


def test_the_last_line_is_the_position(pack: Pack) -> None:
    found = signing_rule(pack.signing, "Sở Mẫu", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    assert found is not None
    assert "phó giám đốc" in found.positions
    acting = signing_rule(pack.signing, "Sở Mẫu", "Q. GIÁM ĐỐC")
    assert acting is not None
    assert "giám đốc" in acting.positions
