"""Many units in one table as people score them: how many in each band, a line each, rows that cannot be used."""

import json
import re
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet as pq
from tests.cli.small import call
from tests.conftest import ROOT, SAMPLES

PORTAL = ROOT / "tests/data/qd766-month.csv"
UNITS = SAMPLES / "units-2025.csv"
ROOMS = ("--index", "rooms-and-units")


def test_the_file_of_the_portal_and_what_a_scorecard_says_of_it(tmp_path: Path) -> None:
    target = tmp_path / "diem.csv"
    done = call("score", PORTAL, "--summary", "-o", target)
    assert (done.exit_code, "Đã chấm 20 đơn vị." in done.stdout) == (0, True)
    frame = pd.read_csv(target, encoding="utf-8-sig", keep_default_na=False)
    units = json.loads(call("score", PORTAL, "--format", "json").stdout)["units"]
    assert frame["Mã"].tolist() == [unit["id"] for unit in units]
    assert frame["Điểm"].tolist() == [unit["points"] for unit in units]
    assert frame["Chỉ số thấp nhất (%)"].tolist() == [unit["range"][0] for unit in units]
    assert frame["Xếp loại"].tolist() == [unit["band"] or "" for unit in units]
    weak = sum(unit["band"] == "Yếu" for unit in units)
    assert re.search(rf"Yếu +{weak} ", done.stdout)


def test_parquet_and_processes_give_the_same(tmp_path: Path) -> None:
    text = "\n".join(line for line in UNITS.read_text("utf-8").splitlines() if not line.startswith("#"))
    (tmp_path / "u.csv").write_text(text, encoding="utf-8")
    pq.write_table(pa.Table.from_pandas(pd.read_csv(tmp_path / "u.csv", dtype=str)), tmp_path / "u.parquet")
    found = []
    for source, more in (
        (tmp_path / "u.csv", ()),
        (tmp_path / "u.csv", ("--workers", "2")),
        (tmp_path / "u.parquet", ()),
    ):
        target = tmp_path / "o.parquet"
        done = call("score", source, "--summary", *ROOMS, "-o", target, *more)
        assert done.exit_code == 0, done.output
        found.append(pq.read_table(target).drop_columns("row"))
    assert found[0].num_rows == 9
    assert found[0].equals(found[1])
    assert found[0].equals(found[2])


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_unit_with_two_rows_and_one_without_an_id_are_named(tmp_path: Path, suffix: str) -> None:
    lines = UNITS.read_text("utf-8").splitlines()
    head = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    first = lines[head + 1]
    own = first.split(",", 1)
    path = tmp_path / "u.csv"
    path.write_text(
        "\n".join([*lines[head:], first.replace(own[0], own[0].lower(), 1), "," + own[1]]), encoding="utf-8"
    )
    done = call("score", path, "--summary", *ROOMS, "-o", tmp_path / f"o{suffix}", "--sep", ";")
    assert done.exit_code == 2
    assert f"mã đơn vị '{own[0].lower()}' có 2 dòng" in done.stderr
    assert "ô này không được để trống" in done.stderr
    assert "Đã chấm 10 đơn vị." in done.stdout


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--explain", "P1"), "--explain không dùng được với --summary"),
        (("--robustness",), "--robustness không dùng được với --summary"),
        (("--merge",), "--merge không dùng được với --summary"),
        (("--format", "csv"), "--summary không có --format"),
        ((), "--summary cần --index"),
        (("--index", "par-index-province"), "mới có khung"),
        (("--index", "khong-co"), "không có bộ chỉ số"),
    ],
)
def test_calls_that_cannot_be_are_refused(more: tuple[str, ...], said: str) -> None:
    done = call("score", UNITS, "--summary", *more)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
