"""One report on the page: the verdict, what to mend first, the text with the findings, weaknesses, what is not known."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc.model.outcome import Outcome, ReportResult, Severity, Verdict, Weakness
from cchc.output.check_html_marks import Marks
from cchc.output.check_html_parts import by_part, parts_with
from cchc.output.check_html_spots import Found, ReportText, findings
from cchc.output.check_html_text import text_with
from cchc.output.check_html_words import ORDER, SHAPES, Say
from cchc.output.scorecard_html_markup import listed, tag
from cchc.output.words import severity_word, verdict_word

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child

VERDICT_CLASSES: Mapping[Verdict, str] = {"mend": "error", "undecided": "info", "explain": "warning", "pass": "good"}


@dataclass(frozen=True)
class Titles:
    """What figures are called by id, and the parts of a report by id in the order of the outline."""

    figures: Mapping[str, str]
    parts: Mapping[str, str]


def report_section(
    result: ReportResult, text: ReportText | None, titles: Titles, key: str, every: bool, say: Say
) -> "_Element":
    """Return everything about one report; without `text` the findings stand by part. `key` begins its anchors."""
    found = findings(result.outcomes, text) if text else by_part(result.outcomes, titles.parts)
    marks = Marks.of(found, key, say)
    told = text_with(found, text, marks) if text else parts_with(found, titles.parts, marks)
    return tag(
        "section",
        *_head(result, key, say),
        *_first(found, marks),
        tag("h3", say("parts")) if not text else None,
        tag("p", say("legend" if text else "no_text"), class_="quiet"),
        *told,
        *_weaknesses(result.weaknesses, found, marks),
        *_rest(result, text, titles, every, say),
        class_="checked",
    )


def counted(failed: Mapping[Severity, int], say: Say) -> str:
    """Return how many findings there are of each severity, each with its shape."""
    parts = (f"{SHAPES[s]} {severity_word(s, say.lang)}: {failed.get(s, 0)}" for s in ORDER)
    return " · ".join(parts)


def _head(result: ReportResult, key: str, say: Say) -> "Iterator[_Element]":
    yield tag("h2", f"{result.unit} · {result.period}", id=key)
    failed = Counter(o.severity for o in result.outcomes if o.outcome == "fail")
    verdict = tag("strong", verdict_word(result.verdict, say.lang))
    yield tag("p", verdict, " ", tag("span", counted(failed, say)), class_=f"verdict {VERDICT_CLASSES[result.verdict]}")
    lines = [say("file", file=result.file), say("read", found=result.read.found, expected=result.read.expected)]
    if len(result.outcomes) < result.checks:
        lines.append(say("chosen", n=len(result.outcomes), all=result.checks))
    yield tag("p", " ".join(lines), class_="quiet")


def _first(found: Sequence[Found], marks: Marks) -> "Iterator[_Element]":
    """Lists what must be mended and what may be explained, nothing that is settled: titles that lead to the findings."""
    errors, warnings = (
        [one for one in found if one.outcome.open and one.outcome.severity == s] for s in ("error", "warning")
    )
    for word, some in (("first", errors), ("then" if errors else "explain", warnings)):
        if some:
            links = (_link(one, marks) for one in some)
            yield tag("nav", tag("h3", marks.say(word, n=len(some))), listed(links), class_="first")
    if not found:
        yield tag("p", marks.say("none"))


def _link(one: Found, marks: Marks) -> "_Element":
    places = [place.part for place in one.outcome.places[:1]]
    text = f"{SHAPES[one.outcome.severity]}{one.number} {one.outcome.title}"
    return tag("span", tag("a", text, href=f"#{marks.card(one)}"), *(f" ({part})" for part in places))


def _weaknesses(weaknesses: Sequence[Weakness], found: Sequence[Found], marks: Marks) -> "Iterator[_Element]":
    cards = {one.outcome.code: marks.card(one) for one in found}
    if weaknesses:
        yield tag("h3", marks.say("weaknesses", n=len(weaknesses)))
    for weakness in weaknesses:
        texts = {step.id: step.text for step in weakness.chain}
        own = next((step for step in weakness.chain if step.id == weakness.id), None)
        lines = [("because", _reason(texts[reason], cards)) for reason in (own.because if own else ())]
        lines += [("cause", tag("span", one.text)) for one in weakness.cause]
        lines += [("action", tag("span", one.text)) for one in weakness.action]
        items = (tag("span", tag("b", f"{marks.say(word)}: "), text) for word, text in lines)
        yield tag("div", tag("h4", weakness.title), listed(items), class_="weakness")


def _reason(text: str, cards: Mapping[str, str]) -> "_Element":
    """Return a reason; one that is a finding ("ONL301: 18/141 …") leads to it."""
    code, colon, rest = text.partition(":")
    if not colon or code not in cards:
        return tag("span", text)
    return tag("span", tag("a", code, href=f"#{cards[code]}"), colon, rest)


def _rest(result: ReportResult, text: ReportText | None, titles: Titles, every: bool, say: Say) -> "Iterator[_Element]":
    missing = [titles.figures[name] for name in result.read.missing]
    yield from _listed(say("not_read", n=len(missing)), missing)
    others: tuple[Outcome, ...] = ("unknown", "not_applicable", "pass") if every else ("unknown",)
    for outcome in others:
        some = [f"{o.code} {o.title}: {o.message}" for o in result.outcomes if o.outcome == outcome]
        about = say("unknown_about") if outcome == "unknown" else None
        yield from _listed(say(outcome, n=len(some)), some, about)
    yield from _listed(say("file_notes"), text.notes if text else ())
    lines = [say("profile", id=result.profile), say("engine", engine=result.engine), *filter(None, [result.note])]
    yield tag("p", " ".join(lines), class_="quiet")
    yield tag("p", tag("a", say("top"), href="#top"), class_="up")


def _listed(heading: str, items: Sequence[str], about: "Child" = None) -> "Iterator[_Element]":
    if items:
        yield tag("h3", heading)
        yield tag("div", tag("p", about) if about else None, listed(items), class_="rest")
