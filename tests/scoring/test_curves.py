"""Points by hand for every curve, at, just below and beyond each threshold."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cchc.packs.curve_specs import ENTERED, OWN_FORMULAS
from cchc.packs.indices import Criterion
from cchc.scoring.curves import Curve, curve_of

CURVES: dict[str, dict[str, Any]] = {
    "linear": {"type": "linear"},
    "capped_linear": {"type": "capped_linear", "full_at": "80%"},
    "linear_with_floor": {"type": "linear_with_floor", "floor": "95%"},
    "capped_linear_with_floor": {"type": "capped_linear_with_floor", "floor": "60%", "full_at": "85%"},
    "step": {"type": "step", "levels": [{"from": "90%", "points": 1.5}, {"from": "100%", "points": 4}]},
    "count_step": {"type": "count_step", "levels": [{"from": 2, "points": 4}, {"from": 1, "points": 1}]},
    "boolean": {"type": "boolean"},
    "deduction": {"type": "deduction", "each": 1.5},
    "judgement": {"type": "judgement"},
    "survey": {"type": "survey", "responses": "s.forms", "least": 30},
    "percent": {"type": "capped_linear", "full_at": "80%", "percent_decimals": 2},
    "above": {"type": "step", "levels": [{"from": "0%", "points": 1, "above": True}, {"from": "25%", "points": 4}]},
    "checklist": {"type": "checklist", "each": 0.5},
    "step_increment": {"type": "step_increment", "start": 100, "base": 1, "step": 50, "add": 0.5},
    "relative_to_mean": {"type": "relative_to_mean", "at_or_above": 4, "below": 1},
    "rank_band": {"type": "rank_band", "levels": [{"to": 10, "points": 4}, {"to": 20, "points": 2}]},
    "ordinal": {
        "type": "ordinal",
        "options": [
            {"id": "none", "label": {"vi": "không", "en": "none"}, "points": 0},
            {"id": "all", "label": {"vi": "đủ", "en": "all"}, "points": 4},
        ],
    },
    "survey_weighted": {"type": "survey_weighted", "least": 1, "answers": [{"count": "a.done", "weight": "100%"}]},
    "conditional": {"type": "conditional", "cases": [{"when": "a.done > 1", "points": 4}]},
    "per_case_average": {"type": "per_case_average", "of": "a.total", "cases": [{"count": "a.done", "points": 4}]},
    "composite_sum": {"type": "composite_sum", "parts": [{"value": "a.done", "times": 2, "cap": 4}]},
    "info": {"type": "info"},
}
RISING = [name for name in CURVES if name not in ("deduction", "rank_band", "info")]
TRUTHS = ("boolean", "relative_to_mean")
WITHOUT_VALUE = ENTERED | OWN_FORMULAS


def _curve(name: str) -> Curve:
    title = {"vi": "Tiêu chí", "en": "Criterion"}
    top = 0 if name == "info" else 4
    raw = {"code": "1", "title": title, "max": top, "curve": CURVES[name], "basis": "inferred", "source": {"act": "x"}}
    if CURVES[name]["type"] not in WITHOUT_VALUE:
        raw["value"] = "a.done"
    return curve_of(TypeAdapter(Criterion).validate_python(raw))


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("linear", 0.0, 0),
        ("linear", 0.75, 3),
        ("linear", 1.0, 4),
        ("linear", 1.2, 4),
        ("capped_linear", 0.4, 2),
        ("capped_linear", 0.8, 4),
        ("capped_linear", 0.95, 4),
        ("linear_with_floor", 0.9499, 0),
        ("linear_with_floor", 0.95, 3.8),
        ("linear_with_floor", 1.0, 4),
        ("capped_linear_with_floor", 0.59, 0),
        ("capped_linear_with_floor", 0.6, 4 * 60 / 85),
        ("capped_linear_with_floor", 0.85, 4),
        ("step", 0.8999, 0),
        ("step", 0.9, 1.5),
        ("step", 0.999, 1.5),
        ("step", 1.0, 4),
        ("count_step", 0, 0),
        ("count_step", 1, 1),
        ("count_step", 2, 4),
        ("count_step", 7, 4),
        ("boolean", 1, 4),
        ("boolean", 0, 0),
        ("deduction", 0, 4),
        ("deduction", 2, 1),
        ("deduction", 3, 0),
        ("judgement", 2.5, 2.5),
        ("survey", 0.86, 3.44),
        ("percent", 0.333333, 33.33 / 80 * 4),
        ("percent", 0.79996, 4),
        ("percent", 0.79994, 79.99 / 80 * 4),
        ("above", 0.0, 0),
        ("above", 0.0001, 1),
        ("above", 0.25, 4),
        ("checklist", 0, 0),
        ("checklist", 3, 1.5),
        ("checklist", 9, 4),
        ("step_increment", 99, 0),
        ("step_increment", 100, 1),
        ("step_increment", 149, 1),
        ("step_increment", 150, 1.5),
        ("step_increment", 1000, 4),
        ("relative_to_mean", 1, 4),
        ("relative_to_mean", 0, 1),
        ("rank_band", 1, 4),
        ("rank_band", 10, 4),
        ("rank_band", 11, 2),
        ("rank_band", 20, 2),
        ("rank_band", 21, 0),
        ("ordinal", 4, 4),
        ("survey_weighted", 0.5, 2),
        ("conditional", 4, 4),
        ("per_case_average", 2.5, 2.5),
        ("composite_sum", 3, 3),
        ("info", 12, 0),
    ],
)
def test_points_by_hand(name: str, value: float, points: float) -> None:
    assert _curve(name).points(np.array([float(value)]))[0] == pytest.approx(points, abs=1e-12)


def test_a_threshold_is_met_by_a_ratio_that_misses_it_only_in_binary() -> None:
    ratio = 0.3 * 3
    assert ratio < 0.9
    assert _curve("step").points(np.array([ratio]))[0] == 1.5


@pytest.mark.parametrize("name", CURVES)
def test_unknown_stays_unknown(name: str) -> None:
    assert np.isnan(_curve(name).points(np.array([np.nan])))[0]


@pytest.mark.parametrize("name", CURVES)
@given(values=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_points_lie_within_zero_and_the_maximum(name: str, values: list[float]) -> None:
    inputs = np.array([float(v > 0) for v in values] if name in TRUTHS else [abs(v) + 1 for v in values])
    points = _curve(name).points(inputs if name in (*TRUTHS, "rank_band") else np.array(values))
    assert ((points >= 0) & (points <= 4)).all()


@pytest.mark.parametrize("name", CURVES)
@given(values=st.tuples(st.floats(0, 50), st.floats(0, 50)))
def test_more_of_a_good_thing_never_costs_points(name: str, values: tuple[float, float]) -> None:
    low, high = _curve(name).points(np.sort(np.array(values)))
    if name in TRUTHS:
        return
    # A rank below 1 is none.
    assert np.isnan(low) or np.isnan(high) or (low <= high if name in RISING else low >= high)
