"""`cchc profiles`: which profiles there are, and everything that applies with one of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options
from cchc.cli.listing import print_table

if TYPE_CHECKING:
    from cchc.model.text import Language
    from cchc.packs.pack import Pack

_HEADINGS = {
    "vi": ["Mã", "Dùng cho", "Tỉnh", "Cấp", "Hiệu lực", "Kế thừa", "Cơ quan tổng hợp"],
    "en": ["Id", "For", "Province", "Levels", "In force", "Extends", "Compiled by"],
}


@click.command(cls=chrome.Command)
@click.argument("name", required=False, metavar="[HỒ_SƠ]")
@options.formats("text", "csv", "markdown")
@options.language
@options.content
def profiles(name: str | None, form: str, lang: "Language", content: Path | None) -> None:
    """Liệt kê các hồ sơ áp dụng, hoặc nêu mọi thứ áp dụng theo một hồ sơ và thứ nào lấy từ đâu."""
    from cchc.app import open_pack
    from cchc.model.errors import UsageError
    from cchc.output.pages.page import as_markdown, as_text
    from cchc.output.pages.profile import ProfilePages
    from cchc.packs.resolve import find_profile

    pack = open_pack(content)
    if name is None:
        if form == "markdown":
            raise UsageError("--format markdown cần tên một hồ sơ áp dụng; danh sách có dạng text và csv")
        print_table(_HEADINGS[lang], _rows(pack, lang), form)
        return
    if form == "csv":
        raise UsageError("--format csv chỉ dùng cho danh sách; một hồ sơ áp dụng có dạng text và markdown")
    page = ProfilePages(pack, lang).page(find_profile(pack, name))
    click.echo((as_markdown if form == "markdown" else as_text)(page), nl=False)


def _rows(pack: "Pack", lang: "Language") -> list[list[str]]:
    from cchc.output.pages.words import scope_word, span_text

    return [
        [
            p.id,
            p.label.get(lang),
            p.province or "",
            ", ".join(scope_word(level, lang) for level in p.levels),
            span_text(p.in_force.from_, p.in_force.to, lang),
            p.extends or "",
            p.home_affairs,
        ]
        for p in pack.profiles.values()
    ]
