"""Load `rules/` and `indicators/` into a `Pack`; every fault is collected and raised as one `ContentError`."""

from collections.abc import Callable, Iterable, Sequence
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
from cchc.packs.index_lint import index_problems
from cchc.packs.indices import IndexDef
from cchc.packs.names import vocabulary
from cchc.packs.pack import CompiledRate, CompiledRule, Pack, Vocabulary
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.packs.validate import build
from cchc.packs.weaknesses import Weaknesses, WeaknessFile

ModelT = TypeVar("ModelT", bound=BaseModel)
ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class _ListFile(s.Entry):
    """A file whose only key is a list; the key is the field that is filled."""

    rates: tuple[s.RateDef, ...] = ()
    targets: tuple[s.TargetDef, ...] = ()
    facts: tuple[s.FactDef, ...] = ()
    topics: tuple[s.Topic, ...] = ()
    sources: tuple[s.Source, ...] = ()
    bodies: tuple[s.Body, ...] = ()
    events: tuple[s.KnownEvent, ...] = ()


class Loader:
    """Reads content files below one root and collects what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[InputError] = []

    def load(self) -> Pack:
        """Return the pack; raise `ContentError` with every problem found."""
        groups = [g for _, g in self._folder("indicators/figures", s.FigureFile)]
        lists = {name: self._list(path) for name, path in _LISTS.items()}
        outlines = [o for _, o in self._folder("rules/outline", s.Outline)]
        profiles = [p for _, p in self._folder("rules/profiles", s.Profile)]
        figures = {f.id: f for group in groups for f in group.figures}
        words = vocabulary(
            figures,
            lists["rates"].rates,
            lists["targets"].targets,
            lists["facts"].facts,
            lists["topics"].topics,
            outlines,
        )
        rule_files = self._folder("rules/checks", s.RuleFile)
        sources = {a.id: a for a in lists["sources"].sources}
        codes = sorted(rule.code for _, file in rule_files for rule in file.rules)
        pack = Pack(
            figures=figures,
            figure_groups=tuple(groups),
            rates=tuple(self._rates(lists["rates"].rates, words)),
            targets={t.id: t for t in lists["targets"].targets},
            facts={f.id: f for f in lists["facts"].facts},
            topics={t.id: t for t in lists["topics"].topics},
            sources=sources,
            outlines={o.id: o for o in outlines},
            bodies=lists["bodies"].bodies,
            events=lists["events"].events,
            profiles={p.id: p for p in profiles},
            rule_topics={f.topic: f.label for _, f in rule_files},
            rules=tuple(rule for source, file in rule_files for rule in self._rules(source, file, words)),
            vocabulary=words,
            weaknesses=self._weaknesses(codes, [t.id for t in lists["topics"].topics], words.parser()),
            indices={i.id: i for i in self._indices(words.parser(), sources)},
        )
        self.problems += crosscheck(pack, groups, rule_files)
        self.stop_if_broken()
        return pack

    def stop_if_broken(self) -> None:
        """Raise what was collected, if anything was."""
        if self.problems:
            raise ContentError(self.problems)

    def file(self, relative: str, model: type[ModelT]) -> tuple[SourceText, ModelT] | None:
        """Return one content file as a model, or None after noting its problems."""
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
        loaded = (self.file(f"{relative}/{path.name}", model) for path in paths)
        return [item for item in loaded if item]

    def _list(self, relative: str) -> _ListFile:
        loaded = self.file(relative, _ListFile)
        return loaded[1] if loaded else _ListFile()

    def _rates(self, rates: Iterable[s.RateDef], words: Vocabulary) -> Iterable[CompiledRate]:
        parser = words.parser()
        source = SourceText(_LISTS["rates"], None, {})
        for rate in rates:
            tree = self._parsed(parser.number, rate.formula, source, (rate.id, "formula"))
            if tree is not None:
                yield CompiledRate(rate, tree)

    def _rules(self, source: SourceText, file: s.RuleFile, words: Vocabulary) -> Iterable[CompiledRule]:
        parser = words.parser()
        for i, rule in enumerate(file.rules):
            path = ("rules", i)
            must = self._parsed(parser.condition, rule.must, source, (*path, "must"))
            when = self._parsed(parser.condition, rule.when, source, (*path, "when")) if rule.when else None
            say = self._templates(rule.say, parser, source, path) if rule.say else None
            if must is not None:
                yield CompiledRule(rule, file.topic, source.file, source.line(path), when, must, say)

    def _weaknesses(self, codes: list[str], topics: list[str], parser: Parser) -> Weaknesses:
        loaded = self.file(_WEAKNESSES, WeaknessFile)
        if loaded is None:
            return Weaknesses((), (), {}, {})
        source, file = loaded
        found = weaknesses_check.problems(file, codes, topics, parser)
        if found:
            self.problems += [source.problem(f"{p.id}: {p.message}", p.path) for p in found]
            return Weaknesses((), (), {}, {})
        return weaknesses.build(file, codes, parser)

    def _indices(self, parser: Parser, sources: dict[str, s.Source]) -> Iterable[IndexDef]:
        for source, index in self._folder("indicators/indices", IndexDef):
            self.problems += [source.problem(p.message, p.path) for p in index_problems(index, parser, sources)]
            yield index

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
}


def load_pack(root: Path) -> Pack:
    """Load and check the content below `root`; raise `ContentError` if anything in it is broken."""
    return Loader(root).load()
