"""Shapes of the figures under `indicators/figures/`: the data dictionary and the wordings of its entries."""

from typing import Any, Literal

from pydantic import Field, model_validator

from cchc.model.text import Text
from cchc.packs.entry import Entry

FigureKind = Literal["count", "percent", "money", "number"]
Presence = Literal["month", "quarter", "year", "optional"]


class PhraseDef(Entry):
    """How agencies word a figure. `say` is in the notation of `cchc.vietnamese.phrases`."""

    say: tuple[str, ...] = Field(min_length=1)
    under: tuple[str, ...] = Field(
        (), description="Governors that must all hold where it stands, e.g. dossiers, resolved"
    )
    parts: tuple[str, ...] = Field((), description="Parts in which it means this figure; anywhere when empty")
    not_parts: tuple[str, ...] = Field((), description="Parts in which it does not mean this figure")
    unless: tuple[str, ...] = Field((), description="Words beside which, in one block, it does not mean this figure")
    of: str | None = Field(None, description="Figure that the second number of `n/m` states")
    shares: bool = Field(False, description="May take a number that another figure's wording has taken")
    zero: bool = Field(False, description="The phrase alone says that there is none")
    hides: bool = Field(False, description="Names no figure: it only keeps a shorter wording inside it from being read")
    leaves: bool = Field(False, description="Takes its number as any wording does, but the number is no figure")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, raw: Any) -> Any:
        if isinstance(raw, str):
            return {"say": (raw,)}
        if isinstance(raw, dict) and isinstance(raw.get("say"), str):
            return {**raw, "say": (raw["say"],)}
        return raw


class ReadCase(Entry):
    """A sentence and all figures that must be read from it, percents as printed: `{dossiers.resolved: 322}`."""

    text: str
    part: str | None = Field(None, description="Part it stands in; that of the first figure when left out")
    reads: dict[str, float | str]


class FigureDef(Entry):
    """A figure that a report may state."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$")
    label: Text
    kind: FigureKind
    unit: Text
    part: str = Field(description="Part of the outline where it is stated, e.g. II.2")
    required: Presence = Field(description="Shortest kind of period in which it is expected")
    table: str | None = None
    ratio: tuple[str, str] | None = Field(None, description="Percent only: numerator and denominator figures")
    other_ratios: tuple[tuple[str, str], ...] = Field((), description="Other pairs that the rate can be computed from")
    phrases: tuple[PhraseDef, ...] = Field((), description="Wordings by which the figure is found in a text")
    rate: str | None = Field(None, description="Percent figure that a bare percent right after this count states")
    beside: str | None = Field(None, description="Figure that must be stated too for this one to mean itself")
    alone_as: str | None = Field(None, description="The figure that it means where that one is not stated")
    events: bool = Field(
        False, description="Happenings that a report may tell one by one: two numbers are parts of a sum"
    )
    standing: bool = Field(False, description="Where a plan of the year stands: counted so far, it is the period's own")
    listed: str | None = Field(None, description="Figure that counts the items listed after this declared number")

    @model_validator(mode="after")
    def _ratio_only_for_percent(self) -> "FigureDef":
        if (self.ratio or self.other_ratios) and self.kind != "percent":
            raise ValueError(f"{self.id}: 'ratio' chỉ dùng cho số liệu tỷ lệ (percent)")
        return self


class FigureFile(Entry):
    """One group of figures."""

    group: str
    label: Text
    in_reports: bool = Field(True, description="Whether a report may state them; else only tables of units do")
    figures: tuple[FigureDef, ...]
    cases: tuple[ReadCase, ...] = ()
