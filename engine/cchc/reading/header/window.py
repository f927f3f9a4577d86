"""The reporting period and the days its data are from, as the report states them."""

import re
from collections.abc import Iterable, Sequence

from cchc.model.period import Period, PeriodKind
from cchc.reading.header.head import Head
from cchc.vietnamese.dates import Window, windows_in
from cchc.vietnamese.named_periods import NamedPeriod, named_periods
from cchc.vietnamese.spelling import spell

_MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half_year": 6, "nine_months": 9, "year": 12}
_OUTLOOK = re.compile(r"phương hướng|nhiệm vụ|kế hoạch|dự kiến|chương trình|định hướng|giải pháp")
_JOINED = re.compile(r"\s*(?:,|;|&|-|/|và)(?:\s+(?:cả|công tác|kết quả|báo cáo|cchc|cải cách hành chính|,|và))*\s*")
_ABOUT_DATA = re.compile(r"số liệu|dữ liệu|kì báo cáo|thời gian báo cáo|thời điểm|chốt")
_YEAR = re.compile(r"năm (20\d\d)(?!\d)")
_INTAKE = re.compile(r"tiếp nhận|giải quyết (?:các )?(?:hồ sơ|thủ tục|tthc)|hồ sơ (?:yêu cầu )?giải quyết")
# Days of a campaign, or of one field, are not those of all the data.
_APART = re.compile(r"đợt|lĩnh vực|riêng|cao điểm|chiến dịch")
_REACH = 80
_LATE_MONTHS = 2
_DAYS_A_MONTH = 30.4


def period_of(texts: Iterable[str | None], head: Head) -> Period | None:
    """Return the period of a report from its title, else its opening, else its closing; None where they leave a doubt."""
    for text in texts:
        named = named_periods(text or "")
        chosen = _chosen(text or "", named)
        year = (_year(chosen, named, head) or _year_beside(text or "", chosen)) if chosen else None
        if chosen and year:
            return _made(chosen, year)
    return None


def own_window(texts: Sequence[tuple[str, bool]], period: Period | None) -> Window | None:
    """Return the days the data are from; `texts` are the passages, each with whether it is a title or an opening.

    A span of days is the report's only where the sentence speaks of data or of the reporting period, where it stands in
    brackets in the title or opening, or where it says when dossiers came in: in brackets or at the head of the sentence.
    One that cannot be meant for the period is left out.
    """
    year = period.year if period else None
    found = [
        (rank, w) for text, head in texts for w in windows_in(text, year) if (rank := _rank(text, w, head)) is not None
    ]
    fitting = [(rank, w) for rank, w in found if period is None or _fits(w, period)]
    return min(fitting, key=lambda item: item[0])[1] if fitting else None


def _chosen(text: str, named: Sequence[NamedPeriod]) -> NamedPeriod | None:
    """Return the period that a title is about: the first one, or the longer one that it is joined to."""
    if not named:
        return None
    first = next((p for p in named if p.kind != "year"), named[0])
    spelled = spell(text)
    for other in named[named.index(first) + 1 :]:
        between = spelled[first.end : other.start]
        if _OUTLOOK.search(between) or not _JOINED.fullmatch(between):
            break
        if other.kind == first.kind and (other.number, other.year) != (first.number, first.year):
            return None
        if _MONTHS[other.kind] > _MONTHS[first.kind]:
            first = other
    return first


def _year(chosen: NamedPeriod, named: Sequence[NamedPeriod], head: Head) -> int | None:
    if chosen.year:
        return chosen.year
    last = chosen.number * _MONTHS[chosen.kind]
    later = next((p for p in named if p.start > chosen.start and p.year), None)
    if later and later.year and later.kind == chosen.kind:
        return later.year - (later.number < chosen.number)
    if head.year is None:
        return None
    return head.year - (head.month is not None and last - head.month > _LATE_MONTHS)


def _year_beside(text: str, chosen: NamedPeriod) -> int | None:
    """Return the year that stands after a period, before the outlook on the next one: `tháng 11 và 11 tháng năm 2024`."""
    own = _OUTLOOK.split(spell(text)[chosen.end :])[0]
    match = _YEAR.search(own)
    return int(match[1]) if match else None


def _made(chosen: NamedPeriod, year: int) -> Period | None:
    try:
        return Period(kind=chosen.kind, number=chosen.number, year=year)
    except ValueError:
        return None


def _rank(text: str, window: Window, head: bool) -> int | None:
    spelled = spell(text)
    sentence = max(spelled.rfind(". ", 0, window.start), spelled.rfind("\n", 0, window.start)) + 1
    if _ABOUT_DATA.search(spelled, sentence, window.start):
        return 0
    before = spelled[: window.start].rstrip()
    bracketed = before.endswith(("(", "(tính", "(kể"))
    if head:
        return 1 if bracketed else 2
    if bracketed and _period_before(text[: window.start]):
        return 3
    if _APART.search(spelled, sentence, window.start):
        return None
    leads = not any(c.isalnum() for c in spelled[sentence : window.start])
    said = spelled[sentence : window.start] + spelled[window.end : window.end + _REACH].partition(". ")[0]
    return 4 if (bracketed or leads) and _INTAKE.search(said) else None


def _period_before(text: str) -> bool:
    named = named_periods(text)
    return bool(named) and not any(c.isalnum() for c in text[named[-1].end :].replace("tính", "").replace("kể", ""))


def _fits(window: Window, period: Period) -> bool:
    """Return whether a span of days can be meant for a period; a wrong one must still pass, to be found by the check."""
    start, end = period.window()
    days, lawful = (window.last - window.first).days + 1, _MONTHS[period.kind] * _DAYS_A_MONTH
    return (
        0.6 * lawful <= days <= 1.5 * lawful
        and abs((window.last - end).days) <= 45
        and window.first.year >= start.year - 1
    )
