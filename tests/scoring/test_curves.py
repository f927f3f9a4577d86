"""Points by hand for every curve, at, just below and beyond each threshold."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

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
}
RISING = [name for name in CURVES if name != "deduction"]


def _curve(name: str) -> Curve:
    title = {"vi": "Tiêu chí", "en": "Criterion"}
    raw = {"code": "1", "title": title, "max": 4, "curve": CURVES[name], "basis": "inferred", "source": {"act": "x"}}
    if name != "judgement":
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
    inputs = np.array([float(v > 0) for v in values] if name == "boolean" else values)
    points = _curve(name).points(inputs)
    assert ((points >= 0) & (points <= 4)).all()


@pytest.mark.parametrize("name", CURVES)
@given(values=st.tuples(st.floats(0, 50), st.floats(0, 50)))
def test_more_of_a_good_thing_never_costs_points(name: str, values: tuple[float, float]) -> None:
    low, high = _curve(name).points(np.sort(np.array(values)))
    if name == "boolean":
        return
    assert low <= high if name in RISING else low >= high
