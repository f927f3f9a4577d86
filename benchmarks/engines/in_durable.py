"""durable-rules alone: two rules a check over the fact that a report is, and conclusions from the facts these assert.

Negation is not asked of it (it matches its own hidden fact): a check has a rule for passing and rules for failing, and what
neither fires for is unknown. It cannot divide, so a ratio is written as a product, exact for the shares of the workload.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.engines.in_python import ByRow, Told
from benchmarks.engines.translate import short

from cchc.formula import tree as t
from cchc.model.outcome import FAIL, PASS, UNKNOWN

if TYPE_CHECKING:
    from benchmarks.engines.workload import Data, Workload

_NAN = float("nan")
_NAMES = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}
_SWAPPED: dict[str, t.Comparison] = {"==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITE: dict[str, tuple[t.Comparison, ...]] = {
    "==": ("<", ">"),
    "<": (">=",),
    "<=": (">",),
    ">": ("<=",),
    ">=": ("<",),
}
_ARITHMETIC = {"+": "$add", "-": "$sub", "*": "$mul"}
PART = 20
"""Checks a fact is for: durable-rules takes no fact that concerns some hundred rules, so a report is several facts."""
Condition = dict[str, Any]
Ways = list[list[Condition]]
"""Alternatives, each of conditions that hold together: a rule each."""


class Durable(ByRow):
    """Everything in one rule set."""

    name, package = "durable-rules", "durable-rules"

    def load(self, work: "Workload") -> None:
        """Make the rule set."""
        import durable_rules_engine

        self._work, self._engine = work, durable_rules_engine
        atoms = {atom for _, bodies in work.ways for body in bodies for atom in body}
        self._facts = {atom: json.dumps({"sid": "r", "id": atom, "s": atom}) for atom in atoms}
        self._place = {code: n for n, code in enumerate(work.codes)}
        rules = dict(_rules(work))
        self._told = {rule: rule.partition("#")[0] for rule in rules}
        self._handle: Any = durable_rules_engine.create_ruleset("bench", json.dumps(rules))

    def take(self, data: "Data") -> Any:
        """Return a fact a report, without what is missing."""
        rows = ({short(name): value for name, value in row.items() if value is not None} for row in data.rows)
        parts = range(-(-len(self._place) // PART))
        return [[json.dumps({"sid": "r", "id": f"r{n}", "part": f"p{n}", **row}) for n in parts] for row in rows]

    def run(self, taken: Any) -> list[Told]:
        """Assert each report and listen to what fires."""
        return [self._one(facts) for facts in taken]

    def _one(self, facts: list[str]) -> Told:
        for fact in facts:
            self._engine.assert_fact(self._handle, fact)
        told: set[str] = set()
        while action := self._engine.start_action(self._handle):
            message, offset = action[1], action[2]
            while message:
                self._hear(self._told[message[2 : message.index('"', 2)]], told)
                message = self._engine.complete_and_start_action(self._handle, offset)
        self._engine.delete_state(self._handle, "r")
        return self._answer(told)

    def _hear(self, atom: str, told: set[str]) -> None:
        if atom not in told:
            told.add(atom)
            if atom in self._facts:
                self._engine.assert_fact(self._handle, self._facts[atom])

    def _answer(self, told: set[str]) -> Told:
        codes = [UNKNOWN] * len(self._place)
        passed = known = 0
        for atom in told:
            code, _, outcome = atom.partition(".")
            if code in self._place:
                n = self._place[code]
                codes[n] = PASS if outcome == "pass" else FAIL
                known += self._work.weights[n]
                passed += self._work.weights[n] * (outcome == "pass")
        return codes, [name in told for name in self._work.conclusions], 100 * passed / known if known else _NAN


def _rules(work: "Workload") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield rules by names such as `BNA100.fail#1`: what they tell, and a number."""
    yield "boot", {"all": [{"m": {"part": "p0"}}]}
    for place, (code, tree) in enumerate(zip(work.codes, work.trees, strict=True)):
        part: Condition = {"part": f"p{place // PART}"}
        for outcome, ways in (("pass", _true(tree)), ("fail", _false(tree))):
            for n, together in enumerate(ways):
                yield f"{code}.{outcome}#{n}", {"all": [{"m": {"$and": [part, *together]}}]}
    for name, bodies in work.ways:
        for n, body in enumerate(bodies):
            yield f"{name}#{n}", {"all": [{f"m{m}": {"s": atom}} for m, atom in enumerate(body)]}


def _true(node: t.Condition) -> Ways:
    match node:
        case t.Compare(op, left, right):
            return [_compare(op, left, right)]
        case t.And(items):
            return _product([_true(item) for item in items])
        case t.Or(items):
            return [way for item in items for way in _true(item)]
    raise NotImplementedError(f"not in the workload: {node}")


def _false(node: t.Condition) -> Ways:
    match node:
        case t.Compare(op, left, right):
            return [_compare(other, left, right) for other in _OPPOSITE[op]]
        case t.And(items):
            return [way for item in items for way in _false(item)]
        case t.Or(items):
            return _product([_false(item) for item in items])
    raise NotImplementedError(f"not in the workload: {node}")


def _product(parts: list[Ways]) -> Ways:
    found: Ways = [[]]
    for ways in parts:
        found = [[*one, *way] for one in found for way in ways]
    return found


def _compare(op: t.Comparison, left: t.Numeric, right: t.Numeric) -> list[Condition]:
    """Return conditions with a plain name on the left, as durable-rules wants it."""
    if isinstance(left, t.Binary) and left.op == "/":
        divisor = _compare(">", left.right, t.Number(0.0))
        return [*divisor, *_compare(op, left.left, t.Binary("*", left.right, right))]
    if not isinstance(left, t.Name):
        return _compare(_SWAPPED[op], right, left)
    side = _side(right)
    # A name that is missing on the right compares as anything: it must be asked for first.
    there = [{"$ex": {short(name): 1}} for name in t.names(right)]
    return [*there, {short(left.id): side} if op == "==" else {_NAMES[op]: {short(left.id): side}}]


def _side(node: t.Numeric) -> Any:
    match node:
        case t.Number(value):
            return value
        case t.Name(name):
            return {"$m": short(name)}
        case t.Binary(op, left, right):
            return {_ARITHMETIC[op]: {"$l": _side(left), "$r": _side(right)}}
    raise NotImplementedError(f"not in the workload: {node}")
