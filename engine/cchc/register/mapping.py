"""What the columns of a register mean: guessed from headings, confirmed by the user in a small file."""

from collections.abc import Mapping as Pairs
from datetime import date
from typing import Literal

from pydantic import Field

from cchc.packs.entry import Entry


class Mapping(Entry):
    """Columns of a register and what the office says about it.

    `columns`: canonical column to the heading as it stands in the files. `values`: canonical column to meaning to the
    words that have it. `due_includes_supplements`: the system has moved `due` for the waiting already. `no_due`:
    dossiers without due date are in time (`in_time`) or not known. `notification_only`: procedures that only notify.
    """

    columns: Pairs[str, str]
    values: Pairs[str, Pairs[str, tuple[str, ...]]] = Field(default_factory=dict)
    due_includes_supplements: bool = False
    no_due: Literal["unknown", "in_time"] = "unknown"
    notification_only: tuple[str, ...] = ()
    holidays: tuple[date, ...] = ()
