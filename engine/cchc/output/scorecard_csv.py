"""Scorecard as CSV for leadership: one line a unit, opens in Excel as it is."""

from cchc.model.scorecard import CriterionScore, DomainScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.csv_text import Cell, CsvShape, csv_text
from cchc.output.score_words import KINDS, band_text, coverage_percent
from cchc.vietnamese.numbers import show_number

_LOSSES = 3
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
_TAIL = {"vi": ("Ghi chú", "Bộ chỉ số"), "en": ("Remark", "Index used")}
_LOST = {"vi": "mất {} trên {} điểm", "en": "{} of {} points lost"}


def scorecard_csv(card: Scorecard, lang: Language = "vi", shape: CsvShape | None = None) -> str:
    """Return the CSV text, with BOM; units best first.

    Cells that nobody can know stay empty: the index, band and rank of a unit whose coverage is too low.
    """
    return csv_text(_heading(card, lang), (_line(card, unit, lang) for unit in card.by_rank()), shape)


def _heading(card: Scorecard, lang: Language) -> list[str]:
    domains = card.units[0].domains if card.units else ()
    fields = [form.format(d.code, d.title, show_number(d.max, lang)) for d in domains for form in _FIELD[lang]]
    losses = [name.format(n) for n in range(1, _LOSSES + 1) for name in _LOSS[lang]]
    return [*_HEAD[lang], *fields, *losses, *_TAIL[lang]]


def _line(card: Scorecard, unit: UnitScore, lang: Language) -> list[Cell]:
    points = (unit.points, unit.possible, unit.applicable, unit.self_points, unit.self_difference)
    return [
        unit.rank,
        *(unit.id, unit.name, KINDS[lang][unit.kind]),
        *map(_number, (unit.percent, *unit.range)),
        coverage_percent(unit, 2),
        band_text(unit, lang),
        *unit.rank_range,
        *map(_number, points),
        *(cell for domain in unit.domains for cell in _domain(domain)),
        *(cell for loss in _padded(unit, lang) for cell in loss),
        unit.remark,
        # A line that is cut out of the file still says what it was scored by.
        f"{card.title}. {card.note}",
    ]


def _domain(domain: DomainScore) -> tuple[Cell, Cell]:
    """Points of a field (empty when none of its criteria could be scored), and the points that were possible."""
    return _number(domain.points if domain.possible else None), _number(domain.possible)


def _padded(unit: UnitScore, lang: Language) -> list[tuple[str, str]]:
    found = [(_lost(loss, lang), loss.step.text if loss.step else "") for loss in unit.losses(_LOSSES)]
    return found + [("", "")] * (_LOSSES - len(found))


def _lost(loss: CriterionScore, lang: Language) -> str:
    lost, most = show_number(loss.lost or 0.0, lang), show_number(loss.max, lang)
    return f"{loss.code} {loss.title}: {_LOST[lang].format(lost, most)}"


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, 2) + 0.0
