"""Make the parts of a run: in this process, in several, or on a Dask cluster; the parts are the same."""

import functools
import importlib
import importlib.metadata
import logging
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from cchc.bulk.task import Part, Task, make
from cchc.model.errors import UsageError
from cchc.tables.block import Slice
from cchc.tables.parts import Parts

Made = tuple[int, dict[str, int]]
Runner = Callable[[Task, Sequence[Part]], Iterator[Made]]
"""Makes parts, in whatever order, and yields each as it is done."""

# Parts handed out ahead of those under way: enough to keep the workers busy.
_PATIENCE = 30
_AHEAD = 2


@dataclass(frozen=True)
class Run:
    """A task over slices into parts; what is there already is not made again."""

    task: Task
    slices: Sequence[Slice]
    parts: Parts

    def finished(self) -> dict[int, dict[str, int]]:
        """Return the parts that are there, with what each counted."""
        found = ((number, self.parts.done(number)) for number in range(len(self.slices)))
        return {number: counts for number, counts in found if counts is not None}

    def make(self, runner: Runner, tick: Callable[[int, int], None] | None = None) -> Counter[str]:
        """Make all parts that are not there; return what all of them counted, whichever order they came in."""
        counts = self.finished()
        left = [Part(n, piece, self.parts) for n, piece in enumerate(self.slices) if n not in counts]
        for number, found in runner(self.task, left):
            counts[number] = found
            if tick:
                tick(len(counts), len(self.slices))
        total: Counter[str] = Counter()
        for number in sorted(counts):
            total.update(counts[number])
        return total


def here(task: Task, parts: Sequence[Part]) -> Iterator[Made]:
    """Make the parts in this process, one after the other."""
    return (make(task, part) for part in parts)


def processes(count: int) -> Runner:
    """Return a runner over some processes of this machine."""

    def run(task: Task, parts: Sequence[Part]) -> Iterator[Made]:
        pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin)
        left, under_way = list(reversed(parts)), set[Future[Made]]()
        try:
            while left or under_way:
                while left and len(under_way) < count * _AHEAD:
                    under_way.add(pool.submit(make, task, left.pop()))
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        except BrokenProcessPool:
            raise UsageError(
                "một tiến trình bị dừng giữa chừng (có thể do hết bộ nhớ); chạy lại lệnh để làm tiếp, hoặc bớt --workers"
            ) from None
        finally:
            pool.shutdown(cancel_futures=True)

    return run


def _begin() -> None:
    # Stopping is for the process that was called.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def dask(address: str, workers: int) -> Runner:
    """Return a runner on a Dask cluster: the scheduler at `address`, or `local` for one of `workers` processes here.

    All workers must see the same files, content and folder of parts. A worker that is lost loses only the parts it was
    at, which others make again.
    """

    def run(task: Task, parts: Sequence[Part]) -> Iterator[Made]:
        with _client(address, workers) as client:
            _refuse_others(client)
            futures = client.map(make, [task] * len(parts), parts, pure=False, retries=2)
            try:
                for future in _distributed().as_completed(futures):
                    yield future.result()
            except _distributed().KilledWorker:
                raise UsageError(
                    "một phần làm máy con của Dask dừng nhiều lần (thường do thiếu bộ nhớ, hoặc máy con lỗi); hãy cho"
                    " mỗi máy con thêm bộ nhớ hoặc bớt máy con, rồi chạy lại đúng lệnh này để làm tiếp"
                ) from None

    return run


def _refuse_others(client: Any) -> None:
    """Raise `UsageError` for a cluster without workers, or with machines that have no cchc or another one.

    Work that a machine cannot load is never done and never fails: the call would wait for good.
    """
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise UsageError("cụm Dask chưa có máy con nào; hãy khởi động máy con rồi chạy lại") from None
    ask = functools.partial(importlib.metadata.version, "cchc")
    found = {"máy điều phối": _answer(lambda: client.run_on_scheduler(ask)), **client.run(ask, on_error="return")}
    own = importlib.metadata.version("cchc")
    for machine, version in found.items():
        if version != own:
            has = "chưa cài cchc" if isinstance(version, Exception) else f"có cchc {version}"
            raise UsageError(
                f"{machine} của cụm Dask {has}, máy này có {own}; mọi máy phải cài cùng một bản:"
                " pip install 'cchc[tables,dask]'"
            )


def _answer(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except importlib.metadata.PackageNotFoundError as error:
        return error


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError:
        raise UsageError("--dask cần thư viện distributed; hãy cài bằng: pip install 'cchc[dask]'") from None


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    library = _distributed()
    # What it tells of workers that come and go is for those who run the cluster.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as opened:
        # Only what fails here is a matter of the connection: parts fail later, each for a reason of its own.
        try:
            at = address
            if address == "local":
                quiet = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
                at = opened.enter_context(library.LocalCluster(n_workers=workers, threads_per_worker=1, **quiet))
            client = opened.enter_context(library.Client(at, timeout=10))
        except (OSError, TimeoutError) as error:
            raise UsageError(f"không nối được với Dask ở {address}: {error}") from None
        yield client
