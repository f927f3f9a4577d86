"""What was read out of a document, how sure the reader is of it, and what it saw and left."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.errors import InputError
from cchc.model.figure import Stated
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.report import (
    Citation,
    DetailRow,
    Document,
    Event,
    Exclusion,
    Level,
    Part,
    RepeatedPassage,
    Report,
    Sentence,
    Statement,
)
from cchc.model.wording import Layout, Mention

NotTakenReason = Literal[
    "no_label", "ambiguous", "wrong_unit", "target", "comparison", "plan", "low_confidence", "impossible"
]


_NEEDED = (
    "tên đơn vị (thêm --unit 'Sở ...')",
    "cấp của đơn vị (thêm --level)",
    "tỉnh, thành phố (thêm --province)",
    "kỳ báo cáo (thêm --period 'tháng 4/2025')",
)


class ReadFigure(BaseModel):
    """A figure found in a document. Its place quotes the words that hold its number."""

    model_config = ConfigDict(frozen=True)

    id: str
    stated: Stated
    confidence: float = Field(ge=0, le=1)


class NotTaken(BaseModel):
    """A number that was seen and not taken as a figure, and why."""

    model_config = ConfigDict(frozen=True)

    printed: str = Field(description="Con số như in trong báo cáo")
    at: Place
    reason: NotTakenReason
    figure: str | None = Field(None, description="Số liệu gần đúng nhất, nếu có")


@dataclass(frozen=True)
class Hints:
    """What a user says about a document that does not say it itself."""

    unit: str | None = None
    level: Level | None = None
    province: str | None = None
    period: Period | None = None


class Extraction(BaseModel):
    """All that was read out of one document. What could not be found is None and is never guessed."""

    model_config = ConfigDict(frozen=True)

    file: str
    unit: str | None = None
    level: Level | None = None
    province: str | None = None
    period: Period | None = None
    document: Document = Field(default_factory=lambda: Document.model_validate({}))
    parts: tuple[Part, ...] | None = None
    other_headings: tuple[Place, ...] = ()
    keeps_outline: bool = True
    """Whether the document has the headings of such a report; if not, none of them can be said to be missing."""
    figures: tuple[ReadFigure, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    statements: tuple[Statement, ...] | None = None
    citations: tuple[Citation, ...] | None = None
    exclusions: tuple[Exclusion, ...] | None = None
    events: tuple[Event, ...] | None = None
    repeated_passages: tuple[RepeatedPassage, ...] | None = None
    detail_rows: tuple[DetailRow, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    evidence: tuple[Mention, ...] | None = None
    layout: Layout | None = None
    narrative: tuple[Sentence, ...] | None = None
    warnings: tuple[str, ...] = ()

    def report(self) -> Report:
        """Return the structured report; raise `InputError` naming what a report cannot be without and how to give it."""
        if self.unit is None or self.level is None or self.province is None or self.period is None:
            needed = (self.unit, self.level, self.province, self.period)
            missing = [words for words, value in zip(_NEEDED, needed, strict=True) if value is None]
            raise InputError(f"không đọc thấy {', '.join(missing)}", self.file)
        figures: dict[str, list[Stated]] = {}
        for figure in self.figures:
            figures.setdefault(figure.id, []).append(figure.stated)
        return Report(
            unit=self.unit,
            level=self.level,
            province=self.province,
            period=self.period,
            document=self.document,
            parts=self.parts if self.keeps_outline else None,
            other_headings=self.other_headings if self.keeps_outline else (),
            figures={name: tuple(stated) for name, stated in figures.items()},
            statements=self.statements,
            exclusions=self.exclusions,
            citations=self.citations,
            events=self.events,
            repeated_passages=self.repeated_passages,
            detail_rows=self.detail_rows,
            mentions=self.mentions,
            evidence=self.evidence,
            layout=self.layout,
            previous=None,
            narrative=self.narrative,
        )
