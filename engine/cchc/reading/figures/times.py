"""Which period the numbers of a sentence belong to: the report's own, the year so far, or another one that is named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cchc.model.figure import Span
from cchc.model.period import Period, PeriodKind
from cchc.vietnamese.spelling import spell

_YEAR = r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}))?(?!\d)"
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FORMS: tuple[tuple[PeriodKind, re.Pattern[str]], ...] = (
    ("half_year", re.compile(r"(?:\b6|\b06|sáu) tháng (đầu|cuối) năm(?:\s+(\d{4}))?(?!\d)")),
    ("nine_months", re.compile(r"(\b0?9|chín) tháng (?:đầu )?năm(?:\s+(\d{4}))?(?!\d)")),
    ("quarter", re.compile(rf"\bquí (iv|i{{1,3}}|[1-4])\b{_YEAR}")),
    ("month", re.compile(rf"\btháng (\d{{1,2}})(?!\d|[.,]\d){_YEAR}")),
    ("year", re.compile(r"\b(năm) (\d{4})(?!\d|\s*[-–]\s*20\d{2})")),
)
_IN_WORDS = {"ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_SO_FAR = re.compile(rf"\b(\d{{1,2}}|{'|'.join(sorted(_IN_WORDS, reverse=True))}) tháng (?:đầu )?năm(?:\s+(\d{{4}}))?")
_FROM_NEW_YEAR = re.compile(r"\btừ (?:ngày )?0?1[/.]0?1(?:[/.](\d{4}))? (?:đến|cho đến)\b")
# "Tính từ ngày 01/7/2025 (ngày vận hành) đến nay": days of its own, which may not be those of the report.
_SINCE = re.compile(
    r"\b(?:tính|kể) từ (?:ngày )?(\d{1,2})[/.](\d{1,2})(?:[/.](20\d{2}))?(?:\s*\([^()]{0,40}\))?,? (?:cho )?đến"
)
_SAME_START = 10
_HALF_A_MONTH = timedelta(days=20)
# Several years together are a time, but none that a figure may have.
_YEARS = re.compile(
    r"\bnăm (?:20\d{2}\s*[-–]\s*20\d{2}|20\d{2} đến (?:năm )?20\d{2})(?!\d)"
    r"|(?:(?<=^)|(?<=[.;\n] )|(?<=\btrong )|(?<=\bcả ))giai đoạn 20\d{2}\s*[-–]\s*20\d{2}(?=\s*[,:])"
)
_OF_A_PROGRAMME = re.compile(
    r"(?:kế hoạch|chương trình|đề án|nghị quyết|chiến lược|chỉ thị|quyết định|mục tiêu|giai đoạn|học)[^.;]*$"
)
_COMPARED = re.compile(r"\b(?:so với|cùng kì)(?: cùng kì| cả| kết quả| số liệu)*(?: của)?\s*$")
# A period after these words is part of a name or an end of an interval, not the time of what follows.
_NOT_AFTER = re.compile(
    r"(?:kế hoạch|báo cáo|quyết định|công văn|chương trình|chỉ số|đề án|từ|đến|hết|trước|sau|ngày \S{1,5}|giai đoạn|văn bản"
    r"|nghị quyết|nhiệm vụ|kể từ|cuối|đầu|giữa)\s*$"
)
_OF_A_NAME = re.compile(
    r"(?:tháng \S{1,3}|quí \S{1,3}|từ|đến|hết|trước|sau|kể từ|cuối|đầu|giữa|giai đoạn|ngày \S{1,5}|số \S{1,12}|bản|luật.{0,20}"
    r"|nghị quyết.{0,20}|quyết định.{0,20}|nghị định.{0,20}|thông tư.{0,20}|chỉ thị.{0,20}|đề án.{0,20})\s*$"
)
_YEAR_AFTER = re.compile(r"(?:^|[.(;,:\n]|\btrong|\bcả|\bso với|\bcùng kì|\bcủa|\bsang)\s*$")


@dataclass(frozen=True, slots=True)
class Time:
    """A time named in a text, from `start` on: `span` as figures have it, `period` where the span is `other`."""

    start: int
    end: int
    span: Span
    period: Period | None = None
    compared: bool = False
    """Named only to compare with: it holds to the end of its clause."""


def times_in(text: str, own: Period | None) -> tuple[Time, ...]:
    """Return the times that composed `text` names, in reading order, as seen from a report on the period `own`."""
    spelled = spell(text)
    # What stands in a wider time is marked as taken before the narrower ones are looked for: each letter is seen once.
    found = list(_several_years(spelled))
    taken = _marked(bytearray(len(spelled)), found)
    so_far = [time for time in _year_so_far(spelled, own) if not any(taken[time.start : time.end])]
    so_far += [time for time in _since_a_day(spelled, own) if not any(taken[time.start : time.end])]
    found += so_far
    _marked(taken, so_far)
    for kind, form in _FORMS:
        for match in form.finditer(spelled):
            period = _period(kind, match, own) if _counts(spelled, match, kind, own) else None
            if period is not None and not any(taken[match.start() : match.end()]):
                found.append(_time(match, period, own))
                _marked(taken, found[-1:])
    return tuple(sorted((_as_compared(t, spelled) for t in found), key=lambda t: t.start))


def _marked(taken: bytearray, times: Iterable[Time]) -> bytearray:
    for time in times:
        taken[time.start : time.end] = b"\1" * (time.end - time.start)
    return taken


def _several_years(spelled: str) -> Iterator[Time]:
    for match in _YEARS.finditer(spelled):
        if not _OF_A_PROGRAMME.search(spelled[max(0, match.start() - 60) : match.start()]):
            yield Time(match.start(), match.end(), "other")


def _year_so_far(spelled: str, own: Period | None) -> Iterator[Time]:
    if own is None or own.since_new_year:
        return
    for match in _FROM_NEW_YEAR.finditer(spelled):
        if int(match[1] or own.year) == own.year:
            yield Time(match.start(), match.end(), "year_to_date")
    for match in _SO_FAR.finditer(spelled):
        months = _IN_WORDS.get(match[1]) or int(match[1])
        if months == own.last_month and int(match[2] or own.year) == own.year:
            yield Time(match.start(), match.end(), "year_to_date")


def _since_a_day(spelled: str, own: Period | None) -> Iterator[Time]:
    """Yield intervals that begin neither with the report's data nor with its year: their numbers are of another time."""
    if own is None:
        return
    lawful = own.window()[0]
    # Many count by the calendar: the law's window begins in the middle of the month before.
    calendar = (lawful + _HALF_A_MONTH).replace(day=1)
    starts = [own.data_from or lawful, lawful, calendar, date(own.year, 1, 1), date(own.year - 1, 12, 15)]
    for match in _SINCE.finditer(spelled):
        try:
            first = date(int(match[3] or own.year), int(match[2]), int(match[1]))
        except ValueError:
            continue
        if all(abs((first - start).days) > _SAME_START for start in starts):
            yield Time(match.start(), match.end(), "other")


