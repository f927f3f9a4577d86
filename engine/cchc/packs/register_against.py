"""Shape of `rules/register/against.yaml`: how the figures of a register are held against those of a report."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from cchc.model.errors import ContentError, InputError
from cchc.packs.entry import Entry
from cchc.packs.figure_schema import FigureDef
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.packs.validate import build

FILE = "rules/register/against.yaml"
OWN = "register."
"""How figures begin that only a register has."""
Reading = str | tuple[str, str]
"""A count of the register, or a part and its whole."""


class HeldAgainst(Entry):
    """One figure: what it may be in the register, the nearest wider set of dossiers, and counts taken for it."""

    of: Literal["dossiers", "procedures"] = "dossiers"
    readings: tuple[Reading, ...] = ()
    within: str | None = None
    near: tuple[str, ...] = ()


class RegisterAgainst(Entry):
    """All figures that a register is held against, and those of dossiers that it has no column for."""

    figures: Mapping[str, HeldAgainst]
    not_in_register: tuple[str, ...] = Field(default=())

    def readings(self, figure: str) -> tuple[Reading, ...]:
        """Return what a figure may be in the register, the usual one first."""
        return self.figures[figure].readings or (figure,)

    def wider(self, figure: str) -> tuple[str, ...]:
        """Return the wider sets of dossiers, the nearest first."""
        found: list[str] = []
        while (entry := self.figures.get(found[-1] if found else figure)) and entry.within:
            found.append(entry.within)
        return tuple(found)

    def counts_procedures(self, figure: str) -> bool:
        """Return whether a figure counts procedures, not dossiers."""
        return figure in self.figures and self.figures[figure].of == "procedures"

    def others(self, figure: str) -> tuple[str, ...]:
        """Return the counts that a figure may have been taken for: wider sets first."""
        return tuple(dict.fromkeys((*self.wider(figure), *self.figures[figure].near)))


@lru_cache(maxsize=4)
def _read(root: Path) -> tuple[RegisterAgainst | list[InputError], SourceText]:
    source = parse_yaml(read_text(root / FILE, FILE), FILE)
    return build(RegisterAgainst, source), source


def register_against(root: Path, figures: Mapping[str, FigureDef]) -> RegisterAgainst:
    """Return the table of the content at `root`; raise `ContentError` with file and line of every fault."""
    built, source = _read(root)
    if isinstance(built, list):
        raise ContentError(built)
    if problems := list(_problems(built, source, figures)):
        raise ContentError(problems)
    return built


def _problems(table: RegisterAgainst, source: SourceText, figures: Collection[str]) -> Iterator[InputError]:
    for figure, entry in table.figures.items():
        path = ("figures", figure)
        named = {figure, *entry.near, *([entry.within] if entry.within else [])}
        for reading in entry.readings:
            named |= {reading} if isinstance(reading, str) else set(reading)
        for name in sorted(named):
            if name not in figures and not name.startswith(OWN):
                yield source.problem(f"không có số liệu '{name}'", path)
        if _goes_round(table, figure):
            yield source.problem("'within' đi vòng về chính nó", (*path, "within"))
            return
    for n, name in enumerate(table.not_in_register):
        if name not in figures:
            yield source.problem(f"không có số liệu '{name}'", ("not_in_register", n))


def _goes_round(table: RegisterAgainst, figure: str) -> bool:
    seen, entry = {figure}, table.figures[figure]
    while entry.within and entry.within not in seen:
        seen.add(entry.within)
        entry = table.figures.get(entry.within, HeldAgainst())
    return entry.within is not None
