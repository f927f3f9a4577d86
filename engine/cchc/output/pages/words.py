"""Words that the pages share."""

from collections.abc import Mapping
from datetime import date

from cchc.model.text import Language
from cchc.vietnamese.numbers import show_date, show_number

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
    "optional": ("không bắt buộc", "optional"),
    "department": ("sở, ngành", "department"),
    "room": ("phòng", "room"),
    "attached_unit": ("đơn vị trực thuộc", "attached unit"),
    "commune": ("xã, phường", "commune"),
    "province": ("tỉnh", "province"),
}
_ENDS: Mapping[Language, tuple[str, str]] = {"vi": ("từ", "đến hết"), "en": ("from", "to")}


def value_text(value: float | str, lang: Language) -> str:
    """Return the value of a target as people write it."""
    return value if isinstance(value, str) else show_number(value, lang)


def seen_word(seen: str, lang: Language) -> str:
    """Return how much of a source was read."""
    return _SEEN[seen][lang == "en"]


def scope_word(value: str, lang: Language) -> str:
    """Return the word for a kind of period or a level."""
    return _SCOPE[value][lang == "en"]


def span_text(start: date | None, end: date | None, lang: Language) -> str:
    """Return `từ 1/1/2025 đến hết 30/6/2025`; nothing where both ends are open."""
    ends = zip(_ENDS[lang], (start, end), strict=True)
    return " ".join(f"{word} {show_date(day, lang)}" for word, day in ends if day)
