"""From conclusions, of whichever engine, to weaknesses that a person can follow: reasons, causes, actions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from cchc.inference import phrases
from cchc.inference.atoms import AtomRow
from cchc.model.outcome import ChainStep, Consequence, Outcome, Weakness
from cchc.model.text import Language, Text
from cchc.packs.weaknesses import REPORTED_KINDS, InferenceRule, Weaknesses, is_conclusion

FindingText = Callable[[str, Outcome], str]


@dataclass(frozen=True)
class Wording:
    """Words for base atoms: `finding(code, outcome)` for checks, labels of flags such as `task.x`."""

    finding: FindingText
    flags: Mapping[str, Text]
    lang: Language = "vi"


def weaknesses(pack: Weaknesses, held: Iterable[str], row: AtomRow, wording: Wording) -> tuple[Weakness, ...]:
    """Return the weaknesses of one report in the order of the file, each with chain, causes and actions."""
    tale = _Tale(pack, frozenset(held), row, wording)
    return tuple(tale.weakness(rule) for rule in tale.fired.values() if rule.kind in REPORTED_KINDS)


def negation(atom: str) -> str:
    """Id of the step that says an atom does not hold."""
    return f"not {atom}"


class _Tale:
    def __init__(self, pack: Weaknesses, held: frozenset[str], row: AtomRow, wording: Wording) -> None:
        self.held, self.row, self.wording = held, row, wording
        self.labels = {**pack.labels, **{f"said.{name}": label for name, label in wording.flags.items()}}
        self.fired: dict[str, InferenceRule] = {}
        for rule in pack.rules:
            if rule.conclude in held and self._fires(rule):
                self.fired.setdefault(rule.conclude, rule)

    def weakness(self, rule: InferenceRule) -> Weakness:
        symbol = rule.conclude
        causes = [other for other in self.fired.values() if symbol in other.explains]
        answered = {symbol, *(cause.conclude for cause in causes)}
        actions = [other for other in self.fired.values() if answered.intersection(other.answers)]
        steps: dict[str, ChainStep] = {}
        self._tell(symbol, steps)
        return Weakness(
            id=symbol,
            title=rule.title.get(self.wording.lang),
            chain=tuple(steps.values()),
            cause=tuple(Consequence(id=c.conclude, text=self._cause(c)) for c in causes),
            action=tuple(Consequence(id=a.conclude, text=a.title.get(self.wording.lang)) for a in actions),
        )

    def _tell(self, atom: str, steps: dict[str, ChainStep]) -> None:
        if atom in steps:
            return
        because: tuple[str, ...] = ()
        if is_conclusion(atom):
            because = tuple(self._reasons(self.fired[atom]))
            for reason in because:
                self._tell(reason, steps)
        steps[atom] = ChainStep(id=atom, text=self._text(atom), because=because)

    def _reasons(self, rule: InferenceRule) -> Iterator[str]:
        group = rule.when.at_least.of if rule.when.at_least else ()
        chosen = (*rule.when.all_, *filter(self._holds, (*rule.when.any_, *group)))
        yield from dict.fromkeys((*chosen, *map(negation, rule.when.none)))

    def _fires(self, rule: InferenceRule) -> bool:
        when = rule.when
        return (
            all(map(self._holds, when.all_))
            and (not when.any_ or any(map(self._holds, when.any_)))
            and self.row.false.issuperset(when.none)
            and (when.at_least is None or sum(map(self._holds, when.at_least.of)) >= when.at_least.count)
        )

    def _holds(self, atom: str) -> bool:
        return atom in (self.held if is_conclusion(atom) else self.row.true)

    def _text(self, atom: str) -> str:
        name, denied = atom.removeprefix("not "), atom.startswith("not ")
        if name in self.fired:
            rule = self.fired[name]
            return (rule.text or rule.title).get(self.wording.lang)
        if name in self.labels:
            return phrases.flag_text(self.labels[name], self.wording.lang, denied)
        code, _, outcome = name.partition(".")
        text = self.wording.finding(code, cast(Outcome, outcome))
        return phrases.finding_text(code, outcome, text, self.wording.lang, denied)

    def _cause(self, rule: InferenceRule) -> str:
        prefix = phrases.CAUSE_ORIGIN[rule.origin or "inside"].get(self.wording.lang)
        return f"{prefix}: {rule.title.get(self.wording.lang)}"
