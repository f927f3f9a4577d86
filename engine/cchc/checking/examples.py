"""What a check says of the cases that stand beside a rule: the examples of its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc.checking.cases import case_columns
from cchc.checking.evidence import Evidence
from cchc.checking.table import Cell, Table, with_rates
from cchc.model.period import Period
from cchc.model.report import Report
from cchc.model.text import Language
from cchc.packs.pack import CompiledRule, Pack
from cchc.packs.resolve import Reading
from cchc.packs.schema import Case


@dataclass(frozen=True)
class _CaseEvidence(Evidence):
    """The evidence of a case: it has counts only, not the passages or headings that a report would name."""

    def _which(self, _name: str) -> str:
        return ""


def case_message(pack: Pack, rule: CompiledRule, case: Case, lang: Language) -> str:
    """Return the sentence that is printed for a case."""
    columns = with_rates(pack, case_columns(pack, case.given))
    cells: Mapping[str, Cell] = {name: Cell(float(columns.values[name][0])) for name in case.given}
    table = Table((_reading(pack),), columns, (cells,))
    return _CaseEvidence(table, 0, lang).message(rule, case.expect)


def _reading(pack: Pack) -> Reading:
    """Return a report that says nothing: what a case says stands in its columns."""
    nowhere = Report(unit="…", level="department", province="…", period=Period(kind="month", year=2025, number=4))
    return Reading(nowhere, pack, next(iter(pack.profiles.values())), date.min)
