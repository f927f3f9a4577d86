"""The page of one profile: everything that applies with it, and the profile each thing comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.model.text import Language
from cchc.output.pages.page import Entry, Line, Page, entry
from cchc.output.pages.words import scope_word, span_text, value_text
from cchc.output.words import severity_word, source_text
from cchc.packs import schema as s
from cchc.packs.pack import Pack
from cchc.packs.profiles import origin
from cchc.packs.resolve import same_province

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"province": "Tỉnh", "formerly": "Gồm cả báo cáo còn mang tên tỉnh cũ", "levels": "Cấp", "periods": "Loại kỳ", "force": "Hiệu lực", "any": "mọi báo cáo",
           "extends": "Kế thừa", "outline": "Đề cương", "own": "Đề cương chắc chắn là của các báo cáo này", "home_affairs": "Cơ quan tổng hợp", "ignore": "Quy tắc không xét",
           "severities": "Mức đổi so với quy tắc", "targets": "Chỉ tiêu", "due": "Hạn gửi", "from": "{text} (từ hồ sơ {id})", "changed": "{code} {title}: {old} → {new}",
           "day": "ngày {n} của tháng cuối kỳ", "working": "{n} ngày làm việc sau ngày chốt số liệu", "for": "{text}, cho kỳ {periods}", "none": "Chỉ tiêu chưa có giá trị",
           "no_due": "chưa biết: chỉ xét khi báo cáo nêu hạn"},
    "en": {"province": "Province", "formerly": "With reports that still bear the name of", "levels": "Levels", "periods": "Periods", "force": "In force", "any": "any report",
           "extends": "Extends", "outline": "Outline", "own": "The outline is known to be that of these reports", "home_affairs": "Compiled by", "ignore": "Rules left out",
           "severities": "Severities changed", "targets": "Targets", "due": "Due", "from": "{text} (from profile {id})", "changed": "{code} {title}: {old} → {new}",
           "day": "day {n} of the last month of the period", "working": "{n} working days after the cut-off", "for": "{text}, for: {periods}", "none": "Targets without a value",
           "no_due": "not known: judged only where the report states it"},
}  # fmt: skip


@dataclass(frozen=True)
class ProfilePages:
    """Makes the pages of the profiles of a pack."""

    pack: Pack
    lang: Language

    def page(self, profile: s.Profile) -> Page:
        """Return the page of a profile."""
        return Page(profile.id, profile.label.get(self.lang), tuple(self._entries(profile)))

    def _entries(self, p: s.Profile) -> Iterator[Entry]:
        words, lang = _WORDS[self.lang], self.lang
        scope = [
            ("province", p.province),
            ("formerly", ", ".join(p.formerly)),
            ("levels", ", ".join(scope_word(level, lang) for level in p.levels)),
            ("periods", ", ".join(scope_word(kind, lang) for kind in p.periods)),
        ]
        yield from entry(words["extends"], ", ".join(one.id for one in self.pack.lineages[p.id][1:]))
        for key, text in scope:
            yield from entry(words[key], self._from(p, text, key) if text else None)
        span = span_text(p.in_force.from_, p.in_force.to, lang)
        yield from entry(words["force"], self._from(p, span, "in_force") if span else None)
        yield from entry(words["home_affairs"], self._from(p, p.home_affairs, "home_affairs"))
        yield from entry(words["outline"], self._outline(p), words["own"] if p.own_outline else None)
        yield from entry(words["due"], *(self._due(p) or [words["no_due"]]))
        yield from self._targets(p)
        yield from entry(words["ignore"], *(self._from(p, self._rule(code), "ignore", code) for code in p.ignore))
        yield from entry(words["severities"], *(self._severity(p, code) for code in p.severities))

    def _from(self, p: s.Profile, text: str, key: str, item: str | None = None) -> str:
        """Return a text with the profile it comes from, where that is another one."""
        source = origin(self.pack.lineages[p.id], key, item)
        return text if source in (None, p.id) else _WORDS[self.lang]["from"].format(text=text, id=source)

    def _outline(self, p: s.Profile) -> str:
        outline = self.pack.outlines[p.outline]
        document = self.pack.sources[outline.source.act].document
        cited = source_text(document, outline.source.clause, outline.basis, self.lang)
        return self._from(p, f"{p.outline}; {cited}", "outline")

    def _rule(self, code: str) -> str:
        rule = self.pack.rule(code)
        return f"{code} {rule.rule.title.get(self.lang)}" if rule else code

    def _severity(self, p: s.Profile, code: str) -> str:
        rule, new = self.pack.rule(code), severity_word(p.severities[code], self.lang).lower()
        old = severity_word(rule.rule.severity, self.lang).lower() if rule else ""
        title = rule.rule.title.get(self.lang) if rule else ""
        text = _WORDS[self.lang]["changed"].format(code=code, title=title, old=old, new=new)
        return self._from(p, text, "severities", code)

    def _due(self, p: s.Profile) -> list[str]:
        words = _WORDS[self.lang]
        said = []
        for due in p.due:
            text = words["day"].format(n=due.day) if due.day else words["working"].format(n=due.working_days)
            if due.periods:
                kinds = ", ".join(scope_word(kind, self.lang) for kind in due.periods)
                text = words["for"].format(text=text, periods=kinds)
            dated = f"{text}, {span_text(due.from_, due.to, self.lang)}; {self._cited(due)}"
            said.append(self._from(p, dated, "due"))
        return said

    def _cited(self, value: s.DatedValue | s.DueDay) -> str:
        return source_text(self.pack.sources[value.source.act].document, value.source.clause, value.basis, self.lang)

    def _targets(self, p: s.Profile) -> Iterator[Entry]:
        lines: list[Line] = []
        without: list[str] = []
        for target in self.pack.targets.values():
            values = self._values(p, target)
            if values:
                lines.append(Line(target.label.get(self.lang), 0, ("targets", target.id)))
                lines += [Line(text, 1) for text in values]
            else:
                without.append(target.label.get(self.lang))
        if lines:
            yield Entry(_WORDS[self.lang]["targets"], tuple(lines))
        yield from entry(_WORDS[self.lang]["none"], "; ".join(without))

    def _values(self, p: s.Profile, target: s.TargetDef) -> list[str]:
        own = p.targets.get(target.id)
        if own is not None:
            shown = [self._dated(p, value) for value in own] if isinstance(own, tuple) else [value_text(own, self.lang)]
            return [self._from(p, text, "targets", target.id) for text in shown]
        return [self._dated(p, value) for value in target.values if _of(p, value) and _meets(p, value)]

    def _dated(self, p: s.Profile, value: s.DatedValue) -> str:
        where = f" ({value.province})" if value.province and not p.province else ""
        span = span_text(value.from_, value.to, self.lang)
        return f"{value_text(value.value, self.lang)}{where}, {span}; {self._cited(value)}"


def _of(p: s.Profile, value: s.DatedValue) -> bool:
    """Whether a value is for the province of a profile; a profile of no province is for each by its own values."""
    return p.province is None or value.province is None or same_province(value.province, p.province)


def _meets(p: s.Profile, value: s.DatedValue) -> bool:
    """Whether a value holds on some day on which the profile does."""
    ends = p.in_force.to is None or value.from_ <= p.in_force.to
    return ends and (p.in_force.from_ is None or value.to is None or p.in_force.from_ <= value.to)
