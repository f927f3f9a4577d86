"""What has been settled about findings, in words."""

from collections.abc import Mapping, Sequence

from cchc.model.outcome import CheckResult, ReportResult
from cchc.model.text import Language
from cchc.model.triage import Reason, Role, Suppressed
from cchc.vietnamese.numbers import show_date

_REASONS: Mapping[Reason, tuple[str, str]] = {
    "wrong_reading": ("máy đọc sai báo cáo", "the report was misread"),
    "exempt_by_decision": ("được miễn theo văn bản", "exempt by a decision"),
    "source_corrected": ("số liệu gốc đã được đính chính", "the source was corrected"),
    "not_applicable": ("không áp dụng cho đơn vị", "does not apply to the unit"),
    "accepted": ("chấp nhận để nguyên", "accepted as it is"),
}
_ROLES: Mapping[Role, tuple[str, str]] = {
    "drafter": ("người soạn báo cáo", "the drafter"),
    "head_of_office": ("lãnh đạo cơ quan, đơn vị", "the head of the office"),
    "reviewer": ("người thẩm định", "the reviewer"),
    "rule_keeper": ("người phụ trách bộ quy tắc", "the keeper of the rules"),
}
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"suppressed": "Đã bỏ qua", "known": "Đã biết", "by": "quyết định bởi {}", "until": "đến hết ngày {}",
           "n_known": "{} phát hiện đã biết", "n_new": "{} phát hiện mới", "n_set": "{} phát hiện đã bỏ qua có lý do",
           "mended": "đã sửa: {}", "undetermined": "không còn xét được: {}", "beside": "So với danh sách đã biết"},
    "en": {"suppressed": "Set aside", "known": "Known", "by": "decided by {}", "until": "until {}",
           "n_known": "{} known", "n_new": "{} new", "n_set": "{} findings set aside for a reason",
           "mended": "mended: {}", "undetermined": "can no longer be judged: {}", "beside": "Beside the baseline"},
}  # fmt: skip


def reason_word(reason: Reason, lang: Language) -> str:
    """Return why a finding was set aside."""
    return _REASONS[reason][lang == "en"]


def role_word(role: Role, lang: Language) -> str:
    """Return who decides, by role."""
    return _ROLES[role][lang == "en"]


def suppressed_text(one: Suppressed, lang: Language) -> str:
    """Return why a finding was set aside, by which decision and role, until when."""
    words = _WORDS[lang]
    reason = " ".join(filter(None, (reason_word(one.reason, lang), one.decision)))
    by = words["by"].format(role_word(one.by, lang))
    until = words["until"].format(show_date(one.until, lang)) if one.until else None
    return "; ".join(filter(None, (reason, one.note, by, until)))


def settled_text(outcome: CheckResult, lang: Language) -> str:
    """Return what has been settled about a finding; nothing where nothing has."""
    words = _WORDS[lang]
    if outcome.suppressed:
        return f"{words['suppressed']}: {suppressed_text(outcome.suppressed, lang)}"
    return words["known"] if outcome.known else ""


def compared_text(report: ReportResult, lang: Language) -> str:
    """Return how a report stands beside a baseline, and how many findings were set aside; nothing where neither was asked."""
    words, compared = _WORDS[lang], report.compared
    set_aside = sum(o.suppressed is not None for o in report.outcomes)
    texts = [words["n_set"].format(set_aside)] if set_aside else []
    if compared:
        counts = [words["n_known"].format(compared.known), words["n_new"].format(compared.new)]
        counts.append(words["mended"].format(_codes(compared.mended)))
        counts += [words["undetermined"].format(_codes(compared.undetermined))] if compared.undetermined else []
        texts.insert(0, f"{words['beside']}: {', '.join(counts)}")
    return f"{'; '.join(texts)}." if texts else ""


def _codes(codes: Sequence[str]) -> str:
    return f"{len(codes)} ({' '.join(codes)})" if codes else "0"
