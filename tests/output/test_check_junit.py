"""JUnit XML by the schema of Jenkins; counts are those of the cases."""

import re
from collections import Counter

from lxml import etree
from tests.conftest import ROOT
from tests.output.small_run import written

from cchc.output.check_junit import CheckJunit
from cchc.output.run import Run

XSD = etree.XMLSchema(etree.parse(str(ROOT / "tests/data/schemas/junit-10.xsd")))


def suites() -> etree._Element:
    run = Run()
    root = etree.fromstring(written(run, CheckJunit(run, "vi")).encode())
    XSD.assertValid(root)
    return root


def kind(case: etree._Element) -> str:
    return case[0].tag if len(case) else "passed"


def test_a_suite_a_report_and_a_case_a_rule() -> None:
    first, second, third = suites()
    assert first.get("name") == "Sở Mẫu · tháng 4/2025 · thư mục/báo cáo %1.txt"
    assert [(case.get("name", "")[:6], kind(case)) for case in first] == [
        ("DOS101", "failure"), ("DOS102", "skipped"), ("DOS103", "skipped"), ("DOS401", "skipped"),
        ("DOS801", "skipped"), ("DOS104", "passed"),
    ]  # fmt: skip
    assert [kind(case) for case in second] == ["passed"]
    assert [kind(case) for case in third] == ["error"]
    for suite in (first, second, third):
        counted = Counter(kind(case) for case in suite)
        assert [suite.get(n) for n in ("tests", "failures", "errors", "skipped")] == [
            str(n) for n in (len(suite), counted["failure"], counted["error"], counted["skipped"])
        ]


def test_what_is_skipped_says_why() -> None:
    said = [case[0].get("message", "") for case in suites()[0] if kind(case) == "skipped"]
    assert [re.split(r": 331", text)[0] for text in said] == [
        "Đã bỏ qua: máy đọc sai báo cáo; đọc nhầm; quyết định bởi người thẩm định", "Đã biết", "Chưa đủ số liệu",
        "Không áp dụng",
    ]  # fmt: skip


def test_a_failure_has_its_severity_place_quote_and_fix() -> None:
    failure = suites()[0][0][0]
    assert failure.get("type") == "error"
    text = failure.text or ""
    assert text.startswith("Lỗi: ")
    assert "I (dòng 3): “331 hồ sơ”" in text
    assert text.endswith("Đối chiếu lại.")
    assert 'a"<&>\ufffd\ufffd\ufffd 50%' in text
