"""Words that the outputs of a register share: reasons why rows are rejected, notes, and figures outside the dictionary."""

from collections.abc import Mapping

from cchc.model.register import Axis, GroupFigures, Note, Recount, Recounted, Window
from cchc.model.text import Language
from cchc.packs.pack import Pack
from cchc.packs.register_words import RegisterWords

_REASONS: Mapping[str, tuple[str, str]] = {
    "cells": ("số ô không khớp với dòng tiêu đề", "number of cells is not that of the headings"),
    "blank": ("ô phải có mà để trống", "blank cell that must be given"),
    "not_a_date": ("không phải ngày", "not a date"),
    "impossible_date": ("ngày không có trong lịch", "a date that does not exist"),
    "year": ("năm trước 2000 hoặc quá xa về sau", "year before 2000 or too far ahead"),
    "unknown_word": ("từ chưa biết nghĩa, khai trong 'values' của --mapping", "unknown word: say what it means in 'values' of --mapping"),
    "not_an_amount": ("không phải số tiền", "not an amount of money"),
    "before_received": ("trước ngày tiếp nhận", "before the day of receipt"),
    "not_asked": ("có ngày bổ sung mà không có ngày yêu cầu", "supplement given that was not asked for"),
    "before_asked": ("bổ sung trước khi được yêu cầu", "supplement given before it was asked for"),
    "overlap": ("hai lần chờ bổ sung chồng lên nhau", "two waits for supplements overlap"),
    "repeat": ("dòng lặp lại y hệt, đã giữ dòng đầu", "repeated row, the first is kept"),
    "conflict": ("một mã có nhiều dòng khác nhau, bỏ tất cả", "one code in rows that differ, all left out"),
}  # fmt: skip
_NOTES: Mapping[str, tuple[str, str]] = {
    "ambiguous_dates": (
        "cột '{column}': không ô nào cho biết ngày hay tháng đứng trước; đọc là ngày/tháng/năm",
        "column '{column}': no cell tells the day from the month; read as day/month/year",
    ),
    "month_first": ("cột '{column}': tháng đứng trước ngày", "column '{column}': the month stands before the day"),
    "no_times": (
        "cột '{column}': mọi giờ đều là 00:00, nên coi là ngày không ghi giờ (hạn tính đến hết ngày)",
        "column '{column}': every time is 00:00, so they are days without a time (a due day lasts to its end)",
    ),
    "spelled_apart": (
        "cột '{column}': '{kept}' còn được ghi là {others}; tính là một",
        "column '{column}': '{kept}' is also written {others}; taken as one",
    ),
    "unknown_procedure": (
        "thủ tục '{procedure}' trong notification_only không có hồ sơ nào trong sổ; tên hoặc mã phải đúng như trong sổ",
        "procedure '{procedure}' of notification_only has no dossier in the register; write it as it stands there",
    ),
}
_FIGURES: Mapping[str, tuple[str, str]] = {
    "register.undated_resolved": ("Hồ sơ đã giải quyết không có ngày hẹn trả", "Resolved dossiers without a due date"),
    "register.undated_pending": ("Hồ sơ đang giải quyết không có ngày hẹn trả", "Pending dossiers without a due date"),
    "register.national_portal_dossiers": ("Hồ sơ mới từ Cổng Dịch vụ công quốc gia", "New dossiers from the national portal"),
    "register.provincial_portal_dossiers": ("Hồ sơ mới từ Cổng Dịch vụ công tỉnh", "New dossiers from the provincial portal"),
    "register.in_total_without_notices": ("Hồ sơ tiếp nhận, không tính thủ tục thông báo", "Dossiers received, notifications left out"),
    "register.in_digitized_without_notices": ("Hồ sơ số hóa thành phần, không tính thủ tục thông báo", "Dossiers digitized, notifications left out"),
    "register.in_reused_without_notices": ("Hồ sơ tái sử dụng dữ liệu, không tính thủ tục thông báo", "Dossiers reusing data, notifications left out"),
    "register.out_total_without_notices": ("Hồ sơ có kết quả, không tính thủ tục thông báo", "Dossiers with a result, notifications left out"),
    "register.out_digitized_without_notices": ("Hồ sơ có kết quả điện tử, không tính thủ tục thông báo", "Dossiers with an electronic result, notifications left out"),
}  # fmt: skip
_AXES: Mapping[Axis, tuple[str, str]] = {
    "unit": ("Đơn vị", "Unit"),
    "procedure": ("Thủ tục", "Procedure"),
    "channel": ("Kênh tiếp nhận", "Channel"),
}
_CHANNELS: Mapping[str, tuple[str, str]] = {
    "direct": ("Trực tiếp", "In person"),
    "post": ("Bưu chính", "By post"),
    "provincial_portal": ("Cổng DVC tỉnh", "Provincial portal"),
    "national_portal": ("Cổng DVC quốc gia", "National portal"),
    "online": ("Trực tuyến (không rõ cổng)", "Online (portal not said)"),
}
_OUTSIDE = (
    "  Không hồ sơ nào được tiếp nhận trong khoảng đang đếm; nếu sổ là của kỳ khác thì không dùng được các số dưới đây",
    "  No dossier was received in the days counted; the figures below are of no use if the register is of another period",
)
_BLANK = ("(để trống)", "(blank)")
_NOTHING = ("không có hồ sơ nào để tính", "no dossier to count it over")
_NO_COLUMN = ("thiếu cột '{column}'", "no column '{column}'")


