"""CSV that a Vietnamese Excel opens as it is: UTF-8 with BOM, and no cell that Excel would run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[str | float | int | None]]) -> str:
    """Return CSV text with a BOM; None is an empty cell; text that begins like a formula gets a leading apostrophe."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(h) for h in headings])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: str | float | int | None) -> str | float | int | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY) else cell
