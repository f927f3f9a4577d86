"""The body that a text without a head is about: the one that its title or its first sentences name."""

import re
from collections.abc import Iterator, Sequence

from cchc.reading.header.agency import AgencyBook
from cchc.reading.parts.headings import loud
from cchc.vietnamese.phrases import PhraseBook, Word, words_in
from cchc.vietnamese.spelling import spell

_FIRST_BLOCKS = 5
# The lead is a sentence or two; what stands deep in a paragraph is about someone else as often as not.
_LEAD = 300
# "Quý III, Trung tâm ...", "(Cổng TTĐT) - Trung tâm ...": further on, commas part the bodies of a list.
_BEHIND_A_TIME = 70
_OPENERS = frozenset({",", "-", "("})
_MOST_WORDS = 14
_TITLE_END = re.compile(r"\s*(?:\([^)]*\)\s*)?:")
# The banner of a web site names who keeps the site, not whose text stands on it.
_SITE = re.compile(r"(?:cổng|trang) thông tin")
_COMMITTEE = "UBND"
_NAME_ENDS = frozenset({"công", "tỉnh"})


class ToldBy:
    """Finds the body whose numbers a text tells."""

    def __init__(self, book: AgencyBook) -> None:
        self._book = book
        words = book.words
        self._kinds = PhraseBook((say, True) for say in (*(s for k in words.kinds for s in k.say), *words.offices))
        self._places = PhraseBook((place, True) for place in words.places)
        fields = [name.partition(" ")[2] for name in words.names if " " in name]
        self._inside = PhraseBook((word, True) for word in (*words.inside, *words.small, *fields))
        self._told_by = PhraseBook((word, True) for word in words.told_by)

    def body(self, texts: Sequence[str]) -> str | None:
        """Return the name of the one body that the first texts name as their subject; None where they name none."""
        first = [text for text in texts if not (loud(text) and _SITE.search(spell(text)))][:_FIRST_BLOCKS]
        named = [name for text in first for name in self._named(text[:_LEAD])]
        headed = self._heading(first[0], texts) if first else None
        if headed is not None:
            return headed
        province = self._province(first[0]) if first else None
        if province is not None:
            others = [name for name in named if _COMMITTEE not in _short(name)]
            return None if others else f"{_COMMITTEE} tỉnh {province}"
        # A name may be cut short where it comes again: "Trung tâm ... công tỉnh".
        return max((name for name in named if spell(name).startswith(spell(named[0]))), key=len, default=None)

    def _heading(self, title: str, texts: Sequence[str]) -> str | None:
        """Return the body of `Thị trấn An Châu (An Giang): ...`."""
        words = words_in(title)
        place = bool(self._places.at(words, 0))
        if not (place or self._kinds.at(words, 0)):
            return None
        end = title.find(":")
        shout = end > 0 and loud(title[:end]) and "(" not in title[:end]
        name = title[:end].strip() if shout else self._name(title, words, 0)
        if not name or len(name.split()) < 2 or not _TITLE_END.match(title, len(name)):
            return None
        name = self._book.written(name, texts)
        full = f"{_COMMITTEE} {name[0].lower()}{name[1:]}" if place else name
        return full if len(full.split()) <= _MOST_WORDS else None

    def _province(self, title: str) -> str | None:
        """Return the province of `An Giang: ...`."""
        name, colon, _ = title.partition(":")
        found = self._book.province_at_start(name) if colon else None
        return found if found and self._book.province_at_end(name) and len(name.split()) == len(found.split()) else None

    def _named(self, text: str) -> Iterator[str]:
        """Yield the full names at the head of a sentence, behind a time and a comma, or behind `theo`, `tại`, `của`."""
        words = words_in(text)
        behind = {hit.after for n in range(len(words)) for hit in self._told_by.at(words, n)}
        for n, word in enumerate(words):
            opens = n == 0 or (word.start <= _BEHIND_A_TIME and words[n - 1].text in _OPENERS)
            if (opens or n in behind) and text[word.start].isupper() and self._kinds.at(words, n):
                name = self._name(text, words, n)
                if len(name.split()) > len(words[n : self._kinds.at(words, n)[0].after]):
                    yield name

    def _name(self, text: str, words: Sequence[Word], first: int) -> str:
        """Return the words of a name: those with a capital, and small ones between or at its end that names have."""
        kinds = self._kinds.at(words, first) or self._places.at(words, first)
        n = kept = kinds[0].after
        while n < len(words):
            inside, capital = self._inside.at(words, n), text[words[n].start].isupper()
            if not (inside or capital):
                break
            n = inside[0].after if inside else n + 1
            kept = n if capital or words[n - 1].text in _NAME_ENDS else kept
        return text[words[first].start : words[kept - 1].end]


def _short(name: str) -> str:
    return spell(name).replace(spell("ủy ban nhân dân"), "ubnd").upper()
