"""The page of one figure: its label and unit, where it stands, how it is recognised, and what uses it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cchc.formula import tree as t
from cchc.formula.prose import Teller
from cchc.model.text import Language
from cchc.output.pages.page import Entry, Page, entry, listed
from cchc.output.pages.rule import names_used
from cchc.output.pages.words import scope_word
from cchc.packs.figure_schema import FigureDef, PhraseDef
from cchc.packs.pack import Pack

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"unit": "Đơn vị tính", "part": "Nêu ở mục", "required": "Cần có từ kỳ", "phrases": "Cách diễn đạt nhận ra được",
           "under": " (khi đang nói về: {})", "zero": " (tự nói là không có)", "of": " (số sau dấu gạch chéo là “{}”)", "not_read": "không có cách diễn đạt nào: chỉ lấy từ bảng hoặc báo cáo có cấu trúc",
           "signs": "Trong cách diễn đạt: `[a|b]` có thể bỏ, `(a|b)` là một trong hai, `#` là chỗ của con số.", "ratio": "Tính lại từ", "share": "“{}” / “{}”",
           "rates": "Tỷ lệ tính từ số liệu này", "rules": "Quy tắc dùng số liệu này", "targets": "Chỉ tiêu phải đạt", "indices": "Bộ chỉ số dùng số liệu này",
           "criteria": "{index}: tiêu chí {codes}", "id": "Mã"},
    "en": {"unit": "Unit", "part": "Stated in section", "required": "Expected from this period on", "phrases": "Wordings that are recognised",
           "under": " (where the text is about: {})", "zero": " (says by itself that there is none)", "of": " (the number after the slash is “{}”)", "not_read": "no wording: taken from tables or structured reports only",
           "signs": "In a wording `[a|b]` may be left out, `(a|b)` is one of the two, `#` stands for the number.", "ratio": "Recomputed from", "share": "“{}” / “{}”",
           "rates": "Rates computed from it", "rules": "Rules that use it", "targets": "Targets to reach", "indices": "Indices that use it",
           "criteria": "{index}: criteria {codes}", "id": "Id"},
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class FigurePages:
    """Makes the pages of the figures of a pack; `in_indices`: index and criterion by figure."""

    pack: Pack
    teller: Teller
    lang: Language
    in_indices: Mapping[str, Sequence[tuple[str, str]]]

    def page(self, figure: FigureDef) -> Page:
        """Return the page of a figure."""
        return Page(figure.id, figure.label.get(self.lang), tuple(self._entries(figure)))

    def _entries(self, figure: FigureDef) -> Iterator[Entry]:
        words = _WORDS[self.lang]
        yield from entry(words["unit"], figure.unit.get(self.lang))
        yield from entry(words["part"], self._part(figure.part))
        yield from entry(words["required"], scope_word(figure.required, self.lang))
        yield from entry(words["ratio"], *self._ratios(figure))
        yield from self._phrases(figure)
        yield from self._used(figure)

    def _part(self, part_id: str) -> str:
        titles = {part.id: part.title for outline in self.pack.outlines.values() for part in outline.parts}
        return f"{part_id} {titles[part_id].get(self.lang)}" if part_id in titles else part_id

    def _ratios(self, figure: FigureDef) -> Iterator[str]:
        for pair in (*([figure.ratio] if figure.ratio else []), *figure.other_ratios):
            yield _WORDS[self.lang]["share"].format(*map(self._label, pair))

    def _label(self, name: str) -> str:
        return self.pack.vocabulary.label(name, self.lang)

    def _phrases(self, figure: FigureDef) -> Iterator[Entry]:
        words = _WORDS[self.lang]
        # Wordings that only keep others from being read name no figure.
        said = [line for phrase in figure.phrases if not (phrase.hides or phrase.leaves) for line in self._said(phrase)]
        yield from entry(words["phrases"], *([*said, words["signs"]] if said else [words["not_read"]]))

    def _said(self, phrase: PhraseDef) -> Iterator[str]:
        words = _WORDS[self.lang]
        about = words["under"].format(", ".join(f"`{one}`" for one in phrase.under)) if phrase.under else ""
        whole = words["of"].format(self._label(phrase.of)) if phrase.of else ""
        yield from (f"`{say}`{about}{whole}{words['zero'] if phrase.zero else ''}" for say in phrase.say)

    def _used(self, figure: FigureDef) -> Iterator[Entry]:
        words = _WORDS[self.lang]
        rates = [r for r in self.pack.rates if figure.id in t.names(r.tree)]
        yield from entry(
            words["rates"],
            *(f"“{r.definition.label.get(self.lang)}” = {self.teller.number(r.tree)}" for r in rates),
        )
        targets = self._targets.get(figure.id, [])
        yield from listed(
            words["targets"], "targets", [(i, self.pack.targets[i].label.get(self.lang)) for i in targets]
        )
        rules = self._rules.get(figure.id, [])
        yield from listed(words["rules"], "rules", rules)
        yield from listed(words["indices"], "indices", self._indices(figure))

    def _indices(self, figure: FigureDef) -> Iterator[tuple[str, str]]:
        codes: dict[str, list[str]] = {}
        for index, code in self.in_indices.get(figure.id, ()):
            codes.setdefault(index, []).append(code)
        for index, criteria in codes.items():
            title = self.pack.indices[index].title.get(self.lang)
            yield index, _WORDS[self.lang]["criteria"].format(index=title, codes=", ".join(criteria))

    @cached_property
    def _rules(self) -> Mapping[str, list[tuple[str, str]]]:
        used: dict[str, list[tuple[str, str]]] = {}
        for rule in self.pack.rules:
            for name in names_used(self.pack, rule):
                used.setdefault(name, []).append((rule.rule.code, rule.rule.title.get(self.lang)))
        return used

    @cached_property
    def _targets(self) -> Mapping[str, list[str]]:
        """Targets by the figures that rules compare with them, rates opened."""
        inputs = {f"rate.{rate.definition.id}": t.names(rate.tree) for rate in self.pack.rates}
        found: dict[str, list[str]] = {}
        for rule in self.pack.rules:
            for node in _comparisons(rule.must):
                names = [inner for name in t.names(node) for inner in inputs.get(name, (name,))]
                for target in (n.removeprefix("target.") for n in names if n.startswith("target.")):
                    for name in names:
                        known = found.setdefault(name.removeprefix("ytd."), [])
                        known += [target] if target not in known else []
        return found


def _comparisons(node: t.Node) -> Iterator[t.Node]:
    if isinstance(node, t.Compare | t.Matches):
        yield node
    for child in t.children(node):
        yield from _comparisons(child)
