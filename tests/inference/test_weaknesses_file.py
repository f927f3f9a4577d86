"""A mistake in the rules is refused at load with a sentence; the real rules are sound."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from cchc.formula.evaluate import Truth
from cchc.formula.parse import Parser
from cchc.inference import durable
from cchc.inference.atoms import Atoms
from cchc.inference.clauses import compile_rules
from cchc.inference.columns import conclude
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, UNKNOWN
from cchc.packs.pack import Pack
from cchc.packs.weaknesses import InferenceRule, Weaknesses, WeaknessFile, is_conclusion
from cchc.packs.weaknesses_check import problems

MakeFile = Callable[..., WeaknessFile]
CODES, TOPICS = ("DOS101", "ONL301"), ("online_uptake",)


def messages(file: WeaknessFile) -> list[str]:
    return [problem.message for problem in problems(file, CODES, TOPICS, Parser({"digital.services_total": "number"}))]


def w(symbol: str = "weakness.a", **when: Any) -> dict[str, Any]:
    return {"conclude": symbol, "when": when}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"all": ["ONL302.fail"]}, "không có mã quy tắc 'ONL302', có phải 'ONL301'?"),
        ({"all": ["ONL301.failed"]}, "không có kết quả 'failed', có phải 'fail'?"),
        ({"all": ["onl301"]}, "không hiểu 'onl301'"),
        ({"all": ["said.weaknes.online_uptake"]}, "không có loại nhận định 'weaknes', có phải 'weakness'?"),
        ({"all": ["said.weakness.online_uptak"]}, "không có chủ đề 'online_uptak', có phải 'online_uptake'?"),
        ({"any": ["fact.idle"]}, "không có fact 'fact.idle'"),
        ({"any": ["gap.b"]}, "không có kết luận 'gap.b'"),
        ({"all": ["ONL301.fail"], "none": ["weakness.a"]}, "là một kết luận"),
        ({"at_least": {"count": 1, "of": ["weakness.a", "ONL301.fail"]}}, "là một kết luận"),
        ({"at_least": {"count": 2, "of": ["ONL301.fail", "ONL301.fail"]}}, "'at_least' đòi 2 nhưng chỉ có 1"),
        ({"at_least": {"count": 1, "of": ["FIN*.fail"]}}, "không có mã quy tắc nào khớp 'FIN*'"),
        ({"at_least": {"count": 1, "of": ["DOS*.false"]}}, "không có kết quả 'false'"),
        ({"all": ["DOS*.fail"]}, "không hiểu 'DOS*.fail'"),
        ({"all": ["ONL301.fail"], "none": ["ONL301.fail"]}, "vừa phải có vừa phải không có"),
        ({"all": ["weakness.a"]}, "thành vòng: weakness.a -> weakness.a"),
    ],
)
def test_mistake_in_a_condition(a_file: MakeFile, when: dict[str, Any], expected: str) -> None:
    assert any(expected in message for message in messages(a_file(w(**when))))


def test_long_cycle_names_its_members_and_first_rule(a_file: MakeFile) -> None:
    file = a_file(
        w("gap.x", all=["DOS101.fail"]), w(all=["gap.b"]), w("gap.b", any=["gap.c"]), w("gap.c", all=["weakness.a"])
    )
    (problem,) = problems(file, CODES, TOPICS, Parser({}))
    assert (problem.path, problem.id) == (("rules", 1), "r1")
    assert all(symbol in problem.message for symbol in ("weakness.a", "gap.b", "gap.c"))


def test_links_point_at_conclusions_of_the_right_kind(a_file: MakeFile) -> None:
    cause = w("cause.c", all=["weakness.a"]) | {"explains": ["cause.c", "weakness.b"]}
    action = w("action.d", all=["cause.c"]) | {"answers": ["action.d", "DOS101.fail"]}
    found = messages(a_file(w(all=["DOS101.fail"]), cause, action))
    assert [text for text in found if "'explains'" in text and "'cause.c'" in text]
    assert "không có kết luận 'weakness.b', có phải 'weakness.a'?" in found
    assert len([text for text in found if "'answers'" in text]) == 2


def test_one_conclusion_has_one_title(a_file: MakeFile) -> None:
    other = w(all=["ONL301.fail"]) | {"title": {"vi": "khác", "en": "other"}}
    found = problems(a_file(w(all=["DOS101.fail"]), other), CODES, TOPICS, Parser({}))
    assert found == [(("rules", 1), "r1", "'weakness.a' đã có ở quy tắc 'r0' với 'title' khác")]


def test_ids_are_unique_and_facts_parse(a_file: MakeFile) -> None:
    label = {"vi": "ít", "en": "few"}
    facts = ({"id": "f", "label": label, "formula": "digital.services_totl < 1"},) * 2
    rule = w(all=["fact.f"]) | {"id": "same"}
    found = problems(a_file(rule, rule, facts=facts), CODES, TOPICS, Parser({"digital.services_total": "number"}))
    assert [(p.path, p.id) for p in found[:2]] == [(("facts", 1), "f"), (("rules", 1), "same")]
    assert [p.path for p in found[2:]] == [("facts", 0), ("facts", 1)]
    assert "digital.services_totl" in found[2].message


@pytest.mark.parametrize(
    "raw",
    [
        w(),
        w("finding.a", all=["DOS101.fail"]),
        w("cause.c", all=["DOS101.fail"]) | {"explains": []},
        w("cause.c", all=["DOS101.fail"]) | {"origin": None},
        w("action.d", all=["DOS101.fail"]) | {"answers": []},
        w(all=["DOS101.fail"]) | {"answers": ["weakness.a"]},
        w(all=["DOS101.fail"]) | {"origin": "inside"},
        w(al=["DOS101.fail"]),
        w(at_least={"count": 0, "of": ["DOS101.fail"]}),
    ],
)
def test_wrong_shape(a_file: MakeFile, raw: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_file(raw)


def test_real_rules_are_sound(pack: Pack, real_file: WeaknessFile) -> None:
    codes = {rule.rule.code for rule in pack.rules}
    assert problems(real_file, codes, pack.topics, pack.vocabulary.parser()) == []


def test_real_rules_are_many_and_deep_and_fit_durable(real_pack: Weaknesses) -> None:
    assert len(real_pack.rules) >= 25
    assert len(real_pack.levels) >= 3
    durable.check_limits(compile_rules(real_pack).clauses)


def test_every_fact_is_used(real_pack: Weaknesses) -> None:
    assert set(real_pack.facts) <= set(real_pack.base())


def test_every_reported_conclusion_has_something_to_do(real_pack: Weaknesses) -> None:
    """A reader is never left without an action, for the conclusion itself or for a cause of it."""
    answered = {symbol for rule in real_pack.rules for symbol in rule.answers}
    for rule in real_pack.rules:
        if rule.conclude in answered:
            answered.update(rule.explains)
    concluded = {rule.conclude for rule in real_pack.rules if rule.kind != "action" and rule.origin != "outside"}
    assert concluded <= answered


def _needs(pack: Weaknesses, rule: InferenceRule) -> Iterator[tuple[str, bool]]:
    """Base atoms that let a rule fire by its first alternative: name and whether it must hold."""
    group = rule.when.at_least.of[: rule.when.at_least.count] if rule.when.at_least else ()
    for atom in (*rule.when.all_, *rule.when.any_[:1], *group):
        if is_conclusion(atom):
            yield from _needs(pack, next(other for other in pack.rules if other.conclude == atom))
        else:
            yield atom, True
    yield from ((atom, False) for atom in rule.when.none)


CODE = {"pass": PASS, "fail": FAIL, "unknown": UNKNOWN, "not_applicable": NOT_APPLICABLE}


def _report_for(pack: Weaknesses, rule: InferenceRule) -> Atoms:
    outcomes: dict[str, Any] = {}
    flags: dict[str, Truth] = {}
    for atom, holds in _needs(pack, rule):
        if atom.startswith(("said.", "fact.")):
            assert flags.setdefault(atom, Truth(np.array([holds]), np.array([not holds]))).true[0] == holds
        else:
            code, _, outcome = atom.partition(".")
            value = CODE[outcome] if holds else PASS
            assert outcomes.setdefault(code, np.array([value], np.int8))[0] == value
    return Atoms(1, outcomes, flags)


def test_every_real_rule_can_fire(real_pack: Weaknesses) -> None:
    for rule in real_pack.rules:
        held = conclude(real_pack, _report_for(real_pack, rule))
        assert held[rule.conclude][0], rule.id


def test_nothing_is_concluded_from_nothing(real_pack: Weaknesses) -> None:
    assert not any(mask.any() for mask in conclude(real_pack, Atoms(1, {}, {})).values())
