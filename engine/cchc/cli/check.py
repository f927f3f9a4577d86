"""`cchc check`: check reports before they are sent."""

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.answers import Answers, targets_of
from cchc.cli.check_summary import summarized
from cchc.cli.progress import watched
from cchc.cli.settled import BaselineWriter, settled
from cchc.cli.spool import Spool
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.model.outcome import ReportResult, Severity
    from cchc.model.text import Language


def _words(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@click.command(cls=chrome.Command)
@click.argument("reports", nargs=-1, required=True, metavar="BÁO_CÁO...", type=click.Path(path_type=Path))
@options.formats("text", "json", "csv", "html", "sarif", "junit", "github", "matrix", "matrix-csv")
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
@settled
@options.history
@click.option(
    "--annotate", metavar="TỆP.docx", type=click.Path(path_type=Path),
    help="Ghi bản sao của báo cáo Word có góp ý dạng chú thích (comment); nhiều báo cáo thì chỉ một THƯ_MỤC.",
)  # fmt: skip
@options.output
@options.language
@options.content
@summarized
def check(
    reports: tuple[Path, ...], form: str, sep: str, decimal: str, every: bool, select: tuple[str, ...], ignore: tuple[str, ...],
    fail_on: "Severity", as_of: str | None, profile: str | None, unit: str | None, level: str | None, province: str | None,
    period: str | None, baseline: Path | None, write_baseline: Path | None, suppress: Path | None, history: Path | None,
    annotate: Path | None, output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Kiểm tra báo cáo CCHC (Word, PDF, HTML, Excel, văn bản, YAML; tệp hoặc thư mục) trước khi gửi."""
    from cchc.app import CheckOptions, check_reports, open_pack
    from cchc.cli.check_forms import form_of
    from cchc.model.outcome import Unreadable
    from cchc.output.run import ReportShort, Run
    from cchc.settling import Settled

    shape = options.csv_shape(sep, decimal)
    hints = options.make_hints(unit, level, province, period)
    targets = targets_of(reports, annotate) if annotate else {}
    known = BaselineWriter(write_baseline, partly=bool(select or ignore))
    pack = open_pack(content)
    settled_before = Settled(pack, baseline, suppress)
    earlier = options.earlier_reports(pack, history, hints)
    chosen = CheckOptions(lang, select, ignore, profile, options.day(as_of), hints, earlier)
    run, answers = Run(), Answers(pack, targets, lang)
    writer = form_of(pack, run, form, lang, every, shape)
    with Spool() as spool:
        for item in watched(lambda progress: check_reports(pack, reports, chosen, progress)):
            if isinstance(item, Unreadable):
                run.unreadable.append(item)
                continue
            result = settled_before.apply(_chosen(item.result))
            spool.add(writer.part(result))
            run.checked.append(ReportShort.of(result))
            run.documents += [item.read] if item.read else []
            answers.give(result)
            known.add(result)
        pieces = chain([writer.opening()], spool, [writer.closing()])
        inputs = [*reports, *(Path(report.file) for report in run.checked), *([suppress] if suppress else [])]
        options.write(pieces, output, [*inputs, *([baseline] if baseline else [])])
    for document in run.documents:
        for warning in document.warnings:
            click.echo(f"Lưu ý: {document.file}: {warning}", err=True)
    kept = known.write([*inputs, *([output] if output else [])], all_read=not run.unreadable)
    for line in [*answers.said, *(f"Lưu ý: {said}" for said in settled_before.warnings()), *([kept] if kept else [])]:
        click.echo(line, err=True)
    if run.unreadable and (output is not None or form != "text"):
        click.echo("\n".join(f"Lỗi: {item.error}" for item in run.unreadable), err=True)
    if run.unreadable or answers.failed:
        sys.exit(2)
    # Nothing could be concluded: that must not look like a report in order.
    # What has just been taken down as known is no news.
    new = [report for report in run.checked if not known.wanted and report.reaches(fail_on)]
    sys.exit(int(bool(new) or any(report.verdict == "undecided" for report in run.checked)))


def _chosen(report: "ReportResult") -> "ReportResult":
    """Return a result that something is said in; raise `UsageError` where nothing was held against the report."""
    if not report.outcomes:
        # It must not come out as a good one.
        raise UsageError("--select và --ignore không để lại kiểm tra nào; 'cchc rules' liệt kê các mã và nhóm")
    return report
