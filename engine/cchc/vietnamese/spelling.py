"""One spelling for the ways people type the same Vietnamese word, marks kept: `Số hoá` and `số hóa` become equal."""

import re
import unicodedata
from functools import lru_cache

_LOOK_ALIKE = str.maketrans(
    {
        "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ǎ": "ă", "Ǎ": "Ă", "ľ": "ĩ",
        "‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "…": ".",
        "ﬀ": "f", "％": "%", "：": ":", "；": ";", "，": ",", "（": "(", "）": ")",
    }
)  # fmt: skip
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Both placements of the tone are in use for these endings; the newer one (on the second vowel) is kept.
_PAIRS = ("oa", "oe", "uy")


def _moves() -> dict[str, str]:
    def toned(letter: str, tone: str) -> str:
        return unicodedata.normalize("NFC", letter + tone)

    return {toned(a, tone) + b: a + toned(b, tone) for a, b in map(tuple, _PAIRS) for tone in _TONES}


_MOVES = _moves()
_OLD_PLACE = re.compile(r"(?<!q)(?:" + "|".join(_MOVES) + r")\b")
_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
# After these letters alone y and i are one sound: kỹ/kĩ, lý/lí, mỹ/mĩ, sỹ/sĩ, tỷ/tỉ, quý/quí.
_LONE_Y = re.compile(r"\b(?:[hklmst]|qu)[yýỳỷỹỵ]\b")


def compose(text: str) -> str:
    """Return `text` in composed form (NFC), the form every block and quote has."""
    return unicodedata.normalize("NFC", text)


def _lower(text: str) -> str:
    whole = text.lower()
    if len(whole) == len(text):
        return whole
    # A letter such as İ becomes two: it stays as it is.
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


# Every reader of a block asks for its spelling again.
@lru_cache(maxsize=2048)
def spell(text: str) -> str:
    """Return composed `text` in lower case and one spelling. The result has as many characters: offsets stay true."""
    lower = _lower(text.translate(_LOOK_ALIKE))
    placed = _OLD_PLACE.sub(lambda m: _MOVES[m[0]], lower)
    return _LONE_Y.sub(lambda m: m[0].translate(_Y), placed)
