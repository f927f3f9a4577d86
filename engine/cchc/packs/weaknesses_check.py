"""What can be wrong in `rules/weaknesses.yaml`: unknown names, cycles, counted conclusions."""

import fnmatch
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError
from typing import NamedTuple, get_args

from cchc.formula.parse import FormulaError, Parser
from cchc.model.report import StatementKind
from cchc.packs.validate import did_you_mean
from cchc.packs.weaknesses import (
    MANY,
    OUTCOMES,
    REPORTED_KINDS,
    InferenceRule,
    NamedFact,
    WeaknessFile,
    expand,
    is_conclusion,
    levels,
)

_FINDING = re.compile(r"^([A-Z]{3}\d{3})\.([a-z_]+)$")


class Problem(NamedTuple):
    """A mistake in the file: where (`("rules", 3)`), the id of that rule or fact, and what is wrong."""

    path: tuple[str, int]
    id: str
    message: str


def problems(file: WeaknessFile, codes: Collection[str], topics: Collection[str], parser: Parser) -> list[Problem]:
    """List what is wrong, given the codes of the checks, the topics of statements and a parser for facts."""
    facts, conclusions = {f"fact.{fact.id}" for fact in file.facts}, {rule.conclude for rule in file.rules}
    known = _Known(codes, topics, facts, conclusions)
    found = [*_twice("facts", file.facts), *_twice("rules", file.rules)]
    for n, fact in enumerate(file.facts):
        found += [Problem(("facts", n), fact.id, message) for message in _formula_messages(fact, parser)]
    first: dict[str, InferenceRule] = {}
    for n, rule in enumerate(file.rules):
        messages = (*_rule_messages(rule, known), *_same_conclusion(rule, first.setdefault(rule.conclude, rule)))
        found += [Problem(("rules", n), rule.id, message) for message in messages]
    return found + _cycle(file.rules)


@dataclass(frozen=True)
class _Known:
    codes: Collection[str]
    topics: Collection[str]
    facts: Collection[str]
    conclusions: Collection[str]

    def complaint(self, atom: str) -> str | None:
        """What is wrong with the name of an atom, or None."""
        head, _, rest = atom.partition(".")
        if is_conclusion(atom):
            return _unknown("kết luận", atom, self.conclusions)
        if head == "fact":
            return _unknown("fact", atom, self.facts)
        if head == "said":
            return self._statement(rest)
        return self._finding(atom)

    def _statement(self, rest: str) -> str | None:
        kind, _, topic = rest.partition(".")
        wrong_kind = _unknown("loại nhận định", kind, get_args(StatementKind))
        return wrong_kind or _unknown("chủ đề", topic, self.topics)

    def _finding(self, atom: str) -> str | None:
        match = _FINDING.match(atom)
        if not match:
            return f"không hiểu '{atom}': cần <mã>.<kết quả>, said.<loại>.<chủ đề>, fact.<tên> hoặc kết luận"
        return _unknown("mã quy tắc", match[1], self.codes) or _unknown("kết quả", match[2], OUTCOMES)

    def group(self, atom: str) -> str | None:
        """The same for an atom of `at_least`, where `*` is allowed."""
        match = MANY.match(atom)
        if not match:
            return self.complaint(atom)
        if not fnmatch.filter(self.codes, match[1]):
            return f"không có mã quy tắc nào khớp '{match[1]}'"
        return _unknown("kết quả", match[2], OUTCOMES)


def _rule_messages(rule: InferenceRule, known: _Known) -> Iterator[str]:
    when = rule.when
    of = when.at_least.of if when.at_least else ()
    named = (*when.all_, *when.any_, *when.none, *rule.explains, *rule.answers)
    complaints = (*map(known.complaint, named), *map(known.group, of))
    yield from (message for message in complaints if message)
    for atom in filter(is_conclusion, (*when.none, *of)):
        yield f"'{atom}' là một kết luận: 'none' và 'at_least' chỉ dùng phát hiện, nhận định và fact"
    for atom in filter(set(when.none).__contains__, (*when.all_, *when.any_)):
        yield f"'{atom}' vừa phải có vừa phải không có"
    listed = len(set(expand(of, known.codes)))
    if when.at_least and when.at_least.count > listed:
        yield f"'at_least' đòi {when.at_least.count} nhưng chỉ có {listed}"
    for symbol in rule.explains:
        if symbol.partition(".")[0] not in REPORTED_KINDS:
            yield f"'explains' chỉ gồm {', '.join(REPORTED_KINDS)}; không gồm '{symbol}'"
    for symbol in rule.answers:
        if not is_conclusion(symbol) or symbol.startswith("action."):
            yield f"'answers' chỉ gồm hạn chế, mâu thuẫn hoặc nguyên nhân; không gồm '{symbol}'"


def _same_conclusion(rule: InferenceRule, first: InferenceRule) -> Iterator[str]:
    for key in ("title", "explains", "origin", "answers"):
        if getattr(rule, key) != getattr(first, key):
            yield f"'{rule.conclude}' đã có ở quy tắc '{first.id}' với '{key}' khác"


def _formula_messages(fact: NamedFact, parser: Parser) -> Iterator[str]:
    try:
        parser.condition(fact.formula)
    except FormulaError as error:
        yield str(error)


def _unknown(what: str, name: str, known: Collection[str]) -> str | None:
    return None if name in known else f"không có {what} '{name}'{did_you_mean(name, sorted(known))}"


def _twice(key: str, entries: Sequence[NamedFact | InferenceRule]) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, entry in enumerate(entries):
        if entry.id in seen:
            yield Problem((key, n), entry.id, f"'{entry.id}' được khai hai lần")
        seen.add(entry.id)


def _cycle(rules: Sequence[InferenceRule]) -> list[Problem]:
    try:
        levels(rules)
    except CycleError as error:
        ring: list[str] = error.args[1]
        n = next(n for n, rule in enumerate(rules) if rule.conclude in ring)
        message = f"các kết luận suy ra lẫn nhau thành vòng: {' -> '.join(ring)}"
        return [Problem(("rules", n), rules[n].id, message)]
    return []
