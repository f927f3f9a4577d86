"""Tell quantities to people: labels in quotation marks, rates as percents, the span a figure is of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cchc.formula import tree as t
from cchc.formula.parse import Kind
from cchc.formula.prose_words import WORDS
from cchc.model.text import Language
from cchc.vietnamese.numbers import show_number, show_percent

_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True)
class Names:
    """What a teller knows of names: their kinds, labels, and how it is said that a flag is false or a count is zero."""

    kinds: Mapping[str, Kind]
    label: Callable[[str], str]
    denials: Mapping[str, str]


@dataclass(frozen=True)
class Quantities:
    """Tells quantities in one language."""

    names: Names
    lang: Language

    def word(self, key: str, **said: object) -> str:
        """Return one of the small words, filled."""
        return WORDS[self.lang][key].format(**said)

    def side(self, node: t.Numeric, other: t.Numeric) -> str:
        """Return one side of a comparison: a literal beside a rate is a percent."""
        return self._literal(node.value, other) if isinstance(node, t.Number) else self.number(node)

    def _literal(self, value: float, beside: t.Numeric) -> str:
        percent = isinstance(beside, t.Name) and self.names.kinds.get(beside.id) == "percent"
        return show_percent(value, self.lang) if percent or _is_share(beside) else show_number(value, self.lang, 6)

    def number(self, node: t.Numeric) -> str:
        """Return a quantity in words."""
        match node:
            case t.Number(value):
                return show_number(value, self.lang, 6)
            case t.Name(name):
                return self.name(name)
            case t.Negative(operand):
                return f"−{self._wrapped(operand, 3)}"
            case t.Binary("/", left, right) if _is_share(node):
                return self.word("share", part=self.number(left), whole=self.number(right))
            case t.Binary(op, left, right):
                shown = {"*": "×", "-": "−"}.get(op, op)
                return f"{self._factor(left, op)} {shown} {self._wrapped(right, _RANK[op] + (op in '-/'))}"
            case t.Call("abs", (t.Binary("-", left, right),)):
                return self.word("apart", one=self.number(left), other=self.number(right))
            case t.Call(function, args):
                return self.word(function, args="; ".join(map(self.number, args)))

    def _factor(self, node: t.Numeric, op: str) -> str:
        if isinstance(node, t.Number) and op == "*" and node.value < 1:
            return show_percent(node.value, self.lang)
        return self._wrapped(node, _RANK[op])

    def _wrapped(self, node: t.Numeric, rank: int) -> str:
        loose = isinstance(node, t.Negative) or (isinstance(node, t.Binary) and _RANK[node.op] < rank)
        return f"({self.number(node)})" if loose else self.number(node)

    def name(self, name: str) -> str:
        """Return the label of a name in quotation marks, and the span it is of."""
        span, _, inner = name.partition(".")
        if span == "rate":
            return self.word("rate", name=self._quoted(name))
        if span in ("prev", "ytd"):
            return self.word(span, name=self._quoted(inner))
        return self._quoted(name)

    def _quoted(self, name: str) -> str:
        return f"“{self.names.label(name)}”"


def _is_share(node: t.Numeric) -> bool:
    return isinstance(node, t.Binary) and node.op == "/" and all(isinstance(s, t.Name) for s in (node.left, node.right))
