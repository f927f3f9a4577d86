"""What every page is made of, and its two forms: text for a terminal, Markdown for `docs/`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cchc.formula.prose import Said

Kind = Literal["rules", "figures", "targets", "indices", "profiles"]
Link = Callable[[Kind, str], str | None]
"""Returns where the page of a thing is, or None where there is nothing to link to."""


@dataclass(frozen=True)
class Line:
    """A line of an entry; `page`: the thing it names, which has a page of its own."""

    text: str
    depth: int = 0
    page: tuple[Kind, str] | None = None


@dataclass(frozen=True)
class Entry:
    """One heading of a page and what stands under it."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Page:
    """A page: what it is about, its title, and its entries."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def entry(title: str, *texts: str | None) -> Iterator[Entry]:
    """Yield an entry of plain lines, or nothing where there is nothing to say."""
    lines = tuple(Line(text) for text in texts if text)
    if lines:
        yield Entry(title, lines)


def told(title: str, said: Said) -> Entry:
    """Return an entry that tells a condition: the first letter large, a full stop where it is one sentence."""
    lines = tuple(Line(text, depth) for depth, text in said.lines())
    first = lines[0].text[:1].upper() + lines[0].text[1:]
    return Entry(title, (Line(first if said.items else f"{first.rstrip('.')}.", 0), *lines[1:]))


def listed(title: str, kind: Kind, things: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    """Yield an entry that names things with pages of their own: pairs of id and label."""
    lines = tuple(Line(label, 0, (kind, id_)) for id_, label in things)
    if lines:
        yield Entry(title, lines)


def as_text(page: Page) -> str:
    """Return the page for a terminal."""
    return "\n".join([f"{page.id}  {page.title}", "", *(line for one in page.entries for line in _text(one))]) + "\n"


def _text(one: Entry) -> Iterator[str]:
    # Quotes are for Markdown; a terminal shows every text alike.
    shown = [f"{line.text} ({line.page[1]})" if line.page else line.text.replace("`", "") for line in one.lines]
    if _is_list(one.lines):
        yield f"{one.title}:"
        yield from (f"{'  ' * line.depth}  - {text}" for line, text in zip(one.lines, shown, strict=True))
        return
    yield f"{one.title}: {shown[0]}"
    yield from (f"{'  ' * line.depth}- {text}" for line, text in zip(one.lines[1:], shown[1:], strict=True))


def _is_list(lines: Sequence[Line]) -> bool:
    return sum(line.depth == 0 for line in lines) > 1


def as_markdown(page: Page, link: Link = lambda _kind, _id: None) -> str:
    """Return the page as Markdown; `link` tells where other pages are."""
    blocks = [f"# {page.id}. {_escaped(page.title)}", *("\n".join(_markdown(one, link)) for one in page.entries)]
    return "\n\n".join(blocks) + "\n"


def _markdown(one: Entry, link: Link) -> Iterator[str]:
    shown = [_linked(line, link) for line in one.lines]
    if _is_list(one.lines):
        yield f"**{one.title}:**"
        yield ""
        yield from (f"{'  ' * line.depth}- {text}" for line, text in zip(one.lines, shown, strict=True))
        return
    yield f"**{one.title}:** {shown[0]}"
    if one.lines[1:]:
        yield ""
    yield from (f"{'  ' * (line.depth - 1)}- {text}" for line, text in zip(one.lines[1:], shown[1:], strict=True))


def _linked(line: Line, link: Link) -> str:
    if line.page is None:
        return _escaped(line.text)
    target = link(*line.page)
    label = f"[{_escaped(line.text)}]({target})" if target else _escaped(line.text)
    return f"{label} (`{line.page[1]}`)"


def _escaped(text: str) -> str:
    """Return a text in which no sign is taken for Markdown; formulas and addresses in back quotes stay as they are."""
    pieces = text.split("`")
    for n in range(0, len(pieces), 2):
        for sign in "\\*_<[]":
            pieces[n] = pieces[n].replace(sign, f"\\{sign}")
    return "`".join(pieces)
