"""The command as a process: streams that are closed, full or in another encoding; other folders."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT, SAMPLES

CLI = [sys.executable, str(ROOT / "cli.py")]
MENDED = SAMPLES / "mended-2025-04.yaml"


def run(
    command: str, folder: Path = ROOT, changed: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    line = command.replace("cchc", " ".join(f"'{word}'" for word in CLI), 1)
    environment = {**os.environ, **(changed or {})}
    return subprocess.run(["bash", "-c", line], cwd=folder, env=environment, capture_output=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_sentence_and_2() -> None:
    done = run(f"cchc check {MENDED} > /dev/full")
    assert done.returncode == 2
    assert done.stderr.decode() == "Lỗi: không đọc hoặc ghi được kết quả: hết chỗ trên đĩa\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    done = run(f"cchc check {MENDED} --format json --all | head -1")
    assert (done.stdout, done.stderr) == (b"{\n", b"")


@pytest.mark.parametrize("settings", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "40"}])
def test_output_is_utf8_and_plain_whatever_the_console(settings: dict[str, str]) -> None:
    plain, other = run(f"cchc check {MENDED}"), run(f"cchc check {MENDED}", changed=settings)
    assert plain.stdout == other.stdout
    assert "KẾT LUẬN" in other.stdout.decode()
    assert b"\x1b" not in other.stdout


def test_it_runs_from_another_folder_with_names_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "báo cáo (sửa).yaml").write_bytes(MENDED.read_bytes())
    done = run("cchc check 'báo cáo (sửa).yaml'", tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("Sở Công Thương · tháng 4/2025 · báo cáo (sửa).yaml\n")


ENDED = """
import os, signal, sys, time
from threading import Thread
from cchc.cli.main import run

def end():
    while signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGTERM)

Thread(target=end).start()
run(["check", sys.argv[1], "-o", sys.argv[2]])
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_run_that_is_asked_to_end_stops_as_one_that_is_interrupted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "out")
    # Nobody reads the pipe: the run would wait for ever.
    command = [sys.executable, "-c", ENDED, str(MENDED), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.decode().split()) == (2, ["Đã", "dừng."])
