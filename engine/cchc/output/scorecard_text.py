"""Scorecard for the terminal: a ranking, then what each unit lost and what would win it back."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cchc.model.scorecard import CriterionScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.score_beside import beside_lines
from cchc.output.score_later import later_text, to_settle
from cchc.output.score_words import band_text, coverage_percent, fixed
from cchc.vietnamese.numbers import show_number, show_percent

_WORDS = {
    "vi": {
        "head": ("Hạng", "Đơn vị", "Chỉ số", "Điểm", "Khoảng", "Độ phủ", "Xếp loại"),
        "lost": "Mất điểm nhiều nhất:",
        "loss": "{code} {title}: mất {lost} trên {max} điểm",
        "unknown": "Chưa tính được {n} tiêu chí ({points} điểm):",
        "why": "{code} {title}: {reason}",
        "left_out": "Không áp dụng: {codes}",
        "self": "Tự chấm {points} điểm ở {n} tiêu chí; {gap}",
        "self_none": "chưa có điểm tính để so",
        "self_equal": "so với điểm tính ở {both} tiêu chí có cả hai: bằng nhau",
        "self_above": "so với điểm tính ở {both} tiêu chí có cả hai: cao hơn {gap} điểm",
        "self_below": "so với điểm tính ở {both} tiêu chí có cả hai: thấp hơn {gap} điểm",
        "self_row": "{code} {title}: tự chấm {own}, tính được {points} ({difference})",
        "threshold": "Chỉ số, hạng, xếp loại chỉ nêu khi độ phủ số liệu từ {threshold} trở lên."
        " Điểm: điểm đạt trên điểm tối đa của các tiêu chí tính được; tiêu chí không áp dụng không tính vào.",
        "remark": "Ghi chú: {remark}",
        "points": "Điểm: {points} trên {scale}",
    },
    "en": {
        "head": ("Rank", "Unit", "Index", "Points", "Range", "Coverage", "Band"),
        "lost": "Largest losses:",
        "loss": "{code} {title}: {lost} of {max} points lost",
        "unknown": "{n} criteria ({points} points) cannot be scored:",
        "why": "{code} {title}: {reason}",
        "left_out": "Not applicable: {codes}",
        "self": "Self-score {points} points on {n} criteria; {gap}",
        "self_none": "no computed points to compare with yet",
        "self_equal": "on the {both} criteria that have both, equal to the computed points",
        "self_above": "on the {both} criteria that have both, {gap} points above the computed ones",
        "self_below": "on the {both} criteria that have both, {gap} points below the computed ones",
        "self_row": "{code} {title}: self-score {own}, computed {points} ({difference})",
        "threshold": "Index, rank and band are given only from {threshold} coverage on."
        " Points: earned of the maxima of the criteria that could be scored; those that do not apply are left out.",
        "remark": "Remark: {remark}",
        "points": "Points: {points} of {scale}",
    },
}  # fmt: skip


def scorecard_text(card: Scorecard, lang: Language = "vi") -> str:
    """Return the scorecard as text, units best first."""
    from tabulate import tabulate

    words, units = _WORDS[lang], card.by_rank()
    tables = []
    for group, inside in groupby(units, key=lambda unit: unit.group):
        rows = [_row(unit, lang) for unit in inside]
        shown = tabulate(rows, headers=words["head"], tablefmt="simple", disable_numparse=True)
        tables.append(f"{group.upper()}\n{shown}" if len({unit.group for unit in units}) > 1 else shown)
    threshold = str(words["threshold"]).format(threshold=show_percent(card.coverage_threshold, lang))
    common = _common_remark(units)
    head = [card.title, card.note, *([str(words["remark"]).format(remark=common)] if common else [])]
    blocks = ["\n".join(head), *tables, "\n".join([threshold, *card.notes])]
    blocks += ["\n".join(_unit(unit, card, lang, common)) for unit in units]
    blocks += ["\n".join(lines) for lines in (later_text(card, lang)) if lines]
    return "\n\n".join(blocks) + "\n"


def _common_remark(units: Sequence[UnitScore]) -> str:
    """Return the remark that all units share: it is about the table and is said once, above the ranking."""
    remarks = {unit.remark for unit in units}
    return remarks.pop() if len(remarks) == 1 else ""


def _row(unit: UnitScore, lang: Language) -> list[str]:
    low, high = (fixed(end, lang) for end in unit.range)
    index = "" if unit.percent is None else fixed(unit.percent, lang)
    span = low if low == high else f"{low} - {high}"
    coverage = f"{show_number(coverage_percent(unit, 1), lang, 1)}%"
    points = f"{fixed(unit.points, lang)}/{show_number(unit.possible, lang)}"
    return [str(unit.rank or ""), unit.name, index, points, span, coverage, band_text(unit, lang)]


def _unit(unit: UnitScore, card: Scorecard, lang: Language, common: str) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"{unit.name} ({unit.id})"
    yield from (f"  {line}" for line in _beside(unit, card, lang))
    if unit.remark and not common:
        yield "  " + str(words["remark"]).format(remark=unit.remark)
    losses = unit.losses()
    if losses:
        yield f"  {words['lost']}"
        yield from (f"    - {_loss(loss, lang)}" for loss in losses)
    yield from (f"  {line}" for line in _unknown(unit, lang))
    left_out = [c.code for c in unit.criteria if c.state == "not_applicable"]
    if left_out:
        yield "  " + str(words["left_out"]).format(codes=", ".join(left_out))
    yield from (f"  {line}" for line in _self_scores(unit, lang))
    yield from (f"  {line}" for line in to_settle(unit, lang))


def _beside(unit: UnitScore, card: Scorecard, lang: Language) -> Iterator[str]:
    """Yield what stands beside the ranking of a unit: points out of another total than 100, lateness, state, change."""
    words = _WORDS[lang]
    low, high = (show_number(end, lang) for end in unit.points_range)
    # An index of 100 points says it all in percent.
    if card.scale != 100:
        span = low if low == high else f"{low} - {high}"
        yield str(words["points"]).format(points=span, scale=show_number(card.scale, lang))
    yield from beside_lines(unit, lang)


def _loss(loss: CriterionScore, lang: Language) -> str:
    lost, most = show_number(loss.lost or 0.0, lang), show_number(loss.max, lang)
    text = str(_WORDS[lang]["loss"]).format(code=loss.code, title=loss.title, lost=lost, max=most)
    return f"{text}; {loss.step.text}" if loss.step else text


def _unknown(unit: UnitScore, lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    unknown = [c for c in unit.criteria if c.state == "unknown"]
    if unknown:
        points = show_number(sum(c.max for c in unknown), lang)
        yield str(words["unknown"]).format(n=len(unknown), points=points)
    for c in unknown:
        yield "  - " + str(words["why"]).format(code=c.code, title=c.title, reason=c.reason)


def _self_scores(unit: UnitScore, lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    if unit.self_points is None:
        return
    entered = sum(c.self_score is not None for c in unit.criteria)
    total = show_number(unit.self_points, lang)
    yield str(words["self"]).format(points=total, n=entered, gap=_gap(unit, lang))
    for c in unit.criteria:
        if c.self_score is not None and c.points is not None and round(c.difference or 0.0, 2):
            own, points = show_number(c.self_score, lang), show_number(c.points, lang)
            gap = _signed(c.difference or 0.0, lang)
            yield "  - " + str(words["self_row"]).format(
                code=c.code, title=c.title, own=own, points=points, difference=gap
            )


def _gap(unit: UnitScore, lang: Language) -> str:
    if unit.self_difference is None:
        return str(_WORDS[lang]["self_none"])
    gap, both = round(unit.self_difference, 2), sum(c.difference is not None for c in unit.criteria)
    form = "self_above" if gap > 0 else "self_below" if gap < 0 else "self_equal"
    return str(_WORDS[lang][form]).format(both=both, gap=show_number(abs(gap), lang))


def _signed(value: float, lang: Language) -> str:
    shown = show_number(value, lang)
    return f"+{shown}" if value > 0 and shown != "0" else shown
