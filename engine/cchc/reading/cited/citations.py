"""Read the documents that a report cites, and tell the numbers that only name documents and clauses."""

import re
from collections.abc import Iterator

from cchc.model.period import Period
from cchc.model.report import Citation, CitationRole
from cchc.packs.reading_schema import Documents
from cchc.reading.cited.citing import LONGEST_SENTENCE, CitationBook, Cited, citation_book, merged
from cchc.reading.cited.issuer import Issuers
from cchc.reading.cited.terms import Term, terms_in
from cchc.reading.header.agency import shortened
from cchc.reading.header.form import Form
from cchc.reading.parts.title import title_of
from cchc.reading.passage import CLOSING, OPENING, Outlined, Passage, place
from cchc.vietnamese.named_periods import named_periods
from cchc.vietnamese.spelling import spell

_SENTENCE = re.compile(r"[.!?;]\s+(?=\S)|\n")
_PERIOD_LEAD = re.compile(r"[\s\-+*•]*(?:trong\s+|cũng trong\s+)?$")
_LAST_WORDS = re.compile(r"(?:\S+\s+){0,3}\S*$")
_BEFORE_DOCUMENT = re.compile(r"(?:\s+(?:các|văn bản)|\s+\d{1,2}\s+[^.;,:()]{3,60}?\s*(?:là|gồm|:|\())?\s*:?\s*$")
_JOINED = re.compile(r"\s*(?:,|;|và|, và)\s*(?:các\s+)?")
_MARK = re.compile(r"[,;.:\n]")
_ANOTHER = re.compile(r"\s*,\s*(?:UBND|HĐND|Sở|Trường|Ban|Bộ)\b")
_COUNSEL = re.compile(r"tham mưu|trình")
_LONGEST_NAME = 600
_LEAD = 200
"""Letters within which a text names the period that it begins with."""


def citation_spans(text: str, words: Documents) -> list[tuple[int, int]]:
    """Return the stretches of composed `text` whose numbers are never figures.

    Documents with their dates, clauses, standards, terms of years, addresses, telephone numbers; in order, apart.
    """
    book = citation_book(words)
    cited = [(c.start, c.end) for c in book.numbered(text)]
    return merged([*cited, *book.never_figures(text)])


def read_citations(outlined: Outlined, form: Form, words: Documents) -> tuple[Citation, ...]:
    """Return the documents that a report cites, in reading order.

    Those without a number are taken only where they are a basis or carry a term of years.
    """
    reader = _Reader(citation_book(words), form)
    return tuple(citation for passage in _cited_passages(outlined) for citation in reader.read(passage))


def _cited_passages(outlined: Outlined) -> Iterator[Passage]:
    """Yield the passages below the title and above the closing, and the notes."""
    opening = [p.block for p in outlined.passages if p.part == OPENING]
    title = title_of(opening)
    head = set(map(id, opening[: title.last + 1])) if title else set()
    for passage in outlined.passages:
        if id(passage.block) not in head and passage.part != CLOSING:
            yield passage


