"""The use cases behind the commands: read, check and answer reports, score units. Files in, plain results out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from cchc.batch import Batch, Result, Tick
from cchc.checking.results import check, results
from cchc.history.library import Library
from cchc.judging import chooser, concerned, conclude, read_summary, verdict
from cchc.model.errors import CchcError, InputError
from cchc.model.extraction import Hints
from cchc.model.outcome import CheckResult, ReadSummary, ReportResult, Unreadable
from cchc.model.text import Language
from cchc.opening import Opened
from cchc.output.read_shown import ReadCounts
from cchc.packs.load import load_pack
from cchc.packs.locate import content_root
from cchc.packs.pack import Pack
from cchc.packs.resolve import Reading, find_profile, resolve
from cchc.triage.fingerprint import identified
from cchc.triage.order import by_place

# Enough for the columns and the engine's process to pay, few enough to bound what is in memory.
_TOGETHER = 32


@dataclass(frozen=True)
class CheckOptions:
    """What a user may choose for a check; `hints` are for documents, `history` are reports that may be their past."""

    lang: Language = "vi"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    as_of: date | None = None
    hints: Hints = field(default_factory=Hints)
    history: Library = field(default_factory=Library)


@dataclass(frozen=True)
class Checked:
    """What the tool says about one report, and how much was read in it if it is a document."""

    result: ReportResult
    read: ReadCounts | None


def open_pack(content: Path | None = None) -> Pack:
    """Return the content, checked; raise `ContentError` naming file and line of every mistake in it."""
    return load_pack(content_root(content))


def read_reports(pack: Pack, paths: Sequence[Path], hints: Hints, tick: Tick | None = None) -> Iterator[Result]:
    """Yield what every report in `paths` (files, folders, patterns) says, and in its place what cannot be used."""
    return Batch(pack, hints, tick=tick).open(paths)


def in_short(pack: Pack, opened: Opened) -> tuple[ReadSummary, tuple[str, ...]]:
    """Return how much of what a report needs was read, and what a person should know about the reading."""
    read = opened.extraction
    kind = read.period.kind if read.period else None
    summary = read_summary(pack, kind, {one.id for one in read.figures})
    try:
        opened.report()
    except InputError as error:
        return summary, (*read.warnings, error.message)
    return summary, read.warnings


def figure_order(pack: Pack) -> list[str]:
    """Return the figures in the order in which a report states them: by part, then as the dictionary has them."""
    parts = [part.id for outline in pack.outlines.values() for part in outline.parts]
    rank = {part: n for n, part in reversed(list(enumerate(parts)))}
    return sorted(pack.figures, key=lambda name: rank.get(pack.figures[name].part, len(rank)))


def check_reports(
    pack: Pack, paths: Sequence[Path], options: CheckOptions, tick: Tick | None = None
) -> Iterator[Checked | Unreadable]:
    """Check every report in `paths` (files, folders, patterns); a file that cannot be used comes in its place.

    Reports are judged some at a time, so that a run of any length needs the memory of a few.
    """
    chosen = chooser(pack, options.select, options.ignore)
    if options.profile is not None:
        find_profile(pack, options.profile)
    opened = Batch(pack, options.hints, tick=tick).open(paths)
    while some := list(islice(opened, _TOGETHER)):
        yield from _judged(pack, some, options, chosen)


def _judged(
    pack: Pack, opened: Sequence[Result], options: CheckOptions, chosen: Callable[[CheckResult], bool]
) -> Iterator[Checked | Unreadable]:
    resolved = [_resolved(pack, item, options) for item in opened]
    readings = [item for item in resolved if not isinstance(item, Unreadable)]
    results = _checked(pack, [(file, reading) for file, reading, _ in readings], options, chosen)
    for item in resolved:
        yield item if isinstance(item, Unreadable) else Checked(next(results), item[2])


def _resolved(pack: Pack, item: Result, options: CheckOptions) -> tuple[str, Reading, ReadCounts | None] | Unreadable:
    if isinstance(item, Unreadable):
        return item
    try:
        reading = resolve(pack, item.report(), options.profile, options.as_of)
    except CchcError as error:
        return Unreadable(file=item.file, error=_named(error, item.file))
    reading = replace(reading, past=options.history.past_of(reading.report, pack))
    return item.file, reading, ReadCounts.of(item.extraction) if item.structured is None else None


def _named(error: CchcError, file: str) -> str:
    """Return an error with the file it is about: one among many is of no use without."""
    text = str(error)
    return text if file in text else f"{file}: {text}"


def _checked(
    pack: Pack, readings: list[tuple[str, Reading]], options: CheckOptions, chosen: Callable[[CheckResult], bool]
) -> Iterator[ReportResult]:
    if not readings:
        return
    table, matrix = check(pack, [reading for _, reading in readings])
    concluded = conclude(pack, table, matrix)
    for i, (file, reading) in enumerate(readings):
        every = results(table, matrix, i, options.lang)
        unit = reading.report.unit
        wanted = (identified(unit, o) for o in every if chosen(o))
        outcomes = by_place(wanted, [part.id for part in reading.outline.parts])
        read = read_summary(pack, reading.report.period.kind, reading.report.figures)
        yield ReportResult(
            file=file,
            unit=unit,
            period=reading.report.period.label(options.lang),
            period_id=reading.report.period.id,
            as_of=reading.day,
            profile=reading.profile.id,
            verdict=verdict(every, read),
            checks=len(every),
            outcomes=outcomes,
            weaknesses=concerned(concluded.told(i, every, options.lang), every, outcomes),
            read=read,
            engine=concluded.inference.engine,
            note=concluded.inference.note.get(options.lang) if concluded.inference.note else None,
        )
