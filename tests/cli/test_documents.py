"""Documents checked, answered and scored as people call it; many at once, on all cores, and when one kills its worker."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from tests.cli.small import HEAD, as_text, as_word, call
from tests.conftest import ROOT, SAMPLES

from cchc.batch import Batch
from cchc.model.outcome import Unreadable
from cchc.packs.pack import Pack

DOCUMENTS = SAMPLES / "documents"
UNITS = SAMPLES / "units-2025.csv"


def checked(*arguments: str | Path) -> Any:
    return json.loads(call("check", *arguments, "--format", "json", "--all").stdout)


def test_a_document_is_checked_and_what_was_read_in_it_is_said(tmp_path: Path) -> None:
    path = as_word(tmp_path / "r.docx")
    result = call("check", path)
    assert result.exit_code == 1
    assert "DOS101" in result.stdout
    assert f"{path}: 4 số liệu, 6 đề mục, 2 nhận định, 1 văn bản viện dẫn; 1 con số thấy nhưng" in result.stdout
    assert "'cchc read TỆP'" in result.stdout
    (report,) = checked(path)["reports"]
    (received,) = [o for o in report["outcomes"] if o["code"] == "DOS101"]
    assert received["outcome"] == "fail"
    assert {p["part"] for p in received["places"]} == {"II.2"}


def test_what_a_document_does_not_say_can_be_given(tmp_path: Path) -> None:
    path = as_text(tmp_path / "r.txt", head=("BÁO CÁO", "Công tác cải cách hành chính"))
    silent = call("check", path)
    assert silent.exit_code == 2
    for option in ("--unit", "--level", "--province", "--period"):
        assert option in silent.output
    given = ("--unit", "Sở A", "--level", "department", "--province", "Bắc Giang", "--period", "quý I năm 2025")
    (report,) = checked(path, *given)["reports"]
    assert (report["unit"], report["period"]) == ("Sở A", "quý I/2025")


def test_hints_leave_structured_reports_alone() -> None:
    (report,) = checked(SAMPLES / "mended-2025-04.yaml", "--unit", "Sở Khác", "--period", "tháng 1/2024")["reports"]
    assert (report["unit"], report["period"]) == ("Sở Công Thương", "tháng 4/2025")


def test_remarks_are_written_into_a_copy_of_the_word_file(tmp_path: Path) -> None:
    source, target = as_word(tmp_path / "r.docx"), tmp_path / "mới" / "r.gop-y.docx"
    before = source.read_bytes()
    result = call("check", source, "--annotate", target)
    assert result.exit_code == 1
    assert f"góp ý vào {target}" in result.stderr
    assert source.read_bytes() == before
    answered = Document(str(target))
    assert [p.text for p in answered.paragraphs] == [p.text for p in Document(str(source)).paragraphs]
    (remark,) = [c for c in answered.comments if c.text.startswith("[DOS101]")]
    assert remark.author == "cchc"
    assert "Cách sửa: " in remark.text
    assert "Căn cứ: " in remark.text


def test_remarks_are_only_those_that_were_asked_for(tmp_path: Path) -> None:
    source, target = as_word(tmp_path / "r.docx"), tmp_path / "x.docx"
    call("check", source, "--annotate", target, "--select", "DOS101")
    assert [c.text[:8] for c in Document(str(target)).comments] == ["[DOS101]"]
    call("check", source, "--annotate", target, "--select", "DOS101,DOS102", "--ignore", "DOS101")
    assert not list(Document(str(target)).comments)


def test_many_reports_are_answered_into_a_folder(tmp_path: Path) -> None:
    for name in ("a", "b"):
        as_word(tmp_path / f"{name}.docx")
    as_text(tmp_path / "c.txt")
    result = call("check", tmp_path, "--annotate", tmp_path / "góp ý")
    assert sorted(path.name for path in (tmp_path / "góp ý").iterdir()) == ["a.gop-y.docx", "b.gop-y.docx"]
    assert "c.txt: không phải tệp .docx" in result.stderr
    again = call("check", tmp_path, "--format", "json")
    assert len(json.loads(again.stdout)["reports"]) == 3


def test_a_copy_whose_name_would_be_too_long_leaves_the_others_alone(tmp_path: Path) -> None:
    for name in ("a", "b" * 249, "c"):
        as_word(tmp_path / f"{name}.docx")
    result = call("check", tmp_path, "--annotate", tmp_path / "out")
    assert result.exit_code == 2
    assert "TỔNG HỢP 3 BÁO CÁO" in result.stdout
    assert "tên tệp quá dài" in result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.gop-y.docx", "c.gop-y.docx"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{w}", "--annotate", "{w}"], "ghi đè lên tệp đầu vào"),
        (["{t}", "--annotate", "{out}/x.docx"], "chỉ ghi góp ý được vào báo cáo Word"),
        (["{w}", "{t}", "--annotate", "{out}/x.docx"], "nhận một báo cáo"),
        (["{w}", "--annotate", "{t}/x.docx"], "không ghi được"),
    ],
)
def test_answers_that_cannot_be_written_are_refused(tmp_path: Path, arguments: list[str], message: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    names = {"t": as_text(tmp_path / "r.txt"), "w": as_word(tmp_path / "w.docx"), "out": out}
    before = names["w"].read_bytes()
    result = call("check", *(argument.format(**names) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.output
    assert (names["w"].read_bytes(), list(out.iterdir())) == (before, [])


def spoiled(folder: Path) -> Sequence[str]:
    """Put files that cannot be read into a folder and return their names."""
    (folder / "1-trống.docx").write_bytes(b"")
    (folder / "2-ảnh.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    (folder / "3-cụt.docx").write_bytes((DOCUMENTS / "so-y-te-nam-2024.docx").read_bytes()[:3000])
    (folder / "4-mất.txt").symlink_to(folder / "không có")
    (folder / "5-mã.txt").write_bytes("Số hồ sơ".encode("utf-16-le") + b"\xff\xfe\x00\xd8")
    (folder / "6-hỏng.yaml").write_text("unit: [", encoding="utf-8")
    return [path.name for path in sorted(folder.iterdir())]


def test_unreadable_files_are_listed_and_the_others_go_on(tmp_path: Path) -> None:
    bad = spoiled(tmp_path)
    as_word(tmp_path / "7-tốt.docx")
    for command in ("check", "read"):
        result = call(command, tmp_path, "--format", "json")
        assert result.exit_code == 2
        document = json.loads(result.stdout)
        assert [Path(r["file"]).name for r in document["reports"]] == ["7-tốt.docx"]
        assert [Path(u["file"]).name for u in document["unreadable"]] == bad
        assert all(len(u["error"].splitlines()) == 1 and u["file"] in u["error"] for u in document["unreadable"])
        assert "Traceback" not in result.output


def many(folder: Path) -> list[Path]:
    """Return nine documents and two files that cannot be read, in order."""
    for n in range(8):
        as_text(folder / f"{n}.txt", head=(*HEAD[:-1], f"Công tác cải cách hành chính tháng {n + 1}/2025"))
    as_word(folder / "8.docx")
    (folder / "3x.docx").write_bytes(b"x")
    (folder / "9.yaml").write_text("unit: [", encoding="utf-8")
    return sorted(folder.iterdir())


def test_the_number_of_workers_changes_nothing(tmp_path: Path, pack: Pack) -> None:
    files = many(tmp_path)
    ticks: list[tuple[int, int]] = []
    alone, together = (list(Batch(pack, workers=n, tick=lambda *t: ticks.append(t)).open([tmp_path])) for n in (1, 2))
    assert alone == together
    assert [item.file for item in alone] == [str(path) for path in files]
    assert [isinstance(item, Unreadable) for item in alone].count(True) == 2
    assert ticks == [(n, len(files)) for n in range(1, len(files) + 1)] * 2


DEADLY = """
import os, signal, sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from cchc import workers
from cchc.model.extraction import Hints
from cchc.model.outcome import Unreadable
from cchc.opening import attempt
from cchc.packs.load import load_pack

