"""This project's own ways: columns, columns in blocks, the compiled kernel, and that in two threads and processes."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np
from benchmarks.engines.engine import Engine, Result

from cchc.bulk.evaluation import Evaluation
from cchc.bulk.evaluation import Result as Evaluated
from cchc.kernel.compiler import compile_program
from cchc.model.columns import Columns
from cchc.model.outcome import FAIL, PASS

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from benchmarks.engines.workload import Data, Workload
    from numpy.typing import NDArray

    from cchc.kernel.compiled import Kernel
    from cchc.model.columns import Mask

BLOCK = 8_192
_FORK = multiprocessing.get_context("fork")
Part = tuple[Evaluated, "NDArray[np.float64]"]


class Whole(Engine):
    """The reference: every formula over whole columns."""

    name = "cchc, cột"
    block: int | None = None

    def load(self, work: "Workload") -> None:
        """Prepare the evaluation of the loaded content."""
        self._evaluation = Evaluation(work.pack)
        self._kernel: Kernel | None = None
        self._always = [True] * len(work.codes)
        weights = np.array(work.weights)
        self._weights: list[tuple[int, Mask]] = [(int(w), weights == w) for w in np.unique(weights)]

    def take(self, data: "Data") -> Columns:
        """Return the columns as they are."""
        return Columns(data.size, data.columns)

    def run(self, taken: Columns) -> list[Part]:
        """Evaluate block by block; one block where no size is set."""
        return [self._part(block) for block in blocks(taken, self.block or taken.size)]

    def _part(self, columns: Columns) -> Part:
        found = self._evaluation.run(self._kernel, columns, self._always)
        return found, self._index(found)

    def _index(self, found: Evaluated) -> "NDArray[np.float64]":
        passed = sum(weight * found.count(where, PASS) for weight, where in self._weights)
        failed = sum(weight * found.count(where, FAIL) for weight, where in self._weights)
        return index(passed, passed + failed)

    def result(self, native: list[Part]) -> Result:
        """Put the blocks together."""
        return Result(
            np.vstack([found.outcomes for found, _ in native]),
            np.vstack([found.held for found, _ in native]),
            np.concatenate([one for _, one in native]),
        )


def index(passed: Any, known: Any) -> "NDArray[np.float64]":
    """Return the index of 0 to 100: the weight of what passed in that of what is known."""
    with np.errstate(invalid="ignore"):
        result: NDArray[np.float64] = 100.0 * passed / known
    return result


def blocks(columns: Columns, size: int) -> Iterator[Columns]:
    """Yield blocks of so many rows."""
    for start in range(0, columns.size, size):
        part = {name: column[start : start + size] for name, column in columns.values.items()}
        yield Columns(min(size, columns.size - start), part)


class Blocks(Whole):
    """The reference in blocks that stay in the cache."""

    name = "cchc, cột từng khối"
    block = BLOCK


class Compiled(Blocks):
    """The compiled kernel, in the same blocks."""

    name = "cchc, mã máy"

    def load(self, work: "Workload") -> None:
        """Compile, or find it compiled before."""
        super().load(work)
        compiling = compile_program(self._evaluation.program)
        self._kernel = compiling.kernel(wait=True) if compiling else None
        if self._kernel is None:
            raise RuntimeError("không có trình biên dịch C")


class Threads(Compiled):
    """The compiled kernel on two threads: C lets go of Python's lock."""

    name = "cchc, mã máy, 2 luồng"

    def load(self, work: "Workload") -> None:
        """Compile, and start the threads."""
        super().load(work)
        self._pool = ThreadPoolExecutor(2)

    def run(self, taken: Columns) -> list[Part]:
        """Give the threads block after block."""
        return list(self._pool.map(self._part, blocks(taken, BLOCK)))


class Processes(Compiled):
    """The compiled kernel in two processes that hold half of the reports each, and keep what they find."""

    name = "cchc, mã máy, 2 tiến trình"
    _running: "tuple[Any, ...]" = ()

    def take(self, data: "Data") -> "list[Connection]":  # type: ignore[override]
        """Start the processes; what they inherit is not copied."""
        self.close()
        halves = [slice(0, data.size // 2), slice(data.size // 2, data.size)]
        parts = [Columns(h.stop - h.start, {n: c[h] for n, c in data.columns.items()}) for h in halves]
        pipes = [_FORK.Pipe() for _ in parts]
        self._running = tuple(
            _FORK.Process(target=self._serve, args=(inner, part), daemon=True)
            for (_, inner), part in zip(pipes, parts, strict=True)
        )
        for process in self._running:
            process.start()
        return [outer for outer, _ in pipes]

    def run(self, taken: "list[Connection]") -> "list[Connection]":  # type: ignore[override]
        """Let them run, and wait for both."""
        for pipe in taken:
            pipe.send("run")
        for pipe in taken:
            pipe.recv()
        return taken

    def result(self, native: "list[Connection]") -> Result:  # type: ignore[override]
        """Fetch what they found."""
        for pipe in native:
            pipe.send("result")
        found: list[Result] = [pipe.recv() for pipe in native]
        codes, held = np.vstack([one.codes for one in found]), np.vstack([one.conclusions for one in found])
        return Result(codes, held, np.concatenate([one.index for one in found]))

    def close(self) -> None:
        """Stop the processes."""
        for process in self._running:
            process.kill()
            process.join()
        self._running = ()

    def _serve(self, pipe: "Connection", columns: Columns) -> None:
        found: list[Part] = []
        while True:
            if pipe.recv() == "run":
                found = super().run(columns) if columns.size else []
                pipe.send(columns.size)
            else:
                pipe.send(super().result(found))
