"""A unit of a big table gets what it gets in a scorecard, by every index that can score."""

import random
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from tests.conftest import ROOT

from cchc.bulk.score_rows import ScoreShape
from cchc.bulk.unit_rows import UnitColumns, UnitRows
from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.errors import InputError, UsageError
from cchc.model.scorecard import UnitScore
from cchc.packs.appraisal import appraisal
from cchc.packs.column_maps import column_maps
from cchc.packs.curve_specs import ENTERED
from cchc.packs.indices import IndexDef
from cchc.packs.load import load_pack
from cchc.packs.locate import content_root
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, needed_figures, ready_index
from cchc.scoring.columns import score_columns
from cchc.scoring.knowledge import Knowledge
from cchc.scoring.scorecards import scorecards
from cchc.tables.block import Block

PACK = load_pack(content_root(None))
INDICES = [one.id for one in PACK.indices.values() if not one.frame_only]
NUMBERS = ("points", "possible", "applicable", "coverage", "percent")


def headings_of(pack: Pack, index: IndexDef) -> Headings:
    return Headings(pack.figures, index, appraisal(pack.root))


def random_units(pack: Pack, index: IndexDef, size: int) -> tuple[list[str], list[list[str]]]:
    """A table as an office would fill it in: figures, points that people give, criteria that do not apply, gaps."""
    choose = random.Random(index.id)
    figures = needed_figures(pack, index)
    judged = [leaf for leaf in index.leaves() if leaf.curve.type in ENTERED]
    names = ["mã", "đơn vị", "loại", "không áp dụng", *figures, *(f"chấm:{leaf.code}" for leaf in judged)]
    codes = [leaf.code for leaf in index.leaves()]
    rows = []
    for n in range(size):
        gap = choose.choice([0, 0.1, 0.6])
        left_out = " ".join(choose.sample(codes, choose.choice([0, 0, 1, 2]))) if len(codes) > 2 else ""
        cells = [_cell(pack, name, choose) if choose.random() >= gap else "" for name in figures]
        points = [_points(leaf.max, leaf, choose) if choose.random() >= gap else "" for leaf in judged]
        rows.append([f"u{n}", f"Đơn vị {n}", choose.choice(index.kinds), left_out, *cells, *points])
    return names, rows


def _cell(pack: Pack, name: str, choose: random.Random) -> str:
    if pack.figures[name].kind == "percent":
        return choose.choice(["90%", "12,5%", "100%", "0%", "66,67"])
    return str(choose.choice([0, 1, 2, 3, 10, 40, 100]))


def _points(most: float, leaf: object, choose: random.Random) -> str:
    options = getattr(getattr(leaf, "curve", None), "options", None)
    return options[0].label.vi if options else str(choose.choice([0, most, most / 2])).replace(".", ",")


def by_block(
    pack: Pack, index: IndexDef, names: list[str], rows: list[list[str]], blocks: int
) -> list[dict[str, object]]:
    ready = ready_index(pack, index, ScoreOptions())
    shape = ScoreShape(ready, "vi")
    columns = UnitColumns.of(names, headings_of(pack, index), None, Path("bang.csv"))
    found: list[dict[str, object]] = []
    for some in np.array_split(np.arange(len(rows)), blocks):
        cells = {name: pa.array([rows[n][k] for n in some], pa.string()) for k, name in enumerate(names)}
        table, numbers, rejects, _ = UnitRows(columns, index).read(Block(some + 2, cells))
        assert rejects == ()
        found += shape.batch(table, numbers, score_columns(ready, table)).to_pylist()
    return found


@pytest.mark.parametrize("index_id", INDICES)
def test_the_same_numbers_as_in_a_scorecard(index_id: str, tmp_path: Path) -> None:
    index = PACK.indices[index_id]
    names, rows = random_units(PACK, index, 40)
    path = tmp_path / "bang.csv"
    path.write_text("\n".join(";".join(line) for line in [names, *rows]) + "\n", encoding="utf-8")
    table = read_units(path, headings_of(PACK, index))
    ready = ready_index(PACK, index, ScoreOptions())
    card = scorecards(ready, table, Knowledge(PACK.figures, PACK.sources, appraisal(PACK.root), "vi"))
    lines = by_block(PACK, index, names, rows, blocks=3)
    for unit, line in zip(card.units, lines, strict=True):
        assert_same(unit, line)


