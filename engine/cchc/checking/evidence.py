"""The words of an outcome: values used, places they stand in, the reason in one sentence."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from cchc.checking.facts_figures import conflicts_in_words
from cchc.checking.facts_letterhead import AUTHORITY, authority_in_words
from cchc.checking.facts_slips import slips_in_words
from cchc.checking.facts_terms import open_in_words, wrong_in_words
from cchc.checking.headings import missing_in_words, standing
from cchc.checking.history_words import history_in_words
from cchc.checking.table import Table
from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.formula.words import Writer, show_value, with_values, word
from cchc.model.columns import Columns
from cchc.model.outcome import FigureShown, Outcome
from cchc.model.place import Place
from cchc.model.text import Language
from cchc.packs.pack import CompiledRule
from cchc.packs.resolve import Reading

if TYPE_CHECKING:
    from numpy.typing import NDArray

ScalarT = TypeVar("ScalarT", bound=np.generic)
_TEXTS = {
    "vi": {"unknown": "Chưa đủ căn cứ để kết luận: {}.", "unstated": "chưa nêu {}", "no_data": "báo cáo chưa có phần để xác định {}", "two": "{} nêu nhiều giá trị khác nhau, chỉ nêu áng chừng hoặc chỉ nêu theo cấp",
           "no_target": "chưa có {} áp dụng cho kỳ này", "zero": "không tính được {} vì mẫu số bằng 0",
           "scope": "Không áp dụng cho loại kỳ, cấp báo cáo hoặc thời điểm này.", "when": "Chỉ áp dụng khi {}.",
           "false": "không {}", "missing": "chưa nêu {}", "day": "ngày"},
    "en": {"unknown": "Not enough to decide: {}.", "unstated": "{} is not stated", "no_data": "the report has nothing to tell {} from", "two": "{} is stated with different values, only roughly or only level by level",
           "no_target": "no {} applies to this period", "zero": "{} cannot be computed: zero denominator",
           "scope": "Does not apply to this kind of period, level or date.", "when": "Applies only when {}.",
           "false": "not: {}", "missing": "{} is not stated", "day": "day"},
}  # fmt: skip


# A count of contradictions helps nobody who cannot see between which values.
_CONFLICTS = "figures.conflicts"


class _Row(Mapping[str, "NDArray[ScalarT]"]):
    """One row of columns as columns of size 1, cut when asked for."""

    def __init__(self, columns: "Mapping[str, NDArray[ScalarT]]", index: int) -> None:
        self._columns, self._index = columns, index

    def __getitem__(self, name: str) -> "NDArray[ScalarT]":
        return self._columns[name][self._index : self._index + 1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


@dataclass(frozen=True)
class Evidence:
    """Explains outcomes of one report of a batch."""

    table: Table
    index: int
    lang: Language

    @property
    def reading(self) -> Reading:
        """The report and what applies to it."""
        return self.table.readings[self.index]

    @cached_property
    def _evaluator(self) -> Evaluator:
        c, i = self.table.columns, self.index
        return Evaluator(Columns(1, _Row(c.values, i), _Row(c.stated, i), _Row(c.half_unit, i)))

    def value(self, node: t.Node) -> float:
        """Return the value of a number for this report, 1 or 0 of a condition, NaN if unknown."""
        if isinstance(node, t.Flag | t.Name):
            column = self.table.columns.values.get(node.id)
            return math.nan if column is None else float(column[self.index])
        if isinstance(node, t.Compare | t.Given | t.Matches | t.Not | t.And | t.Or):
            truth = self._evaluator.truth(node)
            return 1.0 if truth.true[0] else 0.0 if truth.false[0] else math.nan
        return float(self._evaluator.number(node)[0])

    def show(self, name: str) -> str:
        """Return the value of a name as people write it."""
        value = self.value(t.Name(name))
        if math.isnan(value) and name in self.table.cells[self.index]:
            return word("unclear", self.lang)
        return show_value(value, self.reading.pack.vocabulary.kinds[name], self.lang)

    def figures(self, rule: CompiledRule) -> tuple[FigureShown, ...]:
        """Return the names a rule used, rates opened into the figures they are computed from."""
        used = [*t.names(rule.must), *(t.names(rule.when) if rule.when else ())]
        used += list(rule.say[self.lang].names()) if rule.say else []
        return tuple(self._figure(name) for name in self._opened(used))

    @cached_property
    def _rate_inputs(self) -> Mapping[str, tuple[str, ...]]:
        return {f"rate.{r.definition.id}": t.names(r.tree) for r in self.reading.pack.rates}

    def _opened(self, names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(inner for name in names for inner in (*self._rate_inputs.get(name, ()), name)))

    def _figure(self, name: str) -> FigureShown:
        vocabulary = self.reading.pack.vocabulary
        kind, value = vocabulary.kinds[name], self.value(t.Name(name))
        definition = self.reading.pack.figures.get(name.removeprefix("prev.").removeprefix("ytd."))
        unit = (
            definition.unit.get(self.lang)
            if definition
            else {"percent": "%", "date": _TEXTS[self.lang]["day"]}.get(kind, "")
        )
        cell = self.table.cells[self.index].get(name)
        return FigureShown(
            id=name,
            label=vocabulary.label(name, self.lang),
            value=None if math.isnan(value) else value,
            unit=unit,
            shown=self.show(name),
            places=cell.places if cell else (),
        )

    def places(self, rule: CompiledRule, figures: tuple[FigureShown, ...]) -> tuple[Place, ...]:
        """Return where the figures stand: what is claimed, then those of the condition, else those of the message.

        Where the report gives no places, return where the rule says to look, else where such figures belong.
        """
        claimed = [f for f in figures if rule.rule.when and f.id.startswith("claim.")]
        deciding = set(self._opened(t.names(rule.must))) - {f.id for f in claimed}
        found = [place for f in (*claimed, *(f for f in figures if f.id in deciding)) for place in f.places]
        found = found or [place for figure in figures for place in figure.places]
        known = self.reading.pack.figures
        parts = rule.rule.parts or [known[figure.id].part for figure in figures if figure.id in known]
        found = found or [Place(part=part) for part in parts]
        return tuple(dict.fromkeys(there for place in found if (there := standing(self.reading, place))))

    def message(self, rule: CompiledRule, outcome: Outcome) -> str:
        """Return the outcome in one sentence."""
        if outcome == "fail" and rule.say:
            said = rule.say[self.lang].fill(self.value, self.show, self.lang)
            which = "; ".join(words for name in t.names(rule.must) if (words := self._which(name)))
            return f"{said.rstrip('.')}: {which}" if which else said
        if outcome == "pass":
            return self._holding(rule.must) or rule.rule.title.get(self.lang)
        if outcome == "fail":
            return "; ".join(self._failing(rule.must)) or rule.rule.title.get(self.lang)
        if outcome == "unknown":
            return _TEXTS[self.lang]["unknown"].format("; ".join(self._missing(rule)))
        return self._not_applicable(rule)

    def _which(self, name: str) -> str:
        """Return what a bare count leaves open: between which values a contradiction is, which headings are missing."""
        if name == _CONFLICTS:
            return conflicts_in_words(self.reading, self.lang)
        if name == AUTHORITY:
            return authority_in_words(self.reading, self.lang)
        told = slips_in_words(self.reading, name) or missing_in_words(self.reading, name, self.lang)
        told = told or history_in_words(self.reading, name, self.lang)
        return told or wrong_in_words(self.reading, name, self.lang)

    def _holding(self, node: t.Condition) -> str:
        """Return the comparisons that make a condition true; of several, the equalities over plain terms say most."""
        true = [c for c in _comparisons(node) if self._evaluator.truth(c).true[0]]
        true = [c for c in true if not _asks_if_stated(c)] or true
        equal = [c for c in true if c.op == "=="]
        plain = [c for c in equal if not _sums_known(c)]
        texts = (with_values(c, self.show, self.value, self.lang, holds=True) for c in plain or equal[:1] or true)
        return "; ".join(dict.fromkeys(texts))

    def _failing(self, node: t.Condition) -> list[str]:
        """Return why a condition is false: the comparisons that do not hold, what is not given, what is said."""
        if not self._evaluator.truth(node).false[0]:
            return []
        match node:
            case t.And(items) | t.Or(items):
                return list(dict.fromkeys(text for item in items for text in self._failing(item)))
            case t.Compare():
                return [with_values(node, self.show, self.value, self.lang, holds=False)]
            case t.Given(name):
                return [self._text("missing", name)]
            case t.Flag(name):
                return [self._text("false", name)]
            case t.Not(t.Flag(name)):
                return [self._label(name)]
            case _:
                return [Writer(self.show, self.lang).write(node)]

    def _missing(self, rule: CompiledRule) -> list[str]:
        """Return what has to be known first. Names that the rule can do without come up only if nothing else is missing."""
        conditions = [rule.must, *([rule.when] if rule.when else [])]
        needed = dict.fromkeys(name for c in conditions for name in t.values_needed(c))
        missing = [name for name in needed if math.isnan(self.value(t.Name(name)))]
        optional = {name for c in conditions for name in t.names_asked(c)}
        chosen = [name for name in missing if name not in optional] or missing
        return list(dict.fromkeys(reason for name in chosen for reason in self._why_unknown(name)))

    def _why_unknown(self, name: str) -> list[str]:
        inputs = [n for n in self._opened([name]) if n != name and math.isnan(self.value(t.Name(n)))]
        if inputs:
            return [reason for inner in inputs for reason in self._why_unknown(inner)]
        if name in self.table.cells[self.index]:
            return [self._text("two", name)]
        if told := open_in_words(self.reading, name, self.lang):
            return told
        kind = {"target": "no_target", "rate": "zero"}.get(name.partition(".")[0])
        return [self._text(kind or ("no_data" if name in self.reading.pack.facts else "unstated"), name)]

    def _not_applicable(self, rule: CompiledRule) -> str:
        if rule.when is None or not self._evaluator.truth(rule.when).false[0]:
            return _TEXTS[self.lang]["scope"]
        return _TEXTS[self.lang]["when"].format(Writer(self._label, self.lang).write(rule.when))

    def _label(self, name: str) -> str:
        label = self.reading.pack.vocabulary.label(name, self.lang)
        return label[0].lower() + label[1:] if label[1:2].islower() else label

    def _text(self, key: str, name: str) -> str:
        return _TEXTS[self.lang][key].format(self._label(name))


def _comparisons(node: t.Node) -> Iterator[t.Compare]:
    if isinstance(node, t.Compare):
        yield node
    elif isinstance(node, t.And | t.Or):
        for item in node.items:
            yield from _comparisons(item)


def _asks_if_stated(node: t.Compare) -> bool:
    """Whether a comparison only asks that one of several figures is stated at all: `known(a, b) >= 0`."""
    return node.op == ">=" and node.right == t.Number(0.0) and isinstance(node.left, t.Call)


def _sums_known(node: t.Node) -> bool:
    own = isinstance(node, t.Call) and node.function == "known"
    return own or any(_sums_known(child) for child in t.children(node))
