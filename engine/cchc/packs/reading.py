"""The words around numbers (`rules/wording/reading.yaml`), loaded only when a document is read."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from cchc.model.errors import ContentError
from cchc.packs.entry import Entry
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build

READING = "rules/wording/reading.yaml"


class ShortForm(Entry):
    """Wordings that are read as one."""

    say: tuple[str, ...]
    as_: str = Field(alias="as")


class Governor(Entry):
    """Words that say what the numbers after them are about."""

    id: str
    axis: Literal["subject", "state"]
    family: str | None = Field(None, description="Subjects of one family share states")
    kind_of: str | None = Field(None, description="A wider subject, whose own words do not end this one")
    say: tuple[str, ...]


class ScopeWords(Entry):
    """A level of government whose numbers stand beside those of others; `whole` is the province taken together."""

    as_: str = Field(alias="as")
    say: tuple[str, ...]
    whole: bool = False
    own: bool = Field(False, description="The whole that only the unit itself can mean: toàn huyện")
    of_province: bool = Field(False, description="A scope in a report of the province only")
    opening: bool = Field(False, description="A scope only where it opens a sentence or item")
    ignore: bool = Field(False, description="Names in which the words of a scope mean no scope")


class ReadingWords(Entry):
    """How numbers and the words around them are read."""

    short_forms: tuple[ShortForm, ...]
    governors: tuple[Governor, ...]
    scopes: tuple[ScopeWords, ...]
    bodies: tuple[str, ...]
    acts_on: tuple[str, ...]
    own_parts: tuple[str, ...]
    part_subjects: dict[str, str]
    families: dict[str, str]
    shared_out: tuple[str, ...]
    parts_begin: tuple[str, ...]
    connectors: tuple[str, ...]
    after_numbers: tuple[str, ...]
    targets: tuple[str, ...]
    goals: tuple[str, ...]
    averages: tuple[str, ...]
    by_plan: tuple[str, ...]
    done: tuple[str, ...]
    changes: tuple[str, ...]
    other_periods: tuple[str, ...]
    year_to_date: tuple[str, ...]
    own_period: tuple[str, ...]
    not_times: tuple[str, ...]
    goes_on: tuple[str, ...]
    found: tuple[str, ...]
    sets_apart: tuple[str, ...]
    out_of: tuple[str, ...]
    none: tuple[str, ...]
    none_gap: tuple[str, ...]
    units: dict[str, tuple[str, ...]]
    loose_units: dict[str, tuple[str, ...]]


@cache
def reading_words(root: Path) -> ReadingWords:
    """Return the words below a content root; raise `ContentError` if the file is broken."""
    loaded = build(ReadingWords, parse_yaml(read_text(root / READING, READING), READING))
    if isinstance(loaded, list):
        raise ContentError(loaded)
    return loaded
