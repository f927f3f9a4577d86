"""Second totals over some criteria of an index, with bands of their own."""

from collections.abc import Sequence

import numpy as np

from cchc.model.scorecard import CriterionScore, SubtotalScore
from cchc.model.text import Language
from cchc.packs.indices import Subtotal
from cchc.scoring.banding import band_positions


def subtotal(definition: Subtotal, criteria: Sequence[CriterionScore], lang: Language) -> SubtotalScore:
    """Return a second total of one unit: what is known so far, and with everything unknown at its best."""
    chosen = [c for c in criteria if c.code in definition.codes and c.state != "not_applicable"]
    low = sum(c.points or 0.0 for c in chosen)
    high = low + sum(c.max for c in chosen if c.points is None)
    percents = 100 * np.array([low, high]) / definition.max
    first, last = band_positions(definition.bands, percents, definition.max)
    names = [band.label.get(lang) for band in definition.bands.ascending()]
    return SubtotalScore(
        id=definition.id,
        title=definition.title.get(lang),
        points=(low, high),
        max=definition.max,
        bands=tuple(names[int(first) : int(last) + 1]),
    )
