"""What changed since an earlier scorecard, and reading that scorecard back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import knowledge

from cchc.intake.scorecards import scorecard_of
from cchc.model.errors import InputError
from cchc.model.scorecard import Change, FigureChange, Scorecard
from cchc.output.scorecard_json import scorecard_json
from cchc.packs.pack import Pack
from cchc.scoring.change import changed
from cchc.scoring.scorecards import scorecards

Make = Callable[..., Any]
Score = Callable[..., Scorecard]
DONE = {"max": 60, "curve": {"type": "linear"}, "value": "a.done / a.total"}
LATE = {"max": 40, "curve": {"type": "deduction", "each": 5}, "value": "a.late"}
FILE = "quy-1.json"


@pytest.fixture
def score(pack: Pack, ready_of: Make, table_of: Make) -> Score:
    """Score units with 50 tasks each, `done` and `late` of them; `ids` where they are not u0, u1, …."""

    def made(done: list[Any], late: list[Any], ids: tuple[str, ...] = (), **more: Any) -> Scorecard:
        table = table_of({"a.done": done, "a.total": [50] * len(done), "a.late": late})
        table = replace(table, ids=ids or table.ids)
        return scorecards(ready_of({**DONE, **more}, LATE), table, knowledge(pack))

    return made


def _change(card: Scorecard, unit: int = 0) -> Change:
    found = card.units[unit].change
    assert found is not None
    return found


def test_points_percent_rank_and_figures(score: Score) -> None:
    # u0: 48 + 40 = 88, then 60 + 30 = 90. u1: 54 + 35 = 89 both times. So u0 goes from second to first.
    then, now = score([40, 45], [0, 1]), score([50, 45], [2, 1])
    card = changed(now, then, FILE)
    assert _change(card) == Change(
        earlier=FILE,
        points=2,
        percent=2,
        rank=-1,
        figures=(
            FigureChange(id="a.done", label="a.done", before=40, now=50),
            FigureChange(id="a.late", label="a.late", before=0, now=2),
        ),
    )
    assert (_change(card, 1).points, _change(card, 1).rank, _change(card, 1).figures) == (0, 1, ())
    assert card.notes == ()


def test_nothing_changed(score: Score) -> None:
    now = score([17], [1])
    assert _change(changed(now, now, FILE)) == Change(earlier=FILE, points=0, percent=0, rank=0, figures=())


def test_what_one_side_does_not_know_has_no_difference(score: Score) -> None:
    # Without the lateness 60 of 100 points are known: less than 80%, no percent and no rank.
    then, now = score([40], [None]), score([40], [1])
    for card in (changed(now, then, FILE), changed(then, now, FILE)):
        found = _change(card)
        # 48 points, then 48 + 35: that more is known is no progress.
        assert (found.points, found.percent, found.rank) == (None, None, None)
    assert _change(changed(now, then, FILE)).figures == (FigureChange(id="a.late", label="a.late", before=None, now=1),)
    assert _change(changed(then, now, FILE)).figures == (FigureChange(id="a.late", label="a.late", before=1, now=None),)


def test_units_are_found_by_id_and_others_are_said(score: Score) -> None:
    then, now = score([40, 45], [0, 0], ids=("a", "b")), score([45, 50], [0, 0], ids=("b", "c"))
    card = changed(now, then, FILE)
    assert _change(card).points == 0
    assert card.units[1].change is None
    # Phòng 0 is a then, and Phòng 1 is c now.
    assert card.notes == (
        "đơn vị mới so với quy-1.json, chưa có gì để so sánh: Phòng 1",
        "đơn vị có trong quy-1.json mà bảng này không có: Phòng 0",
    )
    assert changed(now, then, FILE, "en").notes[0].startswith("units that quy-1.json does not have")


def test_other_maxima_are_said_and_points_not_compared(score: Score) -> None:
    then, now = score([40], [0], max=50), score([40], [0])
    card = changed(now, then, FILE)
    # 40 + 40 of 90 against 48 + 40 of 100.
    assert _change(card).points is None
    assert _change(card).percent == pytest.approx(88 - 8000 / 90, abs=1e-6)
    assert card.notes == ("thang điểm đã đổi so với quy-1.json: mức tăng, giảm không hoàn toàn so sánh được",)


def test_a_written_scorecard_comes_back(score: Score, tmp_path: Path) -> None:
    # 60 * 17 / 49: no finite decimal, so that the file has fewer digits than the card.
    now = score([17 * 50 / 49], [1])
    path = tmp_path / FILE
    path.write_text(scorecard_json(now), encoding="utf-8")
    earlier = scorecard_of(path, "small")
    assert scorecard_json(earlier) == scorecard_json(now)
    assert _change(changed(now, earlier, FILE)) == Change(earlier=FILE, points=0, percent=0, rank=0, figures=())


def test_a_scorecard_with_changes_comes_back(score: Score, tmp_path: Path) -> None:
    card = changed(score([17], [1]), score([16], [1]), FILE)
    path = tmp_path / FILE
    path.write_text(scorecard_json(card), encoding="utf-8")
    assert scorecard_json(scorecard_of(path, "small")) == scorecard_json(card)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("   ", "tệp trống"),
        ("mã,tên\n1,2\n", "không đọc được thành JSON"),
        ('{"index": "small", "units": [NaN]}', "không đọc được thành JSON"),
        ("[" * 100_000, "không đọc được thành JSON"),
        ("[]", "đây không phải một bảng điểm; hãy dùng tệp ghi bằng 'cchc score BẢNG --format json -o TỆP.json'"),
        ('{"unit": "a"}', "đây không phải một bảng điểm"),
        ('{"index": "other", "units": []}', "theo bộ chỉ số 'other', không so sánh được với 'small'"),
        ('{"index": "small", "units": []}', "title: bảng điểm thiếu hoặc sai ở đây"),
    ],
)
def test_a_file_that_is_none_is_refused(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        scorecard_of(path, "small")
    assert words in str(error.value)
    assert str(path) in str(error.value)


def test_a_file_that_was_edited_says_where(score: Score, tmp_path: Path) -> None:
    raw = json.loads(scorecard_json(score([17], [1])))
    raw["units"][0]["criteria"][1]["max"] = "nhiều"
    path = tmp_path / "x.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.json: units\.0\.criteria\.1\.max: bảng điểm thiếu hoặc sai"):
        scorecard_of(path, "small")


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        scorecard_of(tmp_path / "x.json", "small")
