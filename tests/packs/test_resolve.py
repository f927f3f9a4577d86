"""What applies to a report: profile and dated values, both ends of a span included."""

from datetime import date
from typing import Any

import pytest

from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import as_number, in_force, resolve, same_province, target_value
from cchc.packs.schema import InForce, Profile


def report(**more: Any) -> Report:
    raw = {
        "unit": "Sở Mẫu",
        "level": "department",
        "province": "Bắc Giang",
        "period": {"kind": "month", "year": 2025, "number": 4},
    }
    return Report.model_validate({**raw, **more})


@pytest.mark.parametrize(
    ("day", "inside"),
    [(date(2025, 1, 1), True), (date(2025, 6, 30), True), (date(2024, 12, 31), False), (date(2025, 7, 1), False)],
)
def test_both_ends_of_a_span_belong_to_it(day: date, inside: bool) -> None:
    span = InForce.model_validate({"from": date(2025, 1, 1), "to": date(2025, 6, 30)})
    assert in_force(span, day) is inside


def test_an_open_end_holds_for_ever() -> None:
    assert in_force(InForce.model_validate({"to": date(2025, 6, 30)}), date(1999, 1, 1))
    assert in_force(InForce.model_validate({"from": date(2025, 6, 30)}), date(2099, 1, 1))


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2025, 1, 1), "90%"), (date(2025, 12, 31), "90%"), (date(2024, 12, 31), None), (date(2026, 1, 1), None)],
)
def test_a_target_holds_on_its_first_and_last_day(pack: Pack, day: date, value: str | None) -> None:
    dated = target_value(pack, "online_uptake", day, "Bắc Giang")
    assert (dated.value if dated else None) == value


def with_profiles(pack: Pack, *profiles: dict[str, Any]) -> Pack:
    base = {"label": {"vi": "x", "en": "x"}, "outline": "department", "home_affairs": "Sở Nội vụ"}
    made = [Profile.model_validate({**base, **p}) for p in profiles]
    return Pack(**{**pack.__dict__, "profiles": {p.id: p for p in made}})


@pytest.mark.parametrize(
    ("narrow", "level", "kind", "chosen"),
    [
        ({"levels": ["commune"]}, "commune", "month", "narrow"),
        ({"levels": ["commune"]}, "department", "month", "wide"),
        ({"periods": ["year"]}, "department", "year", "narrow"),
        ({"periods": ["year"]}, "department", "month", "wide"),
        ({"province": "Bắc Giang"}, "department", "month", "narrow"),
        ({"province": "Nghệ An"}, "department", "month", "wide"),
        ({"in_force": {"to": date(2025, 4, 13)}}, "department", "month", "wide"),
    ],
)  # fmt: skip
def test_the_profile_that_says_most_about_whom_it_is_for_wins(
    pack: Pack, narrow: dict[str, Any], level: str, kind: str, chosen: str
) -> None:
    two = with_profiles(pack, {"id": "wide"}, {"id": "narrow", **narrow})
    period = {"kind": kind, "year": 2025, "number": 1 if kind == "year" else 4}
    found = resolve(two, report(level=level, period=period)).profile.id
    assert found == chosen


def test_a_profile_sets_targets_of_its_own(pack: Pack) -> None:
    from cchc.packs.resolve import targets_on

    strict = with_profiles(pack, {"id": "own", "targets": {"online_uptake": "95%", "online_dossiers": "80%"}})
    targets = targets_on(resolve(strict, report()))
    assert (targets["online_uptake"], targets["online_dossiers"]) == (0.95, 0.8)


def test_numbers_as_written_in_content() -> None:
    assert [as_number(raw) for raw in ("90%", "12,5%", "0", 3)] == [0.9, 0.125, 0.0, 3.0]


def test_names_of_provinces() -> None:
    assert same_province("tỉnh Bắc Giang", "BẮC GIANG")
    assert same_province("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh")
    assert not same_province("Bắc Giang", "Bắc Ninh")
