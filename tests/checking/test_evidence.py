"""The sentence of an outcome, made from a small rule set of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cchc.checking.results import check, results
from cchc.formula.template import Template, parse_template
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.model.text import Language, Text
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.resolve import resolve

WORDS = Text(vi="Tiêu đề", en="Title")


def outcome(
    pack: Pack,
    must: str,
    figures: dict[str, Any],
    *,
    when: str | None = None,
    lang: Any = "vi",
    parts: tuple[str, ...] = ("IV",),
    say: str | None = None,
    headings: Sequence[str] = (),
) -> CheckResult:
    parser = pack.vocabulary.parser()
    rule = pack.rules[0].rule.model_copy(
        update={"must": must, "title": WORDS, "say": None, "when": when, "parts": parts, "periods": (), "levels": ()}
    )
    applies = parser.condition(when) if when else None
    template: dict[Language, Template] | None = {"vi": parse_template(say, parser)} if say else None
    one = CompiledRule(rule, "dossiers", str(Path("x.yaml")), 1, applies, parser.condition(must), template)
    small = Pack(**{**pack.__dict__, "rules": (one,)})
    raw = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang",
           "period": {"kind": "month", "year": 2025, "number": 4}, "figures": figures,
           "parts": [{"id": one} for one in headings] or None}  # fmt: skip
    table, matrix = check(small, [resolve(small, Report.model_validate(raw))])
    return results(table, matrix, 0, lang)[0]


SUM = "dossiers.received == dossiers.carried_over + dossiers.new"


@pytest.mark.parametrize(
    ("figures", "expected", "message"),
    [
        ({"dossiers.received": 331, "dossiers.carried_over": 6, "dossiers.new": 325}, "pass", "331 = 6 + 325"),
        ({"dossiers.received": 331, "dossiers.carried_over": 6, "dossiers.new": 320}, "fail", "331 ≠ 6 + 320 = 326 (lệch 5)"),
        ({"dossiers.received": 331, "dossiers.carried_over": 6}, "unknown", "Chưa đủ căn cứ để kết luận: chưa nêu"),
        ({"dossiers.received": [331, 330], "dossiers.carried_over": 6, "dossiers.new": 1}, "unknown", "nhiều giá trị khác nhau"),
    ],
)  # fmt: skip
def test_an_identity_shows_its_terms(pack: Pack, figures: dict[str, Any], expected: str, message: str) -> None:
    result = outcome(pack, SUM, figures)
    assert result.outcome == expected
    assert message in result.message


def test_a_rate_that_misses_its_target_says_by_what(pack: Pack) -> None:
    result = outcome(
        pack,
        "rate.online_uptake >= target.online_uptake",
        {"digital.services_with_dossier": 18, "digital.services_total": 141},
    )
    assert result.message == "12,77% < 90%"
    assert [f.id for f in result.figures] == [
        "digital.services_with_dossier", "digital.services_total", "rate.online_uptake", "target.online_uptake",
    ]  # fmt: skip
    assert [f.shown for f in result.figures] == ["18", "141", "12,77%", "90%"]


def test_a_target_without_a_value_is_said(pack: Pack) -> None:
    result = outcome(
        pack, "rate.online_dossiers >= target.online_dossiers", {"dossiers.new": 5, "dossiers.new_online": 5}
    )
    assert result.outcome == "unknown"
    assert "áp dụng cho kỳ này" in result.message


def test_a_zero_denominator_is_said(pack: Pack) -> None:
    result = outcome(
        pack, "rate.online_uptake >= 0.5", {"digital.services_with_dossier": 0, "digital.services_total": 0}, lang="en"
    )
    assert result.outcome == "unknown"
    assert "zero denominator" in result.message


def test_what_is_not_given_is_named(pack: Pack) -> None:
    result = outcome(pack, "given(dossiers.received) and given(dossiers.new)", {"dossiers.new": 3})
    assert result.outcome == "fail"
    assert result.message == "chưa nêu hồ sơ tiếp nhận, tổng số"


def test_why_a_rule_does_not_apply_is_said(pack: Pack) -> None:
    result = outcome(pack, SUM, {"dossiers.returned": 0}, when="dossiers.returned > 0")
    assert result.outcome == "not_applicable"
    assert result.message == "Chỉ áp dụng khi hồ sơ trả lại tổ chức, cá nhân > 0."


def test_places_are_those_of_the_figures_else_those_of_the_rule(pack: Pack) -> None:
    placed = {
        "dossiers.received": {"value": 1, "at": {"part": "II.2", "quote": "một hồ sơ"}},
        "dossiers.new": 0,
        "dossiers.carried_over": 0,
    }
    assert [p.quote for p in outcome(pack, SUM, placed).places] == ["một hồ sơ"]
    assert [p.part for p in outcome(pack, SUM, {"dossiers.received": 1}).places] == ["IV"]


def test_without_any_place_the_finding_points_to_where_such_figures_belong(pack: Pack) -> None:
    result = outcome(pack, SUM, {"dossiers.received": 1}, parts=())
    assert [p.part for p in result.places] == [pack.figures["dossiers.received"].part]


@pytest.mark.parametrize(
    ("part", "ids", "expected"),
    [
        ("III.3", ["III"], ["III"]),  # what the report does not have cannot be pointed at
        ("III.3", ["III.3"], ["III.3"]),
        ("II.1.d", ["II.2"], ["II"]),
        ("V", ["I", "II"], []),
    ],
)
def test_a_missing_heading_is_pointed_at_where_it_would_stand(
    pack: Pack, part: str, ids: list[str], expected: list[str]
) -> None:
    result = outcome(pack, SUM, {"dossiers.received": 1}, parts=(part,), headings=ids)
    assert [p.part for p in result.places] == expected


def test_missing_headings_are_named_where_they_are_counted(pack: Pack) -> None:
    said = "Phần II còn thiếu {parts.missing_fields} trong sáu lĩnh vực."
    ids = ["II.1", "II.2", "II.3", "II.4", "II.6"]
    result = outcome(pack, "parts.missing_fields == 0", {}, say=said, headings=ids)
    assert result.message == "Phần II còn thiếu 1 trong sáu lĩnh vực: II.5 Cải cách tài chính công"
    assert [p.part for p in result.places] == ["II"]


def test_a_message_says_whether_something_is_stated(pack: Pack) -> None:
    said = "Tổng số TTHC: {given(procedures.managed_total) or given(procedures.own_total)}; số hóa: {given(digitization.rate)}."
    result = outcome(pack, "given(digitization.rate)", {"procedures.own_total": 82}, say=said)
    assert result.message == "Tổng số TTHC: đã nêu; số hóa: chưa nêu."
