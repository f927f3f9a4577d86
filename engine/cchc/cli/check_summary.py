"""`cchc check --summary`: many reports in tables, a line each, and totals."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cchc.cli import options
from cchc.cli.progress import Progress
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from collections import Counter

    from cchc.app import CheckOptions
    from cchc.bulk.check_task import CheckTask
    from cchc.bulk.runs import Runner
    from cchc.bulk.tables_run import Target
    from cchc.model.outcome import Severity
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack
    from cchc.tables.block import Table

_STOPPED = 130


@dataclass(frozen=True)
class Spread:
    """Over what a run is spread: processes of this machine, or a Dask cluster."""

    workers: int | None
    dask: str | None

    def runner(self) -> "Runner":
        """Return what makes the parts."""
        from cchc.bulk.runs import dask, here, processes

        count = self.workers if self.workers is not None else 1
        if count < 1:
            raise UsageError(f"--workers cần một số từ 1, đang ghi {count}")
        if self.dask is not None:
            return dask(self.dask, self.workers or os.cpu_count() or 1)
        return here if count == 1 else processes(count)


def summarized(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--summary` to the check: the tables are then judged by columns, and not one by one."""

    @click.option(
        "--summary",
        is_flag=True,
        help="Bảng có mỗi báo cáo một dòng (CSV, Parquet, JSON lines, không giới hạn số dòng): mỗi báo cáo một dòng kết quả.",
    )
    @click.option("--workers", metavar="SỐ", type=int, help="--summary: số tiến trình chạy song song; mặc định 1.")
    @click.option(
        "--dask", metavar="ĐỊA_CHỈ", help="--summary: chạy trên cụm Dask (tcp://máy:8786), hoặc 'local' trên máy này."
    )
    @wraps(command)
    def wrapped(summary: bool, workers: int | None, dask: str | None, **given: Any) -> None:
        if not summary:
            if workers is not None or dask is not None:
                raise UsageError("--workers và --dask chỉ dùng cùng --summary")
            command(**given)
            return
        _summary(Spread(workers, dask), given)

    return wrapped


_NOT_HERE = {
    "baseline": "--baseline", "write_baseline": "--write-baseline", "suppress": "--suppress", "history": "--history",
    "annotate": "--annotate", "unit": "--unit",
}  # fmt: skip


def _summary(spread: Spread, given: Mapping[str, Any]) -> None:
    from cchc.app import CheckOptions, open_pack
    from cchc.packs.resolve import find_profile

    if wrong := next((option for name, option in _NOT_HERE.items() if given[name] is not None), None):
        raise UsageError(f"{wrong} không dùng được với --summary")
    if given["form"] != "text":
        raise UsageError(
            "--summary không có --format; hãy chọn dạng bằng tên tệp: -o ket-qua.csv hoặc -o ket-qua.parquet"
        )
    pack = open_pack(given["content"])
    hints = options.make_hints(None, given["level"], given["province"], given["period"])
    as_of = options.day(given["as_of"])
    chosen = CheckOptions(given["lang"], given["select"], given["ignore"], given["profile"], as_of, hints)
    if chosen.profile is not None:
        find_profile(pack, chosen.profile)
    shape = options.csv_shape(given["sep"], given["decimal"])
    counts = summarize(pack, given["reports"], chosen, given["output"], shape, spread, every=given["every"])
    sys.exit(_code(counts, given["fail_on"]))


def _code(counts: Mapping[str, int], fail_on: "Severity") -> int:
    """Return 2 where rows could not be used, 1 for findings of the level or nothing that could be concluded, else 0."""
    if counts["rejected"] or not counts["rows"]:
        return 2
    from cchc.model.outcome import SEVERITIES

    reached = SEVERITIES[SEVERITIES.index(fail_on) :]
    return int(bool(counts["verdict:undecided"] or any(counts[f"reports:{severity}"] for severity in reached)))


def summarize(
    pack: "Pack", paths: Sequence[Path], chosen: "CheckOptions", output: Path | None, shape: "CsvShape", spread: Spread, *, every: bool
) -> "Counter[str]":  # fmt: skip
    """Check the reports of tables, print the totals and return them; exit with 130 where the user stops the run."""
    from cchc.bulk.tables_run import Target, Watch, run_tables
    from cchc.output.bulk_text import totals_text
    from cchc.tables.source import open_tables

    tables, target = open_tables(paths), Target(output)
    if output is not None:
        options.refuse_inputs("-o", output, [table.path for table in tables])
    task = _task(pack, tables, chosen, target, shape)
    with Progress() as progress:
        watch = Watch(lambda there, of: click.echo(f"Làm tiếp: đã có {there}/{of} phần.", err=True), progress)
        try:
            outcome = run_tables(task, tables, target, spread.runner(), watch)
        except KeyboardInterrupt:
            _stopped(target)
    titles = {rule.rule.code: rule.rule.title.get(chosen.lang) for rule in pack.rules}
    click.echo(totals_text(outcome.counts, titles, chosen.lang, every=every), nl=False)
    if outcome.counts["rejected"]:
        click.echo("\n".join(_rejected(outcome.rejects, target, outcome.counts)), err=True)
    return outcome.counts


def _stopped(target: "Target") -> NoReturn:
    kept = "; các phần đã xong được giữ lại, chạy lại đúng lệnh này để làm tiếp" if target.path else ""
    click.echo(f"Đã dừng{kept}.", err=True)
    sys.exit(_STOPPED)


def _rejected(rows: Sequence[Sequence[str]], target: "Target", counts: Mapping[str, int]) -> list[str]:
    where = f"ghi đủ ở {target.rejects}" if target.rejects else "dùng -o để ghi đủ ra tệp"
    shown = [
        f"  {file}, dòng {row}{f', cột {column!r}' if column else ''}: {why}" for file, row, column, _, why in rows
    ]
    more = ["  ..."] if counts["rejected"] > len(rows) else []
    return [f"Lỗi: {counts['rejected']} dòng không dùng được; {where}:", *shown, *more]


def _task(
    pack: "Pack", tables: Sequence["Table"], chosen: "CheckOptions", target: "Target", shape: "CsvShape"
) -> "CheckTask":
    from cchc.bulk.check_block import VERDICTS
    from cchc.bulk.check_rows import HEADINGS
    from cchc.bulk.check_task import COMPILE_FROM, CheckTask
    from cchc.bulk.kinds import default_key
    from cchc.bulk.task import content_digest
    from cchc.output.words import verdict_words
    from cchc.tables.writing import Shape

    text, words = target.suffix == ".csv", verdict_words(chosen.lang)
    return CheckTask(
        content=pack.root.resolve(),
        digest=content_digest(pack.root),
        shape=Shape(target.suffix, tuple(HEADINGS[chosen.lang]) if text else (), shape.sep, shape.decimal),
        default=default_key(chosen.hints),
        profile=chosen.profile,
        as_of=chosen.as_of,
        select=chosen.select,
        ignore=chosen.ignore,
        lang=chosen.lang,
        verdicts=tuple(words[name] for name in VERDICTS) if text else VERDICTS,
        compiled=sum(table.rows for table in tables) >= COMPILE_FROM,
    )
