"""Checks between content files: every reference exists, nothing is named twice, dated values do not overlap."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cchc.formula import tree as t
from cchc.model.errors import InputError
from cchc.model.outcome import Outcome
from cchc.packs import schema as s
from cchc.packs.figure_schema import FigureDef, FigureFile
from cchc.packs.pack import Pack
from cchc.packs.signing import SIGNING, signing_problems
from cchc.packs.source_text import SourceText
from cchc.packs.validate import did_you_mean

RuleFiles = Sequence[tuple[SourceText, s.RuleFile]]


def crosscheck(pack: Pack, groups: Sequence[FigureFile], rule_files: RuleFiles) -> list[InputError]:
    """Return every broken reference of the content."""
    return [
        *_figures(pack, groups),
        *_targets(pack),
        *_topics(pack),
        *_outlines(pack),
        *_wording(pack),
        *_rules(pack, rule_files),
    ]


def _figures(pack: Pack, groups: Sequence[FigureFile]) -> Iterator[InputError]:
    ids: set[str] = set()
    headings: dict[str, str] = {}
    for group in groups:
        file = f"indicators/figures/{group.group}.yaml"
        for figure in group.figures:
            if figure.id in ids:
                yield InputError(f"số liệu '{figure.id}' được khai hai lần", file)
            if headings.setdefault(figure.label.vi, figure.id) != figure.id:
                yield InputError(
                    f"nhãn '{figure.label.vi}' dùng cho cả {headings[figure.label.vi]} và {figure.id}", file
                )
            ids.add(figure.id)
            for name in _named_by(figure):
                yield from _known(name, pack.figures, "số liệu", file, figure.id)
        for case in group.cases:
            for name in case.reads:
                yield from _known(name, pack.figures, "số liệu", file, case.text)


def _named_by(figure: FigureDef) -> Iterator[str]:
    """Yield the other figures that a figure's entry names."""
    others = (figure.rate, figure.listed, figure.beside, figure.alone_as, *(p.of for p in figure.phrases))
    pairs = (name for pair in figure.other_ratios for name in pair)
    yield from (*(figure.ratio or ()), *pairs, *(name for name in others if name))


def _targets(pack: Pack) -> Iterator[InputError]:
    file = "rules/targets.yaml"
    for target in pack.targets.values():
        for i, value in enumerate(target.values):
            yield from _known(value.source.act, pack.sources, "văn bản", file, target.id)
            if any(_overlap(value, other) for other in target.values[:i]):
                yield InputError("hai giá trị trùng thời gian trong cùng một tỉnh", file, key=target.id)


def _overlap(one: s.DatedValue, other: s.DatedValue) -> bool:
    same = one.province == other.province
    return same and one.from_ <= (other.to or date.max) and other.from_ <= (one.to or date.max)


def _topics(pack: Pack) -> Iterator[InputError]:
    file = "rules/topics.yaml"
    for topic in pack.topics.values():
        yield from _known(topic.field, pack.rule_topics, "nhóm quy tắc", file, topic.id)
        for figure in topic.figures:
            yield from _known(figure, pack.figures, "số liệu", file, topic.id)


def _outlines(pack: Pack) -> Iterator[InputError]:
    for outline in pack.outlines.values():
        file = f"rules/outline/{outline.id}.yaml"
        yield from _known(outline.source.act, pack.sources, "văn bản", file, outline.id)
        for part in outline.parts:
            for topic in part.topics:
                yield from _known(topic, pack.topics, "chủ đề", file, part.id)


def _wording(pack: Pack) -> Iterator[InputError]:
    for body in pack.bodies:
        yield from _known(body.source.act, pack.sources, "văn bản", "rules/wording/bodies.yaml", body.old)
    for event in pack.events:
        yield from _known(event.source.act, pack.sources, "văn bản", "rules/wording/events.yaml", event.phrase)
    for directive in pack.directives:
        yield from _known(directive.source.act, pack.sources, "văn bản", "rules/wording/directives.yaml", directive.id)
    for rule in pack.signing:
        yield from _known(rule.source.act, pack.sources, "văn bản", SIGNING, rule.positions[0])
    yield from signing_problems(pack.signing)


def _rules(pack: Pack, rule_files: RuleFiles) -> Iterator[InputError]:
    seen: dict[str, str] = {}
    parts = {part.id for outline in pack.outlines.values() for part in outline.parts}
    for source, file in rule_files:
        for i, rule in enumerate(file.rules):
            path = ("rules", i)
            if not rule.code.startswith(file.prefix):
                yield source.problem(f"mã {rule.code} phải bắt đầu bằng {file.prefix}", (*path, "code"))
            if rule.code in seen:
                yield source.problem(f"mã {rule.code} đã dùng ở {seen[rule.code]}", (*path, "code"))
            seen[rule.code] = source.file
            line = source.line((*path, "source"))
            yield from _known(rule.source.act, pack.sources, "văn bản", source.file, rule.code, line)
            for part in rule.parts:
                yield from _known(part, parts, "đề mục", source.file, rule.code, source.line((*path, "parts")))
            yield from _cases(pack, source, rule, path)


def _cases(pack: Pack, source: SourceText, rule: s.Rule, path: tuple[str, int]) -> Iterator[InputError]:
    outcomes = {case.expect for case in rule.cases}
    for needed in _needed_outcomes(pack, rule):
        if needed not in outcomes:
            yield source.problem(f"{rule.code} thiếu ca '{needed}'", (*path, "cases"))
    for n, case in enumerate(rule.cases):
        for name in case.given:
            line = source.line((*path, "cases", n))
            yield from _known(name, pack.vocabulary.kinds, "tên", source.file, rule.code, line)


def _needed_outcomes(pack: Pack, rule: s.Rule) -> Iterator[Outcome]:
    """Yield the outcomes a rule must show: unknown too, unless it only asks what is given."""
    yield from ("pass", "fail")
    compiled = pack.rule(rule.code)
    if rule.when is not None:
        yield "not_applicable"
    if compiled is not None:
        conditions = [compiled.must, *([compiled.when] if compiled.when else [])]
        asked = {name for condition in conditions for name in t.names_asked(condition)}
        if set(t.values_needed(compiled.must)) - asked:
            yield "unknown"


def _known(
    word: str, known: Iterable[str], what: str, file: str, key: str, line: int | None = None
) -> Iterator[InputError]:
    if word not in known:
        yield InputError(f"không có {what} '{word}'{did_you_mean(word, known)}", file, line, key)
