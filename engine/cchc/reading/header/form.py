"""Read the outer form of a report: who reports, for which period, and how the document is headed and signed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.model.period import Period
from cchc.model.report import Document, Level
from cchc.packs.reading_schema import Agencies, Provinces
from cchc.reading.header.agency import AgencyBook, agency_book
from cchc.reading.header.fields import field
from cchc.reading.header.foot import closing_mark, recipients_of, signer_position
from cchc.reading.header.head import Head, columns, read_head, read_number, signed_at
from cchc.reading.header.mentions import period_mentions
from cchc.reading.header.stretches import Stretches, stretches_of
from cchc.reading.header.told import ToldBy
from cchc.reading.header.unit import own_names, province_of, unit_of
from cchc.reading.header.window import own_window, period_of
from cchc.reading.parts.ends import ANNEX
from cchc.reading.passage import Outlined, Passage
from cchc.vietnamese.dates import dates_in
from cchc.vietnamese.spelling import spell

_URL = re.compile(r"https?://[^\s<>;,)\"']+")
_SOURCE = re.compile(
    r"(?:số liệu|dữ liệu|nguồn)[^.;()\n]{0,40}?(?:lấy|trích xuất|chiết xuất|tổng hợp|khai thác|kết xuất)\s+(?:từ|trên)\s+"
    r"(?:hệ thống|phần mềm|cổng)[^.;()\n]*"
    # "(nguồn: Hệ thống ..., ngày ...)", "Nguồn số liệu hồ sơ là Hệ thống ...", "Số liệu do Hệ thống ... cung cấp"
    r"|nguồn(?: số liệu| dữ liệu)?(?: hồ sơ)?\s*(?::|là)\s*(?:theo |từ )?(?:hệ thống|phần mềm|cổng)[^.;()\n]*"
    r"|(?:số liệu|dữ liệu)[^.;()\n]{0,20}? do (?:hệ thống|phần mềm|cổng)[^.;()\n]*?cung cấp[^.;()\n]*"
)
_OWN_NUMBER = "báo cáo số"


@dataclass(frozen=True)
class Form:
    """Who reports, for which period, and the document itself; what the report does not say is None.

    `symbol` is that of the report (`BC-SCT`), also where its number is left blank.
    """

    unit: str | None
    level: Level | None
    province: str | None
    period: Period | None
    document: Document
    symbol: str | None = None


def read_form(outlined: Outlined, agencies: Agencies, provinces: Provinces, known: Period | None = None) -> Form:
    """Return the form of a report whose parts are known; `known` is its period where that was told or found elsewhere."""
    book = agency_book(agencies, provinces)
    parts = stretches_of(outlined)
    head = _completed(read_head(parts.head, book), parts, book)
    texts = [passage.block.text for passage in outlined.passages]
    told = ToldBy(book).body([p.block.text for p in outlined.passages if p.block.kind == "paragraph"])
    names = own_names(parts, head, book) or ((told,) if told and not head.agencies else ())
    unit = unit_of(names, texts, book)
    level = book.level(unit) if unit else None
    period = _with_window(known or _period(parts, head, book), parts, texts)
    return Form(
        unit=unit,
        level=level,
        province=province_of(head, names, texts, level, book),
        period=period,
        document=_document(parts, outlined, head, names, period, book),
        symbol=head.symbol,
    )


def _completed(head: Head, parts: Stretches, book: AgencyBook) -> Head:
    """Return the head, with what it lacks taken from the foot, from labels, or from the report's own number in the text."""
    if not head.place and parts.closing:
        place, day, year, month = signed_at([line for block in parts.closing for line in columns(block.text)])
        head = replace(head, place=place, issued=day, year=year, month=month)
    own = next((b.text for b in parts.opening if spell(b.text).startswith(_OWN_NUMBER)), None)
    number = field(parts.opening, book.words.fields.number) or own
    if head.number is None and head.symbol is None and number:
        printed, symbol = read_number([f"số {number}", number])
        head = replace(head, number=printed, symbol=symbol)
    signed = field(parts.opening, book.words.fields.issued) or own
    dated = next(iter(dates_in(signed)), None) if signed and head.year is None else None
    return replace(head, issued=dated.day, year=dated.year, month=dated.month) if dated else head


def _period(parts: Stretches, head: Head, book: AgencyBook) -> Period | None:
    said = (*parts.opening_statement(book), *parts.closing_statement())
    return period_of((parts.title_text, parts.brackets, field(parts.opening, book.words.fields.period), *said), head)


def _with_window(period: Period | None, parts: Stretches, texts: Sequence[str]) -> Period | None:
    heads = [(text, True) for text in (parts.brackets, parts.title_text, *(b.text for b in parts.opening))]
    window = own_window([*heads, *((text, False) for text in texts)], period)
    if period is None or window is None or period.data_from or period.data_to:
        return period
    return period.model_copy(update={"data_from": window.first, "data_to": window.last})


def _document(
    parts: Stretches, outlined: Outlined, head: Head, names: tuple[str, ...], period: Period | None, book: AgencyBook
) -> Document:
    blocks = [p.block for p in outlined.passages]
    marks = sorted(number for block in blocks for _, number in block.marks)
    urls = dict.fromkeys(m for block in blocks for m in _URL.findall(block.text))
    return Document(
        type_name="BÁO CÁO" if parts.title else None,
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        dated=f"{head.month}/{head.year}" if head.month and head.year and not head.issued else None,
        title=parts.title_text or None,
        issued=head.issued,
        signer_position=signer_position(parts.closing, book.words),
        recipients=recipients_of(parts.closing),
        agency_mentions=names or None,
        period_mentions=period_mentions(parts, outlined, period, book),
        annexes=_annexes(outlined.passages) or None,
        footnote_marks=tuple(marks),
        footnotes=tuple(block.note for block in blocks if block.kind == "footnote" and block.note is not None),
        closing_mark=closing_mark(parts.closing),
        urls=tuple(urls) or None,
        source_system=next((m for block in blocks if (m := _source(block.text))), None),
    )


def _annexes(passages: Sequence[Passage]) -> tuple[str, ...]:
    parts = dict.fromkeys(p.part for p in passages if p.part.startswith(ANNEX))
    return tuple(part[:1].upper() + part[1:] for part in parts)


def _source(text: str) -> str | None:
    match = _SOURCE.search(spell(text))
    return text[match.start() : match.end()].strip() if match else None
