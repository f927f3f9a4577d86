"""The scorecard as CSV, JSON and text."""

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import knowledge

from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.scorecard import Scorecard
from cchc.output.scorecard_csv import scorecard_csv
from cchc.output.scorecard_json import scorecard_json
from cchc.output.scorecard_text import scorecard_text
from cchc.packs.pack import Pack
from cchc.scoring.scorecards import scorecards
from cchc.scoring.tree import make_ready

SAMPLE = Path(__file__).resolve().parents[2] / "sample_reports" / "units-2025.csv"


@pytest.fixture(scope="module")
def card(pack: Pack) -> Scorecard:
    index = pack.indices["rooms-and-units"]
    rates = {rate.definition.id: rate.tree for rate in pack.rates}
    ready = make_ready(index, pack.vocabulary.parser(), rates, {})
    table = read_units(SAMPLE, Headings(pack.figures, index, knowledge(pack).appraisal))
    return scorecards(ready, table, knowledge(pack))


def _renamed(card: Scorecard, name: str) -> Scorecard:
    first = card.units[0].model_copy(update={"name": name})
    return card.model_copy(update={"units": (first, *card.units[1:])})


def test_csv_is_read_back_by_pandas(card: Scorecard) -> None:
    frame = pd.read_csv(io.BytesIO(scorecard_csv(card).encode()), encoding="utf-8-sig")
    assert len(frame) == 9
    assert frame["Đơn vị"].tolist()[0] == "Văn phòng Sở"
    best = frame.iloc[0]
    assert (best["Hạng"], best["Xếp loại"]) == (1, "Xuất sắc")
    assert best["Chỉ số (%)"] == pytest.approx(card.by_rank()[0].percent or 0, abs=0.005)
    assert best["Mất điểm 1"].startswith("1.2 ")
    assert "hoàn thành đúng hạn thêm 3 nhiệm vụ" in best["Cách lấy lại 1"]


def test_csv_leaves_empty_what_nobody_can_know(card: Scorecard) -> None:
    rows = list(csv.DictReader(io.StringIO(scorecard_csv(card).removeprefix("\ufeff"))))
    unit = rows[-1]
    assert (unit["Mã"], unit["Chỉ số (%)"], unit["Hạng"]) == ("TTR", "", "")
    assert unit["Xếp loại"] == "chưa chắc chắn: Yếu đến Xuất sắc"
    assert float(unit["Chỉ số thấp nhất (%)"]) < float(unit["Chỉ số cao nhất (%)"])
    # Nothing of one-stop service applies to the inspectorate: no 0 that looks like a result.
    assert unit["8. Cơ chế một cửa, một cửa liên thông (tối đa 9)"] == ""


def test_every_csv_line_has_the_cells_of_the_heading(card: Scorecard) -> None:
    lines = list(csv.reader(io.StringIO(scorecard_csv(card).removeprefix("\ufeff"))))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(set(lines[0])) == len(lines[0])


@pytest.mark.parametrize("name", ["=1+1", "+84 phòng", "-Phòng", "@sum", "\tPhòng", "\rPhòng"])
def test_csv_never_carries_a_formula(name: str, card: Scorecard) -> None:
    text = scorecard_csv(_renamed(card, name))
    names = [row[2] for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]
    assert f"'{name}" in names
    assert name not in names


def test_csv_starts_with_a_bom_and_writes_negative_differences_as_numbers(card: Scorecard) -> None:
    first = card.units[0].model_copy(update={"self_difference": -1.25})
    text = scorecard_csv(card.model_copy(update={"units": (first,)}))
    assert text.startswith("\ufeff")
    assert ",-1.25," in text


