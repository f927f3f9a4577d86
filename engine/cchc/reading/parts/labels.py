"""The number or letter that a heading or list item begins with, typed by hand or made by Word."""

import re
from dataclasses import dataclass

from cchc.model.blocks import Block
from cchc.vietnamese.spelling import spell

_ORDINALS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_EMPHASIS = r"[\s*_]*"
_PART = re.compile(r"(?P<word>phần|chương|mục)\s+(?:thứ\s+)?(?P<n>\w{1,5})\b\s*[.:)\-]*\s*")
_FORMS = (
    ("bracket", re.compile(r"\((?P<n>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*")),
    ("multi", re.compile(r"(?P<n>(?:[IVX]{1,4}|\d{1,2})(?:\.\d{1,2}){1,3})(?!\d)(?P<end>[.)/]?)\s+")),
    ("multi", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,2}\.[a-zđ])(?P<end>[.)/]?)\s+")),
    ("roman", re.compile(r"(?P<n>[IVX]{1,5})\s?(?P<end>[.)/:\-])\s*(?!\d|v\b)")),
    ("arabic", re.compile(r"(?P<n>\d{1,2})\s?(?P<end>[.)/]\-?)\s*(?![\d])")),
    ("upper", re.compile(r"(?P<n>[A-HĐ])(?P<end>[.)])\s+")),
    ("letter", re.compile(r"(?P<n>[a-zđ])\s?(?P<end>[.)/])\s*(?!\w\.)")),
)
_BULLET = re.compile(r"(?P<n>[-–—+*•▪●◦➢✓·])\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A number as printed: `style` tells the look that headings of one level share, `ordinal` counts within the level."""

    style: str
    ordinal: int
    printed: str
    typed: int
    """How many characters of the text it takes; 0 where Word made it."""

    @property
    def bullet(self) -> bool:
        """Whether it is a dash or dot that counts nothing."""
        return self.style.startswith("bullet")


def label_of(block: Block) -> Label | None:
    """Return the label that a block begins with, or None."""
    if block.number:
        number = block.number.strip()
        made = _parse(f"{number}. " if number[-1:].isalnum() else f"{number} ", 0)
        return Label(made.style, made.ordinal, made.printed, 0) if made else None
    lead = re.match(_EMPHASIS, block.text)
    skipped = lead.end() if lead else 0
    # Stars are emphasis only where a number follows; "* Nguyên nhân" is a bullet.
    found = _parse(block.text, skipped)
    return found if found and (not found.bullet or not skipped) else _parse(block.text, 0)


def _parse(text: str, start: int) -> Label | None:
    spelled = spell(text)
    part = _PART.match(spelled, start)
    if part and _value(part["n"].upper()):
        return Label(part["word"], _value(part["n"].upper()), text[start : part.end()].strip(" .:-"), part.end())
    for kind, form in _FORMS:
        match = form.match(text, start)
        if match:
            return _label(kind, match)
    bullet = _BULLET.match(text, start)
    return Label(f"bullet {bullet['n']}", 0, bullet["n"], bullet.end()) if bullet else None


def _label(kind: str, match: re.Match[str]) -> Label:
    number, end = match["n"], match.groupdict().get("end") or ""
    if kind == "multi":
        pieces = number.split(".")
        return Label(f"multi {len(pieces)}", _value(pieces[-1].upper()), number, match.end())
    value = _LETTERS.index(number.lower()) + 1 if kind in ("letter", "upper") else _value(number.upper())
    return Label(f"{kind} {end.rstrip('-')}", value, number, match.end())


def _value(word: str) -> int:
    """Return what a number, Roman number, letter or ordinal word counts; 0 if it is none of them."""
    if word.isdecimal():
        return int(word)
    if word and set(word) <= set(_ROMAN):
        values = [_ROMAN[c] for c in word]
        return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
    if len(word) == 1 and word.lower() in _LETTERS:
        return _LETTERS.index(word.lower()) + 1
    return _ORDINALS.get(word.lower(), 0)
