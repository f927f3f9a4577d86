"""Which index units are scored by: the one a user names, or the one that is meant for their kinds and their time."""

from collections.abc import Collection, Iterable
from datetime import date

from cchc.model.errors import UsageError
from cchc.model.units import UnitKind
from cchc.packs.indices import IndexDef
from cchc.packs.pack import Pack
from cchc.packs.validate import did_you_mean
from cchc.scoring.peers import group_name
from cchc.vietnamese.numbers import show_date


def choose_index(pack: Pack, named: str | None, kinds: Collection[UnitKind], day: date | None) -> IndexDef:
    """Return the index for units of these kinds on a day; raise `UsageError` where none or several fit.

    Where nothing is known of the units, it is the one that is the default for most.
    """
    if named is not None:
        return scorable(find_index(pack, named))
    open_ = [one for one in pack.indices.values() if not one.frame_only]
    if not kinds:
        return max(open_, key=lambda one: len(one.default_for))
    fitting = [one for one in open_ if set(kinds) <= set(one.kinds) and _in_force(one, day)]
    default = [one for one in fitting if set(kinds) <= set(one.default_for)]
    if len(default) == 1 or len(fitting) == 1:
        return (default or fitting)[0]
    names = ", ".join(sorted(one.id for one in fitting or open_))
    shown = "; ".join(sorted(group_name((), kind, "vi") for kind in kinds))
    if fitting:
        raise UsageError(f"có nhiều bộ chỉ số cho {shown}, hãy chọn bằng --index: {names}")
    raise UsageError(f"không có bộ chỉ số nào dùng chung cho {shown}; hãy tách bảng, hoặc chọn bằng --index: {names}")


def find_index(pack: Pack, index_id: str) -> IndexDef:
    """Return an index by id; raise `UsageError` with the nearest id."""
    if index_id not in pack.indices:
        hint = did_you_mean(index_id, pack.indices)
        raise UsageError(f"không có bộ chỉ số '{index_id}'{hint}; hiện có: {', '.join(sorted(pack.indices))}")
    return pack.indices[index_id]


def scorable(index: IndexDef) -> IndexDef:
    """Return an index that can give a number; raise `UsageError` saying what another one lacks."""
    if index.frame_only:
        raise UsageError(f"bộ chỉ số '{index.id}' mới có khung, chưa chấm điểm được: {index.frame_only.vi}")
    return index


def allowed(index: IndexDef, kinds: Iterable[UnitKind], day: date | None) -> None:
    """Raise `UsageError` where an index is not for these kinds of unit, or not in force on a day."""
    wrong = sorted({group_name((), kind, "vi") for kind in kinds if kind not in index.kinds})
    if wrong:
        own = group_name((index.kinds,), index.kinds[0], "vi")
        raise UsageError(f"bộ chỉ số '{index.id}' không dùng cho {', '.join(wrong)}; chỉ dùng cho {own}")
    if not _in_force(index, day) and day is not None:
        start, end = index.in_force.from_, index.in_force.to
        limits = [f"từ {show_date(start, 'vi')}"] if start else []
        limits += [f"đến hết {show_date(end, 'vi')}"] if end else []
        raise UsageError(
            f"bộ chỉ số '{index.id}' có hiệu lực {' '.join(limits)}, số liệu đến ngày {show_date(day, 'vi')}"
        )


def _in_force(index: IndexDef, day: date | None) -> bool:
    start, end = index.in_force.from_, index.in_force.to
    return day is None or ((start is None or day >= start) and (end is None or day <= end))
