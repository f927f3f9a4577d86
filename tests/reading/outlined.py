"""Small outlined reports for tests: parts with their heading and paragraphs, cut by hand."""

from collections.abc import Sequence
from functools import cache

from tests.conftest import ROOT

from cchc.model.blocks import Block, Cell
from cchc.model.period import Period
from cchc.model.report import Part, Statement
from cchc.packs.load import load_pack
from cchc.packs.reading_content import reading_content
from cchc.reading.figures.lexicon import Lexicon
from cchc.reading.passage import Outlined, Passage
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.statements import read_statements

APRIL = Period(kind="month", year=2025, number=4)
Content = Sequence[str | Sequence[str]]


@cache
def sayings() -> Sayings:
    """Return the wordings of the checkout, words cut as the reader of figures cuts them."""
    lexicon = Lexicon((), reading_content(ROOT).words)
    return Sayings(load_pack(ROOT).topics.values(), reading_content(ROOT).statements, lexicon.words)


def outlined(*parts: tuple[str, str, Content]) -> Outlined:
    """Return a report from `(id, title, content)`; of the content a text is a paragraph, a list of texts a table row."""
    passages: list[Passage] = []
    found, headings = [], []
    for part, title, content in parts:
        heading = Block(title, f"đoạn {len(passages) + 1}")
        passages.append(Passage(heading, part, len(title)))
        found.append(Part(id=part, title=title))
        headings.append(heading)
        for row, entry in enumerate(content, 1):
            passages += _entry(part, entry, row, len(passages))
    return Outlined(tuple(passages), tuple(found), tuple(headings))


def _entry(part: str, entry: str | Sequence[str], row: int, before: int) -> list[Passage]:
    if isinstance(entry, str):
        return [Passage(Block(entry, f"đoạn {before + 1}"), part)]
    cells = enumerate(entry, 1)
    return [Passage(Block(t, f"hàng {row}, cột {n}", "cell", cell=Cell(1, row, n)), part) for n, t in cells]


def statements(part: str, title: str, *content: str | Sequence[str]) -> list[Statement]:
    """Return the statements of a report of one part, for April 2025."""
    return list(read_statements(outlined((part, title, content)), APRIL, sayings()))


def said(found: Sequence[Statement], kind: str) -> list[tuple[str, ...]]:
    """Return the topics of the statements of a kind, each in alphabetical order."""
    return [tuple(sorted(s.topics)) for s in found if s.kind == kind]
