"""What changed from one report to another: figure by figure, finding by finding."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from cchc.model.outcome import Outcome, Severity
from cchc.model.place import Place

FigureChange = Literal["changed", "new", "gone"]
Difference = Literal["unit", "level", "province", "kind", "period"]
FindingChange = Literal["new", "mended", "still", "outcome"]


class Side(BaseModel):
    """One of the two reports."""

    model_config = ConfigDict(frozen=True)

    file: str
    unit: str
    level: str
    province: str
    period: str
    data_from: str
    data_to: str
    figures: int


class Values(BaseModel):
    """A figure as one report states it for one scope and time: as printed, all values where there are several."""

    model_config = ConfigDict(frozen=True)

    values: tuple[float, ...]
    shown: str
    places: tuple[Place, ...] = ()


class FigureDifference(BaseModel):
    """A figure of one scope and time that is not the same in both; `difference` where each states one exact value."""

    model_config = ConfigDict(frozen=True)

    figure: str
    label: str
    scope: str
    time: str
    change: FigureChange
    before: Values | None
    after: Values | None
    difference: float | None = None


class FindingDifference(BaseModel):
    """A check with what it said of both; `outcome` is a change that neither makes nor mends a finding."""

    model_config = ConfigDict(frozen=True)

    code: str
    title: str
    severity: Severity
    change: FindingChange
    before: Outcome
    after: Outcome
    message_before: str
    message_after: str


class Comparison(BaseModel):
    """Two reports held against each other; `differs_in` names what makes them reports of different things."""

    model_config = ConfigDict(frozen=True)

    before: Side
    after: Side
    differs_in: tuple[Difference, ...]
    figures: tuple[FigureDifference, ...]
    same_figures: int
    findings: tuple[FindingDifference, ...]
    same_findings: int
