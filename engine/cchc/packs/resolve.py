"""What applies to one report: its profile, and the value of each dated thing on its day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from cchc.model.errors import UsageError
from cchc.model.past import Past
from cchc.model.report import Report
from cchc.packs import schema as s
from cchc.packs.pack import Pack
from cchc.packs.validate import did_you_mean
from cchc.vietnamese.fold import fold

_MOON_HOLIDAYS = frozenset({1, 2, 3, 4})


@dataclass(frozen=True)
class Reading:
    """A report together with the content that applies to it on a day."""

    report: Report
    pack: Pack
    profile: s.Profile
    day: date
    past: Past = field(default_factory=Past)

    @property
    def outline(self) -> s.Outline:
        """The headings the report must have."""
        return self.pack.outlines[self.profile.outline]


def resolve(pack: Pack, report: Report, profile_id: str | None = None, as_of: date | None = None) -> Reading:
    """Return what applies to `report` at `as_of` (default: the report's own date); raise `UsageError` on a bad profile."""
    day = as_of or report.date()
    profile = _fitting(pack, report, day) if profile_id is None else find_profile(pack, profile_id)
    return Reading(report, pack, profile, day)


def find_profile(pack: Pack, profile_id: str) -> s.Profile:
    """Return a profile by id; raise `UsageError` with the nearest id."""
    if profile_id not in pack.profiles:
        hint = did_you_mean(profile_id, pack.profiles)
        raise UsageError(f"không có hồ sơ áp dụng '{profile_id}'{hint}; hiện có: {', '.join(sorted(pack.profiles))}")
    return pack.profiles[profile_id]


def _fitting(pack: Pack, report: Report, day: date) -> s.Profile:
    fitting = [p for p in pack.profiles.values() if _fits(p, report, day)]
    if not fitting:
        raise UsageError(
            f"không có hồ sơ áp dụng nào cho {report.province}, {report.level}, ngày {day}; hãy chọn bằng --profile"
        )
    # The profile that says most about whom it is for wins; the id breaks ties so that the order of files never matters.
    return max(fitting, key=lambda p: (p.province is not None, bool(p.levels), bool(p.periods), p.id))


def _fits(profile: s.Profile, report: Report, day: date) -> bool:
    return (
        _of_province(profile, report.province)
        and (not profile.levels or report.level in profile.levels)
        and (not profile.periods or report.period.kind in profile.periods)
        and in_force(profile.in_force, day)
    )


def _of_province(profile: s.Profile, province: str) -> bool:
    names = (profile.province, *profile.formerly)
    return profile.province is None or any(same_province(name, province) for name in names if name)


def same_province(one: str, other: str) -> bool:
    """Return whether two names mean one province: `Bắc Giang`, `tỉnh Bắc Giang`, `bac giang`."""
    return province_key(one) == province_key(other)


def province_key(name: str) -> str:
    """Return what all names of one province have in common."""
    plain = fold(name)
    for prefix in ("tinh ", "thanh pho ", "tp. ", "tp "):
        plain = plain.removeprefix(prefix)
    return plain


def in_force(span: s.InForce | s.DatedValue | s.DueDay, day: date) -> bool:
    """Return whether `day` lies between the dates, both included."""
    return (span.from_ or date.min) <= day <= (span.to or date.max)


def target_value(pack: Pack, target_id: str, day: date, province: str | None) -> s.DatedValue | None:
    """Return the value of a target on a day for a province; the province's own value goes before a national one."""
    values = [
        v
        for v in pack.targets[target_id].values
        if (v.province is None or same_province(v.province, province or "")) and in_force(v, day)
    ]
    return max(values, key=lambda v: (v.province is not None, v.from_), default=None)


def targets_on(reading: Reading) -> Mapping[str, float]:
    """Return every target that has a value for this report, percents as fractions."""
    found: dict[str, float] = {}
    for target_id in reading.pack.targets:
        raw = _own_target(reading, target_id)
        if raw is None:
            # A report may still name a province that has become part of another: its targets ended with it.
            province = reading.profile.province or reading.report.province
            dated = target_value(reading.pack, target_id, reading.day, province)
            raw = dated.value if dated else None
        if raw is not None:
            found[target_id] = as_number(raw)
    return found


def _own_target(reading: Reading, target_id: str) -> float | str | None:
    own = reading.profile.targets.get(target_id)
    if isinstance(own, tuple):
        return next((value.value for value in own if in_force(value, reading.day)), None)
    return own


def due_on(reading: Reading) -> tuple[date, s.DueDay] | None:
    """Return the day by which a report is due by its profile, and what says so; None where no source says.

    Working days are counted Monday to Friday. Around Tết and the anniversary of the Hùng kings, which follow the moon
    and fall in January to April, they cannot be counted this way: there the day is not known.
    """
    kind, day = reading.report.period.kind, reading.day
    fitting = [d for d in reading.profile.due if (not d.periods or kind in d.periods) and in_force(d, day)]
    if not fitting:
        return None
    due = fitting[0]
    cut_off = reading.report.period.window()[1]
    if due.day is not None:
        return cut_off.replace(day=due.day), due
    if due.working_days is None or cut_off.month in _MOON_HOLIDAYS:
        return None
    return _working_days_after(cut_off, due.working_days), due


def _working_days_after(day: date, number: int) -> date:
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def as_number(raw: float | str) -> float:
    """Return a number written as `90%` or `0`; percents become fractions."""
    if isinstance(raw, str):
        text = raw.strip().replace(",", ".")
        return float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)
    return float(raw)
