"""Every command that the README prints works as printed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith(".venv/bin/cchc")]


def test_exactly_two_commands_set_up_a_fresh_machine() -> None:
    assert [line for block in BLOCKS for line in block.splitlines() if line.startswith("make ")] == [
        "make demo",
        "make test",
    ]


def test_the_readme_prints_the_main_commands() -> None:
    assert {line.split()[1] for line in COMMANDS} >= {
        "check",
        "score",
        "explain",
        "rules",
        "figures",
        "indices",
        "schema",
        "template",
        "pack",
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_command(command: str, tmp_path: Path) -> None:
    for name in ("sample_reports", "rules", "indicators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    executable = shutil.which("cchc") or str(ROOT / ".venv/bin/cchc")
    line = command.replace(".venv/bin/cchc", executable)
    done = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    target = re.search(r"-o (\S+)", command)
    assert (tmp_path / target.group(1)).stat().st_size if target else done.stdout
