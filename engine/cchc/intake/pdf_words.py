"""Letters of a PDF page -> words: what stands between spaces, of one style."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.intake.pdf_letters import Letter

# Less than this much of the size of the letters is no space between words.
_GLUED = 0.12


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it begins and ends, its baseline (upwards, in points), and how much is free before it.

    `glued` words follow the one before without a space; `gap` is what neither letters nor typed spaces fill.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    glued: bool
    gap: float


def words_of(letters: Sequence[Letter]) -> Iterator[Word]:
    """Yield the words: letters between spaces, of one size and on one line."""
    held: list[Letter] = []
    glued, gap, end = False, math.inf, -math.inf
    for letter in letters:
        if not letter.text.strip():
            # A space counts for what it fills when it stands on the line of the word before it.
            if held:
                yield _word(held, glued, gap)
                end, held = held[-1].x1, []
            glued, end = False, max(end, letter.x1)
            continue
        if held and not _together(held[-1], letter):
            yield _word(held, glued, gap)
            glued, end = _touching(held[-1], letter), held[-1].x1
            held = []
        if not held:
            gap = letter.x0 - end
        held.append(letter)
    if held:
        yield _word(held, glued, gap)


def _together(before: Letter, after: Letter) -> bool:
    same = before.font is after.font or before.font == after.font
    return same and abs(before.y - after.y) < 0.1 * after.font.size and _touching(before, after)


def _touching(before: Letter, after: Letter) -> bool:
    size = max(before.font.size, after.font.size)
    # Letters may overlap ("V." is set close), but not by a whole letter.
    return -0.4 * size < after.x0 - before.x1 < _GLUED * size and abs(before.y - after.y) < 0.6 * size


def _word(letters: list[Letter], glued: bool, gap: float) -> Word:
    first = letters[0]
    font = first.font
    text = "".join(letter.text for letter in letters)
    return Word(text, first.x0, letters[-1].x1, first.y, font.size, font.bold, font.italic, glued, gap)
