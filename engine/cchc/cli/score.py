"""`cchc score`: score rooms and attached units."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.model.errors import CchcError, UsageError

if TYPE_CHECKING:
    from cchc.model.scorecard import Scorecard
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape


@click.command(cls=chrome.Command)
@click.argument("units", nargs=-1, required=True, metavar="BẢNG_ĐƠN_VỊ...", type=click.Path(path_type=Path))
@click.option("--index", "index_id", metavar="BỘ_CHỈ_SỐ", help="Bộ chỉ số; mặc định là bộ duy nhất ('cchc indices').")
@options.formats("text", "json", "csv")
@options.separator
@options.decimal
@options.as_of
@click.option("--province", metavar="TỈNH", help="Tỉnh có chỉ tiêu được dùng, nếu bộ chỉ số dùng chỉ tiêu.")
@options.output
@options.language
@options.content
def score(
    units: tuple[Path, ...], index_id: str | None, form: str, sep: str, decimal: str, as_of: str | None, province: str | None,
    output: Path | None, lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Chấm Chỉ số CCHC cho các phòng, đơn vị trong bảng (CSV, YAML, JSON)."""
    from cchc.app import ScoreOptions, open_pack, score_units

    if form != "text" and len(units) > 1:
        raise UsageError(f"dạng {form} nhận một bảng mỗi lần; hãy chạy riêng từng tệp")
    shape = options.csv_shape(sep, decimal)
    pack = open_pack(content)
    chosen = ScoreOptions(lang, index_id, options.day(as_of), province)
    texts, failed = [], False
    for path in units:
        try:
            texts.append(_shown(score_units(pack, path, chosen), form, lang, shape))
        except CchcError as error:
            failed = True
            click.echo(f"Lỗi: {error}", err=True)
    if texts:
        options.write("\n".join(texts), output, units)
    sys.exit(2 if failed else 0)


def _shown(card: "Scorecard", form: str, lang: "Language", shape: "CsvShape") -> str:
    if form == "json":
        from cchc.output.scorecard_json import scorecard_json

        return scorecard_json(card)
    if form == "csv":
        from cchc.output.scorecard_csv import scorecard_csv

        return scorecard_csv(card, lang, shape)
    from cchc.output.scorecard_text import scorecard_text

    return scorecard_text(card, lang)
