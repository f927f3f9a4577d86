"""All engines, ours first, and which of them are installed here."""

from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from benchmarks.engines.compare import Difference, difference
from benchmarks.engines.engine import Engine, Result
from benchmarks.engines.in_durable import Durable
from benchmarks.engines.in_expressions import Cel, Zen
from benchmarks.engines.in_python import Closures, Generated
from benchmarks.engines.in_tables import DuckDB, Pandas, Polars
from benchmarks.engines.limit import ByHand
from benchmarks.engines.ours import Blocks, Compiled, Processes, Threads, Whole
from benchmarks.engines.workload import Data, Workload, figures

Say = Callable[[str], None]
OURS: tuple[type[Engine], ...] = (Compiled, Threads, Processes, Blocks, Whole)
OTHERS: tuple[type[Engine], ...] = (Polars, Pandas, DuckDB, Generated, Closures, Zen, Cel, Durable, ByHand)
BASE = Compiled.name
ROWS, COLUMNS = 300, 30_000
"""Reports compared cell by cell: for engines that take them one at a time, and for engines over columns."""


def installed(engine: type[Engine]) -> bool:
    """Return whether the engine can be used here."""
    try:
        return engine.package is None or bool(version(engine.package))
    except PackageNotFoundError:
        return False


def engines(say: Say, wanted: Sequence[type[Engine]] = (*OURS, *OTHERS)) -> list[type[Engine]]:
    """Return the engines that are installed, and say which are not."""
    for engine in wanted:
        if not installed(engine):
            say(f"bỏ qua {engine.name}: gói {engine.package} chưa cài (pip install 'cchc[bench]')")
    return [engine for engine in wanted if installed(engine)]


def verify(work: Workload, engine: Engine, columns: int = COLUMNS) -> Difference:
    """Return in what a loaded engine differs from our reference, each cell compared."""
    data = figures(ROWS if engine.by_row else columns, seed=11)
    reference = Whole()
    reference.load(work)
    found = difference(reference.result(reference.run(reference.take(data))), _result(engine, data))
    engine.close()
    return found


def _result(engine: Engine, data: Data) -> Result:
    return engine.result(engine.run(engine.take(data)))
