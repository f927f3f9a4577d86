"""What shows that a report backs what it says (`rules/wording/evidence.yaml`)."""

import re
from datetime import date

from pydantic import Field, field_validator

from cchc.model.report import Level
from cchc.model.text import Text
from cchc.packs.entry import Entry
from cchc.packs.schema_refs import SourceRef

EVIDENCE = "rules/wording/evidence.yaml"


def compiled(form: str) -> re.Pattern[str]:
    """Return a form as a pattern; raise `ValueError` naming one that is broken."""
    try:
        return re.compile(form)
    except re.error as error:
        raise ValueError(f"biểu thức '{form}' sai: {error}") from None


class Sign(Entry):
    """Forms that show one thing, and what must or must not stand in the same paragraph."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    say: tuple[str, ...] = Field(min_length=1)
    parts: tuple[str, ...] = Field((), description="Main parts where it counts; anywhere when empty")
    beside: str | None = None
    without: str | None = None

    @field_validator("say")
    @classmethod
    def _forms(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(compiled(form).pattern for form in forms)

    @field_validator("beside", "without")
    @classmethod
    def _form(cls, form: str | None) -> str | None:
        return compiled(form).pattern if form else form


class SignCase(Entry):
    """A paragraph of Part I and the signs found in it, sorted."""

    text: str
    finds: tuple[str, ...]


class EvidenceWords(Entry):
    """All signs of evidence."""

    entries: tuple[Sign, ...]
    cases: tuple[SignCase, ...]


class Directive(Entry):
    """What a province asked its agencies to do, which a report of that time should answer."""

    id: str
    number: str
    issued: date
    province: str
    levels: tuple[Level, ...]
    concerns: tuple[str, ...] = Field((), description="Words of the names of those it is for; everyone when empty")
    title: Text
    say: tuple[str, ...] = Field(description="Forms that show that a report speaks of it without its number")
    source: SourceRef

    @field_validator("say")
    @classmethod
    def _forms(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(compiled(form).pattern for form in forms)


class CommonCitation(Entry):
    """Words that cite a document everyone knows by a short name."""

    phrase: str
