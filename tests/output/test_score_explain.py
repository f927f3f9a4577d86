"""The points of one unit, told on the terminal: what stands beside them, and criterion by criterion."""

from pathlib import Path

import pytest
from tests.cli.small import call
from tests.conftest import SAMPLES

from cchc.intake.scorecards import scorecard_of
from cchc.model.errors import UsageError
from cchc.model.scorecard import Scorecard
from cchc.output.score_explain import explain_text

HEAD = "mã,đơn vị,loại,trạng thái,Nhiệm vụ lãnh đạo giao đến hạn,Nhiệm vụ lãnh đạo giao hoàn thành đúng hạn"
SEED = SAMPLES / "seed-2025-04.yaml"


def table(path: Path, on_time: int) -> Path:
    path.write_text(f"{HEAD}\nVP,Văn phòng,phòng,published,10,{on_time}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    folder = tmp_path_factory.mktemp("explain")
    units, target = table(folder / "a.csv", 9), folder / "a.json"
    assert call("score", units, "--format", "json", "-o", target).exit_code == 0
    return scorecard_of(target, "rooms-and-units")


def test_state_and_change_stand_above_the_criteria(tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    assert call("score", table(tmp_path / "a.csv", 9), "--format", "json", "-o", earlier).exit_code == 0
    result = call("score", table(tmp_path / "b.csv", 10), "--previous", earlier, "--explain", "VP")
    above = result.stdout.split("\n\n")[0].splitlines()
    assert above[-3:] == [
        "Trạng thái: đã công bố",
        "So với kỳ trước: chỉ số chưa so được; hạng chưa so được",
        "  Nhiệm vụ lãnh đạo giao hoàn thành đúng hạn: 9 → 10",
    ]


def test_subtotals_stand_above_the_criteria() -> None:
    text = call("score", SEED, "--index", "settlement-tt01", "--explain", "seed-2025-04").stdout
    # Of the five indices about staff only the first is known: 2 points, and 2 for each of the others at best.
    above = " ".join(text.split("\n\n")[0].split())
    assert "Cán bộ, công chức, viên chức (các chỉ số 1, 2, 3, 4, 7): 2 - 10 trên 10 điểm" in above


def test_nothing_is_said_of_what_a_unit_has_not() -> None:
    above = call("score", SAMPLES / "units-2025.csv", "--explain", "QLTM").stdout.split("\n\n")[0]
    assert not any(word in above for word in ("Trạng thái", "So với kỳ trước", "Nộp muộn"))


def test_a_criterion_is_told_with_its_figures_or_with_why_not(card: Scorecard) -> None:
    text = explain_text(card, "vp")
    assert "  1.2 Hoàn thành đúng hạn nhiệm vụ lãnh đạo giao: 3,2/4 điểm" in text
    assert "  1.1 Hoàn thành nhiệm vụ kế hoạch CCHC năm: chưa tính được trên 5 điểm" in text


def test_lines_stay_narrow_unless_a_word_is_wide(card: Scorecard) -> None:
    assert max(len(line) for line in explain_text(card, "VP").splitlines()) <= 110


def test_english(card: Scorecard) -> None:
    assert "Self-score" not in explain_text(card, "VP", "en")
    assert "not scored yet, of 5 points" in explain_text(card, "VP", "en")


def test_an_unknown_unit_is_refused_with_those_there_are(card: Scorecard) -> None:
    with pytest.raises(UsageError, match="không có đơn vị 'XX'; có: VP"):
        explain_text(card, "XX")
