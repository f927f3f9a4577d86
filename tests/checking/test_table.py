"""From what a report says to columns: nothing invented, nothing chosen silently."""

import math
from typing import Any

import pytest

from cchc.checking.table import Table, tabulate
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve


def table_of(pack: Pack, figures: dict[str, Any], **more: Any) -> Table:
    raw = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang",
           "period": {"kind": "month", "year": 2025, "number": 4}, "figures": figures, **more}  # fmt: skip
    return tabulate(pack, [resolve(pack, Report.model_validate(raw))])


def value(table: Table, name: str) -> float:
    column = table.columns.values.get(name)
    return math.nan if column is None else float(column[0])


def test_percents_become_fractions_with_half_of_their_last_digit(pack: Pack) -> None:
    table = table_of(pack, {"digital.uptake_rate": "12,77%", "digital.integrated_rate": "100%"})
    assert value(table, "digital.uptake_rate") == pytest.approx(0.1277)
    assert table.columns.half_unit["digital.uptake_rate"][0] == pytest.approx(0.00005)
    assert table.columns.half_unit["digital.integrated_rate"][0] == pytest.approx(0.005)


def test_two_different_values_are_stated_but_not_known(pack: Pack) -> None:
    table = table_of(pack, {"dossiers.new": [325, 226]})
    assert math.isnan(value(table, "dossiers.new"))
    assert table.columns.stated["dossiers.new"][0]
    assert value(table, "figures.conflicts") == 1


def test_one_value_printed_twice_is_one_value(pack: Pack) -> None:
    table = table_of(pack, {"dossiers.new": [325, 325], "digital.uptake_rate": ["13%", "12,77%"]})
    assert value(table, "dossiers.new") == 325
    assert value(table, "digital.uptake_rate") == pytest.approx(0.1277)
    assert value(table, "figures.conflicts") == 0


def test_what_is_said_only_roughly_is_not_an_exact_number(pack: Pack) -> None:
    table = table_of(pack, {"dossiers.new": {"value": 300, "approx": True}})
    assert math.isnan(value(table, "dossiers.new"))
    assert table.columns.stated["dossiers.new"][0]
    exact = table_of(pack, {"dossiers.new": [{"value": 300, "approx": True}, 325]})
    assert value(exact, "dossiers.new") == 325


def test_scopes_and_spans_never_overwrite_each_other(pack: Pack) -> None:
    table = table_of(
        pack,
        {"dossiers.new": [325, {"value": 9000, "scope": "toàn tỉnh"}, {"value": 1200, "span": "year_to_date"}]},
    )
    assert value(table, "dossiers.new") == 325
    assert value(table, "ytd.dossiers.new") == 1200
    assert value(table, "figures.conflicts") == 0


def test_a_figure_of_another_scope_only_is_not_the_units_own(pack: Pack) -> None:
    table = table_of(pack, {"dossiers.new": {"value": 9000, "scope": "toàn tỉnh"}})
    assert math.isnan(value(table, "dossiers.new"))


def test_a_rate_with_a_zero_denominator_is_unknown(pack: Pack) -> None:
    table = table_of(pack, {"digital.services_with_dossier": 0, "digital.services_total": 0})
    assert math.isnan(value(table, "rate.online_uptake"))


@pytest.mark.parametrize(
    ("period", "known"),
    [({"kind": "month", "year": 2025, "number": 3}, True), ({"kind": "month", "year": 2025, "number": 2}, False),
     ({"kind": "quarter", "year": 2025, "number": 1}, False), (None, True)],
)  # fmt: skip
def test_only_the_period_just_before_is_compared(pack: Pack, period: dict[str, Any] | None, known: bool) -> None:
    previous = {"figures": {"dossiers.pending": 6}} | ({"period": period} if period else {})
    table = table_of(pack, {"dossiers.carried_over": 6}, previous=previous)
    assert math.isnan(value(table, "prev.dossiers.pending")) is not known


def test_lists_that_were_not_read_are_unknown_and_empty_ones_are_known(pack: Pack) -> None:
    unread, read = table_of(pack, {}), table_of(pack, {}, statements=[], parts=[], citations=[])
    for name in ("claim.late_dossiers", "weaknesses.count", "part.II_1_a", "citations.count"):
        assert math.isnan(value(unread, name))
        assert value(read, name) == 0


def test_a_target_of_another_province_or_year_does_not_bind(pack: Pack) -> None:
    assert value(table_of(pack, {}), "target.online_uptake") == 0.9
    raw = {"unit": "Sở Mẫu", "level": "department", "period": {"kind": "month", "year": 2024, "number": 4}}
    for province, year in (("Hà Nam", 2025), ("Bắc Giang", 2024)):
        report = Report.model_validate({**raw, "province": province, "period": {**raw["period"], "year": year}})  # type: ignore[dict-item]
        assert math.isnan(value(tabulate(pack, [resolve(pack, report)]), "target.online_uptake"))


@pytest.mark.parametrize(
    ("numbers", "expected"), [([5], 5.0), ([5, 7], 12.0), ([5, None], math.nan), ([None], math.nan), ([], math.nan)]
)
def test_dossiers_left_out_are_known_where_each_exclusion_states_them(
    pack: Pack, numbers: list[int | None], expected: float
) -> None:
    exclusions = [{"applies_to": ["digitization.rate"], "procedures": [f"Thủ tục {n}"], "dossiers": n} for n in numbers]
    found = value(table_of(pack, {"dossiers.received": 1}, exclusions=exclusions), "digitization.excluded_dossiers")
    assert found == expected or (math.isnan(found) and math.isnan(expected))
    stated = table_of(pack, {"digitization.excluded_dossiers": 9}, exclusions=exclusions)
    assert value(stated, "digitization.excluded_dossiers") == 9


def test_a_figure_stated_only_level_by_level_is_not_left_out(pack: Pack) -> None:
    by_level = [{"value": 3402, "scope": "cấp huyện"}, {"value": 9877, "scope": "cấp xã"}]
    table = table_of(
        pack, {"dossiers.received": by_level, "dossiers.resolved": [{"value": 212, "scope": "Phòng Tư pháp"}]}
    )
    assert table.columns.stated["dossiers.received"][0]
    assert math.isnan(value(table, "dossiers.received"))
    assert "dossiers.resolved" not in table.columns.stated
