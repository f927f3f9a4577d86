"""Parts are whole or not there; a folder is used only by its own run."""

import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from cchc.model.errors import UsageError
from cchc.tables.parts import Parts
from cchc.tables.rejects import Reject
from cchc.tables.writing import PartWriter, Shape, join, join_rejects

BATCH = pa.RecordBatch.from_pydict({"n": [1, 2], "x": [0.5, None], "t": ["=1+1", 'a "b", c']})


def text(result: Path, rejects: Path) -> Mapping[str, int]:
    result.write_text("x\n")
    rejects.write_text("")
    return {"rows": 1}


def test_a_finished_part_is_found_by_the_same_run_and_by_no_other(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "p", ".csv")
    assert parts.begin({"run": 1}) is False
    assert parts.done(0) is None
    parts.write(0, text)
    assert parts.begin({"run": 1}) is True
    assert parts.done(0) == {"rows": 1}
    assert parts.begin({"run": 2}) is False
    assert parts.done(0) is None


def test_a_part_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "p", ".csv")
    parts.begin({})

    def half(result: Path, rejects: Path) -> Mapping[str, int]:
        text(result, rejects)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parts.write(0, half)
    assert parts.done(0) is None
    assert [path.name for path in (tmp_path / "p").iterdir()] == ["cchc-run.json"]


@pytest.mark.parametrize("harm", ["remove", "cut", "empty", "no rejects"])
def test_a_part_without_its_counts_or_its_result_is_made_again(tmp_path: Path, harm: str) -> None:
    parts = Parts(tmp_path / "p", ".csv")
    parts.begin({})
    parts.write(0, text)
    if harm == "remove":
        parts.result(0).unlink()
    elif harm == "empty":
        parts.result(0).write_bytes(b"")
    elif harm == "no rejects":
        parts.rejects(0).unlink()
    else:
        (tmp_path / "p" / "part-000000.json").write_text('{"ro')
    assert parts.done(0) is None


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.docx").write_text("quý giá")
    (tmp_path / "part-000001.csv").write_text("cũ")
    with pytest.raises(UsageError, match=r"bao-cao\.docx"):
        Parts(tmp_path, ".csv").begin({"run": 1})
    assert {path.name for path in tmp_path.iterdir()} == {"bao-cao.docx", "part-000001.csv"}


@pytest.mark.parametrize("name", ["part-00000-abc.parquet", "part-000001.csv", "rejects.csv"])
def test_a_folder_that_no_run_made_is_left_alone_whatever_its_files_are_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("của chương trình khác")
    with pytest.raises(UsageError, match=name):
        Parts(tmp_path, ".csv").begin({"run": 1})
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_parts_of_another_program_beside_ours_are_left_alone(tmp_path: Path) -> None:
    Parts(tmp_path, ".csv").begin({"run": 1})
    (tmp_path / "part-00000-abc.parquet").write_text("của chương trình khác")
    with pytest.raises(UsageError, match="part-00000-abc"):
        Parts(tmp_path, ".csv").begin({"run": 2})


def test_what_a_killed_process_left_half_done_is_gone_when_the_run_goes_on(tmp_path: Path) -> None:
    parts = Parts(tmp_path, ".csv")
    parts.begin({"run": 1})
    (tmp_path / ".part-000000-may-7.csv").write_text("nửa")
    assert parts.begin({"run": 1}) is True
    assert [path.name for path in tmp_path.iterdir()] == ["cchc-run.json"]


def test_a_run_killed_while_it_wrote_down_what_it_is_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "cchc-run.json").write_text('{"ta')
    assert Parts(tmp_path, ".csv").begin({"run": 1}) is False
    assert Parts(tmp_path, ".csv").begin({"run": 1}) is True


def test_two_runs_are_not_in_one_folder_at_once(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    parts = Parts(tmp_path / "p", ".csv")
    with parts.alone(), pytest.raises(UsageError, match="một lệnh khác đang ghi"), parts.alone():
        pass
    with parts.alone():
        pass


def written(folder: Path, shape: Shape, count: int = 2) -> list[Path]:
    paths = []
    for n in range(count):
        path = folder / f"p{n}{shape.suffix}"
        with PartWriter(path, folder / f"r{n}", shape, "bang.csv") as writer:
            writer.add(BATCH)
            writer.reject([Reject(7 + n, "không phải một số", "=cột", '5"')])
            writer.close(BATCH.schema)
        paths.append(path)
    return paths


def test_csv_is_joined_under_one_heading_and_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    import pandas as pd

    shape = Shape(".csv", ("Số", "Điểm", "Chữ"), ";", ",")
    join(written(tmp_path, shape), tmp_path / "all.csv", shape)
    raw = (tmp_path / "all.csv").read_bytes()
    assert raw.startswith("\ufeff".encode())
    frame = pd.read_csv(tmp_path / "all.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert frame.columns.tolist() == ["Số", "Điểm", "Chữ"]
    assert frame["Số"].tolist() == [1, 2, 1, 2]
    assert frame["Điểm"].tolist()[0] == 0.5
    assert frame["Điểm"].isna().tolist() == [False, True, False, True]
    assert frame["Chữ"].tolist()[:2] == ["'=1+1", 'a "b", c']


def test_parquet_is_joined_as_it_is(tmp_path: Path) -> None:
    shape = Shape(".parquet")
    join(written(tmp_path, shape), tmp_path / "all.parquet", shape)
    assert pq.read_table(tmp_path / "all.parquet").to_pydict() == pa.Table.from_batches([BATCH, BATCH]).to_pydict()


def test_rejects_are_joined_with_file_row_column_cell_and_reason(tmp_path: Path) -> None:
    import pandas as pd

    written(tmp_path, Shape(".none"))
    join_rejects([tmp_path / "r0", tmp_path / "r1"], tmp_path / "r.csv")
    frame = pd.read_csv(tmp_path / "r.csv")
    assert frame.columns.tolist() == ["tệp", "dòng", "cột", "ô", "lý do"]
    assert frame.values.tolist() == [["bang.csv", n, "'=cột", '5"', "không phải một số"] for n in (7, 8)]


def test_what_a_run_is_stands_in_its_folder(tmp_path: Path) -> None:
    Parts(tmp_path / "p", ".csv").begin({"task": {"check": "abc"}})
    assert json.loads((tmp_path / "p" / "cchc-run.json").read_text()) == {"task": {"check": "abc"}}
