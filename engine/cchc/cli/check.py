"""`cchc check`: check reports before they are sent."""

import sys
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import watched
from cchc.cli.spool import Spool
from cchc.model.errors import CchcError, UsageError

if TYPE_CHECKING:
    from cchc.model.outcome import ReportResult, Severity
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.output.run import Form, Run
    from cchc.packs.pack import Pack


def _words(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@click.command(cls=chrome.Command)
@click.argument("reports", nargs=-1, required=True, metavar="BÁO_CÁO...", type=click.Path(path_type=Path))
@options.formats("text", "json", "csv", "html")
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
    from cchc.model.outcome import Unreadable
    from cchc.output.run import ReportShort, Run

    shape = options.csv_shape(sep, decimal)
    hints = options.make_hints(unit, level, province, period)
    targets = _targets(reports, annotate) if annotate else {}
    pack = open_pack(content)
    chosen = CheckOptions(lang, select, ignore, profile, options.day(as_of), hints)
    run, answers = Run(), Answers(pack, targets, lang)
    writer = _form(pack, run, form, lang, every, shape)
    with Spool() as spool:
        for item in watched(lambda progress: check_reports(pack, reports, chosen, progress)):
            if isinstance(item, Unreadable):
                run.unreadable.append(item)
                continue
            spool.add(writer.part(_chosen(item.result)))
            run.checked.append(ReportShort.of(item.result))
            run.documents += [item.read] if item.read else []
            answers.give(item.result)
        pieces = chain([writer.opening()], spool, [writer.closing()])
        options.write(pieces, output, [*reports, *(Path(report.file) for report in run.checked)])
    for document in run.documents:
        for warning in document.warnings:
            click.echo(f"Lưu ý: {document.file}: {warning}", err=True)
    for line in answers.said:
        click.echo(line, err=True)
    if run.unreadable and (output is not None or form != "text"):
        click.echo("\n".join(f"Lỗi: {item.error}" for item in run.unreadable), err=True)
    if run.unreadable or answers.failed:
        sys.exit(2)
    # Nothing could be concluded: that must not look like a report in order.
    sys.exit(int(any(report.verdict == "undecided" or report.reaches(fail_on) for report in run.checked)))


def _chosen(report: "ReportResult") -> "ReportResult":
    """Return a result that something is said in; raise `UsageError` where nothing was held against the report."""
    if not report.outcomes:
        # It must not come out as a good one.
        raise UsageError("--select và --ignore không để lại kiểm tra nào; 'cchc rules' liệt kê các mã và nhóm")
    return report


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


class Answers:
    """Writes the copies with remarks as results come, and keeps what is to be said about them."""

    def __init__(self, pack: "Pack", targets: Mapping[Path, Path], lang: "Language") -> None:
        self._pack, self._targets, self._lang = pack, targets, lang
        self.said: list[str] = []
        self.failed = False

    def give(self, report: "ReportResult") -> None:
        """Write the copy of one report, if copies are wanted."""
        if not self._targets:
            return
        target = self._targets.get(Path(report.file))
        if target is None:
            self.said.append(f"Lưu ý: {report.file}: không phải tệp .docx nên không có bản góp ý")
            return
        from cchc.answering import answer

        try:
            notes = answer(self._pack, report, target, self._lang)
        except CchcError as error:
            self.failed = True
            self.said.append(f"Lỗi: {error}")
            return
        remarks = sum(o.outcome == "fail" for o in report.outcomes)
        self.said.append(f"Đã ghi {remarks} góp ý vào {target}")
        self.said += [f"Lưu ý: {target}: {note}" for note in notes]


def _form(
    pack: "Pack", run: "Run", form: str, lang: "Language", every: bool, shape: "CsvShape"
) -> "Form[ReportResult]":
    if form == "csv":
        from cchc.output.check_csv import CheckCsv

        return CheckCsv(run, lang, shape, every)
    if form == "json":
        from cchc.output.check_json import CheckJson

        return CheckJson(run, every)
    labels = {name: text.get(lang) for name, text in pack.vocabulary.labels.items()}
    if form == "html":
        return _html(pack, run, labels, lang, every)
    from cchc.output.check_text import CheckText

    return CheckText(run, labels, lang, every)


def _html(pack: "Pack", run: "Run", labels: Mapping[str, str], lang: "Language", every: bool) -> "Form[ReportResult]":
    from cchc.answering import report_text
    from cchc.output.check_html import CheckHtml
    from cchc.output.check_html_report import Titles

    parts = {part.id: part.title.get(lang) for outline in pack.outlines.values() for part in outline.parts}
    return CheckHtml(run, Titles(labels, parts), lambda file: report_text(pack, file), lang, every)
