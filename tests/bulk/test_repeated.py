"""Rows of one unit, or of one unit and period, in a result: counted and named, wherever they stand."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from cchc.bulk.repeated import Repeated, repeated_reports, repeated_units
from cchc.bulk.tables_run import Target
from cchc.tables.writing import PartWriter, Shape

NAMES = ("Dòng", "Mã", "Đơn vị", "Cấp", "Tỉnh", "Kỳ")
Row = tuple[str, str, str, str, str]
FIRST: Row = ("a", "Sở A", "department", "Bắc Giang", "tháng 4/2025")


def result(folder: Path, rows: list[Row], suffix: str, sep: str = ",") -> Target:
    """Write rows as a result of a check, its few words as codes, as a whole file."""
    small = pa.dictionary(pa.int16(), pa.string())
    kinds = (pa.string(), pa.string(), small, small, small)
    columns = [pa.array([row[n] for row in rows], pa.string()).cast(kind) for n, kind in enumerate(kinds)]
    batch = pa.RecordBatch.from_arrays(
        [pa.array(range(len(rows))), *columns], ["row", "id", "unit", "level", "province", "period"]
    )
    target = folder / f"result{suffix}"
    if suffix == ".parquet":
        pq.write_table(pa.table(batch), target)
        return Target(target)
    shape = Shape(suffix, NAMES, sep)
    part = folder / "part"
    with PartWriter(part, folder / "rejects", shape, "x.csv") as writer:
        writer.add(batch)
        writer.close(batch.schema)
    target.write_bytes(shape.first_line().encode() + part.read_bytes())
    return Target(target)


@pytest.mark.parametrize(("suffix", "sep"), [(".parquet", ","), (".csv", ","), (".csv", ";")])
def test_a_report_is_a_unit_of_a_level_and_province_and_a_period(tmp_path: Path, suffix: str, sep: str) -> None:
    def but(**told: str) -> Row:
        fields = dict(zip(("id", "unit", "level", "province", "period"), FIRST, strict=True)) | told
        return (fields["id"], fields["unit"], fields["level"], fields["province"], fields["period"])

    others = [
        FIRST, but(id="b"), but(level="commune"), but(province="Hải Phòng"), but(period="tháng 5/2025"),
        but(id="", unit="Sở B"), ("", "", "department", "Bắc Giang", "tháng 4/2025"),
        ("", "", "department", "Bắc Giang", "tháng 4/2025"),
    ]  # fmt: skip
    assert repeated_reports(result(tmp_path, others, suffix, sep)) == Repeated(0)
    # The name does not matter beside an id, nor do capitals; without an id it is the name.
    rows = [*others, but(id="A", unit="Sở Cũ"), but(id="", unit="sở b"), but(id="", unit="SỞ B")]
    assert repeated_reports(result(tmp_path, rows, suffix, sep)) == Repeated(
        2,
        (
            (("a", "department", "bắc giang", "tháng 4/2025"), 2),
            (("sở b", "department", "bắc giang", "tháng 4/2025"), 3),
        ),
    )


def test_units_are_found_far_apart_and_the_first_five_named(tmp_path: Path) -> None:
    rows = [(f"u{n}", *FIRST[1:]) for n in range(150_000)]
    assert repeated_units(result(tmp_path, rows, ".parquet")) == Repeated(0)
    again = [*rows, *(rows[n] for n in (140_000, 70_000, 9, 8, 7, 6, 5, 9))]
    found = repeated_units(result(tmp_path, again, ".parquet"))
    assert found == Repeated(7, tuple(((f"u{n}",), 3 if n == 9 else 2) for n in (5, 6, 7, 8, 9)))


def test_the_parts_of_a_folder_are_one_result(tmp_path: Path) -> None:
    rows = [("a", *FIRST[1:]), ("b", *FIRST[1:])]
    for n, some in enumerate((rows, rows[:1])):
        result(tmp_path, some, ".parquet").path.rename(tmp_path / f"part-{n:06}.parquet")  # type: ignore[union-attr]
    assert repeated_units(Target(tmp_path)) == Repeated(1, ((("a",), 2),))
    assert repeated_units(Target(None)) == Repeated(0)
