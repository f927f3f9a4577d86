"""Find the title of a report: the line BÁO CÁO and what the report says it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.model.blocks import Block
from cchc.reading.parts.headings import loud
from cchc.reading.parts.labels import label_of
from cchc.vietnamese.named_periods import named_periods
from cchc.vietnamese.spelling import spell

_REACH = 60
_MOST_BLOCKS = 4
_MOST_WORDS = 60
_NOT_TITLE = ("căn cứ", "thực hiện", "kính gửi", "theo ", "ngày ", "triển khai", "nơi nhận")


@dataclass(frozen=True, slots=True)
class Title:
    """The title: the block of BÁO CÁO, the last block of the title, its words, and the lines in brackets under it."""

    first: int
    last: int
    text: str | None
    brackets: tuple[str, ...] = ()


def title_of(blocks: Sequence[Block]) -> Title | None:
    """Return the title of a report, or None where no line of it begins with BÁO CÁO as a title does."""
    for n, block in enumerate(blocks[:_REACH]):
        lines = [line.strip(" *_#\t") for line in block.text.split("\n")]
        for k, line in enumerate(lines):
            if _heads(line, block):
                return _title(blocks, n, [line[len("BÁO CÁO") :], *lines[k + 1 :]])
    return None


def _heads(line: str, block: Block) -> bool:
    """Return whether a line begins the title: in capitals, or in small letters on a page whose heading it is."""
    words = spell(line)
    if not words.startswith("báo cáo") or words.startswith("báo cáo viên"):
        return False
    return loud(line[: len("báo cáo")]) or (block.heading == 1 and bool(named_periods(line)))


def _title(blocks: Sequence[Block], first: int, own: Sequence[str]) -> Title:
    lines, last = list(_said(own)), first
    for n in range(first + 1, min(first + 1 + _MOST_BLOCKS, len(blocks))):
        block = blocks[n]
        if not _goes_on(block, bool(lines)):
            break
        lines += _said(block.text.split("\n"))
        last = n
    words = [line for line in lines if not line.startswith("(")]
    brackets = tuple(line for line in lines if line.startswith("("))
    text = " ".join(words).strip()
    return Title(first, last, f"{text[:1].upper()}{text[1:]}" or None, brackets)


def _goes_on(block: Block, begun: bool) -> bool:
    words = spell(block.text).strip(" *_(")
    label = label_of(block)
    if (
        block.kind == "textbox"
        or words.startswith(_NOT_TITLE)
        or len(words.split()) > _MOST_WORDS
        or (label and not label.bullet)
    ):
        return False
    return not begun or block.bold or block.centered or block.text.lstrip().startswith("(")


def _said(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that say something: no rules of dashes, no report number."""
    for line in lines:
        stripped = line.strip(" *_:\t")
        if any(c.isalpha() for c in stripped) and not spell(stripped).startswith("số"):
            yield stripped
