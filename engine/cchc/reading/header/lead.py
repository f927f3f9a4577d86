"""The period of a text that has no title to name it: that of its first sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cchc.model.period import Period
from cchc.reading.passage import Passage
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.named_periods import NamedPeriod, named_periods
from cchc.vietnamese.spelling import spell

_FIRST_BLOCKS = 6
_BACK = 24
# A document is of the year it is for, whatever the report's own period: "Kế hoạch cải cách hành chính năm 2025".
_DOCUMENT = re.compile(
    r"kế hoạch|nghị quyết|nghị định|quyết định|chương trình|đề án|chỉ thị|công văn|thông báo|dự toán|chỉ tiêu"
)
_PIECE = re.compile(r"[.,;:()\n](?!\d)")
_NOT_OWN = ("so với", "cùng kì", "trước", "kế hoạch", "giai đoạn", "nghị", "quyết định", "chỉ số")


def lead_period(passages: Sequence[Passage]) -> Period | None:
    """Return the first period that the first blocks name for their own numbers; a year not printed is that of a date."""
    texts = [p.block.text for p in passages if p.block.kind == "paragraph"][:_FIRST_BLOCKS]
    year = next(_years(texts), None)
    for text in texts:
        for named in named_periods(text):
            if _own(text, named) and (named.year or year):
                return named.period(year or 0)
    return None


def _own(text: str, named: NamedPeriod) -> bool:
    before = spell(text)[: named.start]
    near = before[max(0, named.start - _BACK) :]
    return not any(word in near for word in _NOT_OWN) and not _DOCUMENT.search(_PIECE.split(before)[-1])


def _years(texts: Iterable[str]) -> Iterator[int]:
    for text in texts:
        yield from (dated.year for dated in dates_in(text) if dated.year)
        yield from (named.year for named in named_periods(text) if named.year)
