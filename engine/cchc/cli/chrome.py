"""What click itself says, in Vietnamese: the frame of help pages, and errors of a call."""

from collections.abc import Sequence
from typing import Any

import click


class Option(click.Option):
    """An option whose help names its default in Vietnamese."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the two columns of the help page."""
        record = super().get_help_record(ctx)
        return record and (record[0], record[1].replace("[default: ", "[mặc định: "))


class Command(click.Command):
    """A command with a Vietnamese help page."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY_CHỌN]", **settings})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Vietnamese heading."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        with formatter.section("Tùy chọn"):
            formatter.write_dl([record for record in (option.get_help_record(ctx) for option in options) if record])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help` with Vietnamese words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In phần trợ giúp này."
        return option


class Group(Command, click.Group):
    """A group of commands with a Vietnamese help page."""

    command_class = Command

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "LỆNH [THAM_SỐ]...", **settings})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the first sentence of each."""
        with formatter.section("Lệnh"):
            formatter.write_dl(self.summaries(ctx))

    def summaries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return the name and summary of every command."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(200)) for name, command in found if command]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was called; an unknown name is answered with the nearest one."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            raise click.UsageError(f"không có lệnh '{name}'{_near(name, self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)


def error_text(error: click.ClickException) -> str:
    """Return what is wrong with a call, with its usage line and where help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return f"Lỗi: {_sentence(error)}"
    usage = context.command.get_usage(context)
    return f"{usage}\nXem trợ giúp: {context.command_path} --help\n\nLỗi: {_sentence(error)}"


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"không có tùy chọn '{error.option_name}'{_near(error.option_name, error.possibilities or ())}"
    if isinstance(error, click.BadOptionUsage):
        need = "cần một giá trị" if "requires" in error.message else "không nhận giá trị"
        return f"tùy chọn '{error.option_name}' {need}"
    if isinstance(error, click.MissingParameter):
        return f"thiếu {_name(error.param)}"
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        return f"{_name(error.param)} chỉ nhận một trong: {', '.join(map(str, error.param.type.choices))}"
    if isinstance(error, click.BadParameter) and error.param and error.param.type is click.INT:
        return f"{_name(error.param)} cần số nguyên"
    message = error.format_message()
    extra = message.partition("Got unexpected extra argument")[2]
    return f"thừa tham số {extra.lstrip('s ').strip('()')}" if extra else message


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "tham số"
    if isinstance(parameter, click.Option):
        return f"tùy chọn '{max(parameter.opts, key=len)}'"
    return f"tham số {parameter.metavar or parameter.name}"


def _near(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(name, known, n=1)
    return f", có phải '{found[0]}'?" if found else ""
