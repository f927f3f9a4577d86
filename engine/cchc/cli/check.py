"""`cchc check`: check reports before they are sent."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.app import CheckRun
    from cchc.model.outcome import ReportResult, Severity
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape


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
@options.output
@options.language
@options.content
def check(
    reports: tuple[Path, ...], form: str, sep: str, decimal: str, every: bool, select: tuple[str, ...], ignore: tuple[str, ...],
    fail_on: "Severity", as_of: str | None, profile: str | None, output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Kiểm tra báo cáo CCHC (tệp YAML, JSON hoặc thư mục) trước khi gửi."""
    from cchc.app import CheckOptions, check_reports, open_pack, reaches

    shape = options.csv_shape(sep, decimal)
    pack = open_pack(content)
    chosen = CheckOptions(lang, select, ignore, profile, options.day(as_of))
    run = check_reports(pack, reports, chosen)
    if run.reports and not any(report.outcomes for report in run.reports):
        # A report that nothing was held against must not come out as a good one.
        raise UsageError("--select và --ignore không để lại kiểm tra nào; 'cchc rules' liệt kê các mã và nhóm")
    labels = {name: text.get(lang) for name, text in pack.vocabulary.labels.items()}
    if form == "text":
        from cchc.output.check_text import check_text

        text = check_text(run.reports, run.unreadable, lang, labels, every)
    else:
        text = _data(run, every, lang, shape if form == "csv" else None)
    options.write(text, output, reports)
    if run.unreadable:
        if output is not None or form != "text":
            click.echo("\n".join(f"Lỗi: {item.error}" for item in run.unreadable), err=True)
        sys.exit(2)
    # Nothing could be concluded: that must not look like a report in order.
    open_ended = any(report.verdict == "undecided" for report in run.reports)
    sys.exit(int(open_ended or any(reaches(report.outcomes, fail_on) for report in run.reports)))


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
