"""The page of one rule: what, when, why, source, condition in words, an example that passes and one that fails, fix."""

from collections.abc import Iterator, Mapping

from cchc.formula.words import in_words
from cchc.model.text import Language
from cchc.output.words import basis_word, outcome_word, severity_word
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.schema import Case

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"must": "Điều phải đúng", "when": "Chỉ áp dụng khi", "why": "Vì sao", "source": "Căn cứ", "fix": "Cần làm", "level": "Mức",
           "case": "Ví dụ", "origin": "Mã trong danh mục nghiên cứu", "formula": "Công thức", "file": "Nơi khai báo", "dates": "Hiệu lực",
           "from": "từ", "to": "đến", "seen": "Đã đọc văn bản", "periods": "Loại kỳ", "levels": "Cấp"},
    "en": {"must": "What must hold", "when": "Applies only when", "why": "Why", "source": "Source", "fix": "To do", "level": "Severity",
           "case": "Example", "origin": "Id in the research catalogue", "formula": "Formula", "file": "Declared in", "dates": "In force",
           "from": "from", "to": "to", "seen": "Text seen", "periods": "Periods", "levels": "Levels"},
}  # fmt: skip
_SEEN: Mapping[str, tuple[str, str]] = {
    "whole": ("toàn văn", "whole"),
    "articles": ("các điều liên quan", "the articles concerned"),
    "excerpt": ("trích đoạn", "an excerpt"),
    "second_hand": ("qua nguồn khác dẫn lại", "second hand"),
    "none": ("không", "no"),
}


def rule_page(pack: Pack, rule: CompiledRule, lang: Language) -> str:
    """Return the page as text."""
    return "\n".join(_lines(pack, rule, lang)) + "\n"


def _lines(pack: Pack, rule: CompiledRule, lang: Language) -> Iterator[str]:
    words, r = _WORDS[lang], rule.rule
    labels = {name: pack.vocabulary.label(name, lang) for name in pack.vocabulary.labels}
    yield f"{r.code}  {r.title.get(lang)}"
    yield ""
    yield f"{words['level']}: {severity_word(r.severity, lang)}"
    yield f"{words['must']}: {in_words(rule.must, labels, lang)}"
    if rule.when is not None:
        yield f"{words['when']}: {in_words(rule.when, labels, lang)}"
    yield from _scope(rule, lang)
    yield f"{words['why']}: {r.why.get(lang)}"
    yield from _source(pack, rule, lang)
    yield f"{words['fix']}: {r.fix.get(lang)}"
    for case in _examples(rule):
        values = ", ".join(f"{labels[name]} = {_shown(value)}" for name, value in case.given.items())
        yield f"{words['case']} ({outcome_word(case.expect, lang).lower()}): {values}"
    yield f"{words['formula']}: {' '.join(r.must.split())}"
    if r.origin:
        yield f"{words['origin']}: {', '.join(r.origin)}"
    yield f"{words['file']}: {rule.file}:{rule.line}"


def _scope(rule: CompiledRule, lang: Language) -> Iterator[str]:
    words, r = _WORDS[lang], rule.rule
    for key, values in (("periods", r.periods), ("levels", r.levels)):
        if values:
            yield f"{words[key]}: {', '.join(values)}"
    ends = [f"{words[key]} {day}" for key, day in (("from", r.in_force.from_), ("to", r.in_force.to)) if day]
    if ends:
        yield f"{words['dates']}: {' '.join(ends)}"


def _source(pack: Pack, rule: CompiledRule, lang: Language) -> Iterator[str]:
    words, r = _WORDS[lang], rule.rule
    source = pack.sources[r.source.act]
    clause = f", {r.source.clause}" if r.source.clause else ""
    yield f"{words['source']}: {source.document}{clause} ({basis_word(r.basis, lang)})"
    if source.address:
        yield f"    {source.address}"
    yield f"    {words['seen']}: {_SEEN[source.seen][lang == 'en']}"


def _examples(rule: CompiledRule) -> list[Case]:
    firsts = {case.expect: case for case in reversed(rule.rule.cases)}
    return [firsts[outcome] for outcome in ("pass", "fail") if outcome in firsts]


def _shown(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
