"""Every entry of the research catalogue is a rule or has a reason; every outcome is the reader's or has a reason."""

import os
from pathlib import Path

import pytest
from tests.checking.catalogue import ARGUED, LEFT_OUT, READER, lines, page
from tests.conftest import ROOT

from cchc.checking.results import check, results
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

PAGE: Path = ROOT / "docs/catalogue.md"


@pytest.fixture(scope="module")
def found(pack: Pack, seed: Report) -> tuple[CheckResult, ...]:
    table, matrix = check(pack, [resolve(pack, seed)])
    return results(table, matrix, 0, "vi")


def test_every_entry_is_a_rule_or_left_out_for_a_reason(found: tuple[CheckResult, ...]) -> None:
    assert {line.entry for line in lines(found) if line.code is None} == set(LEFT_OUT)


def test_every_outcome_is_the_readers_or_argued(found: tuple[CheckResult, ...]) -> None:
    every = [line for line in lines(found) if line.code]
    assert [line for line in every if not line.agrees and not line.why] == []
    assert [line for line in every if line.agrees and line.why] == []


def test_what_is_argued_is_about_rules_that_encode_the_entry(found: tuple[CheckResult, ...]) -> None:
    pairs = {(line.entry, line.code) for line in lines(found)}
    assert [(entry, code) for entry, codes in ARGUED.items() for code in codes if (entry, code) not in pairs] == []


def test_every_rule_names_only_entries_of_the_catalogue(pack: Pack) -> None:
    assert {entry for rule in pack.rules for entry in rule.rule.origin} <= set(READER)


def test_the_page_is_fresh(found: tuple[CheckResult, ...]) -> None:
    if os.environ.get("CCHC_GOLDEN") == "write":
        PAGE.write_text(page(found), "utf-8")
    assert PAGE.read_text("utf-8") == page(found), "CCHC_GOLDEN=write .venv/bin/pytest tests/checking/test_catalogue.py"
