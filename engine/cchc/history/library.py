"""Which earlier reports are the past of a report, and which its peers; two versions of one report are none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cchc.checking.body_names import plain, without_province
from cchc.model.past import Past, PastReport
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import province_key, same_province

UnitKey = tuple[str, str, str]
Key = tuple[UnitKey, str, int, int]


@dataclass(frozen=True)
class Library:
    """Earlier reports, at most one for each unit and period."""

    reports: tuple[PastReport, ...] = ()

    def past_of(self, report: Report, pack: Pack) -> Past:
        """Return the earlier reports of the same unit, oldest first, and those of its peers for the same period."""
        end = report.period.covered()[1]
        own = [one for one in self.reports if same_unit(one, report) and _before(one, report)]
        since = _merged_since(report, pack)
        earlier = [one for one in own if not any(one.period.covered()[1] < day <= end for day in since)]
        peers = [one for one in self.reports if _is_peer(one, report)]
        return Past(tuple(sorted(earlier, key=_order)), tuple(sorted(peers, key=_order)))


def collected(reports: Iterable[PastReport]) -> tuple[Library, tuple[tuple[PastReport, PastReport], ...]]:
    """Return a library, and the pairs of different reports of one unit and period: neither of the two is in it."""
    kept: dict[Key, PastReport] = {}
    doubtful: list[tuple[PastReport, PastReport]] = []
    for one in reports:
        twin = kept.setdefault(key_of(one), one)
        if not same_content(one, twin):
            doubtful.append((twin, one))
    out = {key_of(first) for first, _ in doubtful}
    return Library(tuple(one for key, one in kept.items() if key not in out)), tuple(doubtful)


def same_unit(one: PastReport | Report, other: PastReport | Report) -> bool:
    """Return whether two reports are of one unit. A part of a name is another unit: `Sở Nông nghiệp và Môi trường`."""
    return _unit(one) == _unit(other)


def key_of(one: PastReport) -> Key:
    """Return what only reports of one unit and period have in common."""
    return _unit(one), one.period.kind, one.period.year, one.period.number


def same_content(one: PastReport, other: PastReport) -> bool:
    """Return whether two reports say the same, wherever their files are."""
    return one.model_copy(update={"file": ""}) == other.model_copy(update={"file": ""})


def _unit(one: PastReport | Report) -> UnitKey:
    return _unit_key(one.level, one.province, one.unit)


@lru_cache(maxsize=4096)
def _unit_key(level: str, province: str, unit: str) -> UnitKey:
    return level, province_key(province), without_province(unit, province) or plain(unit)


def _before(one: PastReport, report: Report) -> bool:
    """Return whether a report ends before another one, or with it as the last month of a quarter does."""
    (start, end), (own_start, own_end) = one.period.covered(), report.period.covered()
    return not one.period.same(report.period) and (end < own_end or (end == own_end and start > own_start))


def _is_peer(one: PastReport, report: Report) -> bool:
    return one.level == report.level and one.period.same(report.period) and not same_unit(one, report)


def _merged_since(report: Report, pack: Pack) -> Sequence[date]:
    """Return the days on which another body was merged into this unit: what it counted before is not comparable."""
    name = without_province(report.unit, report.province)
    return [
        body.since
        for body in pack.bodies
        if (body.province is None or same_province(body.province, report.province))
        and without_province(body.new, report.province) == name
    ]


def _order(one: PastReport) -> tuple[object, ...]:
    return one.period.covered()[1], one.period.covered()[0], one.unit, one.file
