"""What is done with each part of a table: the same wherever it runs, in this process, in another or on another machine."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from cchc.model.errors import InputError
from cchc.tables.block import Block, Broken, Slice, Table
from cchc.tables.parts import Parts
from cchc.tables.rejects import Reject
from cchc.tables.source import read_slice
from cchc.tables.writing import PartWriter, Shape


class Task(Protocol):
    """A job over slices; it must be such that another process can be given it."""

    @property
    def shape(self) -> Shape:
        """How the result is written."""
        ...

    def fill(self, piece: Slice, result: Path, rejects: Path) -> Mapping[str, int]:
        """Write the result of a slice and the rows that could not be used; return what was counted."""
        ...

    def identity(self) -> Mapping[str, object]:
        """Return what makes its results: two tasks with one identity give the same for the same slice."""
        ...


@dataclass(frozen=True)
class Part:
    """One part of a run: its number, the slice it is made from, and where it goes."""

    number: int
    piece: Slice
    parts: Parts


def make(task: Task, part: Part) -> tuple[int, dict[str, int]]:
    """Make a part, whole or not at all; return its number and what was counted."""
    return part.number, part.parts.write(part.number, lambda result, rejects: task.fill(part.piece, result, rejects))


def slices_of(tables: list[Table]) -> Iterator[Slice]:
    """Yield the slices of all tables in their order."""
    for table in tables:
        yield from table.slices


def run_identity(task: Task, tables: list[Table]) -> dict[str, object]:
    """Return what tells one run from another: the task, and the files as they are now."""
    files = []
    for table in tables:
        stat = table.path.stat()
        files.append([str(table.path.resolve()), stat.st_size, stat.st_mtime_ns, len(table.slices)])
    return {"task": dict(task.identity()), "files": files}


def content_digest(root: Path) -> str:
    """Return what names the content: its files and all that stands in them."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in ("rules", "indicators") for path in (root / folder).glob("**/*.yaml")):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def check_content(root: Path, digest: str) -> None:
    """Raise `InputError` where the content is not the one that a run was begun with."""
    if content_digest(root) != digest:
        raise InputError("nội dung luật ở đây khác nội dung của lệnh; mọi máy phải dùng cùng một bộ luật", str(root))


class Reading(NamedTuple):
    """Which columns of a file are read (None: all), and which of them are text whatever they hold."""

    wanted: Collection[str] | None
    texts: Collection[str] = ()


def filled(
    piece: Slice, reading: Reading, writer: PartWriter, each: Callable[[Block], Mapping[str, int]]
) -> Counter[str]:
    """Do something with each block of a slice, and write down the rows that are none; return all that was counted."""
    count: Counter[str] = Counter()
    for block in read_slice(piece, *reading):
        if isinstance(block, Broken):
            writer.reject([Reject(block.row, block.reason, cell=block.text)])
            count["rejected"] += 1
        elif not block.columns:
            # Lines of JSON that are empty name no columns.
            count["blank"] += len(block.rows)
        else:
            count.update(each(block))
    return count
