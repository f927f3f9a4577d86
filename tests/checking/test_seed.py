"""The real seed report: what a careful reader found, we find; what holds, we leave alone."""

from pathlib import Path

import pytest
import yaml

from cchc.checking.results import check, results
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

READER: dict[str, str] = yaml.safe_load((Path(__file__).parents[1] / "data/seed_by_reader.yaml").read_text("utf-8"))
# A rule split by kind of period: the half for other periods does not apply to a month. The other half agrees.
OTHER_PERIOD = {"DIR303": "TG16", "DIR305": "TG17", "STR510": "ST15"}
# A rule of two halves, one of which the report breaks: it ends sentences in an ellipsis but leaves no row of dots to fill in.
OTHER_HALF = {("WRD804", "FM25")}
# The outcome of the catalogue is not ours; each is argued in test_seed_evidence.py.
ARGUED = {("EVD504", "EV07"), ("EVD403", "EV16")}
# Not encoded: what a structured report of one period cannot decide.
LEFT_OUT = {
    "ST21": "the official outline was not available",
    "TR06": "needs three earlier periods",
    "TR07": "needs the full texts of two periods",
    "TR11": "needs the months of the quarter",
    "TR12": "needs earlier months; whether 18 is of the month or the year is not said",
    "PL08": "needs the figures of other departments",
}


@pytest.fixture(scope="module")
def found(pack: Pack, seed: Report) -> dict[str, CheckResult]:
    table, matrix = check(pack, [resolve(pack, seed)])
    return {o.code: o for o in results(table, matrix, 0, "vi")}


def test_every_outcome_is_the_readers(found: dict[str, CheckResult]) -> None:
    differing = {
        (o.code, origin): (o.outcome, READER[origin])
        for o in found.values()
        for origin in o.origin
        if o.outcome != READER[origin]
        and OTHER_PERIOD.get(o.code) != origin
        and (o.code, origin) not in OTHER_HALF | ARGUED
    }
    assert differing == {}


def test_the_halves_for_other_periods_do_not_apply_and_have_a_twin(found: dict[str, CheckResult]) -> None:
    for code, origin in OTHER_PERIOD.items():
        assert found[code].outcome == "not_applicable"
        twins = [o for o in found.values() if origin in o.origin and o.code != code]
        assert [o.outcome for o in twins] == [READER[origin]]


def test_every_entry_of_these_kinds_is_encoded_or_left_out_for_a_reason(found: dict[str, CheckResult]) -> None:
    encoded = {origin for o in found.values() for origin in o.origin}
    wanted = {e for e in READER if e[:2] in ("AR", "RT", "TG", "XS", "ST", "TL", "TR", "PL")}
    assert wanted - encoded == set(LEFT_OUT)
    assert not {e for e in LEFT_OUT if e[:2] in ("AR", "RT", "TG", "XS")}


def by_origin(found: dict[str, CheckResult], origin: str) -> CheckResult:
    (only,) = [o for o in found.values() if origin in o.origin and o.code not in OTHER_PERIOD]
    return only


@pytest.mark.parametrize(
    ("origin", "parts"),
    [
        ("TG01", ["18/141", "12,77%", "90%", "127", "109"]),
        ("XS03", ["325", "226", "99", "30,46%"]),
        ("RT03", ["100%", "226", "69,54%", "70,19%", "68,28%"]),
        ("AR10", ["25/29", "hoàn thành: 1", "thường xuyên: 24", "còn 4 nhiệm vụ"]),
        ("AR16", ["325", "322"]),
        ("RT09", ["100%", "không có đủ tử số và mẫu số"]),
        ("XS01", ["100%", "hạn chế hoặc khó khăn về số hóa"]),
        ("RT11", ["100%", "141/142"]),
    ],
)
def test_findings_speak_of_their_numbers(found: dict[str, CheckResult], origin: str, parts: list[str]) -> None:
    finding = by_origin(found, origin)
    assert finding.outcome == "fail"
    assert [p for p in parts if p not in finding.message] == []
    assert finding.places
    assert finding.fix
    assert finding.source.document


@pytest.mark.parametrize(
    ("origin", "message"),
    [
        ("AR01", "331 = 6 + 325"),
        ("AR02", "322 + 9 = 331"),
        ("AR03", "319 + 3 + 0 = 322"),
        ("AR04", "9 + 0 = 9"),
        ("AR06", "142 + 24 = 166"),
        ("AR07", "126 + 16 = 142"),
        ("AR09", "136 + 18 + 22 + 5 = 181"),
        ("RT01", ""),
    ],
)
def test_what_holds_passes_and_shows_its_terms(found: dict[str, CheckResult], origin: str, message: str) -> None:
    holding = by_origin(found, origin)
    assert holding.outcome == "pass"
    assert message in holding.message, holding.message


def test_every_finding_points_to_a_place_that_the_report_has(found: dict[str, CheckResult], seed: Report) -> None:
    parts = {p.id for p in seed.parts or ()}
    for o in found.values():
        if o.outcome == "fail":
            assert o.places, o.code
            # A missing heading is pointed at by its id; all others exist.
            assert all(place.part in parts or place.part == "0" for place in o.places), (o.code, o.places)
