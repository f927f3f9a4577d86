"""The letters of a PDF page with their position and style, as PDFium gives them."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium

_BOLD = re.compile(r"bold|black|heavy|[-,]bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_HYPHENS = (0x02, 0xFFFE)


@dataclass(frozen=True, slots=True)
class Font:
    """How letters are set: size in points, style, how many quarters they are turned (None: not by quarters)."""

    size: float
    bold: bool
    italic: bool
    quarter: int | None
    hidden: bool
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its tones, from `x0` to `x1` on the baseline `y`, in points."""

    text: str
    x0: float
    x1: float
    y: float
    font: Font


@dataclass
class Letters:
    """The letters of a page in the order they were written, and what is known of how they are set.

    `quarter` is how many quarter turns the text stands to the left; positions are turned upright. `hidden` counts the
    letters that are not painted (a recognised scan), `unknown` those that have no Unicode value, `count` all painted or not.
    """

    letters: list[Letter] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    quarter: int = 0
    count: int = 0
    hidden: int = 0
    unknown: int = 0


def letters_of(textpage: Any) -> Letters:
    """Return the letters of a page; those at an angle to the others (a watermark) are left out."""
    letters = list(_letters(textpage))
    painted = [letter for letter in letters if letter.text.strip()]
    turns = Counter(letter.font.quarter for letter in painted if letter.font.quarter is not None)
    quarter = turns.most_common(1)[0][0] if turns else 0
    return Letters(
        letters=_whole(letter for letter in letters if letter.font.quarter == quarter),
        fonts={letter.font.name for letter in painted},
        quarter=quarter,
        count=len(painted),
        hidden=sum(letter.font.hidden for letter in painted),
        unknown=sum(map(_unknown, painted)),
    )


def turned(x: float, y: float, quarter: int) -> tuple[float, float]:
    """Return a position on the page as it is when text turned by quarters stands upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _unknown(letter: Letter) -> bool:
    return any(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in letter.text)


def _letters(textpage: Any) -> Iterator[Letter]:
    """Yield the characters that stand in the file, not those that PDFium makes up between them."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    fonts: dict[int | None, Font] = {}
    for n in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, n)
        run = pdfium.FPDFText_GetTextObject(textpage, n)
        if not run or (code in (10, 13) and pdfium.FPDFText_IsGenerated(textpage, n)):
            continue
        key = ctypes.cast(run, ctypes.c_void_p).value
        font = fonts.get(key) or fonts.setdefault(key, _font(textpage, n, run))
        pdfium.FPDFText_GetLooseCharBox(textpage, n, box)
        pdfium.FPDFText_GetCharOrigin(textpage, n, x, y)
        a, _ = turned(box.left, box.bottom, font.quarter or 0)
        b, _ = turned(box.right, box.top, font.quarter or 0)
        yield Letter(_character(code), min(a, b), max(a, b), turned(x.value, y.value, font.quarter or 0)[1], font)


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _font(textpage: Any, n: int, run: Any) -> Font:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, n, matrix)
    size = pdfium.FPDFText_GetFontSize(textpage, n) * math.hypot(matrix.c, matrix.d)
    turn = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    font = pdfium.FPDFTextObj_GetFont(run)
    name = _name(font)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(run)
    angle = ctypes.c_int()
    slanted = bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
    return Font(
        size=size or 1.0,
        # Letters that are filled and outlined are how programs make bold without a bold font.
        bold=_BOLD.search(name) is not None
        or pdfium.FPDFFont_GetWeight(font) >= 600
        or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
        italic=slanted or _ITALIC.search(name) is not None,
        quarter=round(turn) % 4 if abs(turn - round(turn)) < 0.02 else None,
        hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        name=name,
    )


def _name(font: Any) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if length <= 0:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _whole(letters: Iterable[Letter]) -> list[Letter]:
    """Return the letters with their tones: in decomposed text a tone is drawn by itself, often from another font."""
    result: list[Letter] = []
    for letter in letters:
        if result and letter.text and unicodedata.combining(letter.text[0]):
            base = result[-1]
            result[-1] = replace(base, text=base.text + letter.text, x1=max(base.x1, letter.x1))
        else:
            result.append(letter)
    return result
