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

    shape = shape or CsvShape()
    table = list(rows)
    frame = pd.DataFrame({n: _column([row[n] for row in table]) for n in range(len(headings))})
    frame.columns = pd.Index([_safe(heading) for heading in headings])
    return "\ufeff" + frame.to_csv(index=False, sep=shape.sep, decimal=shape.decimal, lineterminator="\r\n")


def _column(cells: Sequence[Cell]) -> "pd.Series[Any]":
    """Return a column of one kind: counts stay whole although some are missing, numbers take the decimal mark."""
    import pandas as pd

    kinds = {type(cell) for cell in cells if cell is not None}
    dtype = "Int64" if kinds == {int} else "float64" if kinds and kinds <= {int, float} else "object"
    return pd.Series([_safe(cell) if isinstance(cell, str) else cell for cell in cells], dtype=dtype)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
