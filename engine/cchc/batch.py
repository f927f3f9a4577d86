"""Open many reports: one after the other, or documents on all cores, with the same results in the same order."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc.intake.files import each_file
from cchc.intake.report_file import SUFFIXES
from cchc.model.extraction import Hints
from cchc.model.outcome import Unreadable
from cchc.opening import Opened, attempt
from cchc.packs.pack import Pack

Result = Opened | Unreadable
Tick = Callable[[int, int], None]
"""Called after every file with how many are done and how many there are."""

# Below this, starting the workers costs more than they save.
_WORTH_IT = 8


@dataclass(frozen=True)
class Batch:
    """How reports are opened: with which content, hints for documents, and how many workers (default: one a core)."""

    pack: Pack
    hints: Hints = field(default_factory=Hints)
    workers: int | None = None
    tick: Tick | None = None

    def open(self, paths: Sequence[Path]) -> Iterator[Result]:
        """Yield every report of `paths` (files, folders, patterns) in their order, and what cannot be used in its place."""
        found = list(each_file(paths))
        files = [path for path in found if isinstance(path, Path)]
        opened = self._open_files(files)
        for done, item in enumerate(found, start=1):
            yield item if isinstance(item, Unreadable) else next(opened)
            if self.tick:
                self.tick(done, len(found))

    def _open_files(self, files: Sequence[Path]) -> Iterator[Result]:
        documents = sum(path.suffix.lower() not in SUFFIXES for path in files)
        workers = min(self.workers or _cores(), documents)
        if documents >= _WORTH_IT and workers > 1:
            # Imported here: one report needs no machinery for many.
            from cchc.workers import Workers

            return Workers(self.pack, self.hints, workers).open(files)
        return (attempt(path, self.pack, self.hints) for path in files)


def _cores() -> int:
    """Return the cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
