"""`cchc check --summary`: many reports in tables, a line each, and totals."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cchc.cli import options, tables

if TYPE_CHECKING:
    from cchc.app import CheckOptions
    from cchc.bulk.check_task import CheckTask
    from cchc.bulk.tables_run import Target
    from cchc.model.outcome import Severity
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack
    from cchc.tables.block import Table

_NOT_HERE = {
    "baseline": "--baseline", "write_baseline": "--write-baseline", "suppress": "--suppress", "history": "--history",
    "annotate": "--annotate", "unit": "--unit",
}  # fmt: skip


def _summary(spread: tables.Spread, given: Mapping[str, Any]) -> NoReturn:
    from cchc.app import CheckOptions, open_pack
    from cchc.output.bulk_text import checked_text
    from cchc.packs.resolve import find_profile

    tables.only_here(given, _NOT_HERE)
    pack = open_pack(given["content"])
    hints = options.make_hints(None, given["level"], given["province"], given["period"])
    as_of = options.day(given["as_of"])
    chosen = CheckOptions(given["lang"], given["select"], given["ignore"], given["profile"], as_of, hints)
    if chosen.profile is not None:
        find_profile(pack, chosen.profile)
    shape = options.csv_shape(given["sep"], given["decimal"])
    opened, target = tables.opened(given["reports"], given["output"])
    counts = tables.run(_task(pack, opened, chosen, target, shape), opened, target, spread)
    titles = {rule.rule.code: rule.rule.title.get(chosen.lang) for rule in pack.rules}
    click.echo(checked_text(counts, titles, chosen.lang, every=given["every"]), nl=False)
    _tell_repeated(target)
    sys.exit(_code(counts, given["fail_on"]))


def _tell_repeated(target: "Target") -> None:
    """Name reports of which there are several: a check takes each row for itself, who counts the rows should know."""
    from cchc.bulk.repeated import repeated_reports

    again = repeated_reports(target)
    if not again.count:
        return
    told = "báo cáo có hơn một dòng (cùng đơn vị, cấp, tỉnh, kỳ); mọi dòng đều được kiểm tra và đếm"
    click.echo(f"Lưu ý: {again.count} {told}:", err=True)
    for (unit, *_, period), times in again.first:
        click.echo(f"  {unit}, {period}: {times} dòng", err=True)
    if again.count > len(again.first):
        click.echo("  ...", err=True)


def _code(counts: Mapping[str, int], fail_on: "Severity") -> int:
    """Return 2 where rows could not be used, 1 for findings of the level or nothing that could be concluded, else 0."""
    if counts["rejected"] or not counts["rows"]:
        return 2
    from cchc.model.outcome import SEVERITIES

    reached = SEVERITIES[SEVERITIES.index(fail_on) :]
    return int(bool(counts["verdict:undecided"] or any(counts[f"reports:{severity}"] for severity in reached)))


def _task(
    pack: "Pack", opened: Sequence["Table"], chosen: "CheckOptions", target: "Target", shape: "CsvShape"
) -> "CheckTask":
    from cchc.bulk.check_block import VERDICTS
    from cchc.bulk.check_rows import HEADINGS
    from cchc.bulk.check_task import COMPILE_FROM, CheckTask
    from cchc.bulk.kinds import default_key
    from cchc.bulk.task import content_digest
    from cchc.output.words import verdict_words
    from cchc.tables.writing import Shape

    text, words = target.suffix == ".csv", verdict_words(chosen.lang)
    return CheckTask(
        content=pack.root.resolve(),
        digest=content_digest(pack.root),
        shape=Shape(target.suffix, tuple(HEADINGS[chosen.lang]) if text else (), shape.sep, shape.decimal),
        default=default_key(chosen.hints),
        profile=chosen.profile,
        as_of=chosen.as_of,
        select=chosen.select,
        ignore=chosen.ignore,
        lang=chosen.lang,
        verdicts=tuple(words[name] for name in VERDICTS) if text else VERDICTS,
        compiled=sum(table.rows for table in opened) >= COMPILE_FROM,
    )


summarized = tables.summarized(_summary)
"""Adds `--summary` to the check: the tables are then judged by columns, and not one by one."""
