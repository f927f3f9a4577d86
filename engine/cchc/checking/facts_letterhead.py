"""Facts on the outer form: letterhead, number, date, title, signature, recipients, and the layout of the pages."""

import re
from collections.abc import Callable, Mapping

from cchc.checking.body_names import initials
from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted, flag
from cchc.model.place import Place
from cchc.model.text import Language
from cchc.model.wording import Layout
from cchc.packs.resolve import Reading
from cchc.packs.signing import signing_rule
from cchc.vietnamese.fold import fold
from cchc.vietnamese.periods import periods_in

AUTHORITY = "doc.authority_fits"
_OF_AN_AGENCY = ("department", "room", "attached_unit")
_SYMBOL = re.compile(r"BC-[A-ZĐ][A-ZĐ&.-]*")
_TIME = re.compile(r"\d|\b(thang|quy|nam|ky)\b")
_SUBJECT = re.compile(r"\b(cai cach hanh chinh|cchc)\b")
_FILE_COPY = re.compile(r"(^|\W)luu( tai)?\s*:|^luu\b")
_BELOW_TEN = 10


def _named(name: str | None) -> Fact:
    """Return whether a name stands in the letterhead: "" says that it does not."""
    return flag(None if name is None else bool(name))


def _number_given(r: Reading) -> Fact:
    d = r.report.document
    if d.number:
        return flag(True)
    return flag(False, Place(part="mở đầu", quote=f"/{d.symbol}")) if d.symbol else UNKNOWN


def _number(r: Reading) -> str | None:
    """Return the digits of the number, "" where it is left blank, None where it is not known."""
    d = r.report.document
    if d.number:
        digits = re.match(r"\d+", d.number)
        return digits[0] if digits else None
    return "" if d.symbol else None


def _number_below_ten(r: Reading) -> Fact:
    number = _number(r)
    return flag(None if number is None else number != "" and int(number) < _BELOW_TEN)


def _number_padded(r: Reading) -> Fact:
    number = _number(r)
    return flag(number.startswith("0"), Place(part="mở đầu", quote=r.report.document.number)) if number else UNKNOWN


def _symbol_fits(r: Reading) -> Fact:
    """Whether the symbol is BC and the code of the agency; a code that the name does not give by its letters is unknown."""
    d = r.report.document
    symbol = d.symbol or (d.number.partition("/")[2] if d.number else "")
    if not symbol:
        return UNKNOWN
    if not _SYMBOL.fullmatch(symbol):
        # Without a title and a letterhead the number may be that of a document cited in the first lines.
        own = d.title and (d.place or d.agency)
        return flag(False, Place(part="mở đầu", quote=symbol)) if own else UNKNOWN
    code = re.sub(r"[^a-z]", "", fold(symbol.removeprefix("BC-")))
    short = re.sub(r"^(uy ban nhan dan|ubnd)\b.*", "u b n d", fold(r.report.unit))
    letters = initials(re.sub(r"[^\w ]", " ", short))
    without = initials(" ".join(word for word in re.sub(r"[^\w ]", " ", short).split() if word != "va"))
    return flag(True) if code in (letters, without) else UNKNOWN


def _date_full(r: Reading) -> Fact:
    """Whether the date is whole; its line broken off after `ngày` is a blank to be filled in."""
    d = r.report.document
    if d.issued:
        return flag(True)
    if d.place is None and d.dated is None:
        return UNKNOWN
    return flag(False, Place(part="mở đầu", quote=f"{d.place}, ngày" if d.place else f"tháng {d.dated}"))


def _summary(r: Reading) -> Fact:
    d = r.report.document
    return flag(True if d.title else False if d.type_name else None)


def _summary_period(r: Reading) -> Fact:
    """Whether the summary names the period of the report.

    A time that is named in an unknown way is not judged, nor a title of which only the beginning may have been read.
    """
    title, period = r.report.document.title, r.report.period
    if not title:
        return UNKNOWN
    named = periods_in(title, period.year)
    place = Place(part="mở đầu", quote=title)
    if not named:
        whole = _SUBJECT.search(fold(title)) and not _TIME.search(fold(title))
        return flag(False, place) if whole else UNKNOWN
    return flag(any((p.kind, p.number, p.year) == (period.kind, period.number, period.year) for p in named), place)


def _authority_fits(r: Reading) -> Fact:
    d = r.report.document
    rule = signing_rule(r.pack.signing, r.report.unit, d.signer_position) if d.signer_position else None
    if rule is None or d.signer_position is None:
        return UNKNOWN
    # A position alone shows no authority to object to, but does not show that none was printed either.
    if d.sign_authority is None and rule.needs:
        return UNKNOWN
    return flag(rule.fits(d.sign_authority or ""), Place(part="kết thúc", quote=d.signer_position))


