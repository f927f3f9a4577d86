"""A million reports, and a million units, from Parquet to results: rows a second, peak memory, where the time goes.

python benchmarks/tables.py [--rows 1000000] [--workers 2]

Each way runs in a process of its own. The shares come from a run that keeps the time of each step and is a little slower.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import parquet as pq

ROOT = Path(__file__).resolve().parent.parent
BLOCK = 131_072
PORTAL = ROOT / "tests/data/qd766-month.csv"


def make_reports(rows: int, target: Path) -> None:
    """Write reports of 114 figures that a month or a quarter needs, 2 % of the cells blank, over twelve months."""
    from cchc.app import open_pack

    pack = open_pack(ROOT)
    names = [f for f in pack.figures.values() if f.required in ("month", "quarter")]
    writer: Any = None
    for start in range(0, rows, BLOCK):
        rng = np.random.default_rng([7, start])
        size = min(BLOCK, rows - start)
        columns: dict[str, Any] = {
            "mã": pa.array([f"dv{n}" for n in range(start, start + size)]),
            "đơn vị": _few(["Sở Công Thương", "Sở Y tế", "Sở Tài chính"], rng, size),
            "kỳ": _few([f"2025-{month:02}" for month in range(1, 13)], rng, size),
        }
        for figure in names:
            blank = rng.random(size) < 0.02
            if figure.kind == "percent":
                columns[figure.id] = pa.array(np.round(2 + 98 * rng.random(size), 1), mask=blank)
            else:
                columns[figure.id] = pa.array(rng.integers(0, 40, size), mask=blank)
        table = pa.table(columns)
        writer = writer or pq.ParquetWriter(target, table.schema)
        writer.write_table(table)
    writer.close()


def make_units(rows: int, target: Path) -> None:
    """Write the counts of the portal's test data again and again, each unit with an id of its own."""
    import pandas as pd

    few = pd.read_csv(PORTAL, comment="#")
    units = few[few.iloc[:, 2] != few.iloc[0, 2]]
    writer: Any = None
    for start in range(0, rows, BLOCK):
        size = min(BLOCK, rows - start)
        frame = units.iloc[np.arange(start, start + size) % len(units)].copy()
        frame[few.columns[0]] = [f"u{n}" for n in range(start, start + size)]
        table = pa.Table.from_pandas(frame, preserve_index=False)
        writer = writer or pq.ParquetWriter(target, table.schema)
        writer.write_table(table)
    writer.close()


def _few(words: list[str], rng: np.random.Generator, size: int) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(rng.integers(0, len(words), size).astype(np.int8)), words)


CHECK = ["check", "--summary", "--level", "department", "--province", "Bắc Giang"]
SCORE = ["score", "--summary"]
_RUN = """
import json, resource, sys, time
start = time.perf_counter()
from cchc.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
# What getrusage says of a process is at least what its parent had when it began.
own = next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(json.dumps([time.perf_counter() - start, own, below]))
"""


def timed(command: list[str], source: Path, target: Path, workers: int) -> tuple[float, int, int]:
    """Return seconds of a whole run, start and all, and the peak memory of it and of its largest worker in MB."""
    more = ["--workers", str(workers)] if workers > 1 else []
    call = [sys.executable, "-c", _RUN, command[0], str(source), *command[1:], "-o", str(target), *more]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, own, below = json.loads(done.stdout.splitlines()[-1])
    return seconds, own, below


def shares(command: list[str], source: Path, folder: Path) -> dict[str, float]:
    """Return the seconds of each step of a run in this process."""
    from click.testing import CliRunner

    from cchc.bulk import check_block, check_task, score_rows, score_task, tables_run, unit_rows
    from cchc.bulk import task as bulk_task
    from cchc.cli.main import main
    from cchc.tables.writing import PartWriter

    spent: defaultdict[str, float] = defaultdict(float)

    def kept(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            result = function(*given, **named)
            spent[step] += time.perf_counter() - start
            return result

        return run

    def kept_each(function: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def run(*given: Any) -> Iterator[Any]:
            blocks = function(*given)
            while (block := kept("reading the file", next)(blocks, None)) is not None:
                yield block

        return run

    steps = (
        (check_task, "report_rows", "cells to figures"), (check_block.Checker, "check", "checking"),
        (check_task, "record_batch", "lines of the result"), (unit_rows.UnitRows, "read", "cells to figures"),
        (score_task, "score_columns", "scoring"), (score_rows.ScoreShape, "batch", "lines of the result"),
        (PartWriter, "add", "writing"), (tables_run, "join", "joining the parts"),
    )  # fmt: skip
    setattr(bulk_task, "read_slice", kept_each(getattr(bulk_task, "read_slice")))  # noqa: B009, B010
    for owner, name, step in steps:
        setattr(owner, name, kept(step, getattr(owner, name)))
    start = time.perf_counter()
    CliRunner().invoke(main, [command[0], str(source), *command[1:], "-o", str(folder / "shares.parquet")])
    spent["start and the rest"] = time.perf_counter() - start - sum(spent.values())
    return dict(spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shares", nargs=2, metavar=("WHAT", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    commands = {"check": CHECK, "score": SCORE}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.shares:
            print(json.dumps(shares(commands[given.shares[0]], Path(given.shares[1]), folder)))
            return
        print("| | rows/s | seconds | peak MB | largest worker MB |\n|---|---|---|---|---|")
        for what, make in (("check", make_reports), ("score", make_units)):
            source = folder / f"{what}.parquet"
            make(given.rows, source)
            runs = [(1, ".parquet"), (1, ".csv"), (given.workers, ".parquet")]
            for workers, suffix in runs:
                seconds, own, below = timed(commands[what], source, folder / f"{what}-out{suffix}", workers)
                shown = f"{what}, {workers} process{'es' if workers > 1 else ''}, Parquet to {suffix[1:]}"
                print(
                    f"| {shown} | {given.rows / seconds:,.0f} | {seconds:.1f} | {own} | {below if workers > 1 else ''} |"
                )
            call = [sys.executable, __file__, "--shares", what, str(source)]
            spent = json.loads(subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT).stdout)
            whole = sum(spent.values())
            parts = (
                f"{step} {100 * part / whole:.0f} %" for step, part in sorted(spent.items(), key=lambda one: -one[1])
            )
            print(f"\n{what}: {', '.join(parts)}\n")


if __name__ == "__main__":
    main()
