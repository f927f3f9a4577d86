"""`cchc read`: what the tool reads in a report, and where."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import Progress
from cchc.model.errors import CchcError, UsageError

if TYPE_CHECKING:
    from cchc.model.outcome import Unreadable
    from cchc.model.text import Language
    from cchc.opening import Opened
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack

_YAML = (".yaml", ".yml")


@click.command(cls=chrome.Command)
@click.argument("reports", nargs=-1, required=True, metavar="BÁO_CÁO...", type=click.Path(path_type=Path))
@options.formats("text", "json", "csv")
@options.separator
@options.decimal
@options.hints
@click.option(
    "-o", "--output", metavar="TỆP",
    help="Ghi kết quả vào tệp; TỆP.yaml hoặc THƯ_MỤC/ thì ghi báo cáo có cấu trúc để 'cchc check' đọc lại.",
)  # fmt: skip
@options.language
@options.content
def read(
    reports: tuple[Path, ...], form: str, sep: str, decimal: str, unit: str | None, level: str | None, province: str | None,
    period: str | None, output: str | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Đọc báo cáo (Word, PDF, HTML, Excel, văn bản, YAML; tệp hoặc thư mục) và nêu những gì đọc được, ở đâu."""
    from cchc.app import open_pack, read_reports
    from cchc.opening import Opened

    shape = options.csv_shape(sep, decimal)
    hints = options.make_hints(unit, level, province, period)
    structured = _is_structured(output, form)
    pack = open_pack(content)
    with Progress() as progress:
        found = list(read_reports(pack, reports, hints, progress))
    opened = [item for item in found if isinstance(item, Opened)]
    unreadable = [item for item in found if not isinstance(item, Opened)]
    target = Path(output) if output is not None else None
    if structured and target is not None:
        _write_reports(pack, opened, unreadable, target, folder=target.suffix.lower() not in _YAML)
    else:
        text = _shown(pack, opened, unreadable, form, lang, shape)
        options.write(text, target, [*reports, *(Path(one.file) for one in opened)])
    if unreadable and (output is not None or form != "text"):
        click.echo("\n".join(f"Lỗi: {item.error}" for item in unreadable), err=True)
    sys.exit(2 if unreadable else 0)


def _is_structured(output: str | None, form: str) -> bool:
    """Return whether structured reports are to be written: to a YAML file, or one each into a folder."""
    if output is None:
        return False
    folder = output.endswith(("/", os.sep)) or Path(output).is_dir()
    if not folder and Path(output).suffix.lower() not in _YAML:
        return False
    if form != "text":
        raise UsageError(f"-o {output} ghi báo cáo có cấu trúc, không dùng cùng --format {form}; hãy bỏ một trong hai")
    return True


def _write_reports(
    pack: "Pack", opened: "Sequence[Opened]", unreadable: "list[Unreadable]", target: Path, folder: bool
) -> None:
    """Write a structured report each; one that cannot be made joins the `unreadable`."""
    from cchc.app import figure_order
    from cchc.intake.files import own_names
    from cchc.model.outcome import Unreadable
    from cchc.output.report_yaml import report_yaml

    if not folder and len(opened) + len(unreadable) > 1:
        raise UsageError(f"-o {target} nhận một báo cáo; nhiều báo cáo thì hãy ghi vào thư mục: -o {target.stem}/")
    inputs = [Path(one.file) for one in opened]
    order = figure_order(pack)
    for one, name in zip(opened, own_names(inputs), strict=True):
        own = target / f"{name}.yaml" if folder else target
        try:
            text = report_yaml(one.report(), order)
        except CchcError as error:
            unreadable.append(Unreadable(file=one.file, error=str(error)))
            continue
        options.write(text, own, inputs)
        _warn(one.file, one.extraction.warnings)
        click.echo(f"Đã ghi {own}: {len(one.extraction.figures)} số liệu từ {one.file}", err=True)


def _shown(
    pack: "Pack", opened: "Sequence[Opened]", unreadable: "Sequence[Unreadable]", form: str, lang: "Language",
    shape: "CsvShape",
) -> str:  # fmt: skip
    from cchc.app import in_short
    from cchc.output.read_shown import ReadReport

    reports = [ReadReport(one.extraction, *in_short(pack, one)) for one in opened]
    for report in reports:
        _warn(report.extraction.file, report.warnings)
    if form == "json":
        from cchc.output.read_json import read_json

        return read_json(reports, unreadable, pack.figures, lang)
    if form == "csv":
        from cchc.output.read_csv import read_csv

        return read_csv(reports, unreadable, pack.figures, lang, shape)
    from cchc.output.read_text import read_text

    topics = {name: topic.label.get(lang) for name, topic in pack.topics.items()}
    return read_text(reports, unreadable, pack.figures, topics, lang)


def _warn(file: str, warnings: Sequence[str]) -> None:
    for warning in warnings:
        click.echo(f"Lưu ý: {file}: {warning}", err=True)
