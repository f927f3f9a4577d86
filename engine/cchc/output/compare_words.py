"""The words of a comparison, in both languages."""

from collections.abc import Mapping

from cchc.model.comparison import Comparison, Difference, FigureChange, FigureDifference, FindingChange
from cchc.model.text import Language
from cchc.vietnamese.numbers import show_number

FIGURE_WORDS: Mapping[Language, Mapping[FigureChange, str]] = {
    "vi": {"changed": "Thay đổi", "new": "Mới nêu", "gone": "Không còn nêu"},
    "en": {"changed": "Changed", "new": "New", "gone": "Gone"},
}
FINDING_WORDS: Mapping[Language, Mapping[FindingChange, str]] = {
    "vi": {"new": "Phát hiện mới", "mended": "Đã sửa", "still": "Vẫn còn", "outcome": "Kết quả khác"},
    "en": {"new": "New finding", "mended": "Mended", "still": "Still there", "outcome": "Other outcome"},
}
_DIFFERENCES: Mapping[Language, Mapping[Difference, str]] = {
    "vi": {"unit": "đơn vị", "level": "cấp", "province": "tỉnh", "kind": "loại kỳ", "period": "kỳ báo cáo"},
    "en": {"unit": "unit", "level": "level", "province": "province", "kind": "kind of period", "period": "period"},
}
_NOTE: Mapping[Language, str] = {
    "vi": "Hai báo cáo khác nhau về {what}: số liệu thay đổi không có nghĩa là bên nào sai.",
    "en": "The two reports differ in {what}: a figure that changed does not mean that either is wrong.",
}


def difference_note(comparison: Comparison, lang: Language) -> str:
    """Return what makes the two reports of different things, nothing where they are of the same unit and period."""
    what = ", ".join(_DIFFERENCES[lang][one] for one in comparison.differs_in)
    return _NOTE[lang].format(what=what) if what else ""


def signed(one: FigureDifference, lang: Language) -> str:
    """Return by how much an exact value changed, with its sign; nothing where that cannot be said."""
    if one.difference is None:
        return ""
    return f"{'+' if one.difference > 0 else '−'}{show_number(abs(one.difference), lang, 2)}"


def scope_and_time(one: FigureDifference) -> str:
    """Return what a figure is about: the unit's own is not worth a word."""
    own = {"own": ""}.get(one.scope, one.scope)
    return ", ".join(word for word in (own, one.time) if word)
