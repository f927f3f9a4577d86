"""Which agency reports, and in which province it is."""

import re
from collections.abc import Sequence

from cchc.model.report import Level
from cchc.reading.header.agency import AgencyBook, shortened
from cchc.reading.header.fields import field
from cchc.reading.header.head import Head
from cchc.reading.header.stretches import Stretches
from cchc.reading.header.subject import named_in_title, reporting
from cchc.reading.parts.headings import loud
from cchc.vietnamese.spelling import spell

_PLACE_NAME = re.compile(r"\b(?:tỉnh|thành phố|tp\.?)\s+")
_ABOVE_COMMUNE = re.compile(r"\s*[,(]|\s+(?:huyện|thị xã|quận|thành phố|tp\.?|tỉnh)\s", re.IGNORECASE)
_OWN_REPORT = re.compile(r"báo cáo số[^,;]{0,60}?\bcủa\s+")
_OFFICE = "văn phòng"
_WITH_ABOVE = 2
_MOST_WORDS = 5
_LONGEST_PROVINCE = 24
_OF_ONE_PROVINCE: tuple[Level, ...] = ("department", "room", "attached_unit")


def own_names(parts: Stretches, head: Head, book: AgencyBook) -> tuple[str, ...]:
    """Return the names that the report gives its own agency, as printed, the surest first."""
    title = named_in_title(parts.title_text, book)
    said = [name for block in (*parts.opening, *parts.closing) for name, _ in reporting(block.text, book)]
    labelled = field(parts.opening, book.words.fields.unit)
    names = [*_of_head(head.agencies, book), labelled, _of_own_report(parts, book), title, *said]
    return tuple(name for name in names if name and book.is_full_name(name))


def _of_head(agencies: Sequence[str], book: AgencyBook) -> Sequence[str]:
    """Return the issuing agency of a head; an office that has no name of its own has that of the agency above it."""
    last = agencies[-1:]
    if len(agencies) < _WITH_ABOVE or book.is_full_name(last[0]):
        return last
    above = agencies[-2]
    if spell(last[0]) == _OFFICE:
        return [f"{last[0]} {above}"]
    place = _PLACE_NAME.search(spell(above))
    return [f"{last[0]} {above[place.start() :]}"] if place else last


def unit_of(names: Sequence[str], texts: Sequence[str], book: AgencyBook) -> str | None:
    """Return the agency's name in the spelling of the text, without the province that it is in."""
    if not names:
        return None
    name = _in_small_letters(names) or book.written(names[0], texts)
    level = book.level(name)
    match = re.search(r"\s+(?:tỉnh|thành phố)\s+(\S.*)$", name)
    office = match is not None and shortened(name[: match.start()]).endswith(" ubnd")
    if match and not office and level in _OF_ONE_PROVINCE and book.provinces_in(match[1]):
        return name[: match.start()]
    if level == "commune":
        return _ABOVE_COMMUNE.split(name)[0]
    return _without_province(name, book) if level == "department" else name


def _without_province(name: str, book: AgencyBook) -> str:
    """Return a department's name without the province it may end with: `Sở Y tế Bắc Ninh`."""
    words = name.split()
    last = next((n for n in range(_MOST_WORDS, 0, -1) if book.province_at_start(" ".join(words[-n:]))), 0)
    shorter = re.sub(r"\s+tp\.?$", "", " ".join(words[: len(words) - last]), flags=re.IGNORECASE)
    return shorter if last and book.province_at_end(name) and book.is_full_name(shorter) else name


def province_of(
    head: Head, names: Sequence[str], texts: Sequence[str], level: Level | None, book: AgencyBook
) -> str | None:
    """Return the province: of the agencies' names, of the place of signing, else the only one that the text names."""
    for name in (*head.agencies, *names[:1]):
        found = _after_province_word(name, book)
        if found:
            return found[0]
    if names and level == "department" and (province := book.province_at_end(names[0])):
        return province
    # A commune may have the name of a province: its place line tells nothing.
    if head.place and level != "commune" and (place := book.province_at_end(head.place)):
        return place
    named = {province for text in texts for province in _after_province_word(text, book)}
    return named.pop() if len(named) == 1 else None


def _of_own_report(parts: Stretches, book: AgencyBook) -> str | None:
    """Return the agency of `Báo cáo số 228/BC-SNNMT ngày ... của Sở ..., nội dung như sau`, as a web page heads it."""
    for block in parts.opening:
        match = _OWN_REPORT.match(spell(block.text))
        if match and spell(block.text).rstrip(" :").endswith("như sau"):
            name = re.split(r"[,;:]", block.text[match.end() :])[0].strip()
            return name if book.is_full_name(name) else None
    return None


def _in_small_letters(names: Sequence[str]) -> str | None:
    """Return the name in capitals as another mention prints it, which may go on: `... công` and `... công tỉnh`."""
    if not loud(names[0]):
        return None
    first, others = _plain(names[0]), [" ".join(name.split()) for name in names[1:] if not loud(name)]
    same = [name for name in others if _plain(name) == first]
    return next(iter(same or [name for name in others if _plain(name).startswith(f"{first} ")]), None)


def _plain(name: str) -> str:
    return " ".join(spell(name).split())


def _after_province_word(text: str, book: AgencyBook) -> list[str]:
    spelled = spell(text)
    rests = [text[m.end() : m.end() + _LONGEST_PROVINCE] for m in _PLACE_NAME.finditer(spelled)]
    return [name for rest in rests if (name := book.province_at_start(rest))]
