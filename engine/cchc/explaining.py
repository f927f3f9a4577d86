"""The pages of the content: what `cchc explain` prints and `docs/` holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from cchc.checking.examples import case_message
from cchc.formula.prose import Teller
from cchc.formula.quantities import Names
from cchc.model.errors import UsageError
from cchc.model.text import Language
from cchc.output.pages.page import Page
from cchc.output.pages.profile import ProfilePages
from cchc.output.pages.rule import Example, RulePages
from cchc.packs.denials import denials
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.schema import Case, Profile
from cchc.packs.validate import nearest
from cchc.vietnamese.numbers import show_date, show_number

if TYPE_CHECKING:
    from cchc.output.pages.figure import FigurePages
    from cchc.output.pages.target import TargetPages
    from cchc.packs.indices import IndexDef
    from cchc.scoring.tree import ReadyIndex

_HAS = {"vi": "báo cáo có", "en": "the report has"}


@dataclass(frozen=True, eq=False)
class Pages:
    """Every page of a pack in one language; `line`: rules name the line they stand in, which changes with any edit."""

    pack: Pack
    lang: Language
    line: bool = True

    @cached_property
    def teller(self) -> Teller:
        """Tells conditions with the labels of the pack."""
        vocabulary = self.pack.vocabulary
        names = Names(vocabulary.kinds, lambda name: vocabulary.label(name, self.lang), self._denials)
        return Teller(names, self.lang)

    @cached_property
    def _denials(self) -> dict[str, str]:
        return {name: text.get(self.lang) for name, text in denials(self.pack).items()}

    @cached_property
    def _rules(self) -> RulePages:
        return RulePages(self.pack, self.teller, self.lang)

    @cached_property
    def _figures(self) -> "FigurePages":
        from cchc.output.pages.figure import FigurePages

        return FigurePages(self.pack, self.teller, self.lang, self._index_figures)

    @cached_property
    def _targets(self) -> "TargetPages":
        from cchc.output.pages.target import TargetPages

        return TargetPages(self.pack, self.lang)

    @cached_property
    def _index_figures(self) -> "dict[str, list[tuple[str, str]]]":
        used: dict[str, list[tuple[str, str]]] = {}
        for index in self.pack.indices.values():
            for leaf in self._ready(index).leaves:
                for figure in leaf.figures():
                    used.setdefault(figure, []).append((index.id, leaf.criterion.code))
        return used

    def _ready(self, index: "IndexDef") -> "ReadyIndex":
        from cchc.scores import ScoreOptions, ready_index

        return ready_index(self.pack, index, ScoreOptions())

    def rule(self, rule: CompiledRule) -> Page:
        """Return the page of a rule, with its first passing and its first failing case."""
        firsts = {case.expect: case for case in reversed(rule.rule.cases)}
        examples = [self._example(rule, firsts[o]) for o in ("pass", "fail") if o in firsts]
        return self._rules.page(rule, examples, self.line)

    def _example(self, rule: CompiledRule, case: Case) -> Example:
        given = tuple(self._stated(name, value) for name, value in case.given.items())
        return Example(case.expect, given, case_message(self.pack, rule, case, self.lang))

    def _stated(self, name: str, value: object) -> str:
        """Return `label = value`, and of what is so or not so a sentence."""
        label = self.pack.vocabulary.label(name, self.lang)
        if value is False and name in self._denials:
            return self._denials[name]
        if isinstance(value, bool):
            # The label of a flag is a sentence; that of a heading only names it.
            sentence = label[:1].lower() + label[1:] if label[1:2].islower() else label
            return f"{_HAS[self.lang]} {label}" if name.startswith("part.") else sentence
        return f"{label} = {self._shown(value)}"

    def _shown(self, value: object) -> str:
        if isinstance(value, date):
            return show_date(value, self.lang)
        if isinstance(value, int | float):
            return show_number(value, self.lang, 6)
        return str(value).replace(".", ",") if self.lang == "vi" else str(value)

    def figure(self, figure_id: str) -> Page:
        """Return the page of a figure."""
        return self._figures.page(self.pack.figures[figure_id])

    def target(self, target_id: str) -> Page:
        """Return the page of a target."""
        return self._targets.page(self.pack.targets[target_id])

    def profile(self, profile: Profile) -> Page:
        """Return the page of a profile."""
        return ProfilePages(self.pack, self.lang).page(profile)

    def index(self, index: "IndexDef") -> Page:
        """Return the page of an index."""
        from cchc.output.pages.index import IndexPages
        from cchc.scoring.wording import formula_text

        penalties = {domain.code for domain in index.domains if domain.role == "penalty"}
        said = {
            leaf.criterion.code: formula_text(leaf, self._quoted, self.lang, leaf.domain in penalties)
            for leaf in self._ready(index).leaves
        }
        return IndexPages(self.pack, index, said, self.lang).page()

    def _quoted(self, name: str) -> str:
        return f"“{self.pack.vocabulary.label(name, self.lang)}”"

    def find(self, name: str) -> tuple[Page, ...]:
        """Return the pages of a rule, figure, target or index by its id, or of the rules of a catalogue id.

        Raise `UsageError` with the nearest name.
        """
        found = tuple(self._named(name))
        if not found:
            known = [*self._codes(), *self.pack.figures, *self.pack.targets, *self.pack.indices, *self.pack.profiles]
            spelled = {one.lower(): one for one in known}
            near = nearest(name.lower(), spelled)
            hint = f", có phải '{spelled[near]}'?" if near else ""
            raise UsageError(
                f"không có quy tắc, số liệu, chỉ tiêu, bộ chỉ số hay hồ sơ áp dụng '{name}'{hint}; "
                "'cchc rules', 'cchc figures', 'cchc indices', 'cchc profiles' liệt kê tất cả"
            )
        return found

    def _named(self, name: str) -> Iterator[Page]:
        code, plain = name.upper(), name.removeprefix("target.")
        yield from (self.rule(rule) for rule in self.pack.rules if code in (rule.rule.code, *rule.rule.origin))
        if name in self.pack.figures:
            yield self.figure(name)
        if plain in self.pack.targets:
            yield self.target(plain)
        if name in self.pack.indices:
            yield self.index(self.pack.indices[name])
        if name in self.pack.profiles:
            yield self.profile(self.pack.profiles[name])

    def _codes(self) -> list[str]:
        return [code for rule in self.pack.rules for code in (rule.rule.code, *rule.rule.origin)]
