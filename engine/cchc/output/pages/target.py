"""The page of one target: its values by date and province, each with its source and the words it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.formula import tree as t
from cchc.model.text import Language
from cchc.output.pages.page import Entry, Line, Page, entry, listed
from cchc.output.pages.words import seen_word, span_text, value_text
from cchc.output.words import has_document, source_text
from cchc.packs import schema as s
from cchc.packs.pack import Pack

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"value": "Giá trị", "anywhere": "mọi tỉnh", "quote": "Nguyên văn: “{}”", "no_quote": "Chưa có trích nguyên văn", "source": "Căn cứ: {}",
           "seen": "Đã đọc văn bản: {}", "none": "Chưa có văn bản nào cho giá trị: quy tắc dùng chỉ tiêu này chưa kết luận được cho đến khi cơ quan khai giá trị của mình.",
           "rules": "Quy tắc dùng chỉ tiêu này", "note": "Ghi chú: {}", "profiles": "Hồ sơ áp dụng có giá trị riêng"},
    "en": {"value": "Value", "anywhere": "any province", "quote": "Word for word: “{}”", "no_quote": "No quotation at hand", "source": "Source: {}",
           "seen": "Text seen: {}", "none": "No document with a value was found: rules with this target stay undecided until an office declares a value of its own.",
           "rules": "Rules that use it", "note": "Note: {}", "profiles": "Profiles with a value of their own"},
}  # fmt: skip


@dataclass(frozen=True)
class TargetPages:
    """Makes the pages of the targets of a pack."""

    pack: Pack
    lang: Language

    def page(self, target: s.TargetDef) -> Page:
        """Return the page of a target."""
        return Page(target.id, target.label.get(self.lang), tuple(self._entries(target)))

    def _entries(self, target: s.TargetDef) -> Iterator[Entry]:
        words = _WORDS[self.lang]
        yield from (self._value(value) for value in target.values)
        if not target.values:
            yield from entry(words["value"], words["none"])
        name = f"target.{target.id}"
        rules = [r for r in self.pack.rules if name in (*t.names(r.must), *(t.names(r.when) if r.when else ()))]
        yield from listed(words["rules"], "rules", [(r.rule.code, r.rule.title.get(self.lang)) for r in rules])

    def _value(self, value: s.DatedValue) -> Entry:
        words, source = _WORDS[self.lang], self.pack.sources[value.source.act]
        span = span_text(value.from_, value.to, self.lang)
        cited = source_text(source.document, value.source.clause, value.basis, self.lang)
        lines = [
            Line(f"{value_text(value.value, self.lang)} ({value.province or words['anywhere']}, {span})"),
            Line(words["source"].format(cited), 1),
        ]
        if has_document(value.basis):
            lines.append(Line(words["seen"].format(seen_word(source.seen, self.lang)), 1))
        lines.append(Line(words["quote"].format(value.quote) if value.quote else words["no_quote"], 1))
        if value.note:
            lines.append(Line(words["note"].format(value.note), 1))
        return Entry(words["value"], tuple(lines))
