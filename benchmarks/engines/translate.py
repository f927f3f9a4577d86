"""Trees of formulas in another language that writes comparisons as Python and C do."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.formula import tree as t

_OPPOSITE: dict[str, str] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def short(name: str) -> str:
    """Return the name of a figure without its group, as a variable."""
    return name.rpartition(".")[2]


@dataclass(frozen=True)
class Language:
    """How a language writes what formulas of the workload hold.

    `divide` and `not_equal` take `{l}` and `{r}`. Where a language has no number that compares as false with everything,
    `guard` is what must hold of a `{name}` before it may be compared, and `nonzero` of a divisor `{r}`.
    """

    and_: str = "and"
    or_: str = "or"
    not_equal: str = "{l} != {r}"
    divide: str = "({l} / {r})"
    guard: str = ""
    nonzero: str = ""
    number: str = "{value!r}"
    name: str = "{name}"

    def value(self, node: t.Numeric) -> str:
        """Return a number."""
        match node:
            case t.Number(value):
                return self.number.format(value=value)
            case t.Name(name):
                return self.name.format(name=short(name))
            case t.Binary("/", left, right):
                return self.divide.format(l=self.value(left), r=self.value(right))
            case t.Binary(op, left, right):
                return f"({self.value(left)} {op} {self.value(right)})"
        raise NotImplementedError(f"not in the workload: {node}")

    def pair(self, node: t.Condition) -> tuple[str, str]:
        """Return when the condition is known to be true, and when false."""
        match node:
            case t.Compare(op, left, right):
                return self._compare(op, left, right), self._compare(_OPPOSITE[op], left, right)
            case t.And(items):
                pairs = [self.pair(item) for item in items]
                return self._joined(self.and_, [p[0] for p in pairs]), self._joined(self.or_, [p[1] for p in pairs])
            case t.Or(items):
                pairs = [self.pair(item) for item in items]
                return self._joined(self.or_, [p[0] for p in pairs]), self._joined(self.and_, [p[1] for p in pairs])
        raise NotImplementedError(f"not in the workload: {node}")

    def kleene(self, node: t.Condition) -> str:
        """Return the condition for a language that knows a third value itself."""
        return self.pair(node)[0]

    def _compare(self, op: str, left: t.Numeric, right: t.Numeric) -> str:
        sides = {"l": self.value(left), "r": self.value(right)}
        bare = (self.not_equal if op == "!=" else f"{{l}} {op} {{r}}").format(**sides)
        return self._joined(self.and_, [*self._guards(t.Compare("==", left, right)), f"({bare})"])

    def _guards(self, node: t.Compare) -> Iterator[str]:
        if self.guard:
            yield from (self.guard.format(name=short(name)) for name in t.names(node))
        if self.nonzero:
            yield from (self.nonzero.format(r=self.value(side)) for side in denominators(node))

    @staticmethod
    def _joined(word: str, parts: list[str]) -> str:
        return parts[0] if len(parts) == 1 else f"({f' {word} '.join(parts)})"


def denominators(node: t.Node) -> tuple[t.Numeric, ...]:
    """Return what a formula divides by."""
    own = (node.right,) if isinstance(node, t.Binary) and node.op == "/" else ()
    return (*own, *(found for child in t.children(node) for found in denominators(child)))
