"""Where a paragraph goes on: lines that were wrapped, paragraphs that a page broke in two."""

import re

from cchc.intake.notes import marks_in

_ITEM = re.compile(
    r"\s*(?:[IVXL]{1,5}[.)/](?=\s|[^\W\d])|\d{1,2}(?:\.\d{1,2})*[.)/](?=\s|[^\W\d])|\d{1,2}(?:\.\d{1,2})+\s"
    r"|\(?[a-zđ]\)|[a-zđ]\.\s|\(\d{1,2}\)\s|[-–—+](?=\s|[^\W\d])|[•●▪◦·✓►➢][^\S\n]*|\*+\s)"
)
LONGEST = 20_000
"""Ten pages of characters: no paragraph goes on longer, and each line that joins it copies it once."""
_OPENING = "*_\"'“‘(["
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)")


def is_item(text: str) -> bool:
    """Tell whether a line begins with the mark of a list or heading: `I.`, `1.`, `2.1.`, `a)`, `-`, `+`."""
    return _ITEM.match(text) is not None


def goes_on(text: str) -> bool:
    """Tell whether a line can only be the rest of one before it: it begins in lower case and is no item."""
    first = text.lstrip().lstrip(_OPENING)
    return first[:1].islower() and not is_item(text) and not _ADDRESS.match(first)


def unfinished(text: str) -> bool:
    """Tell whether a line breaks off within a sentence: it ends in a letter, comma or opening bracket.

    A line that ends in a number is not: a list without marks ("trực tiếp: 10") would run into its next item.
    """
    last = text.rstrip().rstrip("*_”\"'")
    marks = marks_in(last)
    last = last[: marks[-1][0]] if marks and marks[-1][0] + 2 >= len(last) else last
    return last[-1:].isalpha() or last[-1:] in tuple(",(“-–&")


def joined(before: str, after: str) -> str:
    """Return two lines as one; a line ended by a hyphen within a word or number (`QĐ-`, `2021-`) takes no space."""
    glued = len(before) > 1 and before[-1] == "-" and before[-2].isalnum() and after[:1].isalnum()
    return f"{before}{'' if glued else ' '}{after}"


def broken(before: str, after: str) -> bool:
    """Tell whether two paragraphs are one that was broken by a page."""
    return len(before) < LONGEST and unfinished(before) and goes_on(after) and not before.isupper()
