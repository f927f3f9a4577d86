"""Parquet in slices of whole row groups."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from cchc.model.errors import InputError
from cchc.tables import parquet
from cchc.tables.block import ROWS, Block
from cchc.tables.source import open_tables, read_slice


def test_every_row_once_with_its_number_and_only_the_columns_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_SLICE_ROWS", 2_000)
    size = ROWS + 5_000
    table = pa.table({"a": pa.array(range(size)), "b": pa.array(["x"] * size), "c": pa.array([1.5] * size)})
    pq.write_table(table, tmp_path / "bang.parquet", row_group_size=1_500)
    [opened] = open_tables([tmp_path / "bang.parquet"])
    assert (opened.rows, opened.headings, len(opened.slices)) == (size, ("a", "b", "c"), 5)
    blocks = [block for piece in opened.slices for block in read_slice(piece, {"a", "c"})]
    assert all(isinstance(block, Block) and list(block.columns) == ["a", "c"] for block in blocks)
    numbers = [n for block in blocks if isinstance(block, Block) for n in block.rows.tolist()]
    values = [n for block in blocks if isinstance(block, Block) for n in block.columns["a"].to_pylist()]
    assert numbers == list(range(1, size + 1))
    assert values == list(range(size))


@pytest.mark.parametrize("cut", [0, 4, -20])
def test_a_file_that_is_none_or_cut_short_is_said(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "bang.parquet"
    pq.write_table(pa.table({"a": [1]}), path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(InputError, match="không phải tệp Parquet"):
        open_tables([path])


def test_a_table_without_rows_is_said(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": pa.array([], pa.int64())}), tmp_path / "bang.parquet")
    with pytest.raises(InputError, match="chưa có dòng nào"):
        open_tables([tmp_path / "bang.parquet"])


def test_a_folder_is_its_tables_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.parquet", "a.parquet"):
        pq.write_table(pa.table({"a": [1]}), tmp_path / name)
    (tmp_path / "ghi-chu.txt").write_text("")
    assert [table.path.name for table in open_tables([tmp_path])] == ["a.parquet", "b.parquet"]
    (tmp_path / "trong").mkdir()
    with pytest.raises(InputError, match="không có tệp bảng nào"):
        open_tables([tmp_path / "trong"])
