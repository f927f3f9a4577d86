"""The use cases behind the commands: check reports, score units. Files in, plain results out."""

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
from cchc.model.outcome import SEVERITIES, Basis, CheckResult, ReportResult, Severity, Unreadable, Verdict, Weakness
from cchc.model.text import Language
from cchc.packs.load import load_pack
from cchc.packs.locate import content_root
from cchc.packs.pack import Pack
from cchc.packs.resolve import Reading, find_profile, resolve
from cchc.packs.validate import did_you_mean

if TYPE_CHECKING:
    from cchc.checking.evaluate import Outcomes


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
    for path in paths:
        try:
            yield from report_files(path)
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
        yield ReportResult(
            file=file,
            unit=reading.report.unit,
            period=reading.report.period.label(options.lang),
            profile=reading.profile.id,
            verdict=verdict(outcomes),
            outcomes=outcomes,
            weaknesses=concluded.told(i, every, options.lang),
            read=read_summary(reading),
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
        messages = {o.code: f"{o.title} ({o.message})" for o in outcomes}
        wording = Wording(lambda code, _: messages[code], self.pack.vocabulary.labels, lang)
        row = self.atoms.row(index, self.pack.weaknesses.base())
        return weaknesses(self.pack.weaknesses, self.inference.of(index), row, wording)


def conclude(pack: Pack, table: Table, matrix: "Outcomes") -> Conclusions:
    """Chain from the outcomes of a batch to weaknesses, causes and actions."""
    flags = read_flags(pack.weaknesses, Evaluator(table.columns))
    atoms = Atoms.of([rule.rule.code for rule in pack.rules], matrix, flags)
    return Conclusions(pack, atoms, infer(pack.weaknesses, atoms))


def verdict(outcomes: Sequence[CheckResult]) -> Verdict:
    """Return `mend` if an error failed, `explain` if a warning did, else `pass`."""
    failed = {o.severity for o in outcomes if o.outcome == "fail"}
    return "mend" if "error" in failed else "explain" if "warning" in failed else "pass"


def reaches(outcomes: Sequence[CheckResult], threshold: Severity) -> bool:
    """Return whether a failed check is at or above a severity."""
    level = SEVERITIES.index(threshold)
    return any(o.outcome == "fail" and SEVERITIES.index(o.severity) >= level for o in outcomes)


def _chooser(pack: Pack, options: CheckOptions) -> Callable[[CheckResult], bool]:
    """Return which outcomes the user wants: codes, beginnings of codes, topics, severities or bases."""
    known = {r.rule.code for r in pack.rules} | set(pack.rule_topics) | set(SEVERITIES) | set(get_args(Basis))
    for word in (*options.select, *options.ignore):
        if not any(name.startswith(word) for name in known):
            raise UsageError(f"không có mã, nhóm, mức hay căn cứ '{word}'{did_you_mean(word, known)}")

    def named(outcome: CheckResult, words: tuple[str, ...]) -> bool:
        exact = {outcome.topic, outcome.severity, outcome.basis}
        return any(outcome.code.startswith(word) or word in exact for word in words)

    return lambda o: (not options.select or named(o, options.select)) and not named(o, options.ignore)
