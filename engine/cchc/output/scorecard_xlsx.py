"""Scorecard as an Excel workbook for leadership: ranking first, then charts, what to do, fields, and the trace."""

from cchc.model.scorecard import Scorecard
from cchc.model.text import Language
from cchc.output.scorecard_xlsx_about import about_sheet
from cchc.output.scorecard_xlsx_book import Book
from cchc.output.scorecard_xlsx_charts import draw_charts
from cchc.output.scorecard_xlsx_fields import field_sheets
from cchc.output.scorecard_xlsx_ranking import ranking_sheet
from cchc.output.scorecard_xlsx_review import change_sheets, reviewer_sheet
from cchc.output.scorecard_xlsx_tests import robustness_sheet, scenario_sheet
from cchc.output.scorecard_xlsx_trace import losses_sheet, trace_sheet
from cchc.output.scorecard_xlsx_words import SHEETS


def scorecard_xlsx(card: Scorecard, lang: Language = "vi") -> bytes:
    """Return the workbook: the same bytes for the same scorecard; no formula, no link, no macro.

    Sheets that have nothing to show (changes, scenarios, disagreements) are left out.
    """
    book = Book(card.title)
    ranking_sheet(book, card, lang)
    charts, _ = book.sheet(SHEETS[lang]["charts"])
    losses_sheet(book, card, lang)
    reviewer_sheet(book, card, lang)
    change_sheets(book, card, lang)
    scenario_sheet(book, card, lang)
    robustness_sheet(book, card, lang)
    field_sheets(book, card, lang)
    trace_sheet(book, card, lang)
    about_sheet(book, card, lang)
    # The numbers behind the charts stand last, the charts themselves where people look for them.
    draw_charts(book, charts, card, lang)
    return book.close()