def test_csv_goes_through_a_spreadsheet_and_back(card: Scorecard, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    frame = pd.read_csv(io.BytesIO(scorecard_csv(card).encode()), encoding="utf-8-sig")
    frame.to_excel(tmp_path / "bang-diem.xlsx", index=False)
    rows = list(openpyxl.load_workbook(tmp_path / "bang-diem.xlsx").active.iter_rows(values_only=True))
    assert list(rows[0]) == list(frame.columns)
    by_name = {row[rows[0].index("Đơn vị")]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    assert set(by_name) == {unit.name for unit in card.units}
    unit = next(u for u in card.units if u.id == "KC")
    row = by_name["Trung tâm Khuyến công và Xúc tiến thương mại"]
    assert row["Chỉ số (%)"] == pytest.approx(unit.percent, abs=0.005)
    assert row["Xếp loại"] == unit.band
    assert row["Mất điểm 1"].startswith("9.3 Đạt chỉ tiêu chuyên môn, kinh tế - xã hội được giao: mất 1,33")
    assert row["Cách lấy lại 1"] == "đạt thêm 2 chỉ tiêu: +1,33 điểm"


def test_every_output_says_that_the_index_is_a_proposal_and_the_sample_invented(card: Scorecard) -> None:
    for text in (scorecard_text(card), scorecard_json(card)):
        assert "chưa phải bộ chỉ số do cơ quan có thẩm quyền ban hành" in text
        assert "số liệu giả định" in text
    rows = list(csv.DictReader(io.StringIO(scorecard_csv(card).removeprefix("\ufeff"))))
    assert {row["Ghi chú"] for row in rows} == {"số liệu giả định"}
    assert all("Bộ chỉ số đề xuất" in row["Bộ chỉ số"] for row in rows)


def test_a_remark_on_one_unit_stands_with_that_unit(card: Scorecard) -> None:
    own = card.units[0].model_copy(update={"remark": "mới thành lập"})
    text = scorecard_text(card.model_copy(update={"units": (own, *card.units[1:])}))
    assert "Văn phòng Sở (VP)\n  Ghi chú: mới thành lập\n" in text


def _with_self_scores(card: Scorecard, difference: float | None, per_criterion: float | None) -> str:
    unit = next(u for u in card.units if u.id == "VP")
    criteria = tuple(
        c.model_copy(update={"difference": per_criterion if c.self_score is not None else None}) for c in unit.criteria
    )
    changed = unit.model_copy(update={"self_difference": difference, "criteria": criteria})
    return scorecard_text(card.model_copy(update={"units": (changed,)}))


def test_self_scores_without_computed_points_are_not_equal_to_them(card: Scorecard) -> None:
    text = _with_self_scores(card, None, None)
    assert "Tự chấm 9 điểm ở 2 tiêu chí; chưa có điểm tính để so" in text
    assert "chênh 0" not in text


def test_binary_noise_is_no_difference(card: Scorecard) -> None:
    text = _with_self_scores(card, -2e-16, -1e-16)
    assert "so với điểm tính ở 2 tiêu chí có cả hai: bằng nhau" in text
    assert "(0)" not in text


def test_coverage_is_never_rounded_up_to_the_threshold(card: Scorecard) -> None:
    unit = card.units[0].model_copy(update={"coverage": 0.7999, "percent": None, "rank": None, "band": None})
    low = card.model_copy(update={"units": (unit,)})
    assert "79,9%" in scorecard_text(low)
    assert ",79.99," in scorecard_csv(low)


def test_json_keeps_the_contract(card: Scorecard) -> None:
    data = json.loads(scorecard_json(card))
    assert data["index"] == "rooms-and-units"
    wanted = {"id", "name", "points", "possible", "percent", "range", "coverage", "band", "rank", "criteria"}
    for unit in data["units"]:
        assert wanted <= set(unit)
        low, high = unit["range"]
        assert 0 <= low <= high <= 100
        assert 0 <= unit["coverage"] <= 1
    unsure = next(u for u in data["units"] if u["id"] == "TTR")
    assert (unsure["percent"], unsure["band"], unsure["rank"]) == (None, None, None)
    assert {c["state"] for c in unsure["criteria"]} == {"scored", "unknown", "not_applicable"}


def test_json_is_the_same_every_time_and_carries_no_binary_noise(card: Scorecard) -> None:
    text = scorecard_json(card)
    assert text == scorecard_json(card)
    assert "0000000001" not in text
    assert "99999999" not in text


def test_text_ranks_units_and_says_what_wins_points_back(card: Scorecard) -> None:
    text = scorecard_text(card)
    assert text.index("Văn phòng Sở") < text.index("Chi cục Quản lý thị trường") < text.index("Thanh tra Sở")
    assert "Chỉ số, hạng, xếp loại chỉ nêu khi độ phủ số liệu từ 80% trở lên." in text
    assert "mất 0,5 trên 5 điểm; hoàn thành thêm 1 nhiệm vụ kế hoạch: +0,5 điểm" in text
    assert "2.2 Tham mưu văn bản được giao đúng hạn: thiếu số liệu: Văn bản tham mưu đúng hạn" in text
    assert "tự chấm 5, tính được 4,5 (+0,5)" in text
    assert "so với điểm tính ở 2 tiêu chí có cả hai: cao hơn 1,3 điểm" in text
    assert "60,38/62" in text


def test_text_in_english(card: Scorecard) -> None:
    text = scorecard_text(card, "en")
    assert "Index, rank and band are given only from 80% coverage on." in text
    assert "Largest losses:" in text
