"""Workflow commands: one line a finding, and no text of a report can begin a command of its own."""

from tests.output.small_run import written

from cchc.output.check_github import CheckGithub
from cchc.output.run import Run


def lines() -> list[str]:
    run = Run()
    return written(run, CheckGithub(run, "vi")).split("\n")


def test_a_line_a_finding_and_one_for_each_unreadable_file() -> None:
    first, second, third, missing, rest = lines()
    assert first.startswith("::error file=thư mục/báo cáo %251.txt,title=DOS101 Tổng bằng các phần,line=3::a")
    assert second.startswith(
        "::notice file=thư mục/báo cáo %251.txt,title=DOS102 Tổng bằng các phần::Đã bỏ qua: máy đọc"
    )
    assert third.startswith("::notice file=thư mục/báo cáo %251.txt,title=DOS103 Tổng bằng các phần::Đã biết%0A331")
    assert missing.startswith("::error file=hỏng.docx,title=Không đọc được::hỏng.docx: không đọc được a")
    assert rest == ""


def test_what_a_report_says_stays_in_its_line() -> None:
    first = lines()[0]
    assert "50%25 đúng%0D%0Ahạn: , ]]> ::error::x" in first
    assert "\r" not in first
    assert "\x01" not in first


def test_commas_and_colons_of_a_name_do_not_end_the_field() -> None:
    from tests.triage.results import outcome, report

    from cchc.output.run import ReportShort

    run = Run()
    result = report(outcome(), file="C:/a,b.txt")
    text = CheckGithub(run, "en").part(result)
    run.checked.append(ReportShort.of(result))
    assert text.startswith("::error file=C%3A/a%2Cb.txt,title=DOS101 ")
