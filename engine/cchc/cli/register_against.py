"""`cchc register --against` and `--channel`: a report held against the register, and look-ups in it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc.cli import chrome, options
from cchc.cli.register_opening import Chosen, Rejecting, opened_register, rejects_beside
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.model.recounting import Held
    from cchc.model.register import Window
    from cchc.packs.pack import Pack
    from cchc.packs.register_words import RegisterWords
    from cchc.register.register import Register

Command = Callable[..., Any]
_OWN = ("against", "channel", "dossiers", "whole", "show")
_OPTIONS = (
    click.option(
        "--against", metavar="BÁO_CÁO", type=click.Path(path_type=Path),
        help="Đối chiếu từng số liệu với một báo cáo (Word, PDF, YAML...), theo kỳ và khoảng số liệu của chính báo cáo.",
    ),
    click.option(
        "--dossiers", metavar="TỆP.csv", type=click.Path(path_type=Path),
        help="Với --against: ghi mọi hồ sơ đứng sau các chỗ lệch.",
    ),
    click.option("--whole", is_flag=True, help="Với --against: báo cáo là của cả sổ dù sổ có nhiều đơn vị."),
    click.option(
        "--channel", cls=chrome.Option,
        type=click.Choice(["direct", "post", "provincial_portal", "national_portal", "online"]),
        help="Tra cứu và đếm hồ sơ tiếp nhận qua một kênh, ví dụ Cổng DVC quốc gia.",
    ),
    click.option(
        "--show", type=click.IntRange(min=0), default=10, cls=chrome.Option, show_default=True, metavar="SỐ",
        help="Số hồ sơ liệt kê trên màn hình.",
    ),
)  # fmt: skip


def add(command: Command) -> Command:
    """Add the options to `cchc register`; a call without them is the command's own."""

    @wraps(command)
    def called(**asked: Any) -> Any:
        if asked["against"] is None and asked["channel"] is None:
            _refuse_alone(asked)
            return command(**{name: value for name, value in asked.items() if name not in _OWN})
        return _run(asked)

    wrapped: Command = called
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _refuse_alone(asked: dict[str, Any]) -> None:
    for name in ("dossiers", "whole"):
        if asked[name]:
            raise UsageError(f"--{name} chỉ dùng cùng --against BÁO_CÁO")


def _run(asked: dict[str, Any]) -> None:
    """Do what is asked; end with code 1 where a report differs from the register."""
    if asked["against"] is not None and asked["channel"] is not None:
        raise UsageError("--against và --channel là hai việc; hãy chạy từng việc một")
    if asked["form"] == "report" or asked["write_mapping"] is not None or asked["by"]:
        raise UsageError("--against, --channel không dùng cùng --format report, --by, --write-mapping")
    if asked["channel"] is not None:
        _refuse_alone(asked)
        _look_up(asked)
    elif _held(asked).differs:
        sys.exit(1)


@contextmanager
def _opened(asked: dict[str, Any], pack: "Pack", window: "Window") -> "Iterator[Register]":
    from cchc.packs.register_words import register_words
    from cchc.register.options import RegisterOptions

    told = RegisterOptions(asked["working_days"], asked["returned"] == "apart", asked["temp"], asked["memory"])
    shape = options.csv_shape(asked["sep"], asked["decimal"])
    target = rejects_beside(asked["rejects"], asked["output"])
    rejecting = Rejecting(target, register_words(pack.root), asked["lang"], shape)
    with opened_register(asked["files"], pack.root, asked["mapping"], told) as register:
        rejecting.refuse_unusable(register, window, asked["files"])
        yield register
        rejecting.write(register, window, asked["files"])


def _inputs(asked: dict[str, Any]) -> list[Path]:
    return [*asked["files"], *(one for one in (asked["against"], asked["mapping"]) if one)]


def _held(asked: dict[str, Any]) -> "Held":
    from cchc.app import open_pack
    from cchc.model.extraction import Hints
    from cchc.packs.register_words import register_words
    from cchc.recounting.holding import HoldOptions, hold, open_to_hold

    for option in ("output", "dossiers", "rejects"):
        if asked[option] is not None:
            options.refuse_inputs("-o" if option == "output" else f"--{option}", asked[option], _inputs(asked))
    chosen = Chosen(asked["period"], asked["window"]) if asked["period"] or asked["window"] else None
    period, window = (chosen.period, chosen.window) if chosen else (None, None)
    hints = Hints(unit=asked["unit"], level=asked["level"], province=asked["province"], period=period)
    pack = open_pack(asked["content"])
    opened = open_to_hold(asked["against"], pack, hints, window)
    wanted = HoldOptions(asked["unit"], asked["whole"], None if asked["dossiers"] else asked["show"], asked["lang"])
    with _opened(asked, pack, opened.window) as register:
        held = hold(register, opened, pack, wanted)
    _write_held(held, asked, pack, register_words(pack.root))
    return held


def _write_held(held: "Held", asked: dict[str, Any], pack: "Pack", words: "RegisterWords") -> None:
    shape, lang, form = options.csv_shape(asked["sep"], asked["decimal"]), asked["lang"], asked["form"]
    if asked["dossiers"] is not None:
        from cchc.output.against_csv import dossiers_csv

        options.write(dossiers_csv(held, pack, lang, shape), asked["dossiers"], _inputs(asked))
    held = held.shortened(asked["show"])
    if form == "json":
        text = held.model_dump_json(indent=2) + "\n"
    elif form == "csv":
        from cchc.output.against_csv import against_csv

        text = against_csv(held, pack, words, lang, shape)
    else:
        from cchc.output.against_text import against_text

        text = against_text(held, pack, words, lang)
    options.write(text, asked["output"], _inputs(asked))


def _look_up(asked: dict[str, Any]) -> None:
    from cchc.app import open_pack
    from cchc.output.against_csv import lookup_csv
    from cchc.output.lookup_text import lookup_text
    from cchc.recounting.looking_up import look_up

    shape, lang = options.csv_shape(asked["sep"], asked["decimal"]), asked["lang"]
    window = Chosen(asked["period"], asked["window"]).window
    pack = open_pack(asked["content"])
    with _opened(asked, pack, window) as register:
        found = look_up(register, asked["channel"], window, asked["show"] if asked["form"] == "text" else None)
    if asked["form"] == "json":
        text = found.model_dump_json(indent=2) + "\n"
    else:
        text = lookup_csv(found, lang, shape) if asked["form"] == "csv" else lookup_text(found, lang)
    options.write(text, asked["output"], _inputs(asked))
