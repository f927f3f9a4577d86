"""Rules by reports: every mark is the outcome, and forty reports still fit a page."""

import csv
import io
import re

from tests.output.small_run import written
from tests.triage.results import outcome, report

from cchc.model.outcome import ReportResult, Unreadable
from cchc.output.check_matrix import CheckMatrix, CheckMatrixCsv
from cchc.output.csv_text import CsvShape
from cchc.output.run import ReportShort, Run

NUMBERED = re.compile(r"^\s+(\d+)  ", re.MULTILINE)


def forty() -> list[ReportResult]:
    """DOS101 fails in every second report, DOS102 in one; DOS103 never does."""
    return [
        report(
            outcome("DOS101", "fail" if n % 2 else "pass", severity="warning"),
            outcome("DOS102", "fail" if n == 39 else "unknown"),
            outcome("DOS103", "pass"),
            unit=f"Sở số {n}",
            file=f"{n}.txt",
        )
        for n in range(40)
    ]


def text(results: list[ReportResult] | None = None) -> str:
    run = Run()
    return written(run, CheckMatrix(run, "vi"), results)


def test_marks_of_a_small_run() -> None:
    table = text().partition("\n\n")[0].splitlines()
    assert [line.split() for line in table] == [
        ["Mã", "Mức", "Số", "BC", "1", "2"],
        ["DOS101", "Lỗi", "1", "x", "."],
        ["DOS102", "Cảnh", "báo", "1", "o"],
        ["DOS103", "Lưu", "ý", "1", "o"],
        ["Cộng", "3", "3", "0"],
    ]


def test_forty_reports_are_readable() -> None:
    shown = text(forty())
    assert max(len(line) for line in shown.splitlines()) <= 120
    head = [line for line in shown.splitlines() if line.startswith("Mã")]
    assert [n for line in head for n in re.findall(r"\d+", line)] == [str(n) for n in range(1, 41)]
    gravest = [line.split()[:3] for line in shown.splitlines() if line.startswith("DOS")]
    assert gravest[:2] == [["DOS102", "Lỗi", "1"], ["DOS101", "Cảnh", "báo"]]
    assert "DOS103" not in shown
    marks = [mark for line in shown.splitlines() if line.startswith("DOS101") for mark in line.split()[4:]]
    assert marks == [".", "x"] * 20
    assert NUMBERED.findall(shown.partition("BÁO CÁO\n")[2]) == [str(n) for n in range(1, 41)]


def test_the_csv_has_a_column_a_report() -> None:
    run = Run()
    written_ = written(run, CheckMatrixCsv(run, "vi", CsvShape()), forty())
    rows = list(csv.DictReader(io.StringIO(written_.removeprefix("\ufeff"))))
    assert [row["Mã"] for row in rows] == ["DOS102", "DOS101", "Cộng"]
    assert rows[0]["Sở số 39 · tháng 4/2025 · 39.txt"] == "Cần xem lại"
    assert rows[0]["Sở số 38 · tháng 4/2025 · 38.txt"] == "Chưa đủ số liệu"
    assert [rows[2][f"Sở số {n} · tháng 4/2025 · {n}.txt"] for n in (0, 1, 39)] == ["0", "1", "2"]
    assert rows[2]["Số BC"] == "21"
    assert {row["hỏng.docx"] for row in rows} == {"KHÔNG ĐỌC ĐƯỢC"}


def test_a_settled_finding_is_told_apart() -> None:
    run = Run()
    rows = list(csv.reader(io.StringIO(written(run, CheckMatrixCsv(run, "vi", CsvShape())))))
    assert [row[4:] for row in rows[2:4]] == [["Đã biết hoặc đã bỏ qua", "", "KHÔNG ĐỌC ĐƯỢC"]] * 2


def test_nothing_to_mend_is_said() -> None:
    run = Run()
    form = CheckMatrix(run, "vi")
    result = report(outcome("DOS101", "pass"))
    form.part(result)
    run.checked.append(ReportShort.of(result))
    assert form.closing().startswith("Không có phát hiện nào.\n")


def test_nothing_is_said_to_be_in_order_where_no_report_could_be_read() -> None:
    run = Run(unreadable=[Unreadable(file="a.docx", error="a.docx: tệp rỗng")])
    assert CheckMatrix(run, "vi").closing() == "KHÔNG ĐỌC ĐƯỢC\n  a.docx: tệp rỗng\n"
