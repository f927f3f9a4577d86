"""The head of a report: the agencies, number and symbol, place and date of signing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc.model.blocks import Block
from cchc.reading.header.agency import AgencyBook
from cchc.reading.parts.headings import loud
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.spelling import spell

_COLUMNS = re.compile(r"[ \u00a0]{3,}|\t+|\n")
_NUMBER = re.compile(r"(?i:số)\s*[:.]?\s*(?P<n>\d{0,6})[\s.…_]*/\s*(?P<symbol>[A-ZĐ]{2,5}(?:\s?[-–]\s?[^\s,;]{1,20})?)")
_PLACE = re.compile(r"(?P<place>[^,;:\d/]{2,40}),\s*(?i:ngày)")
_YEAR = re.compile(r"năm\s*(20\d\d)")
_MONTH = re.compile(r"tháng\s*(0?[1-9]|1[0-2])(?!\d)")
_SAID = re.compile(r":|\bbáo cáo\b")
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None where it leaves something out or blank. `agencies` from the highest to the issuing one."""

    agencies: tuple[str, ...] = ()
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    issued: date | None = None
    year: int | None = None
    month: int | None = None


def read_head(blocks: Sequence[Block], book: AgencyBook) -> Head:
    """Return what the blocks before the title say."""
    printed = [line for block in blocks for line in block.text.split("\n")]
    number, symbol = read_number(printed)
    # The blank left for the number is as wide as the one between two columns: the number goes first.
    lines = [piece for line in printed for piece in _pieces(_NUMBER.sub("\t", line), book)]
    place, day, year, month = signed_at(lines)
    return Head(
        agencies=tuple(_agencies(lines, book)),
        number=number,
        symbol=symbol,
        place=place,
        issued=day,
        year=year,
        month=month,
    )


def read_number(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Return number and symbol of `Số: 31 /BC-UBND`; the number is None where it is left blank."""
    match = next((m for line in lines if (m := _NUMBER.search(line))), None)
    if match is None:
        return None, None
    symbol = re.sub(r"\s", "", match["symbol"])
    return f"{match['n']}/{symbol}" if match["n"] else None, symbol


def columns(text: str) -> list[str]:
    """Return the lines of a text, cut where wide blanks stand for the columns of a table."""
    return [piece for line in _COLUMNS.split(text) if (piece := line.strip(" *_"))]


def signed_at(lines: Sequence[str]) -> tuple[str | None, date | None, int | None, int | None]:
    """Return place, day, year and month of the line `Bắc Giang, ngày ... tháng 4 năm 2025`, which may be broken."""
    for n, line in enumerate(lines):
        match = _PLACE.search(line)
        if match is None:
            continue
        text = " ".join(lines[n : n + 3])[match.start() :]
        dated = next(iter(dates_in(text)), None)
        year = _YEAR.search(spell(text))
        place = match["place"].strip()
        if dated:
            return place, dated.day, dated.year, dated.month
        if year or "tháng" in spell(text):
            month = _MONTH.search(spell(text))
            return place, None, int(year[1]) if year else None, int(month[1]) if month else None
    return None, None, None, None


def _pieces(line: str, book: AgencyBook) -> Iterator[str]:
    """Yield the columns of a line without the national motto, which a text file may print on the same line as the agency."""
    for piece in columns(line):
        rest = piece
        for noise in book.words.heading_noise:
            at = spell(rest).find(spell(noise))
            if at >= 0:
                rest = f"{rest[:at]}{rest[at + len(noise) :]}"
        if rest.strip(" -_*."):
            yield rest.strip()


def _agencies(lines: Sequence[str], book: AgencyBook) -> Iterator[str]:
    """Yield the names of agencies, each put together from its lines."""
    name = ""
    for line in lines:
        # A headline or a sentence may begin with a name: "Trung tâm ... vừa có Báo cáo số 7", "UBND xã ...: kết quả quý I".
        starts = book.is_name(line) and len(line.split()) <= _MOST_WORDS and not _SAID.search(spell(line))
        goes_on = name and loud(line) and not any(c.isdigit() for c in line)
        if starts and spell(name) != "văn phòng":
            if name:
                yield name
            name = line
        elif goes_on:
            name = f"{name} {line}"
        elif name and not starts:
            yield name
            name = ""
    if name:
        yield name