ROOT, FOLDER = Path(sys.argv[1]), Path(sys.argv[2])

def die_on_five(path):
    if path.endswith("5.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return attempt(Path(path), *workers._worker["own"])

class Deadly(workers.Workers):
    work = staticmethod(die_on_five)

if __name__ == "__main__":
    for item in Deadly(load_pack(ROOT), Hints(), 2).open(sorted(FOLDER.iterdir())):
        print(Path(item.file).name, getattr(item, "error", "") if isinstance(item, Unreadable) else "")
"""


def test_a_file_that_kills_its_worker_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    files = many(tmp_path / "in")
    script = tmp_path / "deadly.py"
    script.write_text(DEADLY, encoding="utf-8")
    command = [sys.executable, str(script), str(ROOT), str(tmp_path / "in")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert list(said) == [path.name for path in files]
    assert "bị dừng giữa chừng" in said["5.txt"]
    assert [name for name, error in said.items() if error.strip()] == ["3x.docx", "5.txt", "9.yaml"]


ORPHANING = """
import os, signal, sys, time
from pathlib import Path
from cchc import workers
from cchc.model.extraction import Hints
from cchc.packs.load import load_pack

def outlive(path):
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)

class Orphaning(workers.Workers):
    work = staticmethod(outlive)

if __name__ == "__main__":
    list(Orphaning(load_pack(Path(sys.argv[1])), Hints(), 2).open([Path("a.txt"), Path("b.txt")]))
