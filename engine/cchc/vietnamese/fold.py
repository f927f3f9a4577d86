"""Fold Vietnamese text so that spellings people use for the same word compare equal."""

import unicodedata

_OLD_TONES = str.maketrans({"Ð": "Đ", "ð": "đ", "ǎ": "ă", "Ǎ": "Ă", "’": "'", "‘": "'", "“": '"', "”": '"'})


def fold(text: str) -> str:
    """Return `text` without marks, case and repeated spaces: `Sở  Nội vụ` and `so noi vu` become equal.

    Removing the tone marks also makes both placements of a tone (`hoà`, `hòa`) equal.
    """
    plain = unicodedata.normalize("NFD", text.translate(_OLD_TONES))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(bare.replace("đ", "d").replace("Đ", "D").casefold().split())
