"""Findings come in the reading order of the report; the rest stays as it came."""

from itertools import permutations

from tests.triage.results import outcome, place

from cchc.triage.order import by_place

PARTS = ["I", "II", "II.2", "II.6", "III"]


def test_findings_come_as_a_reader_meets_them() -> None:
    expected = [
        outcome("AAA101", "fail", place("mở đầu", "đoạn 1")),
        outcome("AAA102", "fail", place("I")),
        outcome("AAA103", "fail", place("II.2", "đoạn 9")),
        outcome("AAA104", "fail", place("II.2", "đoạn 10"), place("I")),
        outcome("AAA105", "fail", place("II.2", "ngày 1/4/2025, theo lịch")),
        outcome("AAA106", "fail", place("III", "trang 2, đoạn 3")),
        outcome("AAA107", "fail", place("kết thúc", "đoạn 80")),
        outcome("AAA108", "fail"),
    ]
    for order in (expected, expected[::-1], expected[4:] + expected[:4]):
        assert [o.code for o in by_place(order, PARTS)] == [o.code for o in expected]


def test_findings_of_one_place_and_other_outcomes_keep_the_order_of_the_rules() -> None:
    some = [outcome("BBB101", "fail", place("I")), outcome("BBB102", "fail", place("I")), outcome("AAA101", "unknown")]
    for order in permutations(some):
        findings = [o for o in order if o.outcome == "fail"]
        assert by_place(order, PARTS) == (*findings, *(o for o in order if o.outcome != "fail"))
