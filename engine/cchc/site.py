"""Every page of the content as files of `docs/`: a page a rule, figure, target and index, and tables of contents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cchc.explaining import Pages
from cchc.model.text import Language, Text
from cchc.output.pages.page import Kind, Page, as_markdown
from cchc.output.words import basis_word, severity_word
from cchc.packs.pack import Pack

MARK = "<!-- cchc pack docs -->"
"""First line of every page: only files that begin with it are ever replaced or removed."""
FOLDERS: tuple[Kind, ...] = ("rules", "figures", "targets", "indices", "profiles")
LANGUAGES: tuple[Language, ...] = ("vi", "en")
_TITLES: Mapping[Kind, Text] = {
    "rules": Text(vi="Các quy tắc", en="The rules"),
    "figures": Text(vi="Các số liệu", en="The figures"),
    "targets": Text(vi="Các chỉ tiêu", en="The targets"),
    "indices": Text(vi="Các bộ chỉ số", en="The indices"),
    "profiles": Text(vi="Các hồ sơ áp dụng", en="The profiles"),
}
_OTHER = {
    "vi": ("Trang do `cchc pack docs` viết từ `rules/` và `indicators/`.", "English"),
    "en": ("Written by `cchc pack docs` from `rules/` and `indicators/`.", "Tiếng Việt"),
}


def site(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the path below `docs/` and the text of every page, tables of contents included."""
    for lang in LANGUAGES:
        yield from _Book(pack, lang).files()


@dataclass(frozen=True, eq=False)
class _Book:
    pack: Pack
    lang: Language

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self.pack, self.lang, line=False)

    def files(self) -> Iterator[tuple[str, str]]:
        pages, pack = self._pages, self.pack
        yield from self._kind("rules", map(pages.rule, pack.rules))
        yield from self._kind("figures", map(pages.figure, pack.figures))
        yield from self._kind("targets", map(pages.target, pack.targets))
        yield from self._kind("indices", map(pages.index, pack.indices.values()))
        yield from self._kind("profiles", map(pages.profile, pack.profiles.values()))

    def _kind(self, kind: Kind, pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
        for page in pages:
            yield f"{kind}/{self.lang}/{page.id}.md", f"{MARK}\n\n{as_markdown(page, self._link)}"
        yield f"{kind}/{self.lang}/README.md", self._contents(kind)

    def _link(self, kind: Kind, id_: str) -> str | None:
        return f"../../{kind}/{self.lang}/{id_}.md"

    def _contents(self, kind: Kind) -> str:
        other: Language = "en" if self.lang == "vi" else "vi"
        written, twin = _OTHER[self.lang]
        head = [MARK, f"# {_TITLES[kind].get(self.lang)}", f"{written} [{twin}](../{other}/README.md)"]
        return "\n\n".join([*head, *self._chapters(kind)]) + "\n"

    def _chapters(self, kind: Kind) -> Iterator[str]:
        if kind == "rules":
            for topic, label in self.pack.rule_topics.items():
                yield f"## {label.get(self.lang)}\n\n" + _list(self._rules(topic))
        elif kind == "figures":
            for group in self.pack.figure_groups:
                figures = ((f.id, f.label.get(self.lang), f.unit.get(self.lang)) for f in group.figures)
                yield f"## {group.label.get(self.lang)}\n\n" + _list(figures)
        else:
            yield _list((id_, title.get(self.lang), "") for id_, title in self._titles(kind))

    def _titles(self, kind: Kind) -> Iterator[tuple[str, Text]]:
        if kind == "indices":
            yield from ((index.id, index.title) for index in self.pack.indices.values())
        elif kind == "targets":
            yield from ((target.id, target.label) for target in self.pack.targets.values())
        else:
            yield from ((profile.id, profile.label) for profile in self.pack.profiles.values())

    def _rules(self, topic: str) -> Iterator[tuple[str, str, str]]:
        for rule in self.pack.rules:
            if rule.topic == topic:
                r = rule.rule
                grade = f"{severity_word(r.severity, self.lang).lower()}, {basis_word(r.basis, self.lang)}"
                yield r.code, r.title.get(self.lang), grade


def _list(things: Iterable[tuple[str, str, str]]) -> str:
    return "\n".join(f"- [{id_}]({id_}.md) {label}{f' ({more})' if more else ''}" for id_, label, more in things)
