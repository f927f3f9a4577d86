"""What a person reads: the chain from findings to the conclusion, causes and actions, in two languages."""

from collections.abc import Callable

import pytest

from cchc.inference.atoms import AtomRow, Atoms
from cchc.inference.columns import conclude
from cchc.inference.explain import Wording, weaknesses
from cchc.model.outcome import Weakness
from cchc.model.text import Language, Text
from cchc.packs.pack import Pack
from cchc.packs.weaknesses import Weaknesses

FLAGS = {"weakness.online_uptake": Text(vi="báo cáo nêu hạn chế về A", en="the report admits a weakness in A")}


def wording(lang: Language = "vi") -> Wording:
    return Wording(lambda code, outcome: f"«{code} {outcome}»", FLAGS, lang)


def chain_of(weakness: Weakness) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.id, step.because) for step in weakness.chain]


def test_chain_runs_from_findings_to_the_conclusion(a_pack: Callable[..., Weaknesses]) -> None:
    pack = a_pack(
        {"conclude": "weakness.a", "when": {"all": ["ONL301.fail"]}},
        {"conclude": "gap.b", "when": {"all": ["weakness.a"], "none": ["said.weakness.online_uptake"]}},
    )
    row = AtomRow(frozenset(["ONL301.fail"]), frozenset(["said.weakness.online_uptake"]))
    _, gap = weaknesses(pack, {"weakness.a", "gap.b"}, row, wording())
    assert chain_of(gap) == [
        ("ONL301.fail", ()),
        ("weakness.a", ("ONL301.fail",)),
        ("not said.weakness.online_uptake", ()),
        ("gap.b", ("weakness.a", "not said.weakness.online_uptake")),
    ]
    assert [step.text for step in gap.chain] == [
        "ONL301: «ONL301 fail»",
        "Kết luận weakness.a",
        "Không thấy: báo cáo nêu hạn chế về A",
        "Kết luận gap.b",
    ]


def test_only_alternatives_that_hold_are_told(a_pack: Callable[..., Weaknesses]) -> None:
    pack = a_pack(
        {
            "conclude": "weakness.a",
            "when": {"any": ["DOS101.fail", "DOS102.unknown"], "at_least": {"count": 1, "of": ["DOS*.fail"]}},
        }
    )
    row = AtomRow(frozenset(["DOS102.unknown", "DOS103.fail"]), frozenset(["DOS101.fail"]))
    (weakness,) = weaknesses(pack, {"weakness.a"}, row, wording("en"))
    assert weakness.chain[-1].because == ("DOS102.unknown", "DOS103.fail")
    assert weakness.chain[0].text == "DOS102 cannot be checked, figures are missing: «DOS102 unknown»"


def test_rule_that_holds_tells_the_story(a_pack: Callable[..., Weaknesses]) -> None:
    pack = a_pack(
        {"conclude": "weakness.a", "when": {"all": ["DOS101.fail"]}},
        {"conclude": "weakness.a", "when": {"all": ["DOS102.fail"]}},
    )
    row = AtomRow(frozenset(["DOS102.fail"]), frozenset(["DOS101.fail"]))
    (weakness,) = weaknesses(pack, {"weakness.a"}, row, wording())
    assert chain_of(weakness)[-1] == ("weakness.a", ("DOS102.fail",))


@pytest.fixture(scope="session")
def tell(pack: Pack, real_pack: Weaknesses, some_atoms: Callable[..., Atoms]) -> Callable[..., dict[str, Weakness]]:
    """Weaknesses of one report: `say` are the statements it makes; it is known to make no other."""
    names = [name for name in real_pack.base() if name.startswith("said.")]

    def run(say: tuple[str, ...], facts: str, lang: Language = "vi", **outcomes: str) -> dict[str, Weakness]:
        said = {name: "y" if name in say else "n" for name in names}
        said |= {name: "y" if name.removeprefix("fact.") in facts.split() else "n" for name in real_pack.facts}
        atoms = some_atoms(said=said, **outcomes)
        held = {symbol for symbol, mask in conclude(real_pack, atoms).items() if mask[0]}
        words = Wording(lambda code, outcome: f"{code} {outcome}", pack.vocabulary.labels, lang)
        return {item.id: item for item in weaknesses(real_pack, held, atoms.row(0, real_pack.base()), words)}

    return run


