"""The 766 index on real counts: our points are those that the portal published."""

import csv
import json
from pathlib import Path

import pytest
from tests.cli.small import call
from tests.conftest import ROOT

FILE = ROOT / "tests/data/qd766-month.csv"
PUBLISHED = {
    "transparency": "published_transparency_score",
    "progress": "published_progress_score",
    "online_service": "published_online_score",
    "online_payment": "published_payment_score",
    "satisfaction": "published_satisfaction_score",
    "digitization": "published_digitization_score",
}


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["unit_code"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def units() -> dict[str, dict[str, float | None]]:
    result = call("score", FILE, "--index", "service-quality-766", "--format", "json")
    assert result.exit_code == 0, result.output
    return {unit["id"]: unit["groups"] for unit in json.loads(result.stdout)["units"]}


@pytest.mark.parametrize("group", [name for name in PUBLISHED if name != "online_service"])
def test_every_unit_has_the_published_points(
    group: str, units: dict[str, dict[str, float | None]], rows: dict[str, dict[str, str]]
) -> None:
    assert {id_: groups[group] for id_, groups in units.items()} == {
        id_: float(row[PUBLISHED[group]]) for id_, row in rows.items()
    }


def test_online_services_are_scored_where_counts_are_published(
    units: dict[str, dict[str, float | None]], rows: dict[str, dict[str, str]]
) -> None:
    counted = {id_ for id_, row in rows.items() if row["online_services_total"]}
    assert counted == {"P"}
    assert units["P"]["online_service"] == float(rows["P"]["published_online_score"])
    assert {units[id_]["online_service"] for id_ in units if id_ not in counted} == {None}


def test_the_order_of_columns_and_rows_does_not_matter(
    tmp_path: Path, units: dict[str, dict[str, float | None]]
) -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        first, *others = list(csv.reader(file))
    turned = tmp_path / "turned.csv"
    with turned.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([line[::-1] for line in (first, *others[::-1])])
    result = call("score", turned, "--format", "json")
    assert {unit["id"]: unit["groups"] for unit in json.loads(result.stdout)["units"]} == units
    assert "Cổng Dịch vụ công quốc gia" in result.stderr


def test_what_only_informs_may_be_missing(tmp_path: Path, units: dict[str, dict[str, float | None]]) -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [{**row, "avg_processing_days": ""} for row in csv.DictReader(file)]
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    result = call("score", path, "--format", "json")
    assert {unit["id"]: unit["groups"] for unit in json.loads(result.stdout)["units"]} == units


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("dossiers_on_time", "nhiều", "'nhiều' không phải là một số"),
        ("dossiers_with_fee", "-3", "a.csv:2"),
        ("level", "DISTRICT", "loại 'DISTRICT' không có"),
        ("unit_code", "", "không được để trống"),
        ("period_to", "2026-13-01", "cần một ngày"),
    ],
)
def test_a_wrong_cell_is_named(column: str, cell: str, words: str, tmp_path: Path) -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0][column] = cell
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    result = call("score", path)
    assert result.exit_code == 2
    assert words in result.stderr
    assert column in result.stderr


def test_the_index_is_not_for_rooms_nor_for_the_time_before_it(tmp_path: Path) -> None:
    assert (
        "không dùng cho phòng"
        in call("score", ROOT / "tests/data/two-units.csv", "--index", "service-quality-766").stderr
    )
    early = tmp_path / "early.csv"
    early.write_text(FILE.read_text("utf-8").replace("2026-08-", "2021-08-"), encoding="utf-8")
    assert "có hiệu lực từ 23/6/2022" in call("score", early).stderr
