"""Names of units and procedures that differ only in capitals, spaces or how letters are put together are one name."""

from collections import defaultdict
from typing import TYPE_CHECKING

from cchc.model.register import Note
from cchc.packs.register_words import RegisterColumn
from cchc.vietnamese.spelling import compose

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAMES: tuple[RegisterColumn, ...] = ("unit", "procedure")
# More than that are no names of units or procedures but text of each dossier.
_MOST = 50_000


def unify(database: "DuckDBPyConnection") -> list[Note]:
    """Give dossiers of one unit or procedure one spelling, the most frequent; return a note of each that had several.

    Marks are kept apart: `Tân Lập` and `Tân Lấp` are two communes.
    """
    notes: list[Note] = []
    for column in _NAMES:
        found = database.execute(
            f"SELECT {column}, count(*) FROM dossiers WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST + 1}"
        ).fetchall()
        if len(found) > _MOST:
            continue
        spelled: defaultdict[str, list[str]] = defaultdict(list)
        for name, _ in found:
            spelled[" ".join(compose(name).casefold().split())].append(name)
        for kept, *others in (names for names in spelled.values() if len(names) > 1):
            database.execute(f"UPDATE dossiers SET {column} = ? WHERE list_contains(?, {column})", [kept, others])
            shown = ", ".join(f"'{name}'" for name in others)
            notes.append(Note("spelled_apart", {"column": column, "kept": kept, "others": shown}))
    return notes
