"""One run, three ways to make its parts: the same bytes; what is there is not made again; a lost worker loses nothing."""

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq
from tests.bulk.tables import every_heading, random_rows
from tests.conftest import ROOT

from cchc.bulk import runs
from cchc.bulk.check_task import CheckTask
from cchc.bulk.kinds import Key
from cchc.bulk.runs import Made, Run, Runner, dask, here, processes
from cchc.bulk.task import Part, Task, content_digest, run_identity, slices_of
from cchc.model.errors import UsageError
from cchc.packs.pack import Pack
from cchc.tables import parquet
from cchc.tables.parts import Parts
from cchc.tables.source import open_tables
from cchc.tables.writing import Shape

SLICES = 6


@pytest.fixture(scope="module")
def table(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of many kinds, so that what a worker met before could show."""
    rows = random_rows(pack, 20 * SLICES, seed=77)
    columns = {heading: pa.array([row.get(heading) for row in rows], pa.string()) for heading in every_heading(pack)}
    path = tmp_path_factory.mktemp("bang") / "bang.parquet"
    pq.write_table(pa.table(columns), path, row_group_size=20)
    return path


@pytest.fixture
def run(pack: Pack, table: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Run]:
    monkeypatch.setattr(parquet, "_SLICE_ROWS", 20)

    def begin(folder: Path) -> Run:
        tables = open_tables([table])
        task = CheckTask(
            pack.root, content_digest(pack.root), Shape(".parquet"), Key("", "", "", "", ""), compiled=False
        )
        parts = Parts(folder, ".parquet")
        parts.begin(run_identity(task, tables))
        return Run(task, list(slices_of(tables)), parts)

    return begin


def content(run: Run) -> list[str]:
    paths = [*run.parts.results(SLICES), *run.parts.all_rejects(SLICES)]
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]


@pytest.fixture
def expected(run: Callable[[Path], Run], tmp_path: Path) -> tuple[Counter[str], list[str]]:
    whole = run(tmp_path / "here")
    counts = whole.make(here)
    assert len(whole.slices) == SLICES
    assert counts["rows"] == 20 * SLICES
    return counts, content(whole)


def test_processes_give_the_same_bytes(
    run: Callable[[Path], Run], expected: tuple[Counter[str], list[str]], tmp_path: Path
) -> None:
    ours = run(tmp_path / "processes")
    ticks: list[int] = []
    counts = ours.make(processes(2), lambda *done: ticks.append(done[0]))
    assert (counts, content(ours)) == expected
    assert ticks == list(range(1, SLICES + 1))


def stopped_after(count: int) -> Runner:
    def stop(task: Task, parts: Sequence[Part]) -> Iterator[Made]:
        for n, made in enumerate(here(task, parts)):
            if n == count:
                raise KeyboardInterrupt
            yield made

    return stop


def test_a_run_that_was_stopped_goes_on_where_it_was(
    run: Callable[[Path], Run], expected: tuple[Counter[str], list[str]], tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "stopped").make(stopped_after(2))
    again = run(tmp_path / "stopped")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("stopped/part-*.parquet")}
    assert len(again.finished()) == len(before) == 3, "the part under way when it was stopped was finished"
    assert (again.make(here), content(again)) == expected
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_changed_table_is_another_run(run: Callable[[Path], Run], table: Path, tmp_path: Path) -> None:
    run(tmp_path / "run").make(here)
    os.utime(table, ns=(1, 1))
    assert run(tmp_path / "run").finished() == {}


def test_a_dask_worker_that_is_killed_loses_nothing(
    run: Callable[[Path], Run], expected: tuple[Counter[str], list[str]], tmp_path: Path
) -> None:
    ours = run(tmp_path / "dask")
    killed: list[int] = []

    def kill_one(done: int, of: int) -> None:
        if not killed:
            killed.append(multiprocessing.active_children()[-1].pid or 0)
            os.kill(killed[0], signal.SIGKILL)

    counts = ours.make(dask("local", 2), kill_one)
    assert killed
    assert (counts, content(ours)) == expected


def test_other_content_on_a_worker_is_refused(run: Callable[[Path], Run], pack: Pack, tmp_path: Path) -> None:
    ours = run(tmp_path / "p")
    task = CheckTask(pack.root, "another", Shape(".parquet"), Key("", "", "", "", ""))
    with pytest.raises(Exception, match="cùng một bộ luật"):
        Run(task, ours.slices, ours.parts).make(here)


def test_without_distributed_the_message_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from cchc.bulk.runs import dask\n"
        "from cchc.model.errors import UsageError\n"
        "try: list(dask('local', 1)(None, []))\n"
        "except UsageError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'cchc[dask]'" in done.stdout


def test_what_fails_in_a_part_on_dask_is_not_taken_for_a_lost_connection(
    run: Callable[[Path], Run], tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    ours = run(tmp_path / "dask")
    for path in (tmp_path / "dask").iterdir():
        path.unlink()
    (tmp_path / "dask").rmdir()
    with pytest.raises(FileNotFoundError):
        ours.make(dask("local", 1))


class _Deadly:
    """A task that ends whatever process makes it."""

    shape = Shape(".parquet")

    def fill(self, *_: object) -> dict[str, int]:
        os.kill(os.getpid(), signal.SIGKILL)
        return {}

    def identity(self) -> dict[str, object]:
        return {}


def test_a_part_that_ends_every_dask_worker_is_said_in_a_sentence(
    run: Callable[[Path], Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    ours = run(tmp_path / "dask")
    # A worker has cchc and not its tests.
    monkeypatch.syspath_prepend(ROOT)
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        pytest.raises(UsageError, match="máy con của Dask dừng nhiều lần"),
    ):
        Run(_Deadly(), ours.slices[:1], ours.parts).make(dask(cluster.scheduler_address, 1))


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("raise m.PackageNotFoundError(name)", "chưa cài cchc"),
        ('return "0.0.0"', "có cchc 0.0.0, máy này có"),
    ],
)
def test_workers_without_the_same_cchc_are_refused_at_once(
    run: Callable[[Path], Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str, said: str
) -> None:
    """A worker waits for good for work it cannot load; here it answers as one where another cchc, or none, is installed."""
    distributed = pytest.importorskip("distributed")
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.metadata as m\nreal = m.version\n"
        f"def version(name):\n    if name == 'cchc':\n        {there}\n    return real(name)\n"
        "m.version = version\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    ours = run(tmp_path / "dask")
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        pytest.raises(UsageError, match=said),
    ):
        ours.make(dask(cluster.scheduler_address, 1))
    assert not list((tmp_path / "dask").glob("part-*.parquet"))


def test_a_cluster_without_workers_is_refused(
    run: Callable[[Path], Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(runs, "_PATIENCE", 0.2)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as cluster,
        pytest.raises(UsageError, match="chưa có máy con nào"),
    ):
        run(tmp_path / "dask").make(dask(cluster.scheduler_address, 1))
