"""How reports admit, explain, claim, plan and ask (`rules/wording/statements.yaml`)."""

from typing import Literal

from pydantic import Field

from cchc.packs.entry import Entry

STATEMENTS = "rules/wording/statements.yaml"
Mode = Literal["strength", "weakness", "cause", "difficulty", "other"]
Phrases = tuple[str, ...]


class ClaimWords(Entry):
    """Wordings of an assertion, where its subject stands, and the topics it is limited to."""

    about: Literal["before", "after", "here", "around"]
    say: Phrases
    topics: tuple[str, ...] = Field((), description="Any topic when empty")
    whole: bool = Field(False, description="Only in Parts I and III, and where nothing narrows it")


class RateWords(Entry):
    """Wordings of a rate that something may be left out of."""

    figures: tuple[str, ...]
    say: Phrases
    parts: tuple[str, ...] = Field((), description="Parts in which they mean this rate; anywhere when empty")
    not_parts: tuple[str, ...] = ()


class StatementWords(Entry):
    """All wordings by which statements, exclusions and events are recognised. Each list is explained in the file."""

    no_topic: Phrases
    part_hints: dict[str, dict[str, Phrases]]
    nothing: Phrases
    closings: Phrases
    modes: dict[Mode, Phrases]
    marker_fill: Phrases
    goes_on: Phrases
    admits: Phrases
    plainly: Phrases
    not_plainly: Phrases
    general: Phrases
    contrast: Phrases
    reason: Phrases
    by_whom: Phrases
    effects: Phrases
    explains: dict[str, tuple[str, ...]]
    claims: tuple[ClaimWords, ...]
    narrows: Phrases
    not_claims: Phrases
    denies: Phrases
    adverbial: Phrases
    predicates: Phrases
    looks_back: Phrases
    ongoing: Phrases
    due: Phrases
    owners: Phrases
    owner_verbs: Phrases
    goals: Phrases
    requests: Phrases
    concerning: Phrases
    asked_before: Phrases
    own_letters: Phrases
    fields: Phrases
    field_heads: Phrases
    other_heads: Phrases
    bodies: Phrases
    acts: Phrases
    not_counted: Phrases
    not_counted_what: Phrases
    rates: tuple[RateWords, ...]
    events: Phrases
    event_ends: Phrases
    not_events: Phrases
