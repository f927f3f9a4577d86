"""The last sheet: what the index is, how to read the workbook, and what the points rest on."""

from collections.abc import Iterator

from cchc.model.scorecard import Scorecard
from cchc.model.text import Language
from cchc.output.scorecard_xlsx_book import Book, Column
from cchc.output.scorecard_xlsx_words import HEADS, SAID, SHEETS
from cchc.vietnamese.numbers import show_number, show_percent


def about_sheet(book: Book, card: Scorecard, lang: Language) -> None:
    """Write the index, its threshold, how to read empty cells, and its sources."""
    head = HEADS[lang]
    columns: list[Column[tuple[str, str]]] = [
        Column(head["thing"], 28, "text", lambda x: x[0]),
        Column(head["text"], 120, "text", lambda x: x[1]),
    ]
    book.table(SHEETS[lang]["about"], [], columns, list(_lines(card, lang)))


def _lines(card: Scorecard, lang: Language) -> Iterator[tuple[str, str]]:
    said = SAID[lang]
    yield said["id"], card.index
    yield said["note"], card.note
    yield said["total"], show_number(card.total, lang)
    yield said["scale"], show_number(card.scale, lang)
    yield said["limit"], show_percent(card.coverage_threshold, lang)
    yield said["rank"], said["rank_text"]
    yield said["empty"], said["empty_text"]
    yield from ((said["notes"], note) for note in card.notes)
    documents = dict.fromkeys(c.source.document for unit in card.units for c in unit.criteria)
    yield from ((said["sources"], document) for document in documents)
