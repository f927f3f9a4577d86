"""Shapes of the dated tables of wording: terms, names of bodies and acts, each with the days on which it is wrong."""

from datetime import date

from pydantic import Field, model_validator

from cchc.model.text import Text
from cchc.packs.entry import Entry
from cchc.packs.schema import Body
from cchc.packs.schema_refs import SourceRef
from cchc.vietnamese.fold import fold


class TermCase(Entry):
    """A sentence and the words of it in which the entry must be found: none where it is no use of the entry."""

    text: str
    finds: tuple[str, ...] = ()
    quoted: date | None = Field(None, description="The day that the first use must be dated back to")
    part: str = Field("II.2", description="Part of the report in which the sentence stands")


class Use(Entry):
    """What a report may write, and between which days, both included, that is wrong; nothing is wrong without days."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    group: str = Field(pattern=r"^[a-z][a-z_]*$", description="The fact terms.<group> counts its uses")
    from_: date | None = Field(None, alias="from")
    to: date | None = None
    unsure: Text | None = Field(None, description="Why it cannot be called wrong, or not before `sure_from`")
    sure_from: date | None = None
    province: str | None = None
    instead: str | None = Field(None, description="What is right from then on")
    source: SourceRef
    cases: tuple[TermCase, ...] = ()

    @model_validator(mode="after")
    def _days_in_order(self) -> "Use":
        if self.from_ and self.to and self.to < self.from_:
            raise ValueError(f"{self.id}: 'to' trước 'from'")
        if self.sure_from and not self.unsure:
            raise ValueError(f"{self.id}: có 'sure_from' thì phải nói lý do ở 'unsure'")
        return self


class Term(Use):
    """Words, in the notation of `cchc.vietnamese.phrases`, without capitals."""

    say: tuple[str, ...] = Field(min_length=1)
    right: tuple[str, ...] = Field((), description="Longer wordings that hold the words and are right at any time")
    near: tuple[str, ...] = Field((), description="It is meant only where one of these stands in the sentence")
    unless: tuple[str, ...] = Field((), description="It is not meant where one of these stands in the sentence")
    parts: tuple[str, ...] = Field((), description="Main parts in which it is meant; everywhere if empty")
    prose: bool = Field(False, description="Forms still have it as the heading of a row or column: not meant there")
    titles: bool = Field(False, description="A name: inside that of a document without a day it is the document's")


class Act(Use):
    """A document that ended or was amended, found by its number where it is cited and by other ways to name it."""

    number: str
    say: tuple[str, ...] = ()
    amended_by: str | None = Field(None, description="Still in force, to be cited together with this number")


class TermFile(Entry):
    """`rules/wording/terms.yaml`."""

    terms: tuple[Term, ...]


class ActFile(Entry):
    """`rules/wording/acts.yaml`."""

    acts: tuple[Act, ...]


class HistoryWords(Entry):
    """Words by which a sentence speaks of what was, and not of what is."""

    before: tuple[str, ...] = Field(description="Anywhere before the words in their clause")
    after: tuple[str, ...] = Field(description="Right after the words")
    resumes: tuple[str, ...] = Field(description="After a comma: the report speaks again, what was cited is over")
    verbs: tuple[str, ...] = Field(description="Kinds of documents whose names are verbs too, and begin sentences")


def body_id(name: str) -> str:
    """Return the id of a body by its old name: `Sở Thông tin và Truyền thông` is `so-thong-tin-va-truyen-thong`."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


def body_use(body: Body, group: str) -> Use:
    """Return the use of a body's old name."""
    return Use(
        id=body_id(body.old), group=group, from_=body.since, unsure=body.unsure,
        province=body.province, instead=body.new, source=body.source,
    )  # fmt: skip
