"""Shapes of the words by which headings, document names, agencies and provinces are read (`rules/wording/`)."""

from pydantic import Field, model_validator

from cchc.model.report import Level
from cchc.packs.entry import Entry


class HeadingWords(Entry):
    """Wordings of one heading of the outline, in the notation of `cchc.vietnamese.phrases`, without punctuation."""

    part: str = Field(description="Id of the outline: II.2")
    say: tuple[str, ...] = Field(min_length=1)
    weak: bool = Field(False, description="General words, taken only where the title says nothing more exact")
    alone: bool = Field(False, description="A lettered heading that some reports print one level higher")


class Headings(Entry):
    """How the headings of the outline are worded, and what tells a heading from a sentence."""

    subject: tuple[str, ...] = Field(description="What a report that keeps to the outline is about, by its title")
    lead_in: tuple[str, ...] = Field(description="Words that may stand before the wording of a heading")
    headings: tuple[HeadingWords, ...]
    continues: tuple[HeadingWords, ...] = Field(description="Headings whose text still belongs to the part before")
    tasks: tuple[str, ...] = Field(description="Words that begin a task or a request, never a heading")
    sentence: tuple[str, ...] = Field(description="Words that make a sentence of what begins like a heading")
    closing: tuple[str, ...]
    recipients: tuple[str, ...]
    annexes: tuple[str, ...]


class DocumentType(Entry):
    """A kind of document as it is cited: its name and the codes its symbol begins with."""

    name: str
    codes: tuple[str, ...] = ()
    bare: bool = Field(False, description="Cited by its number alone: Nghị định 111")


class Issuer(Entry):
    """Who issues documents of a symbol, compared without type code: `QĐ-TTg`, or `TTg` for every type."""

    symbol: str
    name: str


class RoleWords(Entry):
    """Words that show what a cited document is to the report."""

    basis: tuple[str, ...]
    done: tuple[str, ...] = Field(description="Verbs right before a document that the unit made or had made")
    not_done: tuple[str, ...] = Field(description="Words that take the verb back: dự thảo, sẽ")
    past_term: tuple[str, ...] = Field(description="Words after which a span of years is looked back on")


class Documents(Entry):
    """How documents are cited."""

    types: tuple[DocumentType, ...]
    issuers: tuple[Issuer, ...]
    cities: tuple[str, ...] = Field(description="Provinces whose Committee and Council are those of a city")
    roles: RoleWords
    leads: tuple[str, ...] = Field(description="Words after which a document without a number is cited")
    after_issuer: tuple[str, ...] = Field(description="Words that end the name of an issuer")
    agents: tuple[str, ...] = Field(description="Words that begin the name of one who issues")
    never_figures: tuple[str, ...] = Field(
        description="Regular expressions, in one spelling, of names that hold numbers"
    )


class AgencyKind(Entry):
    """Words that an agency's name begins with, and the level of such an agency if they tell it."""

    say: tuple[str, ...] = Field(min_length=1)
    level: Level | None = None


class HeadFields(Entry):
    """Labels of the head of a form or a sheet, each followed by what it names."""

    unit: tuple[str, ...]
    period: tuple[str, ...]
    number: tuple[str, ...]
    issued: tuple[str, ...]


class Agencies(Entry):
    """How agencies are named and how a report is headed and signed."""

    kinds: tuple[AgencyKind, ...]
    names: tuple[str, ...] = Field(description="Names whose capitals do not follow from their words")
    small: tuple[str, ...] = Field(description="Words written small inside a name")
    inside: tuple[str, ...] = Field(description="Words written small inside a name in running text")
    offices: tuple[str, ...] = Field(description="Offices, besides the kinds, that the lead of a text may name")
    places: tuple[str, ...] = Field(description="Kinds of places, each the place of a People's Committee")
    told_by: tuple[str, ...] = Field(description="Words after which a lead names whose numbers it tells")
    heading_noise: tuple[str, ...] = Field(description="Lines of the head that name no agency")
    positions: tuple[str, ...] = Field(description="Positions of those who sign")
    authority: tuple[str, ...] = Field(description="Signs of authority before a position: KT., TM.")
    fields: HeadFields
    courtesies: tuple[str, ...] = Field(description="Words between an agency and the verb báo cáo")


class ProvinceName(Entry):
    """A province or city under the Government, with other ways to write its name."""

    name: str
    city: bool = False
    also: tuple[str, ...] = ()


class Provinces(Entry):
    """The 63 provinces before 01/7/2025; the 34 of today all keep one of these names."""

    provinces: tuple[ProvinceName, ...]
    today: tuple[str, ...] = Field(description="Names of the provinces from 01/7/2025 on")

    @model_validator(mode="after")
    def _today_known(self) -> "Provinces":
        unknown = set(self.today) - {p.name for p in self.provinces}
        if unknown:
            raise ValueError(f"tên tỉnh không có trong danh sách: {', '.join(sorted(unknown))}")
        return self
