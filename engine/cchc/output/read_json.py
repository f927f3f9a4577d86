"""The JSON of reading: a contract with a schema (`cchc schema read`)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.extraction import NotTaken, NotTakenReason, ReadFigure
from cchc.model.figure import Stated
from cchc.model.outcome import Unreadable
from cchc.model.period import Period, PeriodKind
from cchc.model.place import Place
from cchc.model.report import Citation, CitationRole, Document, Level, Part, Statement, StatementKind
from cchc.model.text import Language
from cchc.model.wording import Layout, Mention
from cchc.output import json_parts
from cchc.output.read_shown import ReadReport, printed_value, reason_word
from cchc.output.run import Run
from cchc.packs.figure_schema import FigureDef


class _Shown(BaseModel):
    model_config = ConfigDict(frozen=True)


class ShownPlace(_Shown):
    """Where something stands; its words are in `quote` beside it."""

    part: str
    detail: str | None


class ShownPeriod(_Shown):
    """A reporting period."""

    kind: PeriodKind
    year: int
    number: int


class YearToDate(_Shown):
    """The year from its beginning to the end of the report's period."""

    kind: Literal["year_to_date"] = "year_to_date"
    year: int


class ShownFigure(_Shown):
    """A figure: percents as fractions with the unit `fraction`, all else in the unit of the data dictionary."""

    id: str
    label: str
    value: int | float
    unit: str
    printed: str = Field(description="Giá trị như người đọc thấy: 13%, 1.234")
    scope: str = Field(description="own là của chính đơn vị; hoặc tên cấp, đơn vị khác")
    period: ShownPeriod | YearToDate | None
    approximate: bool
    quote: str | None
    place: ShownPlace | None
    confidence: float


class ShownNotTaken(_Shown):
    """A number that was seen and not taken."""

    printed: str
    reason: NotTakenReason
    reason_text: str
    figure: str | None
    quote: str | None
    place: ShownPlace


class ShownStatement(_Shown):
    """What the report admits, claims, plans or asks for."""

    kind: StatementKind
    topics: tuple[str, ...]
    text: str
    addressees: tuple[str, ...]
    deadline: date | str | None
    owner: str | None
    goal: str | None
    first_asked: date | None
    asked_before: bool
    quote: str | None
    place: ShownPlace | None


class ShownCitation(_Shown):
    """A document that the report cites."""

    type: str
    number: str | None
    issued: date | None
    issuer: str | None
    role: CitationRole
    term_to: int | None
    quote: str | None
    place: ShownPlace | None


class ShownMention(_Shown):
    """Words of a table of rules/wording met in the report."""

    entry: str
    printed: str
    should: str | None
    quoted: date | None
    quote: str | None
    place: ShownPlace | None


class ShownReport(_Shown):
    """All that was read out of one report; `missing` are the figures it needs and that were not found."""

    file: str
    unit: str | None
    level: Level | None
    province: str | None
    period: Period | None
    parts: tuple[Part, ...]
    figures: tuple[ShownFigure, ...]
    not_taken: tuple[ShownNotTaken, ...]
    statements: tuple[ShownStatement, ...]
    citations: tuple[ShownCitation, ...]
    mentions: tuple[ShownMention, ...]
    document: Document
    layout: Layout | None
    missing: tuple[str, ...]
    warnings: tuple[str, ...]


class ReadDocument(_Shown):
    """All reports of a run, and the files that could not be used."""

    reports: tuple[ShownReport, ...]
    unreadable: tuple[Unreadable, ...]


class ReadJson:
    """Reading as indented JSON."""

    def __init__(self, run: Run, figures: Mapping[str, FigureDef], lang: Language) -> None:
        self._run, self._figures, self._lang = run, figures, lang

    def opening(self) -> str:
        """Return the beginning of the object."""
        return json_parts.OPENING

    def part(self, item: ReadReport) -> str:
        """Return what was read out of one report."""
        return json_parts.item(_report(item, self._figures, self._lang), first=not self._run.documents)

    def closing(self) -> str:
        """Return the files that could not be used, and the end."""
        return json_parts.closing(self._run, bool(self._run.documents))


def _report(report: ReadReport, figures: Mapping[str, FigureDef], lang: Language) -> ShownReport:
    read = report.extraction
    return ShownReport(
        file=read.file,
        unit=read.unit,
        level=read.level,
        province=read.province,
        period=read.period,
        parts=read.parts or (),
        figures=tuple(_figure(one, figures[one.id], read.period, lang) for one in read.figures),
        not_taken=tuple(_not_taken(one, lang) for one in read.not_taken),
        statements=tuple(ShownStatement(**_placed(one)) for one in read.statements or ()),
        citations=tuple(ShownCitation(**_placed(one)) for one in read.citations or ()),
        mentions=tuple(ShownMention(**_placed(one)) for one in read.mentions or ()),
        document=read.document,
        layout=read.layout,
        missing=report.summary.missing,
        warnings=report.warnings,
    )


def _figure(read: ReadFigure, figure: FigureDef, period: Period | None, lang: Language) -> ShownFigure:
    stated = read.stated
    percent = figure.kind == "percent"
    return ShownFigure(
        id=read.id,
        label=figure.label.get(lang),
        value=_fraction(stated.value) if percent else _whole(stated.value),
        unit="fraction" if percent else figure.unit.get(lang),
        printed=printed_value(stated, lang),
        scope=stated.scope,
        period=_period(stated, period),
        approximate=stated.approx,
        quote=stated.at.quote if stated.at else None,
        place=_place(stated.at),
        confidence=read.confidence,
    )


def _fraction(percent: float) -> float:
    """Return a percent as a fraction without the noise of binary division: 13 is 0.13, 12.77 is 0.1277."""
    return float(Decimal(repr(percent)) / 100)


def _whole(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _period(stated: Stated, own: Period | None) -> ShownPeriod | YearToDate | None:
    if stated.span == "other":
        return _named(stated.period)
    if stated.span == "year_to_date":
        return YearToDate(year=own.year) if own else None
    return _named(own)


def _named(period: Period | None) -> ShownPeriod | None:
    return ShownPeriod(kind=period.kind, year=period.year, number=period.number) if period else None


def _not_taken(left: NotTaken, lang: Language) -> ShownNotTaken:
    return ShownNotTaken(
        printed=left.printed,
        reason=left.reason,
        reason_text=reason_word(left.reason, lang),
        figure=left.figure,
        quote=left.at.quote,
        place=ShownPlace(part=left.at.part, detail=left.at.detail),
    )


def _placed(one: Statement | Citation | Mention) -> dict[str, Any]:
    """Return the fields of a thing that stands somewhere, its place and its words apart."""
    fields = {name: getattr(one, name) for name in type(one).model_fields if name != "at"}
    return {**fields, "quote": one.at.quote if one.at else None, "place": _place(one.at)}


def _place(place: Place | None) -> ShownPlace | None:
    return ShownPlace(part=place.part, detail=place.detail) if place else None
