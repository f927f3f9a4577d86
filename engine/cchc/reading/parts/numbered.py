"""Name a heading by its number where its words are not known and the numbers around it keep to the outline."""

from collections.abc import Iterable, Sequence

from cchc.reading.parts.walk import Found

_WITNESSES = 3


def by_number(found: Sequence[Found], ids: Sequence[str]) -> dict[int, str]:
    """Return the part of each such heading, by its first block.

    Only main parts and the fields of Part II: there at least three others are named by their words, among them the one
    before and the one after, all carry the numbers of the outline, and nothing else claims the part.
    """
    taken = {part for heading in found for part in heading.parts}
    named = {} if "I" in taken else _before_results(found)
    for heading in found:
        part = _part(heading, found)
        if part and part in ids and part not in taken:
            named[heading.candidate.first] = part
    return named


def _before_results(found: Iterable[Found]) -> dict[int, str]:
    """Return Part I for "I. Công tác triển khai thực hiện" before "II. Kết quả": the words of both say Part II."""
    results = [heading for heading in found if heading.above is None and heading.parts == ("II",)]
    ordinals = [heading.candidate.label.ordinal for heading in results if heading.candidate.label]
    alike = len({heading.style for heading in results}) == 1
    return {results[0].candidate.first: "I"} if ordinals == [1, 2] and alike else {}


def _part(heading: Found, found: Iterable[Found]) -> str | None:
    label = heading.candidate.label
    if heading.parts or label is None or (heading.above and heading.above.parts != ("II",)):
        return None
    beside = [f for f in found if f.above is heading.above and f.style == heading.style and f.parts]
    around = {f.candidate.label.ordinal for f in beside if f.candidate.label} | {0}
    if len(beside) < _WITNESSES or not {label.ordinal - 1, label.ordinal + 1} <= around or not all(map(_keeps, beside)):
        return None
    return _numbered(heading)


def _keeps(heading: Found) -> bool:
    return _numbered(heading) in heading.parts


def _numbered(heading: Found) -> str | None:
    label = heading.candidate.label
    if label is None:
        return None
    romans = ("I", "II", "III", "IV", "V")
    if heading.above:
        return f"II.{label.ordinal}"
    return romans[label.ordinal - 1] if 1 <= label.ordinal <= len(romans) else None
