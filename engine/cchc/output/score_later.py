"""What a scorecard says beside the points: what changed, what is to be settled, scenarios, and how far ranks hold."""

from collections.abc import Iterator, Mapping

from cchc.model.robustness import Robustness
from cchc.model.scorecard import CriterionScore, Effect, FigureChange, ScenarioResult, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.vietnamese.numbers import show_number

_SHOWN = 5
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"change": "So với kỳ trước: chỉ số {percent}; hạng {rank}", "same": "không đổi", "unclear": "chưa so được", "up": "tăng {n} bậc", "down": "giảm {n} bậc",
           "figure": "{label}: {before} → {now}", "more": "… và {n} số liệu khác", "none": "?",
           "settle": "Cần người thẩm định xem:", "claim": "{code} {title}: {text}",
           "scenario": "PHƯƠNG ÁN: {title}", "assumption": "Giả định: {text}", "effect": "{name}: chỉ số {before} → {now}; điểm {old} → {new}{how}", "unknown": "{name}: {reason}", "at_most": " ({reason})",
           "robust": "ĐỘ VỮNG CỦA THỨ HẠNG: {draws} bộ trọng số ngẫu nhiên trong khoảng ±{spread}% (hạt giống {seed})", "band": "{name}: hạng {low} - {high} (90% số lần), từ {best} đến {worst} trong mọi lần",
           "influence": "Bỏ tiêu chí {code} {title}: {moved} đơn vị đổi hạng, nhiều nhất {most} bậc", "pair": "Tiêu chí {first} và {second} cùng tăng, cùng giảm (tương quan {r})",
           "constant": "Không phân biệt được đơn vị nào: {codes}"},
    "en": {"change": "Since the earlier scorecard: index {percent}; rank {rank}", "same": "unchanged", "unclear": "cannot be compared", "up": "up {n}", "down": "down {n}",
           "figure": "{label}: {before} → {now}", "more": "… and {n} more figures", "none": "?",
           "settle": "To be settled by the reviewer:", "claim": "{code} {title}: {text}",
           "scenario": "SCENARIO: {title}", "assumption": "Assumption: {text}", "effect": "{name}: index {before} → {now}; points {old} → {new}{how}", "unknown": "{name}: {reason}", "at_most": " ({reason})",
           "robust": "HOW FAR RANKS HOLD: {draws} random weightings within ±{spread}% (seed {seed})", "band": "{name}: rank {low} - {high} (90% of draws), {best} to {worst} in all",
           "influence": "Without criterion {code} {title}: {moved} units change rank, at most by {most}", "pair": "Criteria {first} and {second} rise and fall together (correlation {r})",
           "constant": "Tell no unit from another: {codes}"},
}  # fmt: skip


def change_lines(unit: UnitScore, lang: Language) -> Iterator[str]:
    """Yield what became of a unit since the earlier scorecard, if there is one."""
    words, change = _WORDS[lang], unit.change
    if change is None:
        return
    percent = words["unclear"] if change.percent is None else _signed(change.percent, lang)
    yield words["change"].format(percent=percent, rank=_moved(change.rank, lang))
    for figure in change.figures[:_SHOWN]:
        yield f"  {_figure(figure, lang)}"
    if len(change.figures) > _SHOWN:
        yield f"  {words['more'].format(n=len(change.figures) - _SHOWN)}"


def _moved(rank: int | None, lang: Language) -> str:
    words = _WORDS[lang]
    if rank is None:
        return words["unclear"]
    # A smaller rank is a better one.
    return words["same"] if rank == 0 else words["up" if rank < 0 else "down"].format(n=abs(rank))


def _figure(figure: FigureChange, lang: Language) -> str:
    return _WORDS[lang]["figure"].format(
        label=figure.label, before=_value(figure.before, lang), now=_value(figure.now, lang)
    )


def _value(value: float | None, lang: Language) -> str:
    return _WORDS[lang]["none"] if value is None else show_number(value, lang, 4)


def _signed(value: float, lang: Language) -> str:
    return ("+" if value > 0 else "") + show_number(value, lang)


def to_settle(unit: UnitScore, lang: Language) -> Iterator[str]:
    """Yield what a reviewer has to settle about a unit besides self-scores that differ, which have lines of their own."""
    found = [(c, one) for c in unit.criteria for one in c.disagreements if not one.kind.startswith("self_")]
    if found:
        yield _WORDS[lang]["settle"]
    for c, one in sorted(found, key=lambda pair: -_gap(pair[0])):
        yield "  - " + _WORDS[lang]["claim"].format(code=c.code, title=c.title, text=one.text)


def _gap(criterion: CriterionScore) -> float:
    """Return how far apart the self-score, the computed points and the appraised ones are; 0 where fewer than two are known."""
    said = (criterion.self_score, criterion.points, criterion.appraised)
    known = [points for points in said if points is not None]
    return max(known) - min(known) if known else 0.0


def later_text(card: Scorecard, lang: Language) -> Iterator[list[str]]:
    """Yield blocks of lines: each scenario, then how far the ranks hold."""
    for scenario in card.scenarios:
        yield list(_scenario(scenario, lang))
    if card.robustness:
        yield list(_robustness(card, card.robustness, lang))


def _scenario(scenario: ScenarioResult, lang: Language) -> Iterator[str]:
    yield _WORDS[lang]["scenario"].format(title=scenario.title)
    yield "  " + _WORDS[lang]["assumption"].format(text=scenario.assumption)
    for effect in scenario.effects:
        yield f"  {_effect(effect, lang)}"
        yield from (f"    {_figure(rate, lang)}" for rate in effect.rates)


def _effect(effect: Effect, lang: Language) -> str:
    words = _WORDS[lang]
    if effect.certainty == "unknown" or effect.points is None:
        return words["unknown"].format(name=effect.name, reason=effect.reason or words["none"])
    how = words["at_most"].format(reason=effect.reason) if effect.certainty == "at_most" else ""
    before, now = _value(effect.percent_before, lang), _value(effect.percent, lang)
    old, new = show_number(effect.points_before, lang), show_number(effect.points, lang)
    return words["effect"].format(name=effect.name, before=before, now=now, old=old, new=new, how=how)


def _robustness(card: Scorecard, found: Robustness, lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    yield words["robust"].format(draws=found.draws, spread=show_number(100 * found.spread, lang), seed=found.seed)
    for unit in card.by_rank():
        if unit.rank_band:
            yield "  " + words["band"].format(name=unit.name, **unit.rank_band.model_dump())
    for one in [one for one in found.influences if one.moved][:_SHOWN]:
        yield "  " + words["influence"].format(**one.model_dump())
    for pair in found.correlated[:_SHOWN]:
        yield "  " + words["pair"].format(first=pair.first, second=pair.second, r=show_number(pair.correlation, lang))
    if found.constant:
        yield "  " + words["constant"].format(codes=", ".join(found.constant))
