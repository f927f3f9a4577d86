"""Which headings of the outline a report has, which it lacks, and where to point for one that is not there."""

from collections.abc import Iterable

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.place import Place
from cchc.model.report import Part
from cchc.model.text import Language
from cchc.packs.resolve import Reading

MAIN = ("I", "II", "III", "IV", "V")
FIELDS = tuple(f"II.{n}" for n in range(1, 7))
_WANTED = {"parts.missing_main": MAIN, "parts.missing_fields": FIELDS}


def with_headings_above(parts: Iterable[Part]) -> set[str]:
    """Return the ids of the parts and of those they stand in: II.1.a is there, so are II.1 and II."""
    ids = {part.id for part in parts}
    return {".".join(part_id.split(".")[:n]) for part_id in ids for n in (1, 2, 3)}


def may_be_elsewhere(r: Reading, part_id: str, present: set[str]) -> bool:
    """Return whether what a missing heading is about may stand under one that the outline does not have."""
    above = part_id.rpartition(".")[0]
    if above and above not in present:
        return may_be_elsewhere(r, above, present)
    return any(other.part == above or (not above and other.part not in present) for other in r.report.other_headings)


def undivided(r: Reading, part_id: str, present: set[str]) -> bool:
    """Return whether a sub-item is missing where its field has none at all, in a report whose outline we do not know."""
    divided = any(other.startswith(f"{part_id.rpartition('.')[0]}.") for other in present)
    return not r.profile.own_outline and part_id.count(".") == 2 and not divided


def parts_missing(wanted: tuple[str, ...]) -> FactRule:
    """Return the rule that counts the missing ones of these headings; unknown where a heading could not be placed."""

    def rule(r: Reading) -> Fact:
        if r.report.parts is None:
            return UNKNOWN
        present = with_headings_above(r.report.parts)
        missing = [part_id for part_id in wanted if part_id not in present]
        open_ = any(may_be_elsewhere(r, part_id, present) for part_id in missing)
        return UNKNOWN if open_ else counted(Place(part=part_id) for part_id in missing)

    return rule


def missing_in_words(r: Reading, name: str, lang: Language) -> str:
    """Return the headings that the count of this name is about, with their titles in the outline; else nothing."""
    present = with_headings_above(r.report.parts or ())
    titles = {part.id: part.title.get(lang) for part in r.outline.parts}
    return "; ".join(f"{one} {titles.get(one, '')}".strip() for one in _WANTED.get(name, ()) if one not in present)


def standing(r: Reading, place: Place) -> Place | None:
    """Return a place, or for a heading that the report lacks the one above it that it has; None where it has neither."""
    if place.detail or place.quote or r.report.parts is None or place.part not in {p.id for p in r.outline.parts}:
        return place
    present, part_id = with_headings_above(r.report.parts), place.part
    while part_id and part_id not in present:
        part_id = part_id.rpartition(".")[0]
    return Place(part=part_id) if part_id else None
