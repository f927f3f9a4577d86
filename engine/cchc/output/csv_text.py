"""CSV that a Vietnamese Excel opens as it is: UTF-8 with BOM, and no cell that Excel would run as a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_RISKY = ("=", "+", "-", "@", "\t", "\r")
Cell = str | float | int | None


@dataclass(frozen=True)
class CsvShape:
    """How cells are separated and decimals marked; a Vietnamese Excel splits at `;` and reads `97,38`."""

    sep: str = ","
    decimal: str = "."


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]], shape: CsvShape | None = None) -> str:
    """Return CSV text with a BOM; None is an empty cell; text that begins like a formula gets a leading apostrophe."""
    import pandas as pd

    frame = _frame(list(rows), len(headings))
    frame.columns = pd.Index([_safe(heading) for heading in headings])
    return "\ufeff" + _written(frame, shape or CsvShape(), header=True)


def csv_lines(rows: Sequence[Sequence[Cell]], shape: CsvShape) -> str:
    """Return lines that go below those of `csv_text`: cells in the same way, no headings."""
    return _written(_frame(rows, len(rows[0])), shape, header=False) if rows else ""


def _frame(rows: Sequence[Sequence[Cell]], width: int) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame({n: _column([row[n] for row in rows]) for n in range(width)})


def _written(frame: "pd.DataFrame", shape: CsvShape, header: bool) -> str:
    return frame.to_csv(index=False, header=header, sep=shape.sep, decimal=shape.decimal, lineterminator="\r\n")


def _column(cells: Sequence[Cell]) -> "pd.Series[Any]":
    """Return a column of one kind: counts stay whole although some are missing, numbers take the decimal mark."""
    import pandas as pd

    kinds = {type(cell) for cell in cells if cell is not None}
    dtype = "Int64" if kinds == {int} else "float64" if kinds and kinds <= {int, float} else "object"
    return pd.Series([_safe(cell) if isinstance(cell, str) else cell for cell in cells], dtype=dtype)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
