"""Tell a condition to people who have never seen a formula: sentences, and lists where a sentence would be too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.formula import tree as t
from cchc.formula.plain import plain, whole_sum
from cchc.formula.prose_words import COMPARED
from cchc.formula.quantities import Quantities

_LONGEST = 130


@dataclass(frozen=True)
class Said:
    """A sentence, or the opening of a list and its items. `joined`: made of several, to be kept apart from others."""

    text: str
    items: "tuple[Said, ...]" = ()
    joined: bool = False

    def lines(self, depth: int = 0) -> Iterator[tuple[int, str]]:
        """Yield the lines with their depth; the opening stands at depth 0."""
        yield depth, self.text
        for item in self.items:
            yield from item.lines(depth + 1)


class Teller(Quantities):
    """Tells conditions in one language."""

    def tell(self, node: t.Condition) -> Said:
        """Return the condition in words."""
        return self._said(plain(node))

    def _said(self, node: t.Condition) -> Said:
        match node:
            case t.And(items):
                return self._all(items)
            case t.Or(items):
                return self._any(items)
            case _:
                return Said(self._single(node))

    def _single(self, node: t.Condition) -> str:
        match node:
            case t.Given(name):
                return self.word("given", name=self.name(name))
            case t.Not(t.Given(name)):
                return self.word("not_given", name=self.name(name))
            case t.Flag(name):
                return self._flag(name)
            case t.Not(t.Flag(name)):
                return self.names.denials.get(name) or self.word("denied", text=self._flag(name))
            case t.Matches(name, expected):
                return self.word("matches", name=self.name(name), value=self.number(expected))
            case t.Not(operand):
                return self.word("denied", text=self._inline(self._said(operand)))
            case t.Compare():
                return self._compared(node)
            case _:
                return self._inline(self._said(node))

    def _inline(self, said: Said) -> str:
        return f"{said.text} {'; '.join(self._inline(item) for item in said.items)}" if said.items else said.text

    def _all(self, items: Sequence[t.Condition]) -> Said:
        if all(isinstance(item, t.Given) for item in items):
            return self._listed("all_given", [self.name(item.id) for item in items if isinstance(item, t.Given)])
        if between := self._between(items):
            return Said(between)
        if parts := self._parts(items):
            return parts
        return self._together("and", "all", [self._said(item) for item in self._without_partial_sums(items)])

    def _parts(self, items: Sequence[t.Condition]) -> Said | None:
        flags = [item.id for item in items if isinstance(item, t.Flag) and item.id.startswith("part.")]
        return self._listed("all_parts", [self.names.label(id_) for id_ in flags]) if len(flags) == len(items) else None

    def _between(self, items: Sequence[t.Condition]) -> str | None:
        """Return `x từ 0% đến 100%` for `0 <= x <= 1`."""
        match tuple(items):
            case (
                t.Compare("<=", t.Number(low), t.Name(one)),
                t.Compare("<=", t.Name(other), t.Number(high)),
            ) if one == other:
                ends = [self._literal(end, t.Name(one)) for end in (low, high)]
                return self.word("between", name=self.name(one), low=ends[0], high=ends[1])
            case _:
                return None

    def _without_partial_sums(self, items: Sequence[t.Condition]) -> list[t.Condition]:
        """Leave out "what is stated is not more than the whole" where the sum must equal the whole anyway."""
        equal = {(c.left, c.right) for c in items if isinstance(c, t.Compare) and c.op == "=="}
        return [c for c in items if not (isinstance(c, t.Compare) and c.op == "<=" and _sum(c) in equal)]

    def _any(self, items: Sequence[t.Condition]) -> Said:
        ifs = [item for item in items if isinstance(item, t.Not)]
        then = [item for item in items if not isinstance(item, t.Not)]
        if ifs:
            return self._implied(ifs, then)
        if all(isinstance(item, t.Given) for item in items):
            return self._any_given([item.id for item in items if isinstance(item, t.Given)])
        if all(isinstance(item, t.Matches) for item in items):
            return self._matching([item for item in items if isinstance(item, t.Matches)])
        return self._together("or", "any", [self._said(item) for item in items])

    def _any_given(self, ids: Sequence[str]) -> Said:
        own = [id_ for id_ in ids if not id_.startswith("ytd.")]
        if {id_.removeprefix("ytd.") for id_ in ids} == set(own) and len(ids) == 2 * len(own):
            quoted = [self.word("either_span", name=self.name(id_)) for id_ in own]
        else:
            quoted = [self.name(id_) for id_ in ids]
        if len(quoted) == 1:
            return Said(self.word("given", name=quoted[0]))
        return self._listed("any_given", quoted)

    def _matching(self, items: Sequence[t.Matches]) -> Said:
        if len({item.id for item in items}) > 1:
            return self._together("or", "any", [Said(self._single(item)) for item in items])
        return self._listed("matches_any", [self.number(i.expected) for i in items], name=self.name(items[0].id))

    def _implied(self, ifs: Sequence[t.Not], then: Sequence[t.Condition]) -> Said:
        if not then:
            ifs, then = ifs[:-1], [ifs[-1]]
            if not ifs:
                return Said(self._single(then[0]))
        condition = self._inline(self._together("and", "all", [self._said(item.operand) for item in ifs]))
        said = self._said(then[0] if len(then) == 1 else t.Or(tuple(then)))
        text = said.text
        if len(ifs) == 1 and isinstance(given := ifs[0].operand, t.Given):
            text = text.replace(self.name(given.id), self.word("that"))
        return Said(self.word("if", condition=condition, then=text), said.items, joined=True)

    def _listed(self, key: str, texts: Sequence[str], **said: str) -> Said:
        opening = self.word(key, n=len(texts), **said)
        whole = f"{opening} {'; '.join(texts)}"
        return Said(whole) if len(whole) <= _LONGEST else Said(opening, tuple(Said(text) for text in texts))

    def _together(self, joint: str, opening: str, items: Sequence[Said]) -> Said:
        items = tuple(dict.fromkeys(items))
        if len(items) == 1:
            return items[0]
        whole = self.word(joint).join(item.text for item in items)
        if not any(item.items or item.joined for item in items) and len(whole) <= _LONGEST:
            return Said(whole, joined=True)
        return Said(self.word(opening), items)

    def _compared(self, node: t.Compare) -> str:
        match node:
            case t.Compare(">=", t.Call("known", args), t.Number(0)):
                return self._inline(self._listed("any_given", [self.number(arg) for arg in args]))
            case t.Compare("<=", left, t.Number(0)):
                return self._compared(t.Compare("==", left, t.Number(0.0)))
            case t.Compare(">=", left, t.Number(0)):
                return self.word("not_negative", name=self.number(left))
            case t.Compare("==", t.Call("ceil", (inner,)), other) if inner == other:
                return self.word("integer", name=self.number(inner))
            case t.Compare(op, t.Name(name), t.Number(value)) if text := self._counted(name, op, value):
                return text
            case t.Compare(op, left, right):
                kind = "date" if self._is_date(left) else "literal" if isinstance(right, t.Number) else "number"
                sides = [self.side(left, right), self.side(right, left)]
                return COMPARED[self.lang][kind][op].format(*sides)

    def _counted(self, name: str, op: t.Comparison, value: float) -> str | None:
        """Return how it is said that there is none of what a fact counts, or at least one."""
        if name in self.names.denials and (op, value) in (("==", 0), ("<=", 0)):
            return self.names.denials[name]
        if name not in self.names.denials or (op, value) not in ((">=", 1), (">", 0)):
            return None
        label = self.names.label(name)
        return self.word("some", what=label.removeprefix("Số ") if self.lang == "vi" else _lower(label))

    def _flag(self, name: str) -> str:
        label = self.names.label(name)
        return self.word("part", name=label) if name.startswith("part.") else _lower(label)

    def _is_date(self, node: t.Numeric) -> bool:
        return any(self.names.kinds.get(name) == "date" for name in t.names(node))


def _sum(node: t.Compare) -> tuple[t.Numeric, t.Numeric]:
    return whole_sum(node.left), node.right


def _lower(label: str) -> str:
    return label[0].lower() + label[1:] if label[1:2].islower() else label
