"""`cchc pack check`: is the content whole, and does every rule do what its cases say."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options

if TYPE_CHECKING:
    from cchc.model.text import Language
    from cchc.packs.pack import Pack

_SUMMARY: "dict[Language, str]" = {
    "vi": "{rules} quy tắc với {cases} ca thử, {figures} số liệu với {sentences} câu thử ({failures} sai), {wordings} thuật ngữ, tên gọi, văn bản có thời hạn với {worded} câu thử, {targets} chỉ tiêu, "
    "{chains} luật suy diễn, {indices} bộ chỉ số, {profiles} hồ sơ áp dụng.\n{unquoted} giá trị chỉ tiêu, hạn gửi chưa có trích nguyên văn.",
    "en": "{rules} rules with {cases} cases, {figures} figures with {sentences} sentences ({failures} wrong), {wordings} dated terms, names and acts with {worded} sentences, {targets} targets, "
    "{chains} inference rules, {indices} indices, {profiles} profiles.\n{unquoted} values of targets and deadlines have no quotation.",
}


@click.group(cls=chrome.Group)
def pack() -> None:
    """Kiểm tra nội dung quy tắc, chỉ tiêu, bộ chỉ số."""


@pack.command()
@click.argument("folder", required=False, metavar="[THƯ_MỤC]", type=click.Path(path_type=Path))
@options.language
def check(folder: Path | None, lang: "Language") -> None:
    """Kiểm tra rules/ và indicators/: mọi tên, căn cứ, điểm số, và các ca thử bên cạnh từng quy tắc, từng nhóm số liệu."""
    from cchc.app import open_pack
    from cchc.checking.cases import failing_cases
    from cchc.packs.appraisal import appraisal
    from cchc.packs.column_maps import column_maps, map_problems
    from cchc.packs.denials import denials
    from cchc.packs.proofs import unproved
    from cchc.packs.register_words import register_words
    from cchc.packs.scenarios import scenarios
    from cchc.packs.unused import unused
    from cchc.reading.figures.cases import Cases
    from cchc.reading.said.evidence_cases import failing_signs
    from cchc.reading.worded.cases import failing_terms
    from cchc.reading.worded.slip_cases import failing_slips

    loaded = open_pack(folder)
    appraisal(loaded.root)
    register_words(loaded.root)
    maps = map_problems(column_maps(loaded.root), loaded.figures, loaded.indices)
    scenarios(loaded.root, loaded.vocabulary.parser(), loaded.sources)
    denials(loaded)
    failures = [
        *maps,
        *unproved(loaded),
        *failing_cases(loaded),
        *Cases(loaded).failing(),
        *failing_slips(loaded.root),
        *failing_signs(loaded.root),
        *failing_terms(loaded),
    ]
    for remark in unused(loaded):
        click.echo(f"Lưu ý: {remark}.", err=True)
    for failure in failures:
        click.echo(f"Lỗi: {failure}", err=True)
    click.echo(_summary(loaded, len(failures), lang))
    sys.exit(2 if failures else 0)


@pack.command()
@click.option(
    "-o", "--output", metavar="THƯ_MỤC", type=click.Path(path_type=Path), default=Path("docs"), show_default=True,
    cls=chrome.Option, help="Thư mục ghi các trang.",
)  # fmt: skip
@options.content
def docs(output: Path, content: Path | None) -> None:
    """Viết một trang cho mỗi quy tắc, số liệu, chỉ tiêu, bộ chỉ số, bằng hai thứ tiếng, và các mục lục."""
    from cchc.app import open_pack
    from cchc.output.pages.shelf import stale
    from cchc.site import FOLDERS, MARK, site

    files = {output / path: text for path, text in site(open_pack(content))}
    for path, text in files.items():
        options.write(text, path)
    removed = stale([output / kind for kind in FOLDERS], files, MARK)
    for path in removed:
        path.unlink()
    click.echo(f"Đã ghi {len(files)} trang vào {output}, bỏ {len(removed)} trang cũ.")


def _summary(loaded: "Pack", failures: int, lang: "Language") -> str:
    from cchc.packs.proofs import without_quote

    return _SUMMARY[lang].format(
        rules=len(loaded.rules),
        cases=sum(len(rule.rule.cases) for rule in loaded.rules),
        sentences=sum(len(group.cases) for group in loaded.figure_groups),
        worded=sum(len(one.cases) for one in (*loaded.wordings.terms, *loaded.wordings.acts)),
        wordings=len(loaded.wordings.uses),
        failures=failures,
        figures=len(loaded.figures),
        targets=len(loaded.targets),
        chains=len(loaded.weaknesses.rules),
        indices=len(loaded.indices),
        profiles=len(loaded.profiles),
        unquoted=without_quote(loaded),
    )
