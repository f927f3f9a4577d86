"""Shape of `indicators/columns`: what the columns of another system's table mean, so that its file is taken as it is."""

import fnmatch
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from cchc.model.errors import ContentError, InputError
from cchc.model.text import Text
from cchc.model.units import UnitKind
from cchc.packs.entry import Entry
from cchc.packs.schema_refs import SourceRef
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build, did_you_mean

FOLDER = "indicators/columns"
_FIELDS = ("id", "name", "kind", "parent", "period_from", "period_to", "remark")


class ColumnMap(Entry):
    """Columns of one system.

    `columns`: heading to a figure id, or to `id`, `name`, `kind`, `parent`, `period_from`, `period_to`, `remark`.
    `ignored`: headings that are left out, `*` for any letters. `kinds`: what the cells of `kind` mean. Numbers are
    written as programs write them: `7.05`, never `1.234` for a thousand.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    label: Text
    index: str
    source: SourceRef
    columns: Mapping[str, str]
    ignored: tuple[str, ...] = ()
    kinds: Mapping[str, UnitKind]

    def fits(self, headings: Iterable[str]) -> bool:
        """Return whether a table has these columns and no other."""
        given = [heading.strip() for heading in headings]
        needed = {heading for heading, meaning in self.columns.items() if meaning in ("id", "name", "kind")}
        return needed <= set(given) and all(heading in self.columns or self.leaves_out(heading) for heading in given)

    def leaves_out(self, heading: str) -> bool:
        """Return whether a column is none that is scored."""
        return any(fnmatch.fnmatchcase(heading, pattern) for pattern in self.ignored)


def map_problems(maps: Iterable[ColumnMap], figures: Collection[str], indices: Collection[str]) -> Iterator[InputError]:
    """Yield every name in the maps that the content does not have."""
    for one in maps:
        file = f"{FOLDER}/{one.id}.yaml"
        if one.index not in indices:
            yield InputError(f"không có bộ chỉ số '{one.index}'{did_you_mean(one.index, indices)}", file, key="index")
        for heading, meaning in one.columns.items():
            if meaning not in figures and meaning not in _FIELDS:
                yield InputError(f"không có số liệu '{meaning}'{did_you_mean(meaning, figures)}", file, key=heading)


@lru_cache(maxsize=4)
def column_maps(root: Path) -> tuple[ColumnMap, ...]:
    """Return the maps of the content at `root`; raise `ContentError` with file and line of every fault."""
    problems: list[InputError] = []
    maps: list[ColumnMap] = []
    for path in sorted((root / FOLDER).glob("*.yaml")):
        relative = f"{FOLDER}/{path.name}"
        built = build(ColumnMap, parse_yaml(read_text(path, relative), relative))
        if isinstance(built, list):
            problems += built
        else:
            maps.append(built)
    if problems:
        raise ContentError(problems)
    return tuple(maps)
