"""Bring a formula to the shape in which it is best told: the same truth for a reader, without what only guards unknowns.

A rule is written so that what is not stated comes out unknown. Told to people, those guards only blur what it asks.
"""

from collections.abc import Iterable, Sequence

from cchc.formula import tree as t

_OPPOSITE: dict[t.Comparison, t.Comparison] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def plain(node: t.Condition) -> t.Condition:
    """Return a condition that a complete report fulfils exactly where it fulfils `node`."""
    match node:
        case t.Not(operand):
            return _denied(operand)
        case t.And(items):
            return _conjunction([plain(item) for item in items])
        case t.Or(items):
            return _disjunction([_alternative(item) for item in items])
        case _:
            return node


def _alternative(item: t.Condition) -> t.Condition:
    """A denied alternative is the "if" of an "if ..., then ...": it is told as it stands, not turned round."""
    return t.Not(plain(item.operand)) if isinstance(item, t.Not) else plain(item)


def _denied(node: t.Condition) -> t.Condition:
    match node:
        case t.Not(operand):
            return plain(operand)
        case t.Compare(op, left, right):
            return t.Compare(_OPPOSITE[op], left, right)
        case t.Or(items) if all(isinstance(item, t.Compare | t.And | t.Not) for item in items):
            return _conjunction([_denied(item) for item in items])
        case t.And((t.Given() as given, rest)):
            return t.Or((t.Not(given), _denied(rest)))
        case _:
            return t.Not(node)


def _conjunction(items: Sequence[t.Condition]) -> t.Condition:
    flat = [inner for item in items for inner in (item.items if isinstance(item, t.And) else (item,))]
    kept = [item for item in flat if not _follows(item, flat)]
    return kept[0] if len(kept) == 1 else t.And(tuple(dict.fromkeys(kept)))


def _follows(item: t.Condition, others: Iterable[t.Condition]) -> bool:
    """Whether an item only says that something is stated which another item compares anyway."""
    return isinstance(item, t.Given) and any(_needs(other, item.id) for other in others)


def _needs(node: t.Condition, name: str) -> bool:
    """Whether a condition cannot hold without the value of a name."""
    if isinstance(node, t.Or):
        return all(_needs(item, name) for item in node.items)
    if isinstance(node, t.And):
        return any(_needs(item, name) for item in node.items)
    return isinstance(node, t.Compare | t.Matches) and name in t.values_needed(node)


def _disjunction(items: Sequence[t.Condition]) -> t.Condition:
    flat = [inner for item in items for inner in (item.items if isinstance(item, t.Or) else (item,))]
    kept = [item for item in flat if not _impossible(item) and not _partial(item, flat)]
    return kept[0] if len(kept) == 1 else t.Or(tuple(dict.fromkeys(kept)))


def _impossible(item: t.Condition) -> bool:
    """Whether an item wants a value and also that it is not stated: it stands there to come out unknown."""
    if not isinstance(item, t.And):
        return False
    without = {part.operand.id for part in item.items if isinstance(part, t.Not) and isinstance(part.operand, t.Given)}
    return any(without & set(t.values_needed(part)) for part in item.items if not isinstance(part, t.Not))


def _partial(item: t.Condition, others: Iterable[t.Condition]) -> bool:
    """Whether an item says of the sum of what is stated what another says of the whole sum."""
    return isinstance(item, t.Compare) and any(
        isinstance(other, t.Compare) and other.op == item.op and _whole(item) == (other.left, other.right)
        for other in others
        if other is not item
    )


def _whole(item: t.Compare) -> tuple[t.Numeric, t.Numeric] | None:
    sides = (whole_sum(item.left), whole_sum(item.right))
    return None if sides == (item.left, item.right) else sides


def whole_sum(node: t.Numeric) -> t.Numeric:
    """Return `a + b` for `known(a, b)`, and anything else as it is."""
    if not (isinstance(node, t.Call) and node.function == "known"):
        return node
    first, *rest = node.args
    for part in rest:
        first = t.Binary("+", first, part)
    return first
