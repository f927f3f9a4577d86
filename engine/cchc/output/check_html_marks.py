"""The words of one block with marks around those that findings are about: no character is added, lost or moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc.model.blocks import Block
from cchc.output.check_html_spots import Found, Spot
from cchc.output.check_html_words import ORDER, SHAPES, Say
from cchc.output.scorecard_html_markup import tag
from cchc.output.words import severity_word

if TYPE_CHECKING:
    from cchc.output.scorecard_html_markup import Child


@dataclass(frozen=True)
class Marks:
    """The marks on the blocks of one report; `key` begins every anchor of the report on the page."""

    key: str
    at: dict[int, list[tuple[Spot, Found]]]
    say: Say

    @classmethod
    def of(cls, found: Sequence[Found], key: str, say: Say) -> "Marks":
        """Return the marks of findings, by block."""
        at: dict[int, list[tuple[Spot, Found]]] = {}
        for one in found:
            for spot in one.marks:
                at.setdefault(spot.block, []).append((spot, one))
        return cls(key, at, say)

    def anchor(self, found: Found, spot: Spot) -> str:
        """Return the anchor of a mark: that of the number behind the words."""
        return f"{self.key}-m{found.number}-{found.marks.index(spot) + 1}"

    def card(self, found: Found) -> str:
        """Return the anchor of what is said about a finding."""
        return f"{self.key}-f{found.number}"

    def words(self, position: int, block: Block) -> "Iterator[Child]":
        """Yield the text of a block cut where marks and footnote marks stand; what is not text is of class `tag`."""
        spots = self.at.get(position, [])
        length, last = len(block.text), 0
        notes = [(min(at, length), number) for at, number in block.marks]
        bounds = {0, length, *(at for at, _ in notes), *(edge for spot, _ in spots for edge in (spot.start, spot.end))}
        for at in sorted(bounds):
            yield _marked(block.text[last:at], [f for s, f in spots if s.start <= last and at <= s.end])
            yield from (self._note(number) for where, number in notes if where == at)
            yield from (self._number(spot, found) for spot, found in spots if spot.end == at)
            last = at

    def _number(self, spot: Spot, found: Found) -> "Child":
        severity = found.outcome.severity
        label = self.say("finding", severity=severity_word(severity, self.say.lang), n=found.number)
        text = f"{SHAPES[severity]}{found.number}"
        return tag(
            "a",
            text,
            class_=f"tag {severity}",
            id=self.anchor(found, spot),
            href=f"#{self.card(found)}",
            aria_label=label,
        )

    def _note(self, number: int) -> "Child":
        return tag("sup", tag("a", str(number), href=f"#{self.key}-n{number}"), class_="tag")


def _marked(text: str, found: Sequence[Found]) -> "Child":
    if not text or not found:
        return text or None
    severities = {one.outcome.severity for one in found}
    return tag("mark", text, class_=next(severity for severity in ORDER if severity in severities))
