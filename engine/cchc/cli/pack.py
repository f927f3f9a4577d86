"""`cchc pack check`: is the content whole, and does every rule do what its cases say."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cchc.packs.pack import Pack


@click.group()
def pack() -> None:
    """Kiểm tra nội dung quy tắc, chỉ tiêu, bộ chỉ số."""


@pack.command()
@click.argument("folder", required=False, metavar="[THƯ_MỤC]", type=click.Path(path_type=Path))
def check(folder: Path | None) -> None:
    """Kiểm tra rules/ và indicators/: mọi tên, căn cứ, điểm số, và các ca thử bên cạnh từng quy tắc."""
    from cchc.app import open_pack
    from cchc.checking.cases import failing_cases

    loaded = open_pack(folder)
    failures = list(failing_cases(loaded))
    for failure in failures:
        click.echo(f"Lỗi: {failure}", err=True)
    click.echo(_summary(loaded, len(failures)))
    sys.exit(2 if failures else 0)


def _summary(loaded: "Pack", failures: int) -> str:
    cases = sum(len(rule.rule.cases) for rule in loaded.rules)
    return (
        f"{len(loaded.rules)} quy tắc với {cases} ca thử ({failures} ca sai), {len(loaded.figures)} số liệu, "
        f"{len(loaded.targets)} chỉ tiêu, {len(loaded.weaknesses.rules)} luật suy diễn, {len(loaded.indices)} bộ chỉ số."
    )
