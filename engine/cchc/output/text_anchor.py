"""Where in the text of a report a remark can stand: shared by the comments in a Word file and the marks on a page."""

from collections.abc import Container, Mapping
from typing import Literal

Precision = Literal["words", "block", "near", "heading", "above"]
"""The words themselves, their block, what the block hangs on, the heading of the part, a heading above it."""
ORDER: tuple[Precision, ...] = ("words", "block", "near", "heading", "above")


def words_in(text: str, quote: str | None) -> tuple[int, int] | None:
    """Return where `quote` stands; None where it stands twice: pointing at the wrong words is worse than at the block."""
    if not quote or text.count(quote) != 1:
        return None
    at = text.index(quote)
    return at, at + len(quote)


def only_holder(texts: Mapping[str, str], quote: str | None) -> str | None:
    """Return the place of the one block that holds a quote without a place of its own, if there is exactly one."""
    holding = [place for place, text in texts.items() if quote and quote in text]
    return holding[0] if len(holding) == 1 else None


def nearest_part(part: str, headings: Container[str]) -> str | None:
    """Return `part` if it has a heading, else the nearest part above it that has one."""
    found = part
    while found not in headings and "." in found:
        found = found.rpartition(".")[0]
    return found if found in headings else None
