"""The signature: by what authority it is given, and whether a name stands under it. Names are never kept."""

import re
from collections.abc import Sequence

from cchc.model.blocks import Block, Format
from cchc.packs.reading_schema import Agencies
from cchc.reading.header.head import columns
from cchc.vietnamese.fold import fold
from cchc.vietnamese.spelling import spell

_WHOLE: tuple[Format, ...] = ("docx", "pdf")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")
_NOT_NAMES = ("noi nhan", "luu", "phu luc", "da ky", "ky ten", "chu ky", "xac nhan", "ghi chu", "bieu", "bang", "nguoi")
_SIGNED = re.compile(r"đã (?:ký|kí|lược)")
_LETTERS = re.compile(r"\b(q|kt|tm|tl|tuq)(?=\.|\s)")


def sign_authority(position: str | None) -> str | None:
    """Return the authority before the position: `KT.`, `TM., KT.`, "" for one who signs for himself; None without position."""
    if position is None:
        return None
    found = [match[1].upper() + "." for line in position.split(" / ") if (match := _LETTERS.match(fold(line)))]
    return ", ".join(found)


def signer_named(blocks: Sequence[Block], position: str | None, words: Agencies, made_as: Format) -> bool | None:
    """Return whether a name stands after the position; None where the position was not found or the copy may lack the name."""
    if position is None:
        return None
    last = position.rsplit(" / ", maxsplit=1)[-1]
    lines = [line for block in blocks for line in columns(block.text)]
    at = max((n for n, line in enumerate(lines) if line.strip(" *_,") == last), default=None)
    if at is None:
        return None
    under = lines[at + 1 :]
    if any(_is_name(line, words) for line in under):
        return True
    # "(đã ký)" without a name is a copy for others to see, from which the name was taken.
    signed = any(_SIGNED.search(spell(line)) for line in under)
    return False if made_as in _WHOLE and not signed else None


def _is_name(line: str, words: Agencies) -> bool:
    plain = " ".join(line.split())
    if not _NAME.fullmatch(plain) or fold(plain).startswith(_NOT_NAMES):
        return False
    position = any(spell(plain).startswith(one) for one in words.positions)
    return not position and all(word[0].isupper() for word in plain.split())
