"""`cchc explain`: the page of a rule, figure, target or index."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options

if TYPE_CHECKING:
    from cchc.model.text import Language


@click.command(cls=chrome.Command)
@click.argument("code", metavar="MÃ")
@options.formats("text", "markdown")
@options.language
@options.content
def explain(code: str, form: str, lang: "Language", content: Path | None) -> None:
    """Giải thích một quy tắc (ONL301, hoặc mã danh mục TG01), số liệu (dossiers.received), chỉ tiêu (on_time) hay bộ chỉ số."""
    from cchc.app import open_pack
    from cchc.explaining import Pages
    from cchc.output.pages.page import as_markdown, as_text

    pages = Pages(open_pack(content), lang).find(code)
    written = as_markdown if form == "markdown" else as_text
    click.echo("\n".join(written(page) for page in pages), nl=False)
