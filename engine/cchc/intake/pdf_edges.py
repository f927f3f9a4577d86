"""What stands at the edges of PDF pages and is no part of the text: page numbers, running heads, footnotes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

from cchc.intake.joining import joined
from cchc.intake.notes import marks_in, note_in
from cchc.intake.pdf_lines import Line
from cchc.intake.pdf_page import Page
from cchc.intake.pdf_rules import Rule

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"(\d{1,2})(?=\s|[^\W\d])\s*")
_DIGITS = re.compile(r"\d+")
_SAME_HEIGHT = 3.0
_SMALLER = 0.93


@dataclass
class Note:
    """A footnote: its number, where it stands, its lines put together."""

    number: int
    page: int
    text: str


@dataclass
class Edges:
    """What was found at the edges; `body` are the lines of each page that are left."""

    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    body: list[list[Line]] = field(default_factory=list)


def without_edges(pages: Sequence[Page]) -> Edges:
    """Return the lines of the text and, apart from them, heads, feet and footnotes."""
    result = Edges()
    running = _page_numbers(pages) | _repeated(pages)
    size = _usual_size(pages)
    for page in pages:
        lines = [line for line in page.lines if line not in running]
        for line in page.lines:
            if line in running:
                above = not lines or line.y > max(other.y for other in lines)
                (result.headers if above else result.footers).append(line)
        result.body.append(_without_notes(page, lines, size, result.notes))
    return result


def _ends(page: Page, count: int) -> list[Line]:
    """Return the lines nearest to the top and the bottom of a page."""
    down = sorted(page.lines, key=lambda line: -line.y)
    return list(dict.fromkeys([*down[:count], *down[-count:]]))


def _page_numbers(pages: Sequence[Page]) -> set[Line]:
    """Return lone numbers at the top or bottom that count with the pages."""
    found = [(int(m[1]) - page.number, line) for page in pages for line in _ends(page, 1)
             if (m := _PAGE_NUMBER.fullmatch(line.text))]  # fmt: skip
    shifts = Counter(shift for shift, _ in found)
    return {line for shift, line in found if shift == 0 or shifts[shift] > 1}


def _repeated(pages: Sequence[Page]) -> set[Line]:
    """Return lines that stand at the same height of several pages with the same words; the outermost may count pages."""
    outermost = {line for page in pages for line in _ends(page, 1)}
    ends = [(_DIGITS.sub("", line.text) if line in outermost else line.text, line)
            for page in pages for line in _ends(page, 2)]  # fmt: skip
    enough = max(2, round(0.3 * len(pages)))

    def pages_like(text: str, line: Line) -> int:
        return len({other.page for words, other in ends if words == text and abs(other.y - line.y) < _SAME_HEIGHT})

    return {line for text, line in ends if any(c.isalpha() for c in text) and pages_like(text, line) >= enough}


def _usual_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_notes(page: Page, lines: Sequence[Line], usual: float, notes: list[Note]) -> list[Line]:
    """Move the footnotes of a page to `notes` and return the lines above them."""
    down = sorted(lines, key=lambda line: -line.y)
    first = len(down)
    while first > 0 and down[first - 1].size < _SMALLER * usual:
        first -= 1
    small = down[first:]
    marks = {number for line in down[:first] for _, number in marks_in(line.text)}
    start = next((n for n, line in enumerate(small) if _note(line, marks, page.rules)), len(small))
    rest = next((n for n, line in enumerate(small[:start]) if _below_rule(line, page.rules)), start)
    if notes and rest < start:
        # The separator with no mark below it: the end of a note of the page before.
        notes[-1].text = reduce(joined, (line.text for line in small[rest:start]), notes[-1].text)
    for line in small[start:]:
        note = _note(line, marks, page.rules)
        if note:
            notes.append(Note(note[0], page.number, note[1]))
        else:
            notes[-1].text = joined(notes[-1].text, line.text)
    taken = set(small[rest:] if notes else small[start:])
    return [line for line in lines if line not in taken]


def _note(line: Line, marks: Iterable[int], rules: Sequence[Rule]) -> tuple[int, str] | None:
    """Return number and text if a line begins a footnote: with a raised number, or one that has its mark above."""
    raised = note_in(line.text)
    if raised:
        return raised
    match = _NUMBER_FIRST.match(line.text)
    if match and (int(match[1]) in marks or _below_rule(line, rules)):
        return int(match[1]), line.text[match.end() :].strip()
    return None


def _below_rule(line: Line, rules: Sequence[Rule]) -> bool:
    """Tell whether a short line is drawn right above, from the left end of the text: the separator of footnotes."""
    return any(
        not rule.upright
        and 0.5 * line.size < rule.at - line.y < 3 * line.size
        and abs(rule.start - line.x0) < 2 * line.size
        and rule.end - rule.start < 25 * line.size
        for rule in rules
    )
