"""Options that several commands share, and writing of results."""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc.cli.chrome import Option
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.history.library import Library
    from cchc.model.extraction import Hints
    from cchc.model.period import Period
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

language: Decorator = click.option(
    "--lang", cls=Option, type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Ngôn ngữ của kết quả."
)
content: Decorator = click.option(
    "--content",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục có rules/ và indicators/ của riêng cơ quan.",
)
output: Decorator = click.option(
    "-o", "--output", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi kết quả vào tệp thay vì in ra màn hình."
)

separator: Decorator = click.option(
    "--sep",
    default=",",
    cls=Option,
    show_default=True,
    metavar="DẤU",
    help="CSV: dấu ngăn cột, ví dụ ';' cho Excel tiếng Việt.",
)
decimal: Decorator = click.option(
    "--decimal", default=".", cls=Option, show_default=True, metavar="DẤU", help="CSV: dấu thập phân, ví dụ ','."
)
as_of: Decorator = click.option(
    "--as-of", metavar="NGÀY", help="Áp dụng quy định tại ngày này (2025-04-14); mặc định là ngày của báo cáo."
)


_LEVELS = ("department", "room", "attached_unit", "commune", "province")
_HINTS: tuple[Decorator, ...] = (
    click.option("--unit", metavar="TÊN", help="Văn bản: tên đơn vị báo cáo, nếu văn bản không nêu."),
    click.option(
        "--level", cls=Option, type=click.Choice(_LEVELS),
        help="Văn bản: cấp của đơn vị (sở, phòng, đơn vị trực thuộc, xã, tỉnh).",
    ),
    click.option("--province", metavar="TỈNH", help="Văn bản: tỉnh, thành phố."),
    click.option("--period", metavar="KỲ", help="Văn bản: kỳ báo cáo, ví dụ 'tháng 4/2025', 'quý I/2025', 'năm 2024'."),
)  # fmt: skip


def hints(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say of a document what it does not say itself."""
    for option in reversed(_HINTS):
        command = option(command)
    return command


history: Decorator = click.option(
    "--history", metavar="KHO", type=click.Path(path_type=Path),
    help="Báo cáo các kỳ trước: thư mục, tệp, hoặc kho .sqlite ('cchc history add').",
)  # fmt: skip


def earlier_reports(pack: "Pack", history: Path | None, hints: "Hints") -> "Library":
    """Return the earlier reports that a user points at, and say which of them cannot be used."""
    from cchc.history.library import Library

    if history is None:
        return Library()
    from cchc.earlier import open_earlier
    from cchc.model.extraction import Hints

    # Unit and period of the report at hand are not those of the earlier ones.
    earlier = open_earlier(pack, history, Hints(level=hints.level, province=hints.province))
    for note in earlier.notes:
        click.echo(f"Lưu ý: {note}", err=True)
    click.echo(f"Đối chiếu với {len(earlier.library.reports)} báo cáo trong {history}", err=True)
    return earlier.library


def make_hints(unit: str | None, level: Any, province: str | None, period: str | None) -> "Hints":
    """Return what a user says about documents; raise `UsageError` if the period is none."""
    from cchc.model.extraction import Hints

    return Hints(unit=unit, level=level, province=province, period=entered(period) if period is not None else None)


def entered(text: str) -> "Period":
    """Return the period of an option `--period`; raise `UsageError` if it is none."""
    from cchc.vietnamese.written_periods import written_period

    period = written_period(text)
    if period is None or period.year is None:
        raise UsageError(
            f"--period cần một kỳ có năm, ví dụ 2025-04, 'quý I/2025', '6 tháng đầu năm 2025', đang ghi '{text}'"
        )
    return period.period(period.year)


def formats(*choices: str) -> Decorator:
    """Return the option `--format` over `choices`, the first of which is the default."""
    return click.option(
        "--format", "form", cls=Option, type=click.Choice(choices), default=choices[0], show_default=True,
        help="Dạng kết quả.",
    )  # fmt: skip


def csv_shape(sep: str, decimal: str) -> "CsvShape":
    """Return how CSV is written; raise `UsageError` where it could not be read back."""
    from cchc.output.csv_text import CsvShape

    mark = "\t" if sep == "\\t" else sep
    if len(mark) != 1 or decimal not in (".", ",") or mark == decimal or mark.isalnum() or mark in '"\r\n':
        raise UsageError("--sep là một dấu như ; và --decimal là . hoặc , khác dấu ngăn cột")
    return CsvShape(mark, decimal)


def day(text: str | None) -> date | None:
    """Return the day a user wrote; raise `UsageError` if it is none."""
    if text is None:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise UsageError(f"--as-of cần một ngày dạng 2025-04-14 hoặc 14/4/2025, đang ghi '{text}'")


def write(text: str | Iterable[str], target: Path | None, inputs: Iterable[Path] = ()) -> None:
    """Print text, whole or in pieces, or write it to a file as UTF-8, never over an input; a BOM is for files only."""
    pieces = [text] if isinstance(text, str) else text
    if target is None:
        _print(pieces)
        return
    _save(target, lambda path: _write_text(path, pieces), inputs)


def write_bytes(data: bytes, target: Path, inputs: Iterable[Path] = ()) -> None:
    """Write a file that is not text, never over an input."""
    _save(target, lambda path: path.write_bytes(data), inputs)


def _save(target: Path, fill: Callable[[Path], object], inputs: Iterable[Path]) -> None:
    refuse_inputs("-o", target, inputs)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(target, fill)
    except (OSError, ValueError) as error:
        from cchc.packs.source_text import reason

        raise UsageError(f"không ghi được {target}: {reason(error)}; hãy chọn nơi khác") from None


def _print(pieces: Iterable[str]) -> None:
    last = "\n"
    for piece in pieces:
        shown = piece.removeprefix("\ufeff")
        click.echo(shown, nl=False)
        last = shown[-1:] or last
    if last != "\n":
        click.echo()


def refuse_inputs(option: str, target: Path, inputs: Iterable[Path]) -> None:
    """Raise `UsageError` where a result would be written over one of the files it is made from."""
    if os.path.realpath(target) in {os.path.realpath(path) for path in inputs}:
        raise UsageError(f"{option} {target} sẽ ghi đè lên tệp đầu vào; hãy chọn tên khác")


def _write_whole(target: Path, fill: Callable[[Path], object]) -> None:
    """Write a file whole or not at all; a device or a pipe is written to as it is."""
    if target.exists() and not target.is_file():
        fill(target)
        return
    real = Path(os.path.realpath(target))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))
    # A name of its own for each process, so that two runs into one folder do not write into each other.
    half = real.with_name(f".cchc-{os.getpid()}.tmp")
    try:
        fill(half)
        half.replace(real)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _write_text(target: Path, pieces: Iterable[str]) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
