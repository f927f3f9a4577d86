"""How it is said that something is not so: the words of a rule's page for a false flag or an empty count."""

from collections.abc import Mapping
from typing import get_args

from cchc.model.errors import ContentError, InputError
from cchc.model.report import StatementKind
from cchc.model.text import Text
from cchc.packs import schema as s
from cchc.packs.entry import Entry
from cchc.packs.names import part_name
from cchc.packs.pack import Pack
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build, did_you_mean

FILE = "rules/wording/denials.yaml"
_STATEMENTS: Mapping[StatementKind, Text] = {
    "strength": Text(vi="báo cáo không nêu ưu điểm về {}", en="the report names no strength in {}"),
    "weakness": Text(vi="báo cáo không nêu hạn chế về {}", en="the report admits no weakness in {}"),
    "cause": Text(vi="báo cáo không nêu nguyên nhân về {}", en="the report gives no cause for {}"),
    "difficulty": Text(vi="báo cáo không nêu khó khăn về {}", en="the report names no difficulty in {}"),
    "claim": Text(vi="báo cáo không khẳng định kết quả tốt về {}", en="the report claims no good result in {}"),
    "ongoing": Text(vi="báo cáo không nêu việc đang làm về {}", en="the report names no ongoing work in {}"),
    "task": Text(vi="phần IV không có nhiệm vụ về {}", en="Part IV has no task on {}"),
    "recommendation": Text(vi="phần V không có kiến nghị về {}", en="Part V has no recommendation on {}"),
}


class Denial(Entry):
    """What is said where a fact is false, or where it counts none."""

    fact: str
    say: Text


class DenialFile(Entry):
    """The whole file."""

    denials: tuple[Denial, ...]


def denials(pack: Pack) -> Mapping[str, Text]:
    """Return the denial of every flag and count that has one, by its name in formulas; raise `ContentError` with line."""
    source = parse_yaml(read_text(pack.root / FILE, FILE), FILE)
    built = build(DenialFile, source)
    if isinstance(built, list):
        raise ContentError(built)
    unknown = [
        source.problem(f"không có '{one.fact}'{did_you_mean(one.fact, pack.facts)}", ("denials", n))
        for n, one in enumerate(built.denials)
        if one.fact not in pack.facts
    ]
    _stop(unknown)
    return {**_of_statements(pack), **_of_parts(pack), **{one.fact: one.say for one in built.denials}}


def _stop(problems: list[InputError]) -> None:
    if problems:
        raise ContentError(problems)


def _of_statements(pack: Pack) -> dict[str, Text]:
    return {
        f"{kind}.{topic.id}": Text(
            vi=_STATEMENTS[kind].vi.format(topic.label.vi), en=_STATEMENTS[kind].en.format(topic.label.en)
        )
        for topic in pack.topics.values()
        for kind in get_args(StatementKind)
    }


def _of_parts(pack: Pack) -> dict[str, Text]:
    parts: dict[str, s.OutlinePart] = {part.id: part for outline in pack.outlines.values() for part in outline.parts}
    return {
        part_name(part.id): Text(
            vi=f"báo cáo không có mục {part.id} {part.title.vi}",
            en=f"the report lacks section {part.id} {part.title.en}",
        )
        for part in parts.values()
    }
