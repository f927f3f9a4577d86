"""The loaded content: a vocabulary, rules as trees, and everything that is dated."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.formula.parse import Kind, Parser
from cchc.formula.template import Template
from cchc.formula.tree import Condition, Numeric
from cchc.model.text import Language, Text
from cchc.packs import schema as s
from cchc.packs.evidence_schema import CommonCitation, Directive
from cchc.packs.figure_schema import FigureDef, FigureFile
from cchc.packs.indices import IndexDef
from cchc.packs.signing import SigningRule
from cchc.packs.weaknesses import Weaknesses
from cchc.packs.wordings import Wordings


@dataclass(frozen=True)
class CompiledRate:
    """A rate and its tree."""

    definition: s.RateDef
    tree: Numeric


@dataclass(frozen=True)
class CompiledRule:
    """A rule, the file and line it stands in, and its trees."""

    rule: s.Rule
    topic: str
    file: str
    line: int | None
    when: Condition | None
    must: Condition
    say: Mapping[Language, Template] | None


@dataclass(frozen=True)
class Vocabulary:
    """Every name a formula may use: the kind of its value and its label."""

    kinds: Mapping[str, Kind]
    labels: Mapping[str, Text]

    def parser(self) -> Parser:
        """Return a parser over these names that suggests the nearest one."""
        from cchc.packs.validate import nearest

        return Parser(self.kinds, lambda word: nearest(word, self.kinds))

    def label(self, name: str, lang: Language) -> str:
        """Return the label of a name."""
        return self.labels[name].get(lang)


@dataclass(frozen=True, eq=False)
class Pack:
    """Everything under `rules/` and `indicators/`, checked; the wordings for documents are loaded from `root` when needed."""

    root: Path
    figures: Mapping[str, FigureDef]
    figure_groups: tuple[FigureFile, ...]
    rates: tuple[CompiledRate, ...]
    targets: Mapping[str, s.TargetDef]
    facts: Mapping[str, s.FactDef]
    topics: Mapping[str, s.Topic]
    sources: Mapping[str, s.Source]
    outlines: Mapping[str, s.Outline]
    bodies: tuple[s.Body, ...]
    events: tuple[s.KnownEvent, ...]
    directives: tuple[Directive, ...]
    common_citations: tuple[CommonCitation, ...]
    signing: tuple[SigningRule, ...]
    wordings: Wordings
    profiles: Mapping[str, s.Profile]
    lineages: Mapping[str, tuple[s.ProfileEntry, ...]]
    rule_topics: Mapping[str, Text]
    rules: tuple[CompiledRule, ...]
    vocabulary: Vocabulary
    weaknesses: Weaknesses
    indices: Mapping[str, IndexDef]

    def rule(self, code: str) -> CompiledRule | None:
        """Return the rule with a code, or None."""
        return next((r for r in self.rules if r.rule.code == code), None)
