"""All measurements of one run, so that ratios are taken between numbers of the same minutes."""

from dataclasses import dataclass, field

from benchmarks.engines import processes
from benchmarks.engines.compare import Difference
from benchmarks.engines.content import Size
from benchmarks.engines.engine import Engine
from benchmarks.engines.in_python import Generated
from benchmarks.engines.in_tables import DuckDB, Pandas, Polars
from benchmarks.engines.limit import ByHand
from benchmarks.engines.machine import memory_speed
from benchmarks.engines.ours import Blocks, Compiled, Processes
from benchmarks.engines.registry import Say, engines, verify
from benchmarks.engines.timing import Cell, best, once, over_sizes, streamed
from benchmarks.engines.workload import figures, workload

SIZES = (1, 100, 1_000, 10_000, 100_000, 1_000_000)
STREAMED = (1_000_000, 10_000_000)
STREAM_BLOCK = 100_000
RULES = (50, 100, 200, 500, 1_000, 2_000)
_CURVE: tuple[type[Engine], ...] = (Compiled, Processes, Blocks, Polars, Pandas, DuckDB, ByHand)
_BY_RULES: tuple[type[Engine], ...] = (Compiled, Blocks, Polars, Pandas, Generated)
_RULES_ROWS, _RULES_COLUMNS = 500, 20_000
_PEAK_ROWS, _PEAK_COLUMNS = 10_000, 1_000_000


class DifferentError(Exception):
    """An engine says something else than ours: its time would mean nothing."""


@dataclass
class Measured:
    """Everything measured, by the name of the engine."""

    limit: float
    load: dict[str, float] = field(default_factory=dict)
    equal: dict[str, Difference] = field(default_factory=dict)
    by_row: dict[str, bool] = field(default_factory=dict)
    sizes: dict[str, list[Cell]] = field(default_factory=dict)
    stream: dict[str, list[Cell]] = field(default_factory=dict)
    rules: dict[str, list[tuple[int, float, Cell]]] = field(default_factory=dict)
    """For each number of rules the seconds to load and the run."""
    peaks: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    cold: dict[str, tuple[float, float]] = field(default_factory=dict)
    bandwidth: float = 0.0


def measure(say: Say, limit: float, *, quick: bool = False) -> Measured:
    """Verify every engine that is installed, then time it; `quick`: a thousand reports and nothing else."""
    measured, wanted = Measured(limit), engines(say)
    _sizes(measured, wanted, (1_000,) if quick else SIZES, say, quick=quick)
    if quick:
        return measured
    measured.bandwidth = memory_speed()
    _stream(measured, [one for one in _CURVE if one in wanted], say)
    _rules(measured, [one for one in _BY_RULES if one in wanted], say)
    for one in wanted:
        # What two processes hold is not in the account of the one that started them.
        if one is not Processes:
            _peak(measured, one, say)
    say("khởi động nguội")
    measured.cold = processes.cold()
    return measured


def _sizes(measured: Measured, wanted: list[type[Engine]], sizes: tuple[int, ...], say: Say, *, quick: bool) -> None:
    work, data = workload(Size()), figures(sizes[-1])
    for kind in wanted:
        engine = kind()
        measured.load[kind.name] = once(lambda: engine.load(work))  # noqa: B023 - called at once
        found = verify(work, engine, 300) if quick else verify(work, engine)
        if not found.none:
            raise DifferentError(f"{kind.name}: {found}")
        measured.equal[kind.name], measured.by_row[kind.name] = found, kind.by_row
        measured.sizes[kind.name] = cells = over_sizes(engine, data, sizes, measured.limit)
        run = [cell for cell in cells if not cell.skipped][-1]
        say(f"{kind.name}: giống từng ô; {run.rate:,.0f} báo cáo/s ở N = {run.size:,}")


def _stream(measured: Measured, wanted: list[type[Engine]], say: Say) -> None:
    work, blocks = workload(Size()), [figures(STREAM_BLOCK, seed) for seed in (21, 22)]
    # DuckDB holds one table at a time, so it is given the same block again.
    for kind in wanted:
        engine = kind()
        engine.load(work)
        own = blocks[:1] if kind in (DuckDB, Processes) else blocks
        measured.stream[kind.name] = cells = [streamed(engine, own, size, 3 * measured.limit) for size in STREAMED]
        engine.close()
        say(f"{kind.name}: 10 triệu báo cáo {'khoảng ' * cells[-1].skipped}{cells[-1].seconds:,.1f} s")


def _rules(measured: Measured, wanted: list[type[Engine]], say: Say) -> None:
    for count in RULES:
        work = workload(Size(count))
        for kind in wanted:
            rows = measured.rules.setdefault(kind.name, [])
            engine = kind()
            load = once(lambda: engine.load(work))  # noqa: B023 - called at once
            size = _RULES_ROWS if kind.by_row else _RULES_COLUMNS
            taken = engine.take(figures(size))
            rows.append((count, load, Cell(size, best(lambda: engine.run(taken)))))  # noqa: B023 - called at once
            engine.close()
        say(f"{count} quy tắc xong")


def _peak(measured: Measured, kind: type[Engine], say: Say) -> None:
    size = _PEAK_ROWS if kind.by_row else _PEAK_COLUMNS
    reckoned = next(cell.seconds for cell in measured.sizes[kind.name] if cell.size == size)
    if reckoned > 2 * measured.limit:
        say(f"{kind.name}: không đo bộ nhớ, cần {reckoned:,.0f} s")
        return
    after, before = processes.peak(kind, size)
    measured.peaks[kind.name] = (size, before, after)
    say(f"{kind.name}: cao nhất {after:,.0f} MB ở N = {size:,}")
