"""The command `cchc register` as a user calls it."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.small import call
from tests.conftest import ROOT

HEAD = "Mã hồ sơ;Đơn vị;Kênh tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Kết quả\n"
ROWS = (
    "A;Phòng 1;Cổng DVC quốc gia;13/4/2025 08:00;20/4/2025;14/4/2025 09:00;\n"
    "B;Phòng 1;;13/4/2025 08:00;20/4/2025;21/4/2025 09:00;\n"
    "C;Phòng 2;Trực tiếp;20/3/2025;20/4/2025;;\n"
    "D;Phòng 2;Trực tiếp;31/4/2025;;;\n"
    "=E;Phòng 2;quầy;13/4/2025;20/4/2025;;\n"
)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("so.csv")
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return path


def test_figures_and_what_could_not_be_used_are_printed(register: Path) -> None:
    result = call("register", register, "--period", "2025-04", "--by", "unit")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "SỔ HỒ SƠ 1/4/2025 – 30/4/2025 (hết ngày cuối là thời điểm chốt)"
    assert lines[1] == "1 tệp, 5 dòng: 3 dòng dùng được, 2 dòng bị loại"
    assert lines[2] == "Sổ có hồ sơ tiếp nhận trong 20/3/2025 – 13/4/2025"
    assert "1: ngày không có trong lịch" in lines
    assert "Hồ sơ tiếp nhận, tổng số 3 dossiers.received" in lines
    assert "Hồ sơ tiếp nhận mới trực tuyến 1 – 2 dossiers.new_online" in lines
    assert any(line.startswith("thiếu cột 'Mức độ hài lòng': Lượt đánh giá mức độ hài lòng") for line in lines)
    assert "Phòng 1 2 2 1 – 2 2 1 0 0" in lines
    assert "Phòng 2 1 0 0 0 0 1 1" in lines
    assert "lấy số liệu 15/3/2025 – 14/4/2025" in result.stderr
    with Path("register-rejects.csv").open(encoding="utf-8-sig") as file:
        rejects = list(csv.reader(file))[1:]
    assert [row[:6] for row in rejects] == [
        ["so.csv", "5", "D", "Ngày tiếp nhận", "31/4/2025", "impossible_date"],
        ["so.csv", "6", "'=E", "Kênh tiếp nhận", "quầy", "unknown_word"],
    ]


def test_a_register_of_another_period_is_said_to_be_one(register: Path) -> None:
    said = "Không hồ sơ nào được tiếp nhận trong khoảng đang đếm"
    assert said in call("register", register, "--period", "2025-05").stdout
    assert said in call("register", register, "--period", "2025-02", "--format", "csv").stderr
    assert said not in call("register", register, "--period", "2025-03").stdout


@pytest.mark.parametrize("how", [["--period", "2025-04"], ["--period", "2025-04", "--channel", "direct"]])
def test_nothing_to_count_is_not_zero(register: Path, how: list[str]) -> None:
    register.write_text(HEAD, encoding="utf-8")
    result = call("register", register, *how)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "so.csv: có tiêu đề mà không có dòng hồ sơ nào" in result.stderr
    assert not Path("register-rejects.csv").exists()
    register.write_text(HEAD + "D;Phòng 2;Trực tiếp;31/4/2025;;;\nE;;;;;;\n", encoding="utf-8")
    result = call("register", register, *how, "-o", "ra.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "(1 dòng ô phải có mà để trống; 1 dòng ngày không có trong lịch); hãy xem ra-rejects.csv" in result.stderr
    assert not Path("ra.txt").exists()
    with Path("ra-rejects.csv").open(encoding="utf-8-sig") as file:
        assert [row[1] for row in csv.reader(file)] == ["Dòng", "2", "3"]


def test_english_is_english(register: Path) -> None:
    result = call("register", register, "--period", "2025-04", "--lang", "en", "--by", "channel")
    assert "REGISTER OF DOSSIERS 2025-04-01 – 2025-04-30" in result.stdout
    assert "Dossiers received, total" in result.stdout
    assert "National portal" in result.stdout
    assert "no column 'Fee (đồng)'" in result.stdout
    assert "a date that does not exist" in result.stdout


def test_json_has_both_ends_of_every_figure_of_every_group(register: Path) -> None:
    call("register", register, "--window", "1/4/2025..30/4/2025", "--by", "unit", "--format", "json", "-o", "o.json")
    found = json.loads(Path("o.json").read_text(encoding="utf-8"))
    assert found["window"] == {"from": "2025-04-01", "to": "2025-04-30"}
    assert (found["rows"], found["used"], found["rejected"]) == (5, 3, {"impossible_date": 1, "unknown_word": 1})
    assert [(group["by"], group["name"]) for group in found["groups"]] == [
        (None, ""),
        ("unit", "Phòng 1"),
        ("unit", "Phòng 2"),
    ]
    assert found["groups"][0]["figures"]["dossiers.new_online"] == {"low": 1, "high": 2, "missing_column": None}
    assert found["groups"][0]["figures"]["digital.fee_dossiers"] == {"low": None, "high": None, "missing_column": "fee"}
    assert Path("o-rejects.csv").exists()


def test_csv_takes_the_marks_of_a_vietnamese_excel(register: Path) -> None:
    result = call("register", register, "--period", "2025-04", "--format", "csv", "--sep", ";", "--decimal", ",")
    rows = {row[2]: row for row in csv.reader(StringIO(result.stdout), delimiter=";")}
    assert rows["dossiers.new_online"][4:7] == ["", "1", "2"]
    assert rows["sq.processing_days"][4] == "4,54"  # (1 day 1 hour + 8 days 1 hour) / 2


def test_the_report_is_one_that_can_be_checked(register: Path) -> None:
    of = ("--unit", "Phòng 1", "--level", "department", "--province", "Bắc Giang")
    how = ("--window", "15/3/2025..14/4/2025", "--period", "2025-04", "--format", "report", "--by", "unit")
    assert call("register", register, *how, *of, "-o", "bao-cao.yaml").exit_code == 0
    text = Path("bao-cao.yaml").read_text(encoding="utf-8")
    assert "  dossiers.received: {value: 2, at: II.2}\n" in text
    assert "dossiers.new_online" not in text  # it is not certain
    checked = json.loads(call("check", "bao-cao.yaml", "--format", "json").stdout)
    (report,) = checked["reports"]
    assert report["unit"] == "Phòng 1"


def test_a_mapping_is_written_and_used(register: Path) -> None:
    assert call("register", register, "--write-mapping", "m.yaml").exit_code == 0
    mapping = Path("m.yaml")
    mapping.write_text(mapping.read_text(encoding="utf-8") + "values:\n  channel: {direct: [Quầy]}\n", encoding="utf-8")
    result = call("register", register, "--period", "2025-04", "--mapping", "m.yaml")
    assert "5 dòng: 4 dòng dùng được, 1 dòng bị loại" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("so.csv",), "cần --period 2025-04 hoặc --window"),
        (("so.csv", "--window", "15/3/2025"), "--window cần hai ngày"),
        (("so.csv", "--window", "14/4/2025..15/3/2025"), "--window: khoảng số liệu đi lùi"),
        (("so.csv", "--period", "tháng 13"), "--period cần một kỳ"),
        (("so.csv", "--period", "2025-04", "--format", "report"), "dạng report cần --period, --unit"),
        (("so.csv", "--period", "2025-04", "--memory", "lots"), "--memory cần một lượng như 1GB"),
        (("so.csv", "--period", "2025-04", "-o", "so.csv"), "sẽ ghi đè lên tệp đầu vào"),
        (("so.csv", "--period", "2025-04", "--rejects", "so.csv"), "sẽ ghi đè lên tệp đầu vào"),
        (("so.csv", "--period", "2025-04", "--temp", "so.csv"), "không tạo được thư mục tạm"),
        (("none.csv", "--period", "2025-04"), "none.csv: không có tệp này"),
        (("so.csv", "--period", "2025-04", "--by", "unit", "--format", "report", "--unit", "Phòng 3", "--level", "room",
          "--province", "Bắc Giang"), "không có đơn vị 'Phòng 3', có phải 'Phòng"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_sentence_and_leaves_nothing(
    register: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = call("register", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["so.csv"]
    assert register.read_text(encoding="utf-8") == HEAD + ROWS


def test_a_stop_in_the_middle_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    rows = "".join(f"H{n};Phòng {n % 900};Trực tiếp;13/4/2025 08:00;20/4/2025;;\n" for n in range(400_000))
    path.write_text(HEAD + rows, encoding="utf-8")
    temp = tmp_path / "temp"
    call_ = [
        sys.executable,
        "-m",
        "cchc",
        "register",
        str(path),
        "--period",
        "2025-04",
        "--temp",
        str(temp),
        "-o",
        "o.json",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine")}
    with subprocess.Popen(call_, cwd=tmp_path, stderr=subprocess.PIPE, env=environment) as process:
        while process.poll() is None and not (temp.is_dir() and any(temp.glob("*/register.duckdb"))):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode("utf-8").strip() == "Đã dừng theo yêu cầu; không ghi gì dở dang, tệp tạm đã xóa."
    assert sorted(one.name for one in tmp_path.iterdir()) == ["so.csv", "temp"]
    assert list(temp.iterdir()) == []
