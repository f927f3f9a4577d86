"""Where the text of a report ends: the closing sentence, the recipients, the annexes."""

import re

from cchc.model.blocks import Block
from cchc.reading.parts.headings import HeadingBook, loud
from cchc.vietnamese.spelling import spell

ANNEX = "phụ lục"
_NUMBER = re.compile(r"\s*(?:số\s*)?:?\s*(?:0*(?P<n>\d+[a-zđ]?)|(?P<r>[ivx]+))\b(?P<more>(?:[./]\w+)*)")
_MOST_WORDS = 25
_MOST_WORDS_SIGNING_OFF = 40
_MARK = re.compile(r"\.\s?/\s?\.?\W*$")
_REPORTS = "báo cáo"


def closes(block: Block, book: HeadingBook) -> bool:
    """Return whether a block begins as the sentence that closes a report does."""
    return book.begins(block.text, "closing")


def signs_off(block: Block) -> bool:
    """Return whether a short paragraph reports to someone and carries the closing mark: `Sở ... kính báo cáo ..../.`."""
    words = block.text.split()
    return len(words) <= _MOST_WORDS_SIGNING_OFF and bool(_MARK.search(block.text)) and _REPORTS in spell(block.text)


def lists_recipients(block: Block, book: HeadingBook) -> bool:
    """Return whether a block begins with Nơi nhận."""
    return book.begins(block.text, "recipients")


def annex_of(block: Block, book: HeadingBook, after_closing: bool) -> str | None:
    """Return the part of an annex that a block opens: `phụ lục 1`, or `phụ lục` where it has no number.

    Before the closing only a line of its own that says Phụ lục opens one; tables of the text are called Biểu too.
    """
    text = " ".join(block.text.split()).strip(" *_")
    if not book.begins(text, "annexes") or block.cell or len(text.split()) > _MOST_WORDS:
        return None
    if not after_closing and not (spell(text).startswith(ANNEX) and (block.centered or block.bold or loud(text))):
        return None
    number = _NUMBER.match(spell(text), book.length(text, "annexes"))
    return f"{ANNEX} {number['n'] or number['r'].upper()}{number['more']}" if number else ANNEX
