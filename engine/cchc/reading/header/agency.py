"""Names of agencies: what begins like one, its level, its province, and how a name in capitals is written."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from cchc.model.report import Level
from cchc.packs.reading_schema import Agencies, Provinces
from cchc.reading.parts.headings import loud
from cchc.vietnamese.phrases import PhraseBook, words_in
from cchc.vietnamese.spelling import spell

_CITY = re.compile(rf"(?:ubnd|{spell('ủy ban nhân dân')}) (?:thành phố|tp)\.? ")
# A name that says only what kind of agency it is: "Sở", "UBND xã", "Trung tâm".
_SHORT_FORM = re.compile(r"[A-ZĐ]{2,}")
_KNOWN_SHORT = {"UBND", "HĐND", "TP"}


class AgencyBook:
    """The kinds and names of agencies and the names of provinces."""

    def __init__(self, agencies: Agencies, provinces: Provinces) -> None:
        self.words = agencies
        self._kinds: PhraseBook[Level | None] = PhraseBook((say, k.level) for k in agencies.kinds for say in k.say)
        self._names = PhraseBook((name, name) for name in agencies.names)
        self._small = PhraseBook((word, True) for word in agencies.small)
        self.courtesies = PhraseBook((word, True) for word in agencies.courtesies)
        self._cities = frozenset(spell(p.name) for p in provinces.provinces if p.city)
        entries = ((say, p.name) for p in provinces.provinces for say in (p.name, *p.also))
        self._provinces = PhraseBook((say.replace("-", " - "), name) for say, name in entries)

    def is_name(self, text: str) -> bool:
        """Return whether a text begins as the name of an agency does."""
        return bool(self._kinds.at(words_in(text), 0))

    def is_full_name(self, text: str) -> bool:
        """Return whether a text is the name of one agency: more than its kind, and no abbreviation that hides a part."""
        words = words_in(text)
        kind = self._kinds.at(words, 0)
        hidden = any(word not in _KNOWN_SHORT for word in _SHORT_FORM.findall(text)) and not loud(text)
        return bool(kind) and kind[0].after < len(words) and not hidden

    def level(self, name: str) -> Level | None:
        """Return the level of an agency; None for a district, which has none, and for one that its name does not tell."""
        spelled = spell(name)
        city = _CITY.match(spelled)
        if city and any(spelled[city.end() :].startswith(c) for c in self._cities):
            return "province"
        kinds = self._kinds.at(words_in(name), 0)
        return kinds[0].value if kinds else None

    def provinces_in(self, text: str) -> tuple[str, ...]:
        """Return the provinces that a text names, in reading order."""
        return tuple(hit.value for hit in self._provinces.find(words_in(text)))

    def province_at_start(self, text: str) -> str | None:
        """Return the province that a text begins with."""
        return next((hit.value for hit in self._provinces.at(words_in(text), 0)), None)

    def province_at_end(self, text: str) -> str | None:
        """Return the province that a text ends with: `Số: /BC-SCT Bắc Giang`."""
        words = words_in(text)
        hits = [hit for hit in self._provinces.find(words) if hit.after == len(words)]
        return hits[-1].value if hits else None

    def written(self, name: str, texts: Iterable[str]) -> str:
        """Return a name in capitals as the texts write it in small letters, else by what is known of such names."""
        plain = " ".join(name.split())
        return (_as_written(plain, texts) or self._composed(plain)) if loud(plain) else plain

    def _composed(self, name: str) -> str:
        words, out, n = words_in(name), list[str](), 0
        while n < len(words):
            known = self._names.at(words, n)
            small = self._small.at(words, n)
            if known:
                out.append(known[0].value)
            elif small:
                out.append(name[small[0].start : small[0].end].lower())
            else:
                out.append(name[words[n].start : words[n].end].capitalize())
            n = known[0].after if known else small[0].after if small else n + 1
        return re.sub(r"\s+([,.])", r"\1", " ".join(out))


@lru_cache(maxsize=4)
def agency_book(agencies: Agencies, provinces: Provinces) -> AgencyBook:
    """Return the book of these names."""
    return AgencyBook(agencies, provinces)


def shortened(name: str) -> str:
    """Return spelled text with People's Committees and Councils in their short form: `ubnd xã Tân An`."""
    words = spell(name).replace(spell("ủy ban nhân dân"), "ubnd").replace("hội đồng nhân dân", "hđnd")
    return " ".join(words.split())


def _as_written(name: str, texts: Iterable[str]) -> str | None:
    wanted = re.compile(r"\s+".join(map(re.escape, spell(name).split())) + r"(?!\w)")
    seen: Counter[str] = Counter()
    for text in texts:
        for match in wanted.finditer(spell(text)):
            printed = " ".join(text[match.start() : match.end()].split())
            if not loud(printed) and printed[:1].isupper():
                seen[printed] += 1
    return seen.most_common(1)[0][0] if seen else None
