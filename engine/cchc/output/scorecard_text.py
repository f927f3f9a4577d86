"""Scorecard for the terminal: a ranking, then what each unit lost and what would win it back."""

from collections.abc import Iterator

from cchc.model.scorecard import CriterionScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.score_words import band_text, fixed
from cchc.vietnamese.numbers import show_number, show_percent

_WORDS = {
    "vi": {
        "head": ("Hạng", "Đơn vị", "Chỉ số", "Khoảng", "Độ phủ", "Xếp loại"),
        "lost": "Mất điểm nhiều nhất:",
        "loss": "{code} {title}: mất {lost} trên {max} điểm",
        "unknown": "Chưa tính được {n} tiêu chí ({points} điểm):",
        "why": "{code} {title}: {reason}",
        "left_out": "Không áp dụng: {codes}",
        "self": "Tự chấm {points} điểm, chênh {difference} điểm so với điểm tính (trên các tiêu chí có cả hai)",
        "self_row": "{code} {title}: tự chấm {own}, tính được {points} ({difference})",
        "threshold": "Chỉ số, hạng, xếp loại chỉ nêu khi độ phủ số liệu từ {threshold} trở lên.",
    },
    "en": {
        "head": ("Rank", "Unit", "Index", "Range", "Coverage", "Band"),
        "lost": "Largest losses:",
        "loss": "{code} {title}: {lost} of {max} points lost",
        "unknown": "{n} criteria ({points} points) cannot be scored:",
        "why": "{code} {title}: {reason}",
        "left_out": "Not applicable: {codes}",
        "self": "Self-score {points} points, {difference} points against computed (criteria that have both)",
        "self_row": "{code} {title}: self-score {own}, computed {points} ({difference})",
        "threshold": "Index, rank and band are given only from {threshold} coverage on.",
    },
}  # fmt: skip


def scorecard_text(card: Scorecard, lang: Language = "vi") -> str:
    """Return the scorecard as text, units best first."""
    from tabulate import tabulate

    words, units = _WORDS[lang], card.by_rank()
    rows = [_row(unit, lang) for unit in units]
    table = tabulate(rows, headers=words["head"], tablefmt="simple", disable_numparse=True)
    threshold = str(words["threshold"]).format(threshold=show_percent(card.coverage_threshold, lang))
    blocks = [f"{card.title}\n{card.note}", table, threshold]
    blocks += ["\n".join(_unit(unit, lang)) for unit in units]
    return "\n\n".join(blocks) + "\n"


def _row(unit: UnitScore, lang: Language) -> list[str]:
    low, high = (fixed(end, lang) for end in unit.range)
    index = "" if unit.percent is None else fixed(unit.percent, lang)
    span = low if low == high else f"{low} - {high}"
    coverage = show_percent(unit.coverage, lang, 1)
    return [str(unit.rank or ""), unit.name, index, span, coverage, band_text(unit, lang)]


def _unit(unit: UnitScore, lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"{unit.name} ({unit.id})"
    losses = unit.losses()
    if losses:
        yield f"  {words['lost']}"
        yield from (f"    - {_loss(loss, lang)}" for loss in losses)
    yield from (f"  {line}" for line in _unknown(unit, lang))
    left_out = [c.code for c in unit.criteria if c.state == "not_applicable"]
    if left_out:
        yield "  " + str(words["left_out"]).format(codes=", ".join(left_out))
    yield from (f"  {line}" for line in _self_scores(unit, lang))


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
    total, gap = show_number(unit.self_points, lang), _signed(unit.self_difference or 0.0, lang)
    yield str(words["self"]).format(points=total, difference=gap)
    for c in unit.criteria:
        if c.difference and c.self_score is not None and c.points is not None:
            own, points, gap = show_number(c.self_score, lang), show_number(c.points, lang), _signed(c.difference, lang)
            yield "  - " + str(words["self_row"]).format(
                code=c.code, title=c.title, own=own, points=points, difference=gap
            )


def _signed(value: float, lang: Language) -> str:
    shown = show_number(value, lang)
    return f"+{shown}" if value > 0 and shown != "0" else shown
