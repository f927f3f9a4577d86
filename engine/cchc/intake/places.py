"""Names of the places of blocks: as people cite them, no two alike in a document."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from cchc.model.blocks import Block


def with_own_places(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks, a place that occurs again told apart by a count: `chú thích 1`, `chú thích 1 (2)`."""
    seen: Counter[str] = Counter()
    result = []
    for block in blocks:
        seen[block.place] += 1
        again = seen[block.place]
        result.append(block if again == 1 else replace(block, place=f"{block.place} ({again})"))
    return tuple(result)


def after_body(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with footnotes, then headers and footers behind the body, each kind in its order."""
    order = {"footnote": 1, "header": 2, "footer": 3}
    return sorted(blocks, key=lambda block: order.get(block.kind, 0))
