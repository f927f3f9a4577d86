"""Run a task over tables, part by part, into one file, a folder of parts, or only totals."""

import csv
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cchc.bulk.runs import Run, Runner
from cchc.bulk.task import Task, run_identity, slices_of
from cchc.model.errors import UsageError
from cchc.tables.block import Table
from cchc.tables.parts import Parts
from cchc.tables.writing import Shape, join, join_rejects

_NONE = ".none"
FORMS = (".csv", ".parquet")


@dataclass(frozen=True)
class Target:
    """Where a result goes: a CSV or Parquet file, a folder for its parts as Parquet, or nowhere."""

    path: Path | None

    @property
    def suffix(self) -> str:
        """What the parts are; raise `UsageError` for a file of another kind."""
        if self.path is None:
            return _NONE
        suffix = self.path.suffix.lower()
        if suffix in FORMS and self.path.is_dir():
            raise UsageError(f"{self.path} là một thư mục, không phải tệp {suffix}; hãy chọn tên khác")
        if suffix and suffix not in FORMS and not self.path.is_dir():
            raise UsageError(f"kết quả của bảng lớn là tệp {', '.join(FORMS)} hoặc một thư mục, không phải {self.path}")
        return suffix if suffix in FORMS else ".parquet"

    @property
    def whole(self) -> bool:
        """Whether the parts are joined into one file."""
        return self.path is not None and self.path.suffix.lower() in FORMS

    @property
    def rejects(self) -> Path | None:
        """Where the rows that could not be used are listed."""
        if self.path is None:
            return None
        return self.path.with_name(f"{self.path.name}.rejects.csv") if self.whole else self.path / "rejects.csv"

    @contextmanager
    def parts(self) -> Iterator[Parts]:
        """Give the folder for the parts; only where nothing is kept is it gone afterwards."""
        if self.path is None:
            with tempfile.TemporaryDirectory(prefix="cchc-") as nowhere:
                yield Parts(Path(nowhere), self.suffix)
            return
        folder = self.path.with_name(f"{self.path.name}.parts") if self.whole else self.path
        yield Parts(folder, self.suffix)


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the counts of all parts, and the first of the rejects, as `cchc.tables.rejects.HEADINGS`."""

    counts: Counter[str]
    rejects: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Watch:
    """Who is told of a run: how many parts there are already when it begins, and how many are done."""

    resumed: Callable[[int, int], None]
    tick: Callable[[int, int], None]


def run_tables(task: Task, tables: Sequence[Table], target: Target, runner: Runner, watch: Watch) -> Outcome:
    """Make a result from tables; parts of the same run that are there already are used as they are."""
    slices = list(slices_of(list(tables)))
    with target.parts() as parts, parts.alone():
        parts.begin(run_identity(task, list(tables)))
        run = Run(task, slices, parts)
        if there := len(run.finished()):
            watch.resumed(there, len(slices))
        counts = run.make(runner, watch.tick)
        rejects = _first(parts.all_rejects(len(slices)))
        _finish(parts, len(slices), target, task.shape, rejected=bool(counts["rejected"]))
    return Outcome(counts, rejects)


def _finish(parts: Parts, count: int, target: Target, shape: Shape, *, rejected: bool) -> None:
    if target.path is None or target.rejects is None:
        return
    target.rejects.unlink(missing_ok=True)
    if rejected:
        _whole(target.rejects, lambda path: join_rejects(parts.all_rejects(count), path))
    if target.whole:
        _whole(target.path, lambda path: join(list(parts.results(count)), path, shape))
        parts.remove()


def _whole(target: Path, fill: Callable[[Path], None]) -> None:
    half = target.with_name(f".cchc-{os.getpid()}.tmp")
    try:
        fill(half)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _first(files: Sequence[Path], most: int = 5) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    for path in files:
        if len(found) < most:
            with path.open(encoding="utf-8", newline="") as lines:
                found += [tuple(line) for line in islice(csv.reader(lines), most - len(found))]
    return tuple(found)
