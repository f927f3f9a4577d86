"""This project's own ways: columns, columns in blocks, the compiled kernel, and that in two threads and processes."""

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
    from numpy.typing import NDArray

    from benchmarks.engines.workload import Data, Workload
    from cchc.kernel.compiled import Kernel
    from cchc.model.columns import Mask

BLOCK = 8_192
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

    name = f"cchc, cột từng khối {BLOCK:,}".replace(",", ".")
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
