"""Reading small texts in tests: lines become blocks of one part."""

from functools import cache
from pathlib import Path

from tests.conftest import ROOT

from cchc.app import open_pack
from cchc.model.blocks import Block, Cell
from cchc.model.period import Period
from cchc.packs.pack import Pack
from cchc.packs.reading import reading_words
from cchc.reading.figures.lexicon import Lexicon
from cchc.reading.figures.prose import FigureReader, Found
from cchc.reading.figures.scan import Scanner
from cchc.reading.figures.tables import TableFound, TableReader
from cchc.reading.passage import Passage

APRIL = Period(kind="month", year=2025, number=4)


@cache
def content() -> Pack:
    return open_pack(Path(ROOT))


@cache
def lexicon() -> Lexicon:
    return Lexicon(content().figures.values(), reading_words(Path(ROOT)))


def scanner(period: Period | None = APRIL, *, province: bool = False) -> Scanner:
    return Scanner(lexicon(), period, ("Sở Công Thương",), whole_is_own=province, province=province)


def passages(text: str, part: str = "II.2") -> list[Passage]:
    return [Passage(Block(line, f"đoạn {n}"), part) for n, line in enumerate(text.strip().split("\n"), 1)]


def read(text: str, part: str = "II.2", period: Period | None = APRIL, *, province: bool = False) -> Found:
    return FigureReader(scanner(period, province=province)).read(passages(text, part))


def values(found: Found | TableFound) -> list[tuple[str, float]]:
    """Return id and value of the unit's own figures of its own period."""
    own = [f for f in found.figures if f.stated.scope == "own" and f.stated.span == "period"]
    return [(f.id, f.stated.value) for f in own]


def table(rows: list[list[str]], part: str = "II.2", *, province: bool = False) -> TableFound:
    """Read a table given as rows of cells; an empty cell is left out."""
    cells = [
        Passage(Block(text, f"bảng 1, hàng {r}, cột {c}", "cell", cell=Cell(1, r, c)), part)
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
        if text
    ]
    return TableReader(scanner(province=province)).read(cells)
