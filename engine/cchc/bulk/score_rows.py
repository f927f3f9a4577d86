"""Scores of a block as rows of a result, a line a unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc

from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.scoring.columns import ScoreColumns
from cchc.scoring.tree import ReadyIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask, Values

_DECIMALS = 6
_NUMBERS = ("points", "points_low", "points_high", "possible", "applicable", "coverage", "percent", "low", "high")
_HEADINGS: Mapping[Language, Sequence[str]] = {
    "vi": ("Dòng", "Mã", "Đơn vị", "Loại", "Điểm", "Điểm thấp nhất", "Điểm cao nhất", "Điểm tối đa đã biết", "Điểm tối đa áp dụng",
           "Độ phủ", "Chỉ số (%)", "Chỉ số thấp nhất (%)", "Chỉ số cao nhất (%)", "Xếp loại", "Xếp loại có thể"),
    "en": ("Row", "Id", "Unit", "Kind", "Points", "Points, least", "Points, most", "Maxima known", "Maxima applicable",
           "Coverage", "Index (%)", "Index, least (%)", "Index, most (%)", "Band", "Possible bands"),
}  # fmt: skip


@dataclass(frozen=True)
class ScoreShape:
    """The columns of a result for one index: those of every index, then one for the points of each field."""

    ready: ReadyIndex
    lang: Language

    @property
    def schema(self) -> pa.Schema:
        """Names and types of the columns."""
        texts = [pa.field(name, pa.string()) for name in ("id", "unit", "kind")]
        numbers = [pa.field(name, pa.float64()) for name in _NUMBERS]
        bands = [pa.field(name, pa.string()) for name in ("band", "possible_bands")]
        fields = [pa.field(f"points_{d.id or d.code}", pa.float64()) for d in self.ready.index.domains]
        return pa.schema([pa.field("row", pa.int64()), *texts, *numbers, *bands, *fields])

    @property
    def headings(self) -> tuple[str, ...]:
        """What people read above the columns."""
        return (*_HEADINGS[self.lang], *(f"{d.code}. {d.title.get(self.lang)}" for d in self.ready.index.domains))

    def batch(self, table: UnitsTable, rows: "NDArray[np.int64]", scores: ScoreColumns) -> pa.RecordBatch:
        """Return the rows of a block."""
        total, bands = scores.total, scores.bands
        names = [level.label.get(self.lang) for level in self.ready.index.bands.ascending()]
        numbers = (total.points, total.lowest, total.highest, total.possible, total.applicable, total.coverage,
                   scores.percent, total.low, total.high)  # fmt: skip
        columns = [
            pa.array(rows),
            *(pa.array(texts, pa.string()) for texts in (table.ids, table.names, table.kinds)),
            *map(_known, numbers),
            _band(bands.position, names),
            _bands(bands.lowest, bands.highest, names),
            *(
                _known(np.where(self._open(d.code, scores), np.nan, scores.fields[d.code].points))
                for d in self.ready.index.domains
            ),
        ]
        return pa.RecordBatch.from_arrays(columns, schema=self.schema)

    def _open(self, code: str, scores: ScoreColumns) -> "Mask":
        """Return where a criterion of a field that has points is unknown."""
        own = [n for n, leaf in enumerate(self.ready.leaves) if leaf.domain == code]
        unknown = scores.applicable[:, own] & np.isnan(scores.points[:, own]) & (scores.maxima[:, own] > 0)
        open_: Mask = np.logical_or.reduce(unknown, axis=1)
        return open_


def _known(values: "Values") -> Any:
    # Binary noise is no points: what is shown is rounded as in every other scorecard.
    return pa.array(np.round(values, _DECIMALS) + 0.0, mask=np.isnan(values))


def _band(position: "NDArray[np.int64]", names: Sequence[str]) -> Any:
    words = pa.array(names, pa.string())
    return words.take(pa.array(np.maximum(position, 0), mask=position < 0))


def _bands(lowest: "NDArray[np.int64]", highest: "NDArray[np.int64]", names: Sequence[str]) -> Any:
    """Return the names from the lowest possible band to the highest."""
    spans = [["; ".join(names[low : high + 1]) for high in range(len(names))] for low in range(len(names))]
    words = pa.array([word for span in spans for word in span], pa.string())
    return pc.take(words, pa.array(lowest * len(names) + highest))
