"""What every engine is to the benchmark."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from benchmarks.engines.workload import Data, Workload
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Result:
    """Outcome codes (a row a report, a column a check), conclusions that hold, and the index, NaN where nothing is known."""

    codes: "NDArray[np.int8]"
    conclusions: "NDArray[np.bool_]"
    index: "NDArray[np.float64]"


class Engine(ABC):
    """An engine: `load` and `run` are timed, `take` and `result` put data into its own form and back.

    `by_row`: whether it takes reports one at a time. `package`: the distribution it is, None for what needs none.
    """

    name: str
    package: str | None = None
    by_row = False

    @abstractmethod
    def load(self, work: "Workload") -> None:
        """Make ready for the workload."""

    @abstractmethod
    def take(self, data: "Data") -> Any:
        """Return the data as the engine likes them best, in memory."""

    @abstractmethod
    def run(self, taken: Any) -> Any:
        """Return outcomes, conclusions and index of all reports, in whatever form the engine gives them."""

    @abstractmethod
    def result(self, native: Any) -> Result:
        """Return the same as arrays, for comparing."""

    def close(self) -> None:  # noqa: B027 - most have nothing to let go of
        """Let go of what other engines would suffer from."""
