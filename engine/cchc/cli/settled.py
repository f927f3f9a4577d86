"""Options of `cchc check` for living with findings, and the baseline that a run writes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc.cli import options
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.model.outcome import ReportResult
    from cchc.model.triage import KnownReport

_OPTIONS: tuple[options.Decorator, ...] = (
    click.option(
        "--baseline", metavar="TỆP.json", type=click.Path(path_type=Path),
        help="Phát hiện đã biết trong tệp này không làm mã thoát bằng 1; phát hiện mới thì có.",
    ),
    click.option(
        "--write-baseline", metavar="TỆP.json", type=click.Path(path_type=Path),
        help="Ghi mọi phát hiện của lần chạy này thành danh sách đã biết.",
    ),
    click.option(
        "--suppress", metavar="TỆP.yaml", type=click.Path(path_type=Path),
        help="Phát hiện được bỏ qua có lý do ('cchc template suppressions' in ra mẫu).",
    ),
)  # fmt: skip


def settled(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for what is known and what is set aside."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class BaselineWriter:
    """Keeps what a baseline needs of each result, and writes it once the run is over; does nothing without a target."""

    def __init__(self, target: Path | None, partly: bool) -> None:
        """Raise `UsageError` where a baseline would lose what the run was not asked for."""
        if target is not None and partly:
            raise UsageError("--write-baseline ghi mọi phát hiện nên không đi cùng --select, --ignore; hãy bỏ bớt")
        self._target = target
        self._reports: list[KnownReport] = []

    def add(self, result: "ReportResult") -> None:
        """Keep the findings of a report."""
        if self._target is None:
            return
        from cchc.triage.known import known_report

        self._reports.append(known_report(result))

    def write(self, inputs: Iterable[Path], all_read: bool) -> str | None:
        """Write the baseline and return what is to be said; nothing is written where a report could not be read."""
        if self._target is None:
            return None
        if not all_read:
            return f"Lưu ý: chưa ghi {self._target} vì có báo cáo không đọc được"
        from cchc.output.baseline_json import baseline_json
        from cchc.triage.known import baseline_of

        baseline = baseline_of(self._reports)
        options.write(baseline_json(baseline), self._target, inputs)
        count = sum(len(report.findings) for report in baseline.reports)
        return f"Đã ghi {count} phát hiện đã biết vào {self._target}"

    @property
    def wanted(self) -> bool:
        """Whether a baseline is to be written: what it takes in does not fail this run."""
        return self._target is not None
