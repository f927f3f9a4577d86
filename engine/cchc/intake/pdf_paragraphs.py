"""Lines of a PDF page -> paragraphs, by what fits on a line, indents and the space between lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median

from cchc.intake.joining import broken, goes_on, is_item, joined
from cchc.intake.pdf_lines import Line

# An indent is wider than this part of a letter's size; so much more than the usual leading is a gap.
_INDENT, _GAP = 0.6, 1.22
# The first line of a paragraph is indented by up to so many letters' sizes.
_WIDE_INDENT = 3.2
_USUAL_LEADING = 1.3
_NARROWEST = 22
_ENDS = tuple(".;:!?")


@dataclass(frozen=True)
class Margins:
    """Left and right edge of the text in points; `leading` is the distance of its lines in sizes of their letters."""

    left: float
    right: float
    leading: float

    def full(self, line: Line, after: Line) -> bool:
        """Tell whether the first word of the next line would not have fitted on this one."""
        word = after.words[0]
        first = word.x1 - word.x0 + 0.2 * line.size
        free = self.right - line.x1
        if self.centered(line):
            free += line.x0 - self.left
        return first > free - 0.1 * line.size

    def centered(self, line: Line) -> bool:
        """Tell whether a line stands in the middle, further off both edges than an indent."""
        return line.x0 - self.left > _WIDE_INDENT * line.size and self.amid(line)

    def amid(self, line: Line) -> bool:
        """Tell whether a line is as far from the left edge as from the right."""
        before, behind = line.x0 - self.left, self.right - line.x1
        return abs(before - behind) < 0.04 * (self.right - self.left)


@dataclass(frozen=True)
class Paragraph:
    """Lines that are read as one, with the margins of the page they stand on."""

    lines: tuple[Line, ...]
    margins: Margins

    @property
    def text(self) -> str:
        """The lines put together."""
        return reduce(joined, (line.text for line in self.lines))

    @property
    def centered(self) -> bool:
        """Whether its lines stand in the middle of the page."""
        return all(map(self.margins.amid, self.lines)) and any(map(self.margins.centered, self.lines))


def margins_of(lines: Sequence[Line], fallback: Margins | None = None) -> Margins:
    """Return the margins of a page; of one with few lines those of the fullest page, if they hold it."""
    if not lines:
        return fallback or Margins(0, 0, 0)
    left = _shared([line.x0 for line in lines], [line.size for line in lines])
    right = -_shared([-line.x1 for line in lines], [line.size for line in lines])
    # The longest of a few short lines is no full line.
    right = max(right, left + _NARROWEST * median(line.size for line in lines))
    if fallback and len(lines) < 8 and left >= fallback.left - 2 and right <= fallback.right + 2:
        return fallback
    return Margins(left, right, _leading(lines, Margins(left, right, 0), fallback))


def _leading(lines: Sequence[Line], edges: Margins, fallback: Margins | None) -> float:
    """Return the distance of lines within paragraphs: behind a line that is full."""
    steps = [(a.y - b.y) / a.size for a, b in pairwise(lines) if edges.full(a, b) and abs(a.size - b.size) < 0.1]
    steps = [step for step in steps if 0 < step < 3]
    if len(steps) < 3 and fallback:
        return fallback.leading
    return median(steps) if steps else _USUAL_LEADING


def _shared(edges: Sequence[float], sizes: Sequence[float]) -> float:
    """Return the outermost edge that several lines share, or the outermost."""
    near = 0.3 * median(sizes)
    for edge in sorted(edges):
        if sum(0 <= other - edge <= near for other in edges) >= min(3, len(edges)):
            return edge
    return min(edges)


def paragraphs(lines: Sequence[Line], margins: Margins) -> list[Paragraph]:
    """Return the lines of a page, in reading order, as paragraphs."""
    result: list[list[Line]] = []
    for line in lines:
        if result and _continues(result[-1], line, margins):
            result[-1].append(line)
        else:
            result.append([line])
    return [Paragraph(tuple(held), margins) for held in result]


def _continues(held: Sequence[Line], line: Line, margins: Margins) -> bool:
    last = held[-1]
    step, usual = last.y - line.y, _GAP * margins.leading * line.size
    if step <= 0 or step > max(usual, _GAP * _own_step(held)):
        return False
    if abs(line.size - last.size) > 0.1 * last.size or not _aligned(held, line, margins):
        return False
    if _numbers(last, line):
        return False
    if not margins.full(last, line):
        # A line broken by hand within a sentence.
        return step < usual and broken(last.text, line.text)
    # "(2)" within a sentence is no item: it counts on.
    if (
        is_item(line.text)
        and not line.text.startswith("(")
        and (last.text.endswith(_ENDS) or line.x0 > margins.left + _INDENT * line.size)
    ):
        return False
    return goes_on(line.text) or not _other_hand(last, line)


def _numbers(last: Line, line: Line) -> bool:
    """Tell whether two lines are numbers: in a narrow cell one that was broken looks like two, and is not to be guessed."""
    return len(last.words) == 1 and last.text[-1:].isdigit() and line.text[:1].isdigit()


def _other_hand(last: Line, line: Line) -> bool:
    """Tell whether one of two lines is all bold and the other has nothing bold: a heading and its text."""
    return (last.bold and not any(word.bold for word in line.words)) or (
        line.bold and not any(word.bold for word in last.words)
    )


def _own_step(held: Sequence[Line]) -> float:
    return held[-2].y - held[-1].y if len(held) > 1 else 0.0


def _aligned(held: Sequence[Line], line: Line, margins: Margins) -> bool:
    """Tell whether a line begins where the next line of the paragraph must: no new indent, no other column."""
    last = held[-1]
    if margins.amid(last) and margins.amid(line) and (margins.centered(line) or margins.centered(last)):
        return True
    indent, room = line.x0 - last.x0, _INDENT * line.size
    if abs(indent) < room:
        return True
    return len(held) == 1 and (-_WIDE_INDENT * line.size < indent < 0 or _hanging(last, line))


def _hanging(first: Line, line: Line) -> bool:
    """Tell whether the second line stands under the text of an item that begins with its mark."""
    if not is_item(first.text) or len(first.words) < 2:
        return False
    below = abs(line.x0 - first.words[1].x0) < _INDENT * line.size
    return below or (line.x0 - first.x0 < _WIDE_INDENT * line.size and not first.text.endswith(_ENDS))


def over_page(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether the first paragraph of a page is the rest of the last one of the page before."""
    last, line = before.lines[-1], after.lines[0]
    if abs(last.size - line.size) > 0.1 * last.size:
        return False
    if broken(last.text, line.text):
        return True
    if is_item(line.text) or before.centered or after.centered or last.bold != line.bold:
        return False
    if not before.margins.full(last, line) or (_lone_item(before) and line.text[:1].isupper()):
        return False
    room = _INDENT * line.size
    indent = (line.x0 - after.margins.left) - (last.x0 - before.margins.left)
    if last.text.endswith(_ENDS):
        # A sentence ends with the page: only where paragraphs begin with an indent is it told from a new paragraph.
        return before.lines[0].x0 > last.x0 + room and abs(indent) < room
    return abs(indent) < room or (len(before.lines) == 1 and indent < room)


def _lone_item(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is one line that begins with a mark: as likely a heading as the start of a sentence."""
    return len(paragraph.lines) == 1 and is_item(paragraph.text)
