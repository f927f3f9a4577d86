"""`cchc score --summary`: many units in tables, a line each, and how many came into each band."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cchc.cli import options, tables
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.packs.indices import IndexDef
    from cchc.packs.pack import Pack
    from cchc.tables.block import Table

_NOT_HERE = {
    "explain": "--explain", "previous": "--previous", "scenario": "--scenario", "robustness": "--robustness",
    "merge": "--merge",
}  # fmt: skip


def _summary(spread: tables.Spread, given: Mapping[str, Any]) -> NoReturn:
    from cchc.app import open_pack
    from cchc.bulk.repeated import repeated_units
    from cchc.bulk.score_task import ScoreTask, score_shape
    from cchc.bulk.task import content_digest
    from cchc.output.bulk_text import scored_text
    from cchc.tables.writing import Shape

    tables.only_here(given, _NOT_HERE)
    pack, lang = open_pack(given["content"]), given["lang"]
    marks = options.csv_shape(given["sep"], given["decimal"])
    opened, target = tables.opened(given["units"], given["output"])
    index = _index(pack, opened, given["index_id"])
    task = ScoreTask(
        pack.root.resolve(), content_digest(pack.root), Shape(target.suffix, (), marks.sep, marks.decimal), index.id,
        options.day(given["as_of"]), given["province"], not given["without_surveys"], lang,
    )  # fmt: skip
    headings = score_shape(pack, task).headings if target.suffix == ".csv" else ()
    task = ScoreTask(**{**vars(task), "shape": Shape(target.suffix, headings, marks.sep, marks.decimal)})
    counts = tables.run(task, opened, target, spread)
    bands = {level.id: level.label.get(lang) for level in reversed(list(index.bands.ascending()))}
    click.echo(scored_text(counts, bands, index.title.get(lang), lang), nl=False)
    again = repeated_units(target)
    for (unit,), times in again.first:
        click.echo(f"Lỗi: mã đơn vị '{unit}' có {times} dòng; mỗi đơn vị chỉ được một dòng", err=True)
    if again.count > len(again.first):
        click.echo(f"... và {again.count - len(again.first)} mã khác có nhiều dòng", err=True)
    sys.exit(2 if counts["rejected"] or again.count or not counts["rows"] else 0)


def _index(pack: "Pack", opened: "Sequence[Table]", named: str | None) -> "IndexDef":
    """Return the index: the one that is named, or that of the system whose columns the table has."""
    from cchc.bulk.score_task import mapped
    from cchc.choosing import choose_index

    if named is None:
        known = {found.index for table in opened if (found := mapped(pack.root, table.headings))}
        if len(known) != 1:
            raise UsageError("--summary cần --index BỘ_CHỈ_SỐ; 'cchc indices' liệt kê các bộ chỉ số")
        named = known.pop()
    return choose_index(pack, named, (), None)


summarized = tables.summarized(_summary)
"""Adds `--summary` to scoring: the units are then scored block by block, without traces and ranks."""
