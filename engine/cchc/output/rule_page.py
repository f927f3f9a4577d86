"""The page of one rule: what, when, why, source, condition in words, an example that passes and one that fails, fix."""

from collections.abc import Iterator, Mapping
from datetime import date

from cchc.formula.words import in_words
from cchc.model.text import Language
from cchc.output.words import has_document, outcome_word, severity_word, source_text
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.schema import Case
from cchc.vietnamese.numbers import show_date, show_number

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

_SCOPE: Mapping[str, tuple[str, str]] = {
    "month": ("tháng", "month"),
    "quarter": ("quý", "quarter"),
    "half_year": ("6 tháng", "half year"),
    "nine_months": ("9 tháng", "nine months"),
    "year": ("năm", "year"),
    "department": ("sở, ngành", "department"),
    "room": ("phòng", "room"),
    "attached_unit": ("đơn vị trực thuộc", "attached unit"),
    "commune": ("xã, phường", "commune"),
    "province": ("tỉnh", "province"),
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
        values = ", ".join(f"{labels[name]} = {_shown(value, lang)}" for name, value in case.given.items())
        yield f"{words['case']} ({outcome_word(case.expect, lang).lower()}): {values}"
    yield f"{words['formula']}: {' '.join(r.must.split())}"
    if r.origin:
        yield f"{words['origin']}: {', '.join(r.origin)}"
    yield f"{words['file']}: {rule.file}:{rule.line}"


def _scope(rule: CompiledRule, lang: Language) -> Iterator[str]:
    words, r = _WORDS[lang], rule.rule
    for key, values in (("periods", r.periods), ("levels", r.levels)):
        if values:
            yield f"{words[key]}: {', '.join(_SCOPE[value][lang == 'en'] for value in values)}"
    ends = [
        f"{words[key]} {show_date(day, lang)}"
        for key, day in (("from", r.in_force.from_), ("to", r.in_force.to))
        if day
    ]
    if ends:
        yield f"{words['dates']}: {' '.join(ends)}"


def _source(pack: Pack, rule: CompiledRule, lang: Language) -> Iterator[str]:
    words, r = _WORDS[lang], rule.rule
    source = pack.sources[r.source.act]
    yield f"{words['source']}: {source_text(source.document, r.source.clause, r.basis, lang)}"
    if not has_document(r.basis):
        return
    if source.address:
        yield f"    {source.address}"
    yield f"    {words['seen']}: {_SEEN[source.seen][lang == 'en']}"


def _examples(rule: CompiledRule) -> list[Case]:
    firsts = {case.expect: case for case in reversed(rule.rule.cases)}
    return [firsts[outcome] for outcome in ("pass", "fail") if outcome in firsts]


def _shown(value: object, lang: Language) -> str:
    if isinstance(value, bool):
        return {("vi", True): "có", ("vi", False): "không", ("en", True): "yes", ("en", False): "no"}[lang, value]
    if isinstance(value, date):
        return show_date(value, lang)
    return show_number(value, lang, 6) if isinstance(value, int | float) else str(value)
