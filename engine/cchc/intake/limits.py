"""What is no report any more: text so long, or of such a form, that reading it would take hours and mean nothing."""

import re

from cchc.model.blocks import Block, TextDocument
from cchc.model.errors import InputError

# Two thousand pages; the longest report known has two hundred.
_MOST_CHARACTERS = 5_000_000
_MOST_BLOCKS = 100_000
_LONGEST_BLOCK = 200_000
# Longer than any word or address; the dots and lines that a form leaves to be filled in may go on for pages.
_LONGEST_RUN, _MOST_BLANKS = 1_000, 500
_FILLED_IN = "._-…–—*=~"
_BLANKS = re.compile(r"\s+")
_CHECK = "hãy kiểm tra lại tệp"


def within_limits(document: TextDocument) -> TextDocument:
    """Return the document; raise `InputError` where it is no report by the amount or the form of its text."""
    fault = _fault(document)
    if fault:
        raise InputError(f"{fault}, không phải một báo cáo; {_CHECK}", document.file)
    return document


def _fault(document: TextDocument) -> str | None:
    if len(document.blocks) > _MOST_BLOCKS:
        return f"văn bản có hơn {_MOST_BLOCKS} đoạn và ô"
    if sum(len(block.text) for block in document.blocks) > _MOST_CHARACTERS:
        return f"văn bản dài hơn {_MOST_CHARACTERS // 1_000_000} triệu ký tự"
    return next((fault for block in document.blocks if (fault := _of_block(block))), None)


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