def shown(value: float | None) -> float | None:
    """As a scorecard is written: without the binary noise of sums."""
    return None if value is None else round(value, 6)


def assert_same(unit: UnitScore, line: dict[str, object]) -> None:
    assert (line["id"], line["unit"], line["kind"]) == (unit.id, unit.name, unit.kind)
    assert [line[name] for name in NUMBERS] == [shown(getattr(unit, name)) for name in NUMBERS]
    assert (line["low"], line["high"]) == tuple(map(shown, unit.range))
    assert (line["points_low"], line["points_high"]) == tuple(map(shown, unit.points_range))
    assert (line["band"], line["possible_bands"]) == (unit.band, "; ".join(unit.bands))
    open_ = {c.domain for c in unit.criteria if c.state == "unknown" and c.max > 0}
    points = [None if d.code in open_ else shown(d.points) for d in unit.domains]
    assert [
        value
        for name, value in line.items()
        if name.startswith("points_") and name not in ("points_low", "points_high")
    ] == points


def test_the_columns_of_the_national_portal_are_taken_as_they_are(pack: Pack) -> None:
    data = ROOT / "tests/data/qd766-month.csv"
    index, mapped = pack.indices["service-quality-766"], column_maps(ROOT)[0]
    lines = [line for line in data.read_text("utf-8-sig").splitlines() if not line.startswith("#")]
    names = lines[0].split(",")
    columns = UnitColumns.of(names, headings_of(pack, index), mapped, data)
    cells = {
        name: pa.array([line.split(",")[k] for line in lines[1:]])
        for k, name in enumerate(names)
        if name in columns.targets
    }
    table, _, rejects, _ = UnitRows(columns, index).read(Block(np.arange(2, len(lines) + 1), cells))
    assert rejects == ()
    whole = read_units(data, headings_of(pack, index), mapped)
    assert table.ids == whole.ids
    for name, values in whole.figures.values.items():
        assert np.array_equal(table.figures.values[name], values, equal_nan=True), name


def test_rows_that_cannot_be_scored_are_named(pack: Pack) -> None:
    index = pack.indices["rooms-and-units"]
    names = ["mã", "đơn vị", "loại", "dossiers.resolved"]
    columns = UnitColumns.of(names, headings_of(pack, index), None, Path("bang.csv"))
    rows = [["a", "A", "phòng", "5"], ["", "B", "phòng", "5"], ["c", "C", "", "5"], ["d", "D", "nhà", "5"], ["e", "E", "xã", "5"],
            ["f", "F", "phòng", "năm"], ["", "", "", ""]]  # fmt: skip
    cells = {name: pa.array([row[k] for row in rows]) for k, name in enumerate(names)}
    table, numbers, rejects, blank = UnitRows(columns, index).read(Block(np.arange(2, 9), cells))
    assert (table.ids, numbers.tolist(), blank) == (("a",), [2], 1)
    assert [(one.row, one.column, one.cell) for one in rejects] == [
        (3, "mã", ""), (4, "loại", ""), (5, "loại", "nhà"), (6, "loại", "xã"), (7, "dossiers.resolved", "năm"),
    ]  # fmt: skip
    assert "không dùng cho" in rejects[3].reason


@pytest.mark.parametrize(
    ("names", "error", "said"),
    [
        (["mã", "đơn vị", "dossiers.resolved"], InputError, "thiếu cột 'loại'"),
        (["mã", "đơn vị", "loại", "dossiers.resolvd"], InputError, "dossiers.resolved"),
        (["mã", "đơn vị", "loại", "ma don vi"], InputError, "trùng nghĩa"),
    ],
)
def test_headings_that_cannot_be_used_are_said(pack: Pack, names: list[str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        UnitColumns.of(names, headings_of(pack, pack.indices["rooms-and-units"]), None, Path("bang.csv"))


def test_an_index_that_counts_lateness_is_not_scored_without_it(pack: Pack) -> None:
    index = pack.indices["rooms-and-units"].model_copy(update={"late": object()})
    with pytest.raises(UsageError, match="nộp muộn"):
        UnitColumns.of(["mã", "đơn vị", "loại", "ngày nộp"], headings_of(pack, index), None, Path("bang.csv"))
