"""`cchc history`: keep earlier reports in one file, so that the next ones can be held against them."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import Progress
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.history.store import Addition, Store
    from cchc.model.past import PastReport
    from cchc.model.text import Language

_STORE = "cchc-history.sqlite"
_SAID: "dict[Language, dict[str, str]]" = {
    "vi": {
        "new": "Đã thêm {unit}, {period}: {n} số liệu từ {file}",
        "again": "Đã có, ghi lại như cũ: {unit}, {period} từ {file}",
        "replaced": "Đã thay {unit}, {period} bằng {file} (trước đó từ {before})",
        "refused": "Chưa thêm {file}: kho đã có báo cáo khác của {unit}, {period} (từ {before}); thêm --replace để thay",
        "removed": "Đã bỏ {unit}, {period} (từ {file})",
        "where": "Kho báo cáo: {store} ({n} báo cáo)",
        "headings": "Số|Đơn vị|Cấp|Tỉnh|Kỳ|Số liệu|Câu văn|Tệp",
    },
    "en": {
        "new": "Added {unit}, {period}: {n} figures from {file}",
        "again": "Already there, written again: {unit}, {period} from {file}",
        "replaced": "Replaced {unit}, {period} by {file} (before from {before})",
        "refused": "Not added: {file}; the store has another report of {unit}, {period} (from {before}); add --replace to replace it",
        "removed": "Removed {unit}, {period} (from {file})",
        "where": "Store: {store} ({n} reports)",
        "headings": "No.|Unit|Level|Province|Period|Figures|Sentences|File",
    },
}
_store = click.option(
    "--store", cls=chrome.Option, metavar="TỆP.sqlite", type=click.Path(path_type=Path), default=_STORE, show_default=True,
    help="Tệp của kho báo cáo.",
)  # fmt: skip


@click.group(cls=chrome.Group)
def history() -> None:
    """Lưu báo cáo các kỳ trước vào một tệp, để 'cchc check --history' đối chiếu kỳ sau."""


@history.command(cls=chrome.Command)
@click.argument("reports", nargs=-1, required=True, metavar="BÁO_CÁO...", type=click.Path(path_type=Path))
@_store
@click.option("--replace", is_flag=True, help="Thay báo cáo khác của cùng đơn vị, cùng kỳ đã có trong kho.")
@options.hints
@options.language
@options.content
def add(
    reports: tuple[Path, ...], store: Path, replace: bool, unit: str | None, level: str | None, province: str | None,
    period: str | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Thêm báo cáo (tệp hoặc thư mục) vào kho. Kho chỉ giữ số liệu, kỳ, chủ đề kiến nghị và dấu của các câu văn."""
    from cchc.app import open_pack
    from cchc.earlier import add_reports

    kept = _checked(store)
    hints = options.make_hints(unit, level, province, period)
    with Progress() as progress:
        added, unreadable = add_reports(open_pack(content), reports, kept, hints, replace, progress)
    for one in added:
        click.echo(_told(one, lang), err=one.outcome == "refused")
    for item in unreadable:
        click.echo(f"Lỗi: {item.error}", err=True)
    if added:
        click.echo(_SAID[lang]["where"].format(store=store, n=len(kept.reports())))
    sys.exit(2 if unreadable or any(one.outcome == "refused" for one in added) else 0)


@history.command("list", cls=chrome.Command)
@_store
@options.language
def list_reports(store: Path, lang: "Language") -> None:
    """Liệt kê báo cáo trong kho."""
    from tabulate import tabulate

    rows = [_row(number, one, lang) for number, one in _checked(store).reports()]
    if rows:
        click.echo(tabulate(rows, headers=_SAID[lang]["headings"].split("|"), disable_numparse=True))
    click.echo(_SAID[lang]["where"].format(store=store, n=len(rows)))


@history.command(cls=chrome.Command)
@click.argument("numbers", nargs=-1, required=True, metavar="SỐ...", type=int)
@_store
@options.language
def remove(numbers: Sequence[int], store: Path, lang: "Language") -> None:
    """Bỏ báo cáo khỏi kho theo số mà 'cchc history list' nêu."""
    for one in _checked(store).remove(numbers):
        click.echo(_SAID[lang]["removed"].format(unit=one.unit, period=one.period.label(lang), file=one.file))


def _checked(store: Path) -> "Store":
    """Return a store by its file name; raise `UsageError` where `--history` would take the file for a report."""
    from cchc.earlier import STORES
    from cchc.history.store import Store

    if store.suffix.lower() not in STORES:
        raise UsageError(f"--store {store}: tên kho phải kết thúc bằng {', '.join(STORES)}")
    return Store(store)


def _told(one: "Addition", lang: "Language") -> str:
    report, before = one.report, one.before
    return _SAID[lang][one.outcome].format(
        unit=report.unit,
        period=report.period.label(lang),
        n=len(report.figures),
        file=report.file,
        before=before.file if before else "",
    )


def _row(number: int, one: "PastReport", lang: "Language") -> list[str]:
    told = str(len(one.narrative)) if one.narrative is not None else "-"
    return [
        str(number),
        one.unit,
        one.level,
        one.province,
        one.period.label(lang),
        str(len(one.figures)),
        told,
        one.file,
    ]
