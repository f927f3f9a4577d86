"""The scorecard as CSV, JSON and text."""

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest

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
    table = read_units(SAMPLE, Headings(pack.figures, index))
    return scorecards(ready, table, {f.id: f.label.vi for f in pack.figures.values()}, pack.sources)


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


def test_text_in_english(card: Scorecard) -> None:
    text = scorecard_text(card, "en")
    assert "Index, rank and band are given only from 80% coverage on." in text
    assert "Largest losses:" in text
