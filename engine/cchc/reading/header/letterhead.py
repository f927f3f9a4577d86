"""The letterhead: national title and motto, the agency above and the issuing one, dates written without their nought."""

import re
from collections.abc import Iterator, Sequence

from cchc.model.blocks import Block, Format
from cchc.reading.header.head import Head, columns
from cchc.reading.parts.headings import loud
from cchc.vietnamese.spelling import spell

# Formats that keep the letterhead; what lacks in a copy of the text may have been lost on the way.
_WHOLE: tuple[Format, ...] = ("docx", "pdf")
# As `spell` writes them.
_NATION = re.compile(r"cộng\s*hoà\s*xã\s*hội\s*chủ\s*nghĩa\s*việt\s*nam")
_MOTTO = re.compile(r"độc\s*lập\W*tự\s*do\W*hạnh\s*phúc")
_TRACE = re.compile(r"cộng\s*hoà\s*xã|độc\s*lập|hạnh\s*phúc")
_DATE = re.compile(r"(?<![\d/.,-])(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(?:19|20)\d\d(?![\d/])")
_LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(?:19|20)\d\d")
_PADDED_MONTHS = ("1", "2")


def national_title(blocks: Sequence[Block], head: Head, made_as: Format) -> bool | None:
    """Return whether both lines stand above the title; None where the letterhead itself may be missing from the copy."""
    text = spell("\n".join(block.text for block in blocks))
    if _NATION.search(text) and _MOTTO.search(text):
        return True
    # The two columns of a letterhead are torn apart in a PDF: half a line is a line.
    if made_as == "pdf" and _TRACE.search(text):
        return None
    # A part of it that was read shows that the other part was not lost in some picture or frame.
    return False if made_as in _WHOLE and _read(head) else None


def agencies_above(head: Head, blocks: Sequence[Block], made_as: Format) -> tuple[str | None, str | None]:
    """Return the agency above and the issuing one, "" where there is none; None where it is not known."""
    if head.agencies:
        above = " ".join(head.agencies[:-1]) or None
        alone = len(head.agencies) == 1 and len(list(_loud(blocks))) == 1
        agency = head.agencies[-1]
        torn = _TRACE.search(spell(agency))
        return above or ("" if alone and made_as in _WHOLE else None), agency[
            : torn.start()
        ].strip() if torn else agency
    nothing = made_as in _WHOLE and _read(head) and not list(_loud(blocks))
    return ("", "") if nothing else (None, None)


def unpadded_dates(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the dates of the text whose day below 10, or month 1 or 2, has no nought before it; tables are left out."""
    found = [
        block.text[match.start() : match.end()]
        for block in blocks
        if block.kind in ("paragraph", "footnote")
        for pattern in (_DATE, _LONG_DATE)
        for match in pattern.finditer(spell(block.text))
        if len(match[1]) == 1 or match[2] in _PADDED_MONTHS
    ]
    return tuple(dict.fromkeys(found))


def _read(head: Head) -> bool:
    return bool(head.symbol and (head.place or head.agencies))


def _loud(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines in capitals above the title that are not the national title: names of agencies, all or in part."""
    for line in (line for block in blocks for line in columns(block.text)):
        match = _NATION.search(spell(line))
        rest = line[: match.start()] + line[match.end() :] if match else line
        if loud(rest) and "/" not in rest:
            yield rest
