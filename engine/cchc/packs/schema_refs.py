"""How content points at the documents it rests on."""

from cchc.packs.entry import Entry


class SourceRef(Entry):
    """A pointer to a clause of a source."""

    act: str
    clause: str | None = None
