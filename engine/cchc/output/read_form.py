"""The outer form and the layout of a document as they were read, for the terminal; what is not known is left out."""

from collections.abc import Iterator

from cchc.model.report import Document
from cchc.model.text import Language
from cchc.model.wording import Layout
from cchc.vietnamese.numbers import show_number

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "head": "Đầu văn bản: {}", "nation": "có Quốc hiệu, Tiêu ngữ", "no_nation": "không thấy Quốc hiệu, Tiêu ngữ",
        "symbol": "số để trống, ký hiệu {}", "place": "địa danh {}", "dated": "ngày để trống, tháng {}",
        "sign": "Chữ ký: {}", "authority": "quyền hạn {}", "own": "ký trực tiếp", "named": "có họ tên người ký",
        "unnamed": "không thấy họ tên người ký", "signed": "tệp đã ký số", "closing": "tên báo cáo ở câu kết: {}",
        "layout": "Trình bày: {}", "page": "khổ {} × {} mm", "margins": "lề trên {}, dưới {}, trái {}, phải {} mm",
        "font": "{} ({}% lời văn)", "size": "cỡ {}", "line": "giãn dòng {}", "space": "cách đoạn {} pt",
        "indent": "thụt đầu dòng {} mm", "number": "số trang {}", "none": "không có", "top_center": "giữa lề trên",
        "other": "ở chỗ khác", "_first": ", cả trang đầu",
    },
    "en": {
        "head": "Letterhead: {}", "nation": "national title and motto", "no_nation": "no national title and motto",
        "symbol": "number blank, symbol {}", "place": "place {}", "dated": "day blank, month {}",
        "sign": "Signature: {}", "authority": "authority {}", "own": "signs directly", "named": "name of the signer given",
        "unnamed": "no name of the signer", "signed": "digitally signed", "closing": "name at the closing: {}",
        "layout": "Layout: {}", "page": "page {} by {} mm", "margins": "margins top {}, bottom {}, left {}, right {} mm",
        "font": "{} ({}% of the text)", "size": "{} points", "line": "line spacing {}", "space": "{} points between paragraphs",
        "indent": "first line {} mm", "number": "page number {}", "none": "missing", "top_center": "centred at the top",
        "other": "elsewhere", "_first": ", on page 1 too",
    },
}  # fmt: skip


def form_lines(document: Document, layout: Layout | None, lang: Language) -> Iterator[str]:
    """Yield a line for letterhead, signature and layout each, where anything of it was read."""
    words = _WORDS[lang]
    kinds = {"head": _head(document, words), "sign": _sign(document, words), "layout": _layout(layout, words, lang)}
    for kind, found in kinds.items():
        if said := "; ".join(found):
            yield words[kind].format(said)


def _head(d: Document, words: dict[str, str]) -> Iterator[str]:
    if d.national_title is not None:
        yield words["nation" if d.national_title else "no_nation"]
    if names := [name for name in (d.agency_above, d.agency) if name]:
        yield " / ".join(names)
    if d.symbol and not d.number:
        yield words["symbol"].format(d.symbol)
    if d.place:
        yield words["place"].format(d.place)
    if d.dated:
        yield words["dated"].format(d.dated)


def _sign(d: Document, words: dict[str, str]) -> Iterator[str]:
    if d.sign_authority is not None:
        yield words["authority"].format(d.sign_authority) if d.sign_authority else words["own"]
    if d.signer_named is not None:
        yield words["named" if d.signer_named else "unnamed"]
    if d.digitally_signed:
        yield words["signed"]
    if d.closing_name:
        yield words["closing"].format(d.closing_name)


def _layout(layout: Layout | None, words: dict[str, str], lang: Language) -> Iterator[str]:
    if layout is None:
        return
    margins = (layout.margin_top, layout.margin_bottom, layout.margin_left, layout.margin_right)
    groups: tuple[tuple[str, tuple[float | None, ...]], ...] = (
        ("page", (layout.page_width, layout.page_height)), ("margins", margins), ("size", (layout.font_size,)),
        ("line", (layout.line_spacing,)), ("space", (layout.space_between,)), ("indent", (layout.first_indent,)),
    )  # fmt: skip
    for name, values in groups:
        known = [show_number(value, lang) for value in values if value is not None]
        if len(known) == len(values):
            yield words[name].format(*known)
    if layout.font:
        yield words["font"].format(layout.font, round(100 * (layout.font_share or 0)))
    if layout.page_number:
        where = layout.page_number.removesuffix("_first")
        first = words["_first"] if layout.page_number.endswith("_first") else ""
        yield words["number"].format(f"{words.get(where, where)}{first}")
