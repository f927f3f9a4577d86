"""Hold two reports against each other: what each states, and what the checks say of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.checking.results import check, results
from cchc.history.library import same_unit
from cchc.model.comparison import (
    Comparison,
    Difference,
    FigureDifference,
    FindingChange,
    FindingDifference,
    Side,
    Values,
)
from cchc.model.extraction import Hints
from cchc.model.figure import Stated
from cchc.model.outcome import CheckResult
from cchc.model.report import Report
from cchc.model.text import Language
from cchc.opening import open_report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve, same_province
from cchc.vietnamese.numbers import show_number

_SPANS = {
    "vi": {"period": "trong kỳ", "year_to_date": "lũy kế", "other": "kỳ khác"},
    "en": {"period": "in the period", "year_to_date": "year to date", "other": "another period"},
}
Slot = tuple[str, str, str]
"""What makes two statements of a figure comparable: the figure, its scope and its time."""


@dataclass(frozen=True)
class _Read:
    file: str
    report: Report


def compare_reports(pack: Pack, before: Path, after: Path, hints: Hints, lang: Language) -> Comparison:
    """Return what changed from one report to the other; raise `CchcError` where one of them cannot be used."""
    a, b = (_Read(str(path), open_report(path, pack, hints).report()) for path in (before, after))
    figures = list(_figures(pack, a.report, b.report, lang))
    findings = list(_findings(*_outcomes(pack, (a.report, b.report), lang)))
    return Comparison(
        before=_side(a, lang),
        after=_side(b, lang),
        differs_in=_differs(a.report, b.report),
        figures=tuple(one for one in figures if one is not None),
        same_figures=figures.count(None),
        findings=tuple(one for one in findings if one is not None),
        same_findings=findings.count(None),
    )


def _side(one: _Read, lang: Language) -> Side:
    start, end = one.report.period.covered()
    return Side(
        file=one.file,
        unit=one.report.unit,
        level=one.report.level,
        province=one.report.province,
        period=one.report.period.label(lang),
        data_from=start.isoformat(),
        data_to=end.isoformat(),
        figures=len(one.report.figures),
    )


def _differs(a: Report, b: Report) -> tuple[Difference, ...]:
    same_name = same_unit(a.model_copy(update={"level": b.level, "province": b.province}), b)
    found: tuple[tuple[Difference, bool], ...] = (
        ("unit", not same_name),
        ("level", a.level != b.level),
        ("province", not same_province(a.province, b.province)),
        ("kind", a.period.kind != b.period.kind),
        ("period", not a.period.same(b.period)),
    )
    return tuple(what for what, differs in found if differs)


def _slots(report: Report, lang: Language) -> dict[Slot, list[Stated]]:
    found: dict[Slot, list[Stated]] = {}
    for figure, stated in report.figures.items():
        for one in stated:
            time = one.period.label(lang) if one.period else _SPANS[lang][one.span]
            found.setdefault((figure, one.scope, time), []).append(one)
    return found


def _figures(pack: Pack, a: Report, b: Report, lang: Language) -> Iterator[FigureDifference | None]:
    """Yield every figure of every scope and time that one of them states: the difference, None where there is none."""
    before, after = _slots(a, lang), _slots(b, lang)
    order = {name: n for n, name in enumerate(pack.figures)}
    for slot in sorted({**before, **after}, key=lambda s: (order[s[0]], s[1] != "own", s[1:])):
        old, new = before.get(slot, []), after.get(slot, [])
        yield None if _printed(old) == _printed(new) else _difference(pack, slot, old, new, lang)


def _printed(stated: Sequence[Stated]) -> set[tuple[float, bool]]:
    return {(one.value, one.approx) for one in stated}


def _difference(pack: Pack, slot: Slot, old: list[Stated], new: list[Stated], lang: Language) -> FigureDifference:
    figure, scope, time = slot
    single = {len({one.value for one in side}) for side in (old, new)} == {1}
    exact = single and not any(one.approx for one in (*old, *new))
    return FigureDifference(
        figure=figure,
        label=pack.figures[figure].label.get(lang),
        scope=scope,
        time=time,
        change="changed" if old and new else "new" if new else "gone",
        before=_values(pack, figure, old, lang),
        after=_values(pack, figure, new, lang),
        difference=round(new[0].value - old[0].value, 6) if exact else None,
    )


def _values(pack: Pack, figure: str, stated: Sequence[Stated], lang: Language) -> Values | None:
    if not stated:
        return None
    sign = "%" if pack.figures[figure].kind == "percent" else ""
    roughly = "khoảng " if lang == "vi" else "about "
    shown = (f"{roughly if one.approx else ''}{show_number(one.value, lang, one.decimals)}{sign}" for one in stated)
    return Values(
        values=tuple(dict.fromkeys(one.value for one in stated)),
        shown=" ≠ ".join(dict.fromkeys(shown)),
        places=tuple(one.at for one in stated if one.at),
    )


def _outcomes(pack: Pack, reports: Sequence[Report], lang: Language) -> list[tuple[CheckResult, ...]]:
    table, matrix = check(pack, [resolve(pack, report) for report in reports])
    return [results(table, matrix, index, lang) for index in range(len(reports))]


def _findings(before: Sequence[CheckResult], after: Sequence[CheckResult]) -> Iterator[FindingDifference | None]:
    """Yield every check: what changed or is still to be mended, None where it says nothing against either."""
    for old, new in zip(before, after, strict=True):
        change = _change(old, new)
        yield change and FindingDifference(
            code=new.code,
            title=new.title,
            severity=new.severity,
            change=change,
            before=old.outcome,
            after=new.outcome,
            message_before=old.message,
            message_after=new.message,
        )


def _change(old: CheckResult, new: CheckResult) -> FindingChange | None:
    if old.outcome == new.outcome:
        return "still" if new.outcome == "fail" else None
    if new.outcome == "fail":
        return "new"
    # What is no longer known, or no longer applies, was not mended.
    return "mended" if (old.outcome, new.outcome) == ("fail", "pass") else "outcome"
