"""How long an engine takes: the best of some rounds, or why it was not measured."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.engines.engine import Engine
from benchmarks.engines.workload import Data

_ROUNDS = 5
_ENOUGH = 0.6
_ALWAYS = 1_000


@dataclass(frozen=True)
class Cell:
    """Seconds of a run over `size` reports; `skipped` where they are only reckoned from a smaller run."""

    size: int
    seconds: float
    skipped: bool = False

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.size / self.seconds


def once(work: Callable[[], Any]) -> float:
    """Return the seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(work: Callable[[], Any]) -> float:
    """Return the least of up to five calls, of as many as half a second holds."""
    spent = 0.0
    found: list[float] = []
    while len(found) < _ROUNDS and (not found or spent < _ENOUGH):
        found.append(once(work))
        spent += found[-1]
    return min(found)


def over_sizes(engine: Engine, data: Data, sizes: tuple[int, ...], limit: float) -> list[Cell]:
    """Return a cell for each size; one that would take more than `limit` seconds is reckoned, not run."""
    cells: list[Cell] = []
    for size in sizes:
        reckoned = _reckoned(cells, size)
        if size > _ALWAYS and reckoned > limit:
            cells.append(Cell(size, reckoned, skipped=True))
            continue
        taken = engine.take(data.first(size))
        cells.append(Cell(size, best(lambda: engine.run(taken))))  # noqa: B023 - called at once
        engine.close()
    return cells


def _reckoned(cells: list[Cell], size: int) -> float:
    """Return the seconds for more reports: what the last cell took, and for each more what it took more than one before."""
    if not cells:
        return 0.0
    before = cells[-2] if len(cells) > 1 else Cell(0, 0.0)
    each = max(cells[-1].seconds - before.seconds, 0.0) / (cells[-1].size - before.size)
    return cells[-1].seconds + each * (size - cells[-1].size)


def streamed(engine: Engine, blocks: list[Data], size: int, limit: float) -> Cell:
    """Return the time over `size` reports taken block by block, each result dropped before the next.

    The blocks are gone through again and again: what takes memory is a block, not the number of reports.
    """
    taken = [engine.take(block) for block in blocks]
    block = blocks[0].size
    times = -(-size // block)
    first = once(lambda: engine.run(taken[0]))
    if first * times > limit:
        return Cell(size, first * times, skipped=True)
    rest = sum(once(lambda n=n: engine.run(taken[n % len(taken)])) for n in range(1, times))  # type: ignore[misc]
    return Cell(size, first + rest)
