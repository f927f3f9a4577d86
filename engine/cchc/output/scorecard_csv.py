"""Scorecard as CSV for leadership: one line a unit, opens in Excel as it is."""

import csv
import io

from cchc.model.scorecard import CriterionScore, DomainScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.score_words import KINDS, band_text
from cchc.vietnamese.numbers import show_number

_BOM = "\ufeff"
_LOSSES = 3
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_HEAD = {
    "vi": ("Hạng", "Mã", "Đơn vị", "Loại", "Chỉ số (%)", "Chỉ số thấp nhất (%)", "Chỉ số cao nhất (%)",
           "Độ phủ số liệu (%)", "Xếp loại", "Hạng cao nhất", "Hạng thấp nhất", "Điểm", "Điểm tối đa tính được",
           "Điểm tối đa áp dụng", "Điểm tự chấm", "Tự chấm chênh so với tính"),
    "en": ("Rank", "Id", "Unit", "Kind", "Index (%)", "Lowest index (%)", "Highest index (%)", "Coverage (%)", "Band",
           "Best rank", "Worst rank", "Points", "Points possible", "Points applicable", "Self-score",
           "Self-score minus computed"),
}  # fmt: skip
_LOSS = {"vi": ("Mất điểm {}", "Cách lấy lại {}"), "en": ("Loss {}", "How to win back {}")}
_FIELD = {
    "vi": ("{0}. {1} (tối đa {2})", "{0}. Điểm tối đa tính được"),
    "en": ("{0}. {1} (at most {2})", "{0}. Points possible"),
}
_LOST = {"vi": "mất {} trên {} điểm", "en": "{} of {} points lost"}


def scorecard_csv(card: Scorecard, lang: Language = "vi") -> str:
    """Return the CSV text, with BOM; units best first.

    Cells that nobody can know stay empty: the index, band and rank of a unit whose coverage is too low.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(cell) for cell in _heading(card, lang)])
    writer.writerows(_line(unit, lang) for unit in card.by_rank())
    return _BOM + out.getvalue()


def _heading(card: Scorecard, lang: Language) -> list[str]:
    domains = card.units[0].domains if card.units else ()
    fields = [form.format(d.code, d.title, show_number(d.max, lang)) for d in domains for form in _FIELD[lang]]
    losses = [name.format(n) for n in range(1, _LOSSES + 1) for name in _LOSS[lang]]
    return [*_HEAD[lang], *fields, *losses]


def _line(unit: UnitScore, lang: Language) -> list[str]:
    low, high = unit.range
    rank = str(unit.rank) if unit.rank else ""
    numbers = (unit.percent, low, high, unit.coverage * 100)
    points = (unit.points, unit.possible, unit.applicable, unit.self_points, unit.self_difference)
    return [
        rank,
        *map(_safe, (unit.id, unit.name, KINDS[lang][unit.kind])),
        *map(_number, numbers),
        _safe(band_text(unit, lang)),
        *map(str, unit.rank_range),
        *map(_number, points),
        *(cell for domain in unit.domains for cell in _domain(domain)),
        *(_safe(cell) for loss in _padded(unit, lang) for cell in loss),
    ]


def _domain(domain: DomainScore) -> tuple[str, str]:
    """Points of a field (empty when none of its criteria could be scored), and the points that were possible."""
    return _number(domain.points if domain.possible else None), _number(domain.possible)


def _padded(unit: UnitScore, lang: Language) -> list[tuple[str, str]]:
    found = [(_lost(loss, lang), loss.step.text if loss.step else "") for loss in unit.losses(_LOSSES)]
    return found + [("", "")] * (_LOSSES - len(found))


def _lost(loss: CriterionScore, lang: Language) -> str:
    lost, most = show_number(loss.lost or 0.0, lang), show_number(loss.max, lang)
    return f"{loss.code} {loss.title}: {_LOST[lang].format(lost, most)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, 2) + 0.0:.2f}"


def _safe(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
