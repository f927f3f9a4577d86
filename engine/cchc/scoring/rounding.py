"""Rounding of points as software that publishes indices does it."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from cchc.model.columns import Values

# Splits a float64 in two halves of 26 bits, whose products are exact (Dekker 1971, Veltkamp's constant).
_SPLIT = 134_217_729.0


def round_half_away(values: "Values", decimals: int) -> "Values":
    """Return values rounded to `decimals`, halves away from zero, judged on the exact binary value; NaN stays NaN.

    18.125 becomes 18.13; 1.005, in binary a little below, becomes 1.00. Values must be below 1e10.
    """
    factor = 10.0**decimals
    size = np.abs(values)
    product = size * factor
    whole = np.floor(product)
    rest = product - whole - 0.5
    # At an apparent half the bits that the product lost decide.
    up = (rest > 0) | ((rest == 0) & (_lost(size, factor, product) >= 0))
    rounded: Values = np.copysign((whole + up) / factor, values)
    return rounded


def _lost(left: "Values", right: float, product: "Values") -> "Values":
    """Return what `left * right` is above its rounded `product`, exactly."""
    a, b = _halves(left)
    c, d = _halves(np.asarray(right, dtype=np.float64))
    lost: Values = ((a * c - product) + a * d + b * c) + b * d
    return lost


def _halves(values: "Values") -> "tuple[Values, Values]":
    scaled = _SPLIT * values
    high = scaled - (scaled - values)
    return high, values - high
