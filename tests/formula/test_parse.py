import pytest

from cchc.formula import tree as t
from cchc.formula.parse import FormulaError, Parser

PARSER = Parser({"a.x": "number", "a.y": "number", "p.r": "percent", "f.g": "flag", "d.one": "date", "d.two": "date"})


def test_chained_comparison_is_a_conjunction() -> None:
    assert PARSER.condition("0 <= a.x <= 3") == t.And(
        (t.Compare("<=", t.Number(0), t.Name("a.x")), t.Compare("<=", t.Name("a.x"), t.Number(3)))
    )


def test_implication_is_not_first_or_second() -> None:
    assert PARSER.condition("implies(f.g, a.x == 1)") == t.Or(
        (t.Not(t.Flag("f.g")), t.Compare("==", t.Name("a.x"), t.Number(1)))
    )


def test_names_in_reading_order_each_once() -> None:
    assert t.names(PARSER.condition("a.y == a.x + a.y or given(p.r)")) == ("a.y", "a.x", "p.r")


def test_a_name_only_asked_whether_given_needs_no_value() -> None:
    assert t.values_needed(PARSER.condition("given(p.r) and a.x == 1")) == ("a.x",)


def test_difference_of_dates_is_a_number_of_days() -> None:
    assert PARSER.condition("d.one - d.two <= 90")
    assert PARSER.condition("d.one + 3 <= d.two")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a.z == 1", "không có tên 'a.z'"),
        ("__import__('os').system('true')", "hàm"),
        ("a.x.__class__", "không có tên"),
        ("(lambda: 1)()", "hàm"),
        ("[a.x for a in b]", "không phải là một điều kiện"),
        ("a.x", "không phải là một điều kiện"),
        ("a.x + 1", "không phải là một điều kiện"),
        ("f.g + 1 > 2", "không dùng như một số"),
        ("d.one > 3", "không so sánh được ngày với số"),
        ("d.one * 2 > d.two", "không tính được phép"),
        ("3 - d.one == 1", "không lấy số trừ ngày"),
        ("matches(a.x, 1)", "không phải là một tỷ lệ"),
        ("a.x is 1", "chỉ so sánh được"),
        ("a.x == True", "không phải là một số"),
        ("a.x == 'x'", "không phải là một số"),
        ("abs(a.x, a.y) == 1", "tham số"),
        ("a.x ==", "không đọc được"),
        ("a.x ** 2 == 4", "không phải là một số"),
        ("max(*a.x) == 1", "không phải là một số"),
        ("given(a.x, a.y)", "không phải là một điều kiện"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_language_is_refused(text: str, part: str) -> None:
    with pytest.raises(FormulaError, match=part.replace("(", r"\(")):
        PARSER.condition(text)


def test_the_nearest_name_is_suggested() -> None:
    parser = Parser(PARSER.kinds, lambda _: "a.x")
    with pytest.raises(FormulaError, match=r"có phải 'a\.x'"):
        parser.condition("a.xx == 1")
