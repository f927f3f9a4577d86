"""Find documents cited in a text: their kind, number and symbol, date, and the exact words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cchc.packs.reading_schema import Documents
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.spelling import spell

_CAPITAL = "A-ZĐƯÔĂÂÊƠ"
_PIECE = rf"[{_CAPITAL}][\wđĐ]*(?:&[\wđĐ]+)?"
_JOINT = rf"(?:[-–/]{_PIECE}|\s?[-–]\s?[{_CAPITAL}]{{2,}}\w*)"
_STATE = re.compile(
    rf"(?<![\d/.,\w-])(?P<n>\d{{1,5}}[a-zđ]?)\s?/\s?(?:(?P<y>(?:19|20)\d\d)\s?/\s?)?(?P<s>{_PIECE}{_JOINT}*)"
)
_PARTY = re.compile(
    rf"(?<![\d/.,\w-])(?P<n>\d{{1,4}})\s?[-–]\s?(?P<s>[{_CAPITAL}]\w{{1,4}}\s?/\s?{_PIECE}(?:-{_PIECE})*)"
)
_AFTER = re.compile(r"\s*,?\s*\(?\s*(?:(?:ký|ban hành)\s+)?(?=ngày\b)")
_NUMBERED = r"(?:(?P<so>\s+số)\s*:?)?\s+(?P<n>\d{1,5}[a-zđ]?)(?![\w/%.,-]*\d)(?![\w/%])(?!\s*-\s*[A-ZĐ]{2})"
_NEXT_WORD = re.compile(r"\s+[^\W\d_]")
# What is said of a document and not of so many documents: `Nghị định 111 của Chính phủ`.
_GOES_ON = re.compile(r"\s+(?:của|về|và|năm|quy định|ngày|cũng|tại|hướng dẫn)(?!\w)")
_DAY_REACH = 40
_YEARS = range(1945, 2101)
LONGEST_SENTENCE = 3_000
"""Letters looked back over for what a citation is said to be: a sentence of many pages would be read again for each."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited at `text[start:end]`; `symbol` is None where it is cited without number or by its number alone."""

    type: str
    number: str | None
    symbol: str | None
    issued: date | None
    start: int
    end: int


class CitationBook:
    """The kinds of documents and the names that hold numbers, ready to be found."""

    def __init__(self, words: Documents) -> None:
        self.words = words
        self.codes = {code: t.name for t in words.types for code in t.codes}
        self._types = {spell(t.name): t for t in words.types}
        names = sorted(self._types, key=len, reverse=True)
        self.type_form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        self._before = re.compile(rf"(?P<type>{self.type_form.pattern})?(?P<so>\s*(?<!\w)số)?\s*:?\s*$")
        self._bare = re.compile(rf"(?P<type>{self.type_form.pattern}){_NUMBERED}")
        self._never = tuple(re.compile(form) for form in words.never_figures)

    def numbered(self, text: str) -> tuple[Cited, ...]:
        """Return the documents that composed `text` cites with a number, in reading order."""
        spelled = spell(text)
        found = [c for form in (_STATE, _PARTY) for m in form.finditer(text) if (c := self._cited(text, spelled, m))]
        taken = bytearray(len(text))
        for cited in found:
            taken[cited.start : cited.end] = b"\1" * (cited.end - cited.start)
        for match in self._bare.finditer(spelled):
            bare = self._bare_number(text, match)
            if bare and not any(taken[bare.start : bare.end]):
                found.append(bare)
        return tuple(sorted(found, key=lambda c: c.start))

    def type_at(self, match: re.Match[str]) -> str:
        """Return the name of the kind of document that `type_form` matched."""
        return self._types[match[0]].name

    def never_figures(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of a text whose numbers count nothing, documents left aside."""
        spelled = spell(text)
        for form in self._never:
            yield from (m.span() for m in form.finditer(spelled))

    def _cited(self, text: str, spelled: str, match: re.Match[str]) -> Cited | None:
        symbol = re.sub(r"\s", "", match["s"]).replace("–", "-")
        before = self._before.search(spelled, max(0, match.start() - 40), match.start())
        named = before["type"] if before else None
        coded = self.codes.get(re.split("[-/]", symbol)[0])
        if not (named or coded or (before and before["so"]) or "-" in symbol):
            return None
        kind = self._types[named].name if named else coded or "Công văn"
        start = before.start() if before and (named or before["so"]) else match.start()
        start += len(text[start : match.start()]) - len(text[start : match.start()].lstrip())
        party = match.re is _PARTY
        year = f"{match['y']}/" if not party and match["y"] else ""
        issued, end = _issued(text, match.end())
        return Cited(kind, f"{match['n']}{'-' if party else '/'}{year}{symbol}", symbol, issued, start, end)

    def _bare_number(self, text: str, match: re.Match[str]) -> Cited | None:
        """Return a document cited as `Nghị định 111` or `Kế hoạch số 04`; a count of documents is none."""
        kind = self._types[match["type"]]
        if not match["so"] and (not kind.bare or not text[match.start()].isupper()):
            return None
        issued, end = _issued(text, match.end())
        counts = _NEXT_WORD.match(text, match.end()) and not match["so"] and issued is None
        if int(re.sub(r"\D", "", match["n"])) in _YEARS or (counts and not _GOES_ON.match(match.string, match.end())):
            return None
        return Cited(kind.name, match["n"], None, issued, match.start(), end)


@lru_cache(maxsize=4)
def citation_book(words: Documents) -> CitationBook:
    """Return the book of these words."""
    return CitationBook(words)


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that touch put together."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _issued(text: str, end: int) -> tuple[date | None, int]:
    """Return the day that stands right after a number, and where it ends; a day that no calendar has is left out."""
    lead = _AFTER.match(text, end)
    if lead is None:
        return None, end
    rest = text[lead.end() : lead.end() + _DAY_REACH]
    dated = next(iter(dates_in(rest)), None)
    if dated is None or dated.start > len("ngày  "):
        return None, end
    return dated.day, lead.end() + dated.end
