"""The indices of a content root, read when one is asked for: a check of reports has no use for them."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cchc.formula.parse import Parser
from cchc.model.errors import ContentError, InputError
from cchc.packs.indices import IndexDef
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build

FOLDER = "indicators/indices"


class Indices(Mapping[str, IndexDef]):
    """Indices by id. The first use raises `ContentError` with file and line of every mistake in any of them."""

    def __init__(self, root: Path, parser: Parser, sources: Collection[str]) -> None:
        self._root, self._parser, self._sources = root, parser, sources

    @cached_property
    def _loaded(self) -> dict[str, IndexDef]:
        from cchc.packs.index_lint import index_problems

        found: dict[str, IndexDef] = {}
        problems: list[InputError] = []
        for path in sorted((self._root / FOLDER).glob("*.yaml")):
            relative = f"{FOLDER}/{path.name}"
            try:
                source = parse_yaml(read_text(path, relative), relative)
            except InputError as error:
                problems.append(error)
                continue
            built = build(IndexDef, source)
            if isinstance(built, list):
                problems += built
                continue
            problems += [source.problem(p.message, p.path) for p in index_problems(built, self._parser, self._sources)]
            found[built.id] = built
        if not found and not problems:
            problems.append(InputError("không có tệp .yaml nào trong thư mục nội dung", FOLDER))
        if problems:
            raise ContentError(problems)
        return found

    def __getitem__(self, id_: str) -> IndexDef:
        return self._loaded[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)
