"""The reference: conclusions of a whole batch as boolean columns, level by level."""

from typing import TYPE_CHECKING

import numpy as np

from cchc.inference.atoms import Atoms
from cchc.packs.weaknesses import AtLeast, InferenceRule, Weaknesses

if TYPE_CHECKING:
    from cchc.model.columns import Mask


def conclude(pack: Weaknesses, atoms: Atoms) -> "dict[str, Mask]":
    """Return per conclusion the mask of the reports in which it holds."""
    held: dict[str, Mask] = {}
    for rule in pack.by_level():
        fires = _fires(rule, atoms, held)
        held[rule.conclude] = held[rule.conclude] | fires if rule.conclude in held else fires
    return held


def enough(group: AtLeast, atoms: Atoms) -> "Mask":
    """Return where at least `count` atoms of the group are known to hold."""
    count = np.zeros(atoms.size, np.int16)
    for atom in group.of:
        count += atoms.truth(atom).true
    return count >= group.count


def _fires(rule: InferenceRule, atoms: Atoms, held: "dict[str, Mask]") -> "Mask":
    fires = np.ones(atoms.size, np.bool_)
    for atom in rule.when.all_:
        fires &= _holds(atom, atoms, held)
    if rule.when.any_:
        fires &= np.logical_or.reduce([_holds(atom, atoms, held) for atom in rule.when.any_])
    for atom in rule.when.none:
        fires &= atoms.truth(atom).false
    if rule.when.at_least:
        fires &= enough(rule.when.at_least, atoms)
    return fires


def _holds(atom: str, atoms: Atoms, held: "dict[str, Mask]") -> "Mask":
    return held[atom] if atom in held else atoms.truth(atom).true
