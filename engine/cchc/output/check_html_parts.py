"""The findings of a structured report, which has no text: part by part, each with its quotes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from cchc.model.outcome import SEVERITIES, CheckResult
from cchc.output.check_html_finding import card
from cchc.output.check_html_marks import Marks
from cchc.output.check_html_spots import Found, ReportText
from cchc.output.scorecard_html_markup import tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_TEXT = ReportText((), {})


def by_part(outcomes: Sequence[CheckResult], parts: Mapping[str, str]) -> list[Found]:
    """Return the failed checks numbered in the order of the parts they are about; `parts`: titles in order."""
    order = {part: n for n, part in enumerate(parts)}
    failed = [o for o in outcomes if o.outcome == "fail"]
    failed.sort(key=lambda o: (order.get(_part(o), -1), _part(o), -SEVERITIES.index(o.severity), o.code))
    return [Found(n, outcome, {}, None) for n, outcome in enumerate(failed, 1)]


def parts_with(found: Sequence[Found], parts: Mapping[str, str], marks: Marks) -> "Iterator[_Element]":
    """Yield the findings under a heading for each part; `parts`: the title of each part that the outline has."""
    for part, some in groupby(found, lambda one: _part(one.outcome)):
        title = f"{part}. {parts[part]}" if part in parts else part[:1].upper() + part[1:]
        yield tag("h3", title or marks.say("general"))
        yield tag("div", *(card(one, _NO_TEXT, marks) for one in some), class_="general")


def _part(outcome: CheckResult) -> str:
    return next((place.part for place in outcome.places), "")
