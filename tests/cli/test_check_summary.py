"""Many reports in one table as people check them: totals, a line each, rows that cannot be used, stopping and going on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from pyarrow import parquet as pq
from tests.bulk.tables import block_of, every_heading, random_rows, write_csv
from tests.cli.small import call
from tests.conftest import ROOT, SAMPLES

from cchc.packs.pack import Pack

FOR = ("--level", "department", "--province", "Bắc Giang", "--period", "tháng 4/2025")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Row 2 adds up (331 = 325 + 6), row 3 does not (320 + 6), row 4 holds a word, row 5 is empty."""
    path = tmp_path / "bang.csv"
    path.write_text(
        'mã,đơn vị,"Hồ sơ tiếp nhận, tổng số",dossiers.new,dossiers.carried_over\n'
        "a,Sở A,331,325,6\nb,=Sở B,331,320,6\nc,Sở C,nhiều,1,1\n\n",
        encoding="utf-8",
    )
    return path


def test_totals_and_the_rows_that_cannot_be_used(table: Path) -> None:
    done = call("check", table, "--summary", *FOR)
    assert done.exit_code == 2
    assert "Đã kiểm tra 2 báo cáo." in done.stdout
    assert "1 dòng không dùng được." in done.stdout
    assert "1 dòng trống." in done.stdout
    assert "DOS101" in done.stdout
    assert f"{table}, dòng 4, cột 'Hồ sơ tiếp nhận, tổng số': 'nhiều' không phải là một số" in done.stderr


def test_a_line_a_report_for_a_spreadsheet(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "ket-qua.csv"
    assert call("check", table, "--summary", *FOR, "-o", target).exit_code == 2
    frame = pd.read_csv(target, encoding="utf-8-sig")
    assert frame["Dòng"].tolist() == [2, 3]
    assert frame["Đơn vị"].tolist() == ["Sở A", "'=Sở B"]
    assert frame["Kỳ"].tolist() == ["tháng 4/2025"] * 2
    assert frame["Số lỗi"].tolist() == [0, 1]
    assert frame["Mã lỗi"].tolist()[1] == "DOS101"
    assert frame["Kết luận"].tolist()[1] == "Phải sửa trước khi gửi"
    rejects = pd.read_csv(tmp_path / "ket-qua.csv.rejects.csv", encoding="utf-8-sig")
    assert rejects["dòng"].tolist() == [4]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bang.csv", "ket-qua.csv", "ket-qua.csv.rejects.csv"]


def test_a_table_in_order_leaves_no_rejects_and_codes_say_what_was_found(table: Path, tmp_path: Path) -> None:
    lines = table.read_text().splitlines()
    table.write_text("\n".join(lines[:3]) + "\n")
    target = tmp_path / "ket-qua.parquet"
    assert call("check", table, "--summary", *FOR, "-o", target).exit_code == 1
    found = pq.read_table(target).to_pydict()
    assert (found["verdict"][1], found["errors"], found["error_codes"][1]) == ("mend", [0, 1], "DOS101")
    assert not list(tmp_path.glob("*rejects*"))
    assert call("check", table, "--summary", *FOR, "--select", "DOS101", "--fail-on", "error").exit_code == 1
    only = call("check", table, "--summary", *FOR, "--ignore", "DOS101")
    assert "DOS101" not in only.stdout


def test_rows_say_who_they_are_for_themselves_and_english_is_there(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "unit,level,province,period,dossiers.received,dossiers.new,dossiers.carried_over\n"
        "A,sở,Bắc Giang,2025-04,10,4,5\nB,xã,Lào Cai,quý I/2025,9,4,5\n"
    )
    target = tmp_path / "o.csv"
    done = call("check", path, "--summary", "--lang", "en", "-o", target)
    assert "2 reports checked." in done.stdout
    frame = pd.read_csv(target, encoding="utf-8-sig")
    assert frame[["Unit", "Level", "Province", "Errors"]].values.tolist() == [
        ["A", "department", "Bắc Giang", 1],
        ["B", "commune", "Lào Cai", 0],
    ]


def test_all_kinds_of_table_and_ways_to_spread_give_the_same_file(pack: Pack, tmp_path: Path) -> None:
    import pyarrow as pa

    rows, headings = random_rows(pack, 30, seed=1), every_heading(pack)
    first = write_csv(tmp_path / "a.csv", rows, headings)
    block = block_of(rows, headings)
    pq.write_table(pa.table(dict(block.columns)), tmp_path / "a.parquet")
    frames = []
    for source, more in ((first, ()), (tmp_path / "a.parquet", ()), (first, ("--workers", "2"))):
        target = tmp_path / "o.parquet"
        call("check", source, "--summary", "-o", target, *more)
        frames.append(pq.read_table(target).drop_columns("row"))
    assert frames[0].num_rows == 30
    assert frames[0].equals(frames[1])
    assert frames[0].equals(frames[2])


def test_a_folder_keeps_the_parts(table: Path, tmp_path: Path) -> None:
    call("check", table, "--summary", *FOR, "-o", tmp_path / "phan")
    assert sorted(path.name for path in (tmp_path / "phan").iterdir()) == [
        "cchc-run.json", "part-000000.json", "part-000000.parquet", "part-000000.rejects", "rejects.csv",
    ]  # fmt: skip
    again = call("check", table, "--summary", *FOR, "-o", tmp_path / "phan")
    assert "Làm tiếp: đã có 1/1 phần." in again.stderr


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--format", "json"), "--summary không có --format"),
        (("--annotate", "x.docx"), "--annotate không dùng được với --summary"),
        (("-o", "x.xlsx"), "kết quả của bảng lớn là tệp .csv, .parquet hoặc một thư mục"),
        (("--workers", "0"), "--workers cần một số từ 1"),
        (("--profile", "khong-co"), "không có hồ sơ áp dụng"),
        (("--sep", "ab"), "--sep là một dấu"),
    ],
)
def test_calls_that_cannot_be_are_refused(table: Path, more: tuple[str, ...], said: str) -> None:
    done = call("check", table, "--summary", *FOR, *more)
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_result_over_its_own_table_is_refused(table: Path) -> None:
    before = table.read_bytes()
    assert "sẽ ghi đè lên tệp đầu vào" in call("check", table, "--summary", *FOR, "-o", table).stderr
    assert table.read_bytes() == before


