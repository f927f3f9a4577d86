"""Part V: what the report asks for, of whom, and since when."""

from collections.abc import Iterable, Iterator
from datetime import date

from cchc.model.report import Statement
from cchc.reading.passage import Passage
from cchc.reading.said.addressees import addressees_in
from cchc.reading.said.items import Item, items, statement
from cchc.reading.said.sayings import Sayings
from cchc.vietnamese.dates import dates_in

# Between the words "đã có Công văn" and the date of the letter stands its number and no more; its request follows.
_NUMBER = 60
_REQUEST = 80


def read_requests(passages: Iterable[Passage], said: Sayings) -> Iterator[Statement]:
    """Yield the recommendations of Part V. A line such as "1. Đối với UBND tỉnh:" addresses the items under it."""
    lead: tuple[str, ...] = ()
    depth = ""
    every = items(passages)
    for item, following in zip(every, (*every[1:], None), strict=False):
        if said.nothing.covers(item.text):
            continue
        if item.leads or _is_title(item, following, said):
            lead, depth = addressees_in(item.text.rstrip(" :"), said), item.depth
        else:
            lead = () if item.depth == depth else lead
            yield _request(item, lead, said)


def _is_title(item: Item, following: Item | None, said: Sayings) -> bool:
    """Return whether an item is no request and only names the body asked: "1. UBND tỉnh", with items below it."""
    names = addressees_in(item.text, said)
    return (
        following is not None
        and following.depth != item.depth
        and bool(names)
        and len(item.text.split()) < 12
        and (item.text.rstrip(" .").endswith(names[-1]))
    )


def _request(item: Item, lead: tuple[str, ...], said: Sayings) -> Statement:
    text = item.head.block.text
    spans = item.spans
    quoted = next((s for s in spans if said.requests.any(text, *s)), spans[0])
    found = statement("recommendation", said.topics.about(item.text), item.head, quoted)
    return found.model_copy(
        update={
            "addressees": addressees_in(item.text, said) or lead,
            "first_asked": _first_letter(item.text, said),
            "asked_before": said.asked_before.any(item.text),
        }
    )


def _first_letter(text: str, said: Sayings) -> date | None:
    """Return the date of the earliest letter with which the unit itself has asked, as the item cites it."""
    letters = [hit.end for hit in said.own_letters.find(text)]
    days = [d for d in dates_in(text) if d.day and any(0 < d.start - end < _NUMBER for end in letters)]
    asked = [d.day for d in days if d.day and said.requests.any(text, d.end, d.end + _REQUEST)]
    return min(asked, default=None)
