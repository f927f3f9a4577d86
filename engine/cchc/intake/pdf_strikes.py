"""Letters with a line drawn through them: deleted text that a print of tracked changes still shows."""

from collections.abc import Sequence

from cchc.intake.pdf_letters import Letter
from cchc.intake.pdf_rules import Rule

_LOW, _HIGH = 0.15, 0.5
"""Between which parts of the size of a letter a line through it lies."""


def without_struck(letters: Sequence[Letter], rules: Sequence[Rule]) -> list[Letter]:
    """Return the letters that no line crosses; read on, a deleted number would run into the one that replaced it."""
    levels: dict[int, list[int]] = {}
    for n, letter in enumerate(letters):
        levels.setdefault(round(letter.y), []).append(n)
    tallest = max((letter.font.size for letter in letters), default=0.0)
    struck: set[int] = set()
    for rule in rules:
        if not rule.upright:
            below = range(round(rule.at - _HIGH * tallest) - 1, round(rule.at) + 1)
            near = [n for level in below for n in levels.get(level, ())]
            struck.update(_crossed(letters, near, rule))
    return [letter for n, letter in enumerate(letters) if n not in struck]


def _crossed(letters: Sequence[Letter], near: Sequence[int], rule: Rule) -> list[int]:
    found = [n for n in near if _crosses(rule, letters[n])]
    if not found:
        return []
    size = letters[found[0]].font.size
    # The border of a table may touch letters too, but goes on beyond them.
    before = min(letters[n].x0 for n in found) - rule.start
    after = rule.end - max(letters[n].x1 for n in found)
    return found if max(before, after) < size else []


def _crosses(rule: Rule, letter: Letter) -> bool:
    within = rule.start <= (letter.x0 + letter.x1) / 2 <= rule.end
    return within and _LOW * letter.font.size < rule.at - letter.y < _HIGH * letter.font.size
