"""What is known of earlier reports of a unit, and of its peers: only what the rules on trends need."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.figure import Figures, Stated
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.report import Level, Report, Sentence


class Request(BaseModel):
    """A recommendation without its words: what it was about and to whom."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topics: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()


class PastReport(BaseModel):
    """An earlier report: its figures with places but without quotes, its requests, and the marks of its sentences.

    `None` in a list means "not read", as in `Report`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = Field(description="The file it was read from, as the user wrote it")
    unit: str
    level: Level
    province: str
    period: Period
    figures: Figures = Field(default_factory=dict)
    requests: tuple[Request, ...] | None = None
    narrative: tuple[Sentence, ...] | None = None

    @classmethod
    def of(cls, report: Report, file: str) -> "PastReport":
        """Return what is kept of a report."""
        asked = [s for s in report.statements or () if s.kind == "recommendation"]
        return cls(
            file=file,
            unit=report.unit,
            level=report.level,
            province=report.province,
            period=report.period,
            figures={name: tuple(_unquoted(one) for one in stated) for name, stated in report.figures.items()},
            requests=tuple(Request(topics=s.topics, addressees=s.addressees) for s in asked)
            if report.statements is not None
            else None,
            narrative=tuple(s.model_copy(update={"at": _bare(s.at)}) for s in report.narrative)
            if report.narrative is not None
            else None,
        )

    def place(self, at: Place | None = None) -> Place:
        """Return a place of this report as one that another report can be answered with: it names the period and file."""
        where = f"{self.file}, {at.label()}" if at else self.file
        return Place(part=f"báo cáo {self.period.label()}", detail=where)

    def figures_elsewhere(self) -> Figures:
        """Return the figures with places that say in which report they stand."""
        return {
            name: tuple(one.model_copy(update={"at": self.place(one.at)}) for one in stated)
            for name, stated in self.figures.items()
        }


def _bare(at: Place) -> Place:
    return Place(part=at.part, detail=at.detail)


def _unquoted(one: Stated) -> Stated:
    return one.model_copy(update={"at": _bare(one.at)}) if one.at else one


@dataclass(frozen=True)
class Past:
    """Earlier reports of the unit, oldest first, and reports of other units of its level for the same period."""

    earlier: tuple[PastReport, ...] = ()
    peers: tuple[PastReport, ...] = ()

    def at(self, period: Period) -> PastReport | None:
        """Return the unit's report of a period, None where it is not there."""
        return next((one for one in self.earlier if one.period.same(period)), None)
