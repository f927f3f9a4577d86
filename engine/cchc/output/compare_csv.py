"""A comparison as CSV for a spreadsheet: a line a figure that changed, a line a finding."""

from collections.abc import Iterator

from cchc.model.comparison import Comparison, Values
from cchc.model.text import Language
from cchc.output.compare_words import FIGURE_WORDS, FINDING_WORDS
from cchc.output.csv_text import Cell, CsvShape, csv_text
from cchc.output.words import outcome_word

_HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("Loại", "Thay đổi", "Mã", "Nội dung", "Phạm vi", "Kỳ của số liệu", "Trước", "Sau", "Chênh", "Vị trí trước",
           "Vị trí sau", "Kết quả trước", "Kết quả sau"),
    "en": ("Kind", "Change", "Code", "Title", "Scope", "Period of the figure", "Before", "After", "Difference",
           "Place before", "Place after", "Outcome before", "Outcome after"),
}  # fmt: skip
_KINDS: dict[Language, tuple[str, str]] = {"vi": ("Số liệu", "Kiểm tra"), "en": ("Figure", "Check")}


def compare_csv(comparison: Comparison, lang: Language, shape: CsvShape) -> str:
    """Return a comparison as CSV; percents are in percent."""
    return csv_text(_HEADINGS[lang], list(_rows(comparison, lang)), shape)


def _rows(comparison: Comparison, lang: Language) -> Iterator[list[Cell]]:
    figure, check = _KINDS[lang]
    for one in comparison.figures:
        yield [
            figure, FIGURE_WORDS[lang][one.change], one.figure, one.label, one.scope, one.time, _shown(one.before),
            _shown(one.after), one.difference, _places(one.before), _places(one.after), None, None,
        ]  # fmt: skip
    for found in comparison.findings:
        yield [
            check, FINDING_WORDS[lang][found.change], found.code, found.title, None, None, found.message_before,
            found.message_after, None, None, None, outcome_word(found.before, lang), outcome_word(found.after, lang),
        ]  # fmt: skip


def _shown(side: Values | None) -> str | None:
    return side.shown if side else None


def _places(side: Values | None) -> str | None:
    return "; ".join(dict.fromkeys(place.label() for place in side.places)) if side else None
