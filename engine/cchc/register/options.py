"""What a user may choose about a register."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RegisterOptions:
    """How a register is counted and where it may work.

    `working_days`: waiting for supplements moves a due date by working days, otherwise by minutes. `returned_apart`:
    dossiers returned or withdrawn are not among the resolved. `temp`: folder for the working file, the system's own
    where None. `memory`: what the database may use, as `1GB`.
    """

    working_days: bool = False
    returned_apart: bool = False
    temp: Path | None = None
    memory: str = "1GB"
    threads: int | None = None
