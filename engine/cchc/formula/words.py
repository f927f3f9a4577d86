"""Write a formula for people: in words (labels), and with the values of one report."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc.formula import tree as t
from cchc.formula.parse import Kind
from cchc.model.text import Language
from cchc.vietnamese.numbers import show_date, show_number, show_percent

_SIGNS: dict[t.Comparison, str] = {"==": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_OPPOSITE: dict[t.Comparison, t.Comparison] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_WORDS = {
    "vi": {"and": "và", "or": "hoặc", "not": "không phải", "given": "có nêu", "matches": "khớp với", "stated": "đã nêu", "unstated": "chưa nêu", "unclear": "không rõ",
           "yes": "có", "no": "không", "known": "tổng các số đã nêu của", "max": "số lớn nhất trong", "min": "số nhỏ nhất trong",
           "abs": "giá trị tuyệt đối của", "ceil": "làm tròn lên của", "gap": "lệch"},
    "en": {"and": "and", "or": "or", "not": "not", "given": "states", "matches": "agrees with", "stated": "stated", "unstated": "not stated", "unclear": "unclear",
           "yes": "yes", "no": "no", "known": "sum of the stated ones of", "max": "largest of", "min": "smallest of",
           "abs": "absolute value of", "ceil": "rounded up", "gap": "difference"},
}  # fmt: skip
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


def word(key: str, lang: Language) -> str:
    """Return one of the small words of explanations."""
    return _WORDS[lang][key]


def show_value(value: float, kind: Kind, lang: Language) -> str:
    """Write one value of a kind; NaN is "not stated"."""
    if math.isnan(value):
        return word("unstated", lang)
    if kind == "percent":
        return show_percent(value, lang)
    if kind == "date":
        return show_date(date.fromordinal(int(value)), lang)
    if kind == "flag":
        return word("yes" if value else "no", lang)
    return show_number(value, lang)


@dataclass(frozen=True)
class Writer:
    """Writes trees with a way to write names: labels for the rule's page, values for a finding."""

    name: Callable[[str], str]
    lang: Language
    given: Callable[[t.Numeric], bool] | None = None

    def write(self, node: t.Node) -> str:
        """Return the formula as a sentence."""
        match node:
            case t.Number(value):
                return show_number(value, self.lang, 6)
            case t.Name(name) | t.Flag(name):
                return self.name(name)
            case t.Negative(operand):
                return f"−{self._wrapped(operand, 3)}"
            case t.Binary(op, left, right):
                shown = {"*": "×", "-": "−"}.get(op, op)
                tighter = _RANK[op] + (op in "-/")
                return f"{self._wrapped(left, _RANK[op])} {shown} {self._wrapped(right, tighter)}"
            case t.Call("known", args) if self.given is not None:
                # With values at hand, a sum of what is stated reads best as that sum.
                return " + ".join(self._wrapped(arg, 1) for arg in args if self.given(arg)) or self.write(args[0])
            case t.Call(function, args):
                return f"{word(function, self.lang)} ({'; '.join(map(self.write, args))})"
            case t.Compare(op, left, right):
                return f"{self.write(left)} {_SIGNS[op]} {self.write(right)}"
            case t.Given(name):
                return f"{word('given', self.lang)} {self.name(name)}"
            case t.Matches(name, expected):
                return f"{self.name(name)} {word('matches', self.lang)} {self.write(expected)}"
            case t.Not(operand):
                return f"{word('not', self.lang)} ({self.write(operand)})"
            case t.And(items):
                return self._joined("and", items)
            case t.Or(items):
                return self._joined("or", items)

    def _joined(self, key: str, items: tuple[t.Condition, ...]) -> str:
        texts = [f"({self.write(i)})" if isinstance(i, t.And | t.Or) else self.write(i) for i in items]
        return f" {word(key, self.lang)} ".join(texts)

    def _wrapped(self, node: t.Numeric, rank: int) -> str:
        loose = isinstance(node, t.Negative) or (isinstance(node, t.Binary) and _RANK[node.op] < rank)
        return f"({self.write(node)})" if loose else self.write(node)


def with_values(
    node: t.Compare, show: Callable[[str], str], compute: Callable[[t.Numeric], float], lang: Language, holds: bool
) -> str:
    """Return a comparison with the values of one report: `331 = 6 + 325` or `331 ≠ 6 + 320 = 326 (lệch 5)`."""
    writer = Writer(show, lang, lambda part: not math.isnan(compute(part)))
    sign = _SIGNS[node.op if holds else _OPPOSITE[node.op]]
    sides = [_side(part, writer, compute, lang, spell=not holds) for part in (node.left, node.right)]
    text = f"{_alike(node.left, sides[0], sides[1], lang)} {sign} {_alike(node.right, sides[1], sides[0], lang)}"
    gap = abs(compute(node.left) - compute(node.right))
    if not holds and node.op == "==" and not math.isnan(gap):
        text += f" ({word('gap', lang)} {show_number(gap, lang)})"
    return text


def _alike(part: t.Numeric, text: str, beside: str, lang: Language) -> str:
    """Return the text of a side; a literal beside a percent is a percent too: `12% ≥ 10%`."""
    return show_percent(part.value, lang) if isinstance(part, t.Number) and beside.endswith("%") else text


def _side(
    part: t.Numeric, writer: Writer, compute: Callable[[t.Numeric], float], lang: Language, *, spell: bool
) -> str:
    text = writer.write(part)
    if not spell or isinstance(part, t.Number | t.Name):
        return text
    return f"{text} = {show_number(compute(part), lang, 4)}"
