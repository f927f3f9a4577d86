"""Evidence on the real seed report, id by id: what a careful reader finds in its text, and where we differ from the catalogue."""

from pathlib import Path

import pytest
import yaml

from cchc.checking.results import check, results
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

CATALOGUE: dict[str, str] = yaml.safe_load((Path(__file__).parents[1] / "data/seed_by_reader.yaml").read_text("utf-8"))

# Read from the text, not from our output.
EXPECTED = {
    # Four rates of 100 % stand without numerator and denominator: digitization, portals, satisfaction, one-stop software.
    ("EV01", "DIG201"): "fail",
    ("EV01", "ONL203"): "fail",
    ("EV01", "DOS805"): "fail",
    # Note 1 gives the days of the data window; no system is named.
    ("EV02", "EVD501"): "fail",
    # Plans 04, 07, 18, 19, 25 have number and date; "Sở đã ban hành Kế hoạch CCHC năm" is plan 04 again.
    ("EV03", "EVD502"): "pass",
    ("EV06", "EVD503"): "unknown",
    # The catalogue says fail. The guides ask for a list of evidence when a year is scored: a monthly report owes none.
    ("EV07", "EVD504"): "not_applicable",
    # Version in III.1; neither how many processes nor an audit.
    ("EV08", "EVD505"): "fail",
    ("EV10", "EVD506"): "fail",
    ("EV11", "EVD401"): "pass",
    # Uptake is missed and admitted, with a cause but with no task in Part IV.
    ("EV12", "ASM403"): "fail",
    ("EV13", "EVD402"): "fail",
    ("EV14", "EVD601"): "fail",
    # The catalogue says pass for letter 1143, but that letter asks about digitization (V.2); the matter "raised many times" is
    # the look-up on the portal (III.3, V.1), for which no letter is cited.
    ("EV16", "EVD403"): "fail",
    ("EV17", "EVD404"): "fail",
    ("EV18", "EVD405"): "not_applicable",
    ("FM22", "EVD507"): "fail",
    ("TM22", "EVD508"): "fail",
    ("PL12", "EVD101"): "pass",
}
ARGUED = {("EV07", "EVD504"), ("EV16", "EVD403")}


@pytest.fixture(scope="module")
def found(pack: Pack, seed: Report) -> dict[str, CheckResult]:
    table, matrix = check(pack, [resolve(pack, seed)])
    return {o.code: o for o in results(table, matrix, 0, "vi")}


@pytest.mark.parametrize(("origin", "code"), EXPECTED)
def test_outcome(found: dict[str, CheckResult], origin: str, code: str) -> None:
    assert origin in found[code].origin
    assert found[code].outcome == EXPECTED[origin, code]
    assert (found[code].outcome == CATALOGUE[origin]) is ((origin, code) not in ARGUED)


@pytest.mark.parametrize(
    ("code", "says", "quotes"),
    [
        ("EVD505", ["phạm vi áp dụng ISO", "đánh giá (nội bộ, giám sát) ISO"], ["thực hiện ISO", "TCVN ISO 9001:2015"]),
        ("EVD404", ["5/5 nhiệm vụ"], ["Đẩy mạnh cải cách", "duy trì nghiêm túc kỷ luật"]),
        ("EVD507", ["2 văn bản"], ["Kế hoạch cải cách hành chính năm 2025 của UBND tỉnh", "Nghị định 111/2022/NĐ-CP"]),
        ("EVD508", ["2 văn bản"], ["278/QĐ-UBND", "90/QĐ-SCT"]),
        ("EVD402", ["1 chỗ"], ["Thông báo thực hiện khuyến mại"]),
        ("EVD403", ["1 nội dung"], ["đã nhiều lần kiến nghị"]),
    ],
)
def test_findings_name_what_is_missing_and_where(
    found: dict[str, CheckResult], code: str, says: list[str], quotes: list[str]
) -> None:
    finding = found[code]
    shown = " ".join(p.quote or "" for p in finding.places)
    assert [s for s in says if s not in finding.message] == []
    assert [q for q in quotes if q not in shown] == []


def test_the_directive_is_named(found: dict[str, CheckResult]) -> None:
    (place,) = found["EVD601"].places
    assert "58/KH-UBND ngày 08/4/2025" in (place.detail or "")


def test_nothing_here_keeps_a_report_from_being_sent(found: dict[str, CheckResult]) -> None:
    assert [o.code for o in found.values() if o.topic == "evidence" and o.severity == "error"] == []
