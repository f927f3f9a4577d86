"""Units to be scored: their figures and what people entered, as columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from cchc.model.columns import Columns
from cchc.model.place import Place

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

UnitKind = Literal["province", "department", "commune", "room", "sub_department", "service_unit", "head"]
UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)


class Origin(Protocol):
    """Tells where a figure of a unit was given."""

    def place(self, row: int, figure: str) -> Place | None:
        """Return the place of a figure of the unit in a row of the table."""
        ...


@dataclass(frozen=True)
class UnitsTable:
    """A batch of units, row by row the same unit in every column.

    `figures`: one column per figure id. `judgements` and `self_scores`: points that people entered, by criterion
    code, NaN where nothing was entered; `appraised`: those that the reviewer gives. `reasons`: why they differ, and
    `evidence`: what the unit shows for a criterion, by code, empty where nothing is said. `days_late`: by how many days
    the self-score came late. `not_applicable`: units that a person exempted from a criterion, by code.
    `parents`: id of the unit each one belongs to, `states`: how far its appraisal has come; empty when there is no such
    column. `remarks`: what the table says of each unit beside its figures. `periods`: first and last day of the figures
    of each unit, where the table says. `warnings`: what a person should know about the file.
    `origin` tells where each figure stands.
    """

    file: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[UnitKind, ...]
    figures: Columns
    judgements: Mapping[str, "Values"] = field(default_factory=dict)
    self_scores: Mapping[str, "Values"] = field(default_factory=dict)
    appraised: Mapping[str, "Values"] = field(default_factory=dict)
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    days_late: "Values | None" = None
    not_applicable: Mapping[str, "Mask"] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    periods: tuple[tuple[date, date] | None, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    origin: Origin | None = None
