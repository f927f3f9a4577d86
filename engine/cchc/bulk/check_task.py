"""Check a table of reports, part by part."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cchc.bulk.check_block import VERDICTS, Checker
from cchc.bulk.check_rows import SCHEMA, record_batch
from cchc.bulk.evaluation import Evaluation
from cchc.bulk.headings import Meanings, meanings
from cchc.bulk.kinds import Key, Kinds
from cchc.bulk.report_rows import report_rows
from cchc.bulk.task import Reading, check_content, filled
from cchc.judging import chooser
from cchc.kernel.compiler import Compiling, compile_program
from cchc.model.outcome import Basis, Severity
from cchc.model.text import Language
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack
from cchc.tables.block import Block, Slice
from cchc.tables.writing import PartWriter, Shape

if TYPE_CHECKING:
    from cchc.model.columns import Mask

COMPILE_FROM = 50_000
"""Rows from which it pays to compile the checks: the columns do some 150,000 a second while that goes on."""


@dataclass(frozen=True)
class CheckTask:
    """What a user asked for; `content` has the rules, `digest` is theirs; `verdicts`: the words shown for each.

    `compiled`: whether the table is long enough for the checks to be compiled.
    """

    content: Path
    digest: str
    shape: Shape
    default: Key
    profile: str | None = None
    as_of: date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: Language = "vi"
    verdicts: tuple[str, ...] = VERDICTS
    compiled: bool = True

    def identity(self) -> Mapping[str, object]:
        """Return what makes its results."""
        return {
            "check": self.digest,
            "as": repr((self.shape, self.default, self.profile, self.as_of, self.select, self.ignore, self.lang)),
        }

    def fill(self, piece: Slice, result: Path, rejects: Path) -> Mapping[str, int]:
        """Check the reports of a slice; raise `InputError` where the slice cannot be read."""
        worker = worker_of(self)
        with PartWriter(result, rejects, self.shape, str(piece.path)) as writer:
            each = partial(self._block, worker, piece, writer=writer)
            count = filled(piece, worker.reading(piece), writer, each)
            writer.close(SCHEMA)
        return count

    def _block(self, worker: "Worker", piece: Slice, block: Block, writer: PartWriter) -> Mapping[str, int]:
        rows = report_rows(block, worker.means(piece, block), worker.kinds, worker.pack.figures)
        writer.reject(rows.rejects)
        refused = len({one.row for one in rows.rejects})
        count = Counter(
            {"rows": int(rows.kept.sum()), "rejected": refused, "blank": rows.size - refused - int(rows.kept.sum())}
        )
        if count["rows"]:
            judged = worker.checker.check(rows, worker.compiling.kernel() if worker.compiling else None)
            writer.add(record_batch(rows, judged, worker.kinds, self.verdicts, self.lang))
            count.update(judged.tally(rows.kept))
        return count


@dataclass
class Worker:
    """What a process keeps from slice to slice."""

    pack: Pack
    kinds: Kinds
    checker: Checker
    compiling: Compiling | None
    _means: dict[tuple[Path, tuple[str, ...], int | None], Meanings] = field(default_factory=dict)

    def reading(self, piece: Slice) -> Reading:
        """Return which columns of a file are read."""
        if not piece.headings:
            return Reading(None)
        means = self._meanings(piece.path, piece.headings, piece.heading)
        return Reading(means.wanted, means.fields)

    def means(self, piece: Slice, block: Block) -> Meanings:
        """Return what the columns of a block hold."""
        if piece.headings:
            return self._meanings(piece.path, piece.headings, piece.heading)
        return self._meanings(piece.path, tuple(block.columns), None)

    def meanings_of(self, headings: Sequence[str]) -> Meanings:
        """Return what columns mean that come from no file."""
        return self._meanings(Path("bảng"), tuple(headings), 1)

    def _meanings(self, path: Path, headings: tuple[str, ...], line: int | None) -> Meanings:
        key = path, headings, line
        if key not in self._means:
            self._means[key] = meanings(headings, self.pack.figures, path, line)
        return self._means[key]


@lru_cache(maxsize=2)
def worker_of(task: CheckTask) -> Worker:
    """Return what a process keeps for a task; raise `InputError` where its content is another."""
    pack = load_pack(task.content)
    check_content(task.content, task.digest)
    evaluation, kinds = Evaluation(pack), Kinds(pack, task.default, task.profile, task.as_of)
    chosen = _chosen(pack, task.select, task.ignore) if task.select or task.ignore else None
    return Worker(
        pack, kinds, Checker(evaluation, kinds, chosen), compile_program(evaluation.program) if task.compiled else None
    )


class _Check(NamedTuple):
    code: str
    topic: str
    severity: Severity
    basis: Basis


def _chosen(pack: Pack, select: Sequence[str], ignore: Sequence[str]) -> "Callable[[Sequence[Severity]], Mask]":
    wanted = chooser(pack, select, ignore)

    def each(severities: Sequence[Severity]) -> "Mask":
        checks = (_Check(r.rule.code, r.topic, s, r.rule.basis) for r, s in zip(pack.rules, severities, strict=True))
        return np.array([wanted(check) for check in checks])

    return each
