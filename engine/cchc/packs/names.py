"""The vocabulary of formulas, put together from the content."""

from collections.abc import Iterable, Mapping
from typing import get_args

from cchc.formula.parse import Kind
from cchc.model.report import StatementKind
from cchc.model.text import Text
from cchc.packs import schema as s
from cchc.packs.figure_schema import FigureDef
from cchc.packs.pack import Vocabulary

_STATEMENTS: dict[str, Text] = {
    "strength": Text(vi="báo cáo nêu ưu điểm về {}", en="the report names a strength in {}"),
    "weakness": Text(vi="báo cáo nêu hạn chế về {}", en="the report admits a weakness in {}"),
    "cause": Text(vi="báo cáo nêu nguyên nhân về {}", en="the report gives a cause for {}"),
    "difficulty": Text(vi="báo cáo nêu khó khăn về {}", en="the report names a difficulty in {}"),
    "claim": Text(vi="báo cáo khẳng định kết quả tốt về {}", en="the report claims a good result in {}"),
    "ongoing": Text(vi="báo cáo nêu việc đang làm về {}", en="the report names ongoing work in {}"),
    "task": Text(vi="phần IV có nhiệm vụ về {}", en="Part IV has a task on {}"),
    "recommendation": Text(vi="phần V có kiến nghị về {}", en="Part V has a recommendation on {}"),
}
_FACT_KINDS: dict[s.FactKind, Kind] = {
    "flag": "flag",
    "date": "date",
    "count": "number",
    "number": "number",
    "percent": "percent",
}


def part_name(part_id: str) -> str:
    """Return the formula name of a heading: `II.1.a` is `part.II_1_a`."""
    return f"part.{part_id.replace('.', '_')}"


def vocabulary(figures: Mapping[str, FigureDef], lists: s.Lists, outlines: Iterable[s.Outline]) -> Vocabulary:
    """Return every name with its kind and label."""
    entries: dict[str, tuple[Kind, Text]] = {}
    for figure in figures.values():
        kind: Kind = "percent" if figure.kind == "percent" else "number"
        entries[figure.id] = (kind, figure.label)
        entries[f"prev.{figure.id}"] = (kind, _prefixed("Kỳ trước: ", "Previous period: ", figure.label))
        entries[f"ytd.{figure.id}"] = (kind, _prefixed("Lũy kế: ", "Year to date: ", figure.label))
    for rate in lists.rates:
        entries[f"rate.{rate.id}"] = ("percent" if rate.percent else "number", rate.label)
    for target in lists.targets:
        entries[f"target.{target.id}"] = ("percent" if target.percent else "number", target.label)
    for fact in lists.facts:
        entries[fact.id] = (_FACT_KINDS[fact.kind], fact.label)
    for outline in outlines:
        for part in outline.parts:
            entries[part_name(part.id)] = ("flag", _prefixed(f"mục {part.id} ", f"section {part.id} ", part.title))
    for topic in lists.topics:
        for statement in get_args(StatementKind):
            form = _STATEMENTS[statement]
            label = Text(vi=form.vi.format(topic.label.vi), en=form.en.format(topic.label.en))
            entries[f"{statement}.{topic.id}"] = ("flag", label)
    return Vocabulary({n: k for n, (k, _) in entries.items()}, {n: text for n, (_, text) in entries.items()})


def _prefixed(vi: str, en: str, label: Text) -> Text:
    return Text(vi=vi + label.vi, en=en + label.en)
