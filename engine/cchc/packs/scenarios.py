"""Shape of `indicators/scenarios`: what would become of figures, and so of the index, if a rule were another."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import Field

from cchc.formula.parse import FormulaError, Parser
from cchc.model.errors import ContentError, InputError
from cchc.model.outcome import Basis
from cchc.model.text import Text
from cchc.packs.entry import Entry
from cchc.packs.problem import Problem
from cchc.packs.schema_refs import SourceRef
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build, did_you_mean

FOLDER = "indicators/scenarios"
_ID = r"^[a-z][a-z0-9-]*$"


class Shift(Entry):
    """A rate that a scenario moves, shown before and after."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    formula: str


class Need(Entry):
    """A figure that the effect depends on and a unit must give.

    `at_most`: formulas that it cannot exceed; where it is not given, the smallest of those that are known is taken, and
    `assumption` says what that means.
    """

    figure: str
    at_most: tuple[str, ...] = Field(min_length=1)
    assumption: Text


class Option(Entry):
    """One way a rule could be: `set` gives figures their value by formulas over the unit's own figures."""

    id: str = Field(pattern=_ID)
    title: Text
    assumption: Text
    needs: tuple[str, ...] = Field(min_length=1, description="Figures among those of the scenario's 'needs'")
    set: Mapping[str, str] = Field(min_length=1)


class Scenario(Entry):
    """Options that are weighed against each other.

    `holds`: conditions among the figures; where one is known to be broken, no effect is given.
    """

    id: str = Field(pattern=_ID)
    title: Text
    note: Text
    basis: Basis
    source: SourceRef
    needs: tuple[Need, ...] = Field(min_length=1)
    holds: tuple[str, ...] = ()
    rates: tuple[Shift, ...] = ()
    options: tuple[Option, ...] = Field(min_length=1)


def scenarios(root: Path, parser: Parser, sources: Collection[str]) -> Mapping[str, Scenario]:
    """Return the scenarios of the content at `root` by id; raise `ContentError` with file and line of every fault."""
    faults: list[InputError] = []
    found: dict[str, Scenario] = {}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        relative = f"{FOLDER}/{path.name}"
        source = parse_yaml(read_text(path, relative), relative)
        built = build(Scenario, source)
        if isinstance(built, list):
            faults += built
            continue
        faults += (source.problem(fault.message, fault.path) for fault in scenario_problems(built, parser, sources))
        if built.id in found:
            faults.append(source.problem(f"đã có phương án khác mang mã '{built.id}'", ("id",)))
        found[built.id] = built
    if faults:
        raise ContentError(faults)
    return found


def scenario_problems(scenario: Scenario, parser: Parser, sources: Collection[str]) -> Iterator[Problem]:
    """Yield every name that there is not and every formula that cannot be read."""
    if scenario.source.act not in sources:
        yield Problem(("source", "act"), f"không có nguồn '{scenario.source.act}' trong rules/sources.yaml")
    for n, need in enumerate(scenario.needs):
        yield from _figure(need.figure, parser, ("needs", n, "figure"))
        for k, text in enumerate(need.at_most):
            yield from _number(text, parser, ("needs", n, "at_most", k))
    for n, text in enumerate(scenario.holds):
        try:
            parser.condition(text)
        except FormulaError as error:
            yield Problem(("holds", n), str(error))
    for n, rate in enumerate(scenario.rates):
        yield from _number(rate.formula, parser, ("rates", n, "formula"))
    asked = {need.figure for need in scenario.needs}
    for n, option in enumerate(scenario.options):
        yield from _option(option, asked, parser, n)
    yield from _twice(scenario)


def _option(option: Option, asked: Collection[str], parser: Parser, n: int) -> Iterator[Problem]:
    for name in option.needs:
        if name not in asked:
            yield Problem(
                ("options", n, "needs"), f"'{name}' không có trong 'needs' của tệp{did_you_mean(name, asked)}"
            )
    for name, text in option.set.items():
        yield from _figure(name, parser, ("options", n, "set", name))
        yield from _number(text, parser, ("options", n, "set", name))


def _twice(scenario: Scenario) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, option in enumerate(scenario.options):
        if option.id in seen:
            yield Problem(("options", n, "id"), f"hai phương án cùng mã '{option.id}'")
        seen.add(option.id)


def _figure(name: str, parser: Parser, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if name not in parser.kinds or name.startswith(("rate.", "target.")):
        yield Problem(path, f"không có số liệu '{name}'{did_you_mean(name, parser.kinds)}")


def _number(text: str, parser: Parser, path: tuple[str | int, ...]) -> Iterator[Problem]:
    try:
        parser.number(text)
    except FormulaError as error:
        yield Problem(path, str(error))
