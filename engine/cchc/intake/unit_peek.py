"""A first look at a table of units: which kinds it lists and whose columns it has, so that the index can be chosen."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cchc.intake.unit_cells import CellError
from cchc.intake.unit_headings import field_of
from cchc.intake.unit_rows import unit_kind
from cchc.intake.unit_sheets import Sheet
from cchc.intake.units import sheet_of
from cchc.model.errors import InputError
from cchc.model.units import UnitKind
from cchc.packs.column_maps import ColumnMap
from cchc.packs.source_text import parse_yaml, read_text

_DATA = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class Peek:
    """Kinds of unit that could be made out, and the map that explains the columns, if one does."""

    kinds: frozenset[UnitKind]
    mapped: ColumnMap | None = None


def peek(path: Path, maps: Iterable[ColumnMap]) -> Peek:
    """Look at a table; whatever is wrong with it is for its reader to say."""
    with suppress(InputError):
        if path.suffix.lower() in _DATA:
            return Peek(frozenset(_of_entries(parse_yaml(read_text(path), str(path)).data)))
        for mapped in maps:
            sheet = sheet_of(path, mapped.fits)
            if mapped.fits(sheet.heading):
                return Peek(frozenset(_of_sheet(sheet, mapped)), mapped)
        return Peek(frozenset(_of_sheet(sheet_of(path), None)))
    return Peek(frozenset())


def _of_sheet(sheet: Sheet, mapped: ColumnMap | None) -> Iterator[UnitKind]:
    names = [mapped.columns.get(cell.strip()) if mapped else field_of(cell) for cell in sheet.heading]
    if "kind" in names:
        cells = [row[names.index("kind")].strip() for _, row in sheet.rows if len(row) > names.index("kind")]
        yield from mapped.kinds.values() if mapped else _kinds(cells)


def _of_entries(data: object) -> Iterator[UnitKind]:
    entries = data["units"] if isinstance(data, dict) and "units" in data else data
    if isinstance(entries, list):
        yield from _kinds([str(entry.get("kind", "")) for entry in entries if isinstance(entry, dict)])


def _kinds(cells: Sequence[str]) -> Iterator[UnitKind]:
    for cell in set(cells):
        with suppress(CellError):
            if kind := unit_kind(cell):
                yield kind
