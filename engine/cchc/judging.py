"""Judge a batch of reports: conclusions from outcomes, one verdict a report, and only the checks that were asked for."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, get_args

from cchc.checking.table import Table
from cchc.formula.evaluate import Evaluator
from cchc.inference.atoms import Atoms, read_flags
from cchc.inference.engine import Inference, infer
from cchc.inference.explain import Wording, weaknesses
from cchc.model.errors import UsageError
from cchc.model.outcome import SEVERITIES, Basis, CheckResult, ReadSummary, Severity, Verdict, Weakness
from cchc.model.period import PeriodKind
from cchc.model.text import Language
from cchc.packs.figure_schema import Presence
from cchc.packs.pack import Pack
from cchc.packs.validate import did_you_mean

if TYPE_CHECKING:
    from cchc.checking.evaluate import Outcomes

ENOUGH = 0.25
"""A report that states less than this share of what its period needs may hide anything: it is not called good."""
_DUE: dict[PeriodKind, tuple[Presence, ...]] = {
    "month": ("month",),
    "quarter": ("month", "quarter"),
    "half_year": ("month", "quarter"),
    "nine_months": ("month", "quarter"),
    "year": ("month", "quarter", "year"),
}


@dataclass(frozen=True)
class Conclusions:
    """What inference concluded on a batch, ready to be told report by report."""

    pack: Pack
    atoms: Atoms
    inference: Inference

    def told(self, index: int, outcomes: Sequence[CheckResult], lang: Language) -> tuple[Weakness, ...]:
        """Return the weaknesses of one report with their chains."""
        messages = {o.code: o.message for o in outcomes}
        wording = Wording(lambda code, _: messages[code], self.pack.vocabulary.labels, lang)
        row = self.atoms.row(index, self.pack.weaknesses.base())
        return weaknesses(self.pack.weaknesses, self.inference.of(index), row, wording)


def conclude(pack: Pack, table: Table, matrix: "Outcomes") -> Conclusions:
    """Chain from the outcomes of a batch to weaknesses, causes and actions."""
    flags = read_flags(pack.weaknesses, Evaluator(table.columns))
    atoms = Atoms.of([rule.rule.code for rule in pack.rules], matrix, flags)
    return Conclusions(pack, atoms, infer(pack.weaknesses, atoms))


def read_summary(pack: Pack, kind: PeriodKind | None, stated: Collection[str]) -> ReadSummary:
    """Return how many of the figures that a report of this kind of period needs are stated, and which are not.

    Where the period is not known, only those are needed that every report needs.
    """
    needed = [f.id for f in pack.figures.values() if f.required in _DUE[kind or "month"]]
    missing = tuple(name for name in needed if name not in stated)
    return ReadSummary(found=len(needed) - len(missing), expected=len(needed), missing=missing)


def verdict(outcomes: Sequence[CheckResult], read: ReadSummary) -> Verdict:
    """Return `mend` if an error failed, `undecided` if too little was read, `explain` for a warning, else `pass`."""
    failed = {o.severity for o in outcomes if o.outcome == "fail"}
    if "error" in failed:
        return "mend"
    if read.found < ENOUGH * read.expected or all(o.outcome in ("unknown", "not_applicable") for o in outcomes):
        return "undecided"
    return "explain" if "warning" in failed else "pass"


def concerned(
    found: Sequence[Weakness], every: Sequence[CheckResult], chosen: Sequence[CheckResult]
) -> tuple[Weakness, ...]:
    """Leave out weaknesses that follow only from checks the user did not ask for."""
    codes, wanted = {o.code for o in every}, {o.code for o in chosen}

    def concerns(weakness: Weakness) -> bool:
        findings = {step.id.removeprefix("not ").partition(".")[0] for step in weakness.chain} & codes
        return bool(findings & wanted) or (not findings and codes == wanted)

    return tuple(w for w in found if concerns(w))


class Choosable(Protocol):
    """A check as a user may choose it."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def topic(self) -> str:
        """Its topic."""

    @property
    def severity(self) -> Severity:
        """Its severity for the report at hand."""

    @property
    def basis(self) -> Basis:
        """What it rests on."""


def chooser(pack: Pack, select: Sequence[str], ignore: Sequence[str]) -> Callable[[Choosable], bool]:
    """Return which outcomes the user wants: codes, beginnings of codes, topics, severities or bases."""
    codes = [r.rule.code for r in pack.rules]
    known = {*codes, *(code[:3] for code in codes), *pack.rule_topics, *SEVERITIES, *get_args(Basis)}
    for word in (*select, *ignore):
        if word not in known and not any(code.startswith(word.upper()) and len(word) >= 3 for code in codes):
            raise UsageError(f"không có mã, nhóm, mức hay căn cứ '{word}'{did_you_mean(word, known)}")

    def named(outcome: Choosable, words: Sequence[str]) -> bool:
        exact = {outcome.topic, outcome.severity, outcome.basis}
        return any(word in exact or outcome.code.startswith(word.upper()) for word in words)

    return lambda o: (not select or named(o, select)) and not named(o, ignore)
