"""Shape of `indicators/appraisal.yaml`: why an appraised score may differ, and how far a campaign has come."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from cchc.model.errors import ContentError
from cchc.model.text import Language, Text
from cchc.packs.entry import Entry
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build

APPRAISAL = "indicators/appraisal.yaml"


class Word(Entry):
    """A word of a fixed list."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text


class Appraisal(Entry):
    """The fixed lists of an appraisal: `reasons` for a difference, `states` in the order they follow each other."""

    reasons: tuple[Word, ...] = Field(min_length=1)
    states: tuple[Word, ...] = Field(min_length=1)

    def reason(self, id_: str, lang: Language) -> str:
        """Return the label of a reason; what is not in the list comes back as it is."""
        return next((word.label.get(lang) for word in self.reasons if word.id == id_), id_)

    def state(self, id_: str, lang: Language) -> str:
        """Return the label of a state; what is not in the list comes back as it is."""
        return next((word.label.get(lang) for word in self.states if word.id == id_), id_)


@lru_cache(maxsize=4)
def appraisal(root: Path) -> Appraisal:
    """Return the lists of the content at `root`; raise `ContentError` with what is wrong with them."""
    built = build(Appraisal, parse_yaml(read_text(root / APPRAISAL, APPRAISAL), APPRAISAL))
    if isinstance(built, list):
        raise ContentError(built)
    return built
