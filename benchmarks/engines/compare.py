"""Cell by cell: whether an engine says what ours says."""

from dataclasses import dataclass

import numpy as np
from benchmarks.engines.engine import Result

INDEX_WITHIN = 4e-6


@dataclass(frozen=True)
class Difference:
    """How many codes and conclusions differ, and by how much the index at most (infinite where one has none)."""

    codes: int
    conclusions: int
    index: float

    @property
    def none(self) -> bool:
        """Whether all is equal."""
        return self.codes == 0 and self.conclusions == 0 and self.index <= INDEX_WITHIN


def difference(one: Result, other: Result) -> Difference:
    """Return what differs."""
    if one.codes.shape != other.codes.shape or one.conclusions.shape != other.conclusions.shape:
        return Difference(one.codes.size, one.conclusions.size, np.inf)
    codes = int((one.codes != other.codes).sum())
    conclusions = int((one.conclusions != other.conclusions).sum())
    return Difference(codes, conclusions, _apart(one.index, other.index))


def _apart(
    one: "np.ndarray[tuple[int], np.dtype[np.float64]]", other: "np.ndarray[tuple[int], np.dtype[np.float64]]"
) -> float:
    if (np.isnan(one) != np.isnan(other)).any():
        return float("inf")
    return float(np.nanmax(np.abs(one - other), initial=0.0))
