"""Frames in, frames out, as Spark calls it: the same as from a file, in whatever pieces the frames come."""

from pathlib import Path

import pandas as pd
import pytest
from pyarrow import parquet as pq
from tests.bulk.tables import every_heading, random_rows, write_csv
from tests.cli.small import call

from cchc.bulk.check_task import CheckTask
from cchc.bulk.frames import SPARK_SCHEMA, check_frames
from cchc.bulk.kinds import Key
from cchc.bulk.task import content_digest
from cchc.packs.pack import Pack
from cchc.tables.writing import Shape


@pytest.fixture
def task(pack: Pack) -> CheckTask:
    return CheckTask(pack.root, content_digest(pack.root), Shape(".parquet"), Key("", "", "", "", ""), compiled=False)


def test_the_same_as_from_a_file_whatever_the_pieces(pack: Pack, task: CheckTask, tmp_path: Path) -> None:
    rows, headings = random_rows(pack, 24, seed=4), every_heading(pack)
    source = write_csv(tmp_path / "a.csv", rows, headings)
    call("check", source, "--summary", "-o", tmp_path / "o.parquet")
    expected = pq.read_table(tmp_path / "o.parquet").to_pandas().drop(columns="row").astype(object)
    frame = pd.read_csv(source, dtype=str)
    for size in (24, 5):
        pieces = (frame.iloc[start : start + size] for start in range(0, 24, size))
        found = pd.concat(check_frames(task)(pieces), ignore_index=True)
        assert found["row"].tolist() == list(range(1, 25))
        assert found["reason"].isna().all()
        assert found.drop(columns=["row", "reason"]).astype(object).equals(expected)


def test_a_row_that_cannot_be_used_comes_with_its_reason(task: CheckTask) -> None:
    frame = pd.DataFrame({
        "đơn vị": ["A", "B"], "cấp": "sở", "tỉnh": "Bắc Giang", "kỳ": "2025-04", "dossiers__new": ["5", "năm"],
    })  # fmt: skip
    [found] = check_frames(task)(iter([frame]))
    assert found["row"].tolist() == [1, 2]
    assert found["verdict"].isna().tolist() == [False, True]
    assert found["reason"][1].startswith("dossiers.new: 'năm' không phải là một số")
    assert [part.split()[0] for part in SPARK_SCHEMA.split(", ")] == found.columns.tolist()
