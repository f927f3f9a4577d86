"""The figures of a register for the terminal: what was read, the figures of the whole, a line for each group."""

from collections.abc import Iterator, Mapping, Sequence

from cchc.model.register import GroupFigures, Recount
from cchc.model.text import Language
from cchc.output import register_words as say
from cchc.packs.pack import Pack
from cchc.packs.register_words import RegisterWords

_WIDTH = 64
_IN_GROUPS = {
    "dossiers.received": ("Tiếp nhận", "Received"),
    "dossiers.new": ("Mới", "New"),
    "dossiers.new_online": ("Trực tuyến", "Online"),
    "dossiers.resolved": ("Giải quyết", "Resolved"),
    "dossiers.resolved_late": ("Quá hạn", "Late"),
    "dossiers.pending": ("Đang xử lý", "Pending"),
    "dossiers.pending_overdue": ("Đang quá hạn", "Overdue"),
}
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "title": "SỔ HỒ SƠ {window} (hết ngày cuối là thời điểm chốt)",
        "figure": "Số liệu",
        "value": "Giá trị",
        "range": "Có khoảng 'a – b' khi ô để trống không cho biết chắc: ít nhất a, nhiều nhất b.",
        "not": "CHƯA TÍNH ĐƯỢC",
        "same": "Tổng số tiếp nhận = đã giải quyết + đang giải quyết.",
        "apart": "Tổng số tiếp nhận = đã giải quyết + đang giải quyết + trả lại + rút (--returned apart).",
    },
    "en": {
        "title": "REGISTER OF DOSSIERS {window} (cut-off: end of the last day)",
        "figure": "Figure",
        "value": "Value",
        "range": "A range 'a – b' stands where blank cells leave it open: at least a, at most b.",
        "not": "NOT COMPUTED",
        "same": "Received = resolved + pending.",
        "apart": "Received = resolved + pending + returned + withdrawn (--returned apart).",
    },
}


def register_text(recount: Recount, pack: Pack, words: RegisterWords, lang: Language) -> str:
    """Return the figures as text; what cannot be computed is listed with the reason."""
    said = _WORDS[lang]
    lines = [said["title"].format(window=say.window_text(recount.window, lang)), *say.counts_text(recount, lang)]
    lines += [f"  {say.note_text(note, words, lang)}" for note in recount.counts.notes]
    lines += ["", _whole(recount.whole, pack, lang), "", said["apart" if recount.returned_apart else "same"]]
    if any(one.low != one.high for one in recount.whole.figures.values()):
        lines.append(said["range"])
    lines += _unknown(recount.whole, pack, words, lang)
    for axis in dict.fromkeys(group.by for group in recount.groups if group.by):
        groups = [group for group in recount.groups if group.by == axis]
        lines += ["", _groups(say.axis_text(axis, lang), groups, lang)]
    return "\n".join(lines) + "\n"


def _whole(group: GroupFigures, pack: Pack, lang: Language) -> str:
    from tabulate import tabulate

    rows = [
        [say.figure_text(name, pack, lang), say.value_text(one, lang), name]
        for name, one in group.figures.items()
        if one.low is not None
    ]
    headings = [_WORDS[lang]["figure"], _WORDS[lang]["value"], ""]
    return tabulate(rows, headings, disable_numparse=True, colalign=("left", "right", "left"), maxcolwidths=[_WIDTH])


def _unknown(group: GroupFigures, pack: Pack, words: RegisterWords, lang: Language) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for name, one in group.figures.items():
        if one.low is None:
            reasons.setdefault(say.why_not(one, words, lang), []).append(say.figure_text(name, pack, lang))
    if reasons:
        yield from ("", _WORDS[lang]["not"])
    for reason, names in reasons.items():
        yield f"  {reason}: {'; '.join(dict.fromkeys(names))}"


def _groups(heading: str, groups: Sequence[GroupFigures], lang: Language) -> str:
    from tabulate import tabulate

    rows = [
        [say.group_text(group, lang), *(say.value_text(group.figures[name], lang) for name in _IN_GROUPS)]
        for group in groups
    ]
    headings = [heading, *(pair[lang == "en"] for pair in _IN_GROUPS.values())]
    align = ("left", *("right",) * len(_IN_GROUPS))
    return tabulate(rows, headings, disable_numparse=True, colalign=align, maxcolwidths=[_WIDTH])
