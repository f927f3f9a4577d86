"""Text for people in the two languages of the tool."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["vi", "en"]


class Text(BaseModel):
    """A sentence or label in Vietnamese (shown by default) and in English (`--lang en`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def get(self, lang: Language) -> str:
        """Return the text in `lang`."""
        return self.vi if lang == "vi" else self.en
