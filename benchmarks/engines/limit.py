"""The limit: a C kernel written by hand for this workload alone, and how fast memory can be read."""

import ctypes
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from benchmarks.engines.engine import Engine, Result

from cchc.formula import tree as t
from cchc.model.outcome import FAIL, PASS

if TYPE_CHECKING:
    from benchmarks.engines.workload import Data, Workload
    from numpy.typing import NDArray

_SOURCE = Path(__file__).with_name("limit.c")
_FLAGS = ("-O3", "-march=native", "-std=c11", "-fPIC", "-shared", "-fno-trapping-math", "-fno-math-errno")
_OPS = {">": 0, ">=": 1, "<=": 2}
_COMPARE = np.dtype([("op", np.int32), ("left", np.int32), ("right", np.int32), ("constant", np.float64)], align=True)
_CHECK = np.dtype([(n, np.int32) for n in ("kind", "a", "b", "c")] + [("least", np.float64)], align=True)
BLOCK = 8_192


@lru_cache(maxsize=1)
def library() -> ctypes.CDLL:
    """Compile and load the C source."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "limit.so"
        subprocess.run(["cc", *_FLAGS, str(_SOURCE), "-o", str(built), "-lm"], check=True)
        made = ctypes.CDLL(str(built))
    made.sum.restype = ctypes.c_double
    return made


class ByHand(Engine):
    """Written by hand: rules of other shapes would need other C."""

    name = "C viết tay"

    def load(self, work: "Workload") -> None:
        """Put the checks into its tables."""
        self._library, self._names = library(), list(work.figures)
        self._compares: list[tuple[int, int, int, float]] = []
        self._checks = np.array([self._check(tree) for tree in work.trees], _CHECK)
        self._all = np.array(self._compares or [(0, 0, 0, 0.0)], _COMPARE)
        self._weights = np.array(work.weights, np.int16)
        self._held = len(work.conclusions)
        self._ways = np.array([number for _, bodies in work.ways for number in _run(work, bodies)], np.int32)

    def _check(self, tree: t.Condition) -> tuple[int, int, int, int, float]:
        match tree:
            case t.Or((t.And((one, two)), three)):
                return 3, self._compare(one), self._compare(two), self._compare(three), 0.0
            case t.Compare("==", t.Binary("+", t.Name(a), t.Name(b)), t.Name(c)):
                return 1, self._names.index(a), self._names.index(b), self._names.index(c), 0.0
            case t.Compare(">=", t.Binary("/", t.Name(a), t.Name(b)), t.Number(least)):
                return 2, self._names.index(a), self._names.index(b), 0, least
        return 0, self._compare(tree), 0, 0, 0.0

    def _compare(self, tree: t.Condition) -> int:
        match tree:
            case t.Compare(op, t.Name(left), t.Name(right)):
                self._compares.append((_OPS[op], self._names.index(left), self._names.index(right), 0.0))
            case t.Compare(op, t.Name(left), t.Number(value)):
                self._compares.append((_OPS[op], self._names.index(left), -1, value))
            case _:
                raise NotImplementedError(f"not in the workload: {tree}")
        return len(self._compares) - 1

    def take(self, data: "Data") -> "list[NDArray[np.float64]]":
        """Return the columns."""
        return list(data.columns.values())

    def run(self, taken: "list[NDArray[np.float64]]") -> Any:
        """Run it, block by block as ours."""
        return [self._block([c[at : at + BLOCK] for c in taken]) for at in range(0, len(taken[0]), BLOCK)]

    def _block(self, columns: "Sequence[NDArray[np.float64]]") -> Any:
        out = np.empty((len(self._checks) + self._held, len(columns[0])), np.int8)
        points = np.empty(len(columns[0]))
        figures = (ctypes.c_void_p * len(columns))(*(column.ctypes.data for column in columns))
        tables = [ctypes.c_void_p(one.ctypes.data) for one in (self._all, self._checks, self._weights, self._ways)]
        n, held = ctypes.c_long(len(self._checks)), ctypes.c_long(self._held)
        shape = ctypes.c_long(len(columns[0])), ctypes.c_long(len(columns))
        ends = ctypes.c_void_p(out.ctypes.data), ctypes.c_void_p(points.ctypes.data)
        self._library.run(*shape, figures, *tables[:2], n, *tables[2:], held, *ends)
        return out, points

    def result(self, native: Any) -> Result:
        """Put the blocks together."""
        out, n = np.hstack([block for block, _ in native]).T, len(self._checks)
        return Result(out[:, :n], out[:, n:].astype(bool), np.concatenate([points for _, points in native]))


def _run(work: "Workload", bodies: tuple[tuple[str, ...], ...]) -> list[int]:
    numbers = [len(bodies)]
    for body in bodies:
        numbers += [len(body), *(number for atom in body for number in _atom(work, atom))]
    return numbers


def _atom(work: "Workload", atom: str) -> tuple[int, int]:
    if atom in work.conclusions:
        return len(work.codes) + work.conclusions.index(atom), 1
    code, _, value = atom.partition(".")
    return work.codes.index(code), PASS if value == "pass" else FAIL


def bandwidth(rounds: int = 5, megabytes: int = 512) -> float:
    """Return how many bytes a second one thread reads, the best of some rounds."""
    values = np.ones(megabytes * 2**20 // 8)
    pointer, count = ctypes.c_void_p(values.ctypes.data), ctypes.c_long(len(values))
    library().sum(pointer, count)
    return values.nbytes / min(_once(pointer, count) for _ in range(rounds))


def _once(pointer: ctypes.c_void_p, count: ctypes.c_long) -> float:
    start = time.perf_counter()
    library().sum(pointer, count)
    return time.perf_counter() - start
