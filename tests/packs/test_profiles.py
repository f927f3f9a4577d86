"""Profiles: what is inherited, what is overridden, which one fits a report on its day."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

from cchc.model.errors import ContentError, InputError
from cchc.model.report import Report
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack
from cchc.packs.profiles import applied, lineages, origin
from cchc.packs.resolve import due_on, resolve, targets_on
from cchc.packs.schema import Profile, ProfileEntry
from cchc.packs.source_text import SourceText

BASE = {"id": "base", "label": {"vi": "x", "en": "x"}, "outline": "department", "home_affairs": "Sở Nội vụ"}


def entry(**raw: Any) -> tuple[SourceText, ProfileEntry]:
    made = ProfileEntry.model_validate({"label": {"vi": "x", "en": "x"}, **raw})
    return SourceText(f"{made.id}.yaml", raw, {(): 1, ("id",): 1, ("extends",): 2}), made


def chains(*more: dict[str, Any]) -> dict[str, Profile]:
    found, problems = lineages([entry(**BASE), *(entry(**raw) for raw in more)])
    assert not problems
    return {name: applied(chain) for name, chain in found.items()}


def test_what_is_left_out_is_inherited_through_every_step() -> None:
    found = chains({"id": "child", "extends": "base"}, {"id": "grandchild", "extends": "child", "levels": ["commune"]})
    last = found["grandchild"]
    assert (last.outline, last.home_affairs, last.levels) == ("department", "Sở Nội vụ", ("commune",))


def test_severities_and_targets_are_overridden_one_by_one_and_ignored_codes_add_up() -> None:
    parent = {
        "id": "p",
        "extends": "base",
        "severities": {"A": "info", "B": "info"},
        "ignore": ["X"],
        "targets": {"t": "90%"},
    }
    child = {"id": "c", "extends": "p", "severities": {"B": "warning"}, "ignore": ["Y"], "targets": {"u": 0}}
    found = chains(parent, child)["c"]
    assert found.severities == {"A": "info", "B": "warning"}
    assert found.ignore == ("X", "Y")
    assert found.targets == {"t": "90%", "u": 0.0}


def test_where_each_thing_comes_from() -> None:
    found, _ = lineages(
        [entry(**BASE, severities={"A": "info"}), entry(id="c", extends="base", severities={"B": "info"})]
    )
    assert [origin(found["c"], "severities", code) for code in ("A", "B", "Z")] == ["base", "c", None]
    assert origin(found["c"], "outline") == "base"


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ([{"id": "a", "extends": "b"}, {"id": "b", "extends": "a"}], 2, "kế thừa vòng tròn"),
        ([{"id": "a", "extends": "a"}], 2, "kế thừa vòng tròn"),
        ([{"id": "a", "extends": "bass"}], 2, "không có hồ sơ áp dụng 'bass' để kế thừa, có phải 'base'?"),
        ([{"id": "base"}], 1, "khai hai lần"),
    ],
)
def test_a_broken_line_of_descent_is_refused_at_its_line(
    entries: list[dict[str, Any]], line: int, message: str
) -> None:
    _, problems = lineages([entry(**BASE), *(entry(**raw) for raw in entries)])
    assert any(p.line == line and message in p.message and p.file for p in problems)


def test_a_key_that_nobody_gives_is_named() -> None:
    found, _ = lineages([entry(id="bare", outline="department")])
    with pytest.raises(ValueError, match="thiếu khóa 'home_affairs'"):
        applied(found["bare"])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("rules", "indicators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def problems(content: Path, profile: str) -> list[InputError]:
    text = f"id: own\nextends: general\nlabel: {{vi: x, en: x}}\n{profile}\n"
    (content / "rules/profiles/own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_pack(content)
    return caught.value.problems


_VALUE = "{from: 2025-01-01, value: 95%, basis: brief, source: {act: project-brief}}"
_DUE = "{day: 20, from: 2025-01-01, basis: sourced, source: {act: cv-581-bnv}}"


@pytest.mark.parametrize(
    ("profile", "line", "message"),
    [
        ("severities: {DOS999: info}", 4, "không có quy tắc 'DOS999'"),
        ("ignore:\n  - DOS101\n  - DOS998", 6, "không có quy tắc 'DOS998'"),
        ("targets: {on_tim: 95%}", 4, "không có chỉ tiêu 'on_tim', có phải 'on_time'?"),
        (f"targets:\n  on_time:\n    - {_VALUE}\n    - {_VALUE}", 7, "trùng thời gian"),
        (f"targets:\n  on_time:\n    - {_VALUE.replace('project-brief', 'project-brif')}", 6, "không có văn bản 'project-brif'"),
        (f"due:\n  - {_DUE}\n  - {_DUE}", 6, "hai hạn gửi trùng thời gian"),
        ("due:\n  - {from: 2025-01-01, basis: brief, source: {act: project-brief}}", 5, "đúng một trong hai khóa"),
        ("outline: departments", 4, "không có đề cương 'departments'"),
    ],
)  # fmt: skip
def test_what_a_profile_names_must_exist(content: Path, profile: str, line: int, message: str) -> None:
    found = problems(content, profile)
    assert [p for p in found if p.file == "rules/profiles/own.yaml" and p.line == line and message in p.message], found


def report(**more: Any) -> Report:
    period = {"kind": "month", "year": 2025, "number": 4}
    raw = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang", "period": period}
    return Report.model_validate({**raw, **more})


@pytest.mark.parametrize(
    ("day", "department", "commune", "body"),
    [
        (date(2025, 2, 28), "bac-giang", "commune-under-district", "Phòng Nội vụ"),
        (date(2025, 3, 1), "bac-giang", "commune-under-district", "Phòng Nội vụ"),
        (date(2025, 6, 30), "bac-giang", "commune-under-district", "Phòng Nội vụ"),
        (date(2025, 7, 1), "bac-ninh", "bac-ninh", "Sở Nội vụ"),
    ],
)
def test_one_report_at_four_dates(pack: Pack, day: date, department: str, commune: str, body: str) -> None:
    of_department = resolve(pack, report(), as_of=day).profile
    of_commune = resolve(pack, report(unit="UBND xã Mẫu", level="commune"), as_of=day).profile
    assert (of_department.id, of_department.home_affairs) == (department, "Sở Nội vụ")
    assert (of_commune.id, of_commune.home_affairs) == (commune, body)


@pytest.mark.parametrize(
    ("level", "province", "chosen"),
    [
        ("province", "Khánh Hòa", "province"),
        ("department", "Khánh Hòa", "khanh-hoa"),
        ("attached_unit", "Lào Cai", "attached-unit"),
        ("department", "Lào Cai", "general"),
    ],
)
def test_whom_the_shipped_profiles_are_for(pack: Pack, level: str, province: str, chosen: str) -> None:
    assert resolve(pack, report(level=level, province=province)).profile.id == chosen


def test_the_targets_of_a_province_end_with_it(pack: Pack) -> None:
    assert targets_on(resolve(pack, report(), as_of=date(2025, 6, 30)))["online_uptake"] == 0.9
    assert "online_uptake" not in targets_on(resolve(pack, report(), as_of=date(2025, 7, 1)))


def test_a_dated_target_of_a_profile_holds_between_its_dates(pack: Pack) -> None:
    value = {
        "from": "2025-02-01",
        "to": "2025-02-28",
        "value": "70%",
        "basis": "brief",
        "source": {"act": "project-brief"},
    }
    own = Profile.model_validate({**BASE, "targets": {"online_dossiers": [value]}})
    ours = Pack(**{**pack.__dict__, "profiles": {"base": own}})
    seen = [targets_on(resolve(ours, report(), as_of=date(2025, m, 28))).get("online_dossiers") for m in (1, 2, 3)]
    assert seen == [None, 0.7, None]


@pytest.mark.parametrize(
    ("level", "province", "period", "due"),
    [
        # 14/5/2025 is a Wednesday: two working days later it is Friday.
        ("department", "Khánh Hòa", {"kind": "month", "year": 2025, "number": 5}, date(2025, 5, 16)),
        # 14/6/2024 is a Friday: Monday and Tuesday follow.
        ("department", "Khánh Hòa", {"kind": "half_year", "year": 2024, "number": 1}, date(2024, 6, 18)),
        # Days off that follow the moon may fall here.
        ("department", "Khánh Hòa", {"kind": "month", "year": 2025, "number": 4}, None),
        ("department", "Khánh Hòa", {"kind": "month", "year": 2023, "number": 5}, None),
        ("province", "Lào Cai", {"kind": "quarter", "year": 2025, "number": 1}, date(2025, 3, 20)),
        ("province", "Lào Cai", {"kind": "month", "year": 2025, "number": 3}, None),
        ("department", "Lào Cai", {"kind": "quarter", "year": 2025, "number": 1}, None),
    ],
)  # fmt: skip
def test_by_when_a_report_is_due(
    pack: Pack, level: str, province: str, period: dict[str, Any], due: date | None
) -> None:
    found = due_on(resolve(pack, report(level=level, province=province, period=period)))
    assert (found[0] if found else None) == due
