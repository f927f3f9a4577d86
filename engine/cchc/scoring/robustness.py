"""How far ranks hang on the weights: rank bands under drawn weights, criteria left out, criteria that say the same.

The questions are those of the OECD/JRC handbook on composite indicators (2008, part I, steps 5 and 7).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.model.robustness import Influence, Robustness, Together
from cchc.model.scorecard import RankBand, Scorecard
from cchc.model.text import Language
from cchc.scoring.columns import ScoreColumns
from cchc.scoring.ranking import settle
from cchc.scoring.tree import Leaf, ReadyIndex

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values
    from cchc.scoring.ranking import Ranks

_LOW, _HIGH = 5, 95
# That all of fewer than five units earn the same share says nothing of a criterion.
_FEWEST = 5
# Among many criteria some of any few units go together by chance.
_FEWEST_TOGETHER = 10
_CORRELATED = 0.9
# Draws are ranked in portions, so that tables of many thousand units stay within some tens of megabytes.
_PORTION = 2**21
_NO_SPREAD = 1e-9


@dataclass(frozen=True)
class Drawing:
    """How weights are drawn: `draws` times, uniformly within `spread` (a fraction) around 1, each criterion on its own.

    The same seed gives the same weights.
    """

    draws: int = 1000
    spread: float = 0.25
    seed: int = 20250414

    def weights(self, criteria: int) -> "Values":
        """Return weights, draws by criteria."""
        # The seed is part of the result; nothing here differs from run to run.
        from numpy.random import PCG64, Generator

        return Generator(PCG64(self.seed)).uniform(1 - self.spread, 1 + self.spread, (self.draws, criteria))


def robust(
    card: Scorecard, ready: ReadyIndex, scores: ScoreColumns, lang: Language = "vi", drawing: Drawing | None = None
) -> Scorecard:
    """Return a scorecard with the rank band of each unit that has a rank, and how far ranks hang on the weights.

    `scores` are those of the scorecard. Units are compared within their group; the maximum of every criterion is
    multiplied by its weight, and the index is weighted points of weighted maxima.
    """
    drawing = drawing or Drawing()
    weighing = _Weighing(ready, scores)
    bands = weighing.bands(drawing)
    units = zip(card.units, bands, strict=True)
    found = Robustness(
        spread=drawing.spread,
        draws=drawing.draws,
        seed=drawing.seed,
        influences=weighing.influences(lang),
        correlated=_correlated(ready, scores),
        constant=_constant(ready, scores),
    )
    return card.model_copy(
        update={
            "units": tuple(unit.model_copy(update={"rank_band": band}) for unit, band in units),
            "robustness": found,
        }
    )


def _weighed(ready: ReadyIndex) -> "list[tuple[int, Leaf]]":
    """Return the criteria that carry weight with their positions, by code: the order in the file changes nothing."""
    roles = {domain.code: domain.role for domain in ready.index.domains}
    regular = [
        (position, leaf)
        for position, leaf in enumerate(ready.leaves)
        if roles[leaf.domain] == "regular" and leaf.criterion.max > 0
    ]
    return sorted(regular, key=lambda item: item[1].criterion.code)


class _Weighing:
    """Percents and ranks of the ranked units under other weights.

    Weights multiply points and maxima of the criteria. `extra`: points that no weight touches: bonus, penalties,
    lateness, and what rounding the sum of a field leaves.
    """

    def __init__(self, ready: ReadyIndex, scores: ScoreColumns) -> None:
        chosen = [position for position, _ in _weighed(ready)]
        points = scores.points[:, chosen]
        known = ~np.isnan(points)
        self._leaves = [leaf for _, leaf in _weighed(ready)]
        self._points = np.where(known, points, 0.0)
        self._maxima = np.where(known, scores.maxima[:, chosen], 0.0)
        self._extra = scores.total.points - self._points.sum(axis=1)
        self._beyond = scores.total.beyond
        self._rank = scores.rank
        self._groups = [
            np.flatnonzero((scores.groups == group) & (scores.rank > 0)) for group in np.unique(scores.groups)
        ]

    def bands(self, drawing: Drawing) -> tuple[RankBand | None, ...]:
        """Return the band of each unit over the drawn weights, None for a unit without a rank."""
        weights = drawing.weights(len(self._leaves))
        found: list[RankBand | None] = [None] * self._rank.size
        for rows in self._groups:
            if rows.size:
                ranks = self._all_ranks(rows, weights)
                edges = np.percentile(ranks, [0, _LOW, _HIGH, 100], axis=0, method="inverted_cdf").T.tolist()
                for row, (best, low, high, worst) in zip(rows, edges, strict=True):
                    found[row] = RankBand(low=int(low), high=int(high), best=int(best), worst=int(worst))
        return tuple(found)

    def influences(self, lang: Language) -> tuple[Influence, ...]:
        """Return what leaving out each criterion does to the ranks, the most moving first."""
        without = 1.0 - np.eye(len(self._leaves))
        shifts = [np.abs(self._all_ranks(rows, without) - self._rank[rows]) for rows in self._groups]
        moves = np.concatenate(shifts, axis=1) if shifts else np.zeros((len(self._leaves), 0), np.int64)
        found = [
            Influence(
                code=leaf.criterion.code,
                title=leaf.criterion.title.get(lang),
                moved=int((moved > 0).sum()),
                most=int(moved.max(initial=0)),
            )
            for leaf, moved in zip(self._leaves, moves, strict=True)
        ]
        return tuple(sorted(found, key=lambda one: (-one.moved, -one.most, one.code)))

    def _all_ranks(self, rows: "Ranks", weights: "Values") -> "Ranks":
        """Return the ranks of the units in `rows` among themselves, weightings by units."""
        portions = max(1, -(-weights.shape[0] * rows.size // _PORTION))
        return np.concatenate([_ranks(self._percents(rows, some)) for some in np.array_split(weights, portions)])

    def _percents(self, rows: "Ranks", weights: "Values") -> "Values":
        points = weights @ self._points[rows].T + self._extra[rows]
        whole = weights @ self._maxima[rows].T + self._beyond
        # A unit of which nothing else is known has nothing to be ranked by, and comes last.
        share = np.divide(points, whole, out=np.zeros_like(points), where=whole > 0)
        percents: Values = np.clip(100 * share, 0.0, 100.0)
        return percents


def _ranks(percents: "Values") -> "Ranks":
    """Return competition ranks in every row, best first, ties sharing one."""
    settled = settle(percents)
    order = np.argsort(-settled, axis=1, kind="stable")
    ordered = np.take_along_axis(settled, order, axis=1)
    places = np.broadcast_to(np.arange(1, settled.shape[1] + 1), settled.shape)
    starts = np.ones(settled.shape, dtype=np.bool_)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    result = np.empty(settled.shape, dtype=np.int64)
    np.put_along_axis(result, order, np.maximum.accumulate(np.where(starts, places, 0), axis=1), axis=1)
    return result


@dataclass(frozen=True)
class _Shares:
    """Points of their maxima, units by criteria, where the unit earned them; 0 elsewhere."""

    codes: list[str]
    values: "Values"
    known: "Mask"

    def spread(self) -> "Values":
        """Return the difference between the highest and the lowest share of each criterion."""
        highest = np.where(self.known, self.values, -np.inf).max(axis=0, initial=-np.inf)
        return np.asarray(highest - np.where(self.known, self.values, np.inf).min(axis=0, initial=np.inf))


def _shares(ready: ReadyIndex, scores: ScoreColumns) -> _Shares:
    chosen = [position for position, _ in _weighed(ready)]
    points, maxima = scores.points[:, chosen], scores.maxima[:, chosen]
    # What a policy gives says nothing of the unit.
    known = ~np.isnan(points) & (maxima > 0) & ~scores.exempt[:, chosen]
    values = np.where(known, points, 0.0) / np.where(known, maxima, 1.0)
    return _Shares([leaf.criterion.code for _, leaf in _weighed(ready)], values, known)


def _constant(ready: ReadyIndex, scores: ScoreColumns) -> tuple[str, ...]:
    """Return the criteria in which all units earn the same share: they tell nobody apart."""
    shares = _shares(ready, scores)
    same = (shares.known.sum(axis=0) >= _FEWEST) & (shares.spread() <= _NO_SPREAD)
    return tuple(code for code, constant in zip(shares.codes, same, strict=True) if constant)


def _correlated(ready: ReadyIndex, scores: ScoreColumns) -> tuple[Together, ...]:
    """Return the pairs of criteria that go together, the strongest first."""
    shares = _shares(ready, scores)
    matrix = _pearson(shares)
    found = [
        Together(first=shares.codes[i], second=shares.codes[j], correlation=float(matrix[i, j]))
        for i, j in zip(*np.triu_indices(len(shares.codes), 1), strict=True)
        if abs(matrix[i, j]) >= _CORRELATED
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.correlation), one.first, one.second)))


def _pearson(shares: _Shares) -> "Values":
    """Return Pearson's r of every two criteria over the units where both are known; 0 where they are too few."""
    known = shares.known.astype(np.float64)
    count = known.T @ known
    means = shares.values.sum(axis=0) / np.maximum(known.sum(axis=0), 1.0)
    centred = np.where(shares.known, shares.values - means, 0.0)
    sums = centred.T @ known
    squares = count * ((centred**2).T @ known) - sums**2
    products = count * (centred.T @ centred) - sums * sums.T
    scale = np.sqrt(np.maximum(squares, 0.0) * np.maximum(squares.T, 0.0))
    enough = (count >= _FEWEST_TOGETHER) & (squares > _NO_SPREAD) & (squares.T > _NO_SPREAD)
    found: Values = np.clip(np.divide(products, scale, out=np.zeros_like(scale), where=enough), -1.0, 1.0)
    return found
