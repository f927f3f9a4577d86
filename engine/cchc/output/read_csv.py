"""Reading as CSV for a spreadsheet: a line a figure, a line a number left out, a line a file that could not be read."""

from collections.abc import Iterator, Mapping

from cchc.model.outcome import Unreadable
from cchc.model.text import Language
from cchc.output.csv_text import Cell, CsvShape, csv_lines, csv_text
from cchc.output.read_shown import (
    ReadReport,
    period_label,
    place_label,
    printed_value,
    reason_word,
    scope_word,
    span_word,
    sure_word,
)
from cchc.output.run import Run
from cchc.packs.figure_schema import FigureDef

_HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("Tệp", "Đơn vị", "Kỳ báo cáo", "Tình trạng", "Mã số liệu", "Số liệu", "Giá trị", "Như in", "Đơn vị tính",
           "Áng chừng", "Phạm vi", "Kỳ của số liệu", "Độ chắc", "Mục, vị trí", "Nguyên văn", "Lý do"),
    "en": ("File", "Unit", "Reporting period", "State", "Figure id", "Figure", "Value", "As printed", "Unit of measure",
           "Approximate", "Scope", "Period of the figure", "Certainty", "Place", "Quote", "Reason"),
}  # fmt: skip
_STATES: dict[Language, tuple[str, str, str, str]] = {
    "vi": ("Đã đọc", "Thấy nhưng không lấy", "Chưa thấy", "Không đọc được tệp"),
    "en": ("Read", "Seen, not taken", "Not found", "File could not be read"),
}
_YES: dict[Language, str] = {"vi": "có", "en": "yes"}


class ReadCsv:
    """Reading as CSV; percents are in percent."""

    def __init__(self, run: Run, figures: Mapping[str, FigureDef], lang: Language, shape: CsvShape) -> None:
        self._run, self._figures, self._lang, self._shape = run, figures, lang, shape

    def opening(self) -> str:
        """Return the headings."""
        return csv_text(_HEADINGS[self._lang], (), self._shape)

    def part(self, item: ReadReport) -> str:
        """Return the figures of a report, what was seen and left, and what was not found."""
        return csv_lines(list(_rows(item, self._figures, self._lang)), self._shape)

    def closing(self) -> str:
        """Return a line for each file that could not be read."""
        return csv_lines([_unread(item, self._lang) for item in self._run.unreadable], self._shape)


def _rows(report: ReadReport, figures: Mapping[str, FigureDef], lang: Language) -> Iterator[list[Cell]]:
    read, (taken, left, missing, _) = report.extraction, _STATES[lang]
    head: list[Cell] = [read.file, read.unit, period_label(read.period, lang)]
    for one in read.figures:
        s, figure = one.stated, figures[one.id]
        yield [
            *head, taken, one.id, figure.label.get(lang), float(s.value), printed_value(s, lang), figure.unit.get(lang),
            _YES[lang] if s.approx else "", scope_word(s, lang), span_word(s, lang), sure_word(one.confidence, lang),
            place_label(s.at), s.at.quote if s.at else None, None,
        ]  # fmt: skip
    for seen in read.not_taken:
        nearest = figures[seen.figure].label.get(lang) if seen.figure else None
        yield [
            *head, left, seen.figure, nearest, None, seen.printed, None, None, None, None, None, place_label(seen.at),
            seen.at.quote, reason_word(seen.reason, lang),
        ]  # fmt: skip
    for name in report.summary.missing:
        yield [*head, missing, name, figures[name].label.get(lang), *([None] * 10)]


def _unread(item: Unreadable, lang: Language) -> list[Cell]:
    return [item.file, None, None, _STATES[lang][3], *([None] * 11), item.error]
