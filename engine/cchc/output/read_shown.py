"""What was read out of a report, as it is shown: its words in both languages, values as printed, periods of figures."""

from dataclasses import dataclass

from cchc.model.extraction import Extraction, NotTakenReason
from cchc.model.figure import Stated
from cchc.model.outcome import ReadSummary
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.report import CitationRole, Level, StatementKind
from cchc.model.text import Language
from cchc.packs.figure_schema import FigureDef

Words = tuple[str, str]
_SURE = 0.85

_REASONS: dict[NotTakenReason, Words] = {
    "no_label": ("không thấy chữ nào cho biết đây là số liệu gì", "no words say which figure it is"),
    "ambiguous": ("có thể hiểu theo nhiều cách", "can be read in more than one way"),
    "wrong_unit": ("đơn vị tính không khớp", "the unit does not fit"),
    "target": ("là chỉ tiêu, không phải kết quả", "a target, not a result"),
    "comparison": ("là số so sánh với kỳ khác", "a comparison with another period"),
    "plan": ("nằm trong phần phương hướng, nhiệm vụ", "stands in the plans for the next period"),
    "low_confidence": ("chưa đủ chắc là số liệu này", "not sure enough"),
    "impossible": ("giá trị không thể có", "a value that cannot be"),
}
_LEVELS: dict[Level, Words] = {
    "department": ("sở, ban, ngành", "department"),
    "room": ("phòng", "room"),
    "attached_unit": ("đơn vị trực thuộc", "attached unit"),
    "commune": ("xã, phường", "commune"),
    "province": ("tỉnh, thành phố", "province"),
}
_KINDS: dict[StatementKind, Words] = {
    "strength": ("Ưu điểm", "Strength"),
    "weakness": ("Hạn chế", "Weakness"),
    "cause": ("Nguyên nhân", "Cause"),
    "difficulty": ("Khó khăn", "Difficulty"),
    "claim": ("Khẳng định", "Claim"),
    "ongoing": ("Đang làm", "Ongoing"),
    "task": ("Nhiệm vụ", "Task"),
    "recommendation": ("Kiến nghị", "Recommendation"),
}
_ROLES: dict[CitationRole, Words] = {
    "basis": ("căn cứ", "basis"),
    "plan": ("kế hoạch năm", "plan of the year"),
    "period_result": ("kết quả trong kỳ", "result of the period"),
    "result": ("đã ban hành", "issued"),
    "background": ("dẫn chiếu", "background"),
}
_OTHER: dict[str, Words] = {
    "sure": ("chắc", "sure"),
    "fairly": ("khá chắc", "fairly sure"),
    "own": ("của đơn vị", "own"),
    "period": ("trong kỳ", "this period"),
    "year_to_date": ("lũy kế từ đầu năm", "year to date"),
    "other": ("kỳ khác", "another period"),
    "about": ("khoảng", "about"),
}


@dataclass(frozen=True)
class ReadReport:
    """What was read out of one report, how much of what it needs that is, and what a person should know about it."""

    extraction: Extraction
    summary: ReadSummary
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadCounts:
    """How much was read out of one document: small enough to be kept for each of very many."""

    file: str
    figures: int
    left: int
    parts: int
    statements: int
    citations: int
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, read: Extraction) -> "ReadCounts":
        """Return the counts of what was read."""
        return cls(
            file=read.file,
            figures=len(read.figures),
            left=len(read.not_taken),
            parts=len(read.parts or ()),
            statements=len(read.statements or ()),
            citations=len(read.citations or ()),
            warnings=read.warnings,
        )


def _pick(words: Words, lang: Language) -> str:
    return words[0] if lang == "vi" else words[1]


def reason_word(reason: NotTakenReason, lang: Language) -> str:
    """Return why a number was not taken."""
    return _pick(_REASONS[reason], lang)


def level_word(level: Level, lang: Language) -> str:
    """Return the level of a unit."""
    return _pick(_LEVELS[level], lang)


def kind_word(kind: StatementKind, lang: Language) -> str:
    """Return the kind of a statement."""
    return _pick(_KINDS[kind], lang)


def role_word(role: CitationRole, lang: Language) -> str:
    """Return what a document is cited for."""
    return _pick(_ROLES[role], lang)


def sure_word(confidence: float, lang: Language) -> str:
    """Return how sure the reader is, in a word."""
    return _pick(_OTHER["sure" if confidence >= _SURE else "fairly"], lang)


def scope_word(stated: Stated, lang: Language) -> str:
    """Return whose figure it is."""
    return _pick(_OTHER["own"], lang) if stated.scope == "own" else stated.scope


def span_word(stated: Stated, lang: Language) -> str:
    """Return of which period a figure is: that of the report, the year so far, or the one it names."""
    return stated.period.label(lang) if stated.period else _pick(_OTHER[stated.span], lang)


def printed_value(stated: Stated, lang: Language = "vi") -> str:
    """Return the value as it is printed: `1.234`, `13%`, `12,77%`."""
    text = f"{stated.value:,.{stated.decimals}f}"
    shown = text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text
    return f"{shown}%" if stated.percent_sign else shown


def value_with_unit(stated: Stated, figure: FigureDef, lang: Language) -> str:
    """Return the value with its unit: `331 hồ sơ`, `13%`, `khoảng 61.300 hồ sơ`."""
    about = f"{_pick(_OTHER['about'], lang)} " if stated.approx else ""
    unit = "" if stated.percent_sign else f" {figure.unit.get(lang)}"
    return f"{about}{printed_value(stated, lang)}{unit}"


def period_label(period: Period | None, lang: Language) -> str:
    """Return a period as people write it, `?` where it was not found."""
    return period.label(lang) if period else "?"


def short(text: str | None, most: int) -> str:
    """Return text on one line, cut at a word where it is longer than `most` characters."""
    line = " ".join((text or "").split())
    return line if len(line) <= most else (line[:most].rpartition(" ")[0] or line[:most]) + "…"


def place_label(place: Place | None) -> str:
    """Return a place without its quote."""
    return place.label() if place else ""
