"""What counts over earlier reports leave open: which sentences, which figures, which report they are held against."""

from collections import Counter

from cchc.checking.facts_history import copied_from, falls, zero_runs
from cchc.model.text import Language
from cchc.packs.resolve import Reading
from cchc.vietnamese.numbers import show_number

_TEXTS = {
    "vi": {"copied": "trùng với báo cáo {period} ({file}) ở {parts}", "part": "mục {part} ({n} câu)",
           "fell": "{label}: {now}, báo cáo {period} nêu {then}"},
    "en": {"copied": "the same as in the report for {period} ({file}) in {parts}", "part": "{part} ({n} sentences)",
           "fell": "{label}: {now}, {then} in the report for {period}"},
}  # fmt: skip


def history_in_words(r: Reading, name: str, lang: Language) -> str:
    """Return what the count or share of this name is about; nothing for a name that says all by itself."""
    if name == "past.copied_share":
        return _copied(r, lang)
    if name == "past.zero_runs":
        return "; ".join(r.pack.figures[figure].label.get(lang) for figure, _, so in zero_runs(r) if so)
    return _fallen(r, lang) if name == "past.falls_since_new_year" else ""


def _copied(r: Reading, lang: Language) -> str:
    found = copied_from(r)
    if found is None:
        return ""
    source, sentences = found
    parts = Counter(s.at.part for s in sentences)
    listed = ", ".join(_TEXTS[lang]["part"].format(part=part, n=n) for part, n in parts.items())
    return _TEXTS[lang]["copied"].format(period=source.period.label(lang), file=source.file, parts=listed)


def _fallen(r: Reading, lang: Language) -> str:
    def shown(value: float) -> str:
        return show_number(value, lang)

    return "; ".join(
        _TEXTS[lang]["fell"].format(
            label=r.pack.vocabulary.label(f"ytd.{name}", lang),
            now=shown(now.value),
            then=shown(then.value),
            period=one.period.label(lang),
        )
        for name, now, one, then in falls(r) or ()
    )
