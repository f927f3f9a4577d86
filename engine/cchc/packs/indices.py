"""Shape of the files under `indicators/indices`: an index is a tree of criteria, each with a curve over a formula."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from cchc.model.outcome import Basis
from cchc.model.text import Text
from cchc.model.units import UnitKind
from cchc.packs.entry import Entry
from cchc.packs.schema import Source, SourceRef


def _fraction(raw: Any) -> Any:
    if isinstance(raw, str) and raw.strip().endswith("%"):
        return float(raw.strip()[:-1].replace(",", ".")) / 100
    if isinstance(raw, int | float) and raw > 1:
        # 85 for 85% would make full points unreachable for everyone, without a word.
        raise ValueError(f"tỷ lệ trên 1 phải ghi kèm dấu %: {raw:g}%")
    return raw


Fraction = Annotated[float, BeforeValidator(_fraction), Field(ge=0)]
Points = Annotated[float, Field(allow_inf_nan=False)]
Code = Annotated[str, Field(pattern=r"^\d+(\.\d+)*$")]


class Linear(Entry):
    """Points in proportion to the value; full at 1 (100%)."""

    type: Literal["linear"]


class CappedLinear(Entry):
    """Points in proportion to the value; full at `full_at` and above."""

    type: Literal["capped_linear"]
    full_at: Annotated[Fraction, Field(gt=0)]


class LinearWithFloor(Entry):
    """Nothing below `floor`; from there on in proportion to the value, full at 1."""

    type: Literal["linear_with_floor"]
    floor: Fraction


class CappedLinearWithFloor(Entry):
    """Nothing below `floor`; from there on in proportion to the value, full at `full_at`."""

    type: Literal["capped_linear_with_floor"]
    full_at: Annotated[Fraction, Field(gt=0)]
    floor: Fraction


class Level(Entry):
    """Points from a value on, that value included."""

    from_: Fraction = Field(alias="from")
    points: Points = Field(ge=0)


class StepCurve(Entry):
    """Points by thresholds of a ratio; 0 below the lowest."""

    type: Literal["step"]
    levels: tuple[Level, ...] = Field(min_length=1)


class CountLevel(Entry):
    """Points from a count on, that count included."""

    from_: int = Field(alias="from", ge=0)
    points: Points = Field(ge=0)


class CountStep(Entry):
    """Points by thresholds of a count; 0 below the lowest."""

    type: Literal["count_step"]
    levels: tuple[CountLevel, ...] = Field(min_length=1)


class Boolean(Entry):
    """All points when the condition in `value` holds, none when it does not."""

    type: Literal["boolean"]


class Deduction(Entry):
    """All points, less `each` per unit of the value, never below 0."""

    type: Literal["deduction"]
    each: Points = Field(gt=0)


class Judgement(Entry):
    """Points entered by a person; no formula. Not entered is unknown."""

    type: Literal["judgement"]


class Survey(Entry):
    """Points in proportion to a satisfaction share; unknown while `responses` is below `least` or not given."""

    type: Literal["survey"]
    responses: str = Field(description="Formula: number of answers that the share rests on")
    least: int = Field(ge=1)


CurveSpec = Annotated[
    Linear | CappedLinear | LinearWithFloor | CappedLinearWithFloor | StepCurve | CountStep | Boolean | Deduction
    | Judgement | Survey,
    Field(discriminator="type"),
]  # fmt: skip


class Lever(Entry):
    """What a unit can change: figures per single step, and how to say it."""

    change: dict[str, Points] = Field(min_length=1)
    say: Text = Field(description="Sentence with {n} for the number of steps")


class Criterion(Entry):
    """A leaf of the tree: what is counted, how it turns into points, when it does not apply, and on what ground."""

    code: Code
    title: Text
    max: Points = Field(gt=0)
    curve: CurveSpec
    value: str | None = Field(None, description="Formula; a condition for a boolean curve; none for a judgement")
    consistent: str | None = Field(
        None, description="What must hold among its figures, else it is unknown: done <= due"
    )
    not_applicable: str | None = Field(None, description="Condition under which the criterion is left out")
    kinds: tuple[UnitKind, ...] = Field((), description="Kinds of unit it applies to; empty means all")
    lever: Lever | None = None
    basis: Basis
    source: SourceRef
    note: Text | None = None

    @model_validator(mode="after")
    def _value_where_needed(self) -> "Criterion":
        if (self.value is None) != (self.curve.type == "judgement"):
            raise ValueError(f"{self.code}: tiêu chí cần 'value', riêng 'judgement' (người chấm) thì không có 'value'")
        return self


class Group(Entry):
    """A field of the index, or a group of criteria inside one."""

    code: Code
    title: Text
    max: Points = Field(gt=0)
    basis: Basis
    source: SourceRef
    note: Text | None = None
    criteria: "tuple[Node, ...]" = Field(min_length=1)

    def leaves(self) -> Iterator[Criterion]:
        """Yield the criteria below this group, in file order."""
        for node in self.criteria:
            if isinstance(node, Group):
                yield from node.leaves()
            else:
                yield node


def _node_tag(raw: Any) -> str:
    return "group" if isinstance(raw, Group) or (isinstance(raw, dict) and "criteria" in raw) else "criterion"


Node = Annotated[Annotated[Group, Tag("group")] | Annotated[Criterion, Tag("criterion")], Discriminator(_node_tag)]
Group.model_rebuild()


class Band(Entry):
    """A class of results between two percentages, and which of the two ends belong to it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    from_: float = Field(alias="from", ge=0, le=100)
    to: float = Field(ge=0, le=100)
    includes: Literal["from", "to", "both", "none"]

    @property
    def has_from(self) -> bool:
        """Whether the lower end belongs to the band."""
        return self.includes in ("from", "both")

    @property
    def has_to(self) -> bool:
        """Whether the upper end belongs to the band."""
        return self.includes in ("to", "both")


class Bands(Entry):
    """The classes of an index, and where they come from."""

    basis: Basis
    source: SourceRef
    levels: tuple[Band, ...] = Field(min_length=1)

    def ascending(self) -> tuple[Band, ...]:
        """Return the bands from the lowest to the highest."""
        return tuple(sorted(self.levels, key=lambda band: (band.from_, band.to)))


class IndexDef(Entry):
    """An index: one file an index. `sources` are documents that only this index rests on."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    note: Text
    total: Points = Field(gt=0)
    coverage_threshold: Annotated[Fraction, Field(gt=0, le=1)]
    not_applicable: Literal["reduce_max"] = Field(description="reduce_max: the criterion and its maximum are left out")
    bands: Bands
    sources: tuple[Source, ...] = ()
    domains: tuple[Group, ...] = Field(min_length=1)

    def leaves(self) -> tuple[Criterion, ...]:
        """Return all criteria in file order."""
        return tuple(leaf for domain in self.domains for leaf in domain.leaves())
