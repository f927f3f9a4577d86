"""What only a process of its own shows: the peak of memory of an engine, and a cold start."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.engines.content import Size
from benchmarks.engines.engine import Engine
from benchmarks.engines.registry import OTHERS, OURS
from benchmarks.engines.timing import once
from benchmarks.engines.workload import figures, workload

ROOT = Path(__file__).resolve().parents[2]
REPORT = "sample_reports/seed-2025-04.yaml"
_TIMES = 7
_ENGINE_CODE = "import sys; from cchc.cli.main import run; sys.argv[0] = 'cchc'; run()"


def peak(engine: type[Engine], size: int) -> tuple[float, float]:
    """Return the peak in MB of a process that runs the engine over so many reports, and what it held before it ran."""
    command = [sys.executable, "-m", "benchmarks.engines", "--child", engine.__name__, str(size)]
    done = subprocess.run(command, cwd=ROOT, env=_environment(), check=True, capture_output=True, text=True)
    before, after = done.stdout.split()[-2:]
    return float(after), float(before)


def child(name: str, size: int) -> None:
    """Run one engine and print what it held before and the peak while it ran, in MB."""
    engine = next(one for one in (*OURS, *OTHERS) if one.__name__ == name)()
    engine.load(workload(Size()))
    taken = engine.take(figures(size))
    before = _megabytes("VmRSS")
    # What was needed to make the data is forgotten: from here on the peak is that of the run.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    engine.run(taken)
    print(before, _megabytes("VmHWM"))
    engine.close()


def _megabytes(what: str) -> float:
    """Return a line of the process's own account; getrusage would also count what its parent held."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024


def cold() -> dict[str, tuple[float, float]]:
    """Return least and median milliseconds of whole processes: Python alone, help, and a check of one report."""
    commands = {
        "Python không làm gì": [sys.executable, "-c", "pass"],
        "cchc --help": [sys.executable, "-c", _ENGINE_CODE, "--help"],
        f"cchc check {REPORT}": [sys.executable, "-c", _ENGINE_CODE, "check", REPORT],
    }
    return {name: _cold(command) for name, command in commands.items()}


def _cold(command: Sequence[str]) -> tuple[float, float]:
    # The first warms the files of the system: what is cold is the process.
    times = [1000 * once(lambda: _quietly(command)) for _ in range(_TIMES + 1)][1:]
    return min(times), median(times)


def _quietly(command: Sequence[str]) -> None:
    code = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, check=False).returncode
    if code > 1:
        raise RuntimeError(f"{' '.join(command)}: mã thoát {code}")


def _environment() -> dict[str, str]:
    own = [str(ROOT / "engine"), str(ROOT)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*own, *filter(None, [os.environ.get("PYTHONPATH")])])}
