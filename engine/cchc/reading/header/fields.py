"""Labels and values at the head of a form or a sheet: `Kỳ báo cáo | Tháng 3/2025`, `Đơn vị báo cáo: Sở Nội vụ`."""

from collections.abc import Sequence

from cchc.model.blocks import Block
from cchc.vietnamese.phrases import PhraseBook, words_in

_MOST_WORDS = 20


def field(blocks: Sequence[Block], labels: Sequence[str]) -> str | None:
    """Return what stands after the first of the labels: behind its colon, or in the next cell of its row."""
    book = PhraseBook((label, True) for label in labels)
    for block, following in zip(blocks, [*blocks, None][1:], strict=True):
        for line in block.text.split("\n"):
            hit = book.at(words_in(line), 0)
            if not hit or len(line.split()) > _MOST_WORDS:
                continue
            rest = line[hit[0].end :].strip()
            if rest.startswith(":") and rest.strip(": ."):
                return rest.strip(": ")
            if not rest.strip(": ") and following and _same_row(block, following):
                return following.text.strip() or None
    return None


def _same_row(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
