"""Facts on how documents and numbers are written out: citations in full, legal documents by their symbol, words and digits."""

import re
from collections.abc import Iterator, Mapping

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.report import Citation
from cchc.model.wording import IN_WORDS
from cchc.packs.resolve import Reading
from cchc.vietnamese.fold import fold
from cchc.vietnamese.number_words import number_in_words

# Laws are cited by name; of the others only kinds that carry a number and a date of their own.
_BY_NAME = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Văn bản", "Hợp đồng", "Giấy mời"})
_LISTED_IN = "II.1.a"
_LEGAL = ("van ban quy pham phap luat", "vbqppl", "van ban qppl")
# "278/QĐ-UBND": a decision or resolution of a council or committee whose symbol has no year is about one case.
_ONE_CASE = re.compile(r"\d+[a-z]?/(?:QĐ|NQ)-\w+")
_PAIR = re.compile(r"\d[\d.]*")


def _incomplete(r: Reading) -> Fact:
    """Count documents that no mention of them gives number and date of; unknown where citations were not read."""
    if r.report.citations is None:
        return UNKNOWN
    return counted(c.at for c in _without_date_or_number(r, r.report.citations))


def _without_date_or_number(r: Reading, citations: tuple[Citation, ...]) -> Iterator[Citation]:
    """Yield what is cited for the first time in short and nowhere in full.

    A document without a number may be the one of its kind that was cited before it: later mentions need no number.
    """
    whole = {_number(c) for c in citations if c.issued}
    seen: set[str] = set()
    kinds: set[str] = set()
    for c in citations:
        key = _number(c) or _words(c)
        in_full = (
            any(number == key or number.startswith(f"{key}/") for number in whole) if c.number else c.type in kinds
        )
        if not in_full and key not in seen and not _known_by_name(r, c):
            yield c
        seen.add(key)
        kinds |= {c.type} if c.number else set()


def _known_by_name(r: Reading, c: Citation) -> bool:
    return c.type in _BY_NAME or any(fold(common.phrase) in _words(c) for common in r.pack.common_citations)


def _words(c: Citation) -> str:
    return fold(c.at.quote or "") if c.at else ""


def _number(c: Citation) -> str:
    """Return the number and symbol of a citation without blanks, empty where it has none."""
    return re.sub(r"\s", "", c.number or "")


def _individual(r: Reading) -> Fact:
    """Count decisions on one case that the part headed "legal documents" tells as its results; unknown without that part."""
    headed = [p for p in r.report.parts or () if p.id == _LISTED_IN and any(w in fold(p.title or "") for w in _LEGAL)]
    if r.report.citations is None or not headed:
        return UNKNOWN
    told = (c for c in r.report.citations if c.at and c.at.part == _LISTED_IN and c.role in ("period_result", "result"))
    return counted(c.at for c in told if _ONE_CASE.fullmatch(_number(c)))


def _pairs_apart(r: Reading) -> Fact:
    """Count numbers whose words say another number than their digits."""
    if r.report.mentions is None:
        return UNKNOWN
    return counted(m.at for m in r.report.mentions if m.entry == IN_WORDS and _differ(m.printed))


def _differ(printed: str) -> bool:
    digits = _PAIR.search(printed)
    words = number_in_words(re.sub(r"[\d.()]", " ", printed))
    return digits is not None and words is not None and int(digits[0].replace(".", "")) != words


COMPLETE_FACTS: Mapping[str, FactRule] = {
    "citations.incomplete": _incomplete,
    "citations.individual_as_legal": _individual,
    "numbers.words_differ": _pairs_apart,
}
