"""Profiles as they apply: each entry with what it has from those it extends."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cchc.model.errors import InputError
from cchc.packs.schema import Profile, ProfileEntry
from cchc.packs.source_text import SourceText
from cchc.packs.validate import did_you_mean

Files = Sequence[tuple[SourceText, ProfileEntry]]
Lineage = tuple[ProfileEntry, ...]
"""A profile and those it extends, itself first."""

_ADDED = ("severities", "targets")
_OWN = ("id", "label", "extends")


def lineages(files: Files) -> tuple[dict[str, Lineage], list[InputError]]:
    """Return the lineage of every profile, and every id that is doubled, unknown, or extends itself."""
    entries: dict[str, ProfileEntry] = {}
    problems: list[InputError] = []
    for source, entry in files:
        if entry.id in entries:
            problems.append(source.problem(f"hồ sơ áp dụng '{entry.id}' được khai hai lần", ("id",)))
        entries[entry.id] = entry
    found: dict[str, Lineage] = {}
    for source, entry in files:
        chain = tuple(_up(entry, entries))
        message = _fault(chain[-1], entry, entries)
        if message:
            problems.append(source.problem(message, ("extends",)))
        else:
            found[entry.id] = chain
    return found, problems


def _up(entry: ProfileEntry, entries: Mapping[str, ProfileEntry]) -> Iterator[ProfileEntry]:
    """Yield an entry and those it extends, until one has no parent, an unknown one, or one met before."""
    met: set[str] = set()
    current: ProfileEntry | None = entry
    while current is not None and current.id not in met:
        met.add(current.id)
        yield current
        current = entries.get(current.extends) if current.extends else None


def _fault(last: ProfileEntry, entry: ProfileEntry, entries: Mapping[str, ProfileEntry]) -> str | None:
    if last.extends is None:
        return None
    if last.extends not in entries:
        # The one that names it is told of it; those that extend that one would only repeat it.
        hint = did_you_mean(last.extends, entries)
        return f"không có hồ sơ áp dụng '{last.extends}' để kế thừa{hint}" if last is entry else f"'{last.id}' bị lỗi"
    return f"kế thừa vòng tròn: '{entry.id}' dựa trên '{last.id}', mà '{last.id}' lại dựa trên '{last.extends}'"


def applied(lineage: Lineage) -> Profile:
    """Return a profile with what it inherits: the nearest value of each key, severities and targets entry by entry.

    Codes to ignore add up. Raise `ValueError` naming a key that nobody in the lineage gives.
    """
    merged: dict[str, Any] = {}
    for entry in reversed(lineage):
        for key in entry.model_fields_set:
            value = getattr(entry, key)
            if key in _ADDED:
                value = {**merged.get(key, {}), **value}
            elif key == "ignore":
                value = tuple(dict.fromkeys((*merged.get(key, ()), *value)))
            merged[key] = value
    missing = [key for key in ("outline", "home_affairs") if merged.get(key) is None]
    if missing:
        raise ValueError(f"thiếu khóa '{missing[0]}'; ghi ra, hoặc kế thừa một hồ sơ có khóa này bằng 'extends'")
    return Profile.model_validate(merged)


def origin(lineage: Lineage, key: str, item: str | None = None) -> str | None:
    """Return the id of the profile that a key (or an entry of it) comes from; None where nobody gives it."""
    for entry in lineage:
        if key in entry.model_fields_set and (item is None or item in getattr(entry, key)):
            return entry.id
    return None