def _pick(pair: tuple[str, str], lang: Language) -> str:
    return pair[lang == "en"]


def number_text(value: float, lang: Language) -> str:
    """Write a number as people do, with at most two decimals: `1.234,5` in Vietnamese, `1,234.5` in English."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def reason_text(reason: str, lang: Language) -> str:
    """Return why a row cannot be used."""
    return _pick(_REASONS[reason], lang)


def note_text(note: Note, words: RegisterWords, lang: Language) -> str:
    """Return a note on how a register was read."""
    about = {**note.about, "column": column_text(note.about.get("column", ""), words, lang)}
    return _pick(_NOTES[note.id], lang).format(**about)


def column_text(column: str, words: RegisterWords, lang: Language) -> str:
    """Return what people call a column."""
    return next((entry.label.get(lang) for name, entry in words.columns.items() if name == column), column)


def figure_text(figure: str, pack: Pack, lang: Language) -> str:
    """Return what people call a figure."""
    known = pack.figures.get(figure)
    return known.label.get(lang) if known else _pick(_FIGURES[figure], lang)


def axis_text(axis: Axis, lang: Language) -> str:
    """Return what groups are made by."""
    return _pick(_AXES[axis], lang)


def group_text(group: GroupFigures, lang: Language) -> str:
    """Return the name of a group."""
    if group.by == "channel" and group.name in _CHANNELS:
        return _pick(_CHANNELS[group.name], lang)
    return " ".join(group.name.split()) or _pick(_BLANK, lang)


def value_text(one: Recounted, lang: Language) -> str:
    """Return a figure, or its range, or nothing."""
    if one.low is None or one.high is None:
        return ""
    low, high = number_text(one.low, lang), number_text(one.high, lang)
    return low if one.low == one.high else f"{low} – {high}"


def why_not(one: Recounted, words: RegisterWords, lang: Language) -> str:
    """Return why a figure was not computed."""
    if one.missing_column is None:
        return _pick(_NOTHING, lang)
    return _pick(_NO_COLUMN, lang).format(column=column_text(one.missing_column, words, lang))


def window_text(window: Window, lang: Language) -> str:
    """Return the days of a window."""
    first, last = (f"{day.day}/{day.month}/{day.year}" for day in (window.first, window.last))
    return f"{first} – {last}" if lang == "vi" else f"{window.first.isoformat()} – {window.last.isoformat()}"


def counts_text(recount: Recount, lang: Language) -> list[str]:
    """Return how many rows were read and used, and a line for each reason why others were not."""
    counts = recount.counts
    rows, used, left = (number_text(n, lang) for n in (counts.rows, counts.used, counts.rows - counts.used))
    shape = {
        "vi": "{files} tệp, {rows} dòng: {used} dòng dùng được, {left} dòng bị loại",
        "en": "{files} files, {rows} rows: {used} used, {left} rejected",
    }[lang]
    lines = [shape.format(files=len(counts.files), rows=rows, used=used, left=left)]
    if counts.received:
        said = {"vi": "Sổ có hồ sơ tiếp nhận trong {days}", "en": "Dossiers of the register were received {days}"}[lang]
        lines.append(said.format(days=window_text(Window(*counts.received), lang)))
        if counts.received[1] < recount.window.first or counts.received[0] > recount.window.last:
            lines.append(_pick(_OUTSIDE, lang))
    return lines + [f"  {number_text(n, lang)}: {reason_text(reason, lang)}" for reason, n in counts.rejected.items()]
