"""Lines of a plain text file -> paragraphs and rows of tables, each with the line it begins on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc.intake.joining import LONGEST, broken, is_item, joined

# A longer line was never wrapped by hand or by a mail program.
_WIDEST = 140
_RULE = re.compile(r"\s*[-=_*~.–—]{3,}\s*")
_TABLE_RULE = re.compile(r"(?=[^-]*-)[\s|:+-]+")


@dataclass(frozen=True)
class Line:
    """A line of the file, counted from 1; `page` counts the form feeds before it."""

    number: int
    text: str
    page: int = 0

    @property
    def width(self) -> int:
        """Characters up to the last that is printed, indentation included."""
        return len(self.text.rstrip())


@dataclass(frozen=True)
class Chunk:
    """A paragraph (one string) or a row of a table (a string a cell) and the line it begins on."""

    number: int
    texts: tuple[str, ...]
    page: int = 0
    table: int = 0


def lines_in(text: str) -> list[Line]:
    """Return the lines of a text; a form feed ends a page and is no part of a line."""
    result, page = [], 0
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        result.append(Line(number, raw.replace("\f", " "), page))
    return result


def chunks(lines: Sequence[Line]) -> list[Chunk]:
    """Return paragraphs and table rows in reading order; lines that were wrapped are one paragraph."""
    width, tables = _wrap_width(lines), _tables(lines)
    result: list[Chunk] = []
    last: Line | None = None
    for line in lines:
        if line.number in tables:
            if cells := _cells(line.text):
                result.append(Chunk(line.number, cells, line.page, tables[line.number]))
            last = None
        elif not line.text.strip() or _RULE.fullmatch(line.text):
            last = None
        elif last and len(result[-1].texts[0]) < LONGEST and _continues(last, line, width):
            result[-1] = _longer(result[-1], line.text)
            last = line
        else:
            result.append(Chunk(line.number, (line.text.strip(),), line.page))
            last = line
    return result


def _longer(chunk: Chunk, text: str) -> Chunk:
    return Chunk(chunk.number, (joined(chunk.texts[0], text.strip()),), chunk.page)


def _continues(last: Line, line: Line, width: int) -> bool:
    if is_item(line.text):
        return False
    return broken(last.text, line.text) or (width > 0 and _full(last, line, width))


def _full(last: Line, line: Line, width: int) -> bool:
    """Tell whether the first word of a line would not have fitted on the line before it."""
    return last.width + 1 + len(line.text.split()[0]) > width


def _wrap_width(lines: Sequence[Line]) -> int:
    """Return the width at which lines were wrapped, 0 if every paragraph is a line of its own."""
    width = max((line.width for line in lines), default=0)
    if width > _WIDEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if a.text.strip() and b.text.strip()]
    full = sum(_full(a, b, width) for a, b in pairs)
    return width if full >= 3 and full * 5 >= len(pairs) else 0


def _tables(lines: Sequence[Line]) -> dict[int, int]:
    """Return for each line of a table the number of the table; two rows with as many cells make one."""
    result: dict[int, int] = {}
    number = 0
    for a, b in pairwise(lines):
        columns = _columns(a.text)
        if columns > 1 and (columns == _columns(b.text) or (_TABLE_RULE.fullmatch(b.text) and "|" in a.text)):
            if a.number not in result:
                number += 1
            result[a.number] = result[b.number] = result.get(a.number, number)
    return result


def _columns(text: str) -> int:
    return len(_split(text))


def _cells(text: str) -> tuple[str, ...]:
    return () if _TABLE_RULE.fullmatch(text) else tuple(_split(text))


def _split(text: str) -> list[str]:
    row = text.strip()
    if "|" in row:
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", row.removeprefix("|").removesuffix("|"))]
    return [cell.strip() for cell in row.split("\t")]
