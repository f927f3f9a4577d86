"""How a report names its own period, where nothing else can be meant."""

import re
from collections.abc import Iterator

from cchc.model.period import Period
from cchc.reading.header.agency import AgencyBook
from cchc.reading.header.stretches import Stretches
from cchc.reading.passage import CLOSING, OPENING, Outlined, Passage
from cchc.vietnamese.named_periods import named_periods
from cchc.vietnamese.spelling import spell

_INTAKE = "tiếp nhận"
_REACH = 80
_LEAD = re.compile(r"(?:trong\s*|kết quả\s*)?$")


def period_mentions(
    parts: Stretches, outlined: Outlined, period: Period | None, book: AgencyBook
) -> tuple[str, ...] | None:
    """Return the period as printed in the title, the opening, the sentence on dossiers taken in, and the closing.

    Only periods of the report's own kind; None where none was found.
    """
    intake = [text for p in outlined.passages if p.part not in (OPENING, CLOSING) for text in _intake_leads(p)]
    # "Năm 2023: tiếp nhận ...; năm 2024: tiếp nhận ..." compares periods and mistakes none for its own.
    intake = intake if len({(p.kind, p.number, p.year) for text in intake for p in named_periods(text)}) < 2 else []
    texts = [parts.title_text, *parts.opening_statement(book), *intake, *parts.closing_statement()]
    named = ((text, p) for text in texts for p in named_periods(text)[:1])
    return tuple(text[p.start : p.end] for text, p in named if period is None or p.kind == period.kind) or None


def _intake_leads(passage: Passage) -> Iterator[str]:
    """Yield the periods that begin a sentence which tells how many dossiers came in."""
    text = passage.body
    if _INTAKE not in spell(text):
        return
    for named in named_periods(text):
        start = max(text.rfind(mark, 0, named.start) for mark in (". ", ": ", "\n")) + 1
        lead = spell(text[start : named.start]).strip(" -+*")
        if _LEAD.fullmatch(lead) and _INTAKE in spell(text[named.end : named.end + _REACH]):
            yield text[named.start : named.end]