def _as_compared(time: Time, spelled: str) -> Time:
    before = spelled[max(0, time.start - 40) : time.start]
    return replace(time, compared=True) if time.span == "other" and _COMPARED.search(before) else time


def _counts(text: str, match: re.Match[str], kind: PeriodKind, own: Period | None) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    if kind != "year":
        return _NOT_AFTER.search(before) is None
    if own is not None and int(match[2]) < own.year:
        # An earlier year takes what is named by it out of the report's period: "kết quả kiểm tra năm 2024: ...".
        return _OF_A_NAME.search(before) is None
    return _YEAR_AFTER.search(before) is not None


def _period(kind: PeriodKind, match: re.Match[str], own: Period | None) -> Period | None:
    year = int(match[2]) if match[2] else own.year if own else None
    if year is None or not 2000 <= year <= 2100:
        return None
    word = match[1]
    number = {"đầu": 1, "cuối": 2}.get(word) or _NUMBERS.get(word) or (int(word) if word.isdigit() else 1)
    number = 1 if kind in ("nine_months", "year") else number
    most = {"month": 12, "quarter": 4, "half_year": 2}.get(kind, 1)
    return Period(kind=kind, year=year, number=number) if 1 <= number <= most else None


def _time(match: re.Match[str], period: Period, own: Period | None) -> Time:
    if own is not None and (period.kind, period.year, period.number) == (own.kind, own.year, own.number):
        return Time(match.start(), match.end(), "period")
    if own is not None and period.kind == "year" and period.year == own.year:
        # "Năm 2025" in a report of that year opens a sentence about its own period as often as one about the year.
        return Time(match.start(), match.end(), "period")
    return Time(match.start(), match.end(), "other", period)
