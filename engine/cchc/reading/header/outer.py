"""The outer form beside what identifies the report: letterhead, signature, dates, closing name."""

from cchc.model.blocks import TextDocument
from cchc.model.report import Document
from cchc.packs.reading_content import ReadingContent
from cchc.reading.header.agency import agency_book
from cchc.reading.header.closing_name import closing_name
from cchc.reading.header.head import read_head
from cchc.reading.header.letterhead import agencies_above, national_title, unpadded_dates
from cchc.reading.header.signature import sign_authority, signer_named
from cchc.reading.header.stretches import stretches_of
from cchc.reading.passage import Outlined


def with_outer_form(read: Document, outlined: Outlined, file: TextDocument, content: ReadingContent) -> Document:
    """Return the document with its outer form; what a copy of the text may have lost is None."""
    parts = stretches_of(outlined)
    # Without a title nobody can tell where the letterhead ends.
    blocks = list(parts.head) if parts.title else []
    head = read_head(blocks, agency_book(content.agencies, content.provinces))
    above, agency = agencies_above(head, blocks, file.format)
    everywhere = [block for block in file.blocks if block.kind in ("header", "textbox")]
    named = signer_named(parts.closing, read.signer_position, content.agencies, file.format)
    said = {
        "national_title": national_title([*blocks, *everywhere], head, file.format),
        "agency_above": above,
        "agency": agency,
        "unpadded_dates": unpadded_dates(file.blocks),
        "sign_authority": sign_authority(read.signer_position),
        "signer_named": named,
        "digitally_signed": file.signed,
        "closing_name": closing_name(parts.closing_statement()),
    }
    return read.model_copy(update=said)
