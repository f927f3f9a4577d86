"""Abbreviations that a report uses and never explains."""

import re
from collections.abc import Iterator, Sequence

from cchc.packs.slip_schema import SlipWords
from cchc.reading.worded.slip import Slip, Written

_CAPITAL = "A-ZĐÂĂÊÔƠƯ"
_SHORT = re.compile(rf"(?<![\w/&.@-])[{_CAPITAL}]{{2,}}(?:&[{_CAPITAL}]{{2,}})?(?![\w/&@]|[-.][\w])")
_BEFORE = re.compile(r"(\w{2,})\s+$")
_AFTER = re.compile(r"\s+(\w{2,})")
_ROMAN = re.compile(r"[IVXLC]+")
# "(CSDL)", "(sau đây gọi tắt là CSDL)", "(gọi tắt: CSDL)", "(viết tắt CSDL)"
_EXPLAINED = r"[(\[]\s*(?:[^()\[\]]{{0,40}}?(?:tắt|gọi|là)\s*(?:là|:)?\s*)?[\"'“”]?{}[\"'“”]?\s*[)\],;]"
# "CSDL (cơ sở dữ liệu)", "CSDL: cơ sở dữ liệu" in a list of abbreviations
_EXPLAINS = r"{}\s*(?:\(\s*[^\W\d_]+(?:\s+[^\W\d_]+)+|[:=]\s*[^\W\d_]+(?:\s+[^\W\d_]+))"


class AbbreviationFinder:
    """Knows the abbreviations that need no explanation."""

    def __init__(self, words: SlipWords) -> None:
        self._known = frozenset(words.abbreviations_known)

    def find(self, texts: Sequence[Written]) -> Iterator[Slip]:
        """Yield the first use of each abbreviation that is explained nowhere in the texts."""
        whole = "\n".join(written.text for written in texts)
        seen: set[str] = set()
        for n, written in enumerate(texts):
            for match in () if written.loud else _SHORT.finditer(written.text):
                short = match[0]
                if short in seen or written.named(*match.span()) or _shouted(written.text, *match.span()):
                    continue
                seen.add(short)
                if short not in self._known and not _ROMAN.fullmatch(short) and not _explained(short, whole):
                    yield Slip("abbreviation", n, *match.span())


def _shouted(text: str, start: int, end: int) -> bool:
    """Return whether a word in capitals stands beside another: `VIỆT NAM`."""
    beside = (_BEFORE.search(text, max(start - 20, 0), start), _AFTER.match(text, end))
    return any(match and match[1].isalpha() and match[1].isupper() for match in beside)


def _explained(short: str, whole: str) -> bool:
    form = re.escape(short)
    return bool(re.search(_EXPLAINED.format(form), whole) or re.search(rf"(?<!\w){_EXPLAINS.format(form)}", whole))
