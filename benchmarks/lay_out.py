"""Lay out the text of a report as Word or PDF:  python benchmarks/lay_out.py TEXT_FILE OUT.docx|OUT.pdf [--table HEADING]

Shows that one report read from text, Word and PDF gives the same figures. The words stay as they are: numbered lines
become real headings, superscript marks real footnotes, the lines before BÁO CÁO a table of two columns, the lines after
"Nơi nhận" the closing block. `--table "thủ tục hành chính"` puts the "label: number" bullets under the first heading
with those words into a table. PDF is made from the Word file by LibreOffice.
"""

import argparse
import re
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if TYPE_CHECKING:
    from tests.samples.word import Piece, Word

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = re.compile(f"[{SUPERSCRIPTS}]+")
_HEADINGS = (re.compile(r"[IVX]+\s*[./)]\s*\S"), re.compile(r"\d{1,2}\s*[./)]\s*\S"), re.compile(r"[a-zđ]\s*[.)]\s*\S"))
_LIST = re.compile(r"[-+*•]")
_RIGHT = re.compile(r"CỘNG H|Độc lập|\bngày\b|\btháng\b")
_PAIR = re.compile(r"\s*(?P<label>[^;]*?\S)\s*:\s*(?P<number>\d[\d.,]*%?)(?=\s|[.;,)]|$)[.;,)(]*")
LONGEST_HEADING = 170
WRAPPED = 60


@dataclass
class Text:
    """A report cut into its pieces; `after` is what follows "Nơi nhận"."""

    head: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)


def starts_item(line: str) -> bool:
    """Whether a line opens a heading, a list item or a note of its own."""
    return bool(_LIST.match(line) or _NOTE.match(line) or any(form.match(line) for form in _HEADINGS))


def paragraphs(text: str) -> list[str]:
    """Paragraphs of a text: lines that were only wrapped are joined, list items and short lines are not."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", unicodedata.normalize("NFC", text)):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        for n, line in enumerate(lines):
            if n and len(lines[n - 1]) >= WRAPPED and not starts_item(line):
                found[-1] += f" {line}"
            else:
                found.append(line)
    return found


def goes_on(before: str, line: str) -> bool:
    """Whether a page break cut a sentence between the two lines."""
    letters = line.lstrip("*_ ")
    return before[-1:] not in ".;:!?/" and letters[:1].islower() and not starts_item(line) and len(before) > WRAPPED


def cut(text: str) -> Text:
    """Cut a report into head, title, body, closing block and footnotes."""
    out, lines = Text(), paragraphs(text)
    title = next((n for n, line in enumerate(lines) if line.upper().strip("* ").startswith("BÁO CÁO")), None)
    if title is not None:
        out.head, lines = lines[:title], lines[title:]
        out.title, lines = lines[:2], lines[2:]
    for n, line in enumerate(lines):
        mark = _NOTE.match(line)
        if line.startswith("Nơi nhận"):
            out.after = lines[n:]
            break
        if mark:
            out.notes[_number(mark[0])] = line[mark.end() :].strip()
        elif out.body and goes_on(out.body[-1], line):
            out.body[-1] += f" {line}"
        else:
            out.body.append(line)
    return out


def _number(marks: str) -> int:
    return int("".join(str(SUPERSCRIPTS.index(mark)) for mark in marks))


def level(line: str) -> int | None:
    """Level of a numbered heading, None for text. Numbered tasks are sentences, too long for a heading."""
    if len(line) > LONGEST_HEADING:
        return None
    return next((n for n, form in enumerate(_HEADINGS, start=1) if form.match(line)), None)


def pieces(line: str, notes: dict[int, str]) -> "list[Piece]":
    """Pieces of a line, its superscript marks turned into footnote marks."""
    from tests.samples.word import Piece

    found, at = [], 0
    for match in _NOTE.finditer(line):
        if _number(match[0]) in notes:
            found += [Piece(line[at : match.start()]), Piece(note=_number(match[0]))]
            at = match.end()
    return [*found, Piece(line[at:])]


def pairs(bullet: str) -> list[tuple[str, str]]:
    """Label and number of each "label: number" of a bullet; nothing where other words would be lost."""
    text = bullet.lstrip("-+*• ")
    context, _, rest = text.partition(": ")
    nested = re.match(r"[^;:\d][^;:]*:\s*\d", rest) is not None
    found: list[tuple[str, str]] = []
    at, over = (len(context) + 2, context) if nested else (0, "")
    while at < len(text.rstrip(" .;")):
        match = _PAIR.match(text, at)
        if match is None:
            return []
        if match["label"].lstrip(" .").startswith("("):
            over = found[-1][0] if found else over
        label = match["label"].strip(" .(;")
        found.append((f"{over}: {label}" if over else label, match["number"].rstrip(".,")))
        if ")" in text[match.end("number") : match.end()]:
            over = context if nested else ""
        at = match.end()
    return found


def section(body: Sequence[str], heading: str) -> range:
    """Lines under the first heading with these words, up to the next heading."""
    heads = [n for n, line in enumerate(body) if level(line)]
    for start, end in pairwise([*heads, len(body)]):
        if heading.casefold() in body[start].casefold():
            return range(start + 1, end)
    return range(0)


def add_body(word: "Word", text: Text, heading: str | None) -> int:
    """Add headings, paragraphs and the table; return how many bullets went into the table."""
    from tests.samples.word import BODY, Look

    chosen = section(text.body, heading) if heading else range(0)
    rows, moved = [["Nội dung", "Số liệu"]], 0
    for n, line in enumerate([*text.body, ""]):
        found = pairs(line) if n in chosen and _LIST.match(line) else []
        rows, moved = rows + [list(pair) for pair in found], moved + bool(found)
        if not found and len(rows) > 1:
            word.table(rows, size=12, widths=(126, 36))
            rows = rows[:1]
        if line and not found:
            rank = level(line)
            look = Look(style=f"Heading {rank}", align="left") if rank else BODY
            word.paragraph(pieces(line, text.notes), look)
    return moved


def lay_out(text: Text, out: Path, heading: str | None = None) -> int:
    """Write the report as a Word file; return how many bullets went into the table."""
    from tests.samples.word import CENTER, Piece, Word

    word = Word(out.stem)
    if text.head:
        left = [line for line in text.head if not _RIGHT.search(line)]
        word.header_block(left or [""], [line for line in text.head if _RIGHT.search(line)] or [""])
    for line in text.title:
        word.paragraph(pieces(line, text.notes), replace(CENTER, bold=True, after=6))
    moved = add_body(word, text, heading)
    for number, note in text.notes.items():
        word.note(number, [Piece(note)])
    if text.after:
        items = [line for line in text.after[1:] if line.startswith("-")]
        word.signature(items, [line for line in text.after[1:] if not line.startswith("-")])
    word.save(out)
    return moved


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the text file, write the document; 2 when LibreOffice is needed and absent."""
    from tests.samples import pdf

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--table", metavar="HEADING", help="words of the heading whose bullets become a table")
    asked = parser.parse_args(arguments)
    if asked.out.suffix not in (".docx", ".pdf"):
        parser.error("OUT must end in .docx or .pdf")
    text = cut(asked.text.read_text(encoding="utf-8-sig"))
    with tempfile.TemporaryDirectory() as folder:
        word = asked.out if asked.out.suffix == ".docx" else Path(folder) / f"{asked.out.stem}.docx"
        moved = lay_out(text, word, asked.table)
        if asked.table and not moved:
            print(f"no 'label: number' bullet under a heading with {asked.table!r}", file=sys.stderr)
        try:
            if asked.out != word:
                pdf.convert(word, asked.out)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
