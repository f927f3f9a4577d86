"""What a reviewer settles first."""

from tests.output.test_scorecards_out import card

from cchc.model.scorecard import CriterionScore, Disagreement, Scorecard
from cchc.output.score_later import to_settle

__all__ = ["card"]


def _with(criterion: CriterionScore, code: str, own: float | None, appraised: float | None) -> CriterionScore:
    told = Disagreement(kind="appraised_differs", text=code)
    difference = None if own is None else own - 1.0
    update = {"code": code, "points": 1.0, "self_score": own, "appraised": appraised, "difference": difference}
    return criterion.model_copy(update={**update, "disagreements": (told,)})


def test_the_largest_gap_of_any_kind_comes_first(card: Scorecard) -> None:
    one = card.units[0].criteria[0]
    criteria = (_with(one, "A", 1.5, 1.2), _with(one, "B", None, 0.0), _with(one, "C", 1.5, 0.0))
    unit = card.units[0].model_copy(update={"criteria": criteria})
    _, *lines = to_settle(unit, "vi")
    assert [line.rpartition(" ")[2] for line in lines] == ["C", "B", "A"]
