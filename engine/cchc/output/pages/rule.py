"""The page of one rule: what, when, why, source, condition in words, an example that passes and one that fails, fix."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc.formula import tree as t
from cchc.formula.prose import Teller
from cchc.model.outcome import Outcome
from cchc.model.text import Language
from cchc.output.pages.page import Entry, Line, Page, entry, listed, told
from cchc.output.pages.words import scope_word, seen_word, span_text
from cchc.output.words import has_document, outcome_word, severity_word, source_text
from cchc.packs.pack import CompiledRule, Pack

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"must": "Điều phải đúng", "when": "Chỉ áp dụng khi", "why": "Vì sao", "source": "Căn cứ", "fix": "Cần làm", "level": "Mức",
           "case": "Ví dụ", "origin": "Mã trong danh mục nghiên cứu", "formula": "Công thức", "file": "Nơi khai báo", "dates": "Hiệu lực",
           "seen": "Đã đọc văn bản: {}", "periods": "Loại kỳ", "levels": "Cấp", "prints": "Máy ghi: {}", "rates": "Tỷ lệ tính từ số liệu",
           "figures": "Số liệu dùng", "targets": "Chỉ tiêu dùng", "topic": "Nhóm"},
    "en": {"must": "What must hold", "when": "Applies only when", "why": "Why", "source": "Source", "fix": "To do", "level": "Severity",
           "case": "Example", "origin": "Id in the research catalogue", "formula": "Formula", "file": "Declared in", "dates": "In force",
           "seen": "Text seen: {}", "periods": "Periods", "levels": "Levels", "prints": "What is printed: {}", "rates": "Rates computed from figures",
           "figures": "Figures used", "targets": "Targets used", "topic": "Topic"},
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """A small report, one text for each thing it says, and what a check says of it."""

    outcome: Outcome
    given: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class RulePages:
    """Makes the pages of the rules of a pack in one language."""

    pack: Pack
    teller: Teller
    lang: Language

    def page(self, rule: CompiledRule, examples: Sequence[Example], line: bool = True) -> Page:
        """Return the page of a rule; `line`: name the line it stands in too."""
        return Page(rule.rule.code, rule.rule.title.get(self.lang), tuple(self._entries(rule, examples, line)))

    def _entries(self, rule: CompiledRule, examples: Sequence[Example], line: bool) -> Iterator[Entry]:
        words, r, lang = _WORDS[self.lang], rule.rule, self.lang
        yield from entry(words["level"], severity_word(r.severity, lang))
        yield told(words["must"], self.teller.tell(rule.must))
        if rule.when is not None:
            yield told(words["when"], self.teller.tell(rule.when))
        yield from self._rates(rule)
        yield from self._scope(rule)
        yield from entry(words["why"], r.why.get(lang))
        yield from self._source(rule)
        for example in examples:
            yield self._example(example)
        yield from entry(words["fix"], r.fix.get(lang))
        yield from self._used(rule)
        yield from entry(words["topic"], self.pack.rule_topics[rule.topic].get(lang))
        yield from entry(words["formula"], *_formulas(rule))
        yield from entry(words["origin"], ", ".join(r.origin))
        yield from entry(words["file"], f"{rule.file}:{rule.line}" if line else rule.file)

    def _rates(self, rule: CompiledRule) -> Iterator[Entry]:
        used = {name for node in (rule.must, rule.when) if node for name in t.names(node)}
        rates = [rate for rate in self.pack.rates if f"rate.{rate.definition.id}" in used]
        yield from entry(
            _WORDS[self.lang]["rates"],
            *(f"“{rate.definition.label.get(self.lang)}” = {self.teller.number(rate.tree)}" for rate in rates),
        )

    def _scope(self, rule: CompiledRule) -> Iterator[Entry]:
        words, r = _WORDS[self.lang], rule.rule
        for key, values in (("periods", r.periods), ("levels", r.levels)):
            yield from entry(words[key], ", ".join(scope_word(value, self.lang) for value in values))
        yield from entry(words["dates"], span_text(r.in_force.from_, r.in_force.to, self.lang))

    def _source(self, rule: CompiledRule) -> Iterator[Entry]:
        words, r = _WORDS[self.lang], rule.rule
        source = self.pack.sources[r.source.act]
        lines = [Line(source_text(source.document, r.source.clause, r.basis, self.lang))]
        if has_document(r.basis):
            lines += [Line(f"`{source.address}`", 1)] if source.address else []
            lines += [Line(words["seen"].format(seen_word(source.seen, self.lang)), 1)]
        yield Entry(words["source"], tuple(lines))

    def _example(self, example: Example) -> Entry:
        words = _WORDS[self.lang]
        given = "; ".join(example.given)
        title = f"{words['case']} ({outcome_word(example.outcome, self.lang).lower()})"
        return Entry(title, (Line(given), Line(words["prints"].format(example.message), 1)))

    def _used(self, rule: CompiledRule) -> Iterator[Entry]:
        words, vocabulary = _WORDS[self.lang], self.pack.vocabulary
        names = list(names_used(self.pack, rule))
        figures = [name for name in names if name in self.pack.figures]
        yield from listed(words["figures"], "figures", [(f, vocabulary.label(f, self.lang)) for f in figures])
        targets = [name.removeprefix("target.") for name in names if name.startswith("target.")]
        yield from listed(
            words["targets"], "targets", [(one, self.pack.targets[one].label.get(self.lang)) for one in targets]
        )


def names_used(pack: Pack, rule: CompiledRule) -> Iterator[str]:
    """Yield the names a rule rests on, each once: rates opened, spans of a figure taken together."""
    inputs = {f"rate.{rate.definition.id}": t.names(rate.tree) for rate in pack.rates}
    named = [name for node in (rule.must, rule.when) if node for name in t.names(node)]
    opened = (inner for name in named for inner in (*inputs.get(name, ()), name))
    yield from dict.fromkeys(name.removeprefix("prev.").removeprefix("ytd.") for name in opened)


def _formulas(rule: CompiledRule) -> Iterator[str]:
    yield f"`{' '.join(rule.rule.must.split())}`"
    if rule.rule.when:
        yield f"`{' '.join(rule.rule.when.split())}`"
