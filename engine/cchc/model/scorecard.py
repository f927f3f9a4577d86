"""What scoring says about units: points, range, coverage, band, rank, and what would win points back."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from cchc.model.outcome import Basis, SourceShown
from cchc.model.units import UnitKind

CriterionState = Literal["scored", "unknown", "not_applicable"]


class Shown(BaseModel):
    """Base of the frozen result types."""

    model_config = ConfigDict(frozen=True)


class Step(Shown):
    """The smallest whole change of a lever that wins back all that it can win back."""

    count: int
    points: float
    text: str


class CriterionScore(Shown):
    """One criterion of one unit.

    `points` and `lost` are None unless `state` is `scored`. `value` is what the curve was applied to (a ratio is a
    fraction). `reason` says why an unknown criterion is unknown, and `missing` names
    the figures it waits for. `difference` is the self-score minus
    the computed points; a self-score never changes the computed points.
    """

    code: str
    title: str
    domain: str
    max: float
    state: CriterionState
    points: float | None
    lost: float | None
    value: float | None
    missing: tuple[str, ...]
    reason: str | None
    curve: str
    basis: Basis
    source: SourceShown
    step: Step | None
    self_score: float | None
    difference: float | None


class Tally(Shown):
    """Points added up.

    `possible`: maxima of the criteria whose points are known. `applicable`: maxima of all criteria that apply to
    the unit. `coverage`: `possible / applicable`, a fraction. `range`: index in percent with everything unknown at
    its worst, and at its best: `points / applicable` to `(points + unknown maxima) / applicable`.
    """

    points: float
    possible: float
    applicable: float
    coverage: float
    range: tuple[float, float]


class DomainScore(Tally):
    """The points of one field of the index."""

    code: str
    title: str
    max: float


class UnitScore(Tally):
    """The index of one unit.

    `percent` is `points / possible` in percent. It, `band` and `rank` are None when coverage is below the index's
    threshold; `bands` and `rank_range` say what is possible over the whole `range` (one band: it is sure).
    `self_difference` is self-score minus computed points, over the criteria that have both. `remark` is what the
    table says of the unit, as written.
    """

    id: str
    name: str
    kind: UnitKind
    remark: str
    percent: float | None
    band: str | None
    bands: tuple[str, ...]
    rank: int | None
    rank_range: tuple[int, int]
    self_points: float | None
    self_difference: float | None
    domains: tuple[DomainScore, ...]
    criteria: tuple[CriterionScore, ...]

    def losses(self, most: int = 3) -> tuple[CriterionScore, ...]:
        """Return the criteria that cost the most points, largest loss first; not those that would print as 0."""
        lost = [c for c in self.criteria if c.lost is not None and round(c.lost, 2) > 0]
        return tuple(sorted(lost, key=lambda c: (-round(c.lost or 0.0, 9), c.code))[:most])


class Scorecard(Shown):
    """All units scored by one index, in the order they were given."""

    index: str
    title: str
    note: str
    total: float
    coverage_threshold: float
    units: tuple[UnitScore, ...]

    def by_rank(self) -> tuple[UnitScore, ...]:
        """Return the units best first, those without a sure rank last, ties by name."""
        return tuple(sorted(self.units, key=lambda u: (u.rank is None, u.rank or 0, -u.range[0], u.name, u.id)))
