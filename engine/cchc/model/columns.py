"""Named columns over a batch of reports or units: the one form in which figures are checked and scored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Values = NDArray[np.float64]
    Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Columns:
    """A batch of `size` reports or units.

    `values`: float64 per name; NaN means *not known*. Counts as counts, percents as fractions, flags as 1 and 0,
    dates as proleptic ordinals. `stated`: where a name was stated although its value is not usable (stated twice
    with different values, or approximately); absent means "stated where not NaN". `half_unit`: half of the last
    printed digit of a percent, as a fraction; absent means 0.
    """

    size: int
    values: Mapping[str, "Values"]
    stated: Mapping[str, "Mask"] = field(default_factory=dict)
    half_unit: Mapping[str, "Values"] = field(default_factory=dict)
