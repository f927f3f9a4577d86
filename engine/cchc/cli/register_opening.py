"""What every use of a register on the command line shares: the days, opening it, and the rows that cannot be used."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import options
from cchc.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from cchc.model.register import Window
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.packs.register_words import RegisterWords
    from cchc.register.options import RegisterOptions
    from cchc.register.register import Register

_INTERRUPTED = 130
_LARGE = 50_000_000


class Chosen:
    """The days that a user asks for: those of a period, or a window of their own."""

    def __init__(self, period: str | None, window: str | None) -> None:
        from cchc.model.register import calendar_window

        self.period = options.entered(period) if period is not None else None
        if window is not None:
            self.window = _window(window)
        elif self.period is not None:
            self.window = calendar_window(self.period)
        else:
            raise UsageError(
                "cần --period 2025-04 hoặc --window 15/3/2025..14/4/2025 để biết đếm từ ngày nào đến ngày nào"
            )


def _window(text: str) -> "Window":
    from cchc.model.register import Window

    first, dots, last = text.partition("..")
    days = [_day(part.strip()) for part in (first, last)]
    if not dots or days[0] is None or days[1] is None:
        raise UsageError(f"--window cần hai ngày dạng 15/3/2025..14/4/2025, đang ghi '{text}'")
    try:
        return Window(days[0], days[1])
    except ValueError as error:
        raise UsageError(f"--window: {error}") from None


def _day(text: str) -> date | None:
    try:
        return options.day(text)
    except UsageError:
        return None


@dataclass(frozen=True)
class Rejecting:
    """Where the rows that cannot be used are written, and how."""

    target: Path
    words: "RegisterWords"
    lang: "Language"
    shape: "CsvShape"

    def write(self, opened: "Register", window: "Window", files: Sequence[Path]) -> None:
        """Write the rows that cannot be used over `window`, if there are any, and say where."""
        if not opened.counts(window).rejected:
            return
        from cchc.output.register_files import rejects_csv

        rows = rejects_csv(opened.rejects(window), self.words, self.lang, self.shape)
        options.write(rows, self.target, files)
        said = "Các dòng bị loại" if self.lang == "vi" else "Rejected rows"
        click.echo(f"{said}: {self.target}", err=True)

    def refuse_unusable(self, opened: "Register", window: "Window", files: Sequence[Path]) -> None:
        """Raise `InputError` where no row can be used: nothing counted is not zero. The rows are written first."""
        from cchc.output.register_words import reason_text

        counts = opened.counts(window)
        if counts.used:
            return
        name = counts.files[0]
        if not counts.rows:
            raise InputError("có tiêu đề mà không có dòng hồ sơ nào; hãy xuất lại từ hệ thống Một cửa", name)
        self.write(opened, window, files)
        reasons = "; ".join(f"{n} dòng {reason_text(reason, 'vi')}" for reason, n in counts.rejected.items())
        raise InputError(
            f"không dòng nào dùng được để đếm ({reasons}); hãy xem {self.target}, rồi sửa tệp hoặc khai --mapping", name
        )


def rejects_beside(rejects: Path | None, output: Path | None) -> Path:
    """Return where rejected rows go: where the user says, else beside the result, else here."""
    if rejects is not None:
        return rejects
    return output.with_name(f"{output.stem}-rejects.csv") if output is not None else Path("register-rejects.csv")


@contextmanager
def opened_register(
    files: tuple[Path, ...], root: Path, mapping: Path | None, told: "RegisterOptions"
) -> "Iterator[Register]":
    """Open files as one register; a stop by the user ends the program with one sentence."""
    from cchc.register.mapping import read_mapping
    from cchc.register.register import open_register

    _say_wait(files)
    try:
        with open_register(files, root, read_mapping(mapping) if mapping else None, told) as register:
            yield register
    except KeyboardInterrupt:
        click.echo("Đã dừng theo yêu cầu; không ghi gì dở dang, tệp tạm đã xóa.", err=True)
        sys.exit(_INTERRUPTED)


def _say_wait(files: tuple[Path, ...]) -> None:
    """Say on a terminal that large files take a while: the database does not tell how far it is."""
    size = sum(path.stat().st_size for path in files if path.is_file())
    if sys.stderr.isatty() and size > _LARGE:
        click.echo(f"Đang đọc và đếm {size / 1e6:.0f} MB, mỗi trăm MB mất vài giây; Ctrl-C để dừng…", err=True)
