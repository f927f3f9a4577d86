"""How fast units are scored by the 766 index, beside the same index written plainly in pandas. Ratios inside one run.

python benchmarks/scoring.py [UNITS]        100,000 units by default: the counts of the test data, repeated
"""

import csv
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from cchc.app import open_pack
from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.columns import Columns
from cchc.model.units import UnitsTable
from cchc.packs.appraisal import appraisal
from cchc.packs.column_maps import column_maps
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.columns import score_columns

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests/data/qd766-month.csv"
INDEX = "service-quality-766"
ROUNDS = 5


def repeated(size: int) -> UnitsTable:
    """Return a table of so many units."""
    pack = open_pack(ROOT)
    few = read_units(DATA, Headings(pack.figures, pack.indices[INDEX], appraisal(ROOT)), column_maps(ROOT)[0])
    rows = np.arange(size) % few.figures.size
    return UnitsTable(
        file=few.file,
        ids=tuple(map(str, range(size))),
        names=tuple(map(str, range(size))),
        kinds=tuple(few.kinds[row] for row in rows),
        figures=Columns(size, {name: column[rows] for name, column in few.figures.values.items()}),
    )


def plain(f: pd.DataFrame) -> pd.DataFrame:
    """Return the points of the six groups as one would write them in pandas, blanks and zero denominators included."""

    def share(part: str, whole: str, most: float, full: float = 1.0, empty: float = 0.0) -> pd.Series:
        points = (most * (f[part] / f[whole]) / full).clip(0, most).round(2)
        return points.where(f[whole] > 0, empty).where(f[whole].notna())

    def paid(part: str, whole: str, most: float, full: float) -> pd.Series:
        percent = (100 * f[part] / f[whole]).round(2)
        return (most * percent / (100 * full)).clip(0, most).round(2).where(f[whole] > 0, 0).where(f[whole].notna())

    base = "digitization_base"
    offered = (f["procedures_partial"] + f["procedures_full"]) / f["procedures"]
    online = (
        (2 * offered / 0.8).clip(0, 2)
        + 4 * f["services_used"] / f["services"]
        + (6 * f["received_online"] / f["received"] / 0.5).clip(0, 6)
    )
    groups = {
        "transparency": share("publish_on_time", "publish_due", 6) + share("update_on_time", "update_due", 4)
        + share("content_full", "content_base", 2) + share("dossiers_synced", "dossiers_to_sync", 6),
        "progress": share("dossiers_on_time", "dossiers", 20),
        "online_service": online.round(2),
        "online_payment": paid("paid_online", "with_fee", 6, 1.0) + paid("fee_procedures_paid", "fee_procedures", 2, 0.8)
        + paid("fee_procedures_synced", "fee_procedures", 2, 0.8),
        "digitization": share("electronic_results", base, 6) + share("digitized", base, 4) + share("reused", base, 2, 0.8)
        + share("storage_synced", base, 4) + share("citizen_dossiers", base, 2) + share("citizen_procedures", "citizen_base", 2)
        + 2 * f["certified_copy_rate"].fillna(1.0),
        "satisfaction": share("satisfied", "rated", 6, 0.9) + share("petitions_on_time", "petitions", 6, empty=6)
        + share("petitions_satisfied", "petitions", 6, empty=6),
    }  # fmt: skip
    frame = pd.DataFrame(groups)
    frame["percent"] = 100 * frame.sum(axis=1) / np.where(frame["online_service"].isna(), 88, 100)
    frame["rank"] = frame["percent"].rank(ascending=False, method="min")
    return frame


def timed(what: str, work: Callable[[], object], size: int) -> float:
    """Print how long `work` takes, best of some rounds, and return it."""
    best = min(_once(work) for _ in range(ROUNDS))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:32} {best:7.3f} s  {size / best:12,.0f} đơn vị/s  bộ nhớ cao nhất {peak:6.0f} MB")
    return best


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Score the units both ways and compare."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    pack, table = open_pack(ROOT), repeated(size)
    ready = ready_index(pack, pack.indices[INDEX], ScoreOptions())
    frame = pd.DataFrame({name.removeprefix("sq."): column for name, column in table.figures.values.items()})
    mine = timed("cchc, cột", lambda: score_columns(ready, table), size)
    theirs = timed("pandas viết thẳng", lambda: plain(frame), size)
    print(f"tỷ số cchc / pandas: {mine / theirs:.2f}")
    scores, other = score_columns(ready, table), plain(frame)
    for domain in ready.index.domains:
        gap = np.nanmax(np.abs(scores.fields[domain.code].points - other[domain.id].fillna(0)))
        print(f"  {domain.id:16} lệch nhiều nhất {gap:.4f} điểm")
    with DATA.open(encoding="utf-8") as file:
        print(f"{sum(1 for _ in csv.DictReader(file))} đơn vị thật, lặp lại thành {size:,}")


if __name__ == "__main__":
    main()
