"""The real seed report: what a careful reader found, we find; what holds, we leave alone."""

import pytest

from cchc.checking.results import check, results
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve


@pytest.fixture(scope="module")
def found(pack: Pack, seed: Report) -> dict[str, CheckResult]:
    table, matrix = check(pack, [resolve(pack, seed)])
    return {o.code: o for o in results(table, matrix, 0, "vi")}


def by_origin(found: dict[str, CheckResult], origin: str) -> CheckResult:
    (only,) = [o for o in found.values() if origin in o.origin and o.outcome != "not_applicable"]
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
            assert all(place.part in parts | {"0", "mở đầu", "kết thúc"} for place in o.places), (o.code, o.places)
