"""Read documents on all cores."""

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from threading import Thread

from cchc.model.extraction import Hints
from cchc.model.outcome import Unreadable
from cchc.opening import Opened, attempt
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack

Result = Opened | Unreadable

# Files handed out ahead of the one awaited: enough to keep the workers busy, few enough to bound what is in memory.
_AHEAD = 4


_worker: dict[str, tuple[Pack, Hints]] = {}


def _begin(root: Path, hints: Hints) -> None:
    """Prepare a worker: the content is loaded once; stopping is for the process that was called."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _worker["own"] = (load_pack(root), hints)


def _end_with_parent() -> None:
    """End this worker when the process that started it is gone: left alone, it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _ready() -> bool:
    return True


def _open(path: str) -> Result:
    return attempt(Path(path), *_worker["own"])


class Workers:
    """Workers, each with the content loaded once; a file that kills its worker is named and the others go on."""

    work = staticmethod(_open)

    def __init__(self, pack: Pack, hints: Hints, count: int) -> None:
        self._pack, self._hints, self._count = pack, hints, count

    def open(self, files: Sequence[Path]) -> Iterator[Result]:
        """Yield the results in the order of the files."""
        left = deque(files)
        while left:
            yield from self._until_broken(left)
            # All that were under way died with the pool: which one killed it shows when each is alone.
            suspects = [left.popleft() for _ in range(min(len(left), self._count * _AHEAD))]
            yield from map(self._alone, suspects)

    def _until_broken(self, left: deque[Path]) -> Iterator[Result]:
        """Yield results and take their files off `left`; stop where the pool breaks."""
        ahead: deque[Future[Result]] = deque()
        pool = self._pool(self._count)
        try:
            while left:
                while len(ahead) < min(len(left), self._count * _AHEAD):
                    ahead.append(pool.submit(self.work, str(left[len(ahead)])))
                result = ahead[0].result()
                ahead.popleft()
                left.popleft()
                yield result
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)

    def _alone(self, path: Path) -> Result:
        with self._pool(1) as pool:
            try:
                pool.submit(_ready).result()
            except BrokenProcessPool:
                # No worker can be started here at all: that says nothing about the file.
                return attempt(path, self._pack, self._hints)
            try:
                return pool.submit(self.work, str(path)).result()
            except BrokenProcessPool:
                return Unreadable(
                    file=str(path),
                    error=f"{path}: tiến trình đọc tệp này bị dừng giữa chừng (có thể do hết bộ nhớ);"
                    " hãy kiểm tra lại tệp, hoặc chạy riêng tệp này",
                )

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        start = (self._pack.root, self._hints)
        return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=start)
