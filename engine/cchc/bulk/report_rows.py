"""Rows of a block as reports: who reports, of which kind, the figures; and the rows that cannot be used, each with why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc

from cchc.bulk.cells import FigureColumn, figure_column, text_column
from cchc.bulk.headings import Meanings
from cchc.bulk.kinds import Key, Kinds
from cchc.packs.figure_schema import FigureDef
from cchc.tables.block import Block
from cchc.tables.rejects import Reject

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask, Values

_NOBODY = "thiếu mã hoặc tên đơn vị"
_TOTAL = r"^\s*(tổng|tổng cộng|tổng số|cộng)\s*:?\s*$"
_NO_UNIT = "dòng tổng, không phải một đơn vị"


@dataclass(frozen=True)
class ReportRows:
    """The reports of a block. `kept`: those that can be judged; `rejects` says why of the others, but for empty ones.

    `texts`: columns of text by field (`id`, `name`). `kind`: number of the kind of each, 0 where it has none.
    """

    numbers: "NDArray[np.int64]"
    texts: Mapping[str, Any]
    kind: "NDArray[np.int64]"
    values: "Mapping[str, Values]"
    half: "Mapping[str, Values]"
    kept: "Mask"
    rejects: tuple[Reject, ...] = ()

    @property
    def size(self) -> int:
        """Number of rows."""
        return len(self.numbers)

    def names(self, chosen: "Mask") -> "tuple[list[str], NDArray[np.int64]]":
        """Return the different names of some units, empty where they have none, and which of them each has."""
        if "name" not in self.texts:
            return [""], np.zeros(int(chosen.sum()), np.int64)
        coded = pc.dictionary_encode(self.texts["name"].filter(pa.array(chosen)))
        return coded.dictionary.to_pylist(), coded.indices.to_numpy().astype(np.int64)


def report_rows(block: Block, means: Meanings, kinds: Kinds, figures: Mapping[str, FigureDef]) -> ReportRows:
    """Return the rows of a block as reports."""
    size = len(block.rows)
    texts = {field: text_column(block.columns[h]) for h, field in means.fields.items() if h in block.columns}
    read = {
        h: (name, figure_column(block.columns[h], figures[name.removeprefix("ytd.").removeprefix("prev.")]))
        for h, name in means.figures.items()
        if h in block.columns
    }
    kind, why = _kinds(texts, kinds, size)
    blank = _blank(texts, read, size)
    rejects = [
        *(Reject(int(block.rows[n]), reason) for n, reason in why if not blank[n]),
        *(Reject(int(block.rows[n]), _NOBODY) for n in np.flatnonzero(_nameless(texts, size) & ~blank)),
        *(Reject(int(block.rows[n]), _NO_UNIT) for n in np.flatnonzero(_totals(texts, size))),
        *(
            Reject(int(block.rows[f.index]), f.reason, h, f.cell)
            for h, (_, column) in read.items()
            for f in column.faults
        ),
    ]
    refused = np.isin(block.rows, [one.row for one in rejects])
    return ReportRows(
        numbers=block.rows,
        texts=texts,
        kind=kind,
        values={name: column.values for name, column in read.values()},
        half={name: column.half for name, column in read.values() if column.half is not None},
        kept=~refused & ~blank,
        rejects=tuple(sorted(rejects, key=lambda one: one.row)),
    )


def _kinds(texts: Mapping[str, Any], kinds: Kinds, size: int) -> "tuple[NDArray[np.int64], list[tuple[int, str]]]":
    """Return the number of the kind of each row, and of each row without a kind what is wrong."""
    coded = {field: pc.dictionary_encode(texts[field]) for field in Key._fields if field in texts}
    together = np.zeros(size, np.int64)
    for column in coded.values():
        together = together * len(column.dictionary) + column.indices.to_numpy()
    _, first, of = np.unique(together, return_index=True, return_inverse=True)
    found = [kinds.number(_key(texts, int(n))) for n in first]
    numbers = np.array([number if isinstance(number, int) else 0 for number in found], np.int64)
    wrong = {n: number for n, number in enumerate(found) if isinstance(number, str)}
    return numbers[of], [(int(n), wrong[int(of[n])]) for n in np.flatnonzero(np.isin(of, list(wrong)))]


def _key(texts: Mapping[str, Any], n: int) -> Key:
    return Key(*(texts[field][n].as_py() if field in texts else "" for field in Key._fields))


def _blank(texts: Mapping[str, Any], read: "Mapping[str, tuple[str, FigureColumn]]", size: int) -> "Mask":
    """Return where a row has no cell at all."""
    blank = np.ones(size, bool)
    for column in texts.values():
        blank &= _empty(column)
    for _, figure in read.values():
        blank &= np.isnan(figure.values)
        for fault in figure.faults:
            blank[fault.index] = False
    return blank


def _totals(texts: Mapping[str, Any], size: int) -> "Mask":
    """Return where a row is the sum of those above it, as spreadsheets have it below the last."""
    found: Mask = np.zeros(size, bool)
    for field in ("id", "name"):
        # The words all have marks; names are few beside rows.
        if field in texts and not pc.all(pc.string_is_ascii(texts[field])).as_py():
            names = pc.unique(texts[field])
            totals = names.filter(pc.match_substring_regex(pc.utf8_lower(names), _TOTAL))
            if len(totals):
                found = found | pc.is_in(texts[field], totals).to_numpy(zero_copy_only=False)
    return found


def _nameless(texts: Mapping[str, Any], size: int) -> "Mask":
    columns = list(_who(texts))
    nameless: Mask = np.logical_and.reduce(columns) if columns else np.zeros(size, bool)
    return nameless


def _who(texts: Mapping[str, Any]) -> "Iterator[Mask]":
    yield from (_empty(texts[field]) for field in ("id", "name") if field in texts)


def _empty(column: Any) -> "Mask":
    empty: Mask = pc.equal(column, "").to_numpy(zero_copy_only=False)
    return empty
