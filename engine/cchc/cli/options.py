"""Options that several commands share, and writing of results."""

import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc.cli.chrome import Option
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.output.csv_text import CsvShape

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


def write(text: str, target: Path | None, inputs: Sequence[Path] = ()) -> None:
    """Print `text`, or write it to a file as UTF-8, never over an input; a BOM in `text` is for files only."""
    if target is None:
        click.echo(text.removeprefix("\ufeff"), nl=not text.endswith("\n"))
        return
    if os.path.realpath(target) in {os.path.realpath(path) for path in inputs}:
        raise UsageError(f"-o {target} sẽ ghi đè lên tệp đầu vào; hãy chọn tên khác")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    except (OSError, ValueError) as error:
        from cchc.packs.source_text import reason

        raise UsageError(f"không ghi được {target}: {reason(error)}; hãy chọn nơi khác") from None
