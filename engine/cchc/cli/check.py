"""`cchc check`: check reports before they are sent."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import Progress
from cchc.model.errors import CchcError, UsageError

if TYPE_CHECKING:
    from cchc.app import CheckRun
    from cchc.model.outcome import ReportResult, Severity
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack


def _words(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@click.command(cls=chrome.Command)
@click.argument("reports", nargs=-1, required=True, metavar="BÁO_CÁO...", type=click.Path(path_type=Path))
@options.formats("text", "json", "csv")
@options.separator
@options.decimal
@click.option("--all", "every", is_flag=True, help="Nêu cả những kiểm tra đã đạt và không áp dụng.")
@click.option(
    "--select",
    metavar="MÃ,...",
    multiple=True,
    callback=_words,
    help="Chỉ các mã, nhóm, mức hoặc căn cứ này (ONL301, ONL, error, sourced).",
)
@click.option(
    "--ignore", metavar="MÃ,...", multiple=True, callback=_words, help="Bỏ qua các mã, nhóm, mức hoặc căn cứ này."
)
@click.option(
    "--fail-on", cls=chrome.Option, type=click.Choice(["error", "warning", "info"]), default="error", show_default=True,
    help="Mức phát hiện làm mã thoát bằng 1.",
)  # fmt: skip
@options.as_of
@click.option("--profile", metavar="HỒ_SƠ", help="Hồ sơ áp dụng trong rules/profiles; mặc định chọn theo báo cáo.")
@options.hints
@click.option(
    "--annotate", metavar="TỆP.docx", type=click.Path(path_type=Path),
    help="Ghi bản sao của báo cáo Word có góp ý dạng chú thích (comment); nhiều báo cáo thì chỉ một THƯ_MỤC.",
)  # fmt: skip
@options.output
@options.language
@options.content
def check(
    reports: tuple[Path, ...], form: str, sep: str, decimal: str, every: bool, select: tuple[str, ...], ignore: tuple[str, ...],
    fail_on: "Severity", as_of: str | None, profile: str | None, unit: str | None, level: str | None, province: str | None,
    period: str | None, annotate: Path | None, output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Kiểm tra báo cáo CCHC (Word, PDF, HTML, Excel, văn bản, YAML; tệp hoặc thư mục) trước khi gửi."""
    from cchc.app import CheckOptions, check_reports, open_pack
    from cchc.judging import reaches

    shape = options.csv_shape(sep, decimal)
    hints = options.make_hints(unit, level, province, period)
    targets = _targets(reports, annotate) if annotate else {}
    pack = open_pack(content)
    chosen = CheckOptions(lang, select, ignore, profile, options.day(as_of), hints)
    with Progress() as progress:
        run = check_reports(pack, reports, chosen, progress)
    if run.reports and not any(report.outcomes for report in run.reports):
        # A report that nothing was held against must not come out as a good one.
        raise UsageError("--select và --ignore không để lại kiểm tra nào; 'cchc rules' liệt kê các mã và nhóm")
    text = (
        _text(pack, run, lang, every) if form == "text" else _data(run, every, lang, shape if form == "csv" else None)
    )
    options.write(text, output, [*reports, *(Path(report.file) for report in run.reports)])
    for document in run.documents:
        for warning in document.warnings:
            click.echo(f"Lưu ý: {document.file}: {warning}", err=True)
    unanswered = _answer(pack, run.reports, targets, lang)
    if run.unreadable and (output is not None or form != "text"):
        click.echo("\n".join(f"Lỗi: {item.error}" for item in run.unreadable), err=True)
    if run.unreadable or unanswered:
        sys.exit(2)
    # Nothing could be concluded: that must not look like a report in order.
    open_ended = any(report.verdict == "undecided" for report in run.reports)
    sys.exit(int(open_ended or any(reaches(report.outcomes, fail_on) for report in run.reports)))


def _targets(reports: Sequence[Path], target: Path) -> dict[Path, Path]:
    """Return where the copy of each Word file with remarks goes; raise `UsageError` before any work is done in vain."""
    from cchc.answering import answer_targets
    from cchc.intake.files import each_file

    files = [path for path in each_file(reports) if isinstance(path, Path)]
    folder = target.is_dir() or target.suffix.lower() != ".docx"
    targets = answer_targets(files, target, folder)
    for own in targets.values():
        options.refuse_inputs("--annotate", own, files)
    return targets


def _answer(pack: "Pack", reports: "Sequence[ReportResult]", targets: Mapping[Path, Path], lang: "Language") -> bool:
    """Write the copies with remarks and say where; return whether one could not be written."""
    if not targets:
        return False
    from cchc.answering import answer

    failed = False
    for report in reports:
        target = targets.get(Path(report.file))
        if target is None:
            click.echo(f"Lưu ý: {report.file}: không phải tệp .docx nên không có bản góp ý", err=True)
            continue
        try:
            notes = answer(pack, report, target, lang)
        except CchcError as error:
            failed = True
            click.echo(f"Lỗi: {error}", err=True)
            continue
        remarks = sum(o.outcome == "fail" for o in report.outcomes)
        click.echo(f"Đã ghi {remarks} góp ý vào {target}", err=True)
        for note in notes:
            click.echo(f"Lưu ý: {target}: {note}", err=True)
    return failed


def _text(pack: "Pack", run: "CheckRun", lang: "Language", every: bool) -> str:
    from cchc.output.check_text import check_text

    labels = {name: text.get(lang) for name, text in pack.vocabulary.labels.items()}
    text = check_text(run.reports, run.unreadable, lang, labels, every)
    if run.documents:
        from cchc.output.read_text import documents_text

        return f"{text}\n{documents_text(run.documents, lang)}"
    return text


def _data(run: "CheckRun", every: bool, lang: "Language", shape: "CsvShape | None") -> str:
    """Return the run as CSV where a shape is given, else as JSON."""
    kept = [report if every else _open_only(report) for report in run.reports]
    if shape is None:
        from cchc.output.check_json import check_json

        return check_json(kept, run.unreadable)
    from cchc.output.check_csv import check_csv

    return check_csv(kept, run.unreadable, lang, shape)


def _open_only(report: "ReportResult") -> "ReportResult":
    return report.model_copy(update={"outcomes": tuple(o for o in report.outcomes if o.outcome != "pass")})
