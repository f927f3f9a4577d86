"""The objects that people read: losses, steps in words, reasons, self-scores."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.conftest import ROOT

from cchc.packs.appraisal import appraisal
from cchc.packs.figure_schema import FigureDef
from cchc.scoring.knowledge import Knowledge
from cchc.scoring.scorecards import scorecards

Make = Callable[..., Any]
DONE = {
    "max": 60,
    "curve": {"type": "linear"},
    "value": "a.done / a.total",
    "consistent": "a.done <= a.total",
    "lever": {
        "change": {"a.done": 1},
        "say": {"vi": "hoàn thành thêm {n} nhiệm vụ", "en": "finish {n} more tasks"},
    },
}
LATE = {"max": 40, "curve": {"type": "deduction", "each": 5}, "value": "a.late"}
JUDGED = {"max": 10, "curve": {"type": "judgement"}}
SURVEY = {"max": 10, "curve": {"type": "survey", "responses": "s.forms", "least": 30}, "value": "s.share"}
KNOWN = Knowledge(
    figures={
        name: FigureDef.model_validate(
            {"id": name, "label": {"vi": label, "en": name}, "kind": "count", "unit": {"vi": "việc", "en": "tasks"},
             "part": "I", "required": "optional"}
        )
        for name, label in (("a.done", "Nhiệm vụ đã làm"), ("a.total", "Nhiệm vụ được giao"), ("a.late", "Việc muộn"))
    },
    sources={},
    appraisal=appraisal(ROOT),
)  # fmt: skip


def test_losses_and_the_step_in_words(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [46], "a.total": [50], "a.late": [1]})
    unit = scorecards(ready_of(DONE, LATE), table, KNOWN).units[0]
    assert [loss.code for loss in unit.losses()] == ["1.2", "1.1"]
    step = unit.losses()[1].step
    assert step is not None
    assert step.text == "hoàn thành thêm 4 nhiệm vụ: +4,8 điểm"
    assert step.count == 4
    assert step.points == pytest.approx(4.8)


def test_english(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [46], "a.total": [50], "a.late": [1]})
    unit = scorecards(ready_of(DONE, LATE), table, replace(KNOWN, figures={}, lang="en")).units[0]
    step = unit.losses()[1].step
    assert step is not None
    assert step.text == "finish 4 more tasks: +4.8 points"


def test_self_scores_stand_beside_computed_points(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [45], "a.total": [50], "a.late": [None]}, self_scores={"1.1": [60], "1.2": [40]})
    unit = scorecards(ready_of(DONE, LATE), table, KNOWN).units[0]
    assert unit.criteria[0].points == 54
    assert unit.criteria[0].difference == 6
    assert unit.criteria[1].difference is None
    # The total difference leaves out 1.2, which has no computed points to differ from.
    assert (unit.self_points, unit.self_difference) == (100, 6)


@pytest.mark.parametrize(
    ("leaf", "figures", "reason"),
    [
        (DONE, {"a.done": [None], "a.total": [5]}, "thiếu số liệu: Nhiệm vụ đã làm"),
        (DONE, {"a.done": [0], "a.total": [0]}, "mẫu số bằng 0"),
        (DONE, {"a.done": [6], "a.total": [5]}, "số liệu mâu thuẫn, phải có: Nhiệm vụ đã làm ≤ Nhiệm vụ được giao"),
        (SURVEY, {"s.share": [1], "s.forms": [12]}, "mới có 12 phiếu, cần ít nhất 30"),
        (
            {**LATE, "not_applicable": "a.total == 0"},
            {"a.late": [0], "a.total": [None]},
            "thiếu số liệu: Nhiệm vụ được giao",
        ),
        (JUDGED, {"a.done": [1]}, "chưa có điểm do người chấm nhập"),
    ],
)
def test_why_a_criterion_is_unknown(
    leaf: Any, figures: dict[str, list[float | None]], reason: str, ready_of: Make, table_of: Make
) -> None:
    criterion = scorecards(ready_of(leaf), table_of(figures), KNOWN).units[0].criteria[0]
    assert (criterion.state, criterion.points, criterion.lost) == ("unknown", None, None)
    assert criterion.reason == reason


def test_an_uncertain_unit_shows_possible_bands_and_ranks_only(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [50, 30], "a.total": [50, 50], "a.late": [None, 0]})
    card = scorecards(ready_of(DONE, LATE), table, KNOWN)
    unit = card.units[0]
    assert (unit.percent, unit.band, unit.rank) == (None, None, None)
    assert (unit.range, unit.bands, unit.rank_range) == ((60, 100), ("Khá", "Tốt"), (1, 2))
    assert [u.id for u in card.by_rank()] == ["u1", "u0"]


def test_source_and_basis_are_shown(ready_of: Make, table_of: Make) -> None:
    card = scorecards(ready_of(LATE), table_of({"a.late": [0]}), KNOWN)
    criterion = card.units[0].criteria[0]
    assert (criterion.basis, criterion.source.document) == ("unsourced", "Bài thử")


def test_a_loss_that_would_print_as_zero_is_not_listed(ready_of: Make, table_of: Make) -> None:
    table = table_of({"a.done": [49999], "a.total": [50000], "a.late": [0]})
    unit = scorecards(ready_of(DONE, LATE), table, KNOWN).units[0]
    assert unit.losses() == ()
    step = unit.criteria[0].step
    assert step is not None
    assert step.text == "hoàn thành thêm 1 nhiệm vụ: +0,0012 điểm"
