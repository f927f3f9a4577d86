"""Where a table of units begins and ends on a sheet: titles above its heading, a heading of two rows, totals and notes below."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cchc.intake.unit_headings import UNDER, field_of, is_entered
from cchc.vietnamese.fold import fold

Row = tuple[int, list[str]]
Fits = Callable[[Sequence[str]], bool]
_DEEPEST = 15
_MARKS = frozenset({"id", "name", "kind"})
_BELOW = (
    "tong cong", "tong so", "cong", "tong", "ghi chu", "nguoi lap", "nguoi tong hop", "thu truong", "giam doc", "chu tich",
    "noi nhan", "(*)", "*", "ky ten", "ngay", "xac nhan",
)  # fmt: skip


@dataclass(frozen=True)
class Top:
    """The heading of a table, the line it stands in (its last, of two), the rows under it, and what is to be said."""

    line: int
    heading: list[str]
    rows: list[Row]
    said: tuple[str, ...] = ()


def lists_units(heading: Sequence[str]) -> bool:
    """Return whether a row is the heading of a units table: it names at least two of id, name and kind."""
    return len(_MARKS & {field_of(cell) for cell in heading}) >= 2


def top_of(rows: Sequence[Row], fits: Fits = lists_units) -> Top:
    """Return the table below the first row that fits, titles above it left out and said; else all below the first row."""
    start = next((n for n, (_, cells) in enumerate(rows[:_DEEPEST]) if fits(cells)), 0)
    line, heading = rows[start]
    body = list(rows[start + 1 :])
    if body and _goes_on(heading, body[0][1]):
        line, below = body.pop(0)
        heading = list(_joined(heading, below))
    left = [f"{n}" for n, cells in rows[:start] if any(cell.strip() for cell in cells)]
    said = (f"bỏ qua dòng {', '.join(left)} ở trên dòng tiêu đề của bảng (dòng {rows[start][0]})",) if left else ()
    return Top(line, heading, body, said)


def is_below(cells: Sequence[str], kind: int | None) -> bool:
    """Return whether a row is a total, a note or a signature under the table: no kind of unit, and words that say so."""
    if kind is not None and kind < len(cells) and cells[kind].strip():
        return False
    first = fold(next((cell.strip() for cell in cells if cell.strip()), "")).strip(" :.-")
    return any(first == word or first.startswith(f"{word} ") or first.startswith(f"{word}:") for word in _BELOW)


def _goes_on(heading: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a row continues the heading: nothing under the unit's own columns, no number but codes of criteria."""
    own = [n for n, cell in enumerate(heading) if field_of(cell) in _MARKS]
    blank = all(n >= len(below) or not below[n].strip() for n in own)
    names = [name.partition(UNDER) for name in _joined(heading, below) if UNDER in name]
    said = any(cell.strip() for cell in below) and not is_below(below, None)
    return bool(own) and blank and said and all(is_entered(group) or not name[0].isdigit() for group, _, name in names)


def _joined(heading: Sequence[str], below: Sequence[str]) -> Iterator[str]:
    """Yield the name of each column; a group stands once, above the first of its columns."""
    group = ""
    for n in range(max(len(heading), len(below))):
        own = heading[n].strip() if n < len(heading) else ""
        under = below[n].strip() if n < len(below) else ""
        group = own or group
        yield (f"{group}{UNDER}{under}" if group != under else group) if under else own
