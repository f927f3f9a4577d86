"""What is no report any more: text so long, or of such a form, that reading it would take hours and mean nothing."""

import re
from collections import Counter

from cchc.model.blocks import Block, TextDocument
from cchc.model.errors import InputError

# Two thousand pages; the longest report known has two hundred.
_MOST_CHARACTERS = 5_000_000
MOST_BLOCKS = 100_000
"""Paragraphs and cells; a reader may stop at one more."""
# Blank ones and such as belong to one paragraph among them.
_MOST_LINES = 500_000
_LONGEST_BLOCK = 200_000
# Longer than any word or address; the dots and lines that a form leaves to be filled in may go on for pages.
_LONGEST_RUN, _MOST_BLANKS = 1_000, 500
_FILLED_IN = "._-…–—*=~"
_BLANKS = re.compile(r"\s+")
# Places of a table, empty or not, and of its spans: a table is read place by place.
_MOST_PLACES = 1_000_000
_TOO_LONG = f"văn bản dài hơn {_MOST_CHARACTERS // 1_000_000} triệu ký tự hoặc {_MOST_LINES} dòng"
_CHECK = "hãy kiểm tra lại tệp"


def within_limits(document: TextDocument) -> TextDocument:
    """Return the document; raise `InputError` where it is no report by the amount or the form of its text."""
    fault = _fault(document)
    if fault:
        raise InputError(f"{fault}, không phải một báo cáo; {_CHECK}", document.file)
    return document


def text_within_limits(text: str, file: str) -> str:
    """Return the text of a file; raise `InputError` where so much text is no report, before it is taken apart."""
    if len(text) > _MOST_CHARACTERS or text.count("\n") > _MOST_LINES:
        raise InputError(f"{_TOO_LONG}, không phải một báo cáo; {_CHECK}", file)
    return text


def _fault(document: TextDocument) -> str | None:
    if len(document.blocks) > MOST_BLOCKS:
        return f"văn bản có hơn {MOST_BLOCKS} đoạn và ô"
    if sum(len(block.text) for block in document.blocks) > _MOST_CHARACTERS:
        return _TOO_LONG
    if wide := _too_wide(document):
        return wide
    return next((fault for block in document.blocks if (fault := _of_block(block))), None)


def _too_wide(document: TextDocument) -> str | None:
    places, rows, columns = Counter[int](), Counter[int](), Counter[int]()
    for cell in (block.cell for block in document.blocks if block.cell):
        places[cell.table] += cell.rows * cell.columns
        rows[cell.table] = max(rows[cell.table], cell.row + cell.rows)
        columns[cell.table] = max(columns[cell.table], cell.column + cell.columns)
    if all(max(places[n], rows[n] * columns[n]) <= _MOST_PLACES for n in places):
        return None
    return f"bảng trải rộng hơn {_MOST_PLACES} ô, kể cả ô trống (có ô nằm xa các ô khác, hoặc gộp quá nhiều hàng, cột)"


def _of_block(block: Block) -> str | None:
    if len(block.text) > _LONGEST_BLOCK:
        return f"{block.place} dài hơn {_LONGEST_BLOCK} ký tự"
    # Most blocks are shorter than one run may be.
    if len(block.text) > _LONGEST_RUN and any(
        len(word.strip(_FILLED_IN)) > _LONGEST_RUN for word in block.text.split()
    ):
        return f"{block.place} có một chuỗi dài hơn {_LONGEST_RUN} ký tự không chia thành chữ"
    if len(block.text) > _MOST_BLANKS and any(len(run) > _MOST_BLANKS for run in _BLANKS.findall(block.text)):
        return f"{block.place} có chỗ dài hơn {_MOST_BLANKS} dấu cách liền nhau"
    return None
