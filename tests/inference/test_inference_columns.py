"""What a rule concludes in the four outcomes and the three states of a statement."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cchc.formula.evaluate import Evaluator
from cchc.inference.atoms import Atoms, read_flags
from cchc.inference.columns import conclude
from cchc.model.columns import Columns
from cchc.packs.weaknesses import Weaknesses

MakePack = Callable[..., Weaknesses]
MakeAtoms = Callable[..., Atoms]


def held(pack: Weaknesses, atoms: Atoms, symbol: str = "weakness.a") -> str:
    return "".join("y" if value else "." for value in conclude(pack, atoms)[symbol])


def when(**condition: Any) -> dict[str, Any]:
    return {"conclude": "weakness.a", "when": condition}


@pytest.mark.parametrize(
    ("outcome", "expected"), [("pass", "y..."), ("fail", ".y.."), ("unknown", "..y."), ("not_applicable", "...y")]
)
def test_each_outcome_is_an_atom(a_pack: MakePack, some_atoms: MakeAtoms, outcome: str, expected: str) -> None:
    assert held(a_pack(when(all=[f"ONL301.{outcome}"])), some_atoms(ONL301="pfu-")) == expected


@pytest.mark.parametrize(
    ("outcome", "expected"), [("pass", ".y.y"), ("fail", "y..y"), ("unknown", "yy.y"), ("not_applicable", "yyy.")]
)
def test_unknown_outcome_never_counts_as_not_failed(
    a_pack: MakePack, some_atoms: MakeAtoms, outcome: str, expected: str
) -> None:
    assert held(a_pack(when(none=[f"ONL301.{outcome}"])), some_atoms(ONL301="pfu-")) == expected


def test_statement_must_be_known_to_be_absent(a_pack: MakePack, some_atoms: MakeAtoms) -> None:
    pack = a_pack(when(all=["ONL301.fail"], none=["said.weakness.online_uptake"]))
    assert held(pack, some_atoms(ONL301="fff", said={"said.weakness.online_uptake": "ynu"})) == ".y."


def test_rule_outside_the_profile_is_neither_true_nor_false(a_pack: MakePack, some_atoms: MakeAtoms) -> None:
    atoms = some_atoms(DOS101="pf")
    assert held(a_pack(when(all=["ONL301.fail"])), atoms) == ".."
    assert held(a_pack(when(none=["ONL301.fail"])), atoms) == ".."


def test_any_needs_one_and_joins_all(a_pack: MakePack, some_atoms: MakeAtoms) -> None:
    pack = a_pack(when(all=["DOS101.fail"], any=["DOS102.fail", "DOS103.fail"]))
    assert held(pack, some_atoms(DOS101="fffp", DOS102="fupf", DOS103="pfuf")) == "yy.."


def test_at_least_counts_known_failures_only(a_pack: MakePack, some_atoms: MakeAtoms) -> None:
    pack = a_pack(when(at_least={"count": 2, "of": ["DOS*.fail"]}))
    assert held(pack, some_atoms(DOS101="ffff", DOS102="pfuf", DOS103="-p-f", ONL301="ffff")) == ".y.y"


def test_several_rules_for_one_conclusion_are_alternatives(a_pack: MakePack, some_atoms: MakeAtoms) -> None:
    pack = a_pack(when(all=["DOS101.fail"]), when(all=["DOS102.fail"]))
    assert held(pack, some_atoms(DOS101="fp", DOS102="pf")) == "yy"


def test_chain_works_in_any_order_of_rules(a_pack: MakePack, some_atoms: MakeAtoms) -> None:
    rules = [
        {"conclude": "action.mend", "when": {"all": ["cause.why"]}},
        {"conclude": "cause.why", "when": {"all": ["weakness.a", "DOS102.fail"]}},
        {"conclude": "weakness.a", "when": {"all": ["DOS101.fail"]}},
    ]
    atoms = some_atoms(DOS101="ffp", DOS102="fpf")
    assert held(a_pack(*rules), atoms, "action.mend") == "y.."
    assert held(a_pack(*reversed(rules)), atoms, "action.mend") == "y.."


def test_flags_are_read_from_columns(a_file: Callable[..., Any]) -> None:
    from cchc.formula.parse import Parser
    from cchc.packs.weaknesses import build

    fact = {"id": "few", "label": {"vi": "ít", "en": "few"}, "formula": "digital.services_total < 10"}
    file = a_file(when(all=["fact.few"], none=["said.task.online_uptake"]), facts=(fact,))
    pack = build(file, (), Parser({"digital.services_total": "number"}))
    columns = Columns(
        3, {"digital.services_total": np.array([5.0, np.nan, 5.0]), "task.online_uptake": np.array([0.0, 0.0, np.nan])}
    )
    assert held(pack, Atoms(3, {}, read_flags(pack, Evaluator(columns)))) == "y.."


def test_outcome_matrix_has_a_column_per_code(a_pack: MakePack) -> None:
    matrix = np.array([[0, 1], [1, 0]], np.int8)
    assert held(a_pack(when(all=["DOS102.fail"])), Atoms.of(["DOS101", "DOS102"], matrix, {})) == "y."
