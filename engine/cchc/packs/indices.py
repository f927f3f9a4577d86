"""Shape of the files under `indicators/indices`: an index is a tree of criteria, each with a curve over a formula."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from cchc.model.outcome import Basis
from cchc.model.text import Text
from cchc.model.units import UnitKind
from cchc.packs.curve_specs import ENTERED, OWN_FORMULAS, CurveSpec, Fraction, Points
from cchc.packs.entry import Entry
from cchc.packs.schema import Source
from cchc.packs.schema_refs import SourceRef

Code = Annotated[str, Field(pattern=r"^([0-9]+|[IVX]+)(\.\d+)*[a-z]?$")]
Policy = Literal["reduce_max", "award_max", "zero", "redistribute", "rescale_group"]
"""What becomes of a criterion that does not apply to a unit.

`reduce_max`: it and its maximum are left out. `award_max`: it gets its maximum. `zero`: it gets 0. `redistribute`: its
maximum is shared out evenly among the criteria of its group that apply. `rescale_group`: the criteria of its group that
apply are scaled to the maximum of the group.
"""


class Lever(Entry):
    """What a unit can change: figures per single step, and how to say it."""

    change: dict[str, Points] = Field(min_length=1)
    say: Text = Field(description="Sentence with {n} for the number of steps")


class Criterion(Entry):
    """A leaf of the tree: what is counted, how it turns into points, when it does not apply, and on what ground."""

    code: Code
    title: Text
    max: Points = Field(ge=0)
    curve: CurveSpec
    value: str | None = Field(None, description="Formula; a condition for a boolean curve; none where a person enters")
    consistent: str | None = Field(
        None, description="What must hold among its figures, else it is unknown: done <= due"
    )
    not_applicable: str | None = Field(None, description="Condition under which the criterion does not apply")
    policy: Policy | None = Field(None, description="What then becomes of it; default: that of the index")
    otherwise: str | None = Field(None, description="Formula taken where `value` is unknown: last year's total / 12")
    is_survey: bool = Field(False, description="Left out of a run without surveys")
    kinds: tuple[UnitKind, ...] = Field((), description="Kinds of unit it applies to; empty means all")
    lever: Lever | None = None
    evidence: Text | None = Field(None, description="What a unit has to show for it")
    basis: Basis
    source: SourceRef
    note: Text | None = None

    @model_validator(mode="after")
    def _value_where_needed(self) -> "Criterion":
        without = self.curve.type in ENTERED | OWN_FORMULAS
        if (self.value is None) != without:
            raise ValueError(
                f"{self.code}: tiêu chí cần 'value'; riêng {', '.join(sorted(ENTERED | OWN_FORMULAS))} thì không có 'value'"
            )
        if (self.max == 0) != (self.curve.type == "info"):
            raise ValueError(f"{self.code}: điểm tối đa phải lớn hơn 0, riêng 'info' bằng 0")
        return self


Role = Literal["regular", "bonus", "penalty"]


class Group(Entry):
    """A field of the index, or a group of criteria inside one."""

    code: Code
    title: Text
    max: Points = Field(gt=0)
    basis: Basis
    source: SourceRef
    note: Text | None = None
    id: str | None = Field(None, pattern=r"^[a-z][a-z0-9_]*$", description="Name of the field in `groups` of the JSON")
    role: Role = Field("regular", description="bonus: added up to `max`; penalty: taken off, its curves count faults")
    round_at: Literal["criterion", "group"] | None = Field(None, description="Default: that of the index")
    criteria: "tuple[Node, ...]" = ()

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
    """A class of results between two percentages or two numbers of points, and which of the two ends belong to it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    from_: float = Field(alias="from", ge=0)
    to: float = Field(ge=0)
    includes: Literal["from", "to", "both", "none"]
    conditions: tuple[str, ...] = Field(
        (), description="What must hold besides; where it does not, the next lower band"
    )
    most: Fraction | None = Field(None, description="Quota: largest share of the ranked units that may be in it")

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
    of: Literal["percent", "points"] = "percent"
    levels: tuple[Band, ...] = Field(min_length=1)

    def ascending(self) -> tuple[Band, ...]:
        """Return the bands from the lowest to the highest."""
        return tuple(sorted(self.levels, key=lambda band: (band.from_, band.to)))


class Rounding(Entry):
    """How points are rounded: half away from zero on the exact binary value; `at`: each criterion, or each field."""

    decimals: int = Field(ge=0, le=6)
    at: Literal["criterion", "group"] = "criterion"


class Force(Entry):
    """From when to when an index is in force; an open end where it is not known."""

    from_: date | None = Field(None, alias="from")
    to: date | None = None


class Deadline(Entry):
    """When a self-score is due, and what a day of lateness costs: `each` points a day, up to `most`."""

    each: Points = Field(gt=0)
    most: Points = Field(gt=0)
    basis: Basis
    source: SourceRef


class Subtotal(Entry):
    """A second total over some criteria, with bands of its own in points: those of staff in Circular 01/2018."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Text
    codes: tuple[str, ...] = Field(min_length=1)
    max: Points = Field(gt=0)
    bands: Bands


class IndexDef(Entry):
    """An index: one file an index. `sources` are documents that only this index rests on.

    `scale`: the points that make 100 percent, where bonus points count towards it; default: `total`.
    `together`: kinds of unit that are ranked with each other; a kind not named is ranked alone.
    `default_for`: kinds of unit that are scored by it where a user names no index. `frame_only`: why no number can be given; such an index has fields without criteria.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    note: Text
    total: Points = Field(gt=0)
    scale: Points | None = Field(None, gt=0)
    coverage_threshold: Annotated[Fraction, Field(gt=0, le=1)]
    not_applicable: Policy
    rounding: Rounding | None = None
    kinds: tuple[UnitKind, ...] = Field(min_length=1)
    together: tuple[tuple[UnitKind, ...], ...] = ()
    in_force: Force = Force()
    default_for: tuple[UnitKind, ...] = ()
    frame_only: Text | None = None
    late: Deadline | None = None
    subtotals: tuple[Subtotal, ...] = ()
    bands: Bands
    sources: tuple[Source, ...] = ()
    domains: tuple[Group, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _criteria_where_scored(self) -> "IndexDef":
        if (self.frame_only is None) != all(domain.criteria for domain in self.domains):
            raise ValueError(
                "bộ chỉ số để chấm phải có tiêu chí ở mọi lĩnh vực; bộ chỉ có khung (frame_only) thì không"
            )
        return self

    def leaves(self) -> tuple[Criterion, ...]:
        """Return all criteria in file order."""
        return tuple(leaf for domain in self.domains for leaf in domain.leaves())
