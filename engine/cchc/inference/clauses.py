"""Inference rules without negation and counting: what a plain forward-chaining engine can take.

`none` becomes the symbol `!atom` and `at_least` the symbol `#rule`, both settled before the engine starts;
`any` becomes one clause per alternative. Symbols are numbered: inputs first, conclusions after them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.inference.atoms import Atoms
from cchc.inference.columns import enough
from cchc.packs.weaknesses import InferenceRule, Weaknesses, is_conclusion

if TYPE_CHECKING:
    from cchc.model.columns import Mask

Clause = tuple[int, tuple[int, ...]]


@dataclass(frozen=True)
class Program:
    """`clauses` are pairs of a conclusion and the symbols that together lead to it."""

    inputs: tuple[str, ...]
    conclusions: tuple[str, ...]
    clauses: tuple[Clause, ...]


def compile_rules(pack: Weaknesses) -> Program:
    """Turn rules into numbered clauses, each once."""
    bodies = [(rule.conclude, body) for rule in pack.rules for body in _bodies(rule)]
    conclusions = tuple(dict.fromkeys(rule.conclude for rule in pack.rules))
    inputs = tuple(dict.fromkeys(name for _, body in bodies for name in body if not is_conclusion(name)))
    number = {name: n for n, name in enumerate((*inputs, *conclusions))}
    clauses = ((number[head], tuple(number[name] for name in body)) for head, body in bodies)
    return Program(inputs, conclusions, tuple(dict.fromkeys(clauses)))


def given(program: Program, pack: Weaknesses, atoms: Atoms) -> list[list[int]]:
    """Return per report the numbers of the input symbols that hold."""
    groups = {f"#{rule.id}": rule.when.at_least for rule in pack.rules if rule.when.at_least}

    def mask(name: str) -> "Mask":
        if name in groups:
            return enough(groups[name], atoms)
        return atoms.truth(name[1:]).false if name.startswith("!") else atoms.truth(name).true

    table = np.zeros((atoms.size, len(program.inputs)), np.bool_)
    for n, name in enumerate(program.inputs):
        table[:, n] = mask(name)
    return [np.flatnonzero(row).tolist() for row in table]


def _bodies(rule: InferenceRule) -> Iterator[tuple[str, ...]]:
    common = [*rule.when.all_, *(f"!{atom}" for atom in rule.when.none)]
    if rule.when.at_least:
        common.append(f"#{rule.id}")
    alternatives = [[atom] for atom in rule.when.any_] or [[]]
    for alternative in alternatives:
        # A symbol named twice would need two facts to match; a report has it once.
        yield tuple(dict.fromkeys([*common, *alternative]))
