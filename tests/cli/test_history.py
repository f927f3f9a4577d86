"""`cchc history`, `check --history` and `cchc compare` as people call them."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.small import call
from tests.conftest import SAMPLES

FOLDER = SAMPLES / "history"
JANUARY, FEBRUARY, MARCH = (FOLDER / f"2025-0{n}.txt" for n in (1, 2, 3))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "kho.sqlite"


def test_add_list_and_remove_say_what_they_did(store: Path) -> None:
    added = call("history", "add", JANUARY, FEBRUARY, "--store", store)
    assert added.exit_code == 0
    assert "Đã thêm Sở Công Thương, tháng 1/2025: 11 số liệu" in added.stdout
    assert f"Kho báo cáo: {store} (2 báo cáo)" in added.stdout
    assert "Đã có, ghi lại như cũ" in call("history", "add", JANUARY, "--store", store).stdout
    assert "month 1/2025" in call("history", "list", "--store", store, "--lang", "en").stdout
    assert "Đã bỏ Sở Công Thương, tháng 1/2025" in call("history", "remove", "1", "--store", store).stdout
    assert "(1 báo cáo)" in call("history", "list", "--store", store).stdout


def test_another_report_of_the_same_period_is_refused_and_named(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac.txt"
    other.write_text(JANUARY.read_text("utf-8").replace("90 hồ sơ", "91 hồ sơ"), encoding="utf-8")
    call("history", "add", JANUARY, "--store", store)
    refused = call("history", "add", other, "--store", store)
    assert refused.exit_code == 2
    assert "--replace" in refused.stderr
    assert "Đã thay" in call("history", "add", other, "--store", store, "--replace").stdout


def test_what_cannot_be_read_is_said_and_the_rest_is_added(store: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no")
    result = call("history", "add", JANUARY, bad, "--store", store)
    assert result.exit_code == 2
    assert "bad.docx" in result.stderr
    assert "(1 báo cáo)" in call("history", "list", "--store", store).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("history", "list", "--store", "none.sqlite"), "chưa có kho báo cáo"),
        (("history", "add", JANUARY, "--store", "kho.txt"), "phải kết thúc bằng"),
        (("check", JANUARY, "--history", "none"), "không có báo cáo nào dùng được"),
        (("check", JANUARY, "--history", "none.sqlite"), "chưa có kho báo cáo"),
        (("compare", JANUARY, "none.yaml"), "none.yaml"),
    ],
)
def test_a_wrong_call_is_one_sentence(arguments: tuple[str | Path, ...], words: str) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Lỗi: ")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_number_that_is_none_is_said_in_vietnamese(store: Path) -> None:
    assert "tham số SỐ... cần số nguyên" in call("history", "remove", "x", "--store", store).stderr


def test_a_report_is_held_against_a_store_or_a_folder(store: Path) -> None:
    call("history", "add", FOLDER, "--store", store)
    for history in (store, FOLDER):
        result = call("check", MARCH, "--history", history, "--select", "TRD716")
        assert "TRD716" in result.stdout
        assert "Lũy kế: Hồ sơ tiếp nhận mới trong kỳ: 150, báo cáo tháng 2/2025 nêu 160" in " ".join(
            result.stdout.split()
        )
        assert f"Đối chiếu với 7 báo cáo trong {history}" in result.stderr


def test_doubtful_earlier_reports_are_named(tmp_path: Path) -> None:
    for name, text in (("a", "90 hồ sơ"), ("b", "91 hồ sơ")):
        (tmp_path / f"{name}.txt").write_text(JANUARY.read_text("utf-8").replace("90 hồ sơ", text), encoding="utf-8")
    result = call("check", FEBRUARY, "--history", tmp_path, "--select", "TRD701", "--all")
    assert "hai báo cáo khác nhau" in result.stderr
    assert "Chưa đủ số liệu".upper() in result.stdout.upper()


def test_a_comparison_in_each_form() -> None:
    text = call("compare", JANUARY, FEBRUARY)
    assert text.exit_code == 0
    assert "Hai báo cáo khác nhau về kỳ báo cáo" in text.stdout
    assert "The two reports differ in period" in call("compare", JANUARY, FEBRUARY, "--lang", "en").stdout
    document = json.loads(call("compare", JANUARY, FEBRUARY, "--format", "json").stdout)
    jsonschema.validate(document, json.loads(call("schema", "compare").stdout))
    rows = list(csv.DictReader(io.StringIO(call("compare", JANUARY, FEBRUARY, "--format", "csv").stdout)))
    assert len(rows) == len(document["figures"]) + len(document["findings"])
    services = next(row for row in rows if row["Mã"] == "digital.services_total")
    assert (services["Trước"], services["Sau"], float(services["Chênh"])) == ("80", "82", 2)
