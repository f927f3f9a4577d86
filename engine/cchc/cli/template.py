"""`cchc template`: empty files to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import options

if TYPE_CHECKING:
    from cchc.model.text import Language


@click.command()
@click.argument("what", type=click.Choice(["report", "units"]), default="report")
@click.option("--index", "index_id", metavar="BỘ_CHỈ_SỐ", help="Bảng đơn vị cho bộ chỉ số nào.")
@options.output
@options.language
@options.content
def template(what: str, index_id: str | None, output: Path | None, lang: "Language", content: Path | None) -> None:
    """In mẫu để điền: report (báo cáo YAML) hoặc units (bảng phòng, đơn vị CSV)."""
    from cchc.app import find_index, open_pack
    from cchc.output.report_template import report_template
    from cchc.output.units_template import units_template

    pack = open_pack(content)
    text = report_template(pack, lang) if what == "report" else units_template(pack, find_index(pack, index_id))
    options.write(text, output)
