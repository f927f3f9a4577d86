"""`cchc explain`: the page of a rule."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.model.text import Language


@click.command(cls=chrome.Command)
@click.argument("code", metavar="MÃ")
@options.language
@options.content
def explain(code: str, lang: "Language", content: Path | None) -> None:
    """Giải thích một quy tắc theo mã (ONL301) hoặc mã gốc trong danh mục (TG01)."""
    from cchc.app import open_pack
    from cchc.output.rule_page import rule_page
    from cchc.packs.validate import did_you_mean

    pack = open_pack(content)
    wanted = code.upper()
    found = [rule for rule in pack.rules if wanted == rule.rule.code or wanted in rule.rule.origin]
    if not found:
        codes = [rule.rule.code for rule in pack.rules]
        raise UsageError(f"không có quy tắc '{code}'{did_you_mean(wanted, codes)}; 'cchc rules' liệt kê tất cả")
    click.echo("\n".join(rule_page(pack, rule, lang) for rule in found), nl=False)
