"""A comparison for the terminal: who is compared, the figures that changed, the findings that came and went."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from cchc.model.comparison import Comparison, FigureDifference, FindingChange, FindingDifference, Side, Values
from cchc.model.text import Language
from cchc.output.compare_words import FIGURE_WORDS, FINDING_WORDS, difference_note, scope_and_time, signed
from cchc.output.words import outcome_word, severity_word

_WIDTH = 110
_ORDER: tuple[FindingChange, ...] = ("new", "still", "mended", "outcome")
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"side": "{unit} · {period} · {file} ({n} số liệu)", "figures": "SỐ LIỆU: {changed} thay đổi, {same} giữ nguyên",
           "headings": "|Số liệu|Trước|Sau|Chênh|Vị trí", "findings": "KIỂM TRA: {changed} khác hoặc còn phải xem, {same} giữ nguyên"},
    "en": {"side": "{unit} · {period} · {file} ({n} figures)", "figures": "FIGURES: {changed} changed, {same} the same",
           "headings": "|Figure|Before|After|Difference|Place", "findings": "CHECKS: {changed} changed or still to be mended, {same} the same"},
}  # fmt: skip


def compare_text(comparison: Comparison, lang: Language) -> str:
    """Return a comparison as text; of a finding the words of the later report, of a mended one those of the earlier."""
    words = _WORDS[lang]
    lines = [f"A  {_side(comparison.before, lang)}", f"B  {_side(comparison.after, lang)}"]
    note = difference_note(comparison, lang)
    lines += [note] if note else []
    lines += ["", words["figures"].format(changed=len(comparison.figures), same=comparison.same_figures)]
    lines += [_table(comparison.figures, lang)] if comparison.figures else []
    lines += ["", words["findings"].format(changed=len(comparison.findings), same=comparison.same_findings)]
    for change in _ORDER:
        lines += _section([one for one in comparison.findings if one.change == change], change, lang)
    return "\n".join(lines) + "\n"


def _side(side: Side, lang: Language) -> str:
    return _WORDS[lang]["side"].format(unit=side.unit, period=side.period, file=side.file, n=side.figures)


def _table(figures: Sequence[FigureDifference], lang: Language) -> str:
    from tabulate import tabulate

    rows = [
        [
            FIGURE_WORDS[lang][one.change],
            f"{one.label} ({scope_and_time(one)})",
            one.before.shown if one.before else "-",
            one.after.shown if one.after else "-",
            signed(one, lang),
            " → ".join(dict.fromkeys(_place(side) for side in (one.before, one.after) if side)),
        ]
        for one in figures
    ]
    widths = [None, 44, 14, 14, None, 30]
    return tabulate(rows, headers=_WORDS[lang]["headings"].split("|"), disable_numparse=True, maxcolwidths=widths)


def _place(side: Values) -> str:
    return "; ".join(dict.fromkeys(place.label() for place in side.places)) or "-"


def _section(findings: Sequence[FindingDifference], change: FindingChange, lang: Language) -> Iterator[str]:
    if findings:
        yield ""
        yield f"{FINDING_WORDS[lang][change].upper()} ({len(findings)})"
    for one in findings:
        if change == "outcome":
            path = f"{outcome_word(one.before, lang)} → {outcome_word(one.after, lang)}"
            yield from _wrapped(f"{one.code}  {one.title}: {path}")
            continue
        said = one.message_before if change == "mended" else one.message_after
        yield from _wrapped(f"{one.code}  {severity_word(one.severity, lang)}: {one.title}. {said}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="          ", break_long_words=False)
