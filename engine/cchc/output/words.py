"""The few fixed words of results, in both languages."""

import re

from cchc.model.outcome import Basis, Outcome, Severity, Verdict
from cchc.model.place import Place
from cchc.model.text import Language

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "pass": ("Đạt", "Pass"),
    "fail": ("Cần xem lại", "To mend"),
    "unknown": ("Chưa đủ số liệu", "Unknown"),
    "not_applicable": ("Không áp dụng", "Not applicable"),
}
_SEVERITIES: dict[Severity, tuple[str, str]] = {
    "error": ("Lỗi", "Error"),
    "warning": ("Cảnh báo", "Warning"),
    "info": ("Lưu ý", "Note"),
}
_VERDICTS: dict[Verdict, tuple[str, str]] = {
    "mend": ("Phải sửa trước khi gửi", "Mend before sending"),
    "undecided": ("Chưa đủ số liệu để kết luận", "Not enough figures to tell"),
    "explain": ("Gửi được, cần giải trình", "May be sent, with explanations"),
    "pass": ("Đạt", "Good to send"),
}
_BASES: dict[Basis, tuple[str, str]] = {
    "sourced": ("theo văn bản", "from a document"),
    "seed": ("theo báo cáo mẫu", "from the sample report"),
    "brief": ("theo yêu cầu của chủ dự án", "from the project brief"),
    "inferred": ("suy ra từ số học, lô-gích", "by arithmetic or logic"),
    "unsourced": ("chưa có văn bản làm căn cứ", "no document seen"),
}


def _pick(pair: tuple[str, str], lang: Language) -> str:
    return pair[0] if lang == "vi" else pair[1]


def outcome_word(outcome: Outcome, lang: Language) -> str:
    """Return the word for an outcome."""
    return _pick(_OUTCOMES[outcome], lang)


def severity_word(severity: Severity, lang: Language) -> str:
    """Return the word for a severity."""
    return _pick(_SEVERITIES[severity], lang)


def verdict_word(verdict: Verdict, lang: Language) -> str:
    """Return the verdict on a report."""
    return _pick(_VERDICTS[verdict], lang)


def verdict_words(lang: Language) -> dict[Verdict, str]:
    """Return the word for every verdict."""
    return {verdict: _pick(words, lang) for verdict, words in _VERDICTS.items()}


def basis_word(basis: Basis, lang: Language) -> str:
    """Return what a rule rests on."""
    return _pick(_BASES[basis], lang)


def has_document(basis: Basis) -> bool:
    """Return whether a rule of this basis rests on a document at all."""
    return basis not in ("inferred", "unsourced")


def source_text(document: str, clause: str | None, basis: Basis, lang: Language) -> str:
    """Return what a rule rests on: the document with its clause; where there is no document, that there is none."""
    cited = ", ".join(filter(None, (document if has_document(basis) else "", clause)))
    return f"{cited} ({basis_word(basis, lang)})" if cited else basis_word(basis, lang)


def place_text(place: Place) -> str:
    """Return a position and the words that stand there."""
    return f"{place.label()}: “{place.quote}”" if place.quote else place.label()


def line_of(place: Place) -> int | None:
    """Return the line of a text file that a place is; None in formats that have no lines."""
    found = re.fullmatch(r"dòng (\d+)", place.detail or "")
    return int(found[1]) if found else None
