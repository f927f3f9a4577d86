"""What a register of dossiers gives: figures with their range, the dossiers behind them, and what could not be used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from cchc.model.period import Period

Axis = Literal["unit", "procedure", "channel"]
AXES: tuple[Axis, ...] = ("unit", "procedure", "channel")


@dataclass(frozen=True)
class Window:
    """The days that figures are counted over, both included; nothing after the last minute of `last` is known."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"khoảng số liệu đi lùi: từ {self.first} đến {self.last}")

    @property
    def start(self) -> datetime:
        """The first minute."""
        return datetime.combine(self.first, time())

    @property
    def cut_off(self) -> datetime:
        """The last minute."""
        return datetime.combine(self.last, time()) + timedelta(hours=23, minutes=59)


def calendar_window(period: Period) -> Window:
    """Return a period's own days, its first to its last: `2025-04` from 1/4/2025 to 30/4/2025."""
    months = period.months()
    after = Period(kind="month", year=period.year, number=period.last_month).next()
    return Window(date(period.year, months[0].number, 1), date(after.year, after.number, 1) - timedelta(days=1))


@dataclass(frozen=True)
class Recounted:
    """A figure counted from the register: between `low` and `high`, equal where no cell that it needs is blank.

    Counts are whole numbers, `digital.satisfaction_rate` is in percent, `sq.processing_days` in days. Both ends are None
    where the register has no `missing_column`, or where a share has nothing to be a share of (no missing column then).
    """

    figure: str
    low: float | None
    high: float | None
    missing_column: str | None = None

    @property
    def value(self) -> float | None:
        """The figure, None where the register does not make it certain."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True)
class GroupFigures:
    """All figures of one group: of the whole register (`by` None), of one unit, procedure or channel.

    `name` is the cell as it stands in the register (of a channel its id), "" where it is blank or there is no such column.
    """

    by: Axis | None
    name: str
    figures: Mapping[str, Recounted]


@dataclass(frozen=True)
class DossierRef:
    """A dossier and where it stands: `line` of a CSV file, row of a sheet or of a Parquet file, from 1.

    `due_extended` is the due date after the waiting for supplements. `sure` is False where a blank cell leaves open
    whether the dossier is one of those asked for.
    """

    code: str
    file: str
    line: int
    unit: str
    procedure: str
    channel: str | None
    received: datetime
    due: datetime | None
    due_extended: datetime | None
    finished: datetime | None
    outcome: str | None
    sure: bool = True


@dataclass(frozen=True)
class Reject:
    """A row that cannot be used, and why: `reason` is an id with words in `output.register_words`."""

    file: str
    line: int
    code: str | None
    column: str | None
    value: str | None
    reason: str


@dataclass(frozen=True)
class Note:
    """What a user should know about how a register was read: an id with words, and what it is about."""

    id: str
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RegisterCounts:
    """How many rows were read, and how many of them cannot be used, by reason.

    `received`: the first and the last day on which a usable dossier was received, `last_event` the last on which one was
    received or ended: None where there is none.
    """

    files: tuple[str, ...]
    rows: int
    rejected: Mapping[str, int]
    notes: tuple[Note, ...] = ()
    received: tuple[date, date] | None = None
    last_event: date | None = None

    @property
    def used(self) -> int:
        """Rows that figures are counted from."""
        return self.rows - sum(self.rejected.values())


@dataclass(frozen=True)
class Recount:
    """The figures of a register over a window: the whole first, then the groups by name."""

    window: Window
    counts: RegisterCounts
    groups: tuple[GroupFigures, ...]
    returned_apart: bool = False

    @property
    def whole(self) -> GroupFigures:
        """The figures of the whole register."""
        return self.groups[0]
