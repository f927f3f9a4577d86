"""The agency that a report names as its own: `Sở Công Thương báo cáo ...`, `Báo cáo ... của Sở Nội vụ`."""

import re
from collections import deque
from collections.abc import Iterator

from cchc.reading.header.agency import AgencyBook
from cchc.vietnamese.phrases import words_in
from cchc.vietnamese.spelling import spell

_REPORTS = re.compile(r"\bbáo cáo\b")
_START = re.compile(r"[.;:,\n]\s*")
_OF = re.compile(r"\bcủa\s+")
_MOST_WORDS, _MOST_COMMAS = 16, 3
# Letters of so many words with their courtesies, and more.
_LONGEST = 400


def reporting(text: str, book: AgencyBook) -> Iterator[tuple[str, int]]:
    """Yield the agencies that stand as the subject of the verb `báo cáo`, each with the offset of the verb."""
    spelled = spell(text)
    starts, last = deque([0], _MOST_COMMAS + 1), 0
    for verb in _REPORTS.finditer(spelled):
        starts.extend(m.end() for m in _START.finditer(spelled, last, verb.start()))
        last = verb.start()
        # A name may hold commas ("Sở Văn hóa, Thể thao và Du lịch"): go back until something begins as a name does.
        for start in reversed([at for at in starts if last - at <= _LONGEST]):
            name = _without_courtesies(text[start:last], book)
            if book.is_name(name) and len(name.split()) <= _MOST_WORDS:
                yield name, last
                break


def named_in_title(title: str, book: AgencyBook) -> str | None:
    """Return the agency after the last `của` of a title."""
    owners = [title[m.end() :] for m in _OF.finditer(spell(title))]
    names = [" ".join(re.split(r"[,;(]| (?:trong |năm |tháng |quý |6 tháng)", owner)[0].split()) for owner in owners]
    return next((name for name in reversed(names) if book.is_full_name(name)), None)


def _without_courtesies(text: str, book: AgencyBook) -> str:
    words = words_in(text)
    end = len(words)
    while end > 0:
        shorter = next((n for n in range(end) if any(h.after == end for h in book.courtesies.at(words, n))), None)
        if shorter is None:
            break
        end = shorter
    return text[words[0].start : words[end - 1].end] if end else ""
