"""Bodies that a sentence opens with: whose numbers follow, the unit's own or another body's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.reading.figures.lexicon import NUMBER, Lexicon
from cchc.vietnamese.phrases import Hit, Word, words_in

_NEAR = 8
# Words that a name may have; the rest of a long text need not be cut into words.
_LONGEST = 40
_NAME_END = re.compile(r"(?:hành chính công|xã hội)(?: tỉnh)?$")
# A second field in a name, up to what the body did: `Phòng Kinh tế và Hạ tầng tiếp nhận`, `Ban Quản lý các khu công nghiệp 10 HS`.
# The letters of a range of code points are not all capitals: "và đã trả lời" is no field.
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA)))))}]"
_JOINED = re.compile(
    rf"(?: (?:-|–|và) (?={_CAPITAL})| (?=các |khu ))[^\W\d]+(?: [^\W\d]+){{0,5}}?"
    r"(?=\s*[(:,;.]| \d| (?:tiếp nhận|đã|giải quyết|có|với|là|hoàn thành|rà soát)\b)"
)
_NAME_PARTS = frozenset(
    [
        "hành",
        "chính",
        "công",
        "phục",
        "vụ",
        "xã",
        "hội",
        "nhân",
        "dân",
        "thành",
        "phố",
        "thị",
        "trấn",
        "tỉnh",
        "huyện",
        "phường",
        "và",
        "-",
    ]
)
_HIGHER = frozenset({"UBND tỉnh", "Ủy ban nhân dân tỉnh", "HĐND tỉnh", "Tỉnh ủy", "Thành ủy", "Chính phủ"})
_OF_PROVINCE = _HIGHER | {"Sở", "Thanh tra tỉnh", "Công an"}
_FIELD = re.compile(rf"(?:^|\bvà|-|–) {_CAPITAL}[^\W\d]*$")
_OFFICES = frozenset({"Chi cục", "Trung tâm", "Phòng", "Sở", "Chi nhánh"})
_LEADING = frozenset({"có", "với", ":", "(", "là"})
_DEEDS = frozenset({"đã", "được", "mới", "tiếp", "nhận", "giải", "quyết", "rà", "soát", "xử", "lí"})
_BREAKS = frozenset({":", ";", "(", "đó", "gồm", "-", "."})


@dataclass(frozen=True)
class Bodies:
    """Tells the unit's own names from those of other bodies."""

    lexicon: Lexicon
    own_names: tuple[str, ...]
    whole_is_own: bool

    def opening(self, text: str, words: Sequence[Word], starts: set[int]) -> Iterator[tuple[int, str | None, bool]]:
        """Yield where the numbers of a body begin, its name, None for the unit itself, and whether it opens there.

        A body opens a sentence or item with its name, or stands with its full name right before what it counted.
        """
        opens = starts | {i + 1 for i, word in enumerate(words) if word.text in "-;"}
        listed = False
        for hit in self.lexicon.bodies.find(words):
            lead = hit.first
            while lead > 0 and words[lead - 1].text in ("tại", "-", "riêng", "*", "+"):
                lead -= 1
            full = self.lexicon.full_names.at(words, hit.first)
            name = text[full[0].start : full[0].end] if full else self._name(text, hit)
            joined = _JOINED.match(text, hit.start + len(name))
            name += joined[0] if joined else ""
            after = hit.first + len(words_in(name)) if joined or not full else full[0].after
            opening = lead in opens or lead == 0
            if (opening and not self._acts_on_unit(words, after)) or self._counted(words, after, name, hit):
                # A body that follows another one's numbers behind a `;` is set apart as that one is.
                apart = lead != hit.first or not opening or (listed and lead not in starts)
                own = self._is_own(name, hit, apart=apart)
                listed = not own
                yield hit.first, None if own else name, opening

    def _counted(self, words: Sequence[Word], after: int, name: str, hit: Hit[str]) -> bool:
        """Return whether a full name stands right before a number: `nhiều nhất là Sở Xây dựng 17 hồ sơ`.

        Behind a break its deed may stand between: `trong đó xã Vĩnh Phong tiếp nhận 911 hồ sơ`.
        """
        if len(name.split()) <= hit.after - hit.first:
            return False
        broken = _after_break(words, hit.first)
        between = _LEADING | _DEEDS if broken else _LEADING
        i = after
        while i < len(words) and words[i].text in between:
            i += 1
        return i < len(words) and words[i].text == NUMBER and (broken or name[:1].isupper())

    def _name(self, text: str, hit: Hit[str]) -> str:
        """Return a body's name: the words found, and the capitalised words and small name words that follow."""
        end = kept = hit.end
        for word in text[hit.end :].split(" ", _LONGEST)[1:_LONGEST] if text[hit.end : hit.end + 1] == " " else ():
            bare = word.rstrip(",;:.()")
            # The field of an office is written with one capital, the name of a place with all: `Chi cục Thủy lợi`.
            field = _FIELD.search(text[hit.end : end]) is not None
            second = hit.value in _OFFICES and field and bare not in _DEEDS | _LEADING
            small = bare in _NAME_PARTS or second
            if not bare or not (bare[0].isupper() or small):
                break
            end = text.index(word, end) + len(bare)
            kept = end if bare[0].isupper() or second or _NAME_END.search(text, hit.start, end) else kept
            if bare != word:
                break
        return text[hit.start : kept]

    def _acts_on_unit(self, words: Sequence[Word], after: int) -> bool:
        """Return whether what follows a name says that it gives the unit something: `UBND tỉnh, Chủ tịch UBND tỉnh giao`."""
        for i in range(after, min(after + _NEAR, len(words))):
            if words[i].text in (NUMBER, ".", ";", ":"):
                return False
            if self.lexicon.acts_on.at(words, i):
                return True
        return False

    def _is_own(self, name: str, hit: Hit[str], *, apart: bool) -> bool:
        """Return whether a name is the unit's, or a bare word for it: `Sở`, `UBND xã`; or that of a part of the unit."""
        plain = self._plain(name)
        generic = self.lexicon.own_parts.at(self.lexicon.words(name), 0)
        if generic and generic[0].after == len(self.lexicon.words(name)):
            return True
        if any(plain in own or own in plain for own in map(self._plain, self.own_names)):
            return True
        if len(plain.split()) == hit.after - hit.first and hit.value not in _HIGHER:
            return True
        # What a department of the province does is the province's work, unless it is set apart.
        return self.whole_is_own and hit.value in _OF_PROVINCE and not apart

    def _plain(self, name: str) -> str:
        return " ".join(word.text for word in self.lexicon.words(name))


def _after_break(words: Sequence[Word], first: int) -> bool:
    """Return whether a word begins a part of its sentence; behind a comma only where the part before it has a number.

    The places of an address are no bodies that counted: `UBND xã Hòa Tiến, huyện Hòa Vang tiếp nhận 642 hồ sơ`.
    """
    if first == 0 or words[first - 1].text in _BREAKS:
        return True
    if words[first - 1].text not in (",", "và"):
        return False
    before = next((i for i in range(first - 2, -1, -1) if words[i].text in _BREAKS | {",", NUMBER}), None)
    return before is not None and words[before].text == NUMBER
