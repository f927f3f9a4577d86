"""Whether a wording means its figure where it stands: by the part of the report, and by what governs its words."""

from collections.abc import Sequence

from cchc.reading.figures.context import Context
from cchc.reading.figures.lexicon import Label
from cchc.reading.passage import OPENING, OUTSIDE

# Text whose part of the outline is not known may be of any.
_ANYWHERE = frozenset({OPENING, OUTSIDE})


def _within(part: str, whole: str) -> bool:
    return part == whole or part.startswith(f"{whole}.")


def _above(part: str, wanted: str) -> bool:
    """Return whether a part may hold a field, in a report whose fields were not told apart."""
    whole = part in _ANYWHERE or ("." not in part and _within(wanted, part))
    return whole and wanted.count(".") <= 1


def narrowest(labels: Sequence[Label]) -> list[Label]:
    """Return the counts and the percents that ask most of their surroundings."""
    groups = ([lb for lb in labels if (lb.figure.kind == "percent") == percent] for percent in (False, True))
    return [lb for group in groups for lb in group if _narrow(lb) == max(map(_narrow, group))]


def _narrow(label: Label) -> int:
    """Return how much a wording asks of its surroundings: of two that fit, the one that asks more is meant."""
    return len(label.phrase.under) + 2 * bool(label.phrase.parts)


def in_place(label: Label, part: str) -> bool:
    """Return whether a part of the report is one in which a wording may mean its figure."""
    phrase = label.phrase
    inside = not phrase.parts or any(_within(part, p) or _above(part, p) for p in phrase.parts)
    return inside and not any(_within(part, p) for p in phrase.not_parts)


def fits_in(label: Label, around: tuple[Context, Context]) -> bool:
    """Return whether a wording means its figure here: what governs its first or its last word counts."""
    phrase = label.phrase
    named = any(here.subject in wanted.split("|") for wanted in phrase.under for here in around)
    if label.family and not named and all(here.family not in (None, label.family) for here in around):
        return False
    return all(any(here.holds(wanted) for here in around) for wanted in phrase.under)
