"""Which headings of the outline may stand under which: a task named like a result in Part II is not a part of it."""

from collections.abc import Sequence

from cchc.reading.parts.headings import Wording

# What may stand under a main part beside its own headings: reports with one part for everything done, or one part for
# assessment and outlook.
_ALSO = {"II": ("I", "II", "III", "IV", "V"), "III": ("IV", "V"), "IV": ("V",)}


def allowed(wording: Wording, above: Sequence[str] | None, depth: int, ids: Sequence[str]) -> bool:
    """Return whether a heading may stand at `depth` under a heading that names the parts `above`.

    `above` is None at depth 0 and empty under a heading that the outline does not have.
    """
    part = wording.part
    if part not in ids or (wording.weak and depth > 0 and not _child(part, above or ())):
        return False
    if above is None or (not above and depth == 1):
        return part.count(".") < 2 or wording.alone
    return any(_under(part, parent, wording.alone) for parent in above)


def _child(part: str, above: Sequence[str]) -> bool:
    return any(part.startswith(f"{parent}.") for parent in above) or (part == "II" and part in above)


def in_order(part: str, current: str, ids: Sequence[str]) -> bool:
    """Return whether a part comes after the current one in the outline; after no part at all everything does."""
    return current not in ids or ids.index(part) > ids.index(current)


def _under(part: str, parent: str, alone: bool) -> bool:
    own = part.startswith(f"{parent}.")
    if "." in parent:
        return own
    if own:
        return part.count(".") == 1 or alone
    main = part.partition(".")[0]
    return main in _ALSO.get(parent, ()) and (parent == "II" or "." not in part)
