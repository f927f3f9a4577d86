"""`cchc template`: empty files to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options

if TYPE_CHECKING:
    from cchc.model.text import Language


@click.command(cls=chrome.Command)
@click.argument(
    "what", type=click.Choice(["report", "units", "suppressions"]), metavar="[report|units|suppressions]",
    default="report",
)  # fmt: skip
@click.option("--index", "index_id", metavar="BỘ_CHỈ_SỐ", help="Bảng đơn vị cho bộ chỉ số nào.")
@options.output
@options.language
@options.content
def template(what: str, index_id: str | None, output: Path | None, lang: "Language", content: Path | None) -> None:
    """In mẫu để điền: report (báo cáo YAML), units (bảng phòng, đơn vị CSV), suppressions (phát hiện bỏ qua có lý do)."""
    from cchc.app import open_pack
    from cchc.choosing import choose_index, scorable
    from cchc.output.report_template import report_template
    from cchc.output.suppressions_template import suppressions_template
    from cchc.output.units_template import units_template
    from cchc.scores import needed_figures

    if what == "suppressions":
        options.write(suppressions_template(lang), output)
        return
    pack = open_pack(content)
    if what == "report":
        text = report_template(pack, lang)
    else:
        index = scorable(choose_index(pack, index_id, (), None))
        text = units_template(pack, index, needed_figures(pack, index), lang)
    options.write(text, output)
