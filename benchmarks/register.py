"""How fast a register is counted, and the memory it takes, beside plain pandas on a tenth of it.

python -m benchmarks.register [--rows 10000000]

Registers are made by benchmarks/registers.py; each way runs in a process of its own.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.registers import Register, write

ROOT = Path(__file__).resolve().parent.parent
MEMORY = "1GB"
_ENGINE = """
import json, sys, time
from datetime import date
from pathlib import Path
start = time.perf_counter()
from cchc.model.register import Window
from cchc.register.options import RegisterOptions
from cchc.register.register import open_register
with open_register([Path(sys.argv[1])], Path(sys.argv[2]), None, RegisterOptions(memory=sys.argv[3])) as register:
    loaded = time.perf_counter()
    recount = register.figures(Window(date(2025, 4, 1), date(2025, 4, 30)), "unit")
    counted = time.perf_counter()
peak = next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
new = recount.whole.figures["dossiers.new"].value
print(json.dumps([loaded - start, counted - loaded, peak, len(recount.groups), new]))
"""
# Six figures by unit, as one would write them in pandas; waiting for supplements is left out.
_PANDAS = """
import json, sys, time
start = time.perf_counter()
import pandas as pd
frame = pd.read_parquet(sys.argv[1])
loaded = time.perf_counter()
first, last = pd.Timestamp("2025-04-01"), pd.Timestamp("2025-04-30 23:59")
received, due, finished = (frame[name] for name in ("received", "due", "finished"))
new, ended = received.between(first, last), finished <= last
here = new | ((received < first) & ~(finished < first))
online = frame["channel"].isin(["Cổng DVC tỉnh", "Cổng DVC quốc gia"])
table = pd.DataFrame({
    "new": new, "received": here, "online": new & online, "resolved": here & ended, "late": here & ended & (finished > due),
    "overdue": here & ~ended & (due < last),
}).groupby(frame["unit"]).sum()
counted = time.perf_counter()
peak = next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([loaded - start, counted - loaded, peak, len(table), int(table["new"].sum())]))
"""


def timed(code: str, *given: str) -> tuple[float, float, int, int, int]:
    """Return seconds to load and to count, peak memory in MB, groups, and new dossiers."""
    call = [sys.executable, "-c", code, *given]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
    loaded, counted, peak, groups, new = json.loads(done.stdout)
    return loaded, counted, peak, groups, new


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000_000)
    rows = parser.parse_args().rows
    print(
        "| | rows | seconds to load | seconds to count | peak MB | groups | new dossiers |\n|---|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as name:
        for suffix in ("parquet", "csv"):
            source = Path(name) / f"register.{suffix}"
            write(Register(rows), source)
            _line(f"cchc register, {suffix}", rows, timed(_ENGINE, str(source), str(ROOT), MEMORY))
            source.unlink()
        few = Path(name) / "few.parquet"
        write(Register(rows // 10), few)
        _line("cchc register, parquet", rows // 10, timed(_ENGINE, str(few), str(ROOT), MEMORY))
        _line("pandas, six of the figures", rows // 10, timed(_PANDAS, str(few)))


def _line(what: str, rows: int, found: tuple[float, float, int, int, int]) -> None:
    loaded, counted, peak, groups, new = found
    print(f"| {what} | {rows:,} | {loaded:.1f} | {counted:.1f} | {peak} | {groups} | {new:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
