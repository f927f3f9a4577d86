"""Runs over big tables: over what they are spread, what is told while they last, what is left of one that is stopped."""

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

    from cchc.bulk.runs import Runner
    from cchc.bulk.tables_run import Target
    from cchc.bulk.task import Task
    from cchc.tables.block import Table

_STOPPED = 130


@dataclass(frozen=True)
class Spread:
    """Over what a run is spread: processes of this machine, or a Dask cluster."""

    workers: int | None
    dask: str | None

    def refuse(self) -> None:
        """Raise `UsageError` where a run that is none of tables is to be spread."""
        if self.workers is not None or self.dask is not None:
            raise UsageError("--workers và --dask chỉ dùng cùng --summary")

    def runner(self) -> "Runner":
        """Return what makes the parts."""
        from cchc.bulk.runs import dask, here, processes

        count = self.workers if self.workers is not None else 1
        if count < 1:
            raise UsageError(f"--workers cần một số từ 1, đang ghi {count}")
        if self.dask is not None:
            return dask(self.dask, self.workers or os.cpu_count() or 1)
        return here if count == 1 else processes(count)


_OPTIONS = (
    click.option(
        "--summary", is_flag=True,
        help="Bảng lớn (CSV, Parquet, JSON lines, không giới hạn số dòng): mỗi dòng một kết quả, chạy theo phần, làm tiếp được.",
    ),
    click.option("--workers", metavar="SỐ", type=int, help="--summary: số tiến trình chạy song song; mặc định 1."),
    click.option(
        "--dask", metavar="ĐỊA_CHỈ", help="--summary: chạy trên cụm Dask (tcp://máy:8786), hoặc 'local' trên máy này."
    ),
)  # fmt: skip


def summarized(
    summary: Callable[[Spread, Mapping[str, Any]], NoReturn],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what adds `--summary`, and over what such a run is spread, to a command; `summary` is then run in its stead."""

    def add(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def wrapped(workers: int | None, dask: str | None, **given: Any) -> None:
            spread = Spread(workers, dask)
            if given.pop("summary"):
                summary(spread, given)
            spread.refuse()
            command(**given)

        added: Callable[..., None] = wrapped
        for option in reversed(_OPTIONS):
            added = option(added)
        return added

    return add


def only_here(given: Mapping[str, Any], refused: Mapping[str, str]) -> None:
    """Raise `UsageError` for an option that a run over tables has no use for, and for a format."""
    if wrong := next((option for name, option in refused.items() if given[name] not in (None, False)), None):
        raise UsageError(f"{wrong} không dùng được với --summary")
    if given["form"] != "text":
        raise UsageError(
            "--summary không có --format; hãy chọn dạng bằng tên tệp: -o ket-qua.csv hoặc -o ket-qua.parquet"
        )


def opened(paths: Sequence[Path], output: Path | None) -> "tuple[list[Table], Target]":
    """Return the tables and where their result goes; raise `UsageError` where it would go over one of them."""
    from cchc.bulk.headings import names_columns
    from cchc.bulk.tables_run import Target
    from cchc.tables.source import open_tables

    if output is not None:
        _refuse_inside(output, paths)
    tables, target = open_tables(paths, names_columns), Target(output)
    for table in tables:
        if table.titles:
            click.echo(
                f"Lưu ý: {table.path}: bỏ qua dòng {', '.join(map(str, table.titles))} ở trên tiêu đề.", err=True
            )
    if output is not None:
        options.refuse_inputs("-o", output, [table.path for table in tables])
    return tables, target


def _refuse_inside(output: Path, paths: Sequence[Path]) -> None:
    """Raise `UsageError` where the next run would read the result as one of its tables."""
    from cchc.tables.source import KINDS

    folders = [path.resolve() for path in paths if path.is_dir()]
    if output.suffix.lower() in KINDS and output.resolve().parent in folders:
        raise UsageError(f"{output} nằm trong thư mục bảng vào, lần sau sẽ bị đọc như bảng vào; hãy ghi ra nơi khác")


def run(task: "Task", tables: "Sequence[Table]", target: "Target", spread: Spread) -> "Counter[str]":
    """Make the result, name the first rows that could not be used, return the counts; exit with 130 where it is stopped."""
    from cchc.bulk.tables_run import Watch, run_tables

    with Progress() as progress:
        watch = Watch(lambda there, of: click.echo(f"Làm tiếp: đã có {there}/{of} phần.", err=True), progress)
        try:
            outcome = run_tables(task, tables, target, spread.runner(), watch)
        except KeyboardInterrupt:
            _stopped(target)
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
