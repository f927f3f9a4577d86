"""Conditions told to people: sentences written by hand for what each formula asks."""

import pytest

from cchc.formula.parse import Kind, Parser
from cchc.formula.prose import Teller
from cchc.formula.quantities import Names
from cchc.model.text import Language

KINDS: dict[str, Kind] = {
    **dict.fromkeys(("a", "b", "c", "t", "ytd.a", "prev.a", "gaps.count"), "number"),
    **dict.fromkeys(("p", "rate.x", "target.x"), "percent"),
    **dict.fromkeys(("sent", "due"), "date"),
    **dict.fromkeys(("ok", "weak", "part.I"), "flag"),
}
LABELS = {
    "a": "Số A", "b": "Số B", "c": "Số C", "t": "Tổng", "p": "Tỷ lệ P", "rate.x": "Tỷ lệ X", "target.x": "Chỉ tiêu X", "sent": "Ngày gửi",
    "due": "Hạn gửi", "ok": "Có dấu kết thúc", "weak": "báo cáo nêu hạn chế", "part.I": "mục I Chỉ đạo", "gaps.count": "Số chỗ hở",
}  # fmt: skip
DENIALS = {"weak": "báo cáo không nêu hạn chế", "gaps.count": "không có chỗ hở"}


def told(formula: str, lang: Language = "vi") -> list[tuple[int, str]]:
    names = Names(KINDS, LABELS.__getitem__, DENIALS)
    return list(Teller(names, lang).tell(Parser(KINDS).condition(formula)).lines())


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        ("a == b + c", "“Số A” bằng “Số B” + “Số C”"),
        ("a <= 3", "“Số A” không quá 3"),
        ("a <= 0", "“Số A” bằng 0"),
        ("a >= 0", "“Số A” không âm"),
        ("ceil(a) == a", "“Số A” là số nguyên"),
        ("p >= 0.1", "“Tỷ lệ P” từ 10% trở lên"),
        ("a / b >= 0.3", "tỷ lệ “Số A” trên “Số B” từ 30% trở lên"),
        ("a >= 0.05 * b", "“Số A” không thấp hơn 5% × “Số B”"),
        ("rate.x >= target.x", "“Tỷ lệ X” (tính từ số liệu) không thấp hơn “Chỉ tiêu X”"),
        ("sent <= due", "“Ngày gửi” không muộn hơn “Hạn gửi”"),
        ("given(a)", "báo cáo nêu “Số A”"),
        ("not given(a)", "báo cáo không nêu “Số A”"),
        ("given(a) or given(ytd.a)", "báo cáo nêu “Số A” (của kỳ hoặc tính từ đầu năm)"),
        ("given(a) and a > 0", "“Số A” lớn hơn 0"),
        ("a >= prev.a", "“Số A” không thấp hơn “Số A” của kỳ trước"),
        ("0 <= p <= 1", "“Tỷ lệ P” nằm trong khoảng từ 0% đến 100%"),
        ("implies(given(a), a <= b)", "nếu báo cáo nêu “Số A” thì số ấy không lớn hơn “Số B”"),
        ("not weak or given(a)", "nếu báo cáo nêu hạn chế thì báo cáo nêu “Số A”"),
        ("implies(given(a) and a == 1, p < 0.1)", "nếu “Số A” bằng 1 thì “Tỷ lệ P” nhỏ hơn 10%"),
        ("not weak", "báo cáo không nêu hạn chế"),
        ("ok", "có dấu kết thúc"),
        ("part.I", "báo cáo có mục I Chỉ đạo"),
        ("gaps.count == 0", "không có chỗ hở"),
        ("gaps.count >= 1", "có chỗ hở"),
        ("known(a, b) >= 0", "báo cáo nêu ít nhất một trong các số liệu: “Số A”; “Số B”"),
        ("known(a, b) <= t", "tổng các số đã nêu trong (“Số A”; “Số B”) không lớn hơn “Tổng”"),
        ("abs(a - b) <= 3", "mức chênh giữa “Số A” và “Số B” không quá 3"),
        ("given(a) and (a >= 30 or a >= b)", "“Số A” từ 30 trở lên, hoặc “Số A” không thấp hơn “Số B”"),
        ("matches(p, a / b)", "“Tỷ lệ P” khớp với tỷ lệ “Số A” trên “Số B”"),
        ("weak or a == 1", "báo cáo nêu hạn chế, hoặc “Số A” bằng 1"),
    ],
)
def test_a_condition_in_one_sentence(formula: str, sentence: str) -> None:
    assert told(formula) == [(0, sentence)]


def test_a_sum_whose_terms_may_be_missing_is_told_as_the_whole_sum() -> None:
    formula = "known(a, b) <= t and (known(a, b) == t or a + b == t)"
    assert told(formula) == [(0, "“Số A” + “Số B” bằng “Tổng”")]


def test_an_alternative_that_only_makes_the_outcome_unknown_is_not_told() -> None:
    formula = "(given(a) and matches(p, a / t)) or (not given(a) and matches(p, a / t))"
    assert told(formula) == [(0, "“Tỷ lệ P” khớp với tỷ lệ “Số A” trên “Tổng”")]


def test_and_within_or_stands_in_a_list_so_that_nobody_has_to_guess_what_belongs_together() -> None:
    assert told("a == 1 or (b == 1 and c == 1)") == [
        (0, "ít nhất một trong những điều sau:"),
        (1, "“Số A” bằng 1"),
        (1, "“Số B” bằng 1, và “Số C” bằng 1"),
    ]


def test_negation_goes_inside() -> None:
    assert told("not (a < 0 or ceil(a) != a)") == [(0, "“Số A” không âm, và “Số A” là số nguyên")]


def test_english() -> None:
    assert told("implies(given(a), a <= 3)", "en") == [
        (0, "if the report states “Số A”, then that figure is at most 3")
    ]
