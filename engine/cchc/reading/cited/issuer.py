"""Who issued a cited document: as the text says, else as its symbol tells."""

import re

from cchc.reading.cited.citing import CitationBook, Cited
from cchc.reading.header.agency import shortened
from cchc.reading.header.form import Form
from cchc.vietnamese.fold import fold
from cchc.vietnamese.phrases import PhraseBook, words_in
from cchc.vietnamese.spelling import spell

_OF = re.compile(r"\s*\)?\s*,?\s*của\s+")
_COUNCILS = ("UBND", "HĐND")
_COUNCIL_NAMES = {"UBND": ("ubnd", spell("ủy ban nhân dân")), "HĐND": ("hđnd", "hội đồng nhân dân")}
_MOST_WORDS = 12
_ISSUES = r"(?:\s+(?:đã|ký))?\s+(?:ban hành|phê duyệt|thông qua)(?!\w)"


class Issuers:
    """Finds who issued a document, for a report whose own agency is known."""

    def __init__(self, book: CitationBook, form: Form) -> None:
        self._words, self._form = book.words, form
        self._codes = book.codes
        self._types = book.type_form
        self._ends = PhraseBook((say, True) for say in book.words.after_issuer)
        self._known = PhraseBook((issuer.name, True) for issuer in book.words.issuers)
        self._agents = PhraseBook((say, True) for say in book.words.agents)
        agents = "|".join(sorted((re.escape(spell(a)) for a in book.words.agents), key=len, reverse=True))
        self._caused = re.compile(
            rf"(?:trình|tham mưu|được|do)(?:\s+(?:cho|với))?\s+(?P<who>(?:{agents})[^.;:()\n]{{0,60}}?){_ISSUES}"
        )

    def of(self, text: str, cited: Cited, sentence: int) -> tuple[str | None, int]:
        """Return the issuer and where the words that name it end; `sentence` is where the citing sentence begins."""
        named, end = self.named_after(text, cited.end)
        if named:
            return named, end
        caused = self._caused_before(text, cited, sentence)
        return caused or self._by_symbol(text, cited, sentence), cited.end

    def named_after(self, text: str, at: int) -> tuple[str | None, int]:
        """Return the issuer after `của`: `của Ban Thường vụ Tỉnh ủy về ...`."""
        match = _OF.match(text, at)
        if match is None:
            return None, at
        end = self._end_of_name(text, match.end())
        name = text[match.end() : end].strip()
        return (name, end) if name[:1].isupper() else (None, at)

    def owns(self, cited: Cited) -> bool:
        """Return whether a symbol is that of the reporting agency, which is not one of the many People's Committees."""
        own = self._own_code()
        return bool(own) and own not in _COUNCILS and own in self._agency_pieces(cited)[:1]

    def _end_of_name(self, text: str, start: int) -> int:
        words = words_in(text[start : start + 120])
        known = self._known.at(words, 0)
        if known:
            return start + known[0].end
        for n, word in enumerate(words):
            rest = text[start + word.start : start + word.end]
            stops = not rest[0].isalpha() or n >= _MOST_WORDS or (n and self._ends.at(words, n))
            if stops or (word.text == "và" and self._starts_another(text[start + word.end :])):
                return start + (words[n - 1].end if n else 0)
        return start + (words[-1].end if words else 0)

    def _starts_another(self, rest: str) -> bool:
        """Return whether `và` leads to another agency or document and not to the rest of a name."""
        following = rest[:60].lstrip()
        another = self._agents.at(words_in(following), 0) or self._types.match(spell(following))
        return not following[:1].isupper() or bool(another)

    def _caused_before(self, text: str, cited: Cited, sentence: int) -> str | None:
        matches = list(self._caused.finditer(spell(text), sentence, cited.start))
        if not matches:
            return None
        who = text[matches[-1].start("who") : matches[-1].end("who")].strip()
        piece = next(iter(self._agency_pieces(cited)), "")
        council = _COUNCIL_NAMES.get(piece)
        fits = any(word in spell(who) for word in council) if council else self._table(cited) == _office_left(who)
        return who if fits else None

    def _by_symbol(self, text: str, cited: Cited, sentence: int) -> str | None:
        piece = next(iter(self._agency_pieces(cited)), "")
        if self.owns(cited):
            return self._form.unit
        if piece in _COUNCILS:
            return self._council(piece, spell(text[sentence : cited.start]))
        return self._table(cited)

    def _council(self, piece: str, before: str) -> str | None:
        """Return the Committee or Council; below the province the sentence must name it, for all have the same symbol."""
        if self._form.level in ("department", "province"):
            return f"{piece} thành phố" if self._form.province in self._words.cities else f"{piece} tỉnh"
        own = self._form.unit if piece == self._own_code() else None
        return own if own and " ".join(shortened(own).split()[:2]) in shortened(before) else None

    def _table(self, cited: Cited) -> str | None:
        symbol = cited.symbol or ""
        names = {issuer.symbol: issuer.name for issuer in self._words.issuers}
        if symbol in names:
            return names[symbol]
        pieces = [re.sub(r"\d+$", "", piece) for piece in self._agency_pieces(cited)]
        return next((names[piece] for piece in pieces[:1] if piece in names), None)

    def _agency_pieces(self, cited: Cited) -> list[str]:
        pieces = re.split("[-/]", cited.symbol or "")
        return pieces[1:] if pieces[0] in self._codes else pieces

    def _own_code(self) -> str | None:
        if self._form.symbol:
            return self._form.symbol.partition("-")[2].partition("-")[0] or None
        words = [word for word in fold(self._form.unit or "").split() if word != "va"]
        return "".join(word[0] for word in words).upper() if words else None


def _office_left(name: str) -> str:
    """Return the agency whose head is named: `Giám đốc Sở Nội vụ` is `Sở Nội vụ`."""
    return re.sub(r"^(?:Giám đốc|Chủ tịch|Bộ trưởng|Chánh Văn phòng)\s+", "", name)
