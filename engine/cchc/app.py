"""The use cases behind the commands: check reports, score units. Files in, plain results out."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from cchc.checking.results import check, read_summary, results
from cchc.checking.table import Table
from cchc.formula.evaluate import Evaluator
from cchc.inference.atoms import Atoms, read_flags
from cchc.inference.engine import Inference, infer
from cchc.inference.explain import Wording, weaknesses
from cchc.intake.report_file import read_report, report_files
from cchc.model.errors import CchcError, UsageError
from cchc.model.outcome import (
    SEVERITIES,
    Basis,
    CheckResult,
    ReadSummary,
    ReportResult,
    Severity,
    Unreadable,
    Verdict,
    Weakness,
)
from cchc.model.text import Language
from cchc.packs.indices import IndexDef
from cchc.packs.load import load_pack
from cchc.packs.locate import content_root
from cchc.packs.pack import Pack
from cchc.packs.resolve import Reading, as_number, find_profile, resolve, target_value
from cchc.packs.validate import did_you_mean

if TYPE_CHECKING:
    from cchc.checking.evaluate import Outcomes
    from cchc.model.scorecard import Scorecard
    from cchc.scoring.tree import ReadyIndex


# A report that states less than a quarter of what its period needs may hide anything: it is not called good.
_ENOUGH = 0.25


@dataclass(frozen=True)
class CheckOptions:
    """What a user may choose for a check."""

    lang: Language = "vi"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    as_of: date | None = None


@dataclass(frozen=True)
class CheckRun:
    """The results of a run, and the files it could not use."""

    reports: tuple[ReportResult, ...]
    unreadable: tuple[Unreadable, ...] = ()


def open_pack(content: Path | None = None) -> Pack:
    """Return the content, checked; raise `ContentError` naming file and line of every mistake in it."""
    return load_pack(content_root(content))


def check_reports(pack: Pack, paths: Sequence[Path], options: CheckOptions) -> CheckRun:
    """Check every report in `paths` (files or folders); files that cannot be used are listed, not fatal."""
    chosen = _chooser(pack, options)
    if options.profile is not None:
        find_profile(pack, options.profile)
    readings: list[tuple[str, Reading]] = []
    unreadable: list[Unreadable] = []
    for path in _each_file(paths, unreadable):
        try:
            readings.append((str(path), resolve(pack, read_report(path, pack), options.profile, options.as_of)))
        except CchcError as error:
            unreadable.append(Unreadable(file=str(path), error=str(error)))
    return CheckRun(tuple(_checked(pack, readings, options, chosen)), tuple(unreadable))


def _each_file(paths: Sequence[Path], unreadable: list[Unreadable]) -> Iterator[Path]:
    seen: set[str] = set()
    for path in paths:
        try:
            # Path.resolve raises on a loop of links; such a file is to be named as unreadable like any other.
            files = {os.path.realpath(file): file for file in report_files(path)}
            yield from (file for real, file in files.items() if real not in seen)
            seen |= set(files)
        except CchcError as error:
            unreadable.append(Unreadable(file=str(path), error=str(error)))


def _checked(
    pack: Pack, readings: list[tuple[str, Reading]], options: CheckOptions, chosen: Callable[[CheckResult], bool]
) -> Iterator[ReportResult]:
    if not readings:
        return
    table, matrix = check(pack, [reading for _, reading in readings])
    concluded = conclude(pack, table, matrix)
    for i, (file, reading) in enumerate(readings):
        every = results(table, matrix, i, options.lang)
        outcomes = tuple(o for o in every if chosen(o))
        read = read_summary(reading)
        yield ReportResult(
            file=file,
            unit=reading.report.unit,
            period=reading.report.period.label(options.lang),
            profile=reading.profile.id,
            verdict=verdict(every, read),
            checks=len(every),
            outcomes=outcomes,
            weaknesses=_concerned(concluded.told(i, every, options.lang), every, outcomes),
            read=read,
            engine=concluded.inference.engine,
            note=concluded.inference.note.get(options.lang) if concluded.inference.note else None,
        )


@dataclass(frozen=True)
class Conclusions:
    """What inference concluded on a batch, ready to be told report by report."""

    pack: Pack
    atoms: Atoms
    inference: Inference

    def told(self, index: int, outcomes: Sequence[CheckResult], lang: Language) -> tuple[Weakness, ...]:
        """Return the weaknesses of one report with their chains."""
        messages = {o.code: o.message for o in outcomes}
        wording = Wording(lambda code, _: messages[code], self.pack.vocabulary.labels, lang)
        row = self.atoms.row(index, self.pack.weaknesses.base())
        return weaknesses(self.pack.weaknesses, self.inference.of(index), row, wording)


def conclude(pack: Pack, table: Table, matrix: "Outcomes") -> Conclusions:
    """Chain from the outcomes of a batch to weaknesses, causes and actions."""
    flags = read_flags(pack.weaknesses, Evaluator(table.columns))
    atoms = Atoms.of([rule.rule.code for rule in pack.rules], matrix, flags)
    return Conclusions(pack, atoms, infer(pack.weaknesses, atoms))


def verdict(outcomes: Sequence[CheckResult], read: ReadSummary) -> Verdict:
    """Return `mend` if an error failed, `undecided` if too little was read, `explain` for a warning, else `pass`."""
    failed = {o.severity for o in outcomes if o.outcome == "fail"}
    if "error" in failed:
        return "mend"
    if read.found < _ENOUGH * read.expected or all(o.outcome in ("unknown", "not_applicable") for o in outcomes):
        return "undecided"
    return "explain" if "warning" in failed else "pass"


def _concerned(
    found: Sequence[Weakness], every: Sequence[CheckResult], chosen: Sequence[CheckResult]
) -> tuple[Weakness, ...]:
    """Leave out weaknesses that follow only from checks the user did not ask for."""
    codes, wanted = {o.code for o in every}, {o.code for o in chosen}

    def concerns(weakness: Weakness) -> bool:
        findings = {step.id.removeprefix("not ").partition(".")[0] for step in weakness.chain} & codes
        return bool(findings & wanted) or (not findings and codes == wanted)

    return tuple(w for w in found if concerns(w))


def reaches(outcomes: Sequence[CheckResult], threshold: Severity) -> bool:
    """Return whether a failed check is at or above a severity."""
    level = SEVERITIES.index(threshold)
    return any(o.outcome == "fail" and SEVERITIES.index(o.severity) >= level for o in outcomes)


def _chooser(pack: Pack, options: CheckOptions) -> Callable[[CheckResult], bool]:
    """Return which outcomes the user wants: codes, beginnings of codes, topics, severities or bases."""
    codes = [r.rule.code for r in pack.rules]
    known = {*codes, *(code[:3] for code in codes), *pack.rule_topics, *SEVERITIES, *get_args(Basis)}
    for word in (*options.select, *options.ignore):
        if word not in known and not any(code.startswith(word.upper()) and len(word) >= 3 for code in codes):
            raise UsageError(f"không có mã, nhóm, mức hay căn cứ '{word}'{did_you_mean(word, known)}")

    def named(outcome: CheckResult, words: tuple[str, ...]) -> bool:
        exact = {outcome.topic, outcome.severity, outcome.basis}
        return any(word in exact or outcome.code.startswith(word.upper()) for word in words)

    return lambda o: (not options.select or named(o, options.select)) and not named(o, options.ignore)


@dataclass(frozen=True)
class ScoreOptions:
    """What a user may choose for a scoring: the index, and the day and province whose targets its formulas mean."""

    lang: Language = "vi"
    index: str | None = None
    as_of: date | None = None
    province: str | None = None


def score_units(pack: Pack, path: Path, options: ScoreOptions) -> "Scorecard":
    """Score the units in a file; raise `InputError` at its first fault, `UsageError` on an unknown index."""
    # Imported here: a check, the commonest command, has no use for the scoring room.
    from cchc.intake.unit_headings import Headings
    from cchc.intake.units import read_units
    from cchc.scoring.scorecards import scorecards

    index = find_index(pack, options.index)
    table = read_units(path, Headings(pack.figures, index))
    labels = {name: text.get(options.lang) for name, text in pack.vocabulary.labels.items()}
    return scorecards(ready_index(pack, index, options), table, labels, pack.sources, options.lang)


def ready_index(pack: Pack, index: IndexDef, options: ScoreOptions) -> "ReadyIndex":
    """Return an index with its formulas parsed and the targets of the chosen day and province filled in."""
    from cchc.scoring.tree import make_ready

    rates = {rate.definition.id: rate.tree for rate in pack.rates}
    targets: dict[str, float] = {}
    for target_id in pack.targets if options.as_of else ():
        dated = target_value(pack, target_id, options.as_of or date.min, options.province)
        if dated:
            targets[target_id] = as_number(dated.value)
    return make_ready(index, pack.vocabulary.parser(), rates, targets)


def needed_figures(pack: Pack, index: IndexDef) -> list[str]:
    """Return the figures that the criteria of an index rest on, in the order of the index."""
    leaves = ready_index(pack, index, ScoreOptions()).leaves
    return [name for name in dict.fromkeys(n for leaf in leaves for n in leaf.figures()) if name in pack.figures]


def find_index(pack: Pack, index_id: str | None) -> IndexDef:
    """Return an index by id, or the only one; raise `UsageError` with the nearest id."""
    if index_id is None and len(pack.indices) == 1:
        return next(iter(pack.indices.values()))
    if index_id is None:
        raise UsageError(f"có nhiều bộ chỉ số, hãy chọn bằng --index: {', '.join(sorted(pack.indices))}")
    if index_id not in pack.indices:
        hint = did_you_mean(index_id, pack.indices)
        raise UsageError(f"không có bộ chỉ số '{index_id}'{hint}; hiện có: {', '.join(sorted(pack.indices))}")
    return pack.indices[index_id]
