"""`cchc compare`: what changed between two reports."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options

if TYPE_CHECKING:
    from cchc.model.comparison import Comparison
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape


@click.command(cls=chrome.Command)
@click.argument("before", metavar="TRƯỚC", type=click.Path(path_type=Path))
@click.argument("after", metavar="SAU", type=click.Path(path_type=Path))
@options.formats("text", "json", "csv")
@options.separator
@options.decimal
@options.hints
@options.output
@options.language
@options.content
def compare(
    before: Path, after: Path, form: str, sep: str, decimal: str, unit: str | None, level: str | None,
    province: str | None, period: str | None, output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """So sánh hai báo cáo: từng số liệu mới, mất, thay đổi; từng phát hiện mới, đã sửa, vẫn còn."""
    from cchc.app import open_pack
    from cchc.comparing import compare_reports

    shape = options.csv_shape(sep, decimal)
    hints = options.make_hints(unit, level, province, period)
    compared = compare_reports(open_pack(content), before, after, hints, lang)
    options.write(_shown(compared, form, lang, shape), output, [before, after])


def _shown(compared: "Comparison", form: str, lang: "Language", shape: "CsvShape") -> str:
    if form == "json":
        return compared.model_dump_json(indent=2) + "\n"
    if form == "csv":
        from cchc.output.compare_csv import compare_csv

        return compare_csv(compared, lang, shape)
    from cchc.output.compare_text import compare_text

    return compare_text(compared, lang)
