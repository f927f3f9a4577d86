"""What people say of a criterion in a table of units: appraised points, reasons, evidence, states, lateness."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.small import call

HEAD = "mã,đơn vị,loại,Nhiệm vụ lãnh đạo giao đến hạn,Nhiệm vụ lãnh đạo giao hoàn thành đúng hạn"


def table(tmp_path: Path, heading: str, cells: str) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD},{heading}\nVP,Văn phòng,phòng,10,9,{cells}\n", encoding="utf-8")
    return path


def unit(path: Path) -> Any:
    result = call("score", path, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["units"][0]


def criterion(path: Path, code: str = "1.2") -> Any:
    return next(one for one in unit(path)["criteria"] if one["code"] == code)


def test_all_that_people_say(tmp_path: Path) -> None:
    # 9 of 10 tasks on time: 3.2 of 4 points.
    found = criterion(
        table(
            tmp_path,
            "tự chấm:1.2,thẩm định:1.2,lý do:1.2,minh chứng:1.2,trạng thái",
            '4,"3,2",thiếu tài liệu kiểm chứng,sổ giao việc,đã thẩm định lần 1',
        )
    )
    assert (found["points"], found["self_score"], found["appraised"]) == (pytest.approx(3.2), 4, 3.2)
    assert found["appraisal_reason"] == "thiếu tài liệu kiểm chứng"
    assert found["evidence"] == "sổ giao việc"
    assert [one["kind"] for one in found["disagreements"]] == ["self_above"]


def test_a_difference_without_a_reason_is_for_the_reviewer(tmp_path: Path) -> None:
    path = table(tmp_path, "tự chấm:1.2,thẩm định:1.2", "4,2")
    kinds = [one["kind"] for one in criterion(path)["disagreements"]]
    assert kinds == ["self_above", "appraised_differs", "no_reason"]
    assert "thẩm định 2 điểm, khác điểm tự chấm 4 mà chưa ghi lý do" in call("score", path).stdout


def test_appraised_points_never_change_the_computed_ones(tmp_path: Path) -> None:
    assert criterion(table(tmp_path, "thẩm định:1.2", "0"))["points"] == pytest.approx(3.2)


def test_state_and_lateness_are_shown(tmp_path: Path) -> None:
    found = unit(table(tmp_path, "trạng thái,ngày nộp,hạn nộp", "self_scored,5/12/2025,1/12/2025"))
    assert found["state"] == "đơn vị đã tự chấm"
    # The index of rooms has no rule on lateness: nothing is taken off.
    assert found["late"] == 0


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [
        ("lý do:1.2", "không thích", "lý do 'không thích' không có; dùng: thiếu tài liệu kiểm chứng"),
        ("trạng thái", "xong", "trạng thái 'xong' không có"),
        ("thẩm định:1.2", "5", "điểm phải từ 0 đến 4"),
        ("thẩm định:1.99", "1", "không có tiêu chí '1.99'"),
        ("hạn nộp", "mai", "cần một ngày"),
        ("số ngày nộp muộn", "-2", "số ngày phải là số nguyên từ 0"),
        ("số ngày nộp muộn", "1.5", "số ngày phải là số nguyên từ 0"),
    ],
)
def test_a_wrong_cell_is_named(heading: str, cell: str, words: str, tmp_path: Path) -> None:
    result = call("score", table(tmp_path, heading, cell))
    assert result.exit_code == 2
    assert words in result.stderr
    assert heading in result.stderr


def test_yaml_carries_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        """
units:
  - id: VP
    name: Văn phòng
    kind: phòng
    figures: {unit.tasks_assigned: 10, unit.tasks_on_time: 9}
    self_scores: {"1.2": 4}
    appraised: {"1.2": 3}
    reasons: {"1.2": late}
    evidence: {"1.2": sổ giao việc}
    state: published
    submitted: 2025-12-05
    deadline: 2025-12-01
""",
        encoding="utf-8",
    )
    found = criterion(path)
    assert (found["self_score"], found["appraised"], found["evidence"]) == (4, 3, "sổ giao việc")
    assert found["appraisal_reason"] == "nhiệm vụ hoàn thành sau thời hạn đánh giá"
    assert unit(path)["state"] == "đã công bố"


def test_the_trace_of_a_unit(tmp_path: Path) -> None:
    path = table(tmp_path, "thẩm định:1.2,lý do:1.2", "3,late")
    text = call("score", path, "--explain", "vp").stdout
    assert "1.2 Hoàn thành đúng hạn nhiệm vụ lãnh đạo giao: 3,2/4 điểm" in text
    assert "Số liệu: Nhiệm vụ lãnh đạo giao hoàn thành đúng hạn: 9 nhiệm vụ (dòng 2)" in text
    assert "từ 90% được 3,2 điểm" in text
    assert "Thẩm định: 3 điểm: nhiệm vụ hoàn thành sau thời hạn đánh giá" in text
    assert "không có đơn vị 'VQ'; có: VP" in call("score", path, "--explain", "VQ").stderr
