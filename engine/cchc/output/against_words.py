"""Words that the outputs of a report held against a register share."""

from collections.abc import Mapping
from datetime import date

from cchc.model.recounting import Claim, CountRange, Dossier, DossierSet, HeldFigure, HeldNote, Reading
from cchc.model.text import Language
from cchc.output.register_words import column_text, figure_text, number_text
from cchc.packs.pack import Pack
from cchc.packs.register_words import RegisterWords
from cchc.vietnamese.numbers import show_date, show_number

STATES: Mapping[str, tuple[str, str]] = {
    "equal": ("khớp", "equal"),
    "differs": ("lệch", "differs"),
    "open": ("chưa kết luận", "left open"),
    "rough": ("chỉ nêu khoảng chừng trong báo cáo", "only roughly stated"),
    "not_computed": ("sổ không tính được", "not computed"),
}
_REASONS: Mapping[str, tuple[str, str]] = {
    "blank": ("ô để trống trong sổ không cho biết chắc", "blank cells of the register leave it open"),
    "rejected": ("chênh không quá số dòng bị loại", "within the number of rejected rows"),
    "partial": ("sổ có thể thiếu hồ sơ tiếp nhận trước đó", "the register may lack dossiers received before"),
    "excluded": (
        "báo cáo không tính một số thủ tục; hãy khai chúng ở 'notification_only' trong --mapping",
        "the report leaves procedures out; name them under 'notification_only' in --mapping",
    ),
}
_NOTES: Mapping[str, tuple[str, str]] = {
    "lawful_window": (
        "báo cáo không nêu khoảng chốt số liệu, dùng khoảng theo quy định của kỳ; khoảng khác thì thêm --window",
        "the report states no data window, the lawful one of its period is used; give another with --window",
    ),
    "unit": ("chỉ đối chiếu phần của đơn vị '{about}' trong sổ", "only the part of unit '{about}' of the register"),
    "whole_of_many": ("đối chiếu với cả sổ, gồm {number} đơn vị", "held against the whole register of {number} units"),
    "other_unit": (
        "sổ là của đơn vị '{about}', báo cáo của đơn vị khác tên; hãy xem có đúng sổ không",
        "the register is of unit '{about}', the report of one with another name; see whether it is the right register",
    ),
    "starts_late": (
        "hồ sơ đầu tiên trong sổ tiếp nhận ngày {about}, trong khoảng số liệu; hồ sơ kỳ trước chuyển sang có thể không có"
        " trong sổ, nên chỗ nào báo cáo nhiều hơn thì chưa kết luận",
        "the first dossier of the register was received on {about}, within the window; those carried over may not be in it,"
        " so where the report says more it is left open",
    ),
    "starts_near": (
        "hồ sơ đầu tiên trong sổ tiếp nhận ngày {about}, chưa tới 60 ngày trước khoảng số liệu; hồ sơ nhận trước đó còn"
        " chuyển sang có thể không có trong sổ, nên chỗ báo cáo nhiều hơn về hồ sơ cũ thì chưa kết luận",
        "the first dossier of the register was received on {about}, less than 60 days before the window; older ones carried"
        " over may not be in it, so where the report says more of them it is left open",
    ),
    "ends_early": (
        "việc cuối cùng trong sổ là ngày {about}, trước ngày chốt; sổ có thể được xuất trước ngày chốt, nên chỗ lệch mà việc"
        " xảy ra sau đó giải thích được thì chưa kết luận",
        "the last event of the register is of {about}, before the cut-off; it may have been exported before it, so what"
        " later events may explain is left open",
    ),
    "rejected": (
        "{number} dòng của sổ không dùng được; chênh không quá số này thì chưa kết luận",
        "{number} rows of the register cannot be used; a difference of no more than that is left open",
    ),
    "other_spans": (
        "{number} giá trị lũy kế, của cấp khác hoặc kỳ khác không được đối chiếu",
        "{number} values of other levels or times are not compared",
    ),
}
CHANNELS: Mapping[str, tuple[str, str]] = {
    "direct": ("trực tiếp", "in person"),
    "post": ("bưu chính", "by post"),
    "provincial_portal": ("Cổng DVC tỉnh", "provincial portal"),
    "national_portal": ("Cổng DVC quốc gia", "national portal"),
    "online": ("trực tuyến (không rõ cổng)", "online (portal not said)"),
}
_DOSSIER_STATES: Mapping[str, tuple[str, str]] = {
    "dossiers.returned": ("đã trả lại", "returned"),
    "dossiers.withdrawn": ("đã rút", "withdrawn"),
    "dossiers.resolved_early": ("đã giải quyết, trước hạn", "resolved early"),
    "dossiers.resolved_on_time": ("đã giải quyết, đúng hạn", "resolved on time"),
    "dossiers.resolved_late": ("đã giải quyết, quá hạn", "resolved late"),
    "dossiers.resolved": ("đã giải quyết", "resolved"),
    "dossiers.supplement": ("chờ bổ sung", "waiting for supplements"),
    "dossiers.pending_in_time": ("đang giải quyết, còn hạn", "pending, in time"),
    "dossiers.pending_overdue": ("đang giải quyết, đã quá hạn", "pending, overdue"),
    "dossiers.pending": ("đang giải quyết", "pending"),
}


