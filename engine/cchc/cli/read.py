"""`cchc read`: what the tool reads in a report, and where."""

import os
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import watched
from cchc.cli.spool import Spool
from cchc.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from cchc.batch import Result
    from cchc.model.outcome import Unreadable
    from cchc.model.text import Language
    from cchc.opening import Opened
    from cchc.output.csv_text import CsvShape
    from cchc.output.read_shown import ReadReport
    from cchc.output.run import Form, Run
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
    from cchc.output.run import Run

    shape = options.csv_shape(sep, decimal)
    hints = options.make_hints(unit, level, province, period)
    structured = _is_structured(output, form)
    pack = open_pack(content)
    target = Path(output) if output is not None else None
    found = watched(lambda progress: read_reports(pack, reports, hints, progress))
    if structured and target is not None:
        unreadable = _write_reports(pack, reports, found, target)
    else:
        run = Run()
        unreadable = _write(found, target, reports, pack, run, _form(pack, run, form, lang, shape))
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
    pack: "Pack", paths: "Sequence[Path]", found: "Iterable[Result]", target: Path
) -> "list[Unreadable]":
    """Write a structured report each and return what could not be used."""
    from cchc.app import figure_order
    from cchc.intake.files import each_file, own_names
    from cchc.model.outcome import Unreadable

    folder = target.suffix.lower() not in _YAML
    files = list(each_file(paths))
    if not folder and len(files) > 1:
        raise UsageError(f"-o {target} nhận một báo cáo; nhiều báo cáo thì hãy ghi vào thư mục: -o {target.stem}/")
    inputs = [path for path in files if isinstance(path, Path)]
    names = dict(zip(map(str, inputs), own_names(inputs), strict=True))
    order, unreadable, said = figure_order(pack), [], []
    for item in found:
        if isinstance(item, Unreadable):
            unreadable.append(item)
            continue
        own = target / f"{names[item.file]}.yaml" if folder else target
        try:
            said += _write_report(item, order, own, inputs)
        except InputError as error:
            unreadable.append(Unreadable(file=item.file, error=str(error)))
    for line in said:
        click.echo(line, err=True)
    return unreadable


def _write_report(one: "Opened", order: Sequence[str], target: Path, inputs: Sequence[Path]) -> list[str]:
    """Write a structured report and return what is to be said about it."""
    from cchc.output.report_yaml import report_yaml

    options.write(report_yaml(one.report(), order), target, inputs)
    read = one.extraction
    return [*_notes(one.file, read.warnings), f"Đã ghi {target}: {len(read.figures)} số liệu từ {one.file}"]


def _write(
    found: "Iterable[Result]",
    target: Path | None,
    paths: Sequence[Path],
    pack: "Pack",
    run: "Run",
    form: "Form[ReadReport]",
) -> "list[Unreadable]":
    """Write what was read in one form and return what could not be used."""
    from cchc.app import in_short
    from cchc.model.outcome import Unreadable
    from cchc.output.read_shown import ReadCounts, ReadReport

    said: list[str] = []
    with Spool() as spool:
        for item in found:
            if isinstance(item, Unreadable):
                run.unreadable.append(item)
                continue
            report = ReadReport(item.extraction, *in_short(pack, item))
            spool.add(form.part(report))
            run.documents.append(ReadCounts.of(item.extraction))
            said += _notes(item.file, report.warnings)
        pieces = chain([form.opening()], spool, [form.closing()])
        options.write(pieces, target, [*paths, *(Path(one.file) for one in run.documents)])
    for line in said:
        click.echo(line, err=True)
    return run.unreadable


def _form(pack: "Pack", run: "Run", form: str, lang: "Language", shape: "CsvShape") -> "Form[ReadReport]":
    if form == "json":
        from cchc.output.read_json import ReadJson

        return ReadJson(run, pack.figures, lang)
    if form == "csv":
        from cchc.output.read_csv import ReadCsv

        return ReadCsv(run, pack.figures, lang, shape)
    from cchc.output.read_text import ReadText

    return ReadText(run, pack.figures, {name: topic.label.get(lang) for name, topic in pack.topics.items()}, lang)


def _notes(file: str, warnings: Sequence[str]) -> list[str]:
    return [f"Lưu ý: {file}: {warning}" for warning in warnings]
