"""`cchc score`: score units, from a table or from their own reports."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.progress import Progress
from cchc.cli.score_summary import summarized
from cchc.model.errors import CchcError, UsageError

if TYPE_CHECKING:
    from cchc.model.scorecard import Scorecard
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack
    from cchc.scores import ScoreOptions


@click.command(cls=chrome.Command)
@click.argument("units", nargs=-1, required=True, metavar="BẢNG_ĐƠN_VỊ...", type=click.Path(path_type=Path))
@click.option(
    "--index", "index_id", metavar="BỘ_CHỈ_SỐ", help="Bộ chỉ số ('cchc indices'); mặc định chọn theo loại đơn vị."
)
@options.formats("text", "json", "csv", "xlsx", "html", "markdown")
@click.option(
    "--explain", metavar="ĐƠN_VỊ", help="Trình bày từng tiêu chí của một đơn vị: số liệu ở đâu, tính thế nào, vì sao."
)
@click.option(
    "--previous", metavar="TỆP.json", type=click.Path(path_type=Path),
    help="Bảng điểm kỳ trước (--format json) để nêu thay đổi về số liệu, điểm, hạng.",
)  # fmt: skip
@click.option("--scenario", metavar="PHƯƠNG_ÁN", help="Tính thử các phương án trong indicators/scenarios.")
@click.option("--robustness", is_flag=True, help="Hạng thay đổi thế nào khi trọng số thay đổi ±25%.")
@click.option(
    "--merge", is_flag=True, help="Gộp các đơn vị theo cột 'trực thuộc', cộng số đếm, không lấy bình quân tỷ lệ."
)
@click.option(
    "--without-surveys", is_flag=True, help="Kỳ không khảo sát: bỏ tiêu chí khảo sát, tính trên điểm tối đa còn lại."
)
@options.separator
@options.decimal
@options.as_of
@click.option(
    "--province", metavar="TỈNH", help="Tỉnh có chỉ tiêu được dùng, nếu bộ chỉ số dùng chỉ tiêu; tỉnh của báo cáo."
)
@options.output
@options.language
@options.content
@summarized
def score(
    units: tuple[Path, ...], index_id: str | None, form: str, explain: str | None, previous: Path | None,
    scenario: str | None, robustness: bool, merge: bool, without_surveys: bool, sep: str, decimal: str, as_of: str | None,
    province: str | None, output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Chấm điểm các đơn vị trong bảng (CSV, Excel, YAML, JSON), hoặc từ báo cáo của từng đơn vị."""
    from cchc.app import open_pack
    from cchc.scores import ScoreOptions, score_inputs, score_units

    shape = options.csv_shape(sep, decimal)
    if explain is not None and form != "text":
        raise UsageError(f"--explain chỉ in dạng text; dạng {form} đã có đủ từng tiêu chí của mọi đơn vị")
    if form == "xlsx" and output is None:
        raise UsageError("dạng xlsx cần ghi vào tệp: thêm -o bang-diem.xlsx")
    inputs = score_inputs(units)
    tables = len(inputs.tables) if inputs.reports else len(units)
    if form != "text" and tables + bool(inputs.reports) > 1:
        raise UsageError(f"dạng {form} nhận một bảng mỗi lần; hãy chạy riêng từng tệp")
    pack = open_pack(content)
    chosen = ScoreOptions(
        lang, index_id, options.day(as_of), province, not without_surveys, merge, previous, scenario, robustness
    )
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
        _write(cards, form, explain, lang, shape, output, [*units, *inputs.tables, *inputs.reports])
    for message in errors:
        click.echo(f"Lỗi: {message}", err=True)
    sys.exit(2 if errors else 0)


_NO_TABLE = (
    "không có dòng tiêu đề nào (trong 15 dòng đầu mỗi trang tính) có các cột 'mã', 'đơn vị', 'loại', nên không phải bảng đơn vị;"
    " cũng không đọc được như một báo cáo; 'cchc template units' có mẫu bảng"
)


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
                sheet = item.file.lower().endswith(".xlsx")
                errors.append(f"{item.file}: {_NO_TABLE}" if sheet else str(error))
    return [score_reports(pack, reports, chosen)] if reports else []


def _warn(file: str, warnings: Sequence[str]) -> None:
    for warning in warnings:
        click.echo(f"Lưu ý: {file}: {warning}", err=True)


def _write(
    cards: "Sequence[Scorecard]", form: str, explain: str | None, lang: "Language", shape: "CsvShape",
    output: Path | None, inputs: Sequence[Path],
) -> None:  # fmt: skip
    if form == "xlsx" and output is not None:
        from cchc.output.scorecard_xlsx import scorecard_xlsx

        options.write_bytes(scorecard_xlsx(cards[0], lang), output, inputs)
        return
    if explain is not None:
        from cchc.output.score_explain import explain_text

        texts = [explain_text(card, explain, lang) for card in cards]
    else:
        texts = [_shown(card, form, lang, shape) for card in cards]
    options.write("\n".join(texts), output, inputs)


def _shown(card: "Scorecard", form: str, lang: "Language", shape: "CsvShape") -> str:
    if form == "json":
        from cchc.output.scorecard_json import scorecard_json

        return scorecard_json(card)
    if form == "csv":
        from cchc.output.scorecard_csv import scorecard_csv

        return scorecard_csv(card, lang, shape)
    if form == "html":
        from cchc.output.scorecard_html import scorecard_html

        return scorecard_html(card, lang)
    if form == "markdown":
        from cchc.output.scorecard_markdown import scorecard_markdown

        return scorecard_markdown(card, lang)
    from cchc.output.scorecard_text import scorecard_text

    return scorecard_text(card, lang)
