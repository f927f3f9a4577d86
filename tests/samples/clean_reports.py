"""The clean reports as files: python -m tests.samples.clean_reports (sources in tests/samples/clean).

Marks of a source: `L:`, `R:` head of the document, `T:` title, `#`, `##` headings, `|` table rows, `^1:` a footnote,
`S:` recipients | signer; lines within one part are kept apart by " / ". Anything else is a paragraph.
"""

import html
import re
import sys
import tempfile
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from tests.samples import pdf
from tests.samples.word import BODY, CENTER, Word

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "sample_reports/clean"
SOURCES = Path(__file__).parent / "clean"
KINDS = {
    "chi-cuc-trong-trot-nam-2024": "pdf",
    "phuong-hoa-lu-thang-10-2025": "txt",
    "so-cong-thuong-quy-1-2026": "docx",
    "so-giao-thong-quy-3-2024": "docx",
    "so-nong-nghiep-moi-truong-thang-5-2025": "docx",
    "so-tu-phap-thang-8-2023": "html",
    "tinh-ha-nam-nam-2024": "docx",
    "xa-tam-giang-9-thang-2025": "txt",
}
_STYLED = {"so-cong-thuong-quy-1-2026", "tinh-ha-nam-nam-2024"}
_MARK = re.compile(r"(L:|R:|T:|S:|##|#|\||\^\d+:)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source: its mark ("" for a paragraph) and the text after it."""

    mark: str
    text: str

    @property
    def parts(self) -> list[str]:
        """The lines kept apart by " / "."""
        return [part.strip() for part in self.text.split(" / ")]


def source(name: str) -> list[Line]:
    """Return the marked lines of a report."""
    lines = (SOURCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    marked = ((_MARK.match(line), line) for line in lines if line.strip())
    return [Line(found[1], found[2]) if found else Line("", line) for found, line in marked]


def first(lines: list[Line], mark: str) -> Line:
    """Return the first line with a mark."""
    return next(line for line in lines if line.mark == mark)


def cells(line: Line) -> list[str]:
    """Return the cells of a table row."""
    return [cell.strip() for cell in line.text.split("|")]


def signature(lines: list[Line]) -> tuple[list[str], list[str]]:
    """Return the recipients and the lines of the signer."""
    left, _, right = first(lines, "S:").text.partition("|")
    return Line("", left).parts, Line("", right).parts


def write_word(name: str, out: Path) -> None:
    """Write a report as a Word file laid out as Decree 30/2020 asks: page number at the top centre, from page 2."""
    lines, word = source(name), Word(first(source(name), "T:").text)
    word.page_frame("")
    word.doc.sections[0].different_first_page_header_footer = True
    word.header_block(first(lines, "L:").parts, first(lines, "R:").parts)
    title = first(lines, "T:").parts
    for n, text in enumerate(title):
        word.paragraph(text, replace(CENTER, bold=True, after=12 if n + 1 == len(title) else 0))
    for mark, run in groupby(lines, lambda line: line.mark):
        _write_run(word, mark, list(run), styled=name in _STYLED)
    word.signature(*signature(lines))
    word.save(out)


def _write_run(word: Word, mark: str, run: list[Line], styled: bool) -> None:
    if mark == "|":
        word.table([cells(line) for line in run], size=12)
    for line in run:
        if mark.startswith("#"):
            look = replace(BODY, style=f"Heading {len(mark)}", align="left") if styled else replace(BODY, bold=True)
            word.paragraph(line.text, look)
        elif mark.startswith("^"):
            word.note(int(mark[1:-1]), line.text)
        elif not mark:
            word.paragraph(line.text)


def as_text(name: str) -> str:
    """Return a report as plain text, the head of the document in its two columns one under the other."""
    lines, shown = source(name), []
    for line in lines:
        if line.mark in ("L:", "R:", "T:"):
            shown += [*line.parts, ""]
        elif line.mark != "S:":
            shown += [line.text, ""] if line.mark.startswith("#") else [line.text]
    left, right = signature(lines)
    return "\n".join([*shown, "", "Nơi nhận:", *left, "", *(text for text in right if text)]) + "\n"


def as_html(name: str) -> str:
    """Return a report as the page a department's portal would show."""
    lines = source(name)
    head = "".join(
        f'<td style="text-align:center">{"<br>".join(map(_inline, first(lines, m).parts))}</td>' for m in ("L:", "R:")
    )
    title = "".join(f'<p style="text-align:center"><b>{_inline(text)}</b></p>\n' for text in first(lines, "T:").parts)
    tags = {"#": "h2", "##": "h3", "": "p"}
    body = "\n".join(f"<{tags[x.mark]}>{_inline(x.text)}</{tags[x.mark]}>" for x in lines if x.mark in tags)
    left, right = signature(lines)
    ends = "".join(f"<td>{'<br>'.join(map(_inline, end))}</td>" for end in (["~~Nơi nhận:~~", *left], right))
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>{_inline(title_of(lines))}</title></head>\n'
        f"<body>\n<table><tr>{head}</tr></table>\n{title}{body}\n<table><tr>{ends}</tr></table>\n</body>\n</html>\n"
    )


def title_of(lines: list[Line]) -> str:
    """Return the title in one line."""
    return " ".join(first(lines, "T:").parts)


def _inline(text: str) -> str:
    shown = html.escape(text, quote=False)
    shown = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", shown)
    return re.sub(r"~~(.+?)~~", r"<i>\1</i>", shown)


def write(name: str, folder: Path) -> Path:
    """Write one clean report into a folder and return its path; a PDF needs LibreOffice."""
    kind = KINDS[name]
    out = folder / f"{name}.{kind}"
    if kind == "docx":
        write_word(name, out)
    elif kind == "pdf":
        with tempfile.TemporaryDirectory() as made:
            write_word(name, Path(made) / f"{name}.docx")
            pdf.convert(Path(made) / f"{name}.docx", out)
    else:
        out.write_text(as_text(name) if kind == "txt" else as_html(name), encoding="utf-8")
    return out


def main(names: list[str]) -> None:
    """Write the reports named, or all."""
    for name in names or sorted(KINDS):
        print(write(name, OUT))


if __name__ == "__main__":
    main(sys.argv[1:])
