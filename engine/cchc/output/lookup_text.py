"""The dossiers of one channel for the terminal: how many of each procedure, then the dossiers one by one."""

import textwrap
from collections.abc import Iterator, Mapping

from cchc.model.recounting import LookUp
from cchc.model.register import Window
from cchc.model.text import Language
from cchc.output import against_words as say
from cchc.output.register_words import number_text, window_text

_PROCEDURE, _COUNTED = 34, 72
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "title": "HỒ SƠ QUA KÊNH: {channel}, {window}",
        "register": "Sổ: {files}; {rows} dòng, {left} dòng bị loại",
        "sum": "{new} hồ sơ tiếp nhận mới, {old} hồ sơ kỳ trước chuyển sang, của {kinds} thủ tục",
        "maybe": "Lưu ý: {n} hồ sơ khác trong kỳ không rõ kênh, chưa tính vào đây",
        "counts": "Thủ tục|Mới|Chuyển sang",
        "rows": "Mã hồ sơ|Thủ tục|Tiếp nhận|Hạn|Kết thúc|Tình trạng khi chốt",
        "shown": "… {n} hồ sơ đầu; ghi tất cả bằng --format csv -o TỆP.csv",
    },
    "en": {
        "title": "DOSSIERS BY CHANNEL: {channel}, {window}",
        "register": "Register: {files}; {rows} rows, {left} rejected",
        "sum": "{new} new dossiers, {old} carried over, of {kinds} procedures",
        "maybe": "Note: {n} other dossiers of the period do not say their channel and are not among these",
        "counts": "Procedure|New|Carried over",
        "rows": "Dossier|Procedure|Received|Due|Finished|State at the cut-off",
        "shown": "… first {n}; write all with --format csv -o FILE.csv",
    },
}


def lookup_text(found: LookUp, lang: Language) -> str:
    """Return a look-up as text."""
    return "\n".join(_lines(found, lang)) + "\n"


def _lines(found: LookUp, lang: Language) -> Iterator[str]:
    from tabulate import tabulate

    said = _WORDS[lang]
    window = window_text(Window(found.window_from, found.window_to), lang)
    rows, left = (number_text(n, lang) for n in (found.rows, found.rejected))
    new, old = (sum(n) for n in ([p.new for p in found.procedures], [p.carried_over for p in found.procedures]))
    yield said["title"].format(channel=say.channel_text(found.channel, lang), window=window)
    yield said["register"].format(files=", ".join(found.files), rows=rows, left=left)
    yield said["sum"].format(new=number_text(new, lang), old=number_text(old, lang), kinds=len(found.procedures))
    if found.maybe:
        yield said["maybe"].format(n=number_text(found.maybe, lang))
    if not found.procedures:
        return
    counted = [[one.procedure or "-", one.new, one.carried_over] for one in found.procedures]
    yield ""
    yield tabulate(
        counted,
        said["counts"].split("|"),
        disable_numparse=True,
        colalign=("left", "right", "right"),
        maxcolwidths=[_COUNTED],
    )
    yield ""
    yield tabulate(list(_rows(found, lang)), said["rows"].split("|"), disable_numparse=True, tablefmt="plain")
    if len(found.dossiers) < new + old:
        yield said["shown"].format(n=len(found.dossiers))


def _rows(found: LookUp, lang: Language) -> Iterator[list[str]]:
    for one in found.dossiers:
        moments = (f"{when:%d/%m/%Y}" if when else "-" for when in (one.received, one.due, one.finished))
        procedure = textwrap.shorten(one.procedure, _PROCEDURE, placeholder="…")
        yield [one.code, procedure, *moments, say.dossier_state(one, lang)]
