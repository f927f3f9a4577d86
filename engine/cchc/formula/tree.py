"""The typed tree of a formula. Numeric nodes give a number a row, condition nodes give true, false or unknown."""

from dataclasses import dataclass
from typing import Literal

Arithmetic = Literal["+", "-", "*", "/"]
Comparison = Literal["==", "!=", "<", "<=", ">", ">="]
Function = Literal["known", "min", "max", "abs", "ceil"]


@dataclass(frozen=True)
class Number:
    """A literal."""

    value: float


@dataclass(frozen=True)
class Name:
    """A figure, rate, target or fact."""

    id: str


@dataclass(frozen=True)
class Negative:
    """Minus something."""

    operand: "Numeric"


@dataclass(frozen=True)
class Binary:
    """Arithmetic on two numbers; division by zero is unknown."""

    op: Arithmetic
    left: "Numeric"
    right: "Numeric"


@dataclass(frozen=True)
class Call:
    """A numeric function."""

    function: Function
    args: "tuple[Numeric, ...]"


@dataclass(frozen=True)
class Compare:
    """A comparison; unknown when a side is unknown."""

    op: Comparison
    left: "Numeric"
    right: "Numeric"


@dataclass(frozen=True)
class Flag:
    """A fact that is true, false or unknown."""

    id: str


@dataclass(frozen=True)
class Given:
    """Whether a name is stated at all: true or false, never unknown."""

    id: str


@dataclass(frozen=True)
class Matches:
    """Whether a stated percent equals a number within half of its last printed digit."""

    id: str
    expected: "Numeric"


@dataclass(frozen=True)
class Not:
    """Kleene negation."""

    operand: "Condition"


@dataclass(frozen=True)
class And:
    """Kleene conjunction: one false makes it false."""

    items: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Or:
    """Kleene disjunction: one true makes it true."""

    items: "tuple[Condition, ...]"


Numeric = Number | Name | Negative | Binary | Call
Condition = Compare | Flag | Given | Matches | Not | And | Or
Node = Numeric | Condition


def children(node: Node) -> tuple[Node, ...]:
    """Return the direct sub-nodes, left to right."""
    match node:
        case Negative(operand) | Not(operand):
            return (operand,)
        case Binary(_, left, right) | Compare(_, left, right):
            return (left, right)
        case Call(_, args):
            return args
        case And(items) | Or(items):
            return items
        case Matches(_, expected):
            return (expected,)
        case _:
            return ()


def names(node: Node) -> tuple[str, ...]:
    """Return every name the tree uses, in reading order, each once."""
    found: dict[str, None] = {}
    stack: list[Node] = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, Name | Flag | Given | Matches):
            found.setdefault(current.id)
        stack.extend(reversed(children(current)))
    return tuple(found)


def values_needed(node: Node) -> tuple[str, ...]:
    """Return the names whose *value* matters (not only whether they are given)."""
    if isinstance(node, Given):
        return ()
    own = (node.id,) if isinstance(node, Name | Flag | Matches) else ()
    return tuple(dict.fromkeys([*own, *(n for child in children(node) for n in values_needed(child))]))


def names_asked(node: Node) -> tuple[str, ...]:
    """Return the names of which the formula asks whether they are given."""
    own = (node.id,) if isinstance(node, Given) else ()
    return tuple(dict.fromkeys([*own, *(n for child in children(node) for n in names_asked(child))]))


def names_counted_on(node: Node) -> tuple[str, ...]:
    """Return the names whose absence says something: those asked for by `given`, and those that `known` may leave out."""
    left_out = (
        [a.id for a in node.args if isinstance(a, Name)] if isinstance(node, Call) and node.function == "known" else []
    )
    own = [*names_asked(node)] if isinstance(node, Given) else left_out
    return tuple(dict.fromkeys([*own, *(n for child in children(node) for n in names_counted_on(child))]))