def test_options_for_tables_need_summary_and_reports_are_no_tables() -> None:
    seed = SAMPLES / "seed-2025-04.yaml"
    assert "chỉ dùng cùng --summary" in call("check", seed, "--workers", "2").stderr
    assert "bảng lớn phải là tệp .csv" in call("check", seed, "--summary").stderr


def test_stopping_keeps_what_is_done_and_the_same_call_goes_on(pack: Pack, tmp_path: Path) -> None:
    """A real process, stopped as by Ctrl-C while it works, and called again."""
    headings = [heading for n, heading in enumerate(every_heading(pack)) if n < 6 or n % 12 == 0]
    rows = random_rows(pack, 60, seed=8)
    source = write_csv(tmp_path / "lon.csv", rows * 1_200, headings)
    target = tmp_path / "o.csv"
    command = [sys.executable, "-m", "cchc", "check", str(source), "--summary", "-o", str(target)]
    begin = "import sys, time; from cchc.tables import lines, parts; lines._SLICE = 300_000; "
    # However busy the machine is, parts are left when it is stopped.
    slow = "write = parts.Parts.write; parts.Parts.write = lambda *given: (time.sleep(0.2), write(*given))[1]; "
    call_it = "from cchc.cli.main import run; sys.argv[0] = 'cchc'; run()"
    command[1:3] = ["-c", begin + call_it]
    stopped = [*command[:2], begin + slow + call_it, *command[3:]]
    running = subprocess.Popen(stopped, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    parts = tmp_path / "o.csv.parts"
    for _ in range(1_200):
        if len(list(parts.glob("part-*.json"))) >= 2:
            break
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "chạy lại đúng lệnh này để làm tiếp" in said
    assert not target.exists()
    again = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "Làm tiếp: đã có" in again.stderr
    assert len(pd.read_csv(target, encoding="utf-8-sig")) == len(rows) * 1_200
    assert not parts.exists()


def test_a_folder_named_like_a_file_is_refused_before_anything_is_done(table: Path, tmp_path: Path) -> None:
    (tmp_path / "ra.csv").mkdir()
    done = call("check", table, "--summary", *FOR, "-o", tmp_path / "ra.csv")
    assert done.exit_code == 2
    assert "là một thư mục, không phải tệp .csv" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bang.csv", "ra.csv"]


def test_input_parts_are_not_thrown_away_when_the_result_is_to_go_into_their_folder(tmp_path: Path) -> None:
    import pyarrow as pa

    folder = tmp_path / "nguon"
    folder.mkdir()
    pq.write_table(pa.table({"mã": ["a"], "dossiers.new": [1]}), folder / "part-00000-abc.parquet")
    done = call("check", folder, "--summary", *FOR, "-o", folder)
    assert done.exit_code == 2
    assert "đã có tệp khác" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["part-00000-abc.parquet"]


def test_codes_keep_their_leading_zeros_where_all_cells_are_numbers(tmp_path: Path) -> None:
    (tmp_path / "bang.csv").write_text("mã,dossiers.received\n001,331\n1,331\n", encoding="utf-8")
    call("check", tmp_path / "bang.csv", "--summary", *FOR, "-o", tmp_path / "ra.parquet")
    assert pq.read_table(tmp_path / "ra.parquet")["id"].to_pylist() == ["001", "1"]


def test_lines_of_json_that_name_no_figures_do_not_stop_the_others(tmp_path: Path) -> None:
    lines = ["", "[1]", *[""] * 9_000, '{"mã": "a"}', '{"mã": "b", "dossiers.received": "1.331"}']
    (tmp_path / "bang.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = call("check", tmp_path / "bang.jsonl", "--summary", *FOR)
    assert "Đã kiểm tra 2 báo cáo." in done.stdout
    assert "9.001 dòng trống." in done.stdout
    assert "dòng 2: dòng không phải là một đối tượng JSON" in done.stderr


@pytest.mark.parametrize("before", ['{"mã": "a", "dossiers.new": 1}', '{"mã": "a", "dossiers.new": "1"}\n\n'])
def test_a_strange_key_far_below_is_said(tmp_path: Path, before: str) -> None:
    lines = [before] * 9_000 + ['{"mã": "b", "dossiers.newe": 1}']
    (tmp_path / "bang.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = call("check", tmp_path / "bang.jsonl", "--summary", *FOR)
    assert done.exit_code == 2
    assert "'dossiers.newe', có phải 'dossiers.new'?" in done.stderr
    assert "dòng 1" not in done.stderr


def test_a_table_as_excel_saves_it_is_taken_from_its_heading_down(tmp_path: Path) -> None:
    top = "sep=;\nBẢNG TỔNG HỢP BÁO CÁO;;\n;;\n"
    path = tmp_path / "bang.csv"
    path.write_text(f"{top}mã;kỳ;dossiers.new\na;4/2025;1.234\nb;T4/2025;năm\n", encoding="utf-8-sig")
    done = call("check", path, "--summary", *FOR[:4])
    assert "Đã kiểm tra 1 báo cáo." in done.stdout
    assert f"Lưu ý: {path}: bỏ qua dòng 2 ở trên tiêu đề." in done.stderr
    assert f"{path}, dòng 6, cột 'dossiers.new': 'năm' không phải là một số" in done.stderr
    path.write_text(f"{top}mã;kỳ;dossiers.newe\na;4/2025;1\n", encoding="utf-8-sig")
    assert "bang.csv:4: " in call("check", path, "--summary", *FOR[:4]).stderr


@pytest.mark.parametrize("name", ["ra.csv", "ra.parquet", "phan"])
def test_reports_of_one_unit_for_one_period_are_named_and_kept(tmp_path: Path, name: str) -> None:
    """By its id where it has one (`A1` twice for April, once for May), else by its name; other provinces are others."""
    rows = [
        "A1,Sở Y tế,Bắc Giang,4/2025", "a1,Sở Y tế tỉnh,Bắc Giang,tháng 4 năm 2025", "A1,Sở Y tế,Bắc Giang,5/2025",
        ",Sở Nội vụ,Lào Cai,4/2025", ",SỞ NỘI VỤ,Lào Cai,4/2025", ",Sở Nội vụ,Lào Cai,T4/2025", ",Sở Nội vụ,Bắc Giang,4/2025",
    ]  # fmt: skip
    lines = ["mã,đơn vị,tỉnh,kỳ,dossiers.new", *(f"{row},5" for row in rows)]
    (tmp_path / "bang.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = call("check", tmp_path / "bang.csv", "--summary", "--level", "department", "-o", tmp_path / name)
    assert "Đã kiểm tra 7 báo cáo." in done.stdout
    assert "Lưu ý: 2 báo cáo có hơn một dòng" in done.stderr
    assert "  a1, tháng 4/2025: 2 dòng\n  sở nội vụ, tháng 4/2025: 3 dòng\n" in done.stderr


def test_a_row_of_totals_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_text("mã,đơn vị,dossiers.new\na,Cộng Hòa,1\nb,Sở Tổng hợp,2\n,Tổng cộng:,3\nCỘNG,,3\n", encoding="utf-8")
    done = call("check", path, "--summary", *FOR)
    assert done.exit_code == 2
    assert "Đã kiểm tra 2 báo cáo." in done.stdout
    assert f"{path}, dòng 4: dòng tổng, không phải một đơn vị" in done.stderr
    assert f"{path}, dòng 5: dòng tổng, không phải một đơn vị" in done.stderr


def test_a_result_among_the_tables_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bang.csv").write_text("mã,dossiers.new\na,1\n", encoding="utf-8")
    done = call("check", tmp_path, "--summary", *FOR, "-o", tmp_path / "ra.csv")
    assert (done.exit_code, "nằm trong thư mục bảng vào" in done.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["bang.csv"]