def pick(pair: tuple[str, str], lang: Language) -> str:
    """Return the one of a Vietnamese and an English text that is in `lang`."""
    return pair[lang == "en"]


def state_text(claim: Claim, lang: Language) -> str:
    """Return how a value stands to the register, and why where it is left open."""
    state = pick(STATES[claim.state], lang)
    return f"{state}: {pick(_REASONS[claim.open_reason], lang)}" if claim.open_reason else state


def note_text(note: HeldNote, lang: Language) -> str:
    """Return what a reader must know."""
    about = note.about
    if note.id in ("starts_late", "starts_near", "ends_early"):
        about = show_date(date.fromisoformat(about), lang)
    return pick(_NOTES[note.id], lang).format(number=number_text(note.number, lang), about=about)


def _sign(figure: str, pack: Pack) -> str:
    return "%" if figure in pack.figures and pack.figures[figure].kind == "percent" else ""


def stated_text(figure: str, claim: Claim, pack: Pack, lang: Language) -> str:
    """Return a value as the report prints it."""
    return show_number(claim.value, lang, claim.decimals) + _sign(figure, pack)


def range_text(figure: str, counted: CountRange | None, pack: Pack, lang: Language) -> str:
    """Return what the register gives, a range where it is not certain."""
    if counted is None:
        return "-"
    ends = dict.fromkeys(number_text(end, lang) for end in (counted.low, counted.high))
    return " – ".join(ends) + _sign(figure, pack)


def difference_text(figure: str, claim: Claim, pack: Pack, lang: Language) -> str:
    """Return how much more or less the report says."""
    if claim.difference is None:
        return ""
    sign = "+" if claim.difference > 0 else "-"
    points = pick((" điểm %", " points"), lang) if _sign(figure, pack) else ""
    return f"{sign}{number_text(abs(claim.difference), lang)}{points}"


def reading_text(reading: Reading, pack: Pack, lang: Language) -> str:
    """Return how a figure is taken from the register: a count, or a part over its whole."""
    part = figure_text(reading.part, pack, lang)
    if reading.whole is None:
        return part
    told = pick((" theo báo cáo", " as reported"), lang) if reading.whole_from_report else ""
    return f"{part} / {figure_text(reading.whole, pack, lang)}{told}"


def why_not(figure: HeldFigure, words: RegisterWords, lang: Language) -> str:
    """Return why the register cannot give a figure."""
    if figure.missing_column is None:
        return pick(("không có hồ sơ nào để tính", "no dossier to count it over"), lang)
    column = column_text(figure.missing_column, words, lang)
    return pick(("sổ thiếu cột '{}'", "the register has no column '{}'"), lang).format(column)


def kind_text(one: DossierSet, lang: Language) -> str:
    """Return what a set is of."""
    return pick(("thủ tục", "procedures") if one.procedures is not None else ("hồ sơ", "dossiers"), lang)


def set_text(one: DossierSet, pack: Pack, lang: Language) -> str:
    """Return which dossiers a set holds, with their number."""
    number = number_text(one.number, lang)
    inside = figure_text(one.inside, pack, lang)
    kind = kind_text(one, lang)
    if one.outside is None:
        return pick(("{n} {kind} sổ đếm vào '{a}'", "{n} {kind} that the register counts as '{a}'"), lang).format(
            n=number, kind=kind, a=inside
        )
    shape = pick(("{n} {kind} thuộc '{a}' mà không thuộc '{b}'", "{n} {kind} in '{a}' and not in '{b}'"), lang)
    return shape.format(n=number, kind=kind, a=inside, b=figure_text(one.outside, pack, lang))


def channel_text(channel: str | None, lang: Language) -> str:
    """Return the name of a channel."""
    return pick(CHANNELS.get(channel or "", ("(để trống)", "(blank)")), lang)


def dossier_state(dossier: Dossier, lang: Language) -> str:
    """Return the state of a dossier at the cut-off."""
    return pick(_DOSSIER_STATES[dossier.state], lang) if dossier.state else ""