Tell = Callable[..., dict[str, Weakness]]


def ids(items: tuple[object, ...]) -> list[str]:
    return [getattr(item, "id") for item in items]  # noqa: B009


def test_missed_target_that_part_iii_does_not_admit(tell: Tell) -> None:
    found = tell((), "", ONL301="f")
    assert "gap.online_uptake_not_admitted" in found
    assert "gap.online_uptake_no_task" not in found
    assert "action.add_uptake_task" in ids(found["gap.online_uptake_not_admitted"].action)


def test_admitted_weakness_without_a_task(tell: Tell) -> None:
    found = tell(("said.weakness.online_uptake",), "", ONL301="f")
    assert "gap.online_uptake_not_admitted" not in found
    assert "gap.online_uptake_no_task" in found
    answered = tell(("said.weakness.online_uptake", "said.task.online_uptake"), "", ONL301="f")
    assert set(answered) == {"weakness.online_uptake"}


def test_cause_outside_the_unit(tell: Tell) -> None:
    found = tell(("said.cause.no_arising_dossiers",), "most_services_idle", ONL301="f")
    (cause,) = found["weakness.online_uptake"].cause
    assert cause.id == "cause.no_arising_dossiers"
    assert cause.text.startswith("Khách quan: ")
    assert "action.separate_idle_services" in ids(found["weakness.online_uptake"].action)


def test_cause_inside_the_unit(tell: Tell) -> None:
    found = tell((), "most_services_idle paper_dossiers_remain", ONL301="f")
    (cause,) = found["weakness.online_uptake"].cause
    assert cause.id == "cause.paper_habit"
    assert cause.text.startswith("Chủ quan: ")


def test_digitization_claimed_and_denied(tell: Tell) -> None:
    say = ("said.difficulty.digitization", "said.recommendation.digitization")
    found = tell(say, "digitization_full procedures_excluded", DIG401="f", DIG201="f")
    clash = found["contradiction.digitization"]
    assert chain_of(clash)[-1][1] == ("DIG401.fail", "said.difficulty.digitization")
    assert ids(clash.cause) == ["cause.notice_only_procedures"]
    assert ids(clash.action) == ["action.state_both_rates"]
    assert "gap.digitization_no_task" not in found


def test_online_dossiers_stated_as_325_and_226_are_told_once(tell: Tell) -> None:
    assert set(tell((), "", ONL401="f")) == {"contradiction.online_dossiers"}
    trusted = tell((), "most_rates_bare", ONL401="f")
    assert "systemic.figures_not_trusted" in trusted
    assert ids(trusted["systemic.figures_not_trusted"].cause) == ["cause.no_data_owner"]


def test_any_figure_stated_twice(tell: Tell) -> None:
    found = tell((), "", DOS116="f")
    assert set(found) == {"contradiction.figures_stated_twice"}
    assert ids(found["contradiction.figures_stated_twice"].action) == ["action.reconcile_conflicts"]


def test_late_dossiers_explained_inside_unless_numbers_surged(tell: Tell) -> None:
    calm, surge = tell((), "", DOS301="f"), tell((), "dossiers_surged", DOS301="f")
    assert ids(calm["weakness.late_dossiers"].cause) == ["cause.internal_handling"]
    assert ids(surge["weakness.late_dossiers"].cause) == ["cause.dossiers_surged"]


def test_claim_of_no_late_dossiers_against_the_figures(tell: Tell) -> None:
    assert "contradiction.late_dossiers" in tell(("said.claim.late_dossiers",), "late_now")
    assert "contradiction.late_dossiers" not in tell(("said.claim.late_dossiers",), "")


