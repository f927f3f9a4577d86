"""What inference starts from: findings, statements, facts; each known to hold, known not to, or neither."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cchc.formula.evaluate import Evaluator, Truth
from cchc.formula.tree import Flag
from cchc.model.outcome import FAIL, OUTCOMES, PASS, UNKNOWN
from cchc.packs.weaknesses import Weaknesses

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CODES: dict[str, int] = {outcome: code for code, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True)
class AtomRow:
    """The atoms of one report."""

    true: frozenset[str]
    false: frozenset[str]


@dataclass(frozen=True)
class Atoms:
    """Base atoms of a batch of `size` reports.

    `outcomes`: per rule code the outcome of each report as PASS, FAIL, UNKNOWN or NOT_APPLICABLE.
    `flags`: per `said.<kind>.<topic>` and `fact.<name>` where it is known to hold and not to hold.
    An atom that is in neither is known neither to hold nor not to hold.
    """

    size: int
    outcomes: "Mapping[str, NDArray[np.int8]]"
    flags: Mapping[str, Truth]

    @classmethod
    def of(cls, codes: Sequence[str], matrix: "NDArray[np.int8]", flags: Mapping[str, Truth]) -> "Atoms":
        """Build from the outcome matrix, a row per report and a column per rule code."""
        return cls(len(matrix), {code: matrix[:, n] for n, code in enumerate(codes)}, flags)

    def truth(self, atom: str) -> Truth:
        """Return where the atom is known to hold, and where it is known not to."""
        if atom in self.flags:
            return self.flags[atom]
        code, _, outcome = atom.partition(".")
        if code not in self.outcomes:
            nowhere = np.zeros(self.size, np.bool_)
            return Truth(nowhere, nowhere)
        return _finding(self.outcomes[code], _CODES[outcome])

    def row(self, index: int, names: Iterable[str]) -> AtomRow:
        """Return what is known of `names` in one report."""
        truths = [(name, self.truth(name)) for name in names]
        return AtomRow(
            frozenset(name for name, truth in truths if truth.true[index]),
            frozenset(name for name, truth in truths if truth.false[index]),
        )


def read_flags(pack: Weaknesses, evaluator: Evaluator) -> dict[str, Truth]:
    """Evaluate the facts and read the statements that the rules name: `said.task.x` is the flag `task.x`."""
    said = {name: Flag(name.removeprefix("said.")) for name in pack.base() if name.startswith("said.")}
    return {name: evaluator.truth(node) for name, node in (said | dict(pack.facts)).items()}


def _finding(outcomes: "NDArray[np.int8]", code: int) -> Truth:
    true = outcomes == code
    # A rule of unknown outcome might yet pass or fail, so neither is known to be false.
    settled = outcomes != UNKNOWN if code in (PASS, FAIL) else np.ones(len(outcomes), np.bool_)
    return Truth(true, ~true & settled)