def authority_in_words(r: Reading, lang: Language) -> str:
    """Return what the signing table asks of this signature, "" where it asks nothing."""
    position = r.report.document.signer_position
    rule = signing_rule(r.pack.signing, r.report.unit, position) if position else None
    return rule.say.get(lang).rstrip(".") if rule else ""


def _signer_named(r: Reading) -> Fact:
    d = r.report.document
    return flag(d.signer_named, Place(part="kết thúc", quote=d.signer_position) if d.signer_position else None)


def _kept_copy(r: Reading) -> Fact:
    recipients = r.report.document.recipients
    return flag(None if recipients is None else any(_FILE_COPY.search(fold(one)) for one in recipients))


def _mailbox_listed(r: Reading) -> Fact:
    recipients, mailbox = r.report.document.recipients, r.profile.mailbox
    if recipients is None or mailbox is None:
        return UNKNOWN
    return flag(any(mailbox.casefold() in one.casefold() for one in recipients))


def _same_name(r: Reading) -> Fact:
    """Whether title and closing call the report the same; one that says less in the same words is the same."""
    d = r.report.document
    if not d.title or not d.closing_name:
        return UNKNOWN
    one, other = (f" {_plain_name(name, r.report.unit)} " for name in (d.title, d.closing_name))
    places = tuple(Place(part=part, quote=name) for part, name in (("mở đầu", d.title), ("kết thúc", d.closing_name)))
    return flag(one in other or other in one, *places)


def _plain_name(name: str, unit: str) -> str:
    words = re.sub(
        r"[^\w]+", " ", fold(name).replace("cchc", "cai cach hanh chinh").replace("tthc", "thu tuc hanh chinh")
    )
    words = re.sub(rf"\bcua {re.escape(fold(unit))}( tinh| thanh pho)?\b", " ", words)
    words = re.sub(r"\bnam (?=20\d\d)", "", words)
    words = re.sub(r"\b0(?=\d\b)", "", words)
    return " ".join(re.sub(r"^\s*(bao cao|ve) ", "", words).split())


def _unpadded(r: Reading) -> Fact:
    dates = r.report.document.unpadded_dates
    return UNKNOWN if dates is None else counted(Place(part="toàn văn", quote=one) for one in dates)


def _layout(field: str) -> FactRule:
    def fact(r: Reading) -> Fact:
        value = getattr(r.report.layout, field) if r.report.layout else None
        return UNKNOWN if value is None else Fact(float(value))

    return fact


def _of_layout(decide: Callable[[Layout], bool | None]) -> FactRule:
    return lambda r: flag(decide(r.report.layout) if r.report.layout else None)


def _times(layout: Layout) -> bool | None:
    return None if layout.font is None else fold(layout.font) == "times new roman"


def _page_number(decide: Callable[[str], bool]) -> FactRule:
    return _of_layout(lambda layout: None if layout.page_number is None else decide(layout.page_number))


LETTERHEAD_FACTS: Mapping[str, FactRule] = {
    "doc.national_title": lambda r: flag(r.report.document.national_title),
    "doc.needs_agency_above": lambda r: flag(r.report.level in _OF_AN_AGENCY),
    "doc.agency_above": lambda r: _named(r.report.document.agency_above),
    "doc.agency": lambda r: _named(r.report.document.agency),
    "doc.number_given": _number_given,
    "doc.number_below_ten": _number_below_ten,
    "doc.number_padded": _number_padded,
    "doc.symbol_fits": _symbol_fits,
    "doc.date_full": _date_full,
    "doc.unpadded_dates": _unpadded,
    "doc.summary": _summary,
    "doc.summary_period": _summary_period,
    "doc.signer_position": lambda r: flag(True if r.report.document.signer_position else None),
    "doc.signer_named": _signer_named,
    AUTHORITY: _authority_fits,
    "doc.digitally_signed": lambda r: flag(r.report.document.digitally_signed),
    "doc.kept_copy": _kept_copy,
    "doc.has_mailbox": lambda r: flag(r.profile.mailbox is not None),
    "doc.mailbox_listed": _mailbox_listed,
    "doc.closing_name_same": _same_name,
    "layout.page_width": _layout("page_width"),
    "layout.page_height": _layout("page_height"),
    "layout.margin_top": _layout("margin_top"),
    "layout.margin_bottom": _layout("margin_bottom"),
    "layout.margin_left": _layout("margin_left"),
    "layout.margin_right": _layout("margin_right"),
    "layout.times_new_roman": _of_layout(_times),
    "layout.font_size": _layout("font_size"),
    "layout.line_spacing": _layout("line_spacing"),
    "layout.space_between": _layout("space_between"),
    "layout.first_indent": _layout("first_indent"),
    "layout.page_numbered": _page_number(lambda where: where != "none"),
    "layout.page_number_centred": _page_number(lambda where: where.startswith("top_center")),
    "layout.page_number_on_first": _page_number(lambda where: where.endswith("_first")),
}
