"""What every entry of a content file is."""

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """Base of every content entry: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
