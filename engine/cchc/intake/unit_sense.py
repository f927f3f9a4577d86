"""What a table of units says that cannot be, is refused; what it leaves half said, is said back."""

import math
from collections.abc import Iterator, Sequence

from cchc.intake.unit_rows import UnitRow
from cchc.model.errors import InputError
from cchc.vietnamese.fold import fold
from cchc.vietnamese.numbers import show_date


def told_back(rows: Sequence[UnitRow], file: str) -> tuple[str, ...]:
    """Return what a person should know about the rows; raise `InputError` at the first that contradicts itself."""
    for row in rows:
        for key, fault in _impossible(row):
            raise InputError(fault, file, row.line, key)
    return tuple(f"{_where(row)}: {words}" for row in rows for words in _half_said(row))


def _impossible(row: UnitRow) -> Iterator[tuple[str, str]]:
    if row.parent and fold(row.parent) in (fold(row.id), fold(row.name)):
        yield "trực thuộc", f"'{row.id}' không thể trực thuộc chính mình; để trống nếu không thuộc đơn vị nào"
    if row.period_from and row.period_to and row.period_from > row.period_to:
        yield (
            "số liệu từ ngày",
            f"từ ngày {show_date(row.period_from)} sau đến ngày {show_date(row.period_to)}; hãy đổi lại",
        )
    if row.days_late is not None and row.submitted and row.deadline:
        counted = max((row.submitted - row.deadline).days, 0)
        if counted != row.days_late:
            yield (
                "số ngày nộp muộn",
                f"ghi {row.days_late:g} ngày, nhưng nộp {show_date(row.submitted)}, hạn {show_date(row.deadline)} là"
                f" {counted} ngày; hãy sửa hoặc bỏ một bên",
            )


def _half_said(row: UnitRow) -> Iterator[str]:
    if row.deadline and not row.submitted and row.days_late is None:
        yield "có hạn nộp mà không có ngày nộp nên chưa biết nộp muộn hay không, chưa trừ điểm"
    if row.submitted and not row.deadline and row.days_late is None:
        yield "có ngày nộp mà không có hạn nộp nên chưa biết nộp muộn hay không, chưa trừ điểm"
    if (row.period_from is None) != (row.period_to is None):
        yield "chỉ có một trong hai ngày của khoảng số liệu nên không dùng được khoảng ấy"
    alone = sorted(
        code for code, reason in row.reasons.items() if reason and math.isnan(row.appraised.get(code, math.nan))
    )
    if alone:
        yield f"có lý do mà không có điểm thẩm định ở tiêu chí {', '.join(alone)}"


def _where(row: UnitRow) -> str:
    return f"{row.name or row.id} (dòng {row.line})" if row.line else row.name or row.id
