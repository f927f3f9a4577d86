"""Score a table of units, part by part."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from cchc.bulk.score_rows import ScoreShape
from cchc.bulk.task import Reading, check_content, filled
from cchc.bulk.unit_rows import UnitColumns, UnitRows
from cchc.intake.unit_headings import Headings
from cchc.model.text import Language
from cchc.packs.appraisal import appraisal
from cchc.packs.column_maps import ColumnMap, column_maps
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, ready_index
from cchc.scoring.columns import score_columns
from cchc.tables.block import Block, Slice
from cchc.tables.writing import PartWriter, Shape


@dataclass(frozen=True)
class ScoreTask:
    """What a user asked for: units scored by an index, with the targets of a day and a province; `digest`: of the content."""

    content: Path
    digest: str
    shape: Shape
    index: str
    as_of: date | None = None
    province: str | None = None
    surveys: bool = True
    lang: Language = "vi"

    def identity(self) -> Mapping[str, object]:
        """Return what makes its results."""
        own = (self.shape, self.index, self.as_of, self.province, self.surveys, self.lang)
        return {"score": self.digest, "as": repr(own)}

    def fill(self, piece: Slice, result: Path, rejects: Path) -> Mapping[str, int]:
        """Score the units of a slice; raise `InputError` where the slice cannot be read."""
        worker = _worker(self)
        with PartWriter(result, rejects, self.shape, str(piece.path)) as writer:
            count = filled(piece, worker.reading(piece), writer, lambda block: worker.block(piece, block, writer))
            writer.close(worker.shape.schema)
        return count


@dataclass
class _Worker:
    """What a process keeps from slice to slice."""

    task: ScoreTask
    pack: Pack
    shape: ScoreShape
    headings: Headings
    _columns: dict[tuple[Path, tuple[str, ...], int | None], UnitColumns] = field(default_factory=dict)

    def reading(self, piece: Slice) -> Reading:
        if not piece.headings:
            return Reading(None)
        targets = self.columns(piece.path, piece.headings, piece.heading).targets
        return Reading(frozenset(targets), {heading for heading, (sort, _) in targets.items() if sort != "figure"})

    def columns(self, path: Path, names: tuple[str, ...], line: int | None) -> UnitColumns:
        key = path, names, line
        if key not in self._columns:
            self._columns[key] = UnitColumns.of(names, self.headings, mapped(self.pack.root, names), path, line)
        return self._columns[key]

    def block(self, piece: Slice, block: Block, writer: PartWriter) -> Mapping[str, int]:
        line = piece.heading if piece.headings else None
        columns = self.columns(piece.path, piece.headings or tuple(block.columns), line)
        table, rows, rejects, blank = UnitRows(columns, self.headings.index, self.task.as_of).read(block)
        writer.reject(rejects)
        count = Counter({"rows": len(rows), "rejected": len({one.row for one in rejects}), "blank": blank})
        if len(rows):
            scores = score_columns(self.shape.ready, table, self.task.surveys)
            writer.add(self.shape.batch(table, rows, scores))
            bands = np.bincount(scores.bands.position + 1, minlength=len(self.headings.index.bands.levels) + 1)
            names = ["", *(level.id for level in self.headings.index.bands.ascending())]
            count.update({f"band:{name}": int(n) for name, n in zip(names, bands, strict=True)})
        return count


def mapped(root: Path, names: tuple[str, ...]) -> ColumnMap | None:
    """Return the map that explains the columns of another system, if one does."""
    return next((one for one in column_maps(root) if one.fits(names)), None)


def score_shape(pack: Pack, task: ScoreTask) -> ScoreShape:
    """Return the columns of the result."""
    options = ScoreOptions(task.lang, task.index, task.as_of, task.province)
    return ScoreShape(ready_index(pack, pack.indices[task.index], options), task.lang)


@lru_cache(maxsize=2)
def _worker(task: ScoreTask) -> _Worker:
    pack = load_pack(task.content)
    check_content(task.content, task.digest)
    headings = Headings(pack.figures, pack.indices[task.index], appraisal(pack.root))
    return _Worker(task, pack, score_shape(pack, task), headings)
