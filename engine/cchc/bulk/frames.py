"""The check of tables as a function from pandas frames to pandas frames, the form in which Spark calls it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from cchc.bulk.check_rows import SCHEMA, record_batch
from cchc.bulk.check_task import CheckTask, worker_of
from cchc.bulk.report_rows import report_rows
from cchc.tables.block import ROWS, Block
from cchc.tables.rejects import Reject

if TYPE_CHECKING:
    import pandas as pd

    Frames = Iterator[pd.DataFrame]

SPARK_SCHEMA = (
    "row long, id string, unit string, level string, province string, period string, verdict string, errors short,"
    " warnings short, notes short, passed short, unknown short, not_applicable short, read short, expected short,"
    " error_codes string, warning_codes string, weaknesses string, reason string"
)
"""The columns of what comes out, as Spark writes a schema."""
_RESULT = pa.schema([*(field for field in SCHEMA), ("reason", pa.string())])


def check_frames(task: CheckTask) -> "Callable[[Frames], Frames]":
    """Return a function that checks the reports of frames, for `DataFrame.mapInPandas(check_frames(task), SPARK_SCHEMA)`.

    A row that cannot be used comes out with its `reason` and without a verdict. `row` counts within a partition. Spark
    takes a dot in a name for a part of a column: `__` stands for it, as in `dossiers__new`.
    """

    def check(frames: "Frames") -> "Frames":
        first = 1
        for frame in frames:
            for start in range(0, len(frame), ROWS):
                some = frame.iloc[start : start + ROWS]
                yield _checked(task, some, first)
                first += len(some)

    return check


def _checked(task: CheckTask, frame: "pd.DataFrame", first: int) -> "pd.DataFrame":
    worker = worker_of(task)
    batch = pa.RecordBatch.from_pandas(frame, preserve_index=False)
    names = [name.replace("__", ".") for name in batch.schema.names]
    block = Block(np.arange(first, first + len(frame)), dict(zip(names, batch.columns, strict=True)))
    rows = report_rows(block, worker.meanings_of(names), worker.kinds, worker.pack.figures)
    found = []
    if rows.kept.any():
        judged = worker.checker.check(rows, worker.compiling.kernel() if worker.compiling else None)
        found = record_batch(rows, judged, worker.kinds, task.verdicts, task.lang).to_pylist()
    table = pa.Table.from_pylist([*found, *map(_rejected, rows.rejects)], _RESULT)
    frame_out: pd.DataFrame = table.to_pandas()
    return frame_out


def _rejected(one: Reject) -> dict[str, object]:
    where = f"{one.column}: " if one.column else ""
    return {"row": one.row, "reason": f"{where}{one.reason}"}
