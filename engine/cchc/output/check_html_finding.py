"""One finding on the page, whole: what is wrong, by which figures, how to mend it, on what ground."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.model.outcome import FigureShown
from cchc.model.place import Place
from cchc.output.check_html_marks import Marks
from cchc.output.check_html_spots import Found, ReportText, spot
from cchc.output.check_html_words import SHAPES
from cchc.output.scorecard_html_markup import link, tag
from cchc.output.settled_words import settled_text
from cchc.output.words import severity_word, source_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child


def card(found: Found, text: ReportText, marks: Marks) -> "_Element":
    """Return a finding; places that stand in the text are links to them."""
    o, say = found.outcome, marks.say
    head = tag(
        "h4",
        tag("span", f"{SHAPES[o.severity]}{found.number} {severity_word(o.severity, say.lang)}", class_="shape"),
        f": {o.title} ",
        tag("span", o.code, class_="code"),
    )
    source = source_text(o.source.document, o.source.clause, o.basis, say.lang)
    ground: list[Child] = [source, *((" · ", link(o.source.address)) if o.source.address else ())]
    return tag(
        "article",
        head,
        tag("p", settled, class_="settled") if (settled := settled_text(o, say.lang)) else None,
        tag("p", o.message),
        _where(found, marks),
        _line(say("used"), list(_figures(found, text, marks)), "quiet"),
        _line(say("fix"), [o.fix]),
        _line(say("source"), ground, "quiet"),
        tag("details", tag("summary", say("why")), tag("p", o.why)) if o.why else None,
        class_=f"finding {o.severity}",
        id=marks.card(found),
    )


def _line(word: str, parts: "list[Child]", class_: str = "") -> "_Element | None":
    return tag("p", tag("b", f"{word}: "), *parts, class_=class_) if any(parts) else None


def _where(found: Found, marks: Marks) -> "_Element | None":
    """The places; of a finding with one place that stands right beside it, none."""
    places = list(dict.fromkeys(found.outcome.places))
    if len(places) == 1 and found.home and found.home.precision in ("words", "heading"):
        return None
    items = [tag("li", *_place(place, found, marks)) for place in places]
    return tag("div", tag("b", f"{marks.say('at')}: "), tag("ul", *items), class_="places") if items else None


def _place(place: Place, found: Found, marks: Marks) -> "Iterator[Child]":
    at = found.spots.get(place)
    yield tag("a", place.label(), href=f"#{marks.anchor(found, at)}") if at else place.label()
    if place.quote and (at is None or at != found.home or at.precision != "words"):
        yield f": “{place.quote}”"
    if at is not None and at.precision == "block" and place.quote:
        yield f" ({marks.say('no_words')})"
    if at is not None and at.precision == "above":
        yield f". {marks.say('missing_part', id=place.part)}"


def _figures(found: Found, text: ReportText, marks: Marks) -> "Iterator[Child]":
    # Counts derived from the text and yes/no facts are already in the message; the JSON has them all.
    used = [f for f in found.outcome.figures if f.unit or f.id.startswith(("target.", "rate."))]
    # A dozen figures that are not stated would bury those that are: they come last, under one word.
    absent = [f for f in used if f.value is None and not f.places]
    for n, figure in enumerate(f for f in used if f not in absent):
        yield f"{'; ' if n else ''}{figure.label}: {figure.shown}"
        yield from _stated(figure, found, text, marks)
    for shown in dict.fromkeys(f.shown for f in absent):
        labels = "; ".join(f.label for f in absent if f.shown == shown)
        yield f"{'. ' if len(absent) < len(used) else ''}{shown[:1].upper()}{shown[1:]}: {labels}"


def _stated(figure: FigureShown, found: Found, text: ReportText, marks: Marks) -> "Iterator[Child]":
    for n, place in enumerate(figure.places):
        at = found.spots.get(place)
        elsewhere = None if at else spot(text, place)
        yield ", " if n else " ("
        if at or elsewhere:
            target = marks.anchor(found, at) if at else f"{marks.key}-b{elsewhere.block}" if elsewhere else ""
            yield tag("a", place.label(), href=f"#{target}")
        else:
            yield place.label()
    yield ")" if figure.places else None
