"""The scorecard as one self-contained page for leadership: read on a desk or a telephone, printed on A4."""

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from cchc.model.scorecard import Scorecard
from cchc.model.text import Language
from cchc.output.scorecard_html_later import robustness, scenarios
from cchc.output.scorecard_html_markup import link, listed, page, tag
from cchc.output.scorecard_html_ranking import ranking
from cchc.output.scorecard_html_unit import unit_section
from cchc.output.scorecard_html_unknown import unknowns
from cchc.output.scorecard_html_words import Say

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child


def scorecard_html(card: Scorecard, lang: Language = "vi") -> str:
    """Return the page: no script, nothing loaded from elsewhere, every text escaped."""
    style = files("cchc.output").joinpath("scorecard.css").read_text(encoding="utf-8")
    return page(lang, card.title, style, _body(card, Say(lang)))


def _body(card: Scorecard, say: Say) -> "Iterator[_Element]":
    keys = {unit.id: f"unit-{n}" for n, unit in enumerate(card.by_rank(), 1)}
    shown: list[tuple[str, list[Child]]] = [
        ("ranking", list(ranking(card, keys, say))),
        ("unknowns", list(unknowns(card, keys, say))),
        ("scenarios", list(scenarios(card, say))),
        ("robustness", list(robustness(card, say))),
        ("units", [unit_section(unit, keys[unit.id], say) for unit in card.by_rank()]),
        ("about", list(_about(card, say))),
    ]
    shown = [(key, parts) for key, parts in shown if parts]
    links = listed(tag("a", say(key), href=f"#{key}") for key, _ in shown)
    yield tag(
        "header",
        tag("h1", card.title, id="top"),
        tag("p", card.note, class_="note"),
        *(tag("p", note) for note in (*card.notes, *_remark(card, say))),
        tag("nav", links, aria_label=say("contents")),
    )
    sections = (tag("section", tag("h2", say(key), id=f"{key}"), *parts) for key, parts in shown)
    yield tag("main", *sections)


def _remark(card: Scorecard, say: Say) -> Iterator[str]:
    """Say once, above all, a remark that all units share: it is about the table."""
    remarks = {unit.remark for unit in card.units}
    if len(remarks) == 1 and (remark := remarks.pop()):
        yield f"{say('remark')}: {remark}"


def _about(card: Scorecard, say: Say) -> "Iterator[Child]":
    yield tag("p", card.note)
    found = {c.source.document: c.source.address for unit in card.units for c in unit.criteria}
    yield tag("h3", say("sources"))
    yield listed(
        tag("div", document, *((": ", link(address)) if address else ())) for document, address in found.items()
    )
