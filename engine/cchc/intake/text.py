"""Plain text and Markdown -> text model: paragraphs, table rows, footnotes, each at its line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cchc.intake.decode import decode
from cchc.intake.joining import broken, joined
from cchc.intake.limits import text_within_limits
from cchc.intake.markdown import marked_up
from cchc.intake.notes import marks_in, note_in, raised
from cchc.intake.old_fonts import old_font_warning
from cchc.intake.places import after_body, with_own_places
from cchc.intake.text_lines import Chunk, Line, chunks, lines_in
from cchc.model.blocks import Block, Cell, TextDocument
from cchc.model.errors import InputError

_PAGE_NUMBER = re.compile(r"[-–\s]*(\d{1,3})[-–\s]*")
_BRACKETED = re.compile(r"\[\^?(\d{1,3})\](?!\()")
_BRACKETED_NOTE = re.compile(r"^[^\S\n]*\[\^?(\d{1,3})\]:?(?=\s*\S)", re.MULTILINE)


def read_text_file(raw: bytes, file: str) -> TextDocument:
    """Return a text file as blocks; raise `InputError` if it is not UTF-8 (or marked UTF-16) or holds no text.

    Places are "dòng N", the line a block begins on, "bảng T, hàng R, cột C" and "chú thích N".
    """
    text = text_within_limits(decode(raw, file), file)
    lines = lines_in(_with_raised_marks(text))
    read = _markdown if file.lower().endswith(".md") else _plain
    blocks = _joined(_numbered(_noted(read(lines))))
    if not blocks:
        raise InputError("tệp không có chữ nào; hãy kiểm tra lại tệp", file)
    warning = old_font_warning(text, ())
    marked = [b if b.kind == "footnote" else replace(b, marks=marks_in(b.text)) for b in blocks]
    return TextDocument(file, "text", with_own_places(after_body(marked)), (warning,) if warning else ())


def _with_raised_marks(text: str) -> str:
    """Write marks in brackets ([1], [^1]) as superscripts where a note with that number begins a line."""
    notes = set(_BRACKETED_NOTE.findall(text))
    if not notes:
        return text
    return _BRACKETED.sub(lambda m: raised(m[1]) if m[1] in notes else m[0], text)


def _plain(lines: Sequence[Line]) -> Iterator[Block]:
    rows: dict[int, int] = {}
    for chunk in chunks(lines):
        if chunk.table:
            rows[chunk.table] = rows.get(chunk.table, 0) + 1
            yield from _row(chunk, rows[chunk.table])
        else:
            yield Block(chunk.texts[0], f"dòng {chunk.number}")


def _markdown(lines: Sequence[Line]) -> Iterator[Block]:
    return (marked_up(block) for block in _plain(lines))


def _row(chunk: Chunk, row: int) -> Iterator[Block]:
    for column, text in enumerate(chunk.texts, start=1):
        if text:
            place = f"bảng {chunk.table}, hàng {row}, cột {column}"
            yield Block(text, place, kind="cell", cell=Cell(chunk.table, row, column))


def _noted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, those that begin with a superscript number as footnotes."""
    for block in blocks:
        note = note_in(block.text) if block.kind == "paragraph" else None
        if note:
            number, text = note
            yield replace(block, text=text, place=f"chú thích {number}", kind="footnote", note=number)
        else:
            yield block


def _numbered(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, lone numbers that count the pages (2, 3, 4...) as footers."""
    result = list(blocks)
    lone = {
        n: int(m[1]) for n, b in enumerate(result) if b.kind == "paragraph" and (m := _PAGE_NUMBER.fullmatch(b.text))
    }
    numbers = list(lone.values())
    if numbers[:1] in ([1], [2]) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        for n in lone:
            result[n] = replace(result[n], kind="footer")
    return result


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, halves of a paragraph joined though footnotes or a page number stand between them."""
    result: list[Block] = []
    last = -1
    for block in blocks:
        if last >= 0 and _goes_with(result[last], block):
            result[last] = replace(result[last], text=joined(result[last].text, block.text))
            continue
        if block.kind not in ("footnote", "footer"):
            last = len(result)
        result.append(block)
    return result


def _goes_with(before: Block, after: Block) -> bool:
    same = before.kind == after.kind == "paragraph" and before.heading is None and after.heading is None
    return same and broken(before.text, after.text)
