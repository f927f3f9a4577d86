"""The command `cchc`: options, errors and exit codes. Commands live beside this file, imported when called."""

import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from cchc import __version__
from cchc.cli import chrome
from cchc.model.errors import CchcError

_COMMANDS = {
    "read": ("cchc.cli.read", "Đọc báo cáo và nêu những gì đọc được, ở đâu trong báo cáo."),
    "check": ("cchc.cli.check", "Kiểm tra báo cáo CCHC trước khi gửi."),
    "compare": ("cchc.cli.compare", "So sánh hai báo cáo: số liệu và phát hiện nào đã thay đổi."),
    "history": ("cchc.cli.history", "Lưu báo cáo các kỳ trước để kiểm tra kỳ sau."),
    "score": ("cchc.cli.score", "Chấm Chỉ số CCHC cho các phòng, đơn vị, từ bảng hoặc từ báo cáo."),
    "register": ("cchc.cli.register", "Tính lại số liệu hồ sơ từ sổ hồ sơ của hệ thống Một cửa."),
    "explain": ("cchc.cli.explain", "Giải thích một quy tắc, số liệu, chỉ tiêu hay bộ chỉ số."),
    "rules": ("cchc.cli.listing", "Liệt kê các quy tắc."),
    "figures": ("cchc.cli.listing", "Liệt kê các số liệu mà báo cáo có thể nêu."),
    "indices": ("cchc.cli.listing", "Liệt kê các bộ chỉ số và tiêu chí."),
    "profiles": ("cchc.cli.profiles", "Liệt kê các hồ sơ áp dụng; nêu mọi thứ áp dụng theo một hồ sơ."),
    "schema": ("cchc.cli.schema", "In JSON Schema của báo cáo, kết quả đọc, kết quả kiểm tra hoặc bảng điểm."),
    "template": ("cchc.cli.template", "In mẫu báo cáo YAML hoặc bảng đơn vị CSV để điền."),
    "pack": ("cchc.cli.pack", "Kiểm tra nội dung quy tắc, chỉ tiêu, bộ chỉ số."),
}


class Commands(chrome.Group):
    """A group whose commands are imported only when they are called, so that help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(_COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, cmd_name)
        return command

    def summaries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return the summaries without importing the commands."""
        return [(name, text) for name, (_, text) in _COMMANDS.items()]

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        """Run a call; every expected error is one message and exit code 2."""
        try:
            sys.exit(super().main(args, *rest, **{**settings, "standalone_mode": False}))
        except CchcError as error:
            _stop(f"Lỗi: {error}")
        except click.exceptions.NoArgsIsHelpError as error:
            _stop(error.format_message())
        except click.ClickException as error:
            _stop(chrome.error_text(error))
        except click.Abort:
            _stop("Đã dừng.")
        except OSError as error:
            from cchc.packs.source_text import reason

            _stop(f"Lỗi: không đọc hoặc ghi được {error.filename or 'kết quả'}: {reason(error)}")


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from cchc.inference.durable import available

        engine = "durable-rules, đối chiếu với bộ tính theo cột" if available() else "bộ tính theo cột"
        click.echo(f"cchc {__version__} (suy diễn bằng {engine})")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version", cls=chrome.Option, is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
    help="In phiên bản và bộ suy luận đang dùng.",
)  # fmt: skip
def main() -> None:
    """Kiểm tra báo cáo cải cách hành chính (CCHC) và chấm Chỉ số CCHC của từng đơn vị.

    Mã thoát: 0 không có gì phải sửa; 1 có phát hiện từ mức --fail-on; 2 lệnh, tệp hoặc nội dung quy tắc bị lỗi.
    """


def run(arguments: list[str] | None = None) -> None:
    """Run the command line, always in UTF-8: a console in another encoding cannot show Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            # A name that is not UTF-8 is shown as far as it can be.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    # Asked to end, a run cleans up after itself as it does when it is interrupted.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Loading the content makes many objects that stay: collecting after every few hundred of them finds nothing.
    gc.set_threshold(100_000)
    # Looking for pydantic plugins in every installed package costs more than reading a report.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
    main(arguments, prog_name="cchc")
