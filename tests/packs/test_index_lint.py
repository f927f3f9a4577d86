"""Mistakes in an index file are found, with the path of each."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from cchc.formula.parse import Parser
from cchc.packs.index_lint import index_problems
from cchc.packs.indices import IndexDef

GROUND: dict[str, Any] = {"basis": "unsourced", "source": {"act": "here"}}
SAY = {"vi": "thêm {n}", "en": "{n} more"}


def _text(text: str) -> dict[str, str]:
    return {"vi": text, "en": text}


def _leaf(code: str, most: float, **more: Any) -> dict[str, Any]:
    plain = {"code": code, "title": _text(code), "max": most, "curve": {"type": "linear"}, "value": "a.done / a.total"}
    return {**plain, **GROUND, **more}


def _index() -> dict[str, Any]:
    levels = [{"from": 1, "points": 2}, {"from": 2, "points": 4}]
    bands = [
        {"id": "good", "label": _text("Tốt"), "from": 50, "to": 100, "includes": "both"},
        {"id": "weak", "label": _text("Yếu"), "from": 0, "to": 50, "includes": "from"},
    ]
    inner = {"code": "1.2", "title": _text("Nhóm"), "max": 4, **GROUND}
    inner["criteria"] = [_leaf("1.2.1", 4, curve={"type": "count_step", "levels": levels}, value="a.done")]
    field = {"code": "1", "title": _text("Lĩnh vực"), "max": 10, **GROUND}
    field["criteria"] = [_leaf("1.1", 6, lever={"change": {"a.done": 1}, "say": SAY}), inner]
    return {
        "id": "small", "title": _text("Chỉ số"), "note": _text("Để thử"), "total": 10, "coverage_threshold": "80%",
        "not_applicable": "reduce_max", "kinds": ["room"], "bands": {**GROUND, "levels": bands},
        "sources": [{"id": "here", "document": "Bài thử", "seen": "whole"}], "domains": [field],
    }  # fmt: skip


def _problems(raw: dict[str, Any]) -> list[tuple[str, str]]:
    numbers = ("a.done", "a.total", "a.other", "prev.a.done")
    parser = Parser({**dict.fromkeys(numbers, "number"), "rate.r": "percent", "a.share": "percent", "claim.x": "flag"})
    found = index_problems(IndexDef.model_validate(raw), parser, {"outside"})
    return [(".".join(map(str, p.path)), p.message) for p in found]


def _changed(path: str, value: Any) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(json.dumps(_index()))
    node: Any = raw
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in steps:
        node = node[step]
    node[last] = value
    return raw


def test_a_sound_index_has_no_problem() -> None:
    assert _problems(_index()) == []


@pytest.mark.parametrize(
    ("path", "value", "place", "words"),
    [
        ("total", 12, "total", "các lĩnh vực cộng lại được 10 điểm, tổng ghi 12"),
        ("domains/0/criteria/0/max", 5, "domains.0.max", "1: các tiêu chí cộng lại được 9 điểm, điểm tối đa ghi 10"),
        ("domains/0/criteria/1/max", 5, "domains.0.criteria.1.max", "1.2: các tiêu chí cộng lại được 4 điểm"),
        ("domains/0/criteria/0/code", "1.2", "domains.0.criteria.0.code", "'1.2' dùng 2 lần"),
        ("domains/0/criteria/0/value", "a.dine / a.total", "domains.0.criteria.0.value", "không có tên 'a.dine'"),
        ("domains/0/criteria/0/value", "a.done /", "domains.0.criteria.0.value", "không đọc được biểu thức"),
        ("domains/0/criteria/0/not_applicable", "a.total", "domains.0.criteria.0.not_applicable", "điều kiện"),
        ("domains/0/criteria/0/consistent", "a.x <= 1", "domains.0.criteria.0.consistent", "không có tên 'a.x'"),
        ("domains/0/criteria/0/source/act", "nowhere", "domains.0.criteria.0.source.act", "không có nguồn 'nowhere'"),
        ("domains/0/source/act", "nowhere", "domains.0.source.act", "không có nguồn 'nowhere'"),
        ("bands/source/act", "nowhere", "bands.source.act", "không có nguồn 'nowhere'"),
        ("domains/0/criteria/0/lever/change", {"a.x": 1}, "domains.0.criteria.0.lever.change.a.x", "số liệu 'a.x'"),
        ("domains/0/criteria/0/lever/change", {"rate.r": 1}, "domains.0.criteria.0.lever.change.rate.r", "'rate.r'"),
        ("domains/0/criteria/0/lever/say/vi", "thêm", "domains.0.criteria.0.lever.say.vi", "{n}"),
        ("domains/0/criteria/0/lever/change", {"a.done": 0}, "domains.0.criteria.0.lever.change.a.done", "bằng 0"),
        ("domains/0/criteria/0/lever/change", {"a.other": 1}, "domains.0.criteria.0.lever.change", "không lấy lại"),
        ("domains/0/criteria/0/lever/change", {"a.share": 1}, "domains.0.criteria.0.lever.change.a.share", "số đếm"),
        ("domains/0/criteria/0/value", "known(a.done, a.total)", "domains.0.criteria.0.value", "chưa biết"),
        ("domains/0/criteria/0/value", "prev.a.done / a.total", "domains.0.criteria.0.value", "không bao giờ có"),
        ("domains/0/criteria/0/not_applicable", "given(a.done)", "domains.0.criteria.0.not_applicable", "chưa biết"),
        ("domains/0/criteria/0/not_applicable", "claim.x", "domains.0.criteria.0.not_applicable", "không bao giờ có"),
        ("bands/levels/1/id", "good", "bands.levels", "hai xếp loại cùng id 'good'"),
        ("bands/levels/1/to", 40, "bands.levels", "có mức không thuộc xếp loại nào (từ 40 đến 50)"),
        ("bands/levels/0/from", 40, "bands.levels", "cùng nhận một mức (quanh 40)"),
        ("bands/levels/1/includes", "both", "bands.levels", "cùng nhận một mức (quanh 50)"),
        ("bands/levels/0/includes", "to", "bands.levels", "có mức không thuộc xếp loại nào (từ 50 đến 50)"),
        ("bands/levels/0/to", 99, "bands.levels", "chưa tính mức 100"),
        ("bands/levels/1/from", 1, "bands.levels", "chưa tính mức 0"),
    ],
)
def test_a_mistake_is_named_with_its_path(path: str, value: Any, place: str, words: str) -> None:
    found = _problems(_changed(path, value))
    assert any(p == place and words in message for p, message in found), found


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([{"from": 1, "points": 1}], "mức cao nhất được 1 điểm, điểm tối đa của tiêu chí là 4"),
        ([{"from": 1, "points": 4}, {"from": 2, "points": 2}], "lúc tăng lúc giảm"),
        ([{"from": 1, "points": 4}, {"from": 1, "points": 2}], "hai mức bắt đầu từ cùng một giá trị"),
    ],
)
def test_levels_must_make_sense(levels: list[dict[str, Any]], words: str) -> None:
    raw = _changed("domains/0/criteria/1/criteria/0/curve/levels", levels)
    assert any(place.endswith("curve.levels") and words in message for place, message in _problems(raw))


def test_falling_levels_may_start_from_zero() -> None:
    levels = [{"from": 0, "points": 4}, {"from": 1, "points": 2}, {"from": 2, "points": 0}]
    assert _problems(_changed("domains/0/criteria/1/criteria/0/curve/levels", levels)) == []


def test_a_floor_above_the_cap_is_refused() -> None:
    curve = {"type": "capped_linear_with_floor", "floor": "90%", "full_at": "85%"}
    assert "mức sàn" in _problems(_changed("domains/0/criteria/0/curve", curve))[0][1]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("domains/0/criteria/0/basis", "guess"),
        ("domains/0/criteria/0/curve", {"type": "linaer"}),
        ("domains/0/criteria/0/value", None),
        ("coverage_threshold", "120%"),
        ("domains/0/criteria/0/curve", {"type": "capped_linear", "full_at": 85}),
        ("domains/0/criteria/0/curve", {"type": "step", "levels": [{"from": 90, "points": 6}]}),
        ("domains/0/criteria/0/curve", {"type": "deduction", "each": float("inf")}),
        ("domains/0/criteria/0/lever/change", {"a.done": float("nan")}),
        ("coverage_threshold", "tám mươi %"),
        ("domains/0/criteria/0/max", 0),
        ("not_applicable", "ignore"),
    ],
)
def test_the_shape_is_checked(path: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        IndexDef.model_validate(_changed(path, value))


@pytest.mark.parametrize("key", ["basis", "source"])
def test_every_criterion_states_its_ground(key: str) -> None:
    raw = _index()
    del raw["domains"][0]["criteria"][0][key]
    with pytest.raises(ValidationError):
        IndexDef.model_validate(raw)


def test_percent_marks_are_fractions() -> None:
    index = IndexDef.model_validate(_index())
    assert index.coverage_threshold == 0.8


def test_the_shipped_file_says_that_it_is_a_proposal() -> None:
    path = Path(__file__).resolve().parents[2] / "indicators" / "indices" / "rooms-and-units.yaml"
    index = IndexDef.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert "đề xuất" in index.note.vi
    assert {domain.basis for domain in index.domains} == {"sourced"}
