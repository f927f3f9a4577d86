"""Elements of a page: every text goes in as text, so that nothing a file says can become markup."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

    Child: TypeAlias = "_Element | str | None"

_VOID = {"meta", "br"}
# Characters that XML cannot hold; a spreadsheet cell can.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WEB = re.compile(r"https?://\S+")


def tag(name: str, /, *children: "Child", **attributes: str) -> "_Element":
    """Return an element; `class_` and `aria_label` stand for `class` and `aria-label`, None children are left out."""
    made = etree.Element(name, {key.rstrip("_").replace("_", "-"): _fit(text) for key, text in attributes.items()})
    # An empty text keeps the end tag, which HTML needs where XML does not.
    made.text = None if name in _VOID else ""
    for child in children:
        if isinstance(child, str):
            _add_text(made, _fit(child))
        elif child is not None:
            made.append(child)
    return made


def _add_text(parent: "_Element", text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def listed(items: "Iterable[Child]", ordered: bool = False) -> "_Element":
    """Return a list."""
    return tag("ol" if ordered else "ul", *(tag("li", item) for item in items))


def link(address: str) -> "Child":
    """Return an address of the web as a link that a reader may follow, any other as it is written."""
    return tag("a", address, href=address, rel="noreferrer") if _WEB.fullmatch(address) else address


@dataclass(frozen=True)
class Column:
    """A column of a table: the one that names its rows, one of texts, or one of numbers."""

    head: str
    kind: Literal["name", "text", "number"] = "text"


def table(caption: str, columns: Sequence[Column], rows: "Iterable[Sequence[Child]]", class_: str = "") -> "_Element":
    """Return a table with caption and scopes; each cell also carries its heading, for narrow screens."""
    head = tag("tr", *(tag("th", column.head, scope="col", class_=column.kind) for column in columns))
    body = (tag("tr", *map(_cell, columns, row)) for row in rows)
    return tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_=class_)


def _cell(column: Column, child: "Child") -> "_Element":
    # One element inside the cell keeps text and markup together where the cell is laid out in two columns.
    inner = tag("div", child)
    if column.kind == "name":
        return tag("th", inner, scope="row")
    return tag("td", inner, class_=column.kind, data_head=column.head)


def serialised(element: "_Element") -> str:
    """Return an element as text that is HTML and well-formed XML at once."""
    return etree.tostring(element, encoding="unicode", with_tail=False)


def page(lang: str, title: str, style: str, body: "Iterable[Child]") -> str:
    """Return a whole page that is HTML and well-formed XML at once; `style` must hold none of `<`, `>`, `&`."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", style),
    )
    root = tag("html", head, tag("body", *body), lang=lang)
    return etree.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>") + "\n"
