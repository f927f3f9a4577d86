"""Automatic numbers as printed: `I.`, `1.1.`, `a)`, `-`. Word keeps none of them in the text; they are counted again here."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cchc.wordml.counters import printed
from cchc.wordml.styles import Styles
from cchc.wordml.xml import child, children, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_NONE = "0"
_PLACEHOLDER = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_SYMBOL_FONT = re.compile(r"symbol|wingdings|webdings|courier", re.IGNORECASE)
_DASH = "-"
# These are the same sign in any font.
_PLAIN_SIGNS = frozenset("-+*–—•")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    """None: after every level above; 0: never; n: after the levels 1 to n only."""
    legal: bool = False
    style: str = ""
    symbol: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs name: what it counts with, shared by all lists of one `kind`, and where it starts anew."""

    kind: str
    levels: tuple[_Level, ...]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counted in reading order; `root` is that of its part `numbering`."""

    def __init__(self, root: "_Element | None", styles: Styles) -> None:
        self._styles = styles
        kinds = {value(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        nums = {value(one, "numId"): one for one in children(root, "num")}
        self._lists = {key: _list(one, kinds, nums, styles) for key, one in nums.items() if key != _NONE}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, paragraph: "_Element") -> str:
        """Count a paragraph and return its number as printed, "" where it has none."""
        key, level = self._where(paragraph)
        known = self._lists.get(key)
        if known is None:
            return ""
        counts = self._counts.setdefault(known.kind, [None] * _LEVELS)
        self._count(key, known, counts, level)
        return _text(known.levels, counts, level)

    def _where(self, paragraph: "_Element") -> tuple[str, int]:
        own = child(child(paragraph, "pPr"), "numPr")
        level = number(child(own, "ilvl"))
        named = child(own, "numId")
        if named is not None:
            return value(named), min(level or 0, _LEVELS - 1)
        style = self._styles.style_of(paragraph)
        key, of_style = self._styles.numbering(style)
        linked = self._linked_level(key, style)
        given = (one for one in (level, linked, of_style) if one is not None)
        return key, min(next(given, 0), _LEVELS - 1)

    def _linked_level(self, key: str, style: str) -> int | None:
        """Return the level that names the style, or one the style is based on: this wins over what the style says."""
        levels = self._lists[key].levels if key in self._lists else ()
        ids = (value(one, "styleId") for one in self._styles.chain(style))
        return next((i for one in ids for i, level in enumerate(levels) if one and level.style == one), None)

    def _count(self, key: str, known: _List, counts: list[int | None], level: int) -> None:
        anew = known.starts.get(level) if (key, level) not in self._begun else None
        self._begun.add((key, level))
        last = counts[level]
        start = known.levels[level].start if last is None else last + 1
        counts[level] = start if anew is None else anew
        # An item under none of the level above stands under a first one that is not printed.
        for upper in range(level):
            counts[upper] = known.levels[upper].start if counts[upper] is None else counts[upper]
        for deeper in range(level + 1, _LEVELS):
            restart = known.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None


def _text(levels: tuple[_Level, ...], counts: list[int | None], level: int) -> str:
    here = levels[level]
    if here.form == "bullet":
        return _bullet(here)

    def counted(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        count, form = counts[other], levels[other].form
        form = "none" if form == "bullet" else "decimal" if here.legal and form != "none" else form
        return printed(levels[other].start if count is None else count, form)

    return _PLACEHOLDER.sub(counted, here.text).strip()


def _bullet(level: _Level) -> str:
    """Return the sign of a list; letters of a sign font stand for a picture and are all read as a dash."""
    text = level.text.strip()
    is_picture = _PRIVATE_USE.search(text) or (level.symbol and text not in _PLAIN_SIGNS)
    return _DASH if text and is_picture else text


def _list(num: "_Element", kinds: dict[str, "_Element"], nums: dict[str, "_Element"], styles: Styles) -> _List:
    kind = _kind_of(num)
    abstract = kinds.get(kind)
    link = child(abstract, "numStyleLink")
    if link is not None:
        kind = _linked_kind(value(link), nums, styles) or kind
        abstract = kinds.get(kind)
    levels = {number(one, "ilvl"): _level(one) for one in children(abstract, "lvl")}
    starts: dict[int, int] = {}
    for override in children(num, "lvlOverride"):
        level = number(override, "ilvl") or 0
        other, start = child(override, "lvl"), number(child(override, "startOverride"))
        if other is not None:
            levels[level] = _level(other)
        if start is not None:
            starts[level] = start
    return _List(kind, tuple(levels.get(i, _Level()) for i in range(_LEVELS)), starts)


def _kind_of(num: "_Element | None") -> str:
    return value(child(num, "abstractNumId"))


def _linked_kind(style: str, nums: dict[str, "_Element"], styles: Styles) -> str:
    """Return the list behind a list style, which keeps its levels elsewhere."""
    return _kind_of(nums.get(styles.numbering(style)[0]))


def _level(element: "_Element") -> _Level:
    start, text, form, style = (child(element, key) for key in ("start", "lvlText", "numFmt", "pStyle"))
    # A format of newer programs stands beside the one that older ones can read.
    form = child(child(child(element, "mc:AlternateContent"), "mc:Fallback"), "numFmt") if form is None else form
    first = number(start)
    return _Level(
        1 if first is None else first,
        value(form) or "decimal",
        value(text),
        number(child(element, "lvlRestart")),
        is_on(child(element, "isLgl")),
        value(style),
        _has_symbol_font(element),
    )


def _has_symbol_font(level: "_Element") -> bool:
    fonts = child(child(level, "rPr"), "rFonts")
    return bool(_SYMBOL_FONT.search(value(fonts, "ascii")))
