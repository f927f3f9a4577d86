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
    "vi": "{rules} quy tắc với {cases} ca thử, {figures} số liệu với {sentences} câu thử ({failures} sai), {targets} chỉ tiêu, "
    "{chains} luật suy diễn, {indices} bộ chỉ số.",
    "en": "{rules} rules with {cases} cases, {figures} figures with {sentences} sentences ({failures} wrong), {targets} targets, "
    "{chains} inference rules, {indices} indices.",
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
    from cchc.packs.scenarios import scenarios
    from cchc.reading.figures.cases import Cases
    from cchc.reading.said.evidence_cases import failing_signs
    from cchc.reading.worded.cases import failing_slips

    loaded = open_pack(folder)
    appraisal(loaded.root)
    maps = map_problems(column_maps(loaded.root), loaded.figures, loaded.indices)
    scenarios(loaded.root, loaded.vocabulary.parser(), loaded.sources)
    failures = [
        *maps,
        *failing_cases(loaded),
        *Cases(loaded).failing(),
        *failing_slips(loaded.root),
        *failing_signs(loaded.root),
    ]
    for failure in failures:
        click.echo(f"Lỗi: {failure}", err=True)
    click.echo(_summary(loaded, len(failures), lang))
    sys.exit(2 if failures else 0)


def _summary(loaded: "Pack", failures: int, lang: "Language") -> str:
    return _SUMMARY[lang].format(
        rules=len(loaded.rules),
        cases=sum(len(rule.rule.cases) for rule in loaded.rules),
        sentences=sum(len(group.cases) for group in loaded.figure_groups),
        failures=failures,
        figures=len(loaded.figures),
        targets=len(loaded.targets),
        chains=len(loaded.weaknesses.rules),
        indices=len(loaded.indices),
    )
