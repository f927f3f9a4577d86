"""Slips of writing that are sure (`rules/wording/slips.yaml`)."""

import re
from typing import Literal

from pydantic import Field, field_validator

from cchc.packs.entry import Entry

SLIPS = "rules/wording/slips.yaml"
SlipKind = Literal[
    "spelling", "name", "abbreviation", "punctuation", "blank", "ellipsis", "run_on", "padding", "decimals", "vague"
]
Phrases = tuple[str, ...]


class Misspelling(Entry):
    """A wording that cannot be right, and the right one."""

    wrong: str
    right: str
    starts: bool = Field(False, description="Only where a sentence begins")
    exact: bool = Field(False, description="Capitals as written")


class SlipCase(Entry):
    """A text and what is found in it, each as `kind: words printed`."""

    text: str
    finds: tuple[str, ...]


class SlipWords(Entry):
    """All slips of writing. Each list is explained in the file."""

    spelling: tuple[Misspelling, ...]
    not_spelling: Phrases
    names: tuple[str, ...]
    abbreviations_known: tuple[str, ...]
    punctuation: tuple[str, ...]
    blanks: tuple[str, ...]
    ellipsis_after: tuple[str, ...]
    figure_begins: Phrases
    not_counts_after: Phrases
    not_counts_before: tuple[str, ...]
    vague: Phrases
    not_vague: Phrases
    cases: tuple[SlipCase, ...]

    @field_validator("blanks")
    @classmethod
    def _forms(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        for form in forms:
            try:
                re.compile(form)
            except re.error as error:
                raise ValueError(f"biểu thức '{form}' sai: {error}") from None
        return forms
