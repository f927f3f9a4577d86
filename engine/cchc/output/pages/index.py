"""The page of one index: for whom and when, its tree with maxima and curves in words, bands, sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.model.outcome import Basis
from cchc.model.text import Language
from cchc.output.pages.page import Entry, Line, Page, entry
from cchc.output.pages.words import seen_word, span_text
from cchc.output.score_words import KINDS
from cchc.output.words import basis_word, source_text
from cchc.packs.indices import Band, Criterion, Group, IndexDef
from cchc.packs.pack import Pack
from cchc.packs.schema_refs import SourceRef
from cchc.vietnamese.numbers import show_number

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"note": "Ghi chú", "frame": "Chưa chấm được", "kinds": "Dùng cho", "force": "Hiệu lực", "total": "Tổng điểm", "default": "Tự chọn cho",
           "threshold": "Độ phủ tối thiểu để cho một điểm số", "domain": "{code}. {title} (tối đa {max} điểm)", "points": "{code} {title} (tối đa {max} điểm)", "info": "{code} {title} (không tính điểm)",
           "bands": "Xếp loại", "percent": "%", "of_points": " điểm", "source": "Căn cứ: {}", "sources": "Văn bản", "lever": "Để tăng điểm: {}", "remark": "Ghi chú: {}",
           "bonus": "điểm cộng", "penalty": "điểm trừ", "from": "từ {}", "above": "trên {}", "to": "đến {}", "below": "dưới {}", "evidence": "Minh chứng: {}", "seen": "đã đọc: {}"},
    "en": {"note": "Note", "frame": "Cannot be scored yet", "kinds": "For", "force": "In force", "total": "Total points", "default": "Chosen by itself for",
           "threshold": "Coverage needed for a single number", "domain": "{code}. {title} (at most {max} points)", "points": "{code} {title} (at most {max} points)", "info": "{code} {title} (without points)",
           "bands": "Bands", "percent": "%", "of_points": " points", "source": "Source: {}", "sources": "Documents", "lever": "To gain points: {}", "remark": "Note: {}",
           "bonus": "bonus", "penalty": "penalty", "from": "from {}", "above": "above {}", "to": "to {}", "below": "below {}", "evidence": "Evidence: {}", "seen": "text seen: {}"},
}  # fmt: skip


@dataclass(frozen=True)
class IndexPages:
    """Makes the page of an index; `formulas`: how each criterion is scored, by code."""

    pack: Pack
    index: IndexDef
    formulas: Mapping[str, str]
    lang: Language

    def page(self) -> Page:
        """Return the page."""
        return Page(self.index.id, self.index.title.get(self.lang), tuple(self._entries()))

    def _entries(self) -> Iterator[Entry]:
        words, index = _WORDS[self.lang], self.index
        if index.frame_only:
            yield from entry(words["frame"], index.frame_only.get(self.lang))
        yield from entry(words["note"], index.note.get(self.lang))
        yield from entry(words["kinds"], ", ".join(KINDS[self.lang][kind] for kind in index.kinds))
        yield from entry(words["default"], ", ".join(KINDS[self.lang][kind] for kind in index.default_for))
        yield from entry(words["force"], span_text(index.in_force.from_, index.in_force.to, self.lang))
        yield from entry(words["total"], self._number(index.total))
        yield from entry(words["threshold"], f"{self._number(index.coverage_threshold * 100)}%")
        yield from (self._domain(domain) for domain in index.domains)
        yield self._bands()
        yield from entry(words["sources"], *self._sources())

    def _number(self, value: float) -> str:
        return show_number(value, self.lang)

    def _domain(self, domain: Group) -> Entry:
        words = _WORDS[self.lang]
        title = words["domain"].format(
            code=domain.code, title=domain.title.get(self.lang), max=self._number(domain.max)
        )
        role = f", {words[domain.role]}" if domain.role != "regular" else ""
        cited = Line(words["source"].format(self._cited(domain.source, domain.basis)))
        return Entry(
            f"{title}{role}",
            (cited, *(line for node in domain.criteria for line in self._node(node, domain.source, 0))),
        )

    def _node(self, node: Group | Criterion, above: SourceRef, depth: int) -> Iterator[Line]:
        words = _WORDS[self.lang]
        form = words["points"] if node.max else words["info"]
        yield Line(form.format(code=node.code, title=node.title.get(self.lang), max=self._number(node.max)), depth)
        if isinstance(node, Group):
            for inner in node.criteria:
                yield from self._node(inner, above, depth + 1)
            return
        yield Line(self.formulas[node.code], depth + 1)
        yield Line(words["source"].format(self._cited_below(node, above)), depth + 1)
        for key, text in (("remark", node.note), ("evidence", node.evidence)):
            if text:
                yield Line(words[key].format(text.get(self.lang)), depth + 1)
        if node.lever:
            yield Line(words["lever"].format(node.lever.say.get(self.lang).replace("{n}", "n")), depth + 1)

    def _cited_below(self, node: Criterion, above: SourceRef) -> str:
        """Return the source of a criterion: only its clause where the document is that of its field."""
        if node.source.act == above.act and node.source.clause:
            return f"{node.source.clause} ({basis_word(node.basis, self.lang)})"
        return self._cited(node.source, node.basis)

    def _cited(self, ref: SourceRef, basis: Basis) -> str:
        return source_text(self._documents()[ref.act], ref.clause, basis, self.lang)

    def _documents(self) -> dict[str, str]:
        own = {source.id: source.document for source in self.index.sources}
        return {**{id_: source.document for id_, source in self.pack.sources.items()}, **own}

    def _bands(self) -> Entry:
        words, bands = _WORDS[self.lang], self.index.bands
        cited = Line(words["source"].format(self._cited(bands.source, bands.basis)))
        unit = words["percent"] if bands.of == "percent" else words["of_points"]
        return Entry(words["bands"], (*(Line(self._band(band, unit)) for band in reversed(bands.ascending())), cited))

    def _band(self, band: Band, unit: str) -> str:
        words = _WORDS[self.lang]
        start = words["from" if band.has_from else "above"].format(f"{self._number(band.from_)}{unit}")
        end = words["to" if band.has_to else "below"].format(f"{self._number(band.to)}{unit}")
        return f"{band.label.get(self.lang)}: {start} {end}"

    def _sources(self) -> Iterator[str]:
        for source in self.index.sources:
            address = f", `{source.address}`" if source.address else ""
            seen = _WORDS[self.lang]["seen"].format(seen_word(source.seen, self.lang))
            yield f"{source.document}{address} ({seen})"
