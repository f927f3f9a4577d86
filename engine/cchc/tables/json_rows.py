"""Rows of a JSON lines file: by Apache Arrow where each column is of one type, else line by line."""

import json
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from pyarrow import json as arrow_json

from cchc.model.errors import InputError
from cchc.tables.block import ROWS, Block, Broken, Slice

_BLOCK_BYTES = 4_000_000
_SHOWN = 200


class _TwiceError(Exception):
    """A key that an object has more than once."""


def read_json_lines(piece: Slice) -> Iterator[Block | Broken]:
    """Yield the rows of a slice, an object a line; a line that is no object is broken, an empty one a row without cells."""
    with piece.path.open("rb") as file:
        file.seek(piece.start)
        text = file.read(piece.stop - piece.start)
    table = _parsed(text)
    if table is None:
        yield from _line_by_line(text, piece)
        return
    names = table.schema.names
    rows = np.arange(piece.first_row, piece.first_row + table.num_rows)
    for start in range(0, table.num_rows, ROWS):
        some = table.slice(start, ROWS)
        yield Block(rows[start : start + ROWS], {name: some.column(name).combine_chunks() for name in names})


def _parsed(text: bytes) -> pa.Table | None:
    """Return the rows of a text if Arrow reads every line as it is written, else None."""
    options = arrow_json.ReadOptions(use_threads=False, block_size=_BLOCK_BYTES)
    try:
        table = arrow_json.read_json(pa.BufferReader(text), options)
    except pa.ArrowInvalid:
        return None
    lines = text.count(b"\n") + (not text.endswith(b"\n"))
    # Arrow takes text that looks like a moment for one, and leaves empty lines out.
    moments = any(pa.types.is_timestamp(kind) for kind in table.schema.types)
    return None if moments or table.num_rows != lines else table


def _line_by_line(text: bytes, piece: Slice) -> Iterator[Block | Broken]:
    lines = text.removesuffix(b"\n").split(b"\n")
    for start in range(0, len(lines), ROWS):
        kept: list[tuple[int, dict[str, object]]] = []
        for n, line in enumerate(lines[start : start + ROWS], start=piece.first_row + start):
            found = _object(line, piece)
            if isinstance(found, str):
                yield Broken(n, line.decode(errors="replace")[:_SHOWN], found)
            else:
                kept.append((n, found))
        names = dict.fromkeys(name for _, found in kept for name in found)
        rows = np.fromiter((n for n, _ in kept), np.int64, len(kept))
        yield Block(rows, {name: [found.get(name) for _, found in kept] for name in names})


def _object(line: bytes, piece: Slice) -> dict[str, object] | str:
    """Return the object of a line, or what is wrong with it."""
    if not line.strip():
        return {}
    try:
        found = json.loads(line, object_pairs_hook=_once)
        if b"\\u" in line:
            # Half of a pair that stands for one letter is no text.
            json.dumps(found, ensure_ascii=False).encode()
    except UnicodeDecodeError:
        raise InputError("tệp không phải UTF-8", str(piece.path)) from None
    except UnicodeEncodeError:
        return "dòng có ký tự hỏng (\\ud800...)"
    except _TwiceError as error:
        return f"khóa '{error}' có hai lần trong một dòng; hãy giữ một lần"
    except (ValueError, RecursionError):
        return "dòng không phải là một đối tượng JSON"
    return found if isinstance(found, dict) else "dòng không phải là một đối tượng JSON"


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for n, name in enumerate(names) if name in names[:n]))
    return found