class _Reader:
    def __init__(self, book: CitationBook, form: Form) -> None:
        self._book, self._form = book, form
        self._issuers = Issuers(book, form)

    def read(self, passage: Passage) -> Iterator[Citation]:
        text = passage.block.text
        own = self._form.document.number
        numbered = tuple(c for c in self._book.numbered(text) if own is None or c.number != own)
        terms = terms_in(text, numbered, self._book)
        found = list(zip((c.start for c in numbered), self._all_numbered(passage, numbered, terms), strict=True))
        found += [(cited.start, self._plain(passage, cited, last)) for cited, last in _loose(terms)]
        taken = {start for start, _ in found}
        leads = (cited for cited in self._led(text, numbered) if cited.start not in taken)
        found += [(cited.start, self._plain(passage, cited, None)) for cited in leads]
        yield from (citation for _, citation in sorted(found, key=lambda item: item[0]))

    def _all_numbered(
        self, passage: Passage, numbered: tuple[Cited, ...], terms: tuple[Term, ...]
    ) -> Iterator[Citation]:
        """Yield the documents with a number; one that `và` joins to another is to the report what the other is."""
        before: tuple[int, CitationRole] | None = None
        for cited in numbered:
            found = self._numbered(passage, cited, terms)
            if before and _JOINED.fullmatch(passage.block.text, before[0], cited.start):
                found = found.model_copy(update={"role": before[1]})
            before = cited.end, found.role
            yield found

    def _numbered(self, passage: Passage, cited: Cited, terms: tuple[Term, ...]) -> Citation:
        text = passage.block.text
        sentence = _sentence_start(text, cited.start)
        issuer, end = self._issuers.of(text, cited, sentence)
        last = next((t.last for t in terms if t.of is cited), None)
        # A document can set a term that ends in its own time, not one that was over when it was issued.
        term = last if last and not (cited.issued and cited.issued.year > last) else None
        return Citation(
            type=cited.type,
            number=cited.number,
            issued=cited.issued,
            issuer=issuer,
            role=self._role(passage, cited, sentence),
            term_to=term,
            at=place(passage, cited.start, end),
        )

    def _plain(self, passage: Passage, cited: Cited, last: int | None) -> Citation:
        issuer = None
        if last is None:
            issuer = _single_issuer(self._issuers, passage.block.text, cited)
        role: CitationRole = "basis" if passage.part == OPENING else "background"
        return Citation(
            type=cited.type, issuer=issuer, role=role, term_to=last, at=place(passage, cited.start, cited.end)
        )

    def _led(self, text: str, numbered: tuple[Cited, ...]) -> Iterator[Cited]:
        """Yield the documents without number that a basis begins with: `Căn cứ Kế hoạch ... của UBND tỉnh`."""
        spelled = spell(text)
        leads = "|".join(map(spell, self._book.words.leads))
        for match in re.finditer(rf"(?<!\w)(?:{leads})\s+(?:các\s+)?", spelled):
            kind = self._book.type_form.match(spelled, match.end())
            if kind is None or not text[kind.start()].isupper():
                continue
            most = min(kind.end() + _LONGEST_NAME, len(text))
            mark = _MARK.search(text, kind.end(), most)
            stop = mark.start() if mark else most
            if not any(c.start < stop and c.end > kind.start() for c in numbered):
                yield Cited(self._book.type_at(kind), None, None, None, kind.start(), stop)

    def _role(self, passage: Passage, cited: Cited, sentence: int) -> CitationRole:
        text = passage.block.text
        before = spell(text)[: cited.start]
        if passage.part == OPENING:
            bases = self._book.words.roles.basis
            return (
                "basis" if any(re.match(rf"[\s\-+*]*{spell(word)}(?!\w)", before) for word in bases) else "background"
            )
        if not self._done(before[sentence:], cited):
            return "background"
        if self._begins_with_period(text[sentence : cited.start]):
            return "period_result"
        if self._of_earlier_year(cited):
            return "background"
        return "period_result" if self._begins_with_period(text[: min(cited.start, _LEAD)]) else "result"

    def _done(self, before: str, cited: Cited) -> bool:
        """Return whether the sentence says that the unit issued the document, or had it issued."""
        roles = self._book.words.roles
        tail = _BEFORE_DOCUMENT.sub("", before)
        verb = next((v for v in map(spell, roles.done) if re.search(rf"(?<!\w){v}$", tail)), None)
        if verb is None:
            return False
        lead = _LAST_WORDS.search(tail[: -len(verb)].rstrip())
        if lead and any(re.search(rf"(?<!\w){spell(word)}(?!\w)", lead[0]) for word in roles.not_done):
            return False
        return self._issuers.owns(cited) or bool(_COUNSEL.search(tail)) or self._own_council(before, cited)

    def _own_council(self, before: str, cited: Cited) -> bool:
        """Return whether a People's Committee that reports is the one that issued: its level stands in the sentence."""
        own = (self._form.symbol or "").partition("-")[2].partition("-")[0]
        if own not in ("UBND", "HĐND") or own not in (cited.symbol or ""):
            return False
        return bool(self._form.unit) and " ".join(shortened(self._form.unit or "").split()[:2]) in shortened(before)

    def _of_earlier_year(self, cited: Cited) -> bool:
        period = self._form.period
        return bool(period and cited.issued and cited.issued.year < (period.data_from or period.window()[0]).year)

    def _begins_with_period(self, text: str) -> bool:
        """Return whether a text begins with the reporting period or with `Trong tháng`, `Trong kỳ`."""
        if re.match(r"[\s\-+*•]*(?:cũng )?trong (?:tháng|quí|kì|năm)(?:\s+báo cáo|\s+qua)?,", spell(text)):
            return True
        named = next(iter(named_periods(text)), None)
        if named is None or self._form.period is None or not _PERIOD_LEAD.match(spell(text[: named.start])):
            return False
        return _same(named.period(self._form.period.year), self._form.period)


def _same(one: Period, other: Period) -> bool:
    return (one.kind, one.year, one.number) == (other.kind, other.year, other.number)


def _loose(terms: tuple[Term, ...]) -> Iterator[tuple[Cited, int]]:
    return ((t.plain, t.last) for t in terms if t.plain is not None)


def _single_issuer(issuers: Issuers, text: str, cited: Cited) -> str | None:
    """Return the issuer within the words of a document without number; none where it has several."""
    of = text.rfind(" của ", cited.start, cited.end)
    name, end = issuers.named_after(text, of) if of >= 0 else (None, cited.end)
    several = _ANOTHER.match(text, end)
    return None if several else name


def _sentence_start(text: str, at: int) -> int:
    first = max(at - LONGEST_SENTENCE, 0)
    ends = [m.end() for m in _SENTENCE.finditer(text, first, at)]
    return ends[-1] if ends else first
