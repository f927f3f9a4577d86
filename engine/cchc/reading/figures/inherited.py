"""Numbers without a label of their own, which a scope or a time makes figures of the label before them."""

from collections.abc import Iterator, Sequence

from cchc.reading.figures.pairing import Pair, Pairing
from cchc.reading.figures.scan import Scan, hits_within

_BOUNDS = frozenset({",", ";", ".", "\n", "(", ")"})
_BY_SCOPE = 0.8
# Procedures are counted by the level that handles them: that is no scope of the count.
_BY_HANDLER = "procedures."
_NAMING = 4
# "Từ đầu năm" is a time, not a difference.
_BOUNDS_OF_TIME = frozenset({"từ", "lên"})


def inherited(scan: Scan, pairing: Pairing, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield numbers that only a scope or a time names, after a label before: `tiếp nhận 30 (cấp tỉnh 10, cấp xã 20)`."""
    used = {pair.number for pair in pairs}
    pairs = tuple(pairs)
    for number in pairing.numbers:
        percent = scan.numbers[number].kind == "percent"
        before = [
            p for p in pairs if p.number is not None and p.after <= number and percent == (p.figure.kind == "percent")
        ]
        pair = max(before, key=lambda p: p.after, default=None)
        if number in used or pair is None or pair.number is None or pair.figure.id.startswith(_BY_HANDLER):
            continue
        first, _ = clause(scan, number)
        here, there = scan.contexts[number], scan.contexts[pair.number]
        turned = (here.scope, here.span, here.period) != (there.scope, there.span, there.period)
        labelled = any(first <= at.first < number for at in pairing.labels)
        if turned and not labelled and _leads(scan, pairing, first, number):
            yield Pair(pair.figure, pair.label, number, first, number + 1, _BY_SCOPE, pair.at)


def _leads(scan: Scan, pairing: Pairing, first: int, number: int) -> bool:
    """Return whether a clause has nothing before its number but a scope or time and words that lead to the number."""
    lexicon, strange, i = pairing.lexicon, 0, first
    if any(hit.value not in _BOUNDS_OF_TIME for hit in hits_within(lexicon.changes, scan.words, first, number)):
        return False
    while i < number:
        books = (lexicon.connectors, lexicon.scopes, lexicon.year_to_date, lexicon.units)
        hits = [hit for book in books for hit in book.at(scan.words, i)]
        strange += not hits
        i = hits[0].after if hits else i + 1
    return strange <= _NAMING


def clause(scan: Scan, at: int) -> tuple[int, int]:
    """Return the first word of the clause that holds a word, and the word after its last."""
    first = after = at
    while first > 0 and scan.words[first - 1].text not in _BOUNDS:
        first -= 1
    while after < len(scan.words) and scan.words[after].text not in _BOUNDS:
        after += 1
    return first, max(after, at + 1)
