"""Find numbers printed in Vietnamese text, and tell those that count something from those that name, date or order."""

import re
from dataclasses import dataclass
from typing import Literal

from cchc.vietnamese.spelling import spell

NumberKind = Literal["plain", "percent", "fraction"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed: `value` as it is meant (13 for `13%`), `of` the denominator of a fraction `n/m`."""

    kind: NumberKind
    value: float
    start: int
    end: int
    decimals: int = 0
    of: float | None = None
    approx: bool = False
    unclear: bool = False
    """A number that can be read in two ways, such as `4,287`."""
    scaled: bool = False
    """Printed in `ngàn`, `triệu`, `tỷ`: `value` is the full number, rounded."""
    money: bool = False
    """An amount in đồng."""


_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_DAY = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d{2}"
_ROMAN = r"[ivx]+"
_NO_UNIT = r"(?![.,]?\d)(?!\s*(?:%|phần trăm|hồ sơ|hs\b|nhiệm vụ|tthc|thủ tục|văn bản|người|đơn vị|cuộc|lượt|trường hợp|bộ hồ sơ|tin|bài|chỉ tiêu))"
# What looks like a number and is a name, a date, an order or an address. Longest first; each takes its characters away.
_NAMES = (
    r"https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,200}\.\w+",
    r"(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|fax|zalo|số máy)\s*(?:số)?\s*:?\s*[\d .()+-]{5,}\d",
    r"\b0\d{2,3}[. ]\d{3}[. ]\d{3,4}\b|\b0\d{9,10}\b|\b(?:1800|1900)[. ]?\d{4}\b|\b0\d{3}\.\d\.\d{3}\.\d{3}\b",
    r"(?<!\d)\d{1,9}[a-z]?\s*/\s*(?:\d{4}\s*/\s*)?[a-zđ]{1,6}(?:[-/&][a-zđ&]+\d*)*\d*\b",
    r"(?<!\d)\d{1,9}\s*-\s*(?:nq|ct|qđ|kl|kh|ctr|tb|cv|hd|đa|qc|bc)\s*/\s*[a-zđ]+",
    r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|ngày\s+(?:\.+\s*)?tháng\s+\d{1,2}\s+năm\s+\d{4}",
    rf"(?<![\d/]){_DAY}(?![\d/])",
    r"(?<!\w)từ\s+(?:ngày\s+)?\d{1,2}/\d{1,2}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?![\d/])(?!\s*%)",
    r"(?:từ |đến |hết |trước |sau |kể |tính ){0,4}(?:ngày|từ|hết ngày)\s+\d{1,2}\s*[/-]\s*\d{1,2}(?!\s*[/-]?\d)(?!\s*(?:%|hs|hồ sơ|nhiệm vụ|tthc|văn bản))",
    r"\d{1,2}/\d{1,2}\s*-\s*\d{1,2}/\d{1,2}(?:/\d{4})?",
    rf"(?:tháng|quí|quý)\s+(?:\d{{1,2}}|{_ROMAN})\s*(?:[/.-]|\s+năm\s+)\s*\d{{4}}",
    rf"(?:tháng|quí|tuần|kì|(?<!một )phần|mục|chương)\s+(?:thứ\s+)?(?:\d{{1,2}}|{_ROMAN})\b{_NO_UNIT}(?:\s*(?:,|và|-|đến)\s*(?:tháng\s+)?\d{{1,2}}\b(?!\s*(?:hs|hồ sơ|tthc|văn bản|người|nhiệm vụ|%|[.,]\d)))?",
    r"\b\d{1,2}\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s+\d{4})?",
    r"năm\s+\d{4}(?:\s*-\s*\d{4})?|(?:19|20)\d{2}\s*-\s*(?:19|20)\d{2}",
    r"\d{1,2}\s*(?:h|giờ)\s*\d{0,2}\b(?:\s*phút)?",
    rf"(?:điều|khoản|điểm|mục|phụ lục|biểu|mẫu|bảng|hình|trang|phiên bản|khoá|lần thứ|thứ|hạng|xếp thứ|đứng thứ|loại|cấp độ|mức độ|nhóm|đề án|nghị định|nghị quyết|thông tư|(?<!kỉ )luật|chỉ thị|chương trình|công văn|quyết định|kế hoạch|dự án|vneid|iso|tcvn|tcvn iso|covid|cột|dòng|ô|giai đoạn|tỉ lệ xích|quốc lộ|phương án|tiêu chí|nội dung|nhiệm kì|level|windows|office)\s+(?:số\s+)?\d+\b(?:[.:]\d+)*{_NO_UNIT}(?:\s*(?:,|và|-|đến)\s*\d+\b(?!\s*/\s*\d){_NO_UNIT})*",
    r"iso\s*:?\s*\d+(?:[:-]\d+)*",
)  # fmt: skip
_NAME = re.compile("|".join(f"(?:{form})" for form in _NAMES))
_COUNTER = re.compile(r"\(\s*\d{1,2}\s*\)")
_LEAD = re.compile(r"\s*[-+*•]?\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)/](?!\d)|[a-zđ]\s*[.)])\s")
# A number is taken whole or not at all: `331` before `ab1` is no 33.
_NUMBER = re.compile(
    rf"(?<![\w.,])(?<![a-zà-ỹđ]-)(?P<a>(?>{_N}))(?:\s*/\s*(?P<b>(?>{_N})))?(?P<rest>\s*(?:%|phần trăm)|\s+(?:ngàn|nghìn|triệu|tỉ)\b(?!\s+lệ)|\s*đồng\b(?!\s+(?:chí|bộ|thời|loạt|ý|nhất)))?"
    r"(?![a-zđ]{1,3}\d)"
)
_ABOUT = re.compile(r"(?<!\w)(?:hơn|trên|gần|khoảng|xấp xỉ|ước|ước đạt|ước tính|dưới|chừng|độ)\s*$")
_DONG = re.compile(r"\s*đồng\b(?!\s+(?:chí|bộ|thời|loạt|ý|nhất))")
_TIMES = {"ngàn": 1e3, "nghìn": 1e3, "triệu": 1e6, "tỉ": 1e9, "đồng": 1.0}


def printed_numbers(text: str) -> tuple[Printed, ...]:
    """Return the numbers in composed `text` that may count something, in reading order.

    Left out: dates, years, numbers of documents and clauses, telephone numbers, addresses, counters of lists.
    """
    spelled = blanked(spell(text))
    found = (_printed(spelled, match) for match in _NUMBER.finditer(spelled))
    return tuple(number for number in found if number is not None)


def blanked(spelled: str) -> str:
    """Return spelled text with names, dates and counters that hold digits replaced by blanks of the same length."""
    lead = _LEAD.match(spelled)
    if lead:
        spelled = " " * lead.end() + spelled[lead.end() :]
    for form in (_NAME, _COUNTER):
        spelled = form.sub(_blank_digits, spelled)
    return spelled


def _blank_digits(match: re.Match[str]) -> str:
    return re.sub(r"\d", "\ufffc", match[0]).replace("%", "\ufffc")


def _printed(text: str, match: re.Match[str]) -> Printed | None:
    rest = (match["rest"] or "").strip()
    value, decimals, unclear = read_number(match["a"])
    below, _, other = read_number(match["b"]) if match["b"] else (None, 0, False)
    percent = rest in ("%", "phần trăm")
    times = _TIMES.get(rest, 1.0)
    scaled = times > 1
    return Printed(
        kind="fraction" if below is not None else "percent" if percent else "plain",
        value=round(value * times, 6),
        start=match.start(),
        end=match.end("b") if below is not None else match.end(),
        decimals=0 if scaled else decimals,
        of=round(below * times, 6) if below is not None else None,
        approx=_ABOUT.search(text, max(0, match.start() - 12), match.start()) is not None,
        unclear=(unclear or other) and not scaled and not percent,
        scaled=scaled,
        money=_DONG.match(text, match.end()) is not None or rest == "đồng",
    )


def read_number(digits: str) -> tuple[float, int, bool]:
    """Return value, printed decimals and whether it can be read in two ways: `1.234` is 1234, `4,287` is unclear."""
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        whole, _, part = digits.replace(".", "").partition(",")
        return float(f"{whole}.{part or 0}"), len(part), False
    whole, _, part = digits.replace(",", ".").partition(".")
    return float(f"{whole}.{part or 0}"), len(part), len(part) == 3
