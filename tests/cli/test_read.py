"""`cchc read` as people call it: tables, JSON by its schema, CSV, and structured reports that `cchc check` takes again."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.small import BODY, HEAD, as_text, as_word, call
from tests.conftest import SAMPLES

DOCUMENTS = SAMPLES / "documents"
WORD = DOCUMENTS / "so-tu-phap-thang-5-2025.docx"
EVERY_FORMAT = ("so-y-te-nam-2024.docx", "so-giao-duc-quy-3-2024.pdf", "so-nong-nghiep-thang-4-2025.html",
                "so-ke-hoach-9-thang-2024.txt", "so-khoa-hoc-thang-3-2025.xlsx")  # fmt: skip


def read(*arguments: str | Path) -> Any:
    result = call("read", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def outcomes(path: Path, *more: str) -> dict[str, tuple[str, str]]:
    document = json.loads(call("check", path, "--format", "json", "--all", *more).stdout)
    (report,) = document["reports"]
    return {o["code"]: (o["outcome"], o["message"]) for o in report["outcomes"]}


def test_the_json_follows_its_schema_in_every_format() -> None:
    files = [DOCUMENTS / name for name in EVERY_FORMAT]
    document = read(*files, SAMPLES / "seed-2025-04.yaml")
    jsonschema.validate(document, json.loads(call("schema", "read").stdout))
    assert [report["file"] for report in document["reports"]] == [*map(str, files), str(SAMPLES / "seed-2025-04.yaml")]
    assert all(report["figures"] and report["unit"] and report["period"] for report in document["reports"])


def test_the_json_says_what_was_read_and_where(tmp_path: Path) -> None:
    (report,) = read(as_text(tmp_path / "r.txt"))["reports"]
    assert (report["unit"], report["level"], report["province"]) == ("Sở Công Thương", "department", "Hà Nam")
    month = {"kind": "month", "year": 2025, "number": 4}
    assert report["period"] == {**month, "data_from": None, "data_to": None}
    assert [part["id"] for part in report["parts"]] == ["I", "II", "II.2", "III", "III.2", "IV"]
    figures = {figure["id"]: figure for figure in report["figures"]}
    received = figures["dossiers.received"]
    assert (received["value"], received["unit"], received["scope"], received["period"]) == (331, "hồ sơ", "own", month)
    assert received["place"]["part"] == "II.2"
    assert "331" in received["quote"]
    assert not received["approximate"]
    rate = figures["dossiers.on_time_rate"]
    assert (rate["value"], rate["unit"], rate["printed"]) == (0.9938, "fraction", "99,38%")
    (left,) = report["not_taken"]
    assert (left["printed"], left["reason"]) == ("1.500", "no_label")
    assert left["reason_text"].startswith("không thấy chữ nào")
    assert [s["kind"] for s in report["statements"]] == ["weakness", "task"]
    assert [(c["number"], c["issued"]) for c in report["citations"]] == [("04/KH-SCT", "2025-01-20")]
    assert (report["document"]["number"], report["document"]["issued"]) == ("45/BC-SCT", "2025-04-16")
    assert "dossiers.pending" in report["missing"]
    assert "dossiers.received" not in report["missing"]


def test_figures_of_the_year_so_far_and_of_other_periods_name_their_own_period(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    text = (
        "unit: Sở A\nlevel: department\nprovince: Hà Nam\nperiod: {kind: month, year: 2025, number: 4}\nfigures:\n"
        "  dossiers.received:\n    - 10\n    - {value: 40, span: year_to_date}\n"
        "    - {value: 30, span: other, period: {kind: quarter, year: 2025, number: 1}}\n    - {value: 7, span: other}\n"
    )
    path.write_text(text, encoding="utf-8")
    (report,) = read(path)["reports"]
    assert [(f["value"], f["period"]) for f in report["figures"]] == [
        (10, {"kind": "month", "year": 2025, "number": 4}),
        (40, {"kind": "year_to_date", "year": 2025}),
        (30, {"kind": "quarter", "year": 2025, "number": 1}),
        (7, None),
    ]


def test_the_text_has_tables_with_places(tmp_path: Path) -> None:
    result = call("read", as_word(tmp_path / "r.docx"))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Sở Công Thương · tháng 4/2025 · ")
    assert lines[1].startswith("Đã đọc 4/")
    for heading in ("ĐỀ MỤC (6)", "SỐ LIỆU (4)", "THẤY NHƯNG KHÔNG LẤY LÀM SỐ LIỆU (1)", "VĂN BẢN VIỆN DẪN (1)"):
        assert heading in lines
    (row,) = [line for line in lines if "Hồ sơ tiếp nhận, tổng số" in line]
    assert "331 hồ sơ" in row
    assert f"II.2 (đoạn {len(HEAD) + BODY.index(BODY[4]) + 1})" in row
    assert "chắc" in row


def test_english_output_has_no_vietnamese_words_of_ours(tmp_path: Path) -> None:
    text = call("read", as_text(tmp_path / "r.txt"), "--lang", "en").stdout
    assert "FIGURES (4)" in text
    for word in ("SỐ LIỆU", "Đã đọc", "chắc", "của đơn vị", "trong kỳ"):
        assert word not in text


def test_the_csv_has_a_line_for_what_was_read_left_and_not_found(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    as_text(tmp_path / "r.txt")
    (tmp_path / "x.pdf").write_bytes(b"not a pdf")
    assert call("read", tmp_path / "r.txt", tmp_path / "x.pdf", "--format", "csv", "-o", target).exit_code == 2
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    states = {row["Tình trạng"] for row in rows}
    assert states == {"Đã đọc", "Thấy nhưng không lấy", "Chưa thấy", "Không đọc được tệp"}
    (received,) = [r for r in rows if r["Mã số liệu"] == "dossiers.received" and r["Tình trạng"] == "Đã đọc"]
    assert (received["Giá trị"], received["Như in"], received["Đơn vị tính"]) == ("331.0", "331", "hồ sơ")


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_document_and_its_structured_report_are_checked_alike(tmp_path: Path, name: str) -> None:
    target = tmp_path / "report.yaml"
    assert call("read", DOCUMENTS / name, "-o", target).exit_code == 0
    assert outcomes(target) == outcomes(DOCUMENTS / name)


def test_many_reports_are_written_into_a_folder_each_under_its_own_name(tmp_path: Path) -> None:
    for unit in ("so-a", "so-b"):
        as_text(tmp_path / unit / "bao-cao.txt")
    as_word(tmp_path / "so-c.docx")
    result = call("read", tmp_path, "-o", f"{tmp_path / 'yaml'}/")
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (tmp_path / "yaml").iterdir())
    assert names == ["so-a_bao-cao.yaml", "so-b_bao-cao.yaml", "so-c.yaml"]
    assert len(json.loads(call("check", tmp_path / "yaml", "--format", "json").stdout)["reports"]) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{r}", "{w}", "-o", "{out}/x.yaml"], "nhận một báo cáo"),
        (["{r}", "--format", "json", "-o", "{out}/x.yaml"], "không dùng cùng --format json"),
        (["{r}", "-o", "{r}"], "ghi đè lên tệp đầu vào"),
        (["{r}", "--period", "tháng tư"], "--period cần một kỳ có năm"),
        (["{r}", "--period", "tháng 4"], "--period cần một kỳ có năm"),
        (["{r}", "--level", "sở"], "chỉ nhận một trong: department"),
        (["{out}/*.docx"], "không có tệp nào khớp"),
        (["{out}/missing.docx"], "không có tệp này"),
        (["{out}"], "không có báo cáo nào"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path, arguments: list[str], message: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    names = {"r": as_text(tmp_path / "r.txt"), "w": as_word(tmp_path / "w.docx"), "out": out}
    before = names["r"].read_bytes()
    result = call("read", *(argument.format(**names) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output
    assert (names["r"].read_bytes(), list(out.iterdir())) == (before, [])


def test_a_document_without_unit_or_period_still_comes_out_with_a_warning(tmp_path: Path) -> None:
    path = as_text(tmp_path / "r.txt", head=("BÁO CÁO", "Công tác cải cách hành chính"))
    result = call("read", path, "--format", "json")
    assert result.exit_code == 0
    (report,) = json.loads(result.stdout)["reports"]
    assert (report["unit"], report["level"], report["period"]) == (None, None, None)
    received = next(f for f in report["figures"] if f["id"] == "dossiers.received")
    assert (received["value"], received["period"]) == (331, None)
    assert "--unit" in result.stderr
    assert report["warnings"][-1] in result.stderr
    yaml_too = call("read", path, "-o", tmp_path / "r.yaml")
    assert yaml_too.exit_code == 2
    assert "--period" in yaml_too.output
    assert not (tmp_path / "r.yaml").exists()


def test_a_pattern_is_expanded_where_the_shell_has_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.docx"):
        (as_word if name.endswith("docx") else as_text)(tmp_path / name)
    document = read(tmp_path / "*.txt")
    assert [Path(report["file"]).name for report in document["reports"]] == ["a.txt", "b.txt"]


def test_warnings_about_a_file_are_on_stderr() -> None:
    result = call("read", WORD)
    assert "Track Changes" in result.stderr
    assert "Track Changes" not in result.stdout


def test_a_number_with_a_comma_is_shown_as_printed(tmp_path: Path) -> None:
    shown = call("read", as_text(tmp_path / "bao-cao.txt", (*HEAD, "Thứ hai, 07/01/2019 | 1,906 lượt đọc")))
    assert shown.exit_code == 0, shown.output
    assert "1,906" in shown.stdout
