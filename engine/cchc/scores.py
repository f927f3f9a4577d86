"""The use cases of scoring: units from tables and reports, by the index that is meant for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.choosing import allowed, choose_index
from cchc.intake.files import each_file
from cchc.intake.scorecards import scorecard_of
from cchc.intake.unit_headings import Headings
from cchc.intake.unit_peek import peek
from cchc.intake.unit_reports import units_of_reports
from cchc.intake.units import holds_units, read_units
from cchc.model.errors import UsageError
from cchc.model.outcome import Unreadable
from cchc.model.report import Report
from cchc.model.scorecard import Scorecard
from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.packs.appraisal import appraisal
from cchc.packs.column_maps import column_maps
from cchc.packs.indices import IndexDef
from cchc.packs.pack import Pack
from cchc.packs.resolve import as_number, target_value
from cchc.packs.scenarios import Scenario, scenarios
from cchc.packs.validate import did_you_mean
from cchc.scoring.change import changed
from cchc.scoring.columns import score_columns
from cchc.scoring.knowledge import Knowledge
from cchc.scoring.merge import merged
from cchc.scoring.robustness import robust
from cchc.scoring.scenario import effects
from cchc.scoring.scorecards import scorecards
from cchc.scoring.tree import ReadyIndex, make_ready

_MAPPED: dict[Language, str] = {"vi": "đọc theo {}", "en": "read as: {}"}


@dataclass(frozen=True)
class ScoreOptions:
    """What a user may choose for a scoring.

    `index`; the day (`as_of`) and `province` whose targets its formulas mean; whether criteria that rest on `surveys`
    count; whether units are summed to the one they belong to (`merge`); a scorecard of an earlier period (`previous`);
    a `scenario` to be tried; whether the ranks are tested against other weights (`robustness`).
    """

    lang: Language = "vi"
    index: str | None = None
    as_of: date | None = None
    province: str | None = None
    surveys: bool = True
    merge: bool = False
    previous: Path | None = None
    scenario: str | None = None
    robustness: bool = False


@dataclass(frozen=True)
class ScoreInputs:
    """What is to be scored: tables of units, reports of one unit each, and paths that lead to neither."""

    tables: tuple[Path, ...]
    reports: tuple[Path, ...]
    unreadable: tuple[Unreadable, ...]


def score_inputs(paths: Sequence[Path]) -> ScoreInputs:
    """Tell tables of units from reports among `paths` (files, folders, patterns)."""
    found = list(each_file(paths))
    files = {path: holds_units(path) for path in found if isinstance(path, Path)}
    return ScoreInputs(
        tuple(path for path, units in files.items() if units),
        tuple(path for path, units in files.items() if not units),
        tuple(item for item in found if isinstance(item, Unreadable)),
    )


@dataclass(frozen=True)
class Scored:
    """A scorecard and what a person should know about the file it is from."""

    card: Scorecard
    warnings: tuple[str, ...] = ()


def score_units(pack: Pack, path: Path, options: ScoreOptions) -> Scored:
    """Score the units in a table; raise `InputError` at its first fault, `UsageError` where no index or several fit."""
    seen = peek(path, column_maps(pack.root))
    named = options.index or (seen.mapped.index if seen.mapped else None)
    index = choose_index(pack, named, seen.kinds, options.as_of)
    allowed(index, seen.kinds, options.as_of)
    mapped = seen.mapped if seen.mapped and seen.mapped.index == index.id else None
    table = _merged(pack, read_units(path, Headings(pack.figures, index, appraisal(pack.root)), mapped), options)
    notes = [_MAPPED[options.lang].format(mapped.label.get(options.lang))] if mapped else []
    return Scored(_scored(pack, index, table, options), (*table.warnings, *notes))


def score_reports(pack: Pack, reports: Sequence[tuple[str, Report]], options: ScoreOptions) -> Scorecard:
    """Score one unit a report, from the report's own figures of its own period; `reports` are files with what they say."""
    table = units_of_reports(reports, pack.figures, options.lang)
    return _scored(pack, choose_index(pack, options.index, set(table.kinds), options.as_of), table, options)


def _scored(pack: Pack, index: IndexDef, table: UnitsTable, options: ScoreOptions) -> Scorecard:
    allowed(index, set(table.kinds), options.as_of or _last_day(table))
    knowledge = Knowledge(pack.figures, pack.sources, appraisal(pack.root), options.lang)
    ready = ready_index(pack, index, options)
    card = scorecards(ready, table, knowledge, options.surveys)
    if options.scenario is not None:
        parser = pack.vocabulary.parser()
        chosen = _scenario(scenarios(pack.root, parser, pack.sources), options.scenario)
        tried = effects(ready, table, chosen, parser, knowledge, options.surveys)
        card = card.model_copy(update={"scenarios": tried})
    if options.robustness:
        card = robust(card, ready, score_columns(ready, table, options.surveys), options.lang)
    if options.previous is not None:
        card = changed(card, scorecard_of(options.previous, index.id), str(options.previous), options.lang)
    return card


def _merged(pack: Pack, table: UnitsTable, options: ScoreOptions) -> UnitsTable:
    if options.merge and not table.parents:
        raise UsageError(f"{table.file} không có cột 'trực thuộc', không gộp được")
    return merged(table, pack.figures) if options.merge else table


def _scenario(known: Mapping[str, Scenario], named: str) -> Scenario:
    if named not in known:
        hint = did_you_mean(named, known)
        raise UsageError(f"không có phương án '{named}'{hint}; hiện có: {', '.join(sorted(known))}")
    return known[named]


def _last_day(table: UnitsTable) -> date | None:
    return max((period[1] for period in table.periods if period), default=None)


def ready_index(pack: Pack, index: IndexDef, options: ScoreOptions) -> ReadyIndex:
    """Return an index with its formulas parsed and the targets of the chosen day and province filled in."""
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
