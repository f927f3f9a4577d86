"""What is read of a table at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Kind = Literal["csv", "parquet", "jsonl"]
Cells = Any
"""Cells of a column: an array of Apache Arrow where they are of one type, else a list of what each holds."""
ROWS = 8_192
"""Rows a block: its columns stay in the cache, and a run of any length needs the memory of a few."""


@dataclass(frozen=True)
class Slice:
    """A piece of a file that can be read on its own.

    `start`, `stop`: bytes of a text, row groups of a Parquet file. `first_row`: number of its first row in the file,
    from 1, headings counted where they are a row. `headings`: names of its columns, none for JSON lines; `mark`: what stands between the cells of a CSV file;
    `heading`: the row of its headings.
    """

    path: Path
    kind: Kind
    start: int
    stop: int
    first_row: int
    headings: tuple[str, ...] = ()
    mark: str = ","
    heading: int = 1


@dataclass(frozen=True)
class Table:
    """A file with the names of its columns, the pieces it is read in and how many rows it has, headings not counted.

    `titles`: rows above the headings that were left out.
    """

    path: Path
    headings: tuple[str, ...]
    slices: tuple[Slice, ...]
    rows: int
    titles: tuple[int, ...] = ()


@dataclass(frozen=True)
class Block:
    """Some rows: the number of each in its file, and the columns that were asked for and are there."""

    rows: "NDArray[np.int64]"
    columns: Mapping[str, Cells]


@dataclass(frozen=True)
class Broken:
    """A row that is none: its number in its file, what stands there, and what is wrong with it."""

    row: int
    text: str
    reason: str
