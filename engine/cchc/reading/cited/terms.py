"""Terms of years (`giai đoạn 2021-2025`) and the document that each belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.reading.cited.citing import LONGEST_SENTENCE, CitationBook, Cited
from cchc.vietnamese.spelling import spell

_TERM = re.compile(r"giai đoạn\s+(?:năm\s+)?(?P<a>20\d\d)\s*(?:-|đến(?: năm)?)\s*(?P<b>20\d\d)(?!\d)")
_BREAK = re.compile(r"[;\n]|\.\s+(?=\S)")
_BOUND = re.compile(
    r"[\s\"',)*_]*(?:được\s+)?(?:(?:ban hành\s+)?kèm\s+theo|tại|phê duyệt tại|(?P<loose>theo))\s+|\s*\(\s*"
)


@dataclass(frozen=True, slots=True)
class Term:
    """The last year of a term: of a document with a number, or of one that is cited without."""

    last: int
    of: Cited | None
    plain: Cited | None


def terms_in(text: str, numbered: Sequence[Cited], book: CitationBook) -> tuple[Term, ...]:
    """Return the terms of a text that belong to a document; one that is looked back on belongs to none."""
    spelled = spell(text)
    terms = (_term(text, spelled, match, numbered, book) for match in _TERM.finditer(spelled))
    return tuple(term for term in terms if term)


def _term(text: str, spelled: str, match: re.Match[str], numbered: Sequence[Cited], book: CitationBook) -> Term | None:
    last = int(match["b"])
    bound = _BOUND.match(spelled, match.end())
    following = next((c for c in numbered if bound and c.start == bound.end()), None)
    if following and bound and not bound["loose"]:
        return Term(last, following, None)
    first = max(match.start() - LONGEST_SENTENCE, 0)
    start = max((m.end() for m in _BREAK.finditer(spelled, first, match.start())), default=first)
    if any(
        re.search(rf"(?<!\w){word}(?!\w)", spelled[start : match.start()])
        for word in map(spell, book.words.roles.past_term)
    ):
        return None
    before = [c for c in numbered if start <= c.start and c.end <= match.start()]
    if before or following:
        return Term(last, before[-1] if before else following, None)
    kinds = [m for m in book.type_form.finditer(spelled, start, match.start()) if text[m.start()].isupper()]
    if not kinds:
        return None
    return Term(last, None, Cited(book.type_at(kinds[-1]), None, None, None, kinds[-1].start(), match.end()))
