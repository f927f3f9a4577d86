"""Rooms and attached units to be scored: their figures and what people entered, as columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from cchc.model.columns import Columns

if TYPE_CHECKING:
    from cchc.model.columns import Mask, Values

UnitKind = Literal["room", "sub_department", "service_unit"]
UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)


@dataclass(frozen=True)
class UnitsTable:
    """A batch of units, row by row the same unit in every column.

    `figures`: one column per figure id. `judgements` and `self_scores`: points that people entered, by criterion
    code, NaN where nothing was entered. `not_applicable`: units that a person exempted from a criterion, by code.
    `remarks`: what the table says of each unit beside its figures; empty when it has no such column. `warnings`: what a
    person should know about the file.
    """

    file: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[UnitKind, ...]
    figures: Columns
    judgements: Mapping[str, "Values"] = field(default_factory=dict)
    self_scores: Mapping[str, "Values"] = field(default_factory=dict)
    not_applicable: Mapping[str, "Mask"] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
