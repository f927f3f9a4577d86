"""All wordings by which documents are read, loaded only when one is read and checked together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from cchc.model.errors import ContentError, InputError
from cchc.packs.evidence_schema import EVIDENCE, EvidenceWords
from cchc.packs.figure_schema import FigureDef
from cchc.packs.reading import READING, ReadingWords
from cchc.packs.reading_schema import Agencies, Documents, Headings, Provinces
from cchc.packs.slip_schema import SLIPS, SlipWords
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.packs.statement_schema import STATEMENTS, StatementWords
from cchc.packs.validate import build, did_you_mean
from cchc.packs.wording_schema import HistoryWords

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class ReadingContent:
    """The wording files of a content root."""

    words: ReadingWords
    headings: Headings
    documents: Documents
    agencies: Agencies
    provinces: Provinces
    statements: StatementWords
    slips: SlipWords
    evidence: EvidenceWords
    history: HistoryWords


@cache
def reading_content(root: Path) -> ReadingContent:
    """Return the wordings below a content root; raise `ContentError` with file and line of every fault."""
    problems: list[InputError] = []

    def load(relative: str, model: type[ModelT]) -> ModelT | None:
        try:
            loaded = build(model, _source(root, relative))
        except InputError as error:
            problems.append(error)
            return None
        if isinstance(loaded, list):
            problems.extend(loaded)
            return None
        return loaded

    found = (
        load(READING, ReadingWords),
        load("rules/wording/headings.yaml", Headings),
        load("rules/wording/documents.yaml", Documents),
        load("rules/wording/agencies.yaml", Agencies),
        load("rules/wording/provinces.yaml", Provinces),
        load(STATEMENTS, StatementWords),
        load(SLIPS, SlipWords),
        load(EVIDENCE, EvidenceWords),
        load("rules/wording/history.yaml", HistoryWords),
    )
    words, headings, documents, agencies, provinces, statements, slips, evidence, history = found
    if not (
        words and headings and documents and agencies and provinces and statements and slips and evidence and history
    ):
        raise ContentError(problems)
    return ReadingContent(words, headings, documents, agencies, provinces, statements, slips, evidence, history)


def _source(root: Path, relative: str) -> SourceText:
    return parse_yaml(read_text(root / relative, relative), relative)


def wording_problems(figures: Iterable[FigureDef], content: ReadingContent) -> Iterator[InputError]:
    """Yield every governor that a figure's wording asks for and that does not exist."""
    known = {governor.id for governor in content.words.governors} | {"none"}
    for figure in figures:
        wanted = {one for phrase in figure.phrases for group in phrase.under for one in group.split("|")}
        for name in sorted(wanted - known):
            file = f"indicators/figures/{figure.id.partition('.')[0]}.yaml"
            yield InputError(
                f"không có ngữ cảnh '{name}' trong {READING}{did_you_mean(name, known)}", file, key=figure.id
            )
