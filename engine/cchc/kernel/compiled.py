"""Compile a program with the machine's C compiler, once for each content, and run it over columns."""

import ctypes
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from cchc.kernel.program import BLIND, BLOCK, Program
from cchc.model.columns import Columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask

    Outcomes = NDArray[np.int8]


@dataclass(frozen=True)
class Kernel:
    """A compiled program."""

    program: Program
    library: ctypes.CDLL

    def run(
        self, columns: Columns, applies: "Sequence[Mask | bool]", blind: Collection[int] = frozenset()
    ) -> "Outcomes":
        """Return the result, a row a report.

        `applies`: for each check where it is meant for a report, or for all or none. `blind`: numbers of the checks that
        ask for what the table has no column of: what they would fail is not known.
        """
        out = np.empty((self.program.columns, columns.size), np.int8)
        masks = [_applies(mask, n in blind) for n, mask in enumerate(applies)]
        arrays = (self._values(columns), self._stated(columns), self._halves(columns), masks)
        pointers = [part for sources in arrays for part in _table(sources)]
        self.library.run(ctypes.c_long(columns.size), *pointers, ctypes.c_void_p(out.ctypes.data))
        return out.T

    def tally(self, result: "Outcomes", wanted: "Mask", value: int) -> "NDArray[np.int16]":
        """Return how many of the wanted columns have a value, a number a row; `result` is what `run` gave."""
        count = np.zeros(len(result), np.int16)
        self._over(self.library.tally, result, wanted, value, count)
        return count

    def gather(self, result: "Outcomes", wanted: "Mask", value: int) -> "tuple[NDArray[np.int32], NDArray[np.int32]]":
        """Return which of the wanted columns have a value: where those of each row end, from 0 on, and the columns."""
        ends = np.zeros(len(result) + 1, np.int32)
        np.cumsum(self.tally(result, wanted, value), out=ends[1:])
        found = np.empty(ends[-1], np.int32)
        self._over(self.library.gather, result, wanted, value, ends[:-1].copy(), found)
        return ends, found

    def _over(self, function: Any, result: "Outcomes", wanted: "Mask", value: int, *arrays: "NDArray[Any]") -> None:
        out, chosen = result.T, np.ascontiguousarray(wanted, np.uint8)
        pointers = [ctypes.c_void_p(array.ctypes.data) for array in (chosen, out, *arrays)]
        shape = ctypes.c_long(out.shape[1]), ctypes.c_long(len(chosen))
        function(*shape, pointers[0], ctypes.c_long(value), *pointers[1:])

    def _values(self, columns: Columns) -> "list[_Source]":
        found = (columns.values.get(name) for name in self.program.names)
        return [_UNKNOWN if one is None else _Source.of(np.ascontiguousarray(one, np.float64)) for one in found]

    def _stated(self, columns: Columns) -> "list[_Source]":
        return [_stated(columns, name) for name in self.program.stated]

    def _halves(self, columns: Columns) -> "list[_Source]":
        found = (columns.half_unit.get(name) for name in self.program.halves)
        return [_NOUGHT if one is None else _Source.of(np.ascontiguousarray(one, np.float64)) for one in found]


class _Source(NamedTuple):
    """Where the program reads a column: its address, 1 for a column and 0 for a block that stands for every one."""

    address: int
    step: int
    kept: "NDArray[Any]"

    @classmethod
    def of(cls, array: "NDArray[Any]", step: int = 1) -> "_Source":
        # `array.ctypes.data` takes five times as long, and a call reads hundreds of columns.
        return cls(array.__array_interface__["data"][0], step, array)


_UNKNOWN = _Source.of(np.full(BLOCK, np.nan), 0)
_NOUGHT = _Source.of(np.zeros(BLOCK), 0)
_NOWHERE = _Source.of(np.zeros(BLOCK, np.uint8), 0)
_EVERYWHERE = _Source.of(np.ones(BLOCK, np.uint8), 0)
_BLIND = _Source.of(np.full(BLOCK, BLIND, np.uint8), 0)


def _applies(mask: "Mask | bool", blind: bool) -> _Source:
    if isinstance(mask, bool):
        return (_BLIND if blind else _EVERYWHERE) if mask else _NOWHERE
    return _Source.of(_bytes(mask) * np.uint8(BLIND) if blind else _bytes(mask))


def _stated(columns: Columns, name: str) -> _Source:
    said, value = columns.stated.get(name), columns.values.get(name)
    if said is None:
        if value is None:
            return _NOWHERE
        said = ~np.isnan(value)
    return _Source.of(_bytes(said))


def _bytes(mask: "Mask") -> "NDArray[np.uint8]":
    return np.ascontiguousarray(mask).view(np.uint8)


def _table(sources: Sequence[_Source]) -> "tuple[ctypes.Array[ctypes.c_void_p], ctypes.Array[ctypes.c_long]]":
    size = len(sources) + 1
    addresses = (ctypes.c_void_p * size)(*[source.address for source in sources])
    return addresses, (ctypes.c_long * size)(*[source.step for source in sources])
