"""Which reports are the past of a report, and which its peers."""

from typing import Any

import pytest
from tests.checking.facts import BARE

from cchc.history.library import collected
from cchc.model.past import PastReport
from cchc.model.report import Report
from cchc.packs.pack import Pack


def report(number: int, year: int = 2025, kind: str = "month", **more: Any) -> Report:
    return Report.model_validate(BARE | {"period": {"kind": kind, "year": year, "number": number}} | more)


def past(*reports: Report) -> tuple[PastReport, ...]:
    return tuple(PastReport.of(one, f"{n}.yaml") for n, one in enumerate(reports))


def found(pack: Pack, now: Report, *reports: Report) -> tuple[list[str], list[str]]:
    library, _ = collected(past(*reports))
    known = library.past_of(now, pack)
    return [one.file for one in known.earlier], [one.file for one in known.peers]


def test_earlier_reports_come_oldest_first_and_later_ones_not_at_all(pack: Pack) -> None:
    reports = report(3), report(12, 2024), report(4), report(5), report(1, kind="quarter")
    assert found(pack, report(4), *reports)[0] == ["1.yaml", "4.yaml", "0.yaml"]


def test_the_last_month_of_a_quarter_is_its_past_but_not_the_other_way_round(pack: Pack) -> None:
    assert found(pack, report(1, kind="quarter"), report(3))[0] == ["0.yaml"]
    assert found(pack, report(3), report(1, kind="quarter"))[0] == []


@pytest.mark.parametrize("name", ["SỞ MẪU", "Sở Mẫu tỉnh Bắc Giang", "sở  mẫu", "Sở Mẫu Bắc Giang"])
def test_a_unit_is_known_by_every_spelling_of_its_name(pack: Pack, name: str) -> None:
    assert found(pack, report(4), report(3, unit=name)) == (["0.yaml"], [])


@pytest.mark.parametrize(
    "other",
    [{"unit": "Sở Mẫu và Môi trường"}, {"unit": "Sở"}, {"level": "commune"}, {"province": "Hà Nam"}],
)
def test_a_longer_name_another_level_or_province_is_another_unit(pack: Pack, other: dict[str, Any]) -> None:
    assert found(pack, report(4), report(3, **other))[0] == []


def test_peers_are_other_units_of_the_level_in_the_same_period(pack: Pack) -> None:
    others = (
        report(4, unit="Sở Khác"),
        report(4, unit="Sở Khác", province="Hà Nam"),
        report(3, unit="Sở Khác"),
        report(4, unit="Phòng Khác", level="room"),
        report(4),
    )
    assert found(pack, report(4), *others)[1] == ["0.yaml", "1.yaml"]


def test_what_a_unit_counted_before_another_was_merged_into_it_is_not_comparable(pack: Pack) -> None:
    """Sở Xây dựng of Bắc Giang took over Sở Giao thông vận tải on 1 March 2025 (rules/wording/bodies.yaml)."""
    reports = [report(n, unit="Sở Xây dựng") for n in (2, 3)]
    assert found(pack, report(3, unit="Sở Xây dựng"), *reports)[0] == []
    assert found(pack, report(4, unit="Sở Xây dựng"), *reports)[0] == ["1.yaml"]
    # In other provinces the day was not seen: what may have been another body's is not held against this one.
    elsewhere = [report(n, unit="Sở Xây dựng", province="Hà Nam") for n in (2, 3)]
    assert found(pack, elsewhere[1], *elsewhere)[0] == []
    unchanged = [report(n, unit="Sở Công Thương", province="Hà Nam") for n in (2, 3)]
    assert found(pack, unchanged[1], *unchanged)[0] == ["0.yaml"]


def test_two_different_reports_of_one_period_are_both_left_out_and_named(pack: Pack) -> None:
    first, second = report(3, figures={"dossiers.new": 5}), report(3, figures={"dossiers.new": 6})
    library, doubtful = collected(past(first, second, report(2)))
    assert [one.file for one in library.reports] == ["2.yaml"]
    assert [(a.file, b.file) for a, b in doubtful] == [("0.yaml", "1.yaml")]


def test_a_copy_of_a_report_counts_once() -> None:
    library, doubtful = collected(past(report(3), report(3)))
    assert ([one.file for one in library.reports], doubtful) == (["0.yaml"], ())
