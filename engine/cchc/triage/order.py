"""The order in which a reader of the report comes upon its findings."""

import re
from collections.abc import Iterable, Sequence

from cchc.model.outcome import CheckResult
from cchc.model.place import Place

# What a place counts by; a number in a name or a date is no position.
_COUNTED = re.compile(r"^(?:trang|đoạn|bảng|dòng|gạch đầu dòng|mục) \d")
_BEFORE, _AFTER = -1, 1_000_000
_AHEAD = ("mở đầu", "toàn văn")


def by_place(outcomes: Iterable[CheckResult], parts: Sequence[str]) -> tuple[CheckResult, ...]:
    """Return findings in the reading order of the report, then the other outcomes as they came.

    `parts` are the headings in the order of the outline. A finding stands at the first of its places; one without any comes
    last, and those at one place stay in the order of the rules.
    """
    every = tuple(outcomes)
    rank = {part: n for n, part in enumerate(parts)}
    findings = sorted((o for o in every if o.outcome == "fail"), key=lambda o: _position(o, rank))
    return (*findings, *(o for o in every if o.outcome != "fail"))


def _position(outcome: CheckResult, rank: dict[str, int]) -> tuple[int, tuple[int, ...]]:
    if not outcome.places:
        return _AFTER + 1, ()
    first = outcome.places[0]
    return rank.get(first.part, _BEFORE if first.part in _AHEAD else _AFTER), _inside(first)


def _inside(place: Place) -> tuple[int, ...]:
    if place.detail is None:
        return ()
    counted = _COUNTED.match(place.detail)
    return tuple(int(number) for number in re.findall(r"\d+", place.detail)) if counted else (_AFTER,)
