"""What scoring says about units: points, range, coverage, band, rank, and what would win points back."""

from typing import Literal

from cchc.model.outcome import Basis, FigureShown, SourceShown
from cchc.model.robustness import Robustness, Shown
from cchc.model.units import UnitKind

CriterionState = Literal["scored", "unknown", "not_applicable"]


class Step(Shown):
    """The smallest whole change of a lever that wins back all that it can win back."""

    count: int
    points: float
    text: str


DisagreementKind = Literal["self_above", "self_below", "appraised_differs", "no_reason", "no_evidence"]


class Disagreement(Shown):
    """What a reviewer has to settle about a criterion: `kind` from a fixed list, with the two numbers where there are two."""

    kind: DisagreementKind
    text: str


class CriterionScore(Shown):
    """One criterion of one unit.

    `max` is its maximum for the unit; `role` tells points from bonus points and from points taken off. `points` and
    `lost` are None unless `state` is `scored`. `policy` is set where it does not apply and what its points are in
    its stead. `value` is what the curve was applied to (a ratio is a fraction). `formula` says in words how points come
    about, from `figures`. `reason` says why an unknown criterion is unknown, and `missing` names the figures it waits
    for. `step` wins back all that can be won back, `first_step` is the smallest change that wins anything.
    `difference` is the self-score minus the computed points; neither a self-score nor an appraised one ever changes the
    computed points.
    """

    code: str
    title: str
    domain: str
    role: Literal["regular", "bonus", "penalty"]
    max: float
    state: CriterionState
    points: float | None
    lost: float | None
    policy: str | None
    value: float | None
    formula: str
    figures: tuple[FigureShown, ...]
    missing: tuple[str, ...]
    reason: str | None
    curve: str
    basis: Basis
    source: SourceShown
    note: str | None
    step: Step | None
    first_step: Step | None
    self_score: float | None
    difference: float | None
    appraised: float | None
    appraisal_reason: str | None
    evidence_required: str | None
    evidence: str | None
    disagreements: tuple[Disagreement, ...]


class Tally(Shown):
    """Points added up.

    `possible`: maxima of the criteria whose points are known. `applicable`: maxima of all criteria that apply to
    the unit; bonus points and penalties are in neither. `coverage`: `possible / applicable`, a fraction. `range`: index
    in percent with everything unknown at its worst, and at its best, of the points that make 100 percent;
    `points_range`: the same in points.
    """

    points: float
    points_range: tuple[float, float]
    possible: float
    applicable: float
    coverage: float
    range: tuple[float, float]


class DomainScore(Tally):
    """The points of one field of the index."""

    code: str
    title: str
    max: float
    role: Literal["regular", "bonus", "penalty"]


class FigureChange(Shown):
    """A figure that differs: `before` and `now` are None where it is not known."""

    id: str
    label: str
    before: float | None
    now: float | None


class Change(Shown):
    """What became of a unit since an earlier scorecard: differences, now minus then; None where one of them is unknown."""

    earlier: str
    points: float | None
    percent: float | None
    rank: int | None
    figures: tuple[FigureChange, ...]


class RankBand(Shown):
    """Ranks of a unit under weights drawn around those of the index: the 5th and 95th percentile, and the extremes."""

    low: int
    high: int
    best: int
    worst: int


class SubtotalScore(Shown):
    """A second total over some criteria: points known so far, and at most; `bands` are the possible ones."""

    id: str
    title: str
    points: tuple[float, float]
    max: float
    bands: tuple[str, ...]


class UnitScore(Tally):
    """The index of one unit.

    `percent` is `points / possible` in percent. It, `band` and `rank` are None when coverage is below the index's
    threshold; `bands` and `rank_range` say what is possible over the whole `range` (one band: it is sure). `group`
    names the kinds it is ranked with. `groups` gives the points of each named field, None while a criterion of it is
    unknown. `late` are the points taken off for a late self-score. `self_difference` is self-score minus computed points, over the criteria that have both. `remark` is what the
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
    group: str
    parent: str | None
    state: str | None
    groups: dict[str, float | None]
    subtotals: tuple[SubtotalScore, ...]
    late: float
    change: Change | None = None
    rank_band: RankBand | None = None
    self_points: float | None
    self_difference: float | None
    domains: tuple[DomainScore, ...]
    criteria: tuple[CriterionScore, ...]

    def losses(self, most: int = 3) -> tuple[CriterionScore, ...]:
        """Return the criteria that cost the most points, largest loss first; not those that would print as 0."""
        lost = [c for c in self.criteria if c.lost is not None and round(c.lost, 2) > 0]
        return tuple(sorted(lost, key=lambda c: (-round(c.lost or 0.0, 9), c.code))[:most])

    def wins(self) -> tuple[CriterionScore, ...]:
        """Return the criteria that a change of figures wins points for: most points first, then the smallest change."""
        won = [c for c in self.criteria if c.step is not None]
        return tuple(sorted(won, key=lambda c: _worth(c.step) if c.step else (0.0, 0)))


def _worth(step: Step) -> tuple[float, int]:
    return -round(step.points, 9), step.count


Certainty = Literal["exact", "at_most", "unknown"]


class Effect(Shown):
    """What a unit's index would be under a scenario; None where it is not known.

    `certainty`: `exact` where the unit gives every figure that the scenario needs; `at_most` where one is missing and the
    largest value it can have was taken, as `reason` says; `unknown` where nothing can be said, and why.
    """

    id: str
    name: str
    certainty: Certainty
    reason: str | None
    percent_before: float | None
    percent: float | None
    points_before: float
    points: float | None
    rates: tuple[FigureChange, ...]


class ScenarioResult(Shown):
    """One option of a scenario, with what it assumes, and its effect on each unit."""

    id: str
    title: str
    assumption: str
    effects: tuple[Effect, ...]


class Scorecard(Shown):
    """All units scored by one index, in the order they were given. `scale`: the points that make 100 percent."""

    index: str
    title: str
    note: str
    total: float
    scale: float
    coverage_threshold: float
    notes: tuple[str, ...]
    robustness: Robustness | None = None
    scenarios: tuple[ScenarioResult, ...] = ()
    units: tuple[UnitScore, ...]

    def by_rank(self) -> tuple[UnitScore, ...]:
        """Return the units group by group, best first, those without a sure rank last, ties by name."""
        order = {group: n for n, group in enumerate(dict.fromkeys(unit.group for unit in self.units))}
        return tuple(
            sorted(self.units, key=lambda u: (order[u.group], u.rank is None, u.rank or 0, -u.range[0], u.name, u.id))
        )
