"""Two reports held against each other: every figure and every finding counted once, on one side or the other."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.checking.facts import BARE
from tests.conftest import SAMPLES

from cchc.app import figure_order
from cchc.comparing import compare_reports
from cchc.model.comparison import Comparison, FigureDifference
from cchc.model.extraction import Hints
from cchc.model.report import Report
from cchc.output.report_yaml import report_yaml
from cchc.packs.pack import Pack


def compared(pack: Pack, tmp_path: Path, before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    paths = []
    for name, said in (("a", before), ("b", after)):
        paths.append(tmp_path / f"{name}.yaml")
        text = report_yaml(Report.model_validate(BARE | said), figure_order(pack))
        paths[-1].write_text(text, encoding="utf-8")
    return compare_reports(pack, paths[0], paths[1], Hints(), "vi")


def short(one: FigureDifference) -> tuple[str, str, str, str | None, str | None, float | None]:
    before, after = (side.shown if side else None for side in (one.before, one.after))
    return one.figure, f"{one.scope} {one.time}", one.change, before, after, one.difference


def test_figures_are_compared_scope_by_scope_and_time_by_time(pack: Pack, tmp_path: Path) -> None:
    before = {
        "dossiers.received": [{"value": 331, "at": "II.2"}, {"value": 900, "span": "year_to_date"}],
        "dossiers.new": [325, {"value": 40, "scope": "cấp xã"}],
        "digital.uptake_rate": "13%",
        "dossiers.pending": [9, 8],
        "dossiers.resolved": {"value": 300, "approx": True},
    }
    after = {
        "dossiers.received": [{"value": 340, "at": "II.2"}, {"value": 900, "span": "year_to_date"}],
        "dossiers.new": 325,
        "digital.uptake_rate": "12,5%",
        "dossiers.pending": 9,
        "dossiers.resolved": 300,
        "dossiers.returned": 0,
    }
    found = compared(pack, tmp_path, {"figures": before}, {"figures": after})
    assert {short(one) for one in found.figures} == {
        ("dossiers.received", "own trong kỳ", "changed", "331", "340", 9),
        ("dossiers.new", "cấp xã trong kỳ", "gone", "40", None, None),
        ("digital.uptake_rate", "own trong kỳ", "changed", "13%", "12,5%", -0.5),
        ("dossiers.pending", "own trong kỳ", "changed", "9 ≠ 8", "9", None),
        ("dossiers.resolved", "own trong kỳ", "changed", "khoảng 300", "300", None),
        ("dossiers.returned", "own trong kỳ", "new", None, "0", None),
    }
    assert found.same_figures == 2
    received = next(one for one in found.figures if one.figure == "dossiers.received")
    assert received.before
    assert [place.part for place in received.before.places] == ["II.2"]


def test_findings_come_go_stay_or_are_no_longer_known(pack: Pack, tmp_path: Path) -> None:
    before = {"dossiers.received": 331, "dossiers.carried_over": 6, "dossiers.new": 320}
    mended = compared(pack, tmp_path, {"figures": before}, {"figures": before | {"dossiers.new": 325}})
    turned = compared(pack, tmp_path, {"figures": before | {"dossiers.new": 325}}, {"figures": before})
    dropped = compared(pack, tmp_path, {"figures": before}, {"figures": {"dossiers.received": 331}})
    stays = compared(pack, tmp_path, {"figures": before}, {"figures": before})
    changes = [{one.code: one.change for one in c.findings}.get("DOS101") for c in (mended, turned, dropped, stays)]
    assert changes == ["mended", "new", "outcome", "still"]
    assert len(stays.findings) + stays.same_findings == len(pack.rules)


@pytest.mark.parametrize(
    ("after", "differs"),
    [
        ({}, ()),
        ({"unit": "SỞ MẪU tỉnh Bắc Giang"}, ()),
        ({"unit": "Sở Khác"}, ("unit",)),
        ({"province": "Hà Nam", "level": "commune"}, ("level", "province")),
        ({"period": {"kind": "month", "year": 2025, "number": 5}}, ("period",)),
        ({"period": {"kind": "quarter", "year": 2025, "number": 1}}, ("kind", "period")),
        ({"period": {**BARE["period"], "data_to": date(2025, 4, 10)}}, ()),
    ],
)
def test_reports_of_different_things_are_said_to_be(
    pack: Pack, tmp_path: Path, after: dict[str, Any], differs: tuple[str, ...]
) -> None:
    assert compared(pack, tmp_path, {}, after).differs_in == differs


def test_a_document_is_compared_with_its_structured_form(pack: Pack, tmp_path: Path) -> None:
    from cchc.opening import open_report

    source = SAMPLES / "history/2025-01.txt"
    target = tmp_path / "a.yaml"
    report = open_report(source, pack, Hints()).report()
    target.write_text(report_yaml(report, figure_order(pack)), encoding="utf-8")
    found = compare_reports(pack, source, target, Hints(), "vi")
    assert (found.figures, found.differs_in) == ((), ())
    assert {one.change for one in found.findings} <= {"still"}
