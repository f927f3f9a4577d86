"""The totals of many reports checked or units scored at once, for the terminal."""

from collections.abc import Mapping, Sequence

from tabulate import tabulate

from cchc.model.outcome import SEVERITIES, Verdict
from cchc.model.text import Language
from cchc.output.words import severity_word, verdict_word
from cchc.vietnamese.numbers import show_number

_SHOWN = 20
_VERDICTS: Sequence[Verdict] = ("mend", "undecided", "explain", "pass")
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"done": "Đã kiểm tra {} báo cáo.", "verdict": "Kết luận", "count": "Số báo cáo", "share": "Tỷ lệ", "code": "Mã",
           "severity": "Mức", "title": "Nội dung kiểm tra", "rejected": "{} dòng không dùng được.", "blank": "{} dòng trống.",
           "more": "... và {} kiểm tra khác có phát hiện; --all để xem hết.", "none": "Không có phát hiện nào.", "scored": "Đã chấm {} đơn vị.", "band": "Xếp loại", "units": "Số đơn vị",
           "no_band": "Chưa đủ số liệu để xếp loại"},
    "en": {"done": "{} reports checked.", "verdict": "Verdict", "count": "Reports", "share": "Share", "code": "Code",
           "severity": "Severity", "title": "Check", "rejected": "{} rows could not be used.", "blank": "{} empty rows.",
           "more": "... and {} more checks with findings; --all shows them.", "none": "No findings.", "scored": "{} units scored.", "band": "Band", "units": "Units",
           "no_band": "Not enough figures for a band"},
}  # fmt: skip


def checked_text(counts: Mapping[str, int], titles: Mapping[str, str], lang: Language, *, every: bool) -> str:
    """Return how many reports came to each verdict, and which checks fail most; `titles` by code.

    `counts` as the parts of a run counted: `rows`, `rejected`, `blank`, `verdict:<verdict>`, `<severity>:<code>`.
    """
    rows = counts.get("rows", 0)
    parts = _head("done", counts, lang)
    if rows:
        parts += ["", _verdicts(counts, rows, lang), "", _findings(counts, rows, titles, lang, every=every)]
    return "\n".join(parts) + "\n"


def scored_text(counts: Mapping[str, int], bands: Mapping[str, str], title: str, lang: Language) -> str:
    """Return how many units came into each band of an index; `bands`: words by id, the best first; `counts`: `band:<id>`."""
    words, rows = _WORDS[lang], counts.get("rows", 0)
    shown = [*bands.items(), ("", words["no_band"])]
    table = [
        [
            word,
            show_number(counts.get(f"band:{band}", 0), lang),
            _share(counts.get(f"band:{band}", 0), max(rows, 1), lang),
        ]
        for band, word in shown
    ]
    heads = [words[name] for name in ("band", "units", "share")]
    parts = [
        title,
        *_head("scored", counts, lang),
        *(["", _table(table, heads, ("left", "right", "right"))] if rows else []),
    ]
    return "\n".join(parts) + "\n"


def _head(what: str, counts: Mapping[str, int], lang: Language) -> list[str]:
    words = _WORDS[lang]
    parts = [words[what].format(show_number(counts.get("rows", 0), lang))]
    for kind in ("rejected", "blank"):
        parts += [words[kind].format(show_number(counts[kind], lang))] if counts.get(kind) else []
    return parts


def _verdicts(counts: Mapping[str, int], rows: int, lang: Language) -> str:
    words = _WORDS[lang]
    table = [
        [verdict_word(name, lang), show_number(counts.get(f"verdict:{name}", 0), lang), _share(counts.get(f"verdict:{name}", 0), rows, lang)]
        for name in _VERDICTS
    ]  # fmt: skip
    return _table(table, [words["verdict"], words["count"], words["share"]], ("left", "right", "right"))


def _findings(counts: Mapping[str, int], rows: int, titles: Mapping[str, str], lang: Language, *, every: bool) -> str:
    words = _WORDS[lang]
    found = [
        (SEVERITIES.index(severity), count, code, severity)
        for severity in SEVERITIES
        for key, count in counts.items()
        if key.startswith(f"{severity}:") and (code := key.partition(":")[2])
    ]
    worst = sorted(found, key=lambda one: (-one[0], -one[1], one[2]))
    shown = worst if every else worst[:_SHOWN]
    if not shown:
        return words["none"]
    table = [
        [code, severity_word(severity, lang), show_number(count, lang), _share(count, rows, lang), titles[code]]
        for _, count, code, severity in shown
    ]
    heads = [words[name] for name in ("code", "severity", "count", "share", "title")]
    text = _table(table, heads, ("left", "left", "right", "right", "left"))
    return f"{text}\n{words['more'].format(len(worst) - len(shown))}" if len(shown) < len(worst) else text


def _share(count: int, rows: int, lang: Language) -> str:
    return f"{show_number(100 * count / rows, lang, 1)}%"


def _table(rows: Sequence[Sequence[str]], headings: Sequence[str], align: Sequence[str]) -> str:
    return tabulate(rows, headings, tablefmt="simple", disable_numparse=True, colalign=align)
