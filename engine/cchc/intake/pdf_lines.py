"""Words of a PDF page -> lines: what stands on one baseline without a wide gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cchc.intake.notes import raised
from cchc.intake.pdf_words import Word
from cchc.vietnamese.spelling import compose

# Wider than this many letters is the space between columns; a justified line does not stretch that far.
_COLUMN = 3.0


@dataclass(frozen=True, eq=False)
class Line:
    """Words on one baseline; `page` counts from 1, `at` is the place of its first word in the order of writing."""

    words: tuple[Word, ...]
    page: int
    at: int

    @cached_property
    def main(self) -> Word:
        """The word that tells baseline and size: the longest of the largest."""
        return max(self.words, key=lambda word: (round(word.size, 1), len(word.text)))

    @property
    def x0(self) -> float:
        """Left end, in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right end, in points."""
        return self.words[-1].x1

    @property
    def width(self) -> float:
        """Length in points."""
        return self.x1 - self.x0

    @property
    def y(self) -> float:
        """Baseline, upwards, in points."""
        return self.main.y

    @property
    def size(self) -> float:
        """Size of its letters, in points."""
        return self.main.size

    @cached_property
    def text(self) -> str:
        """The words with single spaces; raised digits as superscripts."""
        pieces: list[str] = []
        for n, word in enumerate(self.words):
            is_mark = word.text.isascii() and word.text.isdigit() and self.is_raised(word)
            glue = "" if n == 0 or word.glued or (is_mark and pieces) else " "
            pieces.append(glue + (raised(word.text) if is_mark else word.text))
        return compose("".join(pieces))

    def is_raised(self, word: Word) -> bool:
        """Tell whether a word is set smaller and higher than the rest."""
        return word.size < 0.85 * self.size and word.y > self.y + 0.1 * self.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(word.italic for word in self.words)


def lines_of(words: Iterable[tuple[int, Word]], page: int) -> list[Line]:
    """Return the lines of words given with their place in the order of writing."""
    result: list[Line] = []
    held: list[Word] = []
    start = 0
    for at, word in words:
        if held and not _same_line(held, word):
            result.append(Line(tuple(held), page, start))
            held = []
        if not held:
            start = at
        held.append(word)
    return [*result, Line(tuple(held), page, start)] if held else result


def in_order(lines: Sequence[Line]) -> bool:
    """Tell whether the order of writing is one to read in: down the page, now and then up to a next column."""
    ups = sum(after.y > before.y + before.size for before, after in pairwise(lines))
    return ups <= max(4, len(lines) // 8)


def _same_line(held: Sequence[Word], word: Word) -> bool:
    last = held[-1]
    main = max(held, key=lambda one: one.size)
    size = max(main.size, word.size)
    # A raised mark stands off the baseline of the rest, before it or after it.
    off = 0.6 if min(word.size, last.size) < 0.85 * size else 0.2
    level = min(abs(word.y - main.y), abs(word.y - last.y))
    return level < off * size and word.x0 > last.x1 - 0.5 * size and min(word.gap, word.x0 - last.x1) < _COLUMN * size
