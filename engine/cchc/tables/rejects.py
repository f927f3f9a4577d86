"""Rows that cannot be used: each is written down with where it stands and why, none is left out in silence."""

from dataclasses import dataclass

HEADINGS = ("tệp", "dòng", "cột", "ô", "lý do")


@dataclass(frozen=True)
class Reject:
    """Why a row is not used: its number in its file, and the cell that is the reason where it is one cell."""

    row: int
    reason: str
    column: str = ""
    cell: str = ""
