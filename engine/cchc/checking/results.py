"""Check a batch of reports and put the outcomes of each into words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cchc.checking.evaluate import outcomes
from cchc.checking.evidence import Evidence
from cchc.checking.table import Table, tabulate
from cchc.model.outcome import OUTCOMES, CheckResult, SourceShown
from cchc.model.text import Language
from cchc.packs.figure_schema import Presence
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.resolve import Reading

if TYPE_CHECKING:
    from cchc.checking.evaluate import Outcomes

_PRESENCE: tuple[Presence, ...] = ("month", "quarter", "year")


def check(pack: Pack, readings: Sequence[Reading]) -> "tuple[Table, Outcomes]":
    """Return the columns of the reports and the outcome of every rule of the pack on each."""
    table = tabulate(pack, readings)
    return table, outcomes(table, pack.rules)


def results(table: Table, matrix: "Outcomes", index: int, lang: Language) -> tuple[CheckResult, ...]:
    """Return every outcome of one report with its evidence, in the order of the pack."""
    pack = table.readings[index].pack
    evidence = Evidence(table, index, lang)
    return tuple(_result(rule, evidence, int(matrix[index, j])) for j, rule in enumerate(pack.rules))


def _result(rule: CompiledRule, evidence: Evidence, code: int) -> CheckResult:
    r, lang, outcome = rule.rule, evidence.lang, OUTCOMES[code]
    figures = evidence.figures(rule)
    return CheckResult(
        code=r.code,
        origin=r.origin,
        topic=rule.topic,
        title=r.title.get(lang),
        outcome=outcome,
        severity=evidence.reading.profile.severities.get(r.code, r.severity),
        basis=r.basis,
        message=evidence.message(rule, outcome),
        figures=figures,
        places=evidence.places(rule, figures),
        source=source_shown(evidence.reading.pack, rule),
        why=r.why.get(lang),
        fix=r.fix.get(lang),
    )


def source_shown(pack: Pack, rule: CompiledRule) -> SourceShown:
    """Return the document and clause a rule rests on."""
    source = pack.sources[rule.rule.source.act]
    return SourceShown(
        document=source.document,
        seen=source.seen,
        clause=rule.rule.source.clause,
        address=source.address,
        issued=source.issued,
    )