"""


def test_workers_end_with_the_run_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "orphaning.py"
    script.write_text(ORPHANING, encoding="utf-8")
    # Workers that go on hold the pipes, so that the call would not come back.
    done = subprocess.run([sys.executable, str(script), str(ROOT)], capture_output=True, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Ghi chú"
    notes.append(["Bảng do văn phòng lập"])
    sheet = book.create_sheet("Đơn vị")
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def scored(*arguments: str | Path) -> Any:
    result = call("score", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_units_in_a_workbook_are_scored_like_those_in_a_csv(tmp_path: Path) -> None:
    heading = [
        "Mã",
        "Đơn vị",
        "Loại",
        "direction.plan_total",
        "direction.plan_done",
        "digital.satisfaction_rate",
        "tự chấm:1.1",
    ]
    rows: list[list[Any]] = [
        ["VP", "Văn phòng", "phòng", 20, 18, "98,5%", 4],
        ["KH", "Phòng Kế hoạch", "phòng", 10, 10, None, None],
    ]
    path = workbook(tmp_path / "units.xlsx", [heading, *rows])
    book = openpyxl.load_workbook(path)
    book["Đơn vị"]["F2"].value, book["Đơn vị"]["F2"].number_format = 0.985, "0.0%"
    book.save(path)
    table = tmp_path / "units.csv"
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in [heading, *rows]]
    table.write_text("\n".join(lines), encoding="utf-8")
    assert scored(path) == scored(table)


def test_a_fault_in_a_workbook_is_named_by_row_and_heading(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "u.xlsx", [["mã", "đơn vị", "loại", "direction.plan_total"], ["A", "Phòng A", "phòng", "mười"]]
    )
    result = call("score", path)
    assert result.exit_code == 2
    assert f"{path}:2: direction.plan_total: 'mười' không phải là một số" in result.output


def test_reports_are_scored_a_unit_each(tmp_path: Path) -> None:
    as_word(tmp_path / "so-a.docx")
    shutil.copy(SAMPLES / "mended-2025-04.yaml", tmp_path / "so-b.yaml")
    (tmp_path / "x.docx").write_bytes(b"x")
    result = call("score", tmp_path, "--format", "json")
    assert result.exit_code == 2
    assert "x.docx" in result.stderr
    units = {unit["id"]: unit for unit in json.loads(result.stdout)["units"]}
    assert set(units) == {"so-a", "so-b"}
    assert (units["so-a"]["name"], units["so-a"]["remark"]) == ("Sở Công Thương", "tháng 4/2025")


def test_figures_of_others_and_of_other_times_do_not_count_for_the_unit(tmp_path: Path) -> None:
    head = "unit: Chi cục A\nlevel: attached_unit\nprovince: Hà Nam\nperiod: {kind: year, year: 2025}\nfigures:\n"
    plan = "  direction.plan_total: 12\n  direction.plan_regular: 2\n  direction.plan_done:\n"
    own = tmp_path / "own.yaml"
    own.write_text(
        f"{head}{plan}    - 9\n    - {{value: 1, scope: cấp xã}}\n    - {{value: 2, span: year_to_date}}\n", "utf-8"
    )
    twice = tmp_path / "twice.yaml"
    twice.write_text(f"{head}{plan}    - 9\n    - 7\n", "utf-8")
    first, second = scored(own, twice)["units"]
    assert first["kind"] == "sub_department"
    (done,) = [c for c in first["criteria"] if c["code"] == "1.1"]
    assert done["value"] == pytest.approx(0.9)
    (unsure,) = [c for c in second["criteria"] if c["code"] == "1.1"]
    assert unsure["state"] == "unknown"
    assert "nêu nhiều giá trị khác nhau" in second["remark"]


def test_a_table_and_reports_are_scored_apart(tmp_path: Path) -> None:
    report = as_text(tmp_path / "r.txt")
    text = call("score", UNITS, report).stdout
    assert text == call("score", UNITS).stdout + "\n" + call("score", report).stdout
    result = call("score", UNITS, report, "--format", "csv")
    assert result.exit_code == 2
    assert "một bảng mỗi lần" in result.output


def test_results_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("cũ", encoding="utf-8")
    assert call("check", SAMPLES / "seed-2025-04.yaml", "--format", "json", "-o", target).exit_code == 1
    assert json.loads(target.read_text(encoding="utf-8"))["reports"]
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
