"""How far the ranks of a scorecard hang on the weights of its index."""

from pydantic import BaseModel, ConfigDict


class Shown(BaseModel):
    """Base of the frozen result types."""

    model_config = ConfigDict(frozen=True)


class Influence(Shown):
    """What leaving a criterion out does to the ranks: how many units change theirs, and the largest change."""

    code: str
    title: str
    moved: int
    most: int


class Together(Shown):
    """Two criteria that go up and down together over the units (Pearson correlation of their shares)."""

    first: str
    second: str
    correlation: float


class Robustness(Shown):
    """How far ranks hang on the weights: `draws` weightings within `spread` around those of the index, from `seed`."""

    spread: float
    draws: int
    seed: int
    influences: tuple[Influence, ...]
    correlated: tuple[Together, ...]
    constant: tuple[str, ...]
