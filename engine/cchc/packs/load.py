"""Load `rules/` and `indicators/` into a `Pack`; every fault is collected and raised as one `ContentError`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from cchc.formula.parse import FormulaError, Parser
from cchc.formula.template import Template, parse_template
from cchc.model.errors import ContentError, InputError
from cchc.model.text import Language, Text
from cchc.packs import schema as s
from cchc.packs import weaknesses, weaknesses_check
from cchc.packs.crosscheck import crosscheck
from cchc.packs.entry import Entry
from cchc.packs.figure_schema import FigureFile
from cchc.packs.index_content import Indices
from cchc.packs.names import vocabulary
from cchc.packs.pack import CompiledRate, CompiledRule, Pack
from cchc.packs.profile_check import profile_problems
from cchc.packs.profiles import Lineage, applied, lineages
from cchc.packs.signing import SIGNING
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.packs.validate import build
from cchc.packs.weaknesses import Weaknesses, WeaknessFile
from cchc.packs.wording_schema import ActFile, TermFile
from cchc.packs.wordings import ACTS, TERMS, Wordings, wordings

ModelT = TypeVar("ModelT", bound=BaseModel)
ResultT = TypeVar("ResultT")


@dataclass(frozen=True)
class _Shelf:
    """All files read and of the right shape, formulas not yet parsed."""

    groups: tuple[FigureFile, ...]
    lists: s.Lists
    outlines: tuple[s.Outline, ...]
    profiles: tuple[tuple[SourceText, s.ProfileEntry], ...]
    checks: tuple[tuple[SourceText, s.RuleFile], ...]
    weaknesses: tuple[SourceText, WeaknessFile] | None
    terms: tuple[SourceText, TermFile] | None
    acts: tuple[SourceText, ActFile] | None


class Loader:
    """Reads content files below one root and collects what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[InputError] = []

    def load(self) -> Pack:
        """Return the pack; raise `ContentError` with every problem found."""
        shelf = self._read()
        # Formulas of other files would only complain of names that a broken file could not give.
        self._stop_if_broken()
        pack = self._compiled(shelf)
        self.problems += crosscheck(pack, shelf.groups, shelf.checks)
        self.problems += profile_problems(pack, shelf.profiles)
        self._stop_if_broken()
        return pack

    def _read(self) -> _Shelf:
        return _Shelf(
            groups=tuple(g for _, g in self._folder("indicators/figures", FigureFile)),
            lists=self._lists(),
            outlines=tuple(o for _, o in self._folder("rules/outline", s.Outline)),
            profiles=tuple(self._folder("rules/profiles", s.ProfileEntry)),
            checks=tuple(self._folder("rules/checks", s.RuleFile)),
            weaknesses=self._file(_WEAKNESSES, WeaknessFile),
            terms=self._file(TERMS, TermFile),
            acts=self._file(ACTS, ActFile),
        )

    def _compiled(self, shelf: _Shelf) -> Pack:
        lists = shelf.lists
        figures = {f.id: f for group in shelf.groups for f in group.figures}
        words = vocabulary(figures, lists, shelf.outlines)
        parser = words.parser()
        sources = {a.id: a for a in lists.sources}
        chains, broken = lineages(shelf.profiles)
        self.problems += broken
        return Pack(
            root=self.root,
            figures=figures,
            figure_groups=shelf.groups,
            rates=tuple(self._rates(lists.rates, parser)),
            targets={t.id: t for t in lists.targets},
            facts={f.id: f for f in lists.facts},
            topics={t.id: t for t in lists.topics},
            sources=sources,
            outlines={o.id: o for o in shelf.outlines},
            bodies=lists.bodies,
            events=lists.events,
            directives=lists.directives,
            common_citations=lists.common_citations,
            profiles=self._profiles(shelf, chains),
            lineages=chains,
            signing=lists.signing,
            wordings=self._wordings(shelf),
            rule_topics={f.topic: f.label for _, f in shelf.checks},
            rules=tuple(rule for source, file in shelf.checks for rule in self._rules(source, file, parser)),
            vocabulary=words,
            weaknesses=self._weaknesses(shelf, parser),
            indices=Indices(self.root, parser, sources),
        )

    def _profiles(self, shelf: _Shelf, chains: Mapping[str, Lineage]) -> dict[str, s.Profile]:
        found: dict[str, s.Profile] = {}
        for source, entry in shelf.profiles:
            if entry.id in chains:
                try:
                    found[entry.id] = applied(chains[entry.id])
                except ValueError as error:
                    self.problems.append(source.problem(str(error), ()))
        return found

    def _stop_if_broken(self) -> None:
        if self.problems:
            raise ContentError(self.problems)

    def _file(self, relative: str, model: type[ModelT]) -> tuple[SourceText, ModelT] | None:
        path = self.root / relative
        try:
            source = parse_yaml(read_text(path, relative), relative)
        except InputError as error:
            self.problems.append(error)
            return None
        built = build(model, source)
        if isinstance(built, list):
            self.problems += built
            return None
        return source, built

    def _folder(self, relative: str, model: type[ModelT]) -> list[tuple[SourceText, ModelT]]:
        paths = sorted((self.root / relative).glob("*.yaml"))
        if not paths:
            self.problems.append(InputError("không có tệp .yaml nào trong thư mục nội dung", relative))
        loaded = (self._file(f"{relative}/{path.name}", model) for path in paths)
        return [item for item in loaded if item]

    def _lists(self) -> s.Lists:
        merged = s.Lists()
        for name, relative in _LISTS.items():
            loaded = self._file(relative, s.Lists)
            if loaded is None:
                continue
            source, lists = loaded
            for other in lists.model_fields_set - {name}:
                self.problems.append(source.problem(f"tệp này chỉ chứa '{name}'", (other,)))
            self.problems += _repeated(source, name, getattr(lists, name))
            merged = merged.model_copy(update={name: getattr(lists, name)})
        return merged

    def _rates(self, rates: Iterable[s.RateDef], parser: Parser) -> Iterator[CompiledRate]:
        source = SourceText(_LISTS["rates"], None, {})
        for rate in rates:
            tree = self._parsed(parser.number, rate.formula, source, (rate.id, "formula"))
            if tree is not None:
                yield CompiledRate(rate, tree)

    def _rules(self, source: SourceText, file: s.RuleFile, parser: Parser) -> Iterator[CompiledRule]:
        for i, rule in enumerate(file.rules):
            path = ("rules", i)
            must = self._parsed(parser.condition, rule.must, source, (*path, "must"))
            when = self._parsed(parser.condition, rule.when, source, (*path, "when")) if rule.when else None
            say = self._templates(rule.say, parser, source, path) if rule.say else None
            if must is not None:
                yield CompiledRule(rule, file.topic, source.file, source.line(path), when, must, say)

    def _wordings(self, shelf: _Shelf) -> Wordings:
        if shelf.terms is None or shelf.acts is None:
            return Wordings((), (), {})
        found, problems = wordings(shelf.terms, shelf.acts, shelf.lists)
        self.problems += problems
        return found

    def _weaknesses(self, shelf: _Shelf, parser: Parser) -> Weaknesses:
        none = Weaknesses((), (), {}, {})
        if shelf.weaknesses is None:
            return none
        source, file = shelf.weaknesses
        codes = sorted(rule.code for _, checks in shelf.checks for rule in checks.rules)
        found = weaknesses_check.problems(file, codes, [t.id for t in shelf.lists.topics], parser)
        self.problems += [source.problem(f"{p.id}: {p.message}", p.path) for p in found]
        return none if found else weaknesses.build(file, codes, parser)

    def _templates(
        self, say: Text, parser: Parser, source: SourceText, path: Sequence[str | int]
    ) -> dict[Language, Template] | None:
        texts: dict[Language, str] = {"vi": say.vi, "en": say.en}
        parsed = {
            lang: self._parsed(lambda text: parse_template(text, parser), text, source, (*path, "say", lang))
            for lang, text in texts.items()
        }
        return {lang: template for lang, template in parsed.items() if template is not None} or None

    def _parsed(
        self, parse: Callable[[str], ResultT], text: str, source: SourceText, path: Sequence[str | int]
    ) -> ResultT | None:
        try:
            return parse(text)
        except FormulaError as error:
            self.problems.append(source.problem(str(error), path))
            return None


_WEAKNESSES = "rules/weaknesses.yaml"
_LISTS = {
    "rates": "indicators/rates.yaml",
    "targets": "rules/targets.yaml",
    "facts": "rules/facts.yaml",
    "topics": "rules/topics.yaml",
    "sources": "rules/sources.yaml",
    "bodies": "rules/wording/bodies.yaml",
    "events": "rules/wording/events.yaml",
    "directives": "rules/wording/directives.yaml",
    "common_citations": "rules/wording/common-citations.yaml",
    "signing": SIGNING,
}


def _repeated(source: SourceText, name: str, entries: Sequence[Entry]) -> Iterator[InputError]:
    seen: set[str] = set()
    for i, entry in enumerate(entries):
        own = getattr(entry, "id", None)
        if own is not None and own in seen:
            yield source.problem(f"mã '{own}' được khai hai lần", (name, i))
        seen.add(own or "")


def load_pack(root: Path) -> Pack:
    """Load and check the content below `root`; raise `ContentError` if anything in it is broken."""
    return Loader(root).load()
