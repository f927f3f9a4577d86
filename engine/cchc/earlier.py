"""Earlier reports from where a user keeps them: a folder of reports, or a store."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.batch import Batch, Tick
from cchc.history.library import Library, collected
from cchc.history.store import Addition, Store
from cchc.model.errors import CchcError, UsageError
from cchc.model.extraction import Hints
from cchc.model.outcome import Unreadable
from cchc.model.past import PastReport
from cchc.packs.pack import Pack

STORES = (".sqlite", ".sqlite3", ".db")


@dataclass(frozen=True)
class Earlier:
    """The earlier reports, and what a user should know of those that could not be used."""

    library: Library
    notes: tuple[str, ...] = ()


def open_earlier(pack: Pack, path: Path, hints: Hints) -> Earlier:
    """Return the earlier reports of a folder, a report or a store; raise `CchcError` where there are none to be used."""
    if path.suffix.lower() in STORES:
        return _told(tuple(one for _, one in Store(path).reports()), ())
    kept, notes = _kept(pack, [path], hints, None)
    if not kept:
        raise UsageError(f"--history {path}: không có báo cáo nào dùng được ({notes[0].error})")
    return _told(kept, tuple(f"{note.error}; không dùng làm kỳ trước" for note in notes))


def add_reports(
    pack: Pack, paths: Sequence[Path], store: Store, hints: Hints, replace: bool, tick: Tick | None = None
) -> tuple[tuple[Addition, ...], tuple[Unreadable, ...]]:
    """Add reports to a store and return what became of each, and the files that cannot be used."""
    kept, unreadable = _kept(pack, paths, hints, tick)
    return (store.add(kept, replace) if kept else ()), unreadable


def _kept(
    pack: Pack, paths: Sequence[Path], hints: Hints, tick: Tick | None
) -> tuple[tuple[PastReport, ...], tuple[Unreadable, ...]]:
    kept: list[PastReport] = []
    unreadable: list[Unreadable] = []
    for item in Batch(pack, hints, tick=tick).open(paths):
        if isinstance(item, Unreadable):
            unreadable.append(item)
            continue
        try:
            kept.append(PastReport.of(item.report(), item.file))
        except CchcError as error:
            unreadable.append(Unreadable(file=item.file, error=str(error)))
    return tuple(kept), tuple(unreadable)


def _told(reports: Sequence[PastReport], notes: tuple[str, ...]) -> Earlier:
    library, doubtful = collected(reports)
    said = (
        f"{first.file} và {second.file} là hai báo cáo khác nhau của {first.unit}, {first.period.label()};"
        " không dùng báo cáo nào làm kỳ trước"
        for first, second in doubtful
    )
    return Earlier(library, (*notes, *said))
