"""`cchc score`: score rooms and attached units, from a table or from their own reports."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import Progress
from cchc.model.errors import CchcError, UsageError

if TYPE_CHECKING:
    from cchc.model.scorecard import Scorecard
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack
    from cchc.scores import ScoreOptions


@click.command(cls=chrome.Command)
@click.argument("units", nargs=-1, required=True, metavar="BẢNG_ĐƠN_VỊ...", type=click.Path(path_type=Path))
@click.option("--index", "index_id", metavar="BỘ_CHỈ_SỐ", help="Bộ chỉ số; mặc định là bộ duy nhất ('cchc indices').")
@options.formats("text", "json", "csv")
@options.separator
@options.decimal
@options.as_of
@click.option(
    "--province", metavar="TỈNH", help="Tỉnh có chỉ tiêu được dùng, nếu bộ chỉ số dùng chỉ tiêu; tỉnh của báo cáo."
)
@options.output
@options.language
@options.content
def score(
    units: tuple[Path, ...], index_id: str | None, form: str, sep: str, decimal: str, as_of: str | None, province: str | None,
    output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Chấm Chỉ số CCHC cho các đơn vị trong bảng (CSV, Excel, YAML, JSON), hoặc từ báo cáo của từng đơn vị."""
    from cchc.app import open_pack
    from cchc.scores import ScoreOptions, score_inputs, score_units

    shape = options.csv_shape(sep, decimal)
    inputs = score_inputs(units)
    tables = len(inputs.tables) if inputs.reports else len(units)
    if form != "text" and tables + bool(inputs.reports) > 1:
        raise UsageError(f"dạng {form} nhận một bảng mỗi lần; hãy chạy riêng từng tệp")
    pack = open_pack(content)
    chosen = ScoreOptions(lang, index_id, options.day(as_of), province)
    cards: list[Scorecard] = []
    errors = [item.error for item in inputs.unreadable]
    for path in inputs.tables:
        try:
            scored = score_units(pack, path, chosen)
        except CchcError as error:
            errors.append(str(error))
            continue
        cards.append(scored.card)
        _warn(str(path), scored.warnings)
    if inputs.reports:
        cards += _of_reports(pack, inputs.reports, chosen, errors)
    if cards:
        text = "\n".join(_shown(card, form, lang, shape) for card in cards)
        options.write(text, output, [*units, *inputs.tables, *inputs.reports])
    for message in errors:
        click.echo(f"Lỗi: {message}", err=True)
    sys.exit(2 if errors else 0)


def _of_reports(pack: "Pack", paths: Sequence[Path], chosen: "ScoreOptions", errors: list[str]) -> "list[Scorecard]":
    """Return the scorecard of the units whose reports can be read; what is wrong with the others joins `errors`."""
    from cchc.app import read_reports
    from cchc.model.outcome import Unreadable
    from cchc.scores import score_reports

    reports = []
    with Progress() as progress:
        for item in read_reports(pack, paths, options.make_hints(None, None, chosen.province, None), progress):
            try:
                if isinstance(item, Unreadable):
                    errors.append(item.error)
                    continue
                reports.append((item.file, item.report()))
                _warn(item.file, item.extraction.warnings)
            except CchcError as error:
                errors.append(str(error))
    return [score_reports(pack, reports, chosen)] if reports else []


def _warn(file: str, warnings: Sequence[str]) -> None:
    for warning in warnings:
        click.echo(f"Lưu ý: {file}: {warning}", err=True)


def _shown(card: "Scorecard", form: str, lang: "Language", shape: "CsvShape") -> str:
    if form == "json":
        from cchc.output.scorecard_json import scorecard_json

        return scorecard_json(card)
    if form == "csv":
        from cchc.output.scorecard_csv import scorecard_csv

        return scorecard_csv(card, lang, shape)
    from cchc.output.scorecard_text import scorecard_text

    return scorecard_text(card, lang)
