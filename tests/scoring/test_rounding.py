"""Halves are judged on the exact binary value, as the software that publishes the indices does."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.scoring.rounding import round_half_away


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (18.125, 18.13),  # exactly a half
        (1.005, 1.0),  # in binary 1.00499999999999989...
        (2.675, 2.67),  # in binary 2.67499999999999982...
        (-18.125, -18.13),
        (0.0, 0.0),
        (7.0, 7.0),
        (0.285, 0.28),  # in binary 0.284999999999999975...; 0.285 * 100 rounds up to 28.5
    ],
)
def test_known_halves(value: float, rounded: float) -> None:
    assert round_half_away(np.array([value]), 2).tolist() == [rounded]


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_it_is_the_rounding_of_the_exact_value(value: float, decimals: int) -> None:
    exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert round_half_away(np.array([value]), decimals)[0] == float(exact)


@given(st.integers(1, 200_000), st.integers(1, 200_000))
def test_shares_are_rounded_like_exact_values(part: int, whole: int) -> None:
    share = 20.0 * part / whole
    exact = Decimal(share).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert round_half_away(np.array([share]), 2)[0] == float(exact)


def test_unknown_stays_unknown() -> None:
    assert np.isnan(round_half_away(np.array([np.nan]), 2)).all()
