"""`rules/weaknesses.yaml`: from findings and statements to weaknesses, causes and actions."""

import fnmatch
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Literal, get_args

from pydantic import Field, model_validator

from cchc.formula.parse import Parser
from cchc.formula.tree import Condition
from cchc.model.outcome import Outcome
from cchc.model.text import Text
from cchc.packs.entry import Entry

Origin = Literal["outside", "inside"]
ConclusionKind = Literal["weakness", "gap", "contradiction", "systemic", "cause", "action"]

CONCLUSION_KINDS: tuple[str, ...] = get_args(ConclusionKind)
REPORTED_KINDS = ("weakness", "gap", "contradiction", "systemic")
OUTCOMES: tuple[str, ...] = get_args(Outcome)
MANY = re.compile(r"^([A-Z0-9*?]*[*?][A-Z0-9*?]*)\.([a-z_]+)$")


class AtLeast(Entry):
    """`count` of the atoms must be known to hold; `DOS*.fail` is a topic, `???1*.fail` a class."""

    count: int = Field(ge=1)
    of: tuple[str, ...] = Field(min_length=1)


class When(Entry):
    """Condition of an inference rule. `none` holds only where each atom is known not to hold."""

    all_: tuple[str, ...] = Field((), alias="all")
    any_: tuple[str, ...] = Field((), alias="any")
    none: tuple[str, ...] = ()
    at_least: AtLeast | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> "When":
        if not (self.all_ or self.any_ or self.none or self.at_least):
            raise ValueError("'when' phải có ít nhất một điều kiện")
        return self


class InferenceRule(Entry):
    """One step of forward chaining: when these hold, that is concluded."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    conclude: str = Field(pattern=rf"^({'|'.join(CONCLUSION_KINDS)})\.[a-z][a-z0-9_]*$")
    title: Text
    text: Text | None = Field(None, description="The step as a sentence; the title where it is left out")
    when: When
    explains: tuple[str, ...] = Field((), description="Cause only: the weaknesses it explains")
    origin: Origin | None = Field(None, description="Cause only: outside or inside the unit")
    answers: tuple[str, ...] = Field((), description="Action only: the conclusions it is an answer to")

    @property
    def kind(self) -> str:
        """First word of the conclusion: weakness, gap, contradiction, systemic, cause or action."""
        return self.conclude.partition(".")[0]

    @model_validator(mode="after")
    def _links_fit_kind(self) -> "InferenceRule":
        cause = self.kind == "cause"
        if cause != bool(self.explains) or cause != bool(self.origin):
            raise ValueError(f"{self.id}: nguyên nhân (cause.…), và chỉ nó, phải có 'explains' và 'origin'")
        if (self.kind == "action") != bool(self.answers):
            raise ValueError(f"{self.id}: việc cần làm (action.…), và chỉ nó, phải có 'answers'")
        return self


class NamedFact(Entry):
    """A boolean formula over figures, rates and targets; `fact.<id>` in conditions."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    formula: str = Field(min_length=1)


class WeaknessFile(Entry):
    """The whole file."""

    facts: tuple[NamedFact, ...] = ()
    rules: tuple[InferenceRule, ...]


@dataclass(frozen=True)
class Weaknesses:
    """Inference rules ready for use: groups with `*` spelled out, facts as trees, conclusions in levels."""

    rules: tuple[InferenceRule, ...]
    levels: tuple[tuple[str, ...], ...]
    facts: Mapping[str, Condition]
    labels: Mapping[str, Text]

    def base(self) -> tuple[str, ...]:
        """Every finding, statement and fact that a condition names, sorted."""
        return tuple(sorted({a for rule in self.rules for a in _atoms(rule.when) if not is_conclusion(a)}))

    def by_level(self) -> Iterator[InferenceRule]:
        """Rules such that each comes after all that conclude one of its conditions."""
        depth = {symbol: n for n, level in enumerate(self.levels) for symbol in level}
        return iter(sorted(self.rules, key=lambda rule: depth[rule.conclude]))


def is_conclusion(atom: str) -> bool:
    """Whether the atom is the conclusion of a rule rather than a finding, statement or fact."""
    return atom.partition(".")[0] in CONCLUSION_KINDS


def build(file: WeaknessFile, codes: Collection[str], parser: Parser) -> Weaknesses:
    """Return the rules ready for use; call `weaknesses_check.problems` first."""
    rules = tuple(rule.model_copy(update={"when": _spelled_out(rule.when, codes)}) for rule in file.rules)
    facts = {f"fact.{fact.id}": parser.condition(fact.formula) for fact in file.facts}
    return Weaknesses(rules, levels(rules), facts, {f"fact.{fact.id}": fact.label for fact in file.facts})


def levels(rules: Iterable[InferenceRule]) -> tuple[tuple[str, ...], ...]:
    """Return the conclusions in waves, each needing earlier ones only; raise `CycleError` on a ring."""
    before: dict[str, set[str]] = {}
    for rule in rules:
        needed = {atom for atom in (*rule.when.all_, *rule.when.any_) if is_conclusion(atom)}
        before.setdefault(rule.conclude, set()).update(needed)
    return tuple(_waves(before))


def _waves(before: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    order = TopologicalSorter(before)
    order.prepare()
    while order.is_active():
        ready = order.get_ready()
        yield tuple(sorted(ready))
        order.done(*ready)


def _atoms(when: When) -> tuple[str, ...]:
    return (*when.all_, *when.any_, *when.none, *(when.at_least.of if when.at_least else ()))


def _spelled_out(when: When, codes: Collection[str]) -> When:
    if when.at_least is None:
        return when
    of = tuple(dict.fromkeys(expand(when.at_least.of, codes)))
    return when.model_copy(update={"at_least": AtLeast(count=when.at_least.count, of=of)})


def expand(atoms: Iterable[str], codes: Collection[str]) -> Iterator[str]:
    """Spell out `DOS*.fail` or `???1*.fail` over the codes of the checks."""
    for atom in atoms:
        match = MANY.match(atom)
        if match:
            yield from (f"{code}.{match[2]}" for code in sorted(fnmatch.filter(codes, match[1])))
        else:
            yield atom
