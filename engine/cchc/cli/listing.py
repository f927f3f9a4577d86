"""`cchc rules`, `cchc figures`, `cchc indices`: what the content holds, as tables."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options

if TYPE_CHECKING:
    from cchc.model.text import Language
    from cchc.packs.indices import Criterion, Group

form = options.formats("text", "csv")


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]], style: str) -> None:
    """Print rows under their headings: as columns for a terminal, or as CSV."""
    if style == "csv":
        from cchc.output.csv_text import csv_text

        click.echo(csv_text(headings, rows), nl=False)
        return
    from tabulate import tabulate

    click.echo(
        tabulate(rows, headers=headings, disable_numparse=True, maxcolwidths=[None] + [60] * (len(headings) - 1))
    )


@click.command(cls=chrome.Command)
@click.option("--topic", metavar="NHÓM", help="Chỉ một nhóm, ví dụ digital.")
@form
@options.language
@options.content
def rules(topic: str | None, form: str, lang: "Language", content: Path | None) -> None:
    """Liệt kê các quy tắc: mã, nội dung, mức, căn cứ, mã gốc."""
    from cchc.app import open_pack
    from cchc.model.errors import UsageError
    from cchc.output.words import basis_word, severity_word

    pack = open_pack(content)
    if topic is not None and topic not in pack.rule_topics:
        raise UsageError(f"không có nhóm '{topic}'; hiện có: {', '.join(pack.rule_topics)}")
    chosen = [r for r in pack.rules if topic in (None, r.topic)]
    rows = [
        [
            r.rule.code,
            r.rule.title.get(lang),
            severity_word(r.rule.severity, lang),
            basis_word(r.rule.basis, lang),
            " ".join(r.rule.origin),
        ]
        for r in chosen
    ]
    print_table(
        ["Mã", "Nội dung", "Mức", "Căn cứ", "Mã gốc"]
        if lang == "vi"
        else ["Code", "Check", "Severity", "Basis", "Origin"],
        rows,
        form,
    )


@click.command(cls=chrome.Command)
@form
@options.language
@options.content
def figures(form: str, lang: "Language", content: Path | None) -> None:
    """Liệt kê các số liệu: mã, tên (cũng là tiêu đề cột CSV), đơn vị tính, vị trí."""
    from cchc.app import open_pack

    pack = open_pack(content)
    rows = [[f.id, f.label.get(lang), f.unit.get(lang), f.part] for f in pack.figures.values()]
    print_table(["Mã", "Tên", "Đơn vị tính", "Mục"] if lang == "vi" else ["Id", "Label", "Unit", "Part"], rows, form)


@click.command(cls=chrome.Command)
@form
@options.language
@options.content
def indices(form: str, lang: "Language", content: Path | None) -> None:
    """Liệt kê các bộ chỉ số với lĩnh vực, tiêu chí và điểm tối đa."""
    from cchc.app import open_pack
    from cchc.output.words import basis_word

    pack = open_pack(content)
    nodes: list[tuple[str, Group | Criterion]] = []
    for index in pack.indices.values():
        for domain in index.domains:
            nodes += [(index.id, domain), *((index.id, leaf) for leaf in domain.leaves())]
    rows = [[i, n.code, n.title.get(lang), f"{n.max:g}", basis_word(n.basis, lang)] for i, n in nodes]
    print_table(
        ["Bộ chỉ số", "Mã", "Lĩnh vực, tiêu chí", "Tối đa", "Căn cứ"]
        if lang == "vi"
        else ["Index", "Code", "Criterion", "Max", "Basis"],
        rows,
        form,
    )
