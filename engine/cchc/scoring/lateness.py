"""Points taken off for a late self-score, and the units of which nobody can say whether theirs came late."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.scoring.tree import ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Values

_NOT_KNOWN: Mapping[Language, str] = {
    "vi": "Chưa biết tự chấm có nộp muộn hay không nên chưa trừ điểm: {units}",
    "en": "Not known whether the self-score came late, nothing taken off: {units}",
}


def points_off(ready: ReadyIndex, table: UnitsTable) -> "Values":
    """Return the points that lateness costs; what is not known of it takes nothing off, and `late_notes` says so."""
    rule, size = ready.index.late, table.figures.size
    if rule is None or table.days_late is None:
        return np.zeros(size)
    return np.clip(np.nan_to_num(table.days_late) * rule.each, 0.0, rule.most)


def late_notes(ready: ReadyIndex, table: UnitsTable, lang: Language) -> Iterator[str]:
    """Yield one line that names the units without lateness, where the table has it of some and the index counts it."""
    if ready.index.late is None or table.days_late is None:
        return
    names = [table.names[row] for row in np.flatnonzero(np.isnan(table.days_late))]
    if names:
        yield _NOT_KNOWN[lang].format(units=", ".join(names))
