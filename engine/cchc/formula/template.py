"""Messages of rules: text with formulas in braces, `{rate.on_time:percent}`, filled from one report."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cchc.formula import tree as t
from cchc.formula.parse import FormulaError, Kind, Parser
from cchc.formula.words import show_value, word
from cchc.model.text import Language

_HOLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Hole:
    """A formula inside a message and how its value is written."""

    formula: t.Node
    kind: Kind | Literal["stated"]


@dataclass(frozen=True)
class Template:
    """A parsed message: literal texts and holes in turn, starting and ending with a text."""

    texts: tuple[str, ...]
    holes: tuple[Hole, ...]

    def names(self) -> tuple[str, ...]:
        """Return the names the message uses."""
        return tuple(dict.fromkeys(n for hole in self.holes for n in t.names(hole.formula)))

    def fill(self, compute: Callable[[t.Node], float], show: Callable[[str], str], lang: Language) -> str:
        """Return the message: names as `show` writes them, formulas by the value that `compute` gives."""
        shown = [
            show(hole.formula.id)
            if isinstance(hole.formula, t.Name | t.Flag)
            else _written(compute(hole.formula), hole.kind, lang)
            for hole in self.holes
        ]
        return "".join(a + b for a, b in zip(self.texts, [*shown, ""], strict=True))


def parse_template(text: str, parser: Parser) -> Template:
    """Parse a message; raise `FormulaError` on a broken hole."""
    pieces = _HOLE.split(text)
    if any("{" in piece or "}" in piece for piece in pieces[::2]):
        raise FormulaError(f"dấu ngoặc nhọn không khớp trong '{text}'")
    return Template(tuple(pieces[::2]), tuple(_hole(piece, parser) for piece in pieces[1::2]))


def _written(value: float, kind: Kind | Literal["stated"], lang: Language) -> str:
    if kind == "stated":
        return word("stated" if value else "unstated", lang)
    return show_value(value, kind, lang)


def _hole(text: str, parser: Parser) -> Hole:
    formula, _, style = text.partition(":")
    if style not in ("", "percent"):
        raise FormulaError(f"cách viết '{style}' không có; chỉ có 'percent'")
    name = formula.strip()
    kind = parser.kinds.get(name)
    if kind == "flag" or name.startswith("given("):
        return Hole(parser.condition(name), "flag" if kind == "flag" else "stated")
    shown: Kind = "percent" if style or kind == "percent" else "date" if kind == "date" else "number"
    return Hole(parser.number(formula), shown)