def test_many_small_faults_become_systemic(tell: Tell) -> None:
    assert "systemic.dossiers" not in tell((), "", DOS101="f", DOS102="f")
    found = tell((), "", DOS101="f", DOS102="f", DOS103="f", PRO101="f", DIR102="f")
    assert {"systemic.dossiers", "systemic.data_quality"} <= set(found)
    assert ids(found["systemic.dossiers"].chain) == ["DOS101.fail", "DOS102.fail", "DOS103.fail", "systemic.dossiers"]


def test_request_that_waits_and_was_sent_astray(tell: Tell) -> None:
    found = tell((), "", ASM601="f", ASM405="f")["gap.recommendation_unanswered"]
    assert ids(found.cause) == ["cause.request_not_sent"]
    other = tell((), "", ASM601="f", ASM405="p", ASM406="p", ASM505="p")["gap.recommendation_unanswered"]
    assert ids(other.cause) == ["cause.authority_silent"]
    unknown = tell((), "", ASM601="f", ASM405="u", ASM406="p", ASM505="p")["gap.recommendation_unanswered"]
    assert unknown.cause == ()


def test_a_plan_at_risk_is_four_steps_deep(tell: Tell) -> None:
    found = tell((), "plan_half_way")["systemic.plan_at_risk"]
    order = ids(found.chain)
    assert order.index("fact.plan_half_way") < order.index("weakness.plan_progress")
    assert order.index("gap.plan_progress_no_task") < order.index("systemic.plan_at_risk")
    assert ids(found.action) == ["action.catch_up_plan"]


def test_our_own_yardstick_for_the_plan_accuses_nobody(tell: Tell) -> None:
    """TRD705 measures by a yardstick of ours: on its own nothing follows from it; delay needs overdue tasks."""
    said = ("said.claim.plan_progress", "said.strength.plan_progress")
    assert tell(said, "", TRD705="f") == {}
    overdue = tell(said, "", TRD705="f", DIR301="f")
    assert {"contradiction.plan_progress", "gap.plan_progress_no_task"} <= set(overdue)
    assert "gap.plan_progress_not_admitted" not in overdue
    assert "gap.plan_progress_not_admitted" in tell((), "", DIR301="f")


def test_the_claim_and_the_missing_statuses_are_told_once(tell: Tell) -> None:
    assert set(tell((), "", DIR101="f", DIR402="f")) == {"contradiction.plan_progress"}
    assert set(tell((), "", DIR101="f", DIR402="-")) == {"weakness.plan_status"}


def test_weaknesses_without_a_task_are_told_once(tell: Tell) -> None:
    assert set(tell((), "no_remedy_at_all", ASM403="f")) == {"systemic.no_remedy"}
    some = tell((), "", ASM403="f", PER611="f")
    assert set(some) == {"gap.weakness_without_remedy"}
    assert ids(some["gap.weakness_without_remedy"].cause) == ["cause.general_tasks"]


def test_late_dossiers_that_a_claim_denies_are_not_also_unadmitted(tell: Tell) -> None:
    denied = tell(("said.claim.late_dossiers",), "late_now", DOS301="f")
    assert "contradiction.late_dossiers" in denied
    assert "gap.late_dossiers_not_admitted" not in denied
    assert "gap.late_dossiers_not_admitted" in tell((), "late_now", DOS301="f")


def test_missed_targets_and_missing_parts_alone_are_not_systemic(tell: Tell) -> None:
    missed = dict.fromkeys(("ONL301", "ONL302", "ONL303", "ONL304", "ONL307"), "f")
    bare = dict.fromkeys(("DIR501", "DIR502", "DIR503", "DIR504", "STR511", "STR516", "STR517"), "f")
    notes = dict.fromkeys(("PER608", "PER611", "PER612", "PER614"), "f")
    assert not [name for name in tell((), "", **missed, **bare, **notes) if name.startswith("systemic")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_antecedent_is_told_before_it_is_used(tell: Tell, lang: Language) -> None:
    for weakness in tell((), "most_services_idle plan_half_way", lang, ONL301="f", DOS301="f", ONL401="f").values():
        told: set[str] = set()
        for step in weakness.chain:
            assert told.issuperset(step.because)
            told.add(step.id)
            assert step.text
        assert weakness.chain[-1].id == weakness.id
