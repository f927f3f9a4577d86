"""The blocks of a Word file in reading order, each with its place and its elements."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cchc.model.blocks import BlockKind
from cchc.model.errors import InputError
from cchc.wordml.block import WordBlock, composed_offset, printed
from cchc.wordml.draft import Draft
from cchc.wordml.line import Piece
from cchc.wordml.notes import Notes
from cchc.wordml.numbering import Numbering
from cchc.wordml.package import Package
from cchc.wordml.pages import running_parts
from cchc.wordml.story import Story
from cchc.wordml.styles import Styles
from cchc.wordml.xml import child

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

__all__ = ["Piece", "WordBlock", "walk"]

_NAMES: dict[BlockKind, str] = {
    "paragraph": "đoạn",
    "textbox": "khung chữ",
    "header": "đầu trang",
    "footer": "chân trang",
}


def walk(package: Package) -> tuple[WordBlock, ...]:
    """Return what the file prints: the body in reading order, then notes, then headers and footers.

    Deleted and hidden words, comments and tables of contents (made from the headings) are not in it. Raise `InputError`
    where the file is broken or nested beyond reason.
    """
    try:
        return tuple(_Walk(package).blocks())
    except RecursionError:
        raise InputError("tệp có quá nhiều lớp lồng nhau; hãy mở bằng Word và lưu lại", package.file) from None


class _Walk:
    def __init__(self, package: Package) -> None:
        self._package = package
        styles = Styles(_root(package.related(package.main, "styles")))
        numbering = Numbering(_root(package.related(package.main, "numbering")), styles)
        self._story = Story(styles, numbering)
        self._notes = Notes(package)
        self._counts: dict[BlockKind, int] = {}

    def blocks(self) -> Iterator[WordBlock]:
        root = self._package.xml(self._package.main).getroot()
        body = child(root, "body")
        if body is not None:
            yield from self._named(self._story.body(body))
        for number, note in self._notes.referred():
            yield from self._named(self._story.gathered(note, "footnote"), number)
        yield from self._running(root)

    def _running(self, root: "_Element") -> Iterator[WordBlock]:
        """Yield headers, then footers. A letterhead in a table is one header all the same, and no table of figures."""
        seen: set[tuple[BlockKind, str]] = set()
        for kind, part in running_parts(self._package, root):
            drafts = self._story.gathered(self._package.xml(part).getroot(), kind)
            whole = Draft(kind, [line for draft in drafts for line in draft.lines])
            text = printed("".join(piece.text for piece in whole.pieces()))
            if (kind, text) not in seen:
                seen.add((kind, text))
                yield from self._named([whole])

    def _named(self, drafts: Iterable[Draft], note: int | None = None) -> Iterator[WordBlock]:
        for draft in drafts:
            pieces = tuple(draft.pieces())
            raw = "".join(piece.text for piece in pieces)
            marks = tuple(self._marks(draft, raw))
            if text := printed(raw):
                own_note = note if draft.kind == "footnote" else None
                yield _block(draft, text, self._place(draft, own_note), pieces, marks, own_note)

    def _marks(self, draft: Draft, raw: str) -> Iterator[tuple[int, int]]:
        for at, kind, key in draft.marks():
            number = self._notes.number(kind, key)
            if number is not None:
                yield composed_offset(raw, at), number

    def _place(self, draft: Draft, note: int | None) -> str:
        if draft.cell:
            return f"bảng {draft.cell.table}, hàng {draft.cell.row}, cột {draft.cell.column}"
        if note is not None:
            return f"chú thích {note}"
        self._counts[draft.kind] = self._counts.get(draft.kind, 0) + 1
        return f"{_NAMES[draft.kind]} {self._counts[draft.kind]}"


def _block(
    draft: Draft, text: str, place: str, pieces: tuple[Piece, ...], marks: tuple[tuple[int, int], ...], note: int | None
) -> WordBlock:
    lines = draft.printing()
    looks = [look for line in lines for look in line.looks]
    return WordBlock(
        text=text,
        place=place,
        kind=draft.kind,
        number=lines[0].number,
        heading=lines[0].heading if len(lines) == 1 else None,
        bold=all(look.bold for look in looks),
        italic=all(look.italic for look in looks),
        centered=all(line.centered for line in lines),
        cell=draft.cell,
        note=note,
        marks=marks,
        pieces=pieces,
        fonts=frozenset(font for line in lines for font in line.fonts),
    )


def _root(tree: "_ElementTree | None") -> "_Element | None":
    return None if tree is None else tree.getroot()
