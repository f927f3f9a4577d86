"""SARIF by the official schema, and what its readers rely on."""

import json
from typing import Any

import jsonschema
import pytest
from tests.conftest import ROOT
from tests.output.small_run import small_run, written

from cchc.model.triage import Compared
from cchc.output.check_sarif import CheckSarif
from cchc.output.run import Run
from cchc.output.sarif_rules import sarif_rules
from cchc.packs.pack import Pack

SCHEMA = json.loads((ROOT / "tests/data/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules(pack: Pack) -> list[dict[str, Any]]:
    return sarif_rules(pack, "vi")


def sarif(rules: list[dict[str, Any]], every: bool = False, results: Any = None) -> Any:
    run = Run()
    text = written(run, CheckSarif(run, rules, "vi", every), results)
    document = json.loads(text)
    jsonschema.validate(document, SCHEMA)
    return document["runs"][0]


@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("results", [None, []])
def test_it_follows_the_schema(rules: list[dict[str, Any]], every: bool, results: Any) -> None:
    assert sarif(rules, every, results)["tool"]["driver"]["name"] == "cchc"


def test_every_rule_says_what_it_is_and_where_it_comes_from(rules: list[dict[str, Any]], pack: Pack) -> None:
    assert [rule["id"] for rule in rules] == [rule.rule.code for rule in pack.rules]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert f"cchc explain {rule['id']}" in rule["help"]["text"]
        assert rule["properties"]["tags"][1] in ("sourced", "seed", "brief", "inferred", "unsourced")
    assert any(rule.get("helpUri", "").startswith("https://") for rule in rules)


def test_only_findings_unless_all_is_asked_for(rules: list[dict[str, Any]]) -> None:
    assert [(r["ruleId"], r["kind"], r["level"]) for r in sarif(rules)["results"]] == [
        ("DOS101", "fail", "error"), ("DOS102", "fail", "warning"), ("DOS103", "fail", "note"),
    ]  # fmt: skip
    every = [(r["kind"], r["level"]) for r in sarif(rules, every=True)["results"]]
    assert every[3:] == [("open", "none"), ("notApplicable", "none"), ("pass", "none"), ("pass", "none")]


def test_results_point_at_their_rule_file_part_and_words(rules: list[dict[str, Any]]) -> None:
    first, second, third = sarif(rules)["results"]
    assert rules[first["ruleIndex"]]["id"] == "DOS101"
    at = first["locations"][0]
    assert at["physicalLocation"] == {
        "artifactLocation": {"uri": "th%C6%B0%20m%E1%BB%A5c/b%C3%A1o%20c%C3%A1o%20%251.txt"},
        "region": {"startLine": 3, "snippet": {"text": "331 hồ sơ"}},
    }
    assert at["logicalLocations"] == [{"name": "I", "fullyQualifiedName": "I (dòng 3)", "kind": "section"}]
    # A Word paragraph is no line: no line is made up for it.
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert second["locations"][0]["message"]["text"] == "II.2 (đoạn 9): “0 hồ sơ”"
    assert [list(one) for one in third["locations"]] == [["physicalLocation"]]


def test_what_is_set_aside_says_why_and_where_that_stands(rules: list[dict[str, Any]]) -> None:
    first, second, _ = sarif(rules)["results"]
    assert first["suppressions"] == []
    (why,) = second["suppressions"]
    assert (why["kind"], why["status"]) == ("external", "accepted")
    assert why["justification"] == "máy đọc sai báo cáo; đọc nhầm; quyết định bởi người thẩm định"
    assert why["location"]["physicalLocation"]["region"]["startLine"] == 3


def test_a_baseline_shows_as_state_and_its_absence_as_none(rules: list[dict[str, Any]]) -> None:
    assert all("baselineState" not in r for r in sarif(rules)["results"])
    beside = Compared(known=1, new=2, mended=(), undetermined=())
    results = [one.model_copy(update={"compared": beside}) for one in small_run()]
    assert [r["baselineState"] for r in sarif(rules, results=results)["results"]] == ["new", "new", "unchanged"]


def test_fingerprints_are_those_of_the_findings(rules: list[dict[str, Any]]) -> None:
    own = [o.fingerprint for o in small_run()[0].outcomes if o.outcome == "fail"]
    assert [r["partialFingerprints"]["cchc/1"] for r in sarif(rules)["results"]] == own


def test_files_that_could_not_be_read_are_notifications(rules: list[dict[str, Any]]) -> None:
    (ran,) = sarif(rules)["invocations"]
    assert ran["executionSuccessful"] is False
    assert ran["toolExecutionNotifications"][0]["message"]["text"].startswith('hỏng.docx: không đọc được a"<&>\ufffd')
